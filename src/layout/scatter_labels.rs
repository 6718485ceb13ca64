//! The words in a scatter: what its quarters are called, and the years beside the points.

use super::labels::text_rect;
use super::scatter::{ScatterPoint, CHOSEN_RING, GROUP_RING, POINT};
use super::text_line::{block, TextLine, LINE};
use super::{place_labels, Anchor, Candidate, Rect, Wanted, TEXT_CSS_PX};
use crate::order;
use crate::text::Measure;

/// Between the plot's edges and the words of its corners.
const EDGE: f64 = 6.0;
/// Years written out at one point; of more the rest is counted.
const MOST_YEARS: usize = 2;
/// A label this far from every other point is plainly that of its own.
const CLEAR: f64 = 12.0;
/// A label this near another point seems to be that one's; one right over or under its own less so.
const NEAR_BESIDE: f64 = 8.5;
const NEAR_OVER: f64 = 6.0;
/// Years have four digits from this width of the plot.
const FULL_FROM: f64 = 440.0;

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

/// The years of a point, in two digits where there is little room.
fn words(years: &[i32], full: bool) -> String {
    let word = |year: &i32| if full { year.to_string() } else { format!("’{:02}", year.rem_euclid(100)) };
    let mut words: Vec<String> = years.iter().take(MOST_YEARS).map(word).collect();
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
    let reach = |n: usize, point: &ScatterPoint| match point.years.len() {
        _ if chosen == Some(n) => CHOSEN_RING + 1.5,
        1 => POINT,
        _ => GROUP_RING + 1.0,
    };
    obstacles.extend(
        points.iter().enumerate().map(|(n, p)| Rect::new(p.at.0, p.at.1, 0.0, 0.0).grown(reach(n, p))),
    );
    // The axes, so that none cuts a year.
    obstacles.push(Rect::new(plot.x, zero.1 - 0.5, plot.w, 1.0));
    obstacles.push(Rect::new(zero.0 - 0.5, plot.y, 1.0, plot.h));
    let wanted: Vec<Wanted> = points
        .iter()
        .enumerate()
        .map(|(n, point)| {
            let (text, bold) = (words(&point.years, plot.w >= FULL_FROM), chosen == Some(n));
            let width = measure.width_css_px(&text, TEXT_CSS_PX, bold);
            let others = || points.iter().enumerate().filter(|(other, _)| *other != n).map(|(_, p)| p.at);
            // Where another point is as near, nobody can tell whose year it is: rather none.
            let clear = |at: &Candidate| {
                let rect = text_rect(*at, width, TEXT_CSS_PX);
                others().map(|(x, y)| rect.distance_to(x, y)).fold(CLEAR, f64::min)
            };
            let mut candidates = around(point.at, reach(n, point));
            candidates
                .retain(|at| clear(at) > if at.anchor == Anchor::Middle { NEAR_OVER } else { NEAR_BESIDE });
            order::sort(&mut candidates, &mut |a, b| clear(b).total_cmp(&clear(a)));
            let out = (point.at.0 - zero.0).hypot(point.at.1 - zero.1);
            let several = 40.0 * (point.years.len() as f64 - 1.0);
            let priority = if bold { f64::INFINITY } else { out + several };
            Wanted { text, size_css_px: TEXT_CSS_PX, bold, priority, optional: true, candidates }
        })
        .collect();
    for label in place_labels(&wanted, plot, &obstacles, measure) {
        if let Some(point) = points.get_mut(label.wanted) {
            let at = (label.at.x, label.at.y);
            point.label = Some(TextLine { text: label.text, at, anchor: label.at.anchor, bold: label.bold });
        }
    }
}

/// Places beside a point of this radius, the readiest first.
fn around((x, y): (f64, f64), radius: f64) -> Vec<Candidate> {
    let (side, over) = (radius + 2.5, radius + 8.0);
    [
        (side, 0.0, Anchor::Start),
        (-side, 0.0, Anchor::End),
        (0.0, -over, Anchor::Middle),
        (0.0, over, Anchor::Middle),
        (2.0, -over, Anchor::Start),
        (-2.0, -over, Anchor::End),
        (2.0, over, Anchor::Start),
        (-2.0, over, Anchor::End),
    ]
    .into_iter()
    .map(|(dx, dy, anchor)| Candidate { x: x + dx, y: y + dy, anchor })
    .collect()
}
