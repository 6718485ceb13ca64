//! The page of the test: the same text as in the explainer, with every drawing. Drawings stand where an empty `div` has
//! `data-drawing`.

use super::node::on_its_own;
use super::say::entry_link;
use super::test_say::word;
use super::test_section::{declared_part, later_parts};
use super::Node;
use crate::dossier::Dossier;
use crate::relations::Tested;

/// The whole page but for its frame; nothing for a dossier that tests nothing.
pub fn test_page(dossier: &Dossier) -> Vec<Node> {
    let Some(tested) = Tested::of(dossier) else { return Vec::new() };
    let strings = &dossier.strings;
    let drawing = |name: &str| Node::new("div").attr("data-drawing", name);
    let note = |key: &str| Node::of("p", word(strings, key)).attr("class", "ux-about");
    let mut nodes = vec![Node::new("header").child(Node::of("h1", word(strings, "page-title")))];
    nodes.push(
        Node::new("section")
            .attr("id", "declared")
            .children(on_its_own(&declared_part(&tested, strings)))
            .child(drawing("scores:"))
            .child(note("legend-columns"))
            .child(note("legend-strip"))
            .child(drawing("scatter:"))
            .child(
                Node::new("details")
                    .child(Node::of("summary", word(strings, "curves-heading")))
                    .child(drawing("scores:stock"))
                    .child(note("legend-curves")),
            ),
    );
    for part in later_parts(&tested, dossier, entry_link) {
        let id = part.key.trim_end_matches("-heading");
        let mut section = Node::new("section").attr("id", id).child(Node::of("h2", word(strings, part.key)));
        let (first, rest): (Vec<_>, Vec<_>) =
            on_its_own(&part.nodes).into_iter().enumerate().partition(|(at, _)| *at == 0);
        section = section.children(first.into_iter().map(|(_, node)| node));
        if id == "moments" {
            section = section.child(drawing("moments:"));
        }
        section = section.children(rest.into_iter().map(|(_, node)| node));
        if id == "series" {
            let drawn = tested.plan.drawn.iter().chain(&tested.plan.context);
            for series in drawn.filter_map(|at| tested.series.get(*at)) {
                let title = strings.get("series", &[&series.id, ".title"].concat()).unwrap_or("");
                section =
                    section.child(Node::of("h3", title)).child(drawing(&["series:", &series.id].concat()));
            }
        }
        nodes.push(section);
    }
    nodes
}
