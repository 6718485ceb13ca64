//! One side of a moment: its name, how many ties were in force all the time, a bar for each tie that began or ended, and a mark
//! for each coded event, next to the years.

use super::text_line::{block, TextLine, LINE};
use super::{Anchor, Rect, TimeScale, TEXT_CSS_PX};
use crate::relations::{Direction, MomentSide, MomentTie};
use crate::text::{ellipsis, Measure, Strings, Until};

/// Radius of an event's mark.
pub const MOMENT_MARK: f64 = 5.0;
/// From one level of marks to the next, and from one mark to another beside it.
const MARK_LEVEL: f64 = 14.0;
const MARK_ROOM: f64 = 14.0;
/// Height of a bar, and from one to the next.
const BAR: f64 = 16.0;
const LANE: f64 = 19.0;
/// Between a bar's end and its name.
const INSET: f64 = 6.0;
/// Right of a bar that goes on, for its sign.
const OPEN_SIGN: f64 = 11.0;
/// Between words, bars and marks.
const PAD: f64 = 4.0;

/// What is said where no tie changed.
const UNCHANGED: &str = "moment-unchanged";

/// What a half needs for its parts; the largest of all halves is what all have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HalfNeed {
    words: usize,
    bars: usize,
    levels: usize,
}

impl HalfNeed {
    pub(super) fn of(
        side: &MomentSide,
        name: &str,
        strings: &Strings,
        scale: &TimeScale,
        measure: &dyn Measure,
    ) -> Self {
        Self {
            words: words(side, name, strings, scale, 0.0, measure).len(),
            bars: side.changed.len().max(usize::from(strings.get("test", UNCHANGED).is_some())),
            levels: events(side, scale).iter().map(|(_, _, level)| level + 1).max().unwrap_or(0),
        }
    }

    pub(super) fn and(self, other: &Self) -> Self {
        Self {
            words: self.words.max(other.words),
            bars: self.bars.max(other.bars),
            levels: self.levels.max(other.levels),
        }
    }

    pub(super) fn height(self) -> f64 {
        self.words as f64 * LINE + self.bars as f64 * LANE + self.levels as f64 * MARK_LEVEL + 4.0 * PAD
    }
}

/// A tie that began or ended.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentBar {
    /// Its id.
    pub id: String,
    /// From its beginning to its end, cut to the window.
    pub rect: Rect,
    /// Whether it began here.
    pub began: bool,
    /// Whether it ended here.
    pub ended: bool,
    /// Whether it goes on.
    pub open: bool,
    /// Sanctions: what holds two sides apart.
    pub apart: bool,
    /// Its name.
    pub name: TextLine,
}

/// A coded event.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentMark {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub at: (f64, f64),
    /// Which way it points.
    pub direction: Direction,
}

/// One side as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentHalf {
    /// Its room.
    pub rect: Rect,
    /// Its name in bold, then how many ties were in force all the time.
    pub words: Vec<TextLine>,
    /// Ties that changed.
    pub bars: Vec<MomentBar>,
    /// That none did.
    pub unchanged: Option<TextLine>,
    /// Events.
    pub marks: Vec<MomentMark>,
}

impl MomentHalf {
    /// Above the years everything grows upwards from them, below downwards.
    pub(super) fn new(
        side: &MomentSide,
        name: &str,
        strings: &Strings,
        scale: &TimeScale,
        (room, above): (&Rect, bool),
        measure: &dyn Measure,
    ) -> Self {
        let way = if above { -1.0 } else { 1.0 };
        let years = if above { room.bottom() } else { room.y };
        let placed = events(side, scale);
        let levels = placed.iter().map(|(_, _, level)| level + 1).max().unwrap_or(0);
        let mark = |(n, x, level): &(usize, f64, usize)| {
            let event = side.events.get(*n)?;
            let y = years + way * (PAD + MARK_LEVEL * (*level as f64 + 0.5));
            Some(MomentMark { id: event.id.clone(), at: (*x, y), direction: event.direction })
        };
        let bars_from = years + way * (2.0 * PAD + MARK_LEVEL * levels as f64);
        let bar = |(n, tie): (usize, &MomentTie)| {
            let middle = bars_from + way * (LANE * n as f64 + LANE / 2.0);
            bar(tie, middle - BAR / 2.0, strings, scale, measure)
        };
        let unchanged = strings.get("test", UNCHANGED).filter(|_| side.changed.is_empty());
        let unchanged = unchanged.map(|text| {
            let text = ellipsis(text, measure, TEXT_CSS_PX, false, room.w - INSET);
            TextLine::new(text, (room.x + INSET, bars_from + way * LANE / 2.0), Anchor::Start)
        });
        let mut words = words(side, name, strings, scale, 0.0, measure);
        let height = words.len() as f64 * LINE;
        let from = if above { room.y + PAD } else { room.bottom() - PAD - height };
        for line in &mut words {
            line.at.1 += from;
        }
        Self {
            rect: *room,
            words,
            bars: side.changed.iter().enumerate().map(bar).collect(),
            unchanged,
            marks: placed.iter().filter_map(mark).collect(),
        }
    }
}

