//! Tables of what is put to the test: the sides, their yearly scores, and every comparison with all its numbers. Empty where
//! a dossier tests nothing.

use us_uz_explainer::dossier::{Change, Dossier, TestSide};
use us_uz_explainer::relations::{
    acts, scored, Comparison, Intervals, Judged, Quality, Reading, Role, Tested, Weight, Whose, Year,
    LEVEL_PERCENT, RESAMPLES,
};

use super::table::Table;
use super::values::{joined, named, words};

/// Whose acts are counted, with the names of both choices.
const WHOSE: [(&str, Whose); 2] = [("all", Whose::All), ("home", Whose::Home)];

/// Whether each act of each event scores for its partner, by the rule of the scores themselves.
pub(crate) fn scoring(d: &Dossier) -> Vec<Vec<bool>> {
    let all = acts(d);
    let mut scoring: Vec<Vec<bool>> = d.events.iter().map(|event| vec![false; event.effects.len()]).collect();
    for partner in 0..d.manifest.partners.len() {
        for act in scored(&all, &[partner], Whose::All, Weight::Goldstein, Quality::All) {
            let effects = d.events.get(act.event).map(|event| &event.effects).into_iter().flatten();
            let Some(marks) = scoring.get_mut(act.event) else { continue };
            // An event's acts with one partner are counted in their order: the next one that has no mark is meant.
            let mut of_partner = effects.zip(marks).filter(|(effect, _)| effect.partner == partner);
            if let Some((_, mark)) = of_partner.find(|(_, mark)| !**mark) {
                *mark = true;
            }
        }
    }
    scoring
}

pub(crate) fn sides(d: &Dossier) -> Table {
    let sides: &[TestSide] = d.test_plan.as_ref().map_or(&[], |plan| &plan.sides);
    Table::of(
        "sides",
        sides,
        &[
            ("id", &|s| s.id.clone()),
            ("name", &|s| words(d, "side", &s.id)),
            ("partners", &|s| named(&s.partners, &d.manifest.partners, |p| &p.id)),
        ],
    )
}

/// A side's year, and whose acts it counts.
type Score = (String, &'static str, Year);

pub(crate) fn scores(d: &Dossier) -> Table {
    let mut rows: Vec<Score> = Vec::new();
    if let Some(tested) = Tested::of(d) {
        for (at, side) in tested.plan.sides.iter().enumerate() {
            for (name, whose) in WHOSE {
                rows.extend(tested.yearly(at, whose).into_iter().map(|year| (side.id.clone(), name, year)));
            }
        }
    }
    Table::of(
        "scores",
        rows,
        &[
            ("side", &|(side, ..)| side.clone()),
            ("whose", &|(_, whose, _)| (*whose).to_owned()),
            ("year", &|(.., year)| year.year.to_string()),
            ("score", &|(.., year)| number(year.score)),
            ("events", &|(.., year)| year.events.to_string()),
        ],
    )
}

/// One comparison, and what it is of.
struct Row {
    what: String,
    role: Role,
    sides: (String, String),
    whose: &'static str,
    change: Change,
    without: Vec<i32>,
    judged: Judged,
}

impl Row {
    fn of(&self) -> &Comparison {
        &self.judged.comparison
    }

    fn interval(&self, end: impl Fn(Intervals) -> f64) -> String {
        perhaps(self.judged.intervals().map(end))
    }

    /// How the intervals were made, where there are any.
    fn made(&self, how: usize) -> String {
        self.judged.intervals().map(|_| how.to_string()).unwrap_or_default()
    }
}

pub(crate) fn comparisons(d: &Dossier) -> Table {
    let rows = Tested::of(d).map(|tested| rows(&tested)).unwrap_or_default();
    let coefficient = |found: Option<f64>| perhaps(found);
    Table::of(
        "comparisons",
        (1..).zip(&rows),
        &[
            ("number", &|(n, _)| n.to_string()),
            ("what", &|(_, r)| r.what.clone()),
            ("role", &|(_, r)| role(r.role).to_owned()),
            ("a", &|(_, r)| r.sides.0.clone()),
            ("b", &|(_, r)| r.sides.1.clone()),
            ("whose", &|(_, r)| r.whose.to_owned()),
            ("change", &|(_, r)| change(r.change).to_owned()),
            ("from", &|(_, r)| r.of().levels.first().map(|(year, ..)| year.to_string()).unwrap_or_default()),
            ("to", &|(_, r)| r.of().levels.last().map(|(year, ..)| year.to_string()).unwrap_or_default()),
            ("without", &|(_, r)| joined(&r.without.iter().map(i32::to_string).collect::<Vec<_>>())),
            ("n_levels", &|(_, r)| r.of().levels.len().to_string()),
            ("n_steps", &|(_, r)| r.of().steps.len().to_string()),
            ("opposite", &|(_, r)| r.of().counts.opposite.to_string()),
            ("together", &|(_, r)| r.of().counts.together.to_string()),
            ("still", &|(_, r)| r.of().counts.still.to_string()),
            ("pearson_levels", &|(_, r)| coefficient(r.of().of_levels.map(|c| c.pearson))),
            ("spearman_levels", &|(_, r)| coefficient(r.of().of_levels.map(|c| c.spearman))),
            ("pearson_changes", &|(_, r)| coefficient(r.of().of_steps.map(|c| c.pearson))),
            ("spearman_changes", &|(_, r)| coefficient(r.of().of_steps.map(|c| c.spearman))),
            ("pearson_low", &|(_, r)| r.interval(|i| i.pearson.low)),
            ("pearson_high", &|(_, r)| r.interval(|i| i.pearson.high)),
            ("spearman_low", &|(_, r)| r.interval(|i| i.spearman.low)),
            ("spearman_high", &|(_, r)| r.interval(|i| i.spearman.high)),
            ("block", &|(_, r)| r.made(r.of().block)),
            ("resamples", &|(_, r)| r.made(RESAMPLES)),
            ("level_percent", &|(_, r)| r.made(LEVEL_PERCENT)),
            ("ar1_a", &|(_, r)| perhaps(r.of().autocorrelation.0)),
            ("ar1_b", &|(_, r)| perhaps(r.of().autocorrelation.1)),
            ("reading", &|(_, r)| r.judged.reading().map(reading).unwrap_or_default().to_owned()),
        ],
    )
}

/// All comparisons of the plan, those of scores first.
fn rows(tested: &Tested) -> Vec<Row> {
    let mut rows = Vec::new();
    let id = |side: usize| tested.plan.sides.get(side).map(|side| side.id.clone()).unwrap_or_default();
    for (name, whose) in WHOSE {
        for pair in tested.side_pairs() {
            rows.push(Row {
                what: "scores".to_owned(),
                // Everybody's acts were declared. The same pair by the home country's alone was not fixed before looking.
                role: match (pair.role, whose) {
                    (Role::Declared, Whose::Home) => Role::Exploratory,
                    (role, _) => role,
                },
                sides: (id(pair.sides.0), id(pair.sides.1)),
                whose: name,
                change: Change::Difference,
                without: Vec::new(),
                judged: Judged::whole(tested.compare_sides(pair.sides, whose, tested.years)),
            });
        }
    }
    for pair in tested.line_pairs() {
        let (Some(plan), Some(series)) = (tested.plan.series.get(pair.plan), tested.series_of(pair.plan))
        else {
            continue;
        };
        let Some(comparison) = tested.compare_lines(&pair) else { continue };
        let line = |at: usize| series.lines.get(at).map(|line| line.id.clone()).unwrap_or_default();
        rows.push(Row {
            what: series.id.clone(),
            role: pair.role,
            sides: (line(pair.lines.0), line(pair.lines.1)),
            whose: "",
            change: plan.change,
            without: if pair.without { plan.without.clone() } else { Vec::new() },
            judged: Judged::whole(comparison),
        });
    }
    rows
}

/// A number with all its digits; zero has no sign.
fn number(value: f64) -> String {
    (value + 0.0).to_string()
}

fn perhaps(value: Option<f64>) -> String {
    value.map(number).unwrap_or_default()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Declared => "declared",
        Role::Exploratory => "exploratory",
        Role::Placebo => "placebo",
    }
}

