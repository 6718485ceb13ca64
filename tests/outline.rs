//! The text version and the cards: complete, well-formed, and by the rules that bind every word.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, reason = "in a test a panic is the answer")]

mod nodes;

use nodes::{all, assert_whole};
use serde_json::{json, Value};
use std::sync::OnceLock;
use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::model::{from_link, update, Msg, State, Target};
use us_uz_explainer::outline::{self, Child, Node};
use us_uz_explainer::text::Day;

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| {
        Dossier::read_whole(&Files::built_in_with_detail()).unwrap_or_else(|problems| panic!("{problems:?}"))
    })
}

fn document() -> Vec<Node> {
    outline::document(dossier())
}

fn attr<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.attrs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

fn words(node: &Node) -> String {
    let of = |child: &Child| match child {
        Child::Node(node) => words(node),
        Child::Text(text) => text.clone(),
    };
    node.children.iter().map(of).collect()
}

#[test]
fn everything_in_the_dossier_is_in_the_text() {
    assert_whole(&document(), dossier());
}

#[test]
fn every_entry_has_title_summary_date_and_source() {
    let document = document();
    for node in all(&document) {
        let Some(target) = attr(node, "data-target") else { continue };
        let inside = all(std::slice::from_ref(node));
        let heading = inside.iter().find(|n| ["h3", "h4"].contains(&n.tag)).expect("a heading");
        assert!(words(heading).chars().count() > 3, "{target}");
        assert!(!words(heading).contains(target.split(':').nth(1).unwrap()), "{target}: its title is its id");
        let longest = inside.iter().filter(|n| n.tag == "p").map(|n| words(n).len()).max();
        assert!(longest > Some(60), "{target} has no summary");
        let time = inside.iter().find(|n| n.tag == "time").expect("a date");
        assert!(!words(time).is_empty(), "{target}");
        assert!(
            inside.iter().any(|n| n.tag == "a" && attr(n, "href").is_some_and(|h| h.starts_with("https://"))),
            "{target} has no source"
        );
    }
}

#[test]
fn links_lead_out_by_https_or_stay_inside() {
    let cards = outline::record_cards(dossier());
    let document = document();
    let nodes = cards.iter().flat_map(|(_, nodes)| all(nodes)).chain(all(&document));
    let mut count = 0;
    for link in nodes.filter(|node| node.tag == "a") {
        let href = attr(link, "href").expect("a link leads somewhere");
        count += 1;
        if let Some(inside) = href.strip_prefix('#') {
            let target = inside.replacen('=', ":", 1);
            let understood = || {
                let (view, unread) = from_link(inside, dossier());
                unread.is_empty() && view != State::first(dossier()).view
            };
            assert!(Target::parse(&target, dossier()).is_some() || understood(), "{href}");
        } else {
            assert!(href.starts_with("https://"), "{href}");
        }
    }
    assert!(count > 500);
}

#[test]
fn every_record_and_step_has_its_card() {
    let cards = outline::record_cards(dossier());
    let key = |state: &State| outline::card_key(state, dossier());
    let has = |wanted: &str| cards.iter().filter(|(key, nodes)| key == wanted && nodes.len() >= 3).count();
    let d = dossier();
    let targets = (0..d.events.len())
        .map(Target::Event)
        .chain((0..d.ties.len()).map(Target::Tie))
        .chain((0..d.bases.len()).map(Target::Base));
    for target in targets {
        let mut state = State::first(d);
        update(&mut state, Msg::Select(Some(target)), d);
        assert_eq!(has(&key(&state)), 1, "{}", key(&state));
    }
    for step in 0..d.story.len() {
        let mut state = State::first(d);
        update(&mut state, Msg::Step(step), d);
        assert_eq!(has(&key(&state)), 1, "{}", key(&state));
    }
}

#[test]
fn exploring_without_a_choice_lists_what_was_in_force() {
    let d = dossier();
    let mut state = State::first(d);
    update(&mut state, Msg::Explore, d);
    assert_eq!(outline::card_key(&state, d), "");
    let card = outline::card(&state, d);
    let ties = us_uz_explainer::relations::ties_on(d, state.view.cursor).len();
    assert_eq!(all(&card).iter().filter(|node| node.tag == "a").count(), ties);
    assert!(words(&card[1]).starts_with(&ties.to_string()));
}

