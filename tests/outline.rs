//! The text version and the cards: complete, well-formed, and by the rules that bind every word.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, reason = "in a test a panic is the answer")]

use std::sync::OnceLock;
use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::model::{update, Msg, State, Target};
use us_uz_explainer::outline::{self, Child, Node};

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| {
        let mut dossier = Dossier::built_in().unwrap_or_else(|problems| panic!("{problems:?}"));
        let (sources, words) =
            (include_str!("../data/sources.json"), include_str!("../data/strings/en.detail.json"));
        dossier.load_detail(sources, words).unwrap_or_else(|problems| panic!("{problems:?}"));
        dossier
    })
}

fn document() -> Vec<Node> {
    outline::document(dossier())
}

/// Every node, in document order.
fn walk<'n>(nodes: &'n [Node], found: &mut Vec<&'n Node>) {
    for node in nodes {
        found.push(node);
        for child in &node.children {
            if let Child::Node(node) = child {
                walk(std::slice::from_ref(node), found);
            }
        }
    }
}

fn all(nodes: &[Node]) -> Vec<&Node> {
    let mut found = Vec::new();
    walk(nodes, &mut found);
    found
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
    let document = document();
    let ids: Vec<&str> = all(&document).into_iter().filter_map(|node| attr(node, "id")).collect();
    let d = dossier();
    let wanted = d
        .events
        .iter()
        .map(|e| format!("event-{}", e.id))
        .chain(d.ties.iter().map(|t| format!("tie-{}", t.id)))
        .chain(d.sources.iter().map(|s| format!("source-{}", s.id)))
        .chain(d.story.iter().map(|s| format!("step-{}", s.id)));
    for id in wanted {
        assert_eq!(ids.iter().filter(|known| **known == id).count(), 1, "{id}");
    }
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
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
        let machine = attr(time, "datetime").expect("a date for machines");
        let parts: Vec<&str> = machine.split('-').collect();
        assert!(
            parts.len() <= 3
                && parts[0].len() == 4
                && machine.chars().all(|c| c.is_ascii_digit() || c == '-')
        );
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
            assert!(Target::parse(&target, dossier()).is_some(), "{href}");
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
    assert_eq!(all(&card).iter().filter(|node| node.tag == "li").count(), ties);
    assert!(words(&card[1]).starts_with(&ties.to_string()));
}

#[test]
fn html_is_balanced_and_escaped() {
    let html = outline::to_html(&document());
    let opened = html.matches('<').count() - html.matches("</").count();
    assert_eq!(opened, html.matches("</").count());
    assert!(!html.contains("<script") && !html.contains("javascript:"));
    let json = outline::to_json(&document());
    assert_eq!(json.as_array().unwrap().len(), 2);
}

/// editorial.md: three accounts always together wherever the event is told.
#[test]
fn the_three_accounts_of_andijan_stand_together_wherever_deaths_are_told() {
    let cards = outline::record_cards(dossier());
    let mut told = 0;
    for (key, nodes) in &cards {
        let text: String = nodes.iter().map(words).collect();
        if !text.contains("Andijan") {
            continue;
        }
        let numbers_of_dead =
            text.contains("187") || text.contains("several hundred") || text.contains("killed");
        if numbers_of_dead {
            told += 1;
            for account in ["187", "OSCE", "Human Rights Watch"] {
                assert!(text.contains(account), "{key} tells of deaths at Andijan without {account}");
            }
        }
    }
    assert!(told > 0, "Andijan is told");
    for event in &dossier().events {
        let title = dossier().title("event", &event.id);
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