fn words(
    side: &MomentSide,
    name: &str,
    strings: &Strings,
    scale: &TimeScale,
    y: f64,
    measure: &dyn Measure,
) -> Vec<TextLine> {
    let (x, width) = (scale.x0(), scale.x1() - scale.x0());
    let mut lines = block(name, true, (x, y + LINE / 2.0), width, measure);
    if strings.get("test", "moment-throughout").is_some() {
        let count = strings.number(side.throughout as u64);
        let words = strings.fill("test", "moment-throughout", &[("n", &count)]);
        let y = y + (lines.len() as f64 + 0.5) * LINE;
        lines.extend(block(&words, false, (x, y), width, measure));
    }
    lines
}

/// Positions of the events with their place and level: what would touch another stands further from the years.
fn events(side: &MomentSide, scale: &TimeScale) -> Vec<(usize, f64, usize)> {
    let mut taken: Vec<f64> = Vec::new();
    let reach = MOMENT_MARK + 2.0;
    let mut placed = Vec::with_capacity(side.events.len());
    for (n, event) in side.events.iter().enumerate() {
        let (left, right) = (scale.x0() + reach, scale.x1() - reach);
        let x = scale.px(event.days).clamp(left, right.max(left));
        let level = taken.iter().position(|last| x - last >= MARK_ROOM).unwrap_or(taken.len());
        match taken.get_mut(level) {
            Some(last) => *last = x,
            None => taken.push(x),
        }
        placed.push((n, x, level));
    }
    placed
}

fn bar(tie: &MomentTie, top: f64, strings: &Strings, scale: &TimeScale, measure: &dyn Measure) -> MomentBar {
    let (x0, x1) = (scale.x0(), scale.x1());
    let end = match tie.to {
        Until::Known(to) => scale.end_px(to.latest),
        Until::Open => x1,
    };
    let (left, right) = (scale.start_px(tie.from.earliest).clamp(x0, x1), end.clamp(x0, x1));
    // What begins on the last day is seen as well.
    let left = left.min(right - 4.0).max(x0);
    let rect = Rect::new(left, top, right.max(left + 4.0) - left, BAR);
    let open = !tie.ended;
    let full = strings.get("tie", &tie.id).unwrap_or(&tie.id);
    let text = strings.get("tie_short", &tie.id).unwrap_or(full);
    let width = measure.width_css_px(text, TEXT_CSS_PX, false);
    let (sign, y) = (if open { OPEN_SIGN } else { INSET + 4.0 }, top + BAR / 2.0 + 0.5);
    let name = if rect.x + INSET + width <= rect.right() - sign {
        TextLine::new(text, (rect.x + INSET, y), Anchor::Start)
    } else if rect.right() + INSET + 4.0 + width <= x1 {
        TextLine::new(text, (rect.right() + INSET + 4.0, y), Anchor::Start)
    } else if rect.x - INSET - width >= x0 {
        TextLine::new(text, (rect.x - INSET, y), Anchor::End)
    } else {
        // A lane has one tie: where neither side has room, the name stands over the bar.
        let text = ellipsis(text, measure, TEXT_CSS_PX, false, x1 - x0 - INSET - OPEN_SIGN);
        TextLine::new(text, (x0 + INSET, y), Anchor::Start)
    };
    let (id, began, ended) = (tie.id.clone(), tie.began, tie.ended);
    MomentBar { id, rect, began, ended, open, apart: tie.apart, name }
}
