//! One year of one side: a column from zero, and how many events it is made of.

use super::score_row::RowPlace;
use super::scores::Frame;
use super::text_line::{TextLine, LINE};
use super::{Anchor, Rect};
use crate::relations::Year;

/// Between two counts, so that they are not read as one number.
pub(super) const COUNT_GAP: f64 = 4.0;
/// A count as dots, where digits have no room: as many as this, then a bar.
pub(super) const MOST_DOTS: usize = 6;
pub(super) const DOT_PITCH: f64 = 3.75;
/// Radius of such a dot.
pub const COUNT_DOT: f64 = 1.5;

/// How many events a year has, as there is room.
#[derive(Clone, Debug, PartialEq)]
pub enum CountMark {
    /// In digits.
    Digits(TextLine),
    /// A dot each.
    Dots(Vec<(f64, f64)>),
    /// More than there is room for: as long as there are many.
    Bar(Rect),
}

/// One year of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The year.
    pub year: i32,
    /// Its score in standard deviations of the side over the whole period; zero is no act.
    pub deviations: f64,
    /// From zero to the score, cut to the plot.
    pub rect: Rect,
    /// Whether the whole year is in the window: if not, it is compared with none.
    pub whole: bool,
    /// How many events.
    pub events: usize,
    /// The same as drawn; none for no event, or where the plot's end cuts it.
    pub count: Option<CountMark>,
}

/// A year's column, if a part of it is shown; `zero` is the height of no act, `counts` the room of the counts.
pub(super) fn column(
    frame: &Frame,
    place: &RowPlace,
    year: &Year,
    deviations: f64,
    zero: f64,
    counts: &Rect,
) -> Option<Column> {
    let (from, to) = frame.year_px(year.year);
    let inset = ((to - from) * 0.16).clamp(0.75, 12.0);
    let (left, right) = ((from + inset).max(counts.x), (to - inset).min(counts.right()));
    if right - left < 0.5 {
        return None;
    }
    let height = deviations * place.unit;
    Some(Column {
        year: year.year,
        deviations,
        rect: Rect::new(left, zero - height.max(0.0), right - left, height.abs()),
        whole: frame.whole.0 <= year.year && year.year <= frame.whole.1,
        events: year.events,
        count: count(frame, place, year.events, f64::midpoint(from, to), counts),
    })
}

fn count(frame: &Frame, place: &RowPlace, events: usize, x: f64, counts: &Rect) -> Option<CountMark> {
    let reach = |half: f64| x - half >= counts.x && x + half <= counts.right();
    if events == 0 {
        return None;
    }
    if place.digits {
        let at = (x, counts.y + LINE / 2.0);
        let line = TextLine::new(frame.strings.number(events as u64), at, Anchor::Middle);
        return reach(line.rect(frame.measure).w / 2.0).then_some(CountMark::Digits(line));
    }
    if !reach(COUNT_DOT) {
        return None;
    }
    if place.most <= MOST_DOTS {
        let dot = |n: usize| (x, counts.y + COUNT_DOT + 1.0 + n as f64 * DOT_PITCH);
        return Some(CountMark::Dots((0..events).map(dot).collect()));
    }
    let height = counts.h * events as f64 / place.most as f64;
    Some(CountMark::Bar(Rect::new(x - COUNT_DOT, counts.y, 2.0 * COUNT_DOT, height)))
}
