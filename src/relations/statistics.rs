//! Coefficients of two equally long lists of numbers, and counts of steps. Formulas: Pearson's product-moment coefficient;
//! Spearman's rank coefficient as Pearson's of ranks, with the mean rank for equal values (Kendall and Gibbons, *Rank
//! Correlation Methods*, 1990, ch. 3).

/// Pearson's coefficient, −1 to 1; none if there are fewer than three pairs or either list never moves.
#[must_use]
pub fn pearson(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    if pairs.len() < 3 {
        return None;
    }
    let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0, y + pair.1));
    let (x, y) = (x / n, y / n);
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for pair in pairs {
        let (a, b) = (pair.0 - x, pair.1 - y);
        xy += a * b;
        xx += a * a;
        yy += b * b;
    }
    let scale = (xx * yy).sqrt();
    // What never moves leaves rounding behind.
    (scale > 1e-12).then(|| (xy / scale).clamp(-1.0, 1.0))
}

/// Spearman's coefficient, as [`pearson`].
#[must_use]
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let ranked: Vec<(f64, f64)> = ranks(&a).into_iter().zip(ranks(&b)).collect();
    pearson(&ranked)
}

/// The number with ten decimals. Sums and differences of decimals that are the same must be the same number: otherwise 1.9
/// and 9.9 − 8.0 differ in their last bits, which would break ties between ranks and let move what stood still.
#[must_use]
pub fn to_ten_decimals(value: f64) -> f64 {
    (value * 1e10).round() / 1e10
}

/// The rank of each value from 1, equal values sharing their mean rank.
#[must_use]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let value = |at: usize| values.get(at).copied().unwrap_or(0.0);
    let order = crate::order::sorted_positions(values.len(), &mut |a, b| value(a).total_cmp(&value(b)));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for equal in order.chunk_by(|a, b| value(*a) == value(*b)) {
        let mean = before as f64 + (equal.len() as f64 + 1.0) / 2.0;
        for at in equal {
            if let Some(rank) = ranks.get_mut(*at) {
                *rank = mean;
            }
        }
        before += equal.len();
    }
    ranks
}

/// The step between two adjacent years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The later year.
    pub year: i32,
    /// How the first side changed.
    pub a: f64,
    /// How the second side changed.
    pub b: f64,
}

/// In how many steps the two moved oppositely, together, or one of them not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// One up, one down.
    pub opposite: usize,
    /// Both up or both down.
    pub together: usize,
    /// One or both did not move.
    pub still: usize,
}

/// Counts the steps.
#[must_use]
pub fn counts(steps: &[Step]) -> Counts {
    let mut counts = Counts::default();
    for step in steps {
        match step.a * step.b {
            moved if moved < 0.0 => counts.opposite += 1,
            moved if moved > 0.0 => counts.together += 1,
            _ => counts.still += 1,
        }
    }
    counts
}

/// How much a step tells of the next one: the first-order autocorrelation (AR(1) coefficient) over steps of adjacent years,
/// `Σ (dₜ − d̄)(dₜ₊₁ − d̄) / Σ (dₜ − d̄)²`.
#[must_use]
pub fn first_autocorrelation(steps: &[Step], value: fn(&Step) -> f64) -> Option<f64> {
    let mean = steps.iter().map(value).sum::<f64>() / steps.len().max(1) as f64;
    let square: f64 = steps.iter().map(|step| (value(step) - mean) * (value(step) - mean)).sum();
    let adjacent = steps.windows(2).filter_map(|pair| match pair {
        [a, b] if b.year == a.year + 1 => Some((value(a) - mean) * (value(b) - mean)),
        _ => None,
    });
    (square > 1e-12).then(|| adjacent.sum::<f64>() / square)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_share_their_mean_and_spearman_sees_order_alone() {
        assert_eq!(ranks(&[10.0, 20.0, 10.0, 5.0]), [2.5, 4.0, 2.5, 1.0]);
        let pairs = [(1.0, 1.0), (2.0, 10.0), (3.0, 100.0), (4.0, 1000.0)];
        assert!((spearman(&pairs).unwrap() - 1.0).abs() < 1e-12);
        assert!(pearson(&pairs).unwrap() < 0.9);
    }

    #[test]
    fn equal_decimals_are_equal_numbers() {
        assert_ne!(9.9 - 8.0, 1.9);
        assert_eq!(to_ten_decimals(9.9 - 8.0), 1.9);
        assert_eq!(to_ten_decimals(0.1 + 0.2 - 0.3), 0.0);
        assert_eq!(to_ten_decimals(-5_261.3), -5_261.3);
    }

    #[test]
    fn what_never_moves_has_no_coefficient() {
        assert_eq!(pearson(&[(1.0, 0.1), (1.0, 0.2), (1.0, 0.3)]), None);
        assert_eq!(pearson(&[(1.0, 2.0), (2.0, 1.0)]), None, "two points always lie on a line");
    }

    #[test]
    fn steps_are_counted_by_their_signs() {
        let step = |a, b| Step { year: 0, a, b };
        let found = counts(&[step(1.0, -1.0), step(2.0, 3.0), step(0.0, 1.0), step(-1.0, -1.0)]);
        assert_eq!(found, Counts { opposite: 1, together: 2, still: 1 });
    }

    #[test]
    fn autocorrelation_does_not_span_a_gap() {
        let step = |year, a| Step { year, a, b: 0.0 };
        let close = [step(1, 1.0), step(2, -1.0), step(3, 1.0), step(4, -1.0)];
        assert_eq!(first_autocorrelation(&close, |s| s.a), Some(-0.75));
        let gap = [step(1, 1.0), step(2, -1.0), step(4, 1.0), step(5, -1.0)];
        assert_eq!(first_autocorrelation(&gap, |s| s.a), Some(-0.5));
        assert_eq!(first_autocorrelation(&gap, |s| s.b), None);
    }
}
