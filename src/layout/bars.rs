//! Ties as bars in lanes. A tie keeps its lane at every zoom, so bars do not jump while the window moves.

use super::{Rect, TimeScale, TEXT_CSS_PX};
use crate::dossier::{Dossier, Tie};
use crate::order::sorted_positions;
use crate::text::{ellipsis, Measure, Until};

/// Between two lanes.
const LANE_GAP: f64 = 2.5;
/// Room at the right end of a bar that goes on, for its sign.
const OPEN_SIGN: f64 = 11.0;
/// Between a bar's start and its name.
const NAME_INSET: f64 = 5.0;
/// Least room between two things in one lane.
const GAP: f64 = 8.0;
/// A name shortened below this is not worth reading.
const LEAST_NAME: f64 = 26.0;

/// A tie's name as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct BarName {
    /// What is written: the full name, the short one, or a shortened one.
    pub text: String,
    /// Left end of the text.
    pub x: f64,
    /// Its measured width.
    pub width: f64,
}

/// A tie as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Index of the tie.
    pub tie: usize,
    /// From the earliest possible start to the latest possible end, cut to the plot.
    pub rect: Rect,
    /// The part of `rect` within which it began, if that is more than a day and in view: (x0, x1).
    pub soft_start: Option<(f64, f64)>,
    /// The part within which it ended.
    pub soft_end: Option<(f64, f64)>,
    /// Still in force at the right end of the plot.
    pub open_end: bool,
    /// Began before the left end of the plot.
    pub cut_start: bool,
    /// Goes on beyond the right end of the plot, or has no end.
    pub cut_end: bool,
    /// Its name, if there is room for one.
    pub name: Option<BarName>,
}

/// Height of a bar, CSS pixels: one line of text, with a little air where there is room for it.
pub(super) fn bar_height(wide: bool) -> f64 {
    if wide {
        15.0
    } else {
        14.0
    }
}

/// From one lane to the next.
pub(super) fn lane_height(wide: bool) -> f64 {
    bar_height(wide) + LANE_GAP
}

/// Which lane each tie of a row has, and how many lanes that makes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lanes {
    /// Tie indices with their lane, in order of start.
    pub(super) ties: Vec<(usize, usize)>,
    /// How many lanes.
    pub(super) count: usize,
}

/// Packs a row's ties into lanes at the scale of the whole domain, names included.
pub(super) fn pack(dossier: &Dossier, row: usize, scale: &TimeScale, measure: &dyn Measure) -> Lanes {
    let key = |ix: usize| dossier.ties.get(ix).map(|t| (t.from.earliest, &t.id));
    let mut order = sorted_positions(dossier.ties.len(), &mut |a, b| key(a).cmp(&key(b)));
    order.retain(|ix| row_of(dossier, *ix) == Some(row));
    let mut taken: Vec<f64> = Vec::new();
    let mut ties = Vec::with_capacity(order.len());
    for ix in order {
        let Some(tie) = dossier.ties.get(ix) else { continue };
        let (x0, x1) = span_px(tie, scale);
        let (x0, x1) = (x0.max(scale.x0()), x1.min(scale.x1()));
        let name = measure.width_css_px(name_for(dossier, tie, x1 - x0, measure), TEXT_CSS_PX, false);
        let fits_in = x0 + NAME_INSET + name <= x1 - NAME_INSET;
        let flows_right = x1 + NAME_INSET + name <= scale.x1();
        let (left, right) = match (fits_in, flows_right) {
            (true, _) => (x0, x1),
            (false, true) => (x0, x1 + NAME_INSET + name),
            (false, false) => ((x0 - GAP - name).max(scale.x0()), x1),
        };
        let free = taken.iter().position(|end| end + GAP <= left);
        let lane = free.unwrap_or(taken.len());
        match taken.get_mut(lane) {
            Some(end) => *end = right,
            None => taken.push(right),
        }
        ties.push((ix, lane));
    }
    Lanes { ties, count: taken.len() }
}

