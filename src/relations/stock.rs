//! The stock of a side: its acts, each halved every so many years. `S(t) = Σ g · 2^(−(t − tᵢ)/h)` over the acts up to *t*.
//!
//! The zero of the first year is arbitrary, so that a stock is standardised and never compared in level with another's.

use super::acts::{scored, Act, Quality, Scored, Weight, Whose};
use super::yearly::mean_and_deviation;
use crate::text::Day;

/// The half-lives a reader may choose, in years.
pub const HALF_LIVES: [f64; 4] = [1.0, 2.0, 5.0, 10.0];
/// Days in a mean Gregorian year.
pub const DAYS_A_YEAR: f64 = 365.242_5;

/// The stock at a moment, and its smallest and largest value when any one act is left out, or none.
///
/// This is the influence of single acts, not an uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stock {
    /// The moment, days since 1970-01-01.
    pub days: f64,
    /// All acts.
    pub value: f64,
    /// The smallest value.
    pub low: f64,
    /// The largest value.
    pub high: f64,
}

/// The first day of every month of these years, and of the one after, days since 1970-01-01.
#[must_use]
pub fn months((first, last): (i32, i32)) -> Vec<f64> {
    let firsts = (first..=last).flat_map(|year| (1..=12).map(move |month| (year, month)));
    firsts
        .chain([(last + 1, 1)])
        .filter_map(|(y, m)| Day::from_ymd(y, m, 1))
        .map(|day| f64::from(day.0))
        .collect()
}

/// The stock at each moment, which ascend; `half_life` in years.
#[must_use]
pub fn stock(scored: &[Scored], half_life: f64, moments: &[f64]) -> Vec<Stock> {
    let at = |days: f64| {
        let (mut value, mut most, mut least) = (0.0, 0.0_f64, 0.0_f64);
        for act in scored.iter().take_while(|act| act.days <= days) {
            let part = act.score * (-(days - act.days) / (half_life * DAYS_A_YEAR)).exp2();
            value += part;
            most = most.max(part);
            least = least.min(part);
        }
        Stock { days, value, low: value - most, high: value - least }
    };
    moments.iter().map(|days| at(*days)).collect()
}

/// The same in standard deviations from the mean of `value`: one yardstick for the value and its influence band.
#[must_use]
pub fn standardised(stock: &[Stock]) -> Vec<Stock> {
    let values: Vec<f64> = stock.iter().map(|at| at.value).collect();
    let (mean, deviation) = mean_and_deviation(&values);
    let of = |value: f64| (value - mean) / deviation;
    stock
        .iter()
        .map(|s| Stock { days: s.days, value: of(s.value), low: of(s.low), high: of(s.high) })
        .collect()
}

/// The fan: how the standardised curve would run under other choices that could be defended as well. Half-lives of 1, 2 and
/// 5 years, by Goldstein, by ±1 or with every act of an episode, of all events, of those with two sources, of those with high
/// confidence: 27 curves, by row a curve.
#[must_use]
pub fn fan(acts: &[Act], partners: &[usize], whose: Whose, moments: &[f64]) -> Vec<Vec<f64>> {
    let mut curves = Vec::new();
    for weight in [Weight::Goldstein, Weight::Sign, Weight::EveryAct] {
        for quality in [Quality::All, Quality::TwoSources, Quality::HighConfidence] {
            let scored = scored(acts, partners, whose, weight, quality);
            for half_life in [1.0, 2.0, 5.0] {
                let curve = standardised(&stock(&scored, half_life, moments));
                curves.push(curve.into_iter().map(|at| at.value).collect());
            }
        }
    }
    curves
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(event: usize, days: f64, score: f64) -> Scored {
        Scored { event, days, score, others: 0 }
    }

    #[test]
    fn a_stock_halves_in_its_half_life() {
        let scored = [act(0, 0.0, 8.0)];
        let found = stock(&scored, 2.0, &[-1.0, 0.0, 2.0 * DAYS_A_YEAR, 4.0 * DAYS_A_YEAR]);
        let values: Vec<f64> = found.iter().map(|s| s.value).collect();
        assert_eq!(values, [0.0, 8.0, 4.0, 2.0]);
    }

    #[test]
    fn influence_is_the_range_over_leaving_out_one_act_or_none() {
        let scored = [act(0, 0.0, 8.0), act(1, 0.0, -7.0), act(2, 10.0, 4.0)];
        let found = stock(&scored, 1.0, &[0.0])[0];
        assert_eq!((found.value, found.low, found.high), (1.0, -7.0, 8.0));
        // Acts of the same sign: the curve itself is one of its ends.
        let found = stock(&scored[..1], 1.0, &[0.0])[0];
        assert_eq!((found.low, found.value, found.high), (0.0, 8.0, 8.0));
    }

    #[test]
    fn months_begin_each_month_and_end_with_the_next_year() {
        let found = months((1991, 2025));
        assert_eq!((found.len(), found[0]), (35 * 12 + 1, 7670.0));
    }
}
