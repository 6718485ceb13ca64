//! The whole text version, complete without any script: title, answer, credit; story, chronology, ties,
//! table, test, method, sources.

use super::say::{
    account_items, actor_words, coding_lines, day, inside, joined, partner_words, place_words, source_links,
    step_string, tie_when, time,
};
use super::table::table;
use super::test_section::test_section;
use super::Node;
use crate::dossier::{Dossier, Event, Source, Tie};
use crate::order;
use crate::relations::{direction, Direction};

/// The light DOM of the element, without the pictures: the head and the text.
pub fn document(dossier: &Dossier) -> Vec<Node> {
    vec![head(dossier), text(dossier)]
}

/// The same for a dossier that a host’s page gives, without the test: there the panel says it, and its computing would make
/// the reader of such a dossier an eighth larger.
pub fn document_without_test(dossier: &Dossier) -> Vec<Node> {
    vec![head(dossier), text_with(dossier, None)]
}

/// Title, one-sentence answer, credit with an active link, and the data's own date.
pub fn head(dossier: &Dossier) -> Node {
    let ui = |key: &'static str| dossier.strings.ui(key);
    let mut credit = Node::new("p").attr("class", "ux-credit");
    if let Some(article) = &dossier.manifest.article {
        credit = credit.child(Node::of("a", ui("credit")).attr("href", &article.url)).text(" · ");
    }
    let credit =
        credit.text(&dossier.strings.fill("ui", "as-of", &[("date", &day(dossier.manifest.as_of, dossier))]));
    in_own_language(Node::new("header").attr("slot", "head"), dossier)
        .child(Node::of("h1", ui("title")))
        .child(Node::of("p", ui("answer")).attr("class", "ux-answer"))
        .child(credit)
}

/// The language of the words, and the direction they run in, whatever the host's page says of itself: every locale there
/// is runs from left to right.
fn in_own_language(node: Node, dossier: &Dossier) -> Node {
    node.attr("lang", dossier.strings.locale()).attr("dir", "ltr")
}

/// Everything the pictures show and more, as text.
pub fn text(dossier: &Dossier) -> Node {
    text_with(dossier, test_section(dossier))
}

fn text_with(dossier: &Dossier, test: Option<Node>) -> Node {
    in_own_language(Node::new("div").attr("slot", "text"), dossier)
        .children([story(dossier), chronology(dossier), ties(dossier), table(dossier)])
        .children(test)
        .children([method(dossier), sources(dossier)])
}

fn section(dossier: &Dossier, id: &str, heading: &'static str) -> Node {
    Node::new("section").attr("id", id).child(Node::of("h2", dossier.strings.ui(heading)))
}

fn story(dossier: &Dossier) -> Node {
    let step = |step: &crate::dossier::Step| {
        let mut item = Node::new("li")
            .attr("id", &["step-", &step.id].concat())
            .child(Node::of("h3", step_string(dossier, &step.id, "title")))
            .child(Node::of("p", step_string(dossier, &step.id, "text")));
        let figure = step_string(dossier, &step.id, "figure");
        if !figure.is_empty() {
            let mut line = Node::new("p").attr("class", "ux-figure").text(figure);
            let links = source_links(step.figure_source.as_slice(), dossier);
            if !links.is_empty() {
                line = joined(line.text(" · "), links);
            }
            item = item.child(line);
        }
        item
    };
    let list = Node::new("ol").attr("class", "ux-story").children(dossier.story.iter().map(step));
    section(dossier, "story", "heading-story").child(list)
}

/// What opens and closes by itself, without a script: hundreds of entries would bury what stands below them.
pub(super) fn fold(heading: Node, count: &str, content: Node) -> Node {
    let count = Some(Node::of("span", count).attr("class", "ux-count")).filter(|_| !count.is_empty());
    let summary = Node::new("summary").child(heading).children(count);
    Node::new("details").attr("class", "ux-fold").child(summary).child(content)
}

/// Every event under the year it began in.
fn chronology(dossier: &Dossier) -> Node {
    let year = |event: &Event| event.when.earliest().ymd().0;
    let years = dossier.events.chunk_by(|a, b| year(a) == year(b)).map(|events| {
        let heading = Node::of("h3", &events.first().map_or(String::new(), |event| year(event).to_string()));
        let count = dossier.strings.plural("events", events.len() as u64);
        let entries = events.iter().map(|event| entry(event, dossier));
        fold(heading, &count, Node::new("ol").attr("class", "ux-chronology").children(entries))
    });
    section(dossier, "chronology", "heading-chronology").children(years)
}

