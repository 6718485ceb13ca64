//! What the reader has chosen in the panel “Test it”: plain, and without pixels.

use crate::relations::{Tested, Whose};
use crate::text::Day;

/// The choices of the panel.
#[derive(Clone, Debug, PartialEq)]
pub struct TestView {
    /// The two sides shown, by their positions in the plan.
    pub sides: (usize, usize),
    /// Whose acts are counted.
    pub whose: Whose,
    /// The window of time shown, in days since 1970-01-01: the same as that of the ties picture.
    pub days: (f64, f64),
    /// The half-life of the stock curves in years, if they are shown.
    pub half_life: Option<f64>,
    /// Whether the fan of other choices is shown behind the curves.
    pub fan: bool,
    /// The year whose events are listed.
    pub year: Option<i32>,
}

impl TestView {
    /// The declared pair over the whole period, columns alone.
    #[must_use]
    pub fn first(tested: &Tested) -> Self {
        let day = |year: i32| Day::from_ymd(year, 1, 1).map_or(0.0, |day| f64::from(day.0));
        Self {
            sides: tested.plan.declared,
            whose: Whose::All,
            days: (day(tested.years.0), day(tested.years.1 + 1)),
            half_life: None,
            fan: false,
            year: None,
        }
    }

    /// First and last year that lie wholly within the window and the period; the last may come before the first.
    #[must_use]
    pub fn whole_years(&self, tested: &Tested) -> (i32, i32) {
        let (first, last) = tested.years;
        // A window ends with a day, so that half of one more or less does not matter.
        let begins = |year: i32| Day::from_ymd(year, 1, 1).map_or(0.0, |day| f64::from(day.0));
        let from = (first..=last + 1).find(|year| begins(*year) >= self.days.0 - 0.5).unwrap_or(last + 1);
        let to =
            (first - 1..=last).rev().find(|year| begins(year + 1) <= self.days.1 + 0.5).unwrap_or(first - 1);
        (from, to)
    }
}