/// The HTML read back as JSON nodes, or where it stops being well-formed. Reads what `to_html` may write and no
/// more: quoted attributes, an end tag for each start tag, character references for `&`, `<`, `>` and `"`.
fn read_back(html: &str) -> Result<Vec<Value>, String> {
    let mut open: Vec<(String, Vec<Value>, Vec<Value>)> = vec![("".into(), vec![], vec![])];
    let mut rest = html;
    while !rest.is_empty() {
        let wrong = |what: &str| Err(format!("{what} at “{}”", rest.chars().take(60).collect::<String>()));
        if let Some(after) = rest.strip_prefix("</") {
            let Some((tag, after)) = after.split_once('>') else { return wrong("an end tag without end") };
            let Some((name, attrs, children)) = open.pop() else { return wrong("nothing is open") };
            let Some(parent) = open.last_mut().filter(|_| name == tag) else { return wrong("an end tag") };
            parent.2.push(json!({ "tag": name, "attrs": attrs, "children": children }));
            rest = after;
        } else if let Some(after) = rest.strip_prefix('<') {
            let Some((inside, after)) = after.split_once('>') else { return wrong("a tag without end") };
            let (tag, mut left) = inside.split_once(' ').unwrap_or((inside, ""));
            if tag.is_empty() || !tag.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) {
                return wrong("a tag’s name");
            }
            let mut attrs = Vec::new();
            while !left.is_empty() {
                let Some((name, value)) = left.trim_start().split_once("=\"") else {
                    return wrong("an attribute");
                };
                let Some((value, more)) = value.split_once('"') else {
                    return wrong("an attribute’s value");
                };
                attrs.push(json!([name, plain(value)?]));
                left = more;
            }
            open.push((tag.to_owned(), attrs, vec![]));
            rest = after;
        } else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            // Line ends after blocks are layout of the source, not text.
            if let (Some(parent), false) = (open.last_mut(), text == "\n") {
                parent.2.push(Value::from(plain(text.trim_end_matches('\n'))?));
            }
            rest = after;
        }
    }
    match open.pop() {
        Some((_, _, nodes)) if open.is_empty() => Ok(nodes),
        _ => Err("something stays open".into()),
    }
}

/// A text without its character references.
fn plain(text: &str) -> Result<String, String> {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    if text.contains(['"', '<', '>']) {
        return Err(format!("a bare mark in “{text}”"));
    }
    for part in parts {
        let known = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"')];
        let found = known.iter().find_map(|(name, c)| part.strip_prefix(name).map(|after| (*c, after)));
        let (c, after) = found.ok_or_else(|| format!("a bare & in “{text}”"))?;
        plain.push(c);
        plain.push_str(after);
    }
    Ok(plain)
}

/// The nodes as JSON, with texts that stand side by side joined and empty ones left out, as HTML has them.
fn as_html_has_it(node: &Value) -> Value {
    let mut children: Vec<Value> = Vec::new();
    for child in node["children"].as_array().into_iter().flatten() {
        match (child.as_str(), children.last_mut()) {
            (Some(""), _) => {}
            (Some(text), Some(Value::String(before))) => before.push_str(text),
            (Some(text), _) => children.push(text.into()),
            (None, _) => children.push(as_html_has_it(child)),
        }
    }
    json!({ "tag": node["tag"], "attrs": node["attrs"], "children": children })
}

fn assert_reads_back(nodes: &[Node], what: &str) {
    let read = read_back(&outline::to_html(nodes)).unwrap_or_else(|wrong| panic!("{what}: {wrong}"));
    let wanted: Vec<Value> =
        outline::to_json(nodes).as_array().into_iter().flatten().map(as_html_has_it).collect();
    assert!(read == wanted, "{what}: the HTML says something else than the nodes");
}

#[test]
fn html_says_what_the_nodes_say() {
    let document = document();
    assert_reads_back(&document, "the document");
    for (key, nodes) in outline::record_cards(dossier()) {
        assert_reads_back(&nodes, &key);
    }
    let html = outline::to_html(&document);
    assert!(!html.contains("<script") && !html.contains("javascript:"));
}

