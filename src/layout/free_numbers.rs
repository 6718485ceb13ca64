//! The numbers of a scale that has no gutter: beside their grid lines, wherever nothing else is.

use super::scores::Frame;
use super::text_line::TextLine;
use super::{place_labels, Anchor, Candidate, Rect, Wanted, TEXT_CSS_PX};

/// From a line to the middle of its number.
const BESIDE: f64 = 8.5;
/// Between two places that are tried.
const STEP: f64 = 6.0;

/// A number beside each line but that of zero, near an end of the plot if it can be; one without room is left out.
pub(super) fn free_numbers(
    frame: &Frame,
    lines: &[(f64, f64)],
    zero: f64,
    room: &Rect,
    obstacles: &[Rect],
) -> Vec<TextLine> {
    let steps = (room.w / 2.0 / STEP).max(0.0) as usize;
    let wanted: Vec<Wanted> = lines
        .iter()
        .filter(|(number, _)| *number != 0.0)
        .map(|(number, y)| {
            let away = if *y < zero { -BESIDE } else { BESIDE };
            let candidate = |x: f64, dy: f64, anchor| Candidate { x, y: y + dy, anchor };
            let at = |n: usize| {
                let inset = 2.0 + STEP * n as f64;
                let (left, right) = (room.x + inset, room.right() - inset);
                [(left, Anchor::Start), (right, Anchor::End)]
                    .into_iter()
                    .flat_map(move |(x, anchor)| [away, -away].map(|dy| candidate(x, dy, anchor)))
            };
            Wanted {
                text: frame.strings.decimal(*number),
                size_css_px: TEXT_CSS_PX,
                bold: false,
                priority: 1.0,
                optional: true,
                candidates: (0..steps).flat_map(at).collect(),
            }
        })
        .collect();
    let placed = place_labels(&wanted, room, obstacles, frame.measure).into_iter();
    placed.map(|label| TextLine::new(label.text, (label.at.x, label.at.y), label.at.anchor)).collect()
}
