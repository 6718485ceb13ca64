//! The stocks of two sides over the whole period, with the years in which they bend most. They do not depend on the window, so
//! that they can be kept while it moves.

use crate::model::TestView;
use crate::order;
use crate::relations::{behind, fan, months, standardised, stock, Scored, Stock, Tested};

/// A fan's curves are seen as a spread: every so many months will do.
const FAN_EVERY: usize = 3;
const MONTHS: usize = 12;

/// The curves of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct StockCurves {
    /// The half-life, in years.
    pub half_life: f64,
    /// The two sides, in the order of the choice.
    pub sides: [SideStock; 2],
    /// The moments of the fan's curves; empty without a fan.
    pub fan_days: Vec<f64>,
}

/// One side's curve.
#[derive(Clone, Debug, PartialEq)]
pub struct SideStock {
    /// Position of the side in the plan.
    pub side: usize,
    /// The curve by months, in standard deviations from its mean.
    pub stock: Vec<Stock>,
    /// How it would run under other choices, by [`StockCurves::fan_days`].
    pub fan: Vec<Vec<f64>>,
    /// Where it bends, the largest change in a year first.
    pub kinks: Vec<Kink>,
}

/// A year in which a curve changes with an event, and the event with the largest share in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kink {
    /// The year.
    pub year: i32,
    /// Index of the event into [`Tested::events`].
    pub event: usize,
    /// How far the curve moves in the year.
    pub change: f64,
    /// The first month's beginning after the event, and the curve's value there.
    pub at: (f64, f64),
}

impl StockCurves {
    /// The curves of a choice; none if no half-life is chosen.
    pub fn of(view: &TestView, tested: &Tested) -> Option<Self> {
        let half_life = view.half_life?;
        let days = months(tested.years);
        let fan_days: Vec<f64> =
            if view.fan { days.iter().copied().step_by(FAN_EVERY).collect() } else { Vec::new() };
        let of = |side: usize| {
            let scored = tested.scored(side, view.whose);
            let stock = standardised(&stock(&scored, half_life, &days));
            let fan = if view.fan {
                fan(&tested.acts, tested.partners(side), view.whose, &fan_days)
            } else {
                Vec::new()
            };
            SideStock { side, kinks: kinks(&scored, &stock, tested.years), stock, fan }
        };
        Some(Self { half_life, sides: [of(view.sides.0), of(view.sides.1)], fan_days })
    }

    /// The lowest and the highest of all that is drawn.
    pub(super) fn range(&self) -> (f64, f64) {
        let mut range = (0.0_f64, 0.0_f64);
        let mut hold = |value: f64| range = (range.0.min(value), range.1.max(value));
        for side in &self.sides {
            for at in &side.stock {
                [at.value, at.low, at.high].into_iter().for_each(&mut hold);
            }
            side.fan.iter().flatten().copied().for_each(&mut hold);
        }
        range
    }
}

/// What fades away moves a curve in every year: a kink is a year whose events move it the same way.
fn kinks(scored: &[Scored], stock: &[Stock], (first, last): (i32, i32)) -> Vec<Kink> {
    let value = |month: usize| stock.get(month).map(|at| at.value);
    let mut found: Vec<Kink> = (first..=last)
        .zip((0..).step_by(MONTHS))
        .filter_map(|(year, month)| {
            let change = value(month + MONTHS)? - value(month)?;
            let events = behind(scored, year);
            let sum: f64 = events.iter().map(|behind| behind.score).sum();
            let event = events.iter().find(|behind| behind.score * change > 0.0)?.event;
            let days = scored.iter().find(|act| act.event == event && act.year() == year)?.days;
            let at = stock.iter().find(|at| at.days >= days)?;
            (sum * change > 0.0).then_some(Kink { year, event, change, at: (at.days, at.value) })
        })
        .collect();
    order::sort(&mut found, &mut |a, b| b.change.abs().total_cmp(&a.change.abs()));
    found
}
