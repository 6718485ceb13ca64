//! The steps of two sides against each other: a point for each step between adjacent years, both axes in standard deviations,
//! so that steps which run against each other lie in two of the four quarters.

use super::scatter_labels::{corner_words, year_labels};
use super::score_row::SideScores;
use super::scores::side_name;
use super::text_line::{block, TextLine, LINE};
use super::{Anchor, NumberScale, Rect, StepKind, TEXT_CSS_PX};
use crate::model::TestView;
use crate::relations::{Step, Tested};
use crate::text::{fill, Measure, Strings};

/// Radius of a point.
pub const POINT: f64 = 4.0;
/// Radius of the ring around several steps at one place.
pub const GROUP_RING: f64 = POINT + 2.0;
/// The same around the point of the chosen year.
pub const CHOSEN_RING: f64 = POINT + 4.0;
/// Points whose middles are nearer than this are one.
const SAME: f64 = 3.0;
/// From a point within which it is meant.
const REACH: f64 = 12.0;
/// Below the plot: the scale's numbers.
const NUMBERS: f64 = 18.0;
/// Around the outermost point.
const INSET: f64 = 8.0;

/// One or more steps at the same place.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterPoint {
    /// The later years of its steps, ascending.
    pub years: Vec<i32>,
    /// Where it stands.
    pub at: (f64, f64),
    /// How the sides moved in the first of its steps.
    pub kind: StepKind,
    /// The years in words, where there is room.
    pub label: Option<TextLine>,
}

/// Where everything of the scatter stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterLayout {
    /// The whole picture.
    pub size: Rect,
    /// Where the points stand.
    pub plot: Rect,
    /// Where neither side moves.
    pub zero: (f64, f64),
    /// Grid lines with their numbers, across.
    pub x_ticks: Vec<(f64, TextLine)>,
    /// Grid lines with their numbers, upwards.
    pub y_ticks: Vec<(f64, TextLine)>,
    /// What the axes say: across stands the first side, upwards the second.
    pub axes: [Vec<TextLine>; 2],
    /// The two quarters in which the sides run against each other.
    pub opposite: [Rect; 2],
    /// What the quarters are called.
    pub corners: Vec<TextLine>,
    /// The points.
    pub points: Vec<ScatterPoint>,
    /// Position of the point of the chosen year.
    pub chosen: Option<usize>,
    /// The colours of the two sides among the palette's rows.
    pub tints: [u8; 2],
}

impl ScatterLayout {
    /// Places everything in a size, CSS pixels.
    pub fn new(
        view: &TestView,
        tested: &Tested,
        strings: &Strings,
        (width, height): (f64, f64),
        measure: &dyn Measure,
    ) -> Self {
        let sides = [view.sides.0, view.sides.1];
        let deviations = sides.map(|side| SideScores::new(tested, side, view.whose).deviation());
        let steps_of = |years| tested.compare_sides(view.sides, view.whose, years).steps;
        let scaled = |step: &Step| (step.a / deviations[0], step.b / deviations[1]);
        // The scale holds the steps of the whole period, so that no point moves with the window.
        let largest = steps_of(tested.years)
            .iter()
            .map(scaled)
            .flat_map(|(a, b)| [a.abs(), b.abs()])
            .fold(1.0_f64, f64::max);
        let ends = [-largest, largest];
        let scale = NumberScale::around(ends.into_iter(), 0.0, 1.0);
        let number = |value: f64| strings.decimal(value);
        let gutter = scale
            .ticks(5)
            .into_iter()
            .map(|tick| measure.width_css_px(&number(tick), TEXT_CSS_PX, false) + 8.0)
            .fold(0.0, f64::max);
        let axis = |side: usize, y: f64| {
            let pattern = strings.get("test", "scatter-axis").unwrap_or("{side}");
            let words = fill(pattern, &[("side", side_name(tested, strings, side))]);
            block(&words, true, (0.0, y), width, measure)
        };
        let up = axis(view.sides.1, LINE / 2.0);
        let mut across = axis(view.sides.0, 0.0);
        let (top, foot) = (up.len() as f64 * LINE + 6.0, across.len() as f64 * LINE);
        let plot = Rect::new(gutter, top, width - gutter - 1.0, height - top - NUMBERS - foot - 2.0);
        for (n, line) in across.iter_mut().enumerate() {
            line.at = (plot.right(), height - foot + (n as f64 + 0.5) * LINE - 1.0);
            line.anchor = Anchor::End;
        }
        let x = scale.between(plot.x + INSET, plot.right() - INSET);
        let y = scale.between(plot.bottom() - INSET, plot.y + INSET);
        let zero = (x.px(0.0), y.px(0.0));
        let x_tick = |tick: f64| {
            let at = (x.px(tick), plot.bottom() + NUMBERS / 2.0);
            (x.px(tick), TextLine::new(number(tick), at, Anchor::Middle))
        };
        let y_tick =
            |tick: f64| (y.px(tick), TextLine::new(number(tick), (plot.x - 6.0, y.px(tick)), Anchor::End));
        let mut points: Vec<ScatterPoint> = Vec::new();
        for step in steps_of(view.whole_years(tested)) {
            let (a, b) = scaled(&step);
            let at = (x.px(a), y.px(b));
            let same = |point: &&mut ScatterPoint| (point.at.0 - at.0).hypot(point.at.1 - at.1) < SAME;
            match points.iter_mut().find(same) {
                Some(point) => point.years.push(step.year),
                None => points.push(ScatterPoint {
                    years: vec![step.year],
                    at,
                    kind: StepKind::of(&step),
                    label: None,
                }),
            }
        }
        let chosen = view.year.and_then(|year| points.iter().position(|point| point.years.contains(&year)));
        let words = |key: &str| strings.get("test", key).unwrap_or("");
        let corners = corner_words(
            &plot,
            zero,
            [words("scatter-opposite"), words("scatter-together")],
            &points,
            measure,
        );
        year_labels(&mut points, chosen, &plot, zero, &corners, measure);
        Self {
            size: Rect::new(0.0, 0.0, width, height),
            x_ticks: scale.ticks(5).into_iter().map(x_tick).collect(),
            y_ticks: scale.ticks(5).into_iter().map(y_tick).collect(),
            axes: [across, up],
            opposite: [
                Rect::new(plot.x, plot.y, zero.0 - plot.x, zero.1 - plot.y),
                Rect::new(zero.0, zero.1, plot.right() - zero.0, plot.bottom() - zero.1),
            ],
            plot,
            zero,
            corners,
            points,
            chosen,
            tints: sides.map(|side| tested.tints.get(side).copied().unwrap_or(0)),
        }
    }

    /// The year of the point nearest to a place, within reach; of several at one point the first.
    pub fn invert(&self, x_css_px: f64, y_css_px: f64) -> Option<i32> {
        let mut nearest: Option<(f64, i32)> = None;
        for point in &self.points {
            let away = (point.at.0 - x_css_px).hypot(point.at.1 - y_css_px);
            if let Some(year) = point.years.first().filter(|_| away <= REACH) {
                if nearest.is_none_or(|(least, _)| away < least) {
                    nearest = Some((away, *year));
                }
            }
        }
        nearest.map(|(_, year)| year)
    }
}
