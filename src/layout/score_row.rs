//! One side's row: a column up or down from zero for each year, its length the score in standard deviations, and beneath it
//! how many events it is made of.

use super::column::{column, Column, COUNT_GAP, DOT_PITCH, MOST_DOTS};
use super::free_numbers::free_numbers;
use super::scores::Frame;
use super::text_line::{block, TextLine, LINE};
use super::{Anchor, Rect, TEXT_CSS_PX};
use crate::relations::{mean_and_deviation, Tested, Whose, Year};

/// From zero to the largest score of either side.
const HALF_WIDE: f64 = 54.0;
const HALF_NARROW: f64 = 46.0;
/// Height of a name that stands above its row.
const HEADING: f64 = 18.0;
/// Right of a name in the gutter: the scale's numbers.
const NUMBERS: f64 = 26.0;

/// A side's yearly scores over the whole period, and their standard deviation.
pub(super) struct SideScores {
    pub(super) side: usize,
    years: Vec<Year>,
    deviation: f64,
}

impl SideScores {
    pub(super) fn new(tested: &Tested, side: usize, whose: Whose) -> Self {
        let years = tested.yearly(side, whose);
        let deviation = mean_and_deviation(&years.iter().map(|year| year.score).collect::<Vec<f64>>()).1;
        Self { side, years, deviation }
    }

    /// The largest score, up or down, in standard deviations.
    fn largest(&self) -> f64 {
        self.years.iter().map(|year| (year.score / self.deviation).abs()).fold(0.0, f64::max)
    }

    pub(super) fn deviation(&self) -> f64 {
        self.deviation
    }
}

/// What both rows share.
pub(super) struct RowPlace {
    /// Pixels of one standard deviation.
    pub(super) unit: f64,
    half: f64,
    counts_height: f64,
    /// Whether counts are in digits.
    pub(super) digits: bool,
    /// The most events of a year.
    pub(super) most: usize,
    /// Round numbers of standard deviations that are marked, above zero.
    mark: f64,
}

impl RowPlace {
    pub(super) fn new(frame: &Frame, sides: &[SideScores; 2]) -> Self {
        let half = if frame.wide { HALF_WIDE } else { HALF_NARROW };
        let largest = sides.iter().map(SideScores::largest).fold(1.0, f64::max);
        let most = sides.iter().flat_map(|side| &side.years).map(|year| year.events).max().unwrap_or(0);
        let widest = frame.measure.width_css_px(&frame.strings.number(most as u64), TEXT_CSS_PX, false);
        let years = f64::from(frame.tested.years.1 - frame.tested.years.0 + 1);
        let (x0, x1) = (frame.scale.x0(), frame.scale.x1());
        // Where the whole period has no room for digits, dots have theirs at every zoom and for all sides: the height stays.
        let always_digits = (x1 - x0) / years >= widest + COUNT_GAP;
        let dots = MOST_DOTS as f64 * DOT_PITCH + 2.0;
        Self {
            unit: half / largest,
            half,
            counts_height: if always_digits { LINE } else { dots },
            digits: frame.scale.px_per_day() * 365.0 >= widest + COUNT_GAP,
            most,
            mark: [100.0, 50.0, 20.0, 10.0, 5.0, 2.0].into_iter().find(|n| n / largest < 0.75).unwrap_or(1.0),
        }
    }
}

/// One side.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreRow {
    /// Position of the side in the plan.
    pub side: usize,
    /// Its colour among the palette's rows.
    pub tint: u8,
    /// Its name, line by line.
    pub name: Vec<TextLine>,
    /// What the scale counts in, with the first name.
    pub unit: Vec<TextLine>,
    /// The columns' room.
    pub rect: Rect,
    /// The height of zero.
    pub zero: f64,
    /// Pixels of one standard deviation.
    pub deviation_css_px: f64,
    /// Heights of the other grid lines.
    pub grid: Vec<f64>,
    /// The scale's numbers.
    pub numbers: Vec<TextLine>,
    /// The years of which a part is shown.
    pub columns: Vec<Column>,
    /// What the counts are, beside them, where there is room.
    pub counts_name: Option<TextLine>,
    /// The lower end of it all.
    pub bottom: f64,
}

