//! A side's score by year, undecayed, and what stands behind a year.

use super::acts::Scored;
use super::statistics::to_ten_decimals;

/// A side's year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// The calendar year.
    pub year: i32,
    /// The sum of what scores in it.
    pub score: f64,
    /// How many events score in it.
    pub events: usize,
}

/// The score of every year from the first to the last, those without an event included: no act is a score of zero.
#[must_use]
pub fn yearly(scored: &[Scored], (first, last): (i32, i32)) -> Vec<Year> {
    (first..=last)
        .map(|year| {
            let within: Vec<&Scored> = scored.iter().filter(|act| act.year() == year).collect();
            let mut events: Vec<usize> = within.iter().map(|act| act.event).collect();
            events.dedup();
            // A sum of nothing would be −0.
            let score = within.iter().fold(0.0, |sum, act| sum + act.score);
            Year { year, score: to_ten_decimals(score), events: events.len() }
        })
        .collect()
}

/// Mean and standard deviation of numbers, dividing by their count; a deviation of zero becomes one, so that what never
/// moves stays where it is when it is standardised.
#[must_use]
pub fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    let deviation = (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt();
    (mean, if deviation > 0.0 { deviation } else { 1.0 })
}

/// An event behind a year's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Behind {
    /// Index of the event.
    pub event: usize,
    /// What it adds.
    pub score: f64,
    /// Its share of all that was added and taken away in the year, 0 to 1.
    pub share: f64,
    /// How many further acts of its episode it stands for.
    pub others: usize,
}

/// The events behind a year, the largest share first, then in the order of time.
#[must_use]
pub fn behind(scored: &[Scored], year: i32) -> Vec<Behind> {
    let mut found: Vec<Behind> = Vec::new();
    for act in scored.iter().filter(|act| act.year() == year) {
        if let Some(last) = found.iter_mut().find(|known| known.event == act.event) {
            last.score += act.score;
            last.others += act.others;
        } else {
            found.push(Behind { event: act.event, score: act.score, share: 0.0, others: act.others });
        }
    }
    let whole: f64 = found.iter().map(|behind| behind.score.abs()).sum();
    for behind in &mut found {
        behind.share = if whole > 0.0 { behind.score.abs() / whole } else { 0.0 };
    }
    crate::order::sort(&mut found, &mut |a, b| b.share.total_cmp(&a.share));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Day;

    fn on(iso: &str, event: usize, score: f64) -> Scored {
        Scored { event, days: f64::from(Day::parse_iso(iso).unwrap().0) + 0.5, score, others: 0 }
    }

    #[test]
    fn years_without_an_event_score_zero_and_shares_add_up() {
        let scored = [on("2005-07-29", 0, -7.0), on("2005-11-21", 1, 4.0), on("2007-01-01", 2, 8.0)];
        let years = yearly(&scored, (2005, 2008));
        let found: Vec<(f64, usize)> = years.iter().map(|year| (year.score, year.events)).collect();
        assert_eq!(found, [(-3.0, 2), (0.0, 0), (8.0, 1), (0.0, 0)]);
        let behind = behind(&scored, 2005);
        assert_eq!(behind.iter().map(|b| b.event).collect::<Vec<_>>(), [0, 1]);
        assert!((behind.iter().map(|b| b.share).sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((behind[0].share - 7.0 / 11.0).abs() < 1e-12);
    }

    #[test]
    fn what_never_moves_has_a_deviation_of_one() {
        assert_eq!(mean_and_deviation(&[2.0, 2.0]), (2.0, 1.0));
        assert_eq!(mean_and_deviation(&[1.0, 3.0]), (2.0, 1.0));
        assert_eq!(mean_and_deviation(&[]), (0.0, 1.0));
    }
}
