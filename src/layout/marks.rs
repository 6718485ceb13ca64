//! Events as marks: on the day they happened, stacked where they would overlap, and gathered into a
//! counted cluster where a stack would grow too high.

use super::{Rect, TimeScale};
use crate::dossier::{Dossier, Event};
use crate::order;
use crate::text::{Day, Precision, Until, When};

/// Radius of a mark, CSS pixels.
pub const MARK_RADIUS: f64 = 4.5;
/// From one mark to the next, across and up.
pub(super) const MARK_PITCH: f64 = 11.0;
/// Marks stacked at most; more become a cluster.
pub(super) const MOST_LEVELS: usize = 3;
/// Half the height of a cluster.
const CLUSTER_HALF_HEIGHT: f64 = 9.0;
/// How far to both sides of a mark that stands too high others are gathered with it.
const CROWDED_REACH: f64 = 1.7 * MARK_PITCH;

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// One event.
    Single(usize),
    /// Several, in date order.
    Cluster(Vec<usize>),
}

/// A mark as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub kind: MarkKind,
    /// Its middle.
    pub x: f64,
    /// Its middle, y down; set by the row.
    pub y: f64,
    /// How high in the stack, 0 nearest the axis.
    pub level: usize,
    /// The days it may have happened on (soft) or lasted (firm), cut to the plot, if wider than the mark.
    pub extent: Option<Extent>,
}

impl Mark {
    /// The area it covers, without its extent.
    pub fn rect(&self) -> Rect {
        let (w, h) = match self.kind {
            MarkKind::Single(_) => (MARK_RADIUS, MARK_RADIUS),
            MarkKind::Cluster(ref events) => (cluster_half_width(events.len()), CLUSTER_HALF_HEIGHT),
        };
        Rect::new(self.x - w, self.y - h, 2.0 * w, 2.0 * h)
    }
}

/// Half the width of a cluster: room for its digits, at least for two.
fn cluster_half_width(count: usize) -> f64 {
    match count {
        0..=99 => 10.5,
        100..=999 => 13.5,
        1000..=9999 => 17.0,
        _ => 20.5,
    }
}

/// How wide an event is in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Left end.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
    /// Whether it lasted (a bar), or just is not known more precisely (a soft band).
    pub lasted: bool,
    /// Still going on.
    pub open: bool,
}

/// Where an event's mark stands: a day at its middle, a coarse date in the middle of what is possible,
/// an event that lasted at its start. And its extent.
pub(super) fn position(event: &Event, scale: &TimeScale, as_of: Day) -> (f64, Option<Extent>) {
    let cut = |x: f64| x.clamp(scale.x0(), scale.x1());
    match event.when {
        When::At(span) if span.precision == Precision::Day => (scale.mid_px(span.earliest), None),
        When::At(span) => {
            let (x0, x1) = (scale.start_px(span.earliest), scale.end_px(span.latest));
            let wide = x1 - x0 > 2.0 * MARK_RADIUS;
            let extent = Extent { x0: cut(x0), x1: cut(x1), lasted: false, open: false };
            ((x0 + x1) / 2.0, wide.then_some(extent))
        }
        When::Between { from, to } => {
            let end = match to {
                Until::Known(span) => span.latest,
                Until::Open => as_of,
            };
            let x = (scale.start_px(from.earliest) + scale.end_px(from.latest)) / 2.0;
            let (x0, x1) = (scale.start_px(from.earliest), scale.end_px(end));
            let extent = Extent { x0: cut(x0), x1: cut(x1), lasted: true, open: to == Until::Open };
            (x, (x1 - x0 > 2.0 * MARK_RADIUS).then_some(extent))
        }
    }
}

/// Whether a mark is shown: it stands in the plot, or a pixel or more of its extent does.
fn in_plot(x: f64, extent: Option<&Extent>, scale: &TimeScale) -> bool {
    (scale.x0()..=scale.x1()).contains(&x) || extent.is_some_and(|e| e.x1 - e.x0 >= 1.0)
}

/// Places a row's marks for the current window; `events` are in the order of [`by_middle`].
pub(super) fn place(dossier: &Dossier, events: &[usize], scale: &TimeScale) -> Vec<Mark> {
    gather(place_apart(dossier, events, scale), scale)
}