fn change(change: Change) -> &'static str {
    match change {
        Change::Difference => "difference",
        Change::Log => "log",
    }
}

fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::TooShort => "too-short",
        Reading::CannotTell => "cannot-tell",
        Reading::Opposite => "opposite",
        Reading::Together => "together",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::dossier;

    /// Of a campaign one act scores for a partner, and it is the earliest; every other act scores.
    #[test]
    fn one_act_of_an_episode_scores_and_it_is_the_first() {
        let d = dossier().unwrap();
        let scoring = scoring(&d);
        let mut of_episodes = 0;
        for (event, marks) in d.events.iter().zip(&scoring) {
            for (effect, mark) in event.effects.iter().zip(marks) {
                let Some(episode) = &event.episode else {
                    assert!(mark, "{}", event.id);
                    continue;
                };
                let alike =
                    d.events.iter().zip(&scoring).filter(|(e, _)| e.episode.as_ref() == Some(episode));
                let marked: Vec<f64> = alike
                    .flat_map(|(e, marks)| e.effects.iter().zip(marks).map(move |(f, mark)| (e, f, mark)))
                    .filter(|(_, f, mark)| f.partner == effect.partner && **mark)
                    .map(|(e, ..)| e.when.start().middle_days())
                    .collect();
                assert_eq!(marked.len(), 1, "{episode}");
                assert!(marked[0] <= event.when.start().middle_days(), "{episode}: {}", event.id);
                of_episodes += 1;
            }
        }
        assert!(of_episodes > 10, "{of_episodes} acts are part of an episode");
    }

    #[test]
    fn a_dossier_that_tests_nothing_has_empty_tables() {
        let mut d = dossier().unwrap();
        let full = [sides(&d), scores(&d), comparisons(&d)].map(|table| table.rows.len());
        assert!(full.iter().all(|rows| *rows > 5), "{full:?}");
        d.test_plan = None;
        assert_eq!([sides(&d), scores(&d), comparisons(&d)].map(|table| table.rows.len()), [0; 3]);
    }

    #[test]
    fn one_comparison_is_declared_and_zero_has_no_sign() {
        let table = comparisons(&dossier().unwrap());
        let roles = table.rows.iter().filter(|row| row[2] == "declared").count();
        assert_eq!((roles, table.rows[0][2].as_str()), (1, "declared"));
        assert_eq!([number(-0.0), number(-0.5)], ["0", "-0.5"]);
    }
}
