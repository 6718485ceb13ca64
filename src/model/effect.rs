//! What the edge is asked to do after a change, found by comparing the state before and after.

use super::State;

/// What the edge is asked to do. Plain data: Rust never calls code that may call back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask for a frame: something changed or is on its way.
    NeedFrame,
    /// The ties picture shows something else.
    RepaintTies,
    /// The map shows something else.
    RepaintMap,
    /// Ask for the heights of the pictures again.
    NeedSize,
    /// Say what is chosen now, politely.
    AnnounceSelection,
    /// Say which step this is, politely.
    AnnounceStep,
    /// Say how many events are left, politely.
    AnnounceFilter,
    /// Tell the host that the choice changed.
    EmitSelect,
    /// Tell the host that the window of time changed.
    EmitRange,
    /// Tell the host that the step changed.
    EmitStep,
}

/// All that follows from this change.
pub(super) fn effects(before: &State, after: &State) -> Vec<Effect> {
    let (old, new) = (&before.view, &after.view);
    let mut effects = Vec::new();
    if before != after {
        effects.push(Effect::NeedFrame);
    }
    let hovers = before.motion.hover != after.motion.hover;
    let chosen = old.selected != new.selected || old.cursor != new.cursor;
    let told = old.step != new.step || old.exploring != new.exploring;
    let left = old.filter != new.filter || before.motion.found != after.motion.found;
    let (was, is) = (&before.motion.shown, &after.motion.shown);
    let opened = before.motion.open_cluster != after.motion.open_cluster || old.folded != new.folded;
    if hovers || chosen || told || left || opened || was.days != is.days {
        effects.push(Effect::RepaintTies);
    }
    if hovers || chosen || old.question != new.question || was.km != is.km {
        effects.push(Effect::RepaintMap);
    }
    if old.folded != new.folded {
        effects.push(Effect::NeedSize);
    }
    let selection_changed =
        old.selected != new.selected || before.motion.open_cluster != after.motion.open_cluster;
    if selection_changed && (new.selected.is_some() || !after.motion.open_cluster.is_empty()) {
        effects.push(Effect::AnnounceSelection);
    } else if left {
        effects.push(Effect::AnnounceFilter);
    } else if told {
        effects.push(Effect::AnnounceStep);
    }
    if old.selected != new.selected {
        effects.push(Effect::EmitSelect);
    }
    if old.window != new.window {
        effects.push(Effect::EmitRange);
    }
    if told {
        effects.push(Effect::EmitStep);
    }
    effects
}