/// Each event's mark by itself, from left to right if the events are in the order of [`by_middle`].
fn place_apart(dossier: &Dossier, events: &[usize], scale: &TimeScale) -> Vec<Mark> {
    let as_of = dossier.manifest.as_of;
    let mut marks: Vec<Mark> = Vec::new();
    for ix in events {
        let Some(event) = dossier.events.get(*ix) else { continue };
        let (x, extent) = position(event, scale, as_of);
        if !in_plot(x, extent.as_ref(), scale) {
            continue;
        }
        let x = x.clamp(scale.x0(), scale.x1());
        marks.push(Mark { kind: MarkKind::Single(*ix), x, y: 0.0, level: 0, extent });
    }
    marks
}

/// Where a folded row's events stand: no two within a pixel and a half.
pub(super) fn strip(dossier: &Dossier, events: &[usize], scale: &TimeScale) -> Vec<f64> {
    let mut xs: Vec<f64> = Vec::new();
    for mark in place_apart(dossier, events, scale) {
        if xs.last().is_none_or(|x| mark.x - x >= 1.5) {
            xs.push(mark.x);
        }
    }
    xs
}

/// The events of a row in the order in which their marks stand, at any scale.
pub(super) fn by_middle(dossier: &Dossier, events: &mut Vec<usize>) {
    let middle = |ix: &usize| dossier.events.get(*ix).map_or(0.0, |event| event.when.start().middle_days());
    order::sort(events, &mut |a, b| middle(a).total_cmp(&middle(b)));
}

/// Puts clusters in the place of marks, given from left to right, that would stack too high, and stacks the rest.
fn gather(mut marks: Vec<Mark>, scale: &TimeScale) -> Vec<Mark> {
    stack(&mut marks);
    let cells = crowded_cells(&marks, scale);
    if cells.is_empty() {
        return marks;
    }
    let mut clusters: Vec<Mark> = Vec::with_capacity(cells.len());
    let mut alone: Vec<Mark> = Vec::new();
    // Marks and cells both stand in order from left to right: one walk along both.
    let mut rest = marks.into_iter().peekable();
    for (a, b) in cells {
        while let Some(mark) = rest.next_if(|m| m.x < a) {
            alone.push(mark);
        }
        let mut inside: Vec<Mark> = Vec::new();
        while let Some(mark) = rest.next_if(|m| m.x < b) {
            inside.push(mark);
        }
        // Where stretches are cut into cells, a cell may hold one mark or none.
        if inside.len() > 1 {
            clusters.push(cluster(&inside, (a + b) / 2.0));
        } else {
            alone.append(&mut inside);
        }
    }
    alone.extend(rest);
    stack(&mut alone);
    alone.append(&mut clusters);
    alone
}

/// Gives each mark, from left to right, the lowest level on which it does not touch the one before.
fn stack(marks: &mut [Mark]) {
    let mut last_x: Vec<f64> = Vec::new();
    for mark in marks {
        mark.level = last_x.iter().position(|x| x + MARK_PITCH <= mark.x).unwrap_or(last_x.len());
        match last_x.get_mut(mark.level) {
            Some(x) => *x = mark.x,
            // How far above the highest level it would stand, nobody asks.
            None if mark.level < MOST_LEVELS => last_x.push(mark.x),
            None => {}
        }
    }
}

/// The stretches in which a stack passes [`MOST_LEVELS`], cut into cells.
fn crowded_cells(marks: &[Mark], scale: &TimeScale) -> Vec<(f64, f64)> {
    // Half open, so a little beyond the plot's right end for marks that stand on it.
    let (first, last) = (scale.x0(), scale.x1() + 0.01);
    let reach = CROWDED_REACH.max(cluster_half_width(marks.len()) + MARK_RADIUS);
    let mut hot: Vec<(f64, f64)> = Vec::new();
    for mark in marks.iter().filter(|m| m.level >= MOST_LEVELS) {
        // At the ends of the plot a stretch is moved inwards, not cut: its cluster needs its room.
        let a = (mark.x - reach).min(last - 2.0 * reach).max(first);
        let b = a + 2.0 * reach;
        match hot.last_mut() {
            Some(zone) if zone.1 >= a => zone.1 = zone.1.max(b),
            _ => hot.push((a, b)),
        }
    }
    // A mark just outside a cell does not touch the cluster in its middle, however many that counts.
    let pitch = 2.0 * (cluster_half_width(marks.len()) + MARK_RADIUS);
    hot.iter().flat_map(|zone| cells(*zone, pitch)).collect()
}