impl ScoreRow {
    pub(super) fn new(frame: &Frame, place: &RowPlace, scores: &SideScores, top: f64, first: bool) -> Self {
        let heading = if frame.wide { 0.0 } else { HEADING };
        let (x0, x1) = (frame.scale.x0(), frame.scale.x1());
        let rect = Rect::new(x0, top + heading, x1 - x0, 2.0 * place.half);
        let zero = rect.y + place.half;
        let counts = Rect::new(x0, rect.bottom() + 2.0, x1 - x0, place.counts_height);
        let columns: Vec<Column> = scores
            .years
            .iter()
            .filter_map(|year| column(frame, place, year, year.score / scores.deviation, zero, &counts))
            .collect();
        let (name, unit) = names(frame, scores.side, (top, zero), first);
        let counts_name =
            TextLine::new(frame.word("scores-events"), (x0 - 6.0, counts.y + counts.h / 2.0), Anchor::End);
        Self {
            side: scores.side,
            tint: frame.tint(scores.side),
            name,
            unit,
            rect,
            zero,
            deviation_css_px: place.unit,
            grid: vec![zero - place.mark * place.unit, zero + place.mark * place.unit],
            numbers: numbers(frame, place, &rect, &columns),
            columns,
            counts_name: Some(counts_name).filter(|line| frame.wide && !line.text.is_empty()),
            bottom: counts.bottom(),
        }
    }
}

/// The side's name and the unit: in the gutter, or above the row.
fn names(frame: &Frame, side: usize, (top, zero): (f64, f64), first: bool) -> (Vec<TextLine>, Vec<TextLine>) {
    let name = frame.side_name(side);
    // Both rows count in the same: once is enough.
    let unit = if first { frame.word("scores-unit") } else { "" };
    if frame.wide {
        let width = frame.scale.x0() - NUMBERS - 8.0;
        let lines = |text: &str, bold| block(text, bold, (8.0, 0.0), width, frame.measure);
        let (mut name, mut unit) = (lines(name, true), lines(unit, false));
        let from = zero - (name.len() + unit.len()) as f64 * LINE / 2.0 + LINE / 2.0;
        for (n, line) in name.iter_mut().chain(&mut unit).enumerate() {
            line.at.1 = from + n as f64 * LINE;
        }
        return (name, unit);
    }
    let y = top + HEADING / 2.0 - 1.0;
    let name = TextLine::bold(name, (frame.scale.x0(), y), Anchor::Start);
    let unit = TextLine::new(unit, (frame.scale.x1(), y), Anchor::End);
    let fits = name.rect(frame.measure).right() + 8.0 <= unit.rect(frame.measure).x;
    let unit = Some(unit).filter(|unit| fits && !unit.text.is_empty());
    (vec![name], unit.into_iter().collect())
}

/// The scale's numbers: before the plot, or where no column stands.
fn numbers(frame: &Frame, place: &RowPlace, rect: &Rect, columns: &[Column]) -> Vec<TextLine> {
    let zero = rect.y + place.half;
    let line = |number: f64| (number, zero - number * place.unit);
    if frame.wide {
        let number = |number: f64| {
            TextLine::new(frame.strings.decimal(number), (rect.x - 6.0, line(number).1), Anchor::End)
        };
        return [place.mark, 0.0, -place.mark].into_iter().map(number).collect();
    }
    let obstacles: Vec<Rect> = columns.iter().map(|column| column.rect.grown(1.0)).collect();
    free_numbers(frame, &[line(place.mark), line(-place.mark)], zero, rect, &obstacles)
}
