//! What the numbers of the test cost: functions counted as those of `step`, once each, because every call does the same.

use std::hint::black_box;

use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::relations::{
    fan, months, standardised, stock, Comparison, Intervals, Scored, Stock, Tested, Whose, Year, RESAMPLES,
};

use super::{replicas, SEED};

/// In years, as the panel first shows it.
const HALF_LIFE: f64 = 2.0;

/// What is counted: the function's name here, and what the report calls it.
pub(super) const COUNTED: [(&str, &str); 5] = [
    ("count_yearly", "test: yearly scores of the declared pair"),
    ("count_stock", "test: a stock by months, with its influence"),
    ("count_fan", "test: the fan of 27 curves"),
    ("count_comparison", "test: a comparison without intervals"),
    ("count_bootstrap", "test: its intervals, 1,999 resamples"),
];
/// What the last of them is held beside.
pub(super) const BASELINE: &str = "count_plain";

/// Calls each counted function once, with the dossier built in or with one of so many events made out of it. A digest would not
/// do: it has no codes.
pub(super) fn run(events: Option<usize>) -> Result<(), String> {
    let whole = Dossier::read_whole(&Files::built_in_with_detail())
        .map_err(|_| "the dossier has problems: cargo xtask check".to_owned())?;
    let dossier = events.map_or_else(|| whole.clone(), |events| replicas::enlarged(&whole, events, SEED));
    // A dossier that tests nothing costs nothing.
    let Some(tested) = Tested::of(&dossier) else { return Ok(()) };
    let months = months(tested.years);
    let scored = tested.scored(tested.plan.declared.0, Whose::All);
    count_yearly(&tested);
    count_stock(&scored, &months);
    count_fan(&tested, &months);
    let comparison = count_comparison(&tested);
    count_bootstrap(&comparison);
    let pairs: Vec<(f64, f64)> = comparison.steps.iter().map(|step| (step.a, step.b)).collect();
    count_plain(&pairs);
    Ok(())
}

#[inline(never)]
fn count_yearly(tested: &Tested) -> [Vec<Year>; 2] {
    let (a, b) = tested.plan.declared;
    black_box([a, b].map(|side| tested.yearly(side, Whose::All)))
}

#[inline(never)]
fn count_stock(scored: &[Scored], months: &[f64]) -> Vec<Stock> {
    black_box(standardised(&stock(scored, HALF_LIFE, months)))
}

#[inline(never)]
fn count_fan(tested: &Tested, months: &[f64]) -> Vec<Vec<f64>> {
    let partners = tested.partners(tested.plan.declared.0);
    black_box(fan(&tested.acts, partners, Whose::All, months))
}

#[inline(never)]
fn count_comparison(tested: &Tested) -> Comparison {
    black_box(tested.compare_sides(tested.plan.declared, Whose::All, tested.years))
}

#[inline(never)]
fn count_bootstrap(comparison: &Comparison) -> Option<Intervals> {
    black_box(comparison.intervals())
}

/// As often as there are resamples Pearson's coefficient of the same steps, one plain loop in another: nothing is drawn, nothing
/// ranked and nothing kept.
#[inline(never)]
fn count_plain(pairs: &[(f64, f64)]) -> f64 {
    let mut last = 0.0;
    for _ in 0..RESAMPLES {
        let (mut x, mut y, mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (a, b) in black_box(pairs) {
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        let n = pairs.len() as f64;
        last = (n * xy - x * y) / ((n * xx - x * x) * (n * yy - y * y)).sqrt();
    }
    black_box(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_baseline_is_the_coefficient_and_larger_dossiers_carry_acts() {
        let pairs = [(1.0, 2.0), (2.0, 1.0), (3.0, 5.0), (4.0, 4.0)];
        assert!((count_plain(&pairs) - us_uz_explainer::relations::pearson(&pairs).unwrap()).abs() < 1e-12);
        let whole = Dossier::read_whole(&Files::built_in_with_detail()).unwrap();
        let acts = |events| Tested::of(&replicas::enlarged(&whole, events, SEED)).unwrap().acts.len();
        assert!(acts(100) < acts(1_000) && acts(1_000) < acts(3_000));
        run(Some(100)).unwrap();
    }
}