/// Cuts a crowded stretch into cells, each wide enough for one cluster.
fn cells((a, b): (f64, f64), pitch: f64) -> Vec<(f64, f64)> {
    let count = ((b - a) / pitch).floor().max(1.0);
    let width = (b - a) / count;
    (0..count as usize).map(|n| (a + width * n as f64, a + width * (n + 1) as f64)).collect()
}

/// One cluster in the middle of its cell, its events in date order.
fn cluster(inside: &[Mark], x: f64) -> Mark {
    let single = |m: &Mark| match &m.kind {
        MarkKind::Single(ix) => Some(*ix),
        MarkKind::Cluster(_) => None,
    };
    let mut events: Vec<usize> = inside.iter().filter_map(single).collect();
    // A coarse date stands in the middle of what is possible, so marks are nearly, not quite, in date order.
    order::sort_nearly_sorted(&mut events);
    Mark { kind: MarkKind::Cluster(events), x, y: 0.0, level: 0, extent: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> TimeScale {
        TimeScale::new((Day(0), Day(999)), 100.0, 500.0)
    }

    fn single(event: usize, x: f64) -> Mark {
        Mark { kind: MarkKind::Single(event), x, y: 0.0, level: 0, extent: None }
    }

    /// Its area with levels drawn upwards from 0 and clusters at half height, as a row draws them.
    fn area(mark: &Mark) -> Rect {
        let y = match mark.kind {
            MarkKind::Single(_) => mark.level as f64 * MARK_PITCH,
            MarkKind::Cluster(_) => MARK_PITCH,
        };
        Mark { y, ..mark.clone() }.rect().grown(-0.01)
    }

    /// Numbers from 0 to 1, the same in every run.
    fn numbers() -> impl FnMut() -> f64 {
        let mut seed: u32 = 1991;
        move || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 8) / f64::from(1 << 24)
        }
    }

    #[test]
    fn marks_are_gathered_without_loss_and_cover_nothing() {
        let mut number = numbers();
        for _ in 0..3000 {
            // Knots of marks and marks alone, some at the very ends of the plot.
            let mut marks: Vec<Mark> = Vec::new();
            for _ in 0..(number() * 14.0) as usize {
                let at = 100.0 + number() * 400.0;
                for _ in 0..1 + (number() * 7.0) as usize {
                    let x = (at + number() * 28.0 - 14.0).clamp(100.0, 500.0);
                    marks.push(single(marks.len(), x));
                }
            }
            let count = marks.len();
            marks.sort_by(|a, b| a.x.total_cmp(&b.x));
            let gathered = gather(marks, &scale());
            let mut seen: Vec<usize> = Vec::new();
            for (n, mark) in gathered.iter().enumerate() {
                assert!(mark.level < MOST_LEVELS, "{mark:?} stands too high");
                match &mark.kind {
                    MarkKind::Single(event) => seen.push(*event),
                    MarkKind::Cluster(events) => {
                        assert!(events.len() > 1 && events.is_sorted(), "{events:?}");
                        seen.extend(events);
                    }
                }
                for other in gathered.iter().skip(n + 1) {
                    assert!(!area(mark).overlaps(&area(other)), "{mark:?} covers {other:?}");
                }
            }
            seen.sort_unstable();
            assert_eq!(seen, (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_gap_between_two_knots_is_no_cluster() {
        let knot = |at: f64| (0..4).map(move |n| at + f64::from(n));
        let xs = knot(200.0).chain(knot(211.5)).chain(knot(248.0)).chain(knot(285.0));
        let gathered = gather(xs.enumerate().map(|(event, x)| single(event, x)).collect(), &scale());
        let counts = gathered.iter().map(|mark| match &mark.kind {
            MarkKind::Single(_) => 1,
            MarkKind::Cluster(events) => events.len(),
        });
        assert!(counts.clone().all(|count| count > 0));
        assert_eq!(counts.sum::<usize>(), 16);
    }

    #[test]
    fn what_begins_on_the_last_day_is_shown_and_what_only_touches_the_plot_is_not() {
        let lasting = |x0: f64, x1: f64| Extent { x0, x1, lasted: true, open: false };
        assert!(in_plot(499.9, Some(&lasting(499.8, 500.0)), &scale()));
        assert!(in_plot(20.0, Some(&lasting(100.0, 130.0)), &scale()), "it still lasts");
        assert!(!in_plot(20.0, Some(&lasting(100.0, 100.5)), &scale()));
        assert!(!in_plot(99.0, None, &scale()));
    }
}
