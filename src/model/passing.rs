//! What passes with time: the short way to a new window or look, and the cursor running while playing.

use super::update::clamp;
use super::{Shown, State, Tween};
use crate::dossier::Dossier;
use crate::text::Day;

/// How long playing takes through any window, from its first to its last day.
const PLAY_MS: f64 = 20_000.0;

/// What is shown once a way that is being gone is cut short: the one picture arrives where it was going while the
/// other is under a finger.
pub(super) fn at_rest(state: &State) -> Shown {
    if state.motion.tween.is_some() {
        Shown::of(&state.view)
    } else {
        state.motion.shown
    }
}

/// Shows this at once: it is under the reader's finger.
pub(super) fn move_on(state: &mut State, shown: Shown) {
    state.motion.tween = None;
    state.motion.shown = shown;
}

/// After the view may have changed: sets out towards it, or stands there at once.
pub(super) fn settle(state: &mut State, before: &State) {
    let aim = Shown::of(&state.view);
    if aim == Shown::of(&before.view) {
        return;
    }
    let from = state.motion.shown;
    state.motion.tween = state.motion.animate.then_some(Tween { from, gone_ms: 0.0 });
    if !state.motion.animate {
        state.motion.shown = aim;
    }
}

/// Lets time pass. What is no time passes nothing.
pub(super) fn tick(state: &mut State, ms: f64, dossier: &Dossier) {
    let ms = if ms.is_finite() { ms.max(0.0) } else { 0.0 };
    if let Some(mut tween) = state.motion.tween {
        tween.gone_ms += ms;
        let (shown, arrived) = tween.at(&Shown::of(&state.view));
        state.motion.shown = shown;
        state.motion.tween = (!arrived).then_some(tween);
    }
    let Some(carried) = state.motion.playing else { return };
    let (first, last) = state.view.window;
    // From the end, or from outside the window, it begins again.
    if state.view.cursor < first || state.view.cursor >= last {
        if carried > 0.0 {
            state.motion.playing = None;
            return;
        }
        state.view.cursor = first;
    }
    let days = carried + f64::from(last.0 - first.0) * ms / PLAY_MS;
    let whole = days.floor();
    let cursor = clamp(Day(state.view.cursor.0.saturating_add(whole as i32)), dossier).min(last);
    state.view.cursor = cursor;
    // Never quite nothing: nothing carried marks the first tick.
    state.motion.playing = (cursor < last).then_some((days - whole).max(1e-9));
}
