//! The page of sources: how many there are by owner, language and kind, and every one with what cites it.

use super::say::{day, entry_link, joined, page};
use super::Node;
use crate::dossier::{Dossier, Source};
use crate::order;

/// The whole page but for its frame.
pub fn sources_page(dossier: &Dossier) -> Vec<Node> {
    let count = dossier.strings.number(dossier.sources.len() as u64);
    let head = Node::new("header").child(Node::of("h1", page(dossier, "sources-title"))).child(
        Node::of("p", &dossier.strings.fill("page", "sources-intro", &[("n", &count)]))
            .attr("class", "ux-answer"),
    );
    let tables =
        Node::new("section").attr("id", "counts").child(Node::of("h2", page(dossier, "sources-counts")));
    let tables = tables.child(Node::new("div").attr("class", "ux-counts").children([
        counts("owner", "sources-by-owner", &|source| &source.owner, dossier),
        counts("language", "sources-by-language", &|source| &source.language, dossier),
        counts("source_kind", "sources-by-kind", &|source| &source.kind, dossier),
    ]));
    vec![head, tables, list(dossier)]
}

/// How often each value occurs, the most frequent first.
fn counts(section: &str, heading: &str, of: &dyn Fn(&Source) -> &String, dossier: &Dossier) -> Node {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for source in &dossier.sources {
        let value = of(source).as_str();
        match found.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => found.push((value, 1)),
        }
    }
    order::sort(&mut found, &mut |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let row = |(value, count): &(&str, usize)| {
        Node::new("tr")
            .child(Node::of("th", dossier.title(section, value)).attr("scope", "row"))
            .child(Node::of("td", &dossier.strings.number(*count as u64)))
    };
    let rows: Vec<Node> = found.iter().map(row).collect();
    Node::new("table")
        .child(Node::of("caption", page(dossier, heading)))
        .child(Node::new("tbody").children(rows))
}

fn list(dossier: &Dossier) -> Node {
    let mut all: Vec<&Source> = dossier.sources.iter().collect();
    order::sort(&mut all, &mut |a, b| (&a.publisher, &a.date, &a.id).cmp(&(&b.publisher, &b.date, &b.id)));
    Node::new("section").attr("id", "sources").child(Node::of("h2", page(dossier, "sources-list"))).child(
        Node::new("ul").attr("class", "ux-source-list").children(all.into_iter().map(|s| one(s, dossier))),
    )
}

fn one(source: &Source, dossier: &Dossier) -> Node {
    let owner = dossier.title("owner", &source.owner);
    let mut line = dossier.strings.fill(
        "ui",
        "source-line",
        &[("publisher", source.publisher.as_str()), ("owner", owner)],
    );
    for part in source.author.iter().chain(&source.date) {
        line = [&line, ", ", part].concat();
    }
    let accessed = day(source.accessed, dossier);
    let accessed = dossier.strings.fill("ui", "source-accessed", &[("date", &accessed)]);
    let about = [
        &line,
        " · ",
        dossier.title("source_kind", &source.kind),
        " · ",
        dossier.title("language", &source.language),
        " · ",
        &accessed,
    ]
    .concat();
    let item = Node::new("li")
        .attr("id", &["source-", &source.id].concat())
        .child(Node::of("a", &source.title).attr("href", &source.url).attr("hreflang", &source.language))
        .child(Node::of("p", &about).attr("class", "ux-about"));
    let cited = cited_by(&source.id, dossier);
    if cited.is_empty() {
        return item;
    }
    let line = Node::new("p").attr("class", "ux-about").text(page(dossier, "sources-cited-by")).text(" ");
    item.child(joined(line, cited))
}

/// Links to the events and ties that cite a source.
fn cited_by(id: &str, dossier: &Dossier) -> Vec<Node> {
    let cites = |sources: &[String]| sources.iter().any(|known| known == id);
    let events = dossier
        .events
        .iter()
        .filter(|event| cites(&event.sources) || event.accounts.iter().any(|a| cites(&a.sources)))
        .map(|event| entry_link("event", &event.id, dossier));
    let ties = dossier.ties.iter().filter(|tie| cites(&tie.sources));
    events.chain(ties.map(|tie| entry_link("tie", &tie.id, dossier))).collect()
}
