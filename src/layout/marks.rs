//! Events as marks: on the day they happened, stacked where they would overlap, and gathered into a
//! counted cluster where a stack would grow too high.

use super::TimeScale;
use crate::dossier::{Dossier, Event};
use crate::order;
use crate::text::{Day, Precision, Until, When};

/// Radius of a mark, CSS pixels.
pub const MARK_RADIUS: f64 = 4.5;
/// From one mark to the next, across and up.
pub(super) const MARK_PITCH: f64 = 11.0;
/// Marks stacked at most; more become a cluster.
pub(super) const MOST_LEVELS: usize = 3;
/// Width that one cluster takes.
const CLUSTER_PITCH: f64 = 30.0;

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

/// Places a row's marks for the current window; `events` are indices in date order.
pub(super) fn place(dossier: &Dossier, events: &[usize], scale: &TimeScale) -> Vec<Mark> {
    let as_of = dossier.manifest.as_of;
    let mut marks: Vec<Mark> = Vec::new();
    for ix in events {
        let Some(event) = dossier.events.get(*ix) else { continue };
        let (x, extent) = position(event, scale, as_of);
        let (left, right) = extent.map_or((x, x), |e| (e.x0.min(x), e.x1.max(x)));
        if right < scale.x0() || left > scale.x1() || extent.is_some_and(|e| e.x1 - e.x0 < 1.0) {
            continue;
        }
        let x = x.clamp(scale.x0(), scale.x1());
        marks.push(Mark { kind: MarkKind::Single(*ix), x, y: 0.0, level: 0, extent });
    }
    order::sort(&mut marks, &mut by_x);
    let crowded = crowded_zones(&mut marks, scale);
    let mut placed: Vec<Mark> = crowded.iter().map(|zone| cluster(&marks, *zone)).collect();
    let single = |x: f64| !crowded.iter().any(|(a, b)| x >= *a && x < *b);
    placed.extend(marks.into_iter().filter(|m| single(m.x)));
    order::sort(&mut placed, &mut by_x);
    placed
}

fn by_x(a: &Mark, b: &Mark) -> std::cmp::Ordering {
    a.x.total_cmp(&b.x)
}

/// Stacks the marks and answers with the stretches in which a stack would pass [`MOST_LEVELS`].
fn crowded_zones(marks: &mut [Mark], scale: &TimeScale) -> Vec<(f64, f64)> {
    let mut last_x: Vec<f64> = Vec::new();
    let mut hot: Vec<(f64, f64)> = Vec::new();
    let reach = 1.7 * MARK_PITCH;
    for mark in marks.iter_mut() {
        let level = last_x.iter().position(|x| x + MARK_PITCH <= mark.x).unwrap_or(last_x.len());
        match last_x.get_mut(level) {
            Some(x) => *x = mark.x,
            None => last_x.push(mark.x),
        }
        mark.level = level;
        if level >= MOST_LEVELS {
            let (a, b) = (mark.x - reach, mark.x + reach);
            match hot.last_mut() {
                Some(zone) if zone.1 >= a => zone.1 = b,
                _ => hot.push((a, b)),
            }
        }
    }
    hot.iter().flat_map(|zone| cells(*zone, scale)).collect()
}

/// Cuts a crowded stretch into cells, each wide enough for one cluster.
fn cells((a, b): (f64, f64), scale: &TimeScale) -> Vec<(f64, f64)> {
    let (a, b) = (a.max(scale.x0() - 1.0), b.min(scale.x1() + 1.0));
    let count = ((b - a) / CLUSTER_PITCH).floor().max(1.0);
    let width = (b - a) / count;
    (0..count as usize).map(|n| (a + width * n as f64, a + width * (n + 1) as f64)).collect()
}

fn cluster(marks: &[Mark], (a, b): (f64, f64)) -> Mark {
    let inside: Vec<&Mark> = marks.iter().filter(|m| m.x >= a && m.x < b).collect();
    let events: Vec<usize> = inside
        .iter()
        .filter_map(|m| match &m.kind {
            MarkKind::Single(ix) => Some(*ix),
            MarkKind::Cluster(_) => None,
        })
        .collect();
    match (events.as_slice(), inside.first()) {
        ([_], Some(only)) => Mark { level: 0, ..(*only).clone() },
        _ => Mark { kind: MarkKind::Cluster(events), x: (a + b) / 2.0, y: 0.0, level: 0, extent: None },
    }
}
