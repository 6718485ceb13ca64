//! Compares two lists of yearly values: their levels, their steps from one year to the next, and what may be said of them.

use super::bootstrap::{block_length, Bootstrap, Interval, RESAMPLES};
use super::statistics::{counts, first_autocorrelation, pearson, spearman, to_ten_decimals, Counts, Step};
use crate::dossier::Change;

/// Fewer steps than this in which both moved show counts only.
pub const LEAST_STEPS: usize = 15;

/// Values of two sides by year, the years ascending; a missing year is a gap.
pub type Levels = Vec<(i32, f64, f64)>;

/// Two coefficients of the same pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficients {
    /// Pearson's.
    pub pearson: f64,
    /// Spearman's.
    pub spearman: f64,
}

/// What the numbers allow to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Too few steps in which both moved: counts alone.
    TooShort,
    /// The intervals hold zero, or only one of them does not: cannot tell.
    CannotTell,
    /// The changes run against each other, beyond what chance gives.
    Opposite,
    /// The changes run together, beyond what chance gives.
    Together,
}

/// A comparison, complete but for its intervals.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The values.
    pub levels: Levels,
    /// Steps between adjacent years.
    pub steps: Vec<Step>,
    /// How the steps are counted.
    pub counts: Counts,
    /// Of the values: no interval, because what trends trends together. None where they are not compared.
    pub of_levels: Option<Coefficients>,
    /// Of the steps.
    pub of_steps: Option<Coefficients>,
    /// How long the blocks of the bootstrap are, in steps.
    pub block: usize,
    /// The first-order autocorrelation of each side's steps.
    pub autocorrelation: (Option<f64>, Option<f64>),
}

/// Both intervals of the steps' coefficients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intervals {
    /// Of Pearson's.
    pub pearson: Interval,
    /// Of Spearman's.
    pub spearman: Interval,
}

/// The steps between adjacent years; none across a gap, and none between amounts of which one is not above zero where their
/// logarithm is wanted.
#[must_use]
pub fn steps(levels: &Levels, change: Change) -> Vec<Step> {
    let of = |before: f64, after: f64| match change {
        Change::Difference => Some(to_ten_decimals(after - before)),
        Change::Log if before > 0.0 && after > 0.0 => Some(to_ten_decimals((after / before).ln())),
        Change::Log => None,
    };
    let step = |pair: &[(i32, f64, f64)]| match pair {
        [before, after] if after.0 == before.0 + 1 => {
            Some(Step { year: after.0, a: of(before.1, after.1)?, b: of(before.2, after.2)? })
        }
        _ => None,
    };
    levels.windows(2).filter_map(step).collect()
}

impl Comparison {
    /// Compares two lists of values.
    #[must_use]
    pub fn new(levels: Levels, change: Change) -> Self {
        let steps = steps(&levels, change);
        let counts = counts(&steps);
        // A step in which one of them stands still says nothing of how they move.
        let enough = counts.opposite + counts.together >= LEAST_STEPS;
        let coefficients = |pairs: &[(f64, f64)]| {
            Some(Coefficients { pearson: pearson(pairs)?, spearman: spearman(pairs)? })
        };
        let values: Vec<(f64, f64)> = levels.iter().map(|(_, a, b)| (*a, *b)).collect();
        let changes: Vec<(f64, f64)> = steps.iter().map(|step| (step.a, step.b)).collect();
        Self {
            // Amounts that grow say nothing by their levels but that they grow.
            of_levels: coefficients(&values).filter(|_| enough && change == Change::Difference),
            of_steps: coefficients(&changes).filter(|_| enough),
            block: block_length(steps.len()),
            autocorrelation: (
                first_autocorrelation(&steps, |step| step.a),
                first_autocorrelation(&steps, |step| step.b),
            ),
            counts,
            levels,
            steps,
        }
    }

    /// Whether there are steps enough for more than counts.
    #[must_use]
    pub fn is_long_enough(&self) -> bool {
        self.of_steps.is_some()
    }

    /// The bootstrap that will give the intervals.
    #[must_use]
    pub fn bootstrap(&self) -> Bootstrap {
        Bootstrap::new(&self.steps, RESAMPLES)
    }

    /// The intervals, at once; none if there are too few steps.
    #[must_use]
    pub fn intervals(&self) -> Option<Intervals> {
        let mut bootstrap = self.bootstrap();
        bootstrap.advance(RESAMPLES);
        self.intervals_of(&bootstrap)
    }

    /// The intervals that a finished bootstrap gives.
    #[must_use]
    pub fn intervals_of(&self, bootstrap: &Bootstrap) -> Option<Intervals> {
        let (pearson, spearman) = bootstrap.intervals().filter(|_| self.is_long_enough())?;
        Some(Intervals { pearson, spearman })
    }

    /// What may be said: a relation only if both intervals lie on the same side of zero, and both sides moved in steps enough.
    #[must_use]
    pub fn reading(&self, intervals: Option<Intervals>) -> Reading {
        let Some(intervals) = intervals else { return Reading::TooShort };
        match (intervals.pearson.sign(), intervals.spearman.sign()) {
            (-1, -1) => Reading::Opposite,
            (1, 1) => Reading::Together,
            _ => Reading::CannotTell,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_spans_a_gap() {
        let levels = vec![(2000, 1.0, 2.0), (2002, 2.0, 4.0), (2003, 4.0, 2.0), (2004, 0.0, 1.0)];
        let years = |change| steps(&levels, change).iter().map(|step| step.year).collect::<Vec<_>>();
        assert_eq!(years(Change::Difference), [2003, 2004]);
        assert_eq!(years(Change::Log), [2003], "there is no logarithm of nothing");
        let step = steps(&levels, Change::Log)[0];
        assert!((step.a - std::f64::consts::LN_2).abs() < 1e-10 && (step.a + step.b).abs() < 1e-12);
    }

    #[test]
    fn equal_steps_have_equal_ranks_whatever_they_are_differences_of() {
        let levels = vec![(2000, 8.0, 0.1), (2001, 9.9, 0.3), (2002, 9.9, 0.3), (2003, 11.8, 0.4)];
        let steps = steps(&levels, Change::Difference);
        assert_eq!(steps.iter().map(|step| step.a).collect::<Vec<_>>(), [1.9, 0.0, 1.9]);
        assert_eq!(steps.iter().map(|step| step.b).collect::<Vec<_>>(), [0.2, 0.0, 0.1]);
    }

    #[test]
    fn a_short_window_shows_counts_alone() {
        let value = |n: i32| (n, f64::from(n % 3), f64::from(n % 4));
        let short = Comparison::new((0..15).map(value).collect(), Change::Difference);
        assert_eq!((short.steps.len(), short.of_levels, short.of_steps), (14, None, None));
        assert_eq!(short.reading(short.intervals()), Reading::TooShort);
        assert_eq!(short.counts.opposite + short.counts.together + short.counts.still, 14);
        let long = Comparison::new((0..17).map(value).collect(), Change::Difference);
        assert!(long.of_steps.is_some() && long.intervals().is_some());
        let log = Comparison::new(
            (0..40).map(|n| (n, 1.0 + f64::from(n % 3), 1.0 + f64::from(n % 4))).collect(),
            Change::Log,
        );
        assert!(log.of_levels.is_none() && log.of_steps.is_some());
    }
}
