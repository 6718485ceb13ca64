//! The one place that changes the state. Answers with effects as data; never calls out.

use super::choose::{choose, clear_filters, find};
use super::effect::{effects, Effect};
use super::passing::{at_rest, move_on, settle, tick};
use super::window::{keep_in_window, show_window};
use super::{bit, Chosen, Filter, Group, Look, Shown, State, Target, View};
use crate::dossier::{Dossier, Side};
use crate::text::Day;

/// What happened at the edge, in the model's own terms.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Choose something; `None` clears the choice. A row is folded or unfolded.
    Select(Option<Target>),
    /// The pointer is over something; `None` when it left.
    Hover(Option<Target>),
    /// Put the cursor on a day.
    Cursor(Day),
    /// Show this window of time.
    Range(Day, Day),
    /// Show the time between these two moments, in days since 1970-01-01.
    Window {
        /// Where the plot begins.
        from: f64,
        /// Where it ends.
        until: f64,
        /// At once, as under a finger; else on a short way.
        at_once: bool,
    },
    /// Look there on the map.
    Look {
        /// Where.
        look: Look,
        /// At once, as under a finger; else on a short way.
        at_once: bool,
    },
    /// Go to a step of the story, counted from 0.
    Step(usize),
    /// One step on.
    Next,
    /// One step back.
    Back,
    /// Leave the story's path.
    Explore,
    /// Come back to the step that was left.
    ReturnToStory,
    /// Choose the event this many places further in date order, of those that filters and search leave.
    Move(i32),
    /// Choose (or no longer choose) the thing at this position of a group.
    Choose(Group, usize, bool),
    /// Drop all filters and the search.
    ClearFilters,
    /// This was searched for, and these records found. The empty query ends the search.
    Found(String, Vec<Target>),
    /// Let the cursor run through the window, or stop it.
    Play(bool),
    /// So many milliseconds passed.
    Tick(f64),
    /// Whether changes are shown as a short way.
    Animate(bool),
    /// Take over a whole view, as from a link.
    Show(Box<View>),
}

/// Applies one message. Anything out of range is clamped or ignored; nothing panics.
pub fn update(state: &mut State, msg: Msg, dossier: &Dossier) -> Vec<Effect> {
    let before = state.clone();
    if !matches!(msg, Msg::Tick(_) | Msg::Hover(_) | Msg::Animate(_) | Msg::Play(_)) {
        state.motion.playing = None;
    }
    let mut at_once = None;
    match msg {
        Msg::Select(target) => select(state, target, dossier),
        Msg::Hover(target) => state.motion.hover = target.filter(|t| exists(t, dossier)),
        Msg::Cursor(day) => state.view.cursor = clamp(day, dossier),
        Msg::Range(from, to) => {
            let (from, to) = (clamp(from.min(to), dossier), clamp(from.max(to), dossier));
            show_window(state, (f64::from(from.0), f64::from(to.0) + 1.0), dossier);
        }
        Msg::Window { from, until, at_once: now } => {
            let days = show_window(state, (from, until), dossier);
            at_once = days.filter(|_| now).map(|days| Shown { days, ..at_rest(state) });
        }
        Msg::Look { look, at_once: now } => {
            state.view.look = look.bounded();
            let km = Shown::of(&state.view).km;
            at_once = now.then(|| Shown { km, ..at_rest(state) });
        }
        Msg::Step(step) => go_to(state, step, dossier),
        Msg::Next => go_to(state, state.view.step.saturating_add(1), dossier),
        Msg::Back => go_to(state, state.view.step.saturating_sub(1), dossier),
        Msg::Explore => {
            state.view.exploring = true;
            state.view.window = dossier.manifest.domain;
        }
        Msg::ReturnToStory => go_to(state, state.view.step, dossier),
        Msg::Move(by) => move_selection(state, by, dossier),
        Msg::Choose(group, ix, on) => choose(state, group, ix, on, dossier),
        Msg::ClearFilters => clear_filters(state),
        Msg::Found(query, targets) => find(state, query, &targets, dossier),
        Msg::Play(on) => state.motion.playing = on.then_some(0.0),
        Msg::Tick(ms) => tick(state, ms, dossier),
        Msg::Animate(on) => state.motion.animate = on,
        Msg::Show(view) => show(state, *view, dossier),
    }
    match at_once {
        Some(shown) => move_on(state, shown),
        None => settle(state, &before),
    }
    effects(&before, state)
}