fn entry(event: &Event, dossier: &Dossier) -> Node {
    let mut about = vec![place_words(event, dossier).to_owned(), partner_words(event, dossier)];
    let actors = actor_words(event, dossier);
    if !actors.is_empty() {
        about.push(actors);
    }
    let mut item = Node::new("li")
        .attr("id", &["event-", &event.id].concat())
        .attr("data-target", &["event:", &event.id].concat())
        .child(Node::new("p").attr("class", "ux-date").child(time(&event.when, dossier)))
        .child(Node::new("h4").child(inside("event", &event.id, dossier)))
        .child(Node::of("p", dossier.strings.get("event_summary", &event.id).unwrap_or("")))
        .child(Node::of("p", &about.join(" · ")).attr("class", "ux-about"));
    let accounts = account_items(event, dossier);
    if !accounts.is_empty() {
        let list = Node::new("ul").attr("class", "ux-accounts").children(accounts);
        item = item
            .child(Node::of("p", dossier.strings.ui("card-accounts")).attr("class", "ux-about"))
            .child(list);
    }
    if !event.effects.is_empty() {
        let way = match direction(event) {
            Direction::Closer => "legend-closer",
            Direction::Further => "legend-further",
            Direction::NotCoded => "card-coded",
        };
        let coded = [dossier.strings.ui(way), ". ", &coding_lines(event, dossier).join(" ")].concat();
        item = item.child(Node::of("p", &coded).attr("class", "ux-about"));
    }
    item.child(joined(Node::new("p").attr("class", "ux-sources"), source_links(&event.sources, dossier)))
}

fn ties(dossier: &Dossier) -> Node {
    let mut section = section(dossier, "ties", "heading-ties");
    for (row, record) in dossier.manifest.rows.iter().enumerate() {
        let mut in_row: Vec<&Tie> = dossier.ties.iter().filter(|t| dossier.row_of_tie(t) == row).collect();
        if in_row.is_empty() {
            continue;
        }
        order::sort(&mut in_row, &mut |a, b| a.from.earliest.cmp(&b.from.earliest));
        let heading = Node::of("h3", dossier.title("row", &record.id));
        let count = dossier.strings.plural("ties", in_row.len() as u64);
        let items = in_row.into_iter().map(|tie| tie_entry(tie, dossier));
        let list = Node::new("ul").attr("class", "ux-ties-list").children(items);
        section = section.child(fold(heading, &count, list));
    }
    section
}

fn tie_entry(tie: &Tie, dossier: &Dossier) -> Node {
    Node::new("li")
        .attr("id", &["tie-", &tie.id].concat())
        .attr("data-target", &["tie:", &tie.id].concat())
        .child(Node::new("p").attr("class", "ux-date").child(time(&tie_when(tie), dossier)))
        .child(Node::new("h4").child(inside("tie", &tie.id, dossier)))
        .child(Node::of("p", dossier.strings.get("tie_summary", &tie.id).unwrap_or("")))
        .child(joined(Node::new("p").attr("class", "ux-sources"), source_links(&tie.sources, dossier)))
}

fn method(dossier: &Dossier) -> Node {
    // Which of them a dossier needs is its own affair.
    let notes =
        ["swing-note", "method-ties", "method-coding", "method-dates", "borders-note", "projection-note"];
    let notes = notes.iter().filter_map(|key| dossier.strings.get("ui", key)).map(|note| Node::of("p", note));
    let credit = |credit: &crate::dossier::Credit| {
        let mut item = Node::new("li")
            .child(Node::of("a", dossier.title("credit", &credit.id)).attr("href", &credit.url));
        if let Some(licence) = &credit.licence {
            item = item.text(" · ").text(licence);
        }
        item
    };
    section(dossier, "method", "heading-method")
        .children(notes)
        .child(Node::new("ul").children(dossier.manifest.credits.iter().map(credit)))
}

fn sources(dossier: &Dossier) -> Node {
    let mut all: Vec<&Source> = dossier.sources.iter().collect();
    order::sort(&mut all, &mut |a, b| (&a.publisher, &a.date, &a.id).cmp(&(&b.publisher, &b.date, &b.id)));
    let item = |source: &Source| {
        let owner = dossier.title("owner", &source.owner);
        let values = [("publisher", source.publisher.as_str()), ("owner", owner)];
        let mut line = dossier.strings.fill("ui", "source-line", &values);
        if let Some(date) = &source.date {
            line = [&line, ", ", date].concat();
        }
        let accessed = day(source.accessed, dossier);
        let accessed = dossier.strings.fill("ui", "source-accessed", &[("date", &accessed)]);
        Node::new("li")
            .attr("id", &["source-", &source.id].concat())
            .child(Node::of("a", &source.title).attr("href", &source.url).attr("hreflang", &source.language))
            .text(" ")
            .text(&[&line, " · ", dossier.title("language", &source.language), " · ", &accessed].concat())
    };
    let list = Node::new("ul").attr("class", "ux-source-list").children(all.into_iter().map(item));
    let count = dossier.strings.number(dossier.sources.len() as u64);
    let count = dossier.strings.fill("ui", "source-count", &[("n", &count)]);
    let heading = Node::of("h2", dossier.strings.ui("heading-sources"));
    Node::new("section").attr("id", "sources").child(fold(heading, &count, list))
}
