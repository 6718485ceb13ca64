//! Choosing among partners, themes, kinds, rows, questions and cameras; and what a search found.

use super::update::can_fold;
use super::{bit, Filter, Found, Group, Look, State, Target};
use crate::dossier::Dossier;

/// Chooses, or no longer chooses, the thing at a position of a group; nothing beyond the last.
pub(super) fn choose(state: &mut State, group: Group, ix: usize, on: bool, dossier: &Dossier) {
    if ix >= group.len(dossier) {
        return;
    }
    match group {
        Group::Question => state.view.question = ix,
        Group::Camera => state.view.look = Look::preset(dossier, ix),
        Group::Row if can_fold(ix, dossier) => set(&mut state.view.folded, ix, !on),
        Group::Row => {}
        _ => {
            if let Some(chosen) = state.view.filter.group(group) {
                set(chosen, ix, on);
            }
            drop_hidden(state, dossier);
        }
    }
}

fn set(chosen: &mut u32, ix: usize, on: bool) {
    if on {
        *chosen |= bit(ix);
    } else {
        *chosen &= !bit(ix);
    }
}

/// Drops all filters and the search.
pub(super) fn clear_filters(state: &mut State) {
    state.view.filter = Filter::default();
    state.view.query.clear();
    state.motion.found = None;
}

/// Keeps what was found for a query.
pub(super) fn find(state: &mut State, query: String, targets: &[Target], dossier: &Dossier) {
    let mut found =
        Found { events: vec![false; dossier.events.len()], ties: vec![false; dossier.ties.len()] };
    for target in targets {
        let slot = match target {
            Target::Event(ix) => found.events.get_mut(*ix),
            Target::Tie(ix) => found.ties.get_mut(*ix),
            _ => None,
        };
        if let Some(slot) = slot {
            *slot = true;
        }
    }
    state.motion.found = (!query.is_empty()).then_some(found);
    state.view.query = query;
    drop_hidden(state, dossier);
}

/// An opened cluster closes when what is in it may no longer be shown. A choice stays, like any link to it.
fn drop_hidden(state: &mut State, dossier: &Dossier) {
    let open = std::mem::take(&mut state.motion.open_cluster);
    let shown = |ix: &usize| dossier.events.get(*ix).is_some_and(|event| state.shows_event(*ix, event));
    if open.iter().all(shown) {
        state.motion.open_cluster = open;
    }
}
