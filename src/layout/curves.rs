//! The stock curves of two sides in one band: each with the influence of single acts around it and, if wanted, a fan of other
//! choices behind; named where they are furthest apart.

use super::curve_labels::{curve_labels, KinkLabel};
use super::free_numbers::free_numbers;
use super::scores::Frame;
use super::stock_curves::{SideStock, StockCurves};
use super::text_line::{block, TextLine, LINE};
use super::{Anchor, NumberScale, Rect};

/// Height of the curves, and above and below them the room for labels.
const PLOT_WIDE: f64 = 130.0;
const PLOT_NARROW: f64 = 110.0;
pub(super) const LABELS: f64 = 34.0;
const HEADING: f64 = 18.0;

/// One side's curve as placed, cut to the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Its colour among the palette's rows.
    pub tint: u8,
    /// The curve.
    pub line: Vec<(f64, f64)>,
    /// Around it: from the largest value, left to right, back along the smallest.
    pub influence: Vec<(f64, f64)>,
    /// The same curve under other choices.
    pub fan: Vec<Vec<(f64, f64)>>,
    /// Whether it is drawn in dashes: the second one is.
    pub dashed: bool,
    /// Its name, after a piece of its line that begins at the first point.
    pub name: Option<((f64, f64), TextLine)>,
    /// Where it bends most, with what stands behind.
    pub kinks: Vec<KinkLabel>,
}

/// The band as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveBand {
    /// Room of the curves.
    pub rect: Rect,
    /// What is shown, in the gutter or above.
    pub title: Vec<TextLine>,
    /// Heights of the grid lines.
    pub grid: Vec<f64>,
    /// The scale's numbers.
    pub numbers: Vec<TextLine>,
    /// The height of each curve's mean.
    pub zero: f64,
    /// Both curves.
    pub curves: [Curve; 2],
    /// The lower end.
    pub bottom: f64,
    scale: NumberScale,
}

impl CurveBand {
    pub(super) fn new(frame: &Frame, stocks: &StockCurves, top: f64) -> Self {
        let (x0, x1) = (frame.scale.x0(), frame.scale.x1());
        let heading = if frame.wide { 0.0 } else { HEADING };
        let height = if frame.wide { PLOT_WIDE } else { PLOT_NARROW };
        let rect = Rect::new(x0, top + heading + LABELS, x1 - x0, height);
        let (low, high) = stocks.range();
        let scale = NumberScale::around([low, high].into_iter(), rect.bottom(), rect.y);
        let zero = scale.px(0.0);
        let words = frame.word("stock-title");
        let title = crate::text::fill(words, &[("n", &frame.strings.decimal(stocks.half_life))]);
        let title = if frame.wide {
            let mut lines = block(&title, false, (8.0, 0.0), x0 - 34.0, frame.measure);
            let from = rect.y + height / 2.0 - (lines.len() as f64 - 1.0) * LINE / 2.0;
            for (n, line) in lines.iter_mut().enumerate() {
                line.at.1 = from + n as f64 * LINE;
            }
            lines
        } else {
            block(&title, false, (x0, top + HEADING / 2.0), f64::INFINITY, frame.measure)
        };
        let mut curves =
            [(0, false), (1, true)].map(|(n, dashed)| curve(frame, stocks, &stocks.sides[n], &scale, dashed));
        let labelled = Rect::new(x0, rect.y - LABELS, rect.w, rect.h + 2.0 * LABELS);
        let taken = curve_labels(frame, stocks, &mut curves, &scale, &labelled);
        let grid: Vec<(f64, f64)> =
            scale.ticks(4).into_iter().map(|number| (number, scale.px(number))).collect();
        let number = |(number, y): &(f64, f64)| {
            TextLine::new(frame.strings.decimal(*number), (x0 - 6.0, *y), Anchor::End)
        };
        let numbers = if frame.wide {
            grid.iter().map(number).collect()
        } else {
            free_numbers(frame, &grid, zero, &labelled, &taken)
        };
        let grid = grid.into_iter().map(|(_, y)| y).collect();
        Self { rect, title, grid, numbers, zero, curves, bottom: labelled.bottom(), scale }
    }

    /// The height of a value, in standard deviations from a curve's mean.
    pub fn y_of(&self, deviations: f64) -> f64 {
        self.scale.px(deviations)
    }
}

fn curve(frame: &Frame, stocks: &StockCurves, side: &SideStock, scale: &NumberScale, dashed: bool) -> Curve {
    let days: Vec<f64> = side.stock.iter().map(|at| at.days).collect();
    let placed = |days: &[f64], values: Vec<f64>| -> Vec<(f64, f64)> {
        let cut = within(days, &values, frame.view.days);
        cut.into_iter().map(|(days, value)| (frame.scale.px(days), scale.px(value))).collect()
    };
    let mut influence = placed(&days, side.stock.iter().map(|at| at.high).collect());
    let mut low = placed(&days, side.stock.iter().map(|at| at.low).collect());
    low.reverse();
    influence.append(&mut low);
    Curve {
        tint: frame.tint(side.side),
        line: placed(&days, side.stock.iter().map(|at| at.value).collect()),
        influence,
        fan: side.fan.iter().map(|curve| placed(&stocks.fan_days, curve.clone())).collect(),
        dashed,
        name: None,
        kinks: Vec::new(),
    }
}

/// The part of a curve within a window, its ends interpolated.
fn within(days: &[f64], values: &[f64], (from, until): (f64, f64)) -> Vec<(f64, f64)> {
    let mut cut = Vec::new();
    let points: Vec<(f64, f64)> = days.iter().copied().zip(values.iter().copied()).collect();
    let between = |a: (f64, f64), b: (f64, f64), at: f64| (at, a.1 + (b.1 - a.1) * (at - a.0) / (b.0 - a.0));
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        if b.0 <= from || a.0 >= until {
            continue;
        }
        if cut.is_empty() {
            cut.push(if a.0 < from { between(*a, *b, from) } else { *a });
        }
        cut.push(if b.0 > until { between(*a, *b, until) } else { *b });
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_cut_to_its_window() {
        let (days, values) = ([0.0, 10.0, 20.0, 30.0], [0.0, 1.0, 3.0, 3.0]);
        assert_eq!(within(&days, &values, (5.0, 15.0)), [(5.0, 0.5), (10.0, 1.0), (15.0, 2.0)]);
        assert_eq!(within(&days, &values, (12.0, 14.0)), [(12.0, 1.4), (14.0, 1.8)]);
        assert_eq!(within(&days, &values, (-5.0, 50.0)).len(), 4);
        assert!(within(&days, &values, (40.0, 50.0)).is_empty());
    }
}