#[test]
fn hostile_text_stays_text() {
    for text in ["</p><script>alert(1)</script>", "\" onclick=\"x", "&lt;b&gt; &amp; &", "<!-- ' -->", "]]>"]
    {
        let node = Node::new("p").attr("title", text).text(text).child(Node::of("b", text));
        assert_reads_back(&[node], text);
    }
    assert!(read_back("<p><b></p></b>").is_err(), "crossed");
    assert!(read_back("<p>").is_err() && read_back("</p>").is_err(), "unbalanced");
    assert!(read_back("<p>a & b</p>").is_err() && read_back("<p title=\"<\"></p>").is_err(), "not escaped");
}

/// A year, a month of a year or a day that there is: what HTML takes as a `datetime`.
fn is_machine_date(text: &str) -> bool {
    let whole = match text.len() {
        4 => [text, "-01-01"].concat(),
        7 => [text, "-01"].concat(),
        _ => text.to_owned(),
    };
    Day::parse_iso(&whole).is_some_and(|day| day.iso() == whole)
}

#[test]
fn every_date_for_machines_is_one_and_each_event_has_its_own() {
    let (document, cards) = (document(), outline::record_cards(dossier()));
    let times = cards.iter().flat_map(|(_, nodes)| all(nodes)).chain(all(&document));
    for time in times.filter(|node| node.tag == "time") {
        let machine = attr(time, "datetime").expect("a date for machines");
        assert!(is_machine_date(machine), "{machine}");
    }
    for event in &dossier().events {
        let id = format!("event-{}", event.id);
        let entry = all(&document).into_iter().find(|node| attr(node, "id") == Some(&id)).expect("an entry");
        let time = all(std::slice::from_ref(entry)).into_iter().find(|n| n.tag == "time").expect("a date");
        let machine = attr(time, "datetime").unwrap_or_default();
        assert!(event.when.earliest().iso().starts_with(machine), "{id}: {machine}");
    }
    for wrong in ["2005-13", "2005-02-30", "05", "2005-1-1", "2005-01-01T00"] {
        assert!(!is_machine_date(wrong), "{wrong}");
    }
}

/// editorial.md: three accounts always together wherever the event is told. Our own words alone are held, so that
/// the name of a source does not stand in for an account.
#[test]
fn the_three_accounts_of_andijan_stand_together_wherever_deaths_are_told() {
    let accounts = ["187", "OSCE", "Human Rights Watch"];
    let deaths =
        ["187", "several hundred", "300 to 500", "killed", "dead", "deaths", "bloodshed", "massacre"];
    let d = dossier();
    let mut told = Vec::new();
    for section in ["event", "event_summary", "tie", "tie_summary", "step", "ui", "base"] {
        for (key, text) in d.strings.section(section) {
            let tells = text.contains("Andijan") && deaths.iter().any(|word| text.contains(word));
            if tells || (section, key) == ("event_summary", "andijan") {
                told.push(key.to_owned());
                for account in accounts {
                    assert!(text.contains(account), "{section}.{key} tells of Andijan without {account}");
                }
            }
        }
    }
    assert!(told.iter().any(|key| key == "andijan"), "the event is told");
    assert!(told.iter().any(|key| key.ends_with(".text")), "the story tells it: {told:?}");
    for event in &d.events {
        let title = d.title("event", &event.id);
        let number = title.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 3);
        assert!(!(title.contains("Andijan") && number), "{title}");
    }
}

/// editorial.md: words that judge are not ours.
#[test]
fn no_title_or_summary_judges() {
    let d = dossier();
    let ours = ["event", "tie", "event_summary", "tie_summary", "step", "ui"];
    for section in ours {
        for (key, text) in d.strings.section(section) {
            for word in ["admits", "admitted", "shunned", "regime "] {
                assert!(!text.to_lowercase().contains(word), "{section}.{key} says {word}");
            }
        }
    }
}

#[test]
fn until_the_detail_has_come_the_card_says_so() {
    let start = Dossier::built_in().unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut state = State::first(&start);
    let waits = |state: &State| {
        outline::to_html(&outline::card(state, &start)).contains(start.strings.ui("loading-detail"))
    };
    assert!(waits(&state));
    update(&mut state, Msg::Select(Some(Target::Event(0))), &start);
    assert!(waits(&state));
}
