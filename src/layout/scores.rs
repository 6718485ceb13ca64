//! The yearly scores of two sides: a row of columns for each on the time axis of the ties picture, between them a mark for each
//! step from year to year, beneath them the stock curves on request.

use super::curves::CurveBand;
use super::plan::plot_ends;
use super::score_row::{RowPlace, ScoreRow, SideScores};
use super::score_strip::StepStrip;
use super::stock_curves::StockCurves;
use super::text_line::TextLine;
use super::{ticks, Anchor, Rect, Tick, TimeScale, WIDE_FROM_CSS_PX};
use crate::model::TestView;
use crate::relations::Tested;
use crate::text::{Day, Measure, Strings};

/// Above the first row.
const TOP: f64 = 6.0;
/// Between rows, strip and axis.
const GAP: f64 = 6.0;
/// Height of the axis' labels.
const AXIS: f64 = 22.0;
/// Room between tick labels, as in the ties picture.
const TICK_ROOM: f64 = 42.0;

/// Where everything of the scores picture stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoresLayout {
    /// The whole picture.
    pub size: Rect,
    /// Both rows and what is between them, from the first to the last moment shown.
    pub plot: Rect,
    /// The time scale: that of the ties picture at the same width and window.
    pub scale: TimeScale,
    /// The band with the years.
    pub axis: Rect,
    /// Ticks, left to right; those without room for a label have an empty one.
    pub ticks: Vec<Tick>,
    /// The two sides, in the order of the choice.
    pub rows: [ScoreRow; 2],
    /// The steps between the years.
    pub strip: StepStrip,
    /// The chosen year, if a part of it is shown.
    pub chosen: Option<ChosenYear>,
    /// The stock curves, if they are shown.
    pub curves: Option<CurveBand>,
    years: (i32, i32),
}

/// The chosen year as marked.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenYear {
    /// Its room in the first row with the marks of the steps, and in the second: no words stand there.
    pub rooms: [Rect; 2],
    /// The year on the axis.
    pub words: TextLine,
    /// The ground of the words.
    pub plate: Rect,
}

/// What all parts of the picture are placed by.
pub(super) struct Frame<'a> {
    pub(super) view: &'a TestView,
    pub(super) tested: &'a Tested,
    pub(super) strings: &'a Strings,
    pub(super) measure: &'a dyn Measure,
    pub(super) scale: TimeScale,
    pub(super) wide: bool,
    /// First and last year that are compared.
    pub(super) whole: (i32, i32),
}

impl Frame<'_> {
    /// A word of the panel; empty until it is there.
    pub(super) fn word(&self, key: &str) -> &str {
        self.strings.get("test", key).unwrap_or("")
    }

    pub(super) fn side_name(&self, side: usize) -> &str {
        side_name(self.tested, self.strings, side)
    }

    pub(super) fn tint(&self, side: usize) -> u8 {
        self.tested.tints.get(side).copied().unwrap_or(0)
    }

    /// Where a year begins and ends, not cut to the plot.
    pub(super) fn year_px(&self, year: i32) -> (f64, f64) {
        year_px(&self.scale, year)
    }
}

/// The name of a side; its id until the names are there.
pub(super) fn side_name<'a>(tested: &'a Tested, strings: &'a Strings, side: usize) -> &'a str {
    let id = tested.plan.sides.get(side).map_or("", |side| side.id.as_str());
    strings.get("side", id).unwrap_or(id)
}

/// Where a year begins and ends, not cut to the plot.
fn year_px(scale: &TimeScale, year: i32) -> (f64, f64) {
    let begins = |year: i32| Day::from_ymd(year, 1, 1).map_or(0.0, |day| scale.start_px(day));
    (begins(year), begins(year + 1))
}

impl ScoresLayout {
    /// Places everything at a width; the height follows.
    pub fn new(
        view: &TestView,
        tested: &Tested,
        strings: &Strings,
        width_css_px: f64,
        measure: &dyn Measure,
    ) -> Self {
        let stocks = StockCurves::of(view, tested);
        Self::with_stocks(view, tested, stocks.as_ref(), strings, width_css_px, measure)
    }

