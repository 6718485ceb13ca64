//! The words in a scatter: what its quarters are called, and the years beside the points.

use super::scatter::{ScatterPoint, POINT};
use super::text_line::{block, TextLine, LINE};
use super::{place_labels, Anchor, Candidate, Rect, Wanted, TEXT_CSS_PX};
use crate::text::Measure;

/// Between the plot's edges and the words of its corners.
const EDGE: f64 = 6.0;
/// Years written out at one point; of more the rest is counted.
const MOST_YEARS: usize = 2;

/// The quarters' names, in their outer corners or, where points stand there, further in: for each of the first in the top left
/// and bottom right, for the second top right and bottom left.
pub(super) fn corner_words(
    plot: &Rect,
    zero: (f64, f64),
    [opposite, together]: [&str; 2],
    points: &[ScatterPoint],
    measure: &dyn Measure,
) -> Vec<TextLine> {
    let mut corners = Vec::new();
    for (text, left, upper) in
        [(opposite, true, true), (together, false, true), (together, true, false), (opposite, false, false)]
    {
        let quarter = Rect::new(
            if left { plot.x } else { zero.0 },
            if upper { plot.y } else { zero.1 },
            if left { zero.0 - plot.x } else { plot.right() - zero.0 },
            if upper { zero.1 - plot.y } else { plot.bottom() - zero.1 },
        )
        .grown(-EDGE);
        let lines = block(text, false, (0.0, 0.0), quarter.w, measure);
        let height = lines.len() as f64 * LINE;
        let width = lines.iter().map(|line| line.rect(measure).w).fold(0.0, f64::max);
        let x = if left { quarter.x } else { quarter.right() - width };
        let steps = ((quarter.h - height) / LINE).max(0.0) as usize;
        let free = |n: usize| {
            let down = n as f64 * LINE;
            let y = if upper { quarter.y + down } else { quarter.bottom() - height - down };
            let rect = Rect::new(x, y, width, height);
            let stands = |point: &ScatterPoint| rect.distance_to(point.at.0, point.at.1) < POINT + 2.0;
            (!points.iter().any(stands)).then_some(y)
        };
        // Left out rather than over a point: the legend says it as well.
        let Some(y) = (0..=steps).find_map(free) else { continue };
        for (n, line) in lines.into_iter().enumerate() {
            let anchor = if left { Anchor::Start } else { Anchor::End };
            let at = (if left { x } else { quarter.right() }, y + (n as f64 + 0.5) * LINE);
            corners.push(TextLine { at, anchor, ..line });
        }
    }
    corners
}

/// A year in two digits.
fn short(year: i32) -> String {
    format!("’{:02}", year.rem_euclid(100))
}

fn words(years: &[i32]) -> String {
    let mut words: Vec<String> = years.iter().take(MOST_YEARS).map(|year| short(*year)).collect();
    if years.len() > MOST_YEARS {
        words.push(["+", &(years.len() - MOST_YEARS).to_string()].concat());
    }
    words.join(" ")
}

/// Years beside the points, those further out first: there is room, and they are asked for.
pub(super) fn year_labels(
    points: &mut [ScatterPoint],
    chosen: Option<usize>,
    plot: &Rect,
    zero: (f64, f64),
    corners: &[TextLine],
    measure: &dyn Measure,
) {
    let mut obstacles: Vec<Rect> = corners.iter().map(|line| line.rect(measure)).collect();
    obstacles.extend(points.iter().map(|point| Rect::new(point.at.0, point.at.1, 0.0, 0.0).grown(POINT)));
    let wanted: Vec<Wanted> = points
        .iter()
        .enumerate()
        .map(|(n, point)| {
            let (x, y) = point.at;
            let (side, over) = (POINT + 3.0, POINT + 9.0);
            let candidate = |dx: f64, dy: f64, anchor| Candidate { x: x + dx, y: y + dy, anchor };
            Wanted {
                text: words(&point.years),
                size_css_px: TEXT_CSS_PX,
                bold: chosen == Some(n),
                priority: if chosen == Some(n) {
                    f64::INFINITY
                } else {
                    (x - zero.0).hypot(y - zero.1) + 40.0 * (point.years.len() as f64 - 1.0)
                },
                optional: true,
                candidates: vec![
                    candidate(side, 0.0, Anchor::Start),
                    candidate(-side, 0.0, Anchor::End),
                    candidate(0.0, -over, Anchor::Middle),
                    candidate(0.0, over, Anchor::Middle),
                    candidate(2.0, -over + 1.0, Anchor::Start),
                    candidate(-2.0, -over + 1.0, Anchor::End),
                    candidate(2.0, over - 1.0, Anchor::Start),
                    candidate(-2.0, over - 1.0, Anchor::End),
                ],
            }
        })
        .collect();
    for label in place_labels(&wanted, plot, &obstacles, measure) {
        if let Some(point) = points.get_mut(label.wanted) {
            let at = (label.at.x, label.at.y);
            point.label = Some(TextLine { text: label.text, at, anchor: label.at.anchor, bold: label.bold });
        }
    }
}
