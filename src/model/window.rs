//! The window of time within its bounds.

use super::State;
use crate::dossier::Dossier;
use crate::text::Day;

/// The shortest window: a week, so that a day has a width to be seen.
pub const LEAST_DAYS: f64 = 7.0;

/// What is chosen must be in view: a window that the cursor has left is moved, as wide as it is, to have it in its
/// middle.
pub(super) fn keep_in_window(state: &mut State, dossier: &Dossier) {
    let (from, to) = state.view.window;
    let cursor = state.view.cursor;
    if cursor < from || cursor > to {
        let half = f64::from(to.0 - from.0 + 1) / 2.0;
        let middle = f64::from(cursor.0) + 0.5;
        show_window(state, (middle - half, middle + half), dossier);
    }
}

/// Bounds a window to the domain and to what can be read, and takes it as the view's. Answers with the bounds in days,
/// not rounded to whole ones; `None` for what is no window.
pub(super) fn show_window(
    state: &mut State,
    (from, until): (f64, f64),
    dossier: &Dossier,
) -> Option<(f64, f64)> {
    let (first, last) = dossier.manifest.domain;
    let (first, end) = (f64::from(first.0), f64::from(last.0) + 1.0);
    let span = until - from;
    // Neither a number that is none nor a window turned round.
    if !span.is_finite() || span <= 0.0 || until <= first || from >= end {
        return None;
    }
    let span = span.max(LEAST_DAYS).min(end - first);
    let from = (f64::midpoint(from, until) - span / 2.0).clamp(first, end - span);
    let whole = |days: f64| days.round() as i32;
    state.view.window = (Day(whole(from)), Day(whole(from + span) - 1));
    state.view.exploring = true;
    Some((from, from + span))
}
