//! A comparison with what may be said of it; its intervals may still be on their way.

use super::bootstrap::Bootstrap;
use super::compare::{Comparison, Intervals, Reading};

/// A comparison, and how far its intervals are.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The numbers that are there at once.
    pub comparison: Comparison,
    bootstrap: Option<Bootstrap>,
    intervals: Option<Intervals>,
}

impl Judged {
    /// Its intervals are yet to be computed, by [`Judged::advance`].
    #[must_use]
    pub fn begun(comparison: Comparison) -> Self {
        let bootstrap = comparison.is_long_enough().then(|| comparison.bootstrap());
        Self { comparison, bootstrap, intervals: None }
    }

    /// With its intervals.
    #[must_use]
    pub fn whole(comparison: Comparison) -> Self {
        let mut judged = Self::begun(comparison);
        judged.advance(usize::MAX);
        judged
    }

    /// Draws up to `most` resamples more. Whether nothing is left to do.
    pub fn advance(&mut self, most: usize) -> bool {
        let Some(bootstrap) = &mut self.bootstrap else { return true };
        if !bootstrap.advance(most) {
            return false;
        }
        self.intervals = self.comparison.intervals_of(bootstrap);
        self.bootstrap = None;
        true
    }

    /// Whether the intervals are still on their way.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.bootstrap.is_some()
    }

    /// The intervals of the steps' coefficients; none for a window that is too short, or while they are on their way.
    #[must_use]
    pub fn intervals(&self) -> Option<Intervals> {
        self.intervals
    }

    /// What may be said; none while the intervals are on their way.
    #[must_use]
    pub fn reading(&self) -> Option<Reading> {
        (!self.is_pending()).then(|| self.comparison.reading(self.intervals))
    }
}
