//! What filters, search and the window of time leave, as lists: the records in view, the places in the map's view with
//! their events, and the shelf for events without a place. And the things a reader can choose among, with counts.

use super::say::{inside, tie_when, time};
use super::Node;
use crate::dossier::{Dossier, Event, Tie, Where};
use crate::model::{bit, can_fold, Filter, Group, State, Target};
use crate::text::{Until, When};

/// Entries of one list at most: longer ones say how many are left out and how to see them.
const MOST_ENTRIES: usize = 200;

/// One thing of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<'d> {
    /// Its id.
    pub id: &'d str,
    /// Its name.
    pub name: &'d str,
    /// How many records would be shown if it alone were chosen in its group; how many a row has; else 0.
    pub count: usize,
    /// Whether it is chosen.
    pub on: bool,
}

/// What there is to choose among in a group, in the manifest's order.
pub fn choices<'d>(group: Group, state: &State, dossier: &'d Dossier) -> Vec<Choice<'d>> {
    let mut choices = Vec::new();
    for ix in 0..group.len(dossier) {
        if group == Group::Row && !can_fold(ix, dossier) {
            continue;
        }
        let id = group.id(ix, dossier);
        let (section, count, on) = match group {
            Group::Question => ("question", 0, state.view.question == ix),
            Group::Camera => ("camera", 0, state.view.look.camera(dossier) == Some(ix)),
            Group::Row => ("row", in_row(ix, dossier), !state.view.is_folded(ix)),
            Group::Partner | Group::Theme | Group::Kind => {
                let mut alone = state.view.filter;
                let chosen = alone.group(group).map_or(0, |chosen| std::mem::replace(chosen, bit(ix)));
                let section = match (group, ix) {
                    (Group::Partner, _) => "partner",
                    (Group::Theme, _) => "theme",
                    (_, 0) => "ui",
                    _ => "tie_kind",
                };
                (section, left(state, &alone, dossier), chosen & bit(ix) != 0)
            }
        };
        let name =
            if section == "ui" { dossier.strings.ui("kind-event") } else { dossier.title(section, id) };
        choices.push(Choice { id, name, count, on });
    }
    choices
}

/// How many records another filter would leave of those that were found.
fn left(state: &State, filter: &Filter, dossier: &Dossier) -> usize {
    let motion = &state.motion;
    let event = |(ix, event): &(usize, &Event)| filter.event(event) && motion.found_event(*ix);
    let tie = |(ix, tie): &(usize, &Tie)| filter.tie(tie) && motion.found_tie(*ix);
    dossier.events.iter().enumerate().filter(event).count()
        + dossier.ties.iter().enumerate().filter(tie).count()
}

fn in_row(row: usize, dossier: &Dossier) -> usize {
    let events = dossier.events.iter().filter(|event| dossier.row_of_event(event) == row);
    let ties = dossier.ties.iter().filter(|tie| dossier.row_of_tie(tie) == row);
    events.count() + ties.count()
}

/// What is in view: events in date order, then ties.
pub fn list(state: &State, dossier: &Dossier) -> Vec<Node> {
    let (first, last) = state.view.window;
    let (strings, as_of) = (&dossier.strings, dossier.manifest.as_of);
    let events = state.events_in_view(dossier);
    let mut ties: Vec<usize> = Vec::new();
    for (ix, tie) in dossier.ties.iter().enumerate() {
        let end = match tie.to {
            Until::Known(span) => span.latest,
            Until::Open => as_of,
        };
        if tie.from.earliest <= last && end >= first && state.shows_tie(ix, dossier) {
            ties.push(ix);
        }
    }
    let count = |key: &str, n: usize| Node::of("p", &strings.plural(key, n as u64)).attr("class", "count");
    let mut nodes = vec![count("events", events.len())];
    nodes.extend(entries("ol", &events, dossier, &event_entry));
    if !ties.is_empty() {
        nodes.push(count("ties", ties.len()));
        nodes.extend(entries("ul", &ties, dossier, &|ix, d| {
            d.ties.get(ix).map(|tie| entry("tie", &tie.id, &tie_when(tie), d))
        }));
    }
    nodes
}

fn event_entry(ix: usize, dossier: &Dossier) -> Option<Node> {
    dossier.events.get(ix).map(|event| entry("event", &event.id, &event.when, dossier))
}

fn entry(kind: &str, id: &str, when: &When, dossier: &Dossier) -> Node {
    let target = [kind, ":", id].concat();
    Node::new("li")
        .attr("data-target", &target)
        .child(time(when, dossier))
        .text(" ")
        .child(inside(kind, id, dossier))
}

/// A list of entries, cut where it grows too long, with the sentence that says so.
pub(super) fn entries(
    tag: &'static str,
    records: &[usize],
    dossier: &Dossier,
    entry: &dyn Fn(usize, &Dossier) -> Option<Node>,
) -> Vec<Node> {
    let mut list = Node::new(tag);
    for ix in records.iter().take(MOST_ENTRIES) {
        if let Some(node) = entry(*ix, dossier) {
            list = list.child(node);
        }
    }
    let mut nodes = vec![list];
    if let Some(more) = records.len().checked_sub(MOST_ENTRIES).filter(|more| *more > 0) {
        let more = dossier.strings.number(more as u64);
        let line = dossier.strings.fill("ui", "list-cut", &[("n", &more)]);
        nodes.push(Node::of("p", &line).attr("class", "quiet"));
    }
    nodes
}

/// The places among `in_view` (indices of places) with the events in view that happened there, then the shelf: events
/// without a place, by the reason why.
pub fn places(state: &State, dossier: &Dossier, in_view: &[usize]) -> Vec<Node> {
    let events = state.events_in_view(dossier);
    let mut nodes = Vec::new();
    let mut put = |name: &str, class: &str, here: &dyn Fn(&Where) -> bool| {
        let of_here = |ix: &usize| dossier.events.get(*ix).is_some_and(|event| here(&event.place));
        let here: Vec<usize> = events.iter().copied().filter(of_here).collect();
        if !here.is_empty() {
            let count = dossier.strings.plural("events", here.len() as u64);
            let summary = Node::of("summary", &[name, " · ", &count].concat());
            let list = entries("ol", &here, dossier, &event_entry);
            nodes.push(Node::new("details").attr("class", class).child(summary).children(list));
        }
    };
    for place in in_view {
        let Some(id) = dossier.places.get(*place).map(|p| p.id.as_str()) else { continue };
        put(dossier.title("place", id), "place", &|at| *at == Where::Place(*place));
    }
    let mut reasons: Vec<&str> = Vec::new();
    for event in &dossier.events {
        if let Where::None(reason) = &event.place {
            if !reasons.contains(&reason.as_str()) {
                reasons.push(reason);
            }
        }
    }
    for reason in reasons {
        let name = dossier.title("no_place", reason);
        put(name, "place shelf", &|at| matches!(at, Where::None(of) if of == reason));
    }
    nodes
}

/// Why the chosen event has no place on the map; empty if it has one, or nothing is chosen.
pub fn shelf<'d>(state: &State, dossier: &'d Dossier) -> &'d str {
    match &state.view.selected {
        Some(Target::Event(ix)) => match dossier.events.get(*ix).map(|event| &event.place) {
            Some(Where::None(reason)) => dossier.title("no_place", reason),
            _ => "",
        },
        _ => "",
    }
}
