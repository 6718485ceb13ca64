//! The declared test: what is known of the shipped series comes out, independent streams of events are not called related, and
//! planted relations are.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use us_uz_explainer::dossier::{Change, Dossier, Files};
use us_uz_explainer::relations::{Comparison, LinePair, Random, Reading, Role, Tested, Whose};

fn tested() -> Tested {
    Tested::of(&Dossier::read_whole(&Files::built_in_with_detail()).unwrap()).unwrap()
}

/// The comparison of two lines of a series, by their ids.
fn lines(tested: &Tested, series: &str, ids: (&str, &str), without: bool) -> Comparison {
    let plan = tested.plan.series.iter().position(|of| tested.series[of.series].id == series).unwrap();
    let line =
        |id: &str| tested.series_of(plan).unwrap().lines.iter().position(|line| line.id == id).unwrap();
    let pair = LinePair { role: Role::Exploratory, plan, lines: (line(ids.0), line(ids.1)), without };
    tested.compare_lines(&pair).unwrap()
}

#[test]
fn the_agreement_series_gives_the_reference_values() {
    let tested = tested();
    for (ids, without, levels, changes, counts) in [
        (("us", "russia"), false, Some(-0.698), -0.135, Some((13, 10))),
        (("us", "china"), false, Some(-0.885), -0.683, Some((15, 8))),
        (("us", "india"), false, Some(-0.933), -0.818, Some((19, 4))),
        (("us", "russia"), true, None, -0.127, None),
        (("us", "china"), true, None, -0.342, None),
    ] {
        let found = lines(&tested, "unga-agreement", ids, without);
        let n = if without { (24, 21) } else { (25, 23) };
        assert_eq!((found.levels.len(), found.steps.len()), n, "{ids:?}");
        let near = |found: f64, wanted: f64| {
            assert!((found - wanted).abs() < 0.000_5, "{ids:?}: {found}, not {wanted}")
        };
        near(found.of_steps.unwrap().pearson, changes);
        if let Some(levels) = levels {
            near(found.of_levels.unwrap().pearson, levels);
        }
        if let Some(counts) = counts {
            assert_eq!((found.counts.opposite, found.counts.together), counts, "{ids:?}");
        }
    }
}

/// A stream of coded acts by year, as rare and as uneven as those of the dossier.
fn stream(kind: Kind, values: &[f64], random: &mut Random) -> Vec<f64> {
    let unit = |random: &mut Random| (random.below(1 << 20) as f64 + 0.5) / f64::from(1 << 20);
    let mut drift = 0.0;
    (0..35)
        .map(|year| {
            let noise: f64 = (0..12).map(|_| unit(random)).sum::<f64>() - 6.0;
            drift = 0.7 * drift + 0.71 * noise;
            let expected: f64 = match kind {
                Kind::Even => 1.7,
                Kind::Rising => 0.5 + 2.4 * f64::from(year) / 35.0,
                Kind::Clustered => (0.35 + 0.6 * drift).exp(),
            };
            // Poisson by Knuth's product of chances.
            let (mut left, mut count) = ((-expected).exp(), -1);
            let mut product = 1.0;
            while product > left {
                product *= unit(random);
                count += 1;
                left = left.max(f64::MIN_POSITIVE);
            }
            (0..count).map(|_| values[random.below(values.len())]).sum()
        })
        .collect()
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Even,
    Rising,
    Clustered,
}

fn reading(a: &[f64], b: &[f64]) -> Reading {
    let levels = (1991..).zip(a.iter().zip(b)).map(|(year, (a, b))| (year, *a, *b)).collect();
    let comparison = Comparison::new(levels, Change::Difference);
    comparison.reading(comparison.intervals())
}

/// Scores as they occur in the dossier, for the two sides of the declared pair together.
fn values(tested: &Tested) -> Vec<f64> {
    let (a, b) = tested.plan.declared;
    [a, b].iter().flat_map(|side| tested.scored(*side, Whose::All)).map(|act| act.score).collect()
}

#[test]
fn independent_streams_are_called_related_in_less_than_one_case_of_twenty() {
    let values = values(&tested());
    const RUNS: usize = 2_000;
    for kind in [Kind::Even, Kind::Rising, Kind::Clustered] {
        let mut random = Random::new(20_051_121);
        let mut related = 0;
        for _ in 0..RUNS {
            let (a, b) = (stream(kind, &values, &mut random), stream(kind, &values, &mut random));
            related += usize::from(matches!(reading(&a, &b), Reading::Opposite | Reading::Together));
        }
        println!("{kind:?}: {related} of {RUNS} independent pairs called related");
        assert!(related * 20 <= RUNS, "{kind:?}: {related} of {RUNS}");
    }
}

#[test]
fn a_planted_swing_is_found() {
    let values = values(&tested());
    let mut random = Random::new(7);
    let mut found = [0; 2];
    for _ in 0..100 {
        let (a, noise) = (stream(Kind::Even, &values, &mut random), stream(Kind::Even, &values, &mut random));
        let against: Vec<f64> = a.iter().zip(&noise).map(|(a, noise)| 0.4 * noise - a).collect();
        let along: Vec<f64> = a.iter().zip(&noise).map(|(a, noise)| 0.4 * noise + a).collect();
        found[0] += usize::from(reading(&a, &against) == Reading::Opposite);
        found[1] += usize::from(reading(&a, &along) == Reading::Together);
    }
    assert!(found.iter().all(|n| *n >= 95), "{found:?} of 100");
}
