//! The page of numbers by year that nobody here coded: each series drawn, told and given as a table.

use super::say::{joined, page, source_links};
use super::Node;
use crate::dossier::{Dossier, Series};

/// The whole page but for its frame. Drawings stand where an empty `div` has `data-drawing`.
pub fn series_page(dossier: &Dossier) -> Vec<Node> {
    let head = Node::new("header")
        .child(Node::of("h1", page(dossier, "series-title")))
        .child(Node::of("p", page(dossier, "series-intro")).attr("class", "ux-answer"));
    let mut nodes = vec![head];
    nodes.extend(dossier.series.iter().map(|series| one(series, dossier)));
    nodes
}

fn one(series: &Series, dossier: &Dossier) -> Node {
    let words = |part: &str| dossier.strings.get("series", &[&series.id, ".", part].concat()).unwrap_or("");
    let numbers = Node::new("details")
        .child(Node::of("summary", page(dossier, "series-table")))
        .child(Node::new("div").attr("class", "ux-table").child(table(series, dossier)));
    let licence = dossier.strings.fill("page", "series-licence", &[("licence", &series.licence)]);
    let sources = Node::new("p").attr("class", "ux-sources").text(&licence).text(" · ");
    Node::new("section")
        .attr("id", &["series-", &series.id].concat())
        .child(Node::of("h2", words("title")))
        .child(Node::new("div").attr("data-drawing", &["series:", &series.id].concat()))
        .child(Node::of("p", words("text")))
        .child(joined(sources, source_links(&series.sources, dossier)))
        .child(numbers)
}

/// A row a year, a column a line; a year without a value has an empty cell.
fn table(series: &Series, dossier: &Dossier) -> Node {
    let words = |part: &str| dossier.strings.get("series", &[&series.id, ".", part].concat()).unwrap_or("");
    let years = series.lines.iter().flat_map(|line| line.values.iter().map(|(year, _)| *year));
    let (first, last) = years.fold((i32::MAX, i32::MIN), |(a, b), year| (a.min(year), b.max(year)));
    let column = |text: &str| Node::of("th", text).attr("scope", "col");
    let head = Node::new("tr")
        .child(column(page(dossier, "series-year")))
        .children(series.lines.iter().map(|line| column(words(&line.id))));
    let row = |year: i32| {
        let cell = |line: &crate::dossier::SeriesLine| {
            let value = line.values.iter().find(|(at, _)| *at == year);
            Node::of("td", &value.map_or(String::new(), |(_, value)| dossier.strings.decimal(*value)))
        };
        Node::new("tr")
            .child(Node::of("th", &year.to_string()).attr("scope", "row"))
            .children(series.lines.iter().map(cell))
    };
    Node::new("table")
        .child(Node::of("caption", words("title")))
        .child(Node::new("thead").child(head))
        .child(Node::new("tbody").children((first..=last).map(row)))
}
