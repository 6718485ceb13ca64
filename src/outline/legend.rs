//! The legends as lists: what shape, colour, filling, shading and ends of bars mean. Readable without colour.

use super::say::day;
use super::Node;
use crate::dossier::{Dossier, MarkShape};
use crate::model::State;

/// The ties picture's legend.
pub fn ties_legend(dossier: &Dossier) -> Vec<Node> {
    let ui = |key: &'static str| dossier.strings.ui(key);
    let ways = [("●", "legend-closer"), ("○", "legend-further"), ("◍", "legend-not-coded")];
    let bars =
        [("▍▬", "legend-tie"), ("░▒", "legend-soft"), ("›", "legend-open-end"), ("③", "legend-cluster")];
    let line = |(glyph, key): (&str, &'static str)| entry(glyph, ui(key));
    let theme = |theme: &crate::dossier::Theme| entry(glyph(theme.shape), dossier.title("theme", &theme.id));
    vec![
        Node::new("ul").attr("class", "legend").children(ways.into_iter().map(line)),
        Node::new("ul").attr("class", "legend").children(bars.into_iter().map(line)),
        Node::of("p", ui("legend-shape")).attr("class", "quiet"),
        Node::new("ul").attr("class", "legend").children(dossier.manifest.themes.iter().map(theme)),
    ]
}

/// The map's legend: the question, what shading answers, and the convention of its borders.
pub fn map_legend(state: &State, dossier: &Dossier) -> Vec<Node> {
    let ui = |key: &'static str| dossier.strings.ui(key);
    let asked = dossier.manifest.questions.get(state.view.question);
    let question = asked.map_or("", |q| q.id.as_str());
    let outlined = asked.is_some_and(|q| q.is_partnership(dossier));
    let shaded = if outlined { ("□", "map-legend-partnership") } else { ("■", "map-legend-member") };
    let partly = if outlined { "┅" } else { "▨" };
    let date = dossier.strings.fill("ui", "cursor", &[("date", &day(state.view.cursor, dossier))]);
    let lines = [
        shaded,
        (partly, "map-legend-part"),
        ("◆", "map-legend-base"),
        ("◎", "map-legend-place"),
        ("▲", "map-legend-pointer"),
        ("┄", "map-legend-disputed"),
    ];
    // A dossier without bases, say, has no words for them: a line would promise what the map does not show.
    let line = |(glyph, key)| Some(entry(glyph, dossier.strings.get("ui", key)?));
    vec![
        Node::of("p", &[dossier.title("question", question), " ", &date].concat()).attr("class", "question"),
        Node::new("ul").attr("class", "legend").children(lines.into_iter().filter_map(line)),
        Node::of("p", ui("borders-note")).attr("class", "quiet"),
    ]
}

fn entry(glyph: &str, words: &str) -> Node {
    Node::new("li")
        .child(Node::of("span", glyph).attr("class", "glyph").attr("aria-hidden", "true"))
        .text(words)
}

/// A character that looks like the mark.
fn glyph(shape: MarkShape) -> &'static str {
    match shape {
        MarkShape::Circle => "●",
        MarkShape::Square => "■",
        MarkShape::Diamond => "◆",
        MarkShape::TriangleUp => "▲",
        MarkShape::TriangleDown => "▼",
        MarkShape::Star => "★",
        MarkShape::Cross => "✚",
        MarkShape::Hexagon => "⬢",
        MarkShape::Pentagon => "⬟",
        MarkShape::Bar => "▮",
    }
}