/// Places a row's bars for the current window; `lane_y` gives the top of a lane, `shows` which ties are not hidden.
pub(super) fn place(
    dossier: &Dossier,
    lanes: &Lanes,
    scale: &TimeScale,
    measure: &dyn Measure,
    height: f64,
    lane_y: &dyn Fn(usize) -> f64,
    shows: &dyn Fn(usize) -> bool,
) -> Vec<Bar> {
    let mut bars = Vec::with_capacity(lanes.ties.len());
    for lane in 0..lanes.count {
        let mut in_lane: Vec<(usize, &Tie)> = Vec::new();
        for (ix, at) in &lanes.ties {
            if let Some(tie) = dossier.ties.get(*ix).filter(|_| *at == lane && shows(*ix)) {
                in_lane.push((*ix, tie));
            }
        }
        let mut left_limit = scale.x0();
        for (position, (ix, tie)) in in_lane.iter().enumerate() {
            let next = in_lane.get(position + 1).map_or(scale.x1(), |(_, t)| span_px(t, scale).0 - GAP);
            let Some(mut bar) = bar(tie, *ix, scale, Rect::new(0.0, lane_y(lane), 0.0, height)) else {
                continue;
            };
            bar.name = name(dossier, tie, &bar.rect, (left_limit, next, scale.x1()), measure);
            let name_end = bar.name.as_ref().map_or(0.0, |n| n.x + n.width);
            left_limit = bar.rect.right().max(name_end) + GAP;
            bars.push(bar);
        }
    }
    bars
}

fn row_of(dossier: &Dossier, tie: usize) -> Option<usize> {
    dossier.ties.get(tie).map(|t| dossier.row_of_tie(t))
}

/// Earliest possible start and latest possible end in pixels, not cut to the plot.
fn span_px(tie: &Tie, scale: &TimeScale) -> (f64, f64) {
    let end = match tie.to {
        Until::Known(span) => scale.end_px(span.latest),
        Until::Open => f64::INFINITY,
    };
    (scale.start_px(tie.from.earliest), end)
}

fn bar(tie: &Tie, ix: usize, scale: &TimeScale, lane: Rect) -> Option<Bar> {
    let (x0, x1) = span_px(tie, scale);
    // Whole days: what does not share half a day with the plot only touches it, less what pixels round away.
    let touch = scale.px_per_day() / 2.0;
    if x1 < scale.x0() + touch || x0 > scale.x1() - touch {
        return None;
    }
    let (left, right) = (x0.max(scale.x0()), x1.min(scale.x1()));
    let within = |a: f64, b: f64| {
        let (a, b) = (a.clamp(left, right), b.clamp(left, right));
        (b - a > 3.0).then_some((a, b))
    };
    let soft_end = match tie.to {
        Until::Known(span) => within(scale.start_px(span.earliest), scale.end_px(span.latest)),
        Until::Open => None,
    };
    Some(Bar {
        tie: ix,
        rect: Rect::new(left, lane.y, (right - left).max(3.0), lane.h),
        soft_start: within(scale.start_px(tie.from.earliest), scale.end_px(tie.from.latest)),
        soft_end: soft_end.filter(|_| right - left > 6.0),
        open_end: tie.to == Until::Open,
        cut_start: x0 < scale.x0(),
        cut_end: x1 > scale.x1(),
        name: None,
    })
}

/// The full name where the bar holds it, else the short one.
fn name_for<'d>(dossier: &'d Dossier, tie: &'d Tie, bar_width: f64, measure: &dyn Measure) -> &'d str {
    let full = dossier.strings.get("tie", &tie.id).unwrap_or(&tie.id);
    let short = dossier.strings.get("tie_short", &tie.id).unwrap_or(full);
    let fits = measure.width_css_px(full, TEXT_CSS_PX, false) + NAME_INSET + OPEN_SIGN <= bar_width;
    if fits {
        full
    } else {
        short
    }
}

/// Where the name goes: inside the bar, else to its right, else to its left, else shortened.
fn name(
    dossier: &Dossier,
    tie: &Tie,
    bar: &Rect,
    (left_limit, right_limit, plot_right): (f64, f64, f64),
    measure: &dyn Measure,
) -> Option<BarName> {
    let text = name_for(dossier, tie, bar.w, measure);
    let width = measure.width_css_px(text, TEXT_CSS_PX, false);
    let inside = bar.x + NAME_INSET;
    // A name may not run into the sign that its tie goes on, which stands at the plot's right end.
    let sign = if bar.right() >= plot_right { OPEN_SIGN } else { NAME_INSET };
    if inside + width <= bar.right() - sign {
        return Some(BarName { text: text.to_owned(), x: inside, width });
    }
    let after = bar.right() + NAME_INSET;
    if after + width <= right_limit.min(plot_right) {
        return Some(BarName { text: text.to_owned(), x: after, width });
    }
    if bar.x - GAP - width >= left_limit {
        return Some(BarName { text: text.to_owned(), x: bar.x - NAME_INSET - width, width });
    }
    let (within, beside) = (bar.right() - sign - inside, right_limit.min(plot_right) - after);
    let (x, room) = if within >= beside { (inside, within) } else { (after, beside) };
    if room < LEAST_NAME {
        return None;
    }
    let text = ellipsis(text, measure, TEXT_CSS_PX, false, room);
    let width = measure.width_css_px(&text, TEXT_CSS_PX, false);
    Some(BarName { text, x, width })
}
