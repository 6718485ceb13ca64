//! The numbers of a scale that has no gutter: beside their grid lines, wherever nothing else is.

use super::scores::Frame;
use super::text_line::TextLine;
use super::{place_labels, Anchor, Candidate, Rect, Wanted, TEXT_CSS_PX};

/// From a line to the middle of its number.
const BESIDE: f64 = 8.5;
/// Between two places that are tried.
const STEP: f64 = 6.0;

/// A number beside each line, away from `zero` or else towards it, as far left as there is room; one without room is left out.
pub(super) fn free_numbers(
    frame: &Frame,
    lines: &[(f64, f64)],
    zero: f64,
    room: &Rect,
    obstacles: &[Rect],
) -> Vec<TextLine> {
    let steps = ((room.w - 12.0) / STEP).max(0.0) as usize;
    let wanted: Vec<Wanted> = lines
        .iter()
        .map(|(number, y)| {
            let away = if *y < zero { -BESIDE } else { BESIDE };
            let candidate = |n: usize, dy: f64| Candidate {
                x: room.x + 2.0 + STEP * n as f64,
                y: y + dy,
                anchor: Anchor::Start,
            };
            let along = |dy: f64| (0..steps).map(move |n| candidate(n, dy));
            Wanted {
                text: frame.strings.decimal(*number),
                size_css_px: TEXT_CSS_PX,
                bold: false,
                priority: 1.0,
                optional: true,
                candidates: along(away).chain(along(-away)).collect(),
            }
        })
        .collect();
    let placed = place_labels(&wanted, room, obstacles, frame.measure).into_iter();
    placed.map(|label| TextLine::new(label.text, (label.at.x, label.at.y), Anchor::Start)).collect()
}
