//! The one place that changes the state. Answers with effects as data; never calls out.

use super::{State, Target, View};
use crate::dossier::Dossier;
use crate::text::Day;

/// What happened at the edge, in the model's own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Choose something; `None` clears the choice.
    Select(Option<Target>),
    /// The pointer is over something; `None` when it left.
    Hover(Option<Target>),
    /// Put the cursor on a day.
    Cursor(Day),
    /// Show this window of time.
    Range(Day, Day),
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
    /// Choose the event this many places further in date order.
    Move(i32),
    /// Ask the map this question.
    Question(usize),
    /// Take this camera.
    Camera(usize),
    /// Take over a whole view, as from a link.
    Show(Box<View>),
}

/// What the edge is asked to do. Plain data: Rust never calls code that may call back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Repaint: what is drawn may have changed.
    NeedFrame,
    /// Say what is chosen now, politely.
    AnnounceSelection,
    /// Say which step this is, politely.
    AnnounceStep,
    /// Tell the host that the choice changed.
    EmitSelect,
    /// Tell the host that the window of time changed.
    EmitRange,
    /// Tell the host that the step changed.
    EmitStep,
}

/// Applies one message. Anything out of range is clamped or ignored; nothing panics.
pub fn update(state: &mut State, msg: Msg, dossier: &Dossier) -> Vec<Effect> {
    let before = state.clone();
    match msg {
        Msg::Select(target) => select(state, target, dossier),
        Msg::Hover(target) => state.motion.hover = target.filter(|t| exists(t, dossier)),
        Msg::Cursor(day) => state.view.cursor = clamp(day, dossier),
        Msg::Range(from, to) => {
            let (from, to) = (clamp(from.min(to), dossier), clamp(from.max(to), dossier));
            if from < to {
                state.view.window = (from, to);
                state.view.exploring = true;
            }
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
        Msg::Question(ix) if ix < dossier.manifest.questions.len() => state.view.question = ix,
        Msg::Camera(ix) if ix < dossier.manifest.cameras.len() => state.view.camera = ix,
        Msg::Question(_) | Msg::Camera(_) => {}
        Msg::Show(view) => show(state, *view, dossier),
    }
    effects(&before, state)
}

fn select(state: &mut State, target: Option<Target>, dossier: &Dossier) {
    let target = target.filter(|t| exists(t, dossier));
    state.motion.open_cluster.clear();
    match target {
        None => state.view.selected = None,
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

/// What is chosen must be in view: a choice outside the window opens the window to all of time.
fn keep_in_window(state: &mut State, dossier: &Dossier) {
    let (from, to) = state.view.window;
    if state.view.cursor < from || state.view.cursor > to {
        state.view.window = dossier.manifest.domain;
        state.view.exploring = true;
    }
}

fn go_to(state: &mut State, step: usize, dossier: &Dossier) {
    state.view = View::at_step(dossier, step);
    state.motion.open_cluster.clear();
}

fn move_selection(state: &mut State, by: i32, dossier: &Dossier) {
    let count = dossier.events.len();
    let Some(last) = count.checked_sub(1) else { return };
    let by = by as isize;
    let next = match state.view.selected {
        Some(Target::Event(ix)) => ix.saturating_add_signed(by).min(last),
        _ => {
            // From the cursor: the first event after it going forward, the last before it going back.
            let after = dossier.events.partition_point(|e| e.when.earliest() < state.view.cursor);
            if by > 0 {
                after.saturating_add_signed(by - 1).min(last)
            } else {
                after.saturating_add_signed(by).min(last)
            }
        }
    };
    select(state, Some(Target::Event(next)), dossier);
}

fn show(state: &mut State, view: View, dossier: &Dossier) {
    // Bounded first: a window that lies wholly outside the domain is nothing once it is cut to it.
    let window = (clamp(view.window.0, dossier), clamp(view.window.1, dossier));
    let record = |t: &Target| !matches!(t, Target::Cluster(_) | Target::Time(_)) && exists(t, dossier);
    let valid = View {
        window: if window.0 < window.1 { window } else { dossier.manifest.domain },
        cursor: clamp(view.cursor, dossier),
        selected: view.selected.filter(record),
        step: view.step.min(dossier.story.len().saturating_sub(1)),
        question: view.question.min(dossier.manifest.questions.len().saturating_sub(1)),
        camera: view.camera.min(dossier.manifest.cameras.len().saturating_sub(1)),
        ..view
    };
    state.view = valid;
    state.motion.open_cluster.clear();
}

fn exists(target: &Target, dossier: &Dossier) -> bool {
    match target {
        Target::Event(ix) => *ix < dossier.events.len(),
        Target::Tie(ix) => *ix < dossier.ties.len(),
        Target::Base(ix) => *ix < dossier.bases.len(),
        Target::Cluster(events) => !events.is_empty() && events.iter().all(|ix| *ix < dossier.events.len()),
        Target::Time(_) => true,
    }
}

fn clamp(day: Day, dossier: &Dossier) -> Day {
    day.clamp(dossier.manifest.domain.0, dossier.manifest.domain.1)
}

fn effects(before: &State, after: &State) -> Vec<Effect> {
    let (old, new) = (&before.view, &after.view);
    let mut effects = Vec::new();
    if before != after {
        effects.push(Effect::NeedFrame);
    }
    let selection_changed =
        old.selected != new.selected || before.motion.open_cluster != after.motion.open_cluster;
    let step_changed = old.step != new.step || old.exploring != new.exploring;
    if selection_changed && (new.selected.is_some() || !after.motion.open_cluster.is_empty()) {
        effects.push(Effect::AnnounceSelection);
    } else if step_changed {
        effects.push(Effect::AnnounceStep);
    }
    if old.selected != new.selected {
        effects.push(Effect::EmitSelect);
    }
    if old.window != new.window {
        effects.push(Effect::EmitRange);
    }
    if step_changed {
        effects.push(Effect::EmitStep);
    }
    effects
}
