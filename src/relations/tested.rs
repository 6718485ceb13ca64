//! Everything the test is computed from, as plain numbers and ids: the coded acts, the sides, the series. Natively it comes from
//! the dossier; in the browser, where the dossier has neither codes nor series, from a file of its own.

use super::acts::{acts, scored, Act, Quality, Scored, Weight, Whose};
use super::compare::{Comparison, Levels};
use super::yearly::{yearly, Year};
use crate::dossier::{Change, Dossier, Series, TestPlan};

/// What is tested, and with what.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// First and last year of the period.
    pub years: (i32, i32),
    /// Ids of the rows of the ties picture: their names decide where time begins there.
    pub rows: Vec<String>,
    /// What is compared with what.
    pub plan: TestPlan,
    /// For each side of the plan which of the palette's partner colours it has: that of its first partner's row.
    pub tints: Vec<u8>,
    /// Ids of the events that acts name.
    pub events: Vec<String>,
    /// All coded acts, earliest first.
    pub acts: Vec<Act>,
    /// The series of the dossier, as the plan names them.
    pub series: Vec<Series>,
}

/// Why a comparison stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Fixed before looking.
    Declared,
    /// Looked at afterwards.
    Exploratory,
    /// With a partner nobody expects to matter.
    Placebo,
}

/// Two sides of the plan that are compared by their yearly scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SidePair {
    /// Why.
    pub role: Role,
    /// Indices into the plan's sides.
    pub sides: (usize, usize),
}

/// Two lines of a series that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinePair {
    /// Why: exploratory or placebo.
    pub role: Role,
    /// Position in the plan's series.
    pub plan: usize,
    /// Positions of the lines in the series.
    pub lines: (usize, usize),
    /// Whether the plan's doubtful years are left out.
    pub without: bool,
}

impl Tested {
    /// What a dossier puts to the test; none if it tests nothing, or while its detail is not loaded.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Option<Self> {
        let (first, last) = dossier.manifest.domain;
        let plan = dossier.test_plan.clone()?;
        let tint = |partners: &[usize]| {
            let row = partners.first().map(|partner| dossier.row_of_partner(*partner))?;
            dossier.manifest.rows.get(row).map(|row| row.tint)
        };
        Some(Self {
            rows: dossier.manifest.rows.iter().map(|row| row.id.clone()).collect(),
            tints: plan.sides.iter().map(|side| tint(&side.partners).unwrap_or(0)).collect(),
            plan,
            years: (first.ymd().0, last.ymd().0),
            events: dossier.events.iter().map(|event| event.id.clone()).collect(),
            acts: acts(dossier),
            series: dossier.series.clone(),
        })
    }

    /// What scores for a side, by Goldstein, of all events.
    #[must_use]
    pub fn scored(&self, side: usize, whose: Whose) -> Vec<Scored> {
        scored(&self.acts, self.partners(side), whose, Weight::Goldstein, Quality::All)
    }

    /// A side's score by year, over the whole period.
    #[must_use]
    pub fn yearly(&self, side: usize, whose: Whose) -> Vec<Year> {
        yearly(&self.scored(side, whose), self.years)
    }

    /// The partners of a side.
    #[must_use]
    pub fn partners(&self, side: usize) -> &[usize] {
        self.plan.sides.get(side).map_or(&[], |side| &side.partners)
    }

    /// All pairs of sides, the declared one first, then the exploratory ones, then each placebo with both sides of the declared.
    #[must_use]
    pub fn side_pairs(&self) -> Vec<SidePair> {
        let (a, b) = self.plan.declared;
        let mut pairs = vec![SidePair { role: Role::Declared, sides: (a, b) }];
        let explored = self.plan.explored.iter();
        pairs.extend(explored.map(|sides| SidePair { role: Role::Exploratory, sides: *sides }));
        for side in [a, b] {
            let placebos = self.plan.placebos.iter();
            pairs.extend(placebos.map(|placebo| SidePair { role: Role::Placebo, sides: (side, *placebo) }));
        }
        pairs
    }

    /// Compares two sides by their yearly scores, from one year to another, both included.
    #[must_use]
    pub fn compare_sides(&self, (a, b): (usize, usize), whose: Whose, (from, to): (i32, i32)) -> Comparison {
        let (a, b) = (self.yearly(a, whose), self.yearly(b, whose));
        let levels = a.iter().zip(&b).filter(|(a, _)| (from..=to).contains(&a.year));
        Comparison::new(levels.map(|(a, b)| (a.year, a.score, b.score)).collect(), Change::Difference)
    }

    /// All pairs of lines of the series held beside the scores, those without the doubtful years after those with them.
    #[must_use]
    pub fn line_pairs(&self) -> Vec<LinePair> {
        let mut pairs = Vec::new();
        for (plan, of) in self.plan.series.iter().enumerate() {
            let mut add = |role, lines, without| pairs.push(LinePair { role, plan, lines, without });
            for without in [false, true] {
                if !without || !of.without.is_empty() {
                    of.pairs.iter().for_each(|lines| add(Role::Exploratory, *lines, without));
                }
            }
            let Some((first, _)) = of.pairs.first() else { continue };
            of.placebos.iter().for_each(|placebo| add(Role::Placebo, (*first, *placebo), false));
        }
        pairs
    }

    /// The series that a position in the plan's series names.
    #[must_use]
    pub fn series_of(&self, plan: usize) -> Option<&Series> {
        self.plan.series.get(plan).and_then(|of| self.series.get(of.series))
    }

    /// Compares two lines of a series over the years that both have.
    #[must_use]
    pub fn compare_lines(&self, pair: &LinePair) -> Option<Comparison> {
        let of = self.plan.series.get(pair.plan)?;
        let series = self.series.get(of.series)?;
        let (a, b) = (series.lines.get(pair.lines.0)?, series.lines.get(pair.lines.1)?);
        let value = |year: i32| b.values.iter().find(|(known, _)| *known == year).map(|(_, value)| *value);
        let kept = a.values.iter().filter(|(year, _)| !pair.without || !of.without.contains(year));
        let levels: Levels = kept.filter_map(|(year, a)| Some((*year, *a, value(*year)?))).collect();
        Some(Comparison::new(levels, of.change))
    }
}
