//! Swaps, and gains on both sides, as lists: which ties began or ended, and which coded events there were.

use super::say::tie_when;
use super::test_say::{fill, word};
use super::test_section::Link;
use super::Node;
use crate::dossier::{Dossier, MomentKind};
use crate::relations::{moments_shown, Direction, MomentShown, MomentSide};
use crate::text::words;

/// All moments with both sides.
pub(super) fn moments(dossier: &Dossier, link: Link) -> Vec<Node> {
    let strings = &dossier.strings;
    let mut nodes = vec![Node::of("p", word(strings, "moments-intro"))];
    nodes.extend(moments_shown(dossier).iter().map(|shown| moment(shown, dossier, link)));
    nodes
}

fn moment(shown: &MomentShown, dossier: &Dossier, link: Link) -> Node {
    let strings = &dossier.strings;
    let words = |part: &str| strings.get("moment", &[&shown.moment.id, ".", part].concat()).unwrap_or("");
    let kind =
        word(strings, if shown.moment.kind == MomentKind::Swap { "moment-swap" } else { "moment-both" });
    let sides = dossier.test_plan.as_ref().map(|plan| [plan.moment_sides.0, plan.moment_sides.1]);
    let names = sides.unwrap_or_default().map(|side| {
        let plan = dossier.test_plan.as_ref();
        let id = plan.and_then(|plan| plan.sides.get(side)).map_or("", |side| side.id.as_str());
        strings.get("side", id).unwrap_or(id)
    });
    let lists = shown.sides.iter().zip(names).map(|(side, name)| side_list(side, name, dossier, link));
    Node::new("section")
        .child(Node::of("h4", words("title")))
        .child(Node::of("p", &[words("text"), " ", kind].concat()))
        .children(lists.flatten())
}

fn side_list(side: &MomentSide, name: &str, dossier: &Dossier, link: Link) -> Vec<Node> {
    let strings = &dossier.strings;
    let ties = side.changed.iter().map(|changed| {
        let what = match (changed.began, changed.ended) {
            (true, true) => [word(strings, "tie-began"), ", ", word(strings, "tie-ended")].concat(),
            (true, false) => word(strings, "tie-began").to_owned(),
            (false, _) => word(strings, "tie-ended").to_owned(),
        };
        let tie = dossier.ties.iter().find(|tie| tie.id == changed.id);
        let when = tie.map_or(String::new(), |tie| words::when_words(&tie_when(tie), strings));
        let item = Node::new("li").child(link("tie", &changed.id, dossier));
        item.text(&[" (", &when, "): ", &what].concat())
    });
    let events = side.events.iter().map(|event| {
        let way = if event.direction == Direction::Closer { "event-closer" } else { "event-further" };
        let record = dossier.event_ix(&event.id).and_then(|ix| dossier.events.get(ix));
        let when = record.map_or(String::new(), |event| words::when_words(&event.when, strings));
        let item = Node::new("li").child(link("event", &event.id, dossier));
        item.text(&[" (", &when, "): ", word(strings, way)].concat())
    });
    let throughout = fill(strings, "moment-throughout", &[("n", side.throughout.to_string())]);
    vec![
        Node::of("h5", name),
        Node::new("ul").children(ties).children(events).child(Node::of("li", &throughout)),
    ]
}
