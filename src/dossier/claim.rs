//! What is told of the article: its claims and how they fare, its figures, the series that can be held to them,
//! and the accounts of an event on which sources differ. All of it is loaded with the detail.

use crate::text::When;

/// One side of what sources differ about; its words are `event_account.<event>.<id>` in the detail strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Who says so, unique within the event.
    pub id: String,
    /// Source ids.
    pub sources: Vec<String>,
}

/// What a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// What the article argues.
    Hypothesis,
    /// Where the article and the record part.
    Finding,
    /// What the article expects.
    Forecast,
}

/// Kinds of claims with their ids and the verdicts each may have, in the order of [`ClaimKind`].
pub const CLAIM_KINDS: [(&str, ClaimKind, [&str; 4]); 3] = [
    ("hypothesis", ClaimKind::Hypothesis, ["supported", "mixed", "not-supported", "not-tested"]),
    ("finding", ClaimKind::Finding, ["wrong", "sources-differ", "imprecise", "our-inference"]),
    ("forecast", ClaimKind::Forecast, ["happened", "partly", "did-not-happen", "open"]),
];

impl ClaimKind {
    /// Its id; its name is `claim_kind.<id>` in the detail strings.
    #[must_use]
    pub fn id(self) -> &'static str {
        CLAIM_KINDS.iter().find(|(_, kind, _)| *kind == self).map_or("", |(id, ..)| id)
    }
}

/// A claim of the article, or about it, and how it fares; its words are `claim.<id>.title` and `claim.<id>.text` in the
/// detail strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Stable id, kebab-case.
    pub id: String,
    /// What it is.
    pub kind: ClaimKind,
    /// Id of the article's section.
    pub section: String,
    /// Paragraph within the section, from 1.
    pub paragraph: u32,
    /// How it fares; its name is `verdict.<key>` in the detail strings.
    pub verdict: String,
    /// Indices of the events that show it.
    pub events: Vec<usize>,
    /// Indices of the ties that show it.
    pub ties: Vec<usize>,
    /// Indices of the series that show it.
    pub series: Vec<usize>,
    /// Indices of the figures that show it.
    pub figures: Vec<usize>,
    /// Source ids.
    pub sources: Vec<String>,
}

/// A number of the article beside what others say; its words are `figure.<id>.title` and `figure.<id>.text`.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Stable id, kebab-case.
    pub id: String,
    /// Id of the article's section.
    pub section: String,
    /// Paragraph within the section, from 1.
    pub paragraph: u32,
    /// Unit of all its values; its wording is `unit.<id>`, with the number in it.
    pub unit: String,
    /// Index of the event that tells it, if there is one.
    pub event: Option<usize>,
    /// The values, in the order shown.
    pub values: Vec<FigureValue>,
}

/// One value of a figure; its label is `figure.<figure>.<id>`.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureValue {
    /// Id, unique within the figure.
    pub id: String,
    /// The number, in the figure's unit.
    pub value: f64,
    /// What time it speaks of.
    pub when: When,
    /// That time as written in the data (EDTF).
    pub edtf: String,
    /// Source ids.
    pub sources: Vec<String>,
    /// Whether the article says so.
    pub from_article: bool,
}

/// Numbers by year that nobody here coded; its words are `series.<id>.title` and `series.<id>.text`.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Stable id, kebab-case.
    pub id: String,
    /// Unit of all its values; its wording is `unit.<id>`, with the number in it.
    pub unit: String,
    /// Licence or terms of the numbers.
    pub licence: String,
    /// Source ids.
    pub sources: Vec<String>,
    /// Whether each value is a stem from zero, as counts are, rather than a point of a line.
    pub stems: bool,
    /// Its lines, in the order shown.
    pub lines: Vec<SeriesLine>,
}

/// One line of a series; its label is `series.<series>.<id>`.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesLine {
    /// Id, unique within the series.
    pub id: String,
    /// Year and value, ascending; a year that is not there is a gap.
    pub values: Vec<(i32, f64)>,
}