    /// The same with stocks that were computed for these sides and this half-life before: they do not depend on the window.
    pub fn with_stocks(
        view: &TestView,
        tested: &Tested,
        stocks: Option<&StockCurves>,
        strings: &Strings,
        width_css_px: f64,
        measure: &dyn Measure,
    ) -> Self {
        let names = tested.rows.iter().map(|row| strings.get("row", row).unwrap_or(row));
        let (x0, x1) = plot_ends(names, width_css_px, measure);
        let scale = TimeScale::between(view.days, x0, x1);
        let wide = width_css_px >= WIDE_FROM_CSS_PX;
        let whole = view.whole_years(tested);
        let frame = Frame { view, tested, strings, measure, scale, wide, whole };
        let sides = [view.sides.0, view.sides.1].map(|side| SideScores::new(tested, side, view.whose));
        let place = RowPlace::new(&frame, &sides);
        let first = ScoreRow::new(&frame, &place, &sides[0], TOP, true);
        let strip = StepStrip::new(&frame, first.bottom + GAP);
        let second = ScoreRow::new(&frame, &place, &sides[1], strip.bottom + GAP, false);
        let axis = Rect::new(x0, second.bottom + GAP, x1 - x0, AXIS);
        let plot = Rect::new(x0, TOP, x1 - x0, second.bottom - TOP);
        let curves = stocks.map(|stocks| CurveBand::new(&frame, stocks, axis.bottom() + GAP));
        let height = curves.as_ref().map_or(axis.bottom(), |curves| curves.bottom + GAP);
        let size = Rect::new(0.0, 0.0, width_css_px, height.ceil());
        let mut layout = Self {
            size,
            plot,
            scale,
            axis,
            ticks: ticks(&scale, TICK_ROOM, strings, measure),
            rows: [first, second],
            strip,
            chosen: None,
            curves,
            years: tested.years,
        };
        layout.choose(view.year, measure);
        layout
    }

    /// Marks a year; on the axis its words take the room of others.
    fn choose(&mut self, year: Option<i32>, measure: &dyn Measure) {
        let Some((year, rect)) = year.and_then(|year| Some((year, self.year_rect(year)?))) else { return };
        let [first, second] = &self.rows;
        let rooms = [(first.rect.y, self.strip.marks_bottom), (second.rect.y, self.axis.y)]
            .map(|(top, bottom)| Rect::new(rect.x, top, rect.w, bottom - top));
        let mut words = TextLine::bold(year.to_string(), (0.0, self.axis.y + AXIS / 2.0), Anchor::Middle);
        let half = words.rect(measure).w / 2.0 + 6.0;
        let middle = rect.x + rect.w / 2.0;
        words.at.0 = middle.clamp(half, (self.size.w - half).max(half));
        for tick in &mut self.ticks {
            let reach = measure.width_css_px(&tick.label, super::TEXT_CSS_PX, false) / 2.0 + half;
            if (tick.x - words.at.0).abs() < reach {
                tick.label.clear();
            }
        }
        let plate = Rect::new(words.at.0 - half, self.axis.y + 2.0, 2.0 * half, AXIS - 4.0);
        self.chosen = Some(ChosenYear { rooms, words, plate });
    }

    /// The year under a point of the plot or of the curves.
    pub fn invert(&self, x_css_px: f64, y_css_px: f64) -> Option<i32> {
        let whole = Rect::new(self.plot.x, 0.0, self.plot.w, self.size.h);
        let inside = whole.distance_to(x_css_px, y_css_px) <= 0.0;
        let year = self.scale.day_at(x_css_px).ymd().0;
        (inside && self.years.0 <= year && year <= self.years.1).then_some(year)
    }

    /// The room of a year over both rows, as far as it is shown.
    pub fn year_rect(&self, year: i32) -> Option<Rect> {
        let (x0, x1) = year_px(&self.scale, year);
        let (x0, x1) = (x0.max(self.plot.x), x1.min(self.plot.right()));
        (x1 - x0 > 0.5).then(|| Rect::new(x0, self.plot.y, x1 - x0, self.plot.h))
    }
}
