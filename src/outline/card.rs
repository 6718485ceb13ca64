//! The card as far as it depends on what the reader does: an opened cluster, the ties in force on the cursor's
//! date, and, until its prepared card is there, the date and title of what is chosen.

use super::found::entries;
use super::say::{cluster_words, day, inside, joined, row_name, step_string, tie_when, time};
use super::Node;
use crate::dossier::Dossier;
use crate::model::{State, Target};
use crate::relations::ties_on;
use crate::text::{Day, When};

/// The key of the prepared card (see [`super::record_cards`]) that belongs to this state; empty if the card
/// depends on more than one record and is [`card`]'s alone.
pub fn card_key(state: &State, dossier: &Dossier) -> String {
    if !state.motion.open_cluster.is_empty() {
        return String::new();
    }
    match &state.view.selected {
        Some(target) => target.to_text(dossier),
        None => state.step(dossier).map_or(String::new(), |step| ["step:", &step.id].concat()),
    }
}

/// What the card says now, without what prepared cards add.
pub fn card(state: &State, dossier: &Dossier) -> Vec<Node> {
    if !state.motion.open_cluster.is_empty() {
        return cluster(&state.motion.open_cluster, dossier);
    }
    let brief = match &state.view.selected {
        Some(Target::Event(ix)) => dossier.events.get(*ix).map(|e| brief("event", &e.id, &e.when, dossier)),
        Some(Target::Tie(ix)) => dossier.ties.get(*ix).map(|t| brief("tie", &t.id, &tie_when(t), dossier)),
        Some(Target::Base(ix)) => dossier.bases.get(*ix).map(|b| {
            let when = When::Between { from: b.from, to: b.to };
            brief("base", &b.id, &when, dossier)
        }),
        _ => state
            .step(dossier)
            .map(|step| vec![Node::of("h2", step_string(dossier, &step.id, "title")), loading(dossier)]),
    };
    brief.unwrap_or_else(|| in_force(state, dossier))
}

fn brief(kind: &str, id: &str, when: &When, dossier: &Dossier) -> Vec<Node> {
    vec![
        Node::new("p").attr("class", "count").child(time(when, dossier)),
        Node::of("h2", dossier.title(kind, id)),
        loading(dossier),
    ]
}

fn loading(dossier: &Dossier) -> Node {
    Node::of("p", dossier.strings.ui("loading-detail")).attr("class", "quiet")
}

/// The ties in force on the cursor's date, a paragraph a row: as a list, thirty years on, they would push the map away.
fn in_force(state: &State, dossier: &Dossier) -> Vec<Node> {
    // All of them, whatever filters leave: the number is one of the record.
    let ties = ties_on(dossier, state.view.cursor);
    let date = day(state.view.cursor, dossier);
    let mut nodes = vec![
        Node::of("p", &dossier.strings.fill("ui", "cursor", &[("date", &date)])).attr("class", "count"),
        Node::of("h2", &dossier.strings.plural("ties-in-force", ties.len() as u64)),
    ];
    for row in 0..dossier.manifest.rows.len() {
        let mut links = Vec::new();
        for tie in ties.iter().filter_map(|ix| dossier.ties.get(*ix)) {
            if dossier.row_of_tie(tie) == row {
                links.push(inside("tie", &tie.id, dossier));
            }
        }
        if !links.is_empty() {
            let name = Node::of("strong", row_name(dossier, row));
            nodes.push(joined(Node::new("p").attr("class", "pointed").child(name).text(": "), links));
        }
    }
    nodes
}

fn cluster(events: &[usize], dossier: &Dossier) -> Vec<Node> {
    let item = |ix: usize, dossier: &Dossier| {
        dossier.events.get(ix).map(|e| {
            Node::new("li").child(time(&e.when, dossier)).text(" ").child(inside("event", &e.id, dossier))
        })
    };
    vec![
        Node::of("p", &cluster_words(events, dossier)).attr("class", "count"),
        Node::of("h2", &dossier.strings.plural("events", events.len() as u64)),
        Node::new("p")
            .child(Node::of("a", dossier.strings.ui("zoom-to")).attr("href", &zoom_to(events, dossier))),
    ]
    .into_iter()
    .chain(entries("ol", events, dossier, &item))
    .collect()
}

/// A link to the time from the first of these events to the last, with a little air.
fn zoom_to(events: &[usize], dossier: &Dossier) -> String {
    let (first, last) = dossier.manifest.domain;
    let all = events.iter().filter_map(|ix| dossier.events.get(*ix)).map(|event| event.when.start());
    let (mut from, mut to) = (last, first);
    for start in all {
        from = from.min(start.earliest);
        to = to.max(start.latest);
    }
    let air = (to.0 - from.0) / 10 + 3;
    let (from, to) = (Day(from.0 - air).max(first), Day(to.0 + air).min(last));
    ["#from=", &from.iso(), "&to=", &to.iso()].concat()
}