fn select(state: &mut State, target: Option<Target>, dossier: &Dossier) {
    let target = target.filter(|t| exists(t, dossier));
    if let Some(Target::Row(row)) = target {
        return choose(state, Group::Row, row, state.view.is_folded(row), dossier);
    }
    state.motion.open_cluster.clear();
    match target {
        None | Some(Target::Row(_)) => state.view.selected = None,
        Some(Target::Time(day)) => state.view.cursor = clamp(day, dossier),
        Some(Target::Cluster(events)) => {
            state.view.selected = None;
            if let Some(day) = Target::Cluster(events.clone()).day(dossier) {
                state.view.cursor = clamp(day, dossier);
            }
            state.motion.open_cluster = events;
        }
        Some(target) => {
            if let Some(day) = cursor_for(&target, state.view.cursor, dossier) {
                state.view.cursor = clamp(day, dossier);
                keep_in_window(state, dossier);
            }
            state.view.selected = Some(target);
        }
    }
}

/// A tie or base that is in force where the cursor stands keeps it there; all else takes it along.
fn cursor_for(target: &Target, cursor: Day, dossier: &Dossier) -> Option<Day> {
    use crate::relations::{certainty_on, Certainty};
    let span = match target {
        Target::Tie(ix) => dossier.ties.get(*ix).map(|t| (t.from, t.to)),
        Target::Base(ix) => dossier.bases.get(*ix).map(|b| (b.from, b.to)),
        _ => None,
    };
    match span {
        Some((from, to)) if certainty_on(&from, &to, cursor) != Certainty::No => Some(cursor),
        _ => target.day(dossier),
    }
}

fn go_to(state: &mut State, step: usize, dossier: &Dossier) {
    // What the reader filtered and folded stays: the story says where to look, not what to leave out.
    let old = state.view.clone();
    let View { filter, folded, query, .. } = old;
    state.view = View { filter, folded, query, ..View::at_step(dossier, step) };
    state.motion.open_cluster.clear();
}

fn move_selection(state: &mut State, by: i32, dossier: &Dossier) {
    let left: Vec<usize> =
        (0..dossier.events.len()).filter(|ix| state.shows_event(*ix, &dossier.events[*ix])).collect();
    let Some(last) = left.len().checked_sub(1) else { return };
    let by = by as isize;
    // The first of those left that is not before what is chosen, else not before the cursor.
    let here = match state.view.selected {
        Some(Target::Event(chosen)) => left.partition_point(|ix| *ix < chosen),
        _ => left.partition_point(|ix| dossier.events[*ix].when.earliest() < state.view.cursor),
    };
    let chosen_is_left =
        matches!(state.view.selected, Some(Target::Event(ix)) if left.get(here) == Some(&ix));
    let next = here.saturating_add_signed(if chosen_is_left || by <= 0 { by } else { by - 1 }).min(last);
    select(state, left.get(next).map(|ix| Target::Event(*ix)), dossier);
}

fn show(state: &mut State, view: View, dossier: &Dossier) {
    // Bounded first: a window that lies wholly outside the domain is nothing once it is cut to it.
    let window = (clamp(view.window.0, dossier), clamp(view.window.1, dossier));
    let record = |t: &Target| {
        !matches!(t, Target::Cluster(_) | Target::Row(_) | Target::Time(_)) && exists(t, dossier)
    };
    let View { filter, folded, .. } = view;
    let known = |chosen: Chosen, group: Group| {
        let may = |ix: &usize| group != Group::Row || can_fold(*ix, dossier);
        (0..group.len(dossier)).filter(may).fold(0, |all, ix| all | bit(ix)) & chosen
    };
    if view.query != state.view.query {
        // What was found belongs to the old query; the shell searches anew.
        state.motion.found = None;
    }
    state.view = View {
        window: if window.0 < window.1 { window } else { dossier.manifest.domain },
        cursor: clamp(view.cursor, dossier),
        selected: view.selected.filter(record),
        step: view.step.min(dossier.story.len().saturating_sub(1)),
        question: view.question.min(dossier.manifest.questions.len().saturating_sub(1)),
        look: view.look.bounded(),
        filter: Filter {
            partners: known(filter.partners, Group::Partner),
            themes: known(filter.themes, Group::Theme),
            kinds: known(filter.kinds, Group::Kind),
        },
        folded: known(folded, Group::Row),
        ..view
    };
    state.motion.open_cluster.clear();
}

/// Whether a row may be folded: the axis is what the other rows hang on; it stays.
pub fn can_fold(row: usize, dossier: &Dossier) -> bool {
    dossier.manifest.rows.get(row).is_some_and(|row| row.side != Side::Axis)
}

fn exists(target: &Target, dossier: &Dossier) -> bool {
    match target {
        Target::Event(ix) => *ix < dossier.events.len(),
        Target::Tie(ix) => *ix < dossier.ties.len(),
        Target::Base(ix) => *ix < dossier.bases.len(),
        Target::Row(ix) => *ix < dossier.manifest.rows.len(),
        Target::Cluster(events) => !events.is_empty() && events.iter().all(|ix| *ix < dossier.events.len()),
        Target::Time(_) => true,
    }
}

pub(super) fn clamp(day: Day, dossier: &Dossier) -> Day {
    day.clamp(dossier.manifest.domain.0, dossier.manifest.domain.1)
}
