//! The comparisons of the shown years and acts, and how far their intervals are.

use crate::model::TestView;
use crate::relations::{Judged, SidePair, Tested, Whose};

/// What the comparisons depend on.
type Of = ((i32, i32), Whose);

/// All pairs of sides with what may be said of them.
pub(super) struct Results {
    of: Of,
    judged: Vec<(SidePair, Judged)>,
}

impl Results {
    pub(super) fn new(tested: &Tested, view: &TestView) -> Self {
        let of = (view.whole_years(tested), view.whose);
        let pairs = tested.side_pairs().into_iter();
        let judged = pairs.map(|pair| (pair, Judged::begun(tested.compare_sides(pair.sides, of.1, of.0))));
        Self { of, judged: judged.collect() }
    }

    /// Begins anew if other years or acts are compared now. Whether they are.
    pub(super) fn follow(&mut self, tested: &Tested, view: &TestView) -> bool {
        let is_other = self.of != (view.whole_years(tested), view.whose);
        if is_other {
            *self = Self::new(tested, view);
        }
        is_other
    }

    pub(super) fn judged(&self) -> &[(SidePair, Judged)] {
        &self.judged
    }

    /// Draws resamples of the first pair whose intervals are on their way: the declared one, the shown one, then the others.
    pub(super) fn advance(&mut self, shown: (usize, usize), resamples: usize) -> bool {
        let pending = |(_, (_, judged)): &(usize, &(SidePair, Judged))| judged.is_pending();
        let first = |(at, (pair, _)): &(usize, &(SidePair, Judged))| (*at > 0, pair.sides != shown);
        let next = self.judged.iter().enumerate().filter(pending).min_by_key(first).map(|(at, _)| at);
        if let Some((_, judged)) = next.and_then(|at| self.judged.get_mut(at)) {
            judged.advance(resamples);
        }
        !self.judged.iter().any(|(_, judged)| judged.is_pending())
    }
}
