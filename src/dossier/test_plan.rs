//! What is put to the test, `test.json`: which sides are compared, which comparison was declared before looking, which
//! partners serve as placebos, which series are held beside the scores, and which years are shown as examples.

use crate::text::Day;

/// Partners taken together as one side of a comparison; its name is `side.<id>` in the detail strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestSide {
    /// Id, unique within the plan.
    pub id: String,
    /// Indices into the manifest's partners, one at least.
    pub partners: Vec<usize>,
}

/// How a series is compared from one year to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The later value less the earlier one.
    Difference,
    /// The logarithm of their ratio, for amounts that grow by shares of themselves.
    Log,
}

/// A series whose lines are compared with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesPlan {
    /// Index into [`super::Dossier::series`].
    pub series: usize,
    /// How its years are compared.
    pub change: Change,
    /// Pairs of lines, by their positions in the series.
    pub pairs: Vec<(usize, usize)>,
    /// Lines nobody expects to matter: each is compared with the first line of the first pair.
    pub placebos: Vec<usize>,
    /// Years left out in a second computation, because they are doubtful.
    pub without: Vec<i32>,
}

/// What a moment is shown as an example of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentKind {
    /// One side loses while the other gains.
    Swap,
    /// Both sides gain.
    Both,
}

/// Kinds of moments with their ids.
pub const MOMENT_KINDS: [(&str, MomentKind); 2] = [("swap", MomentKind::Swap), ("both", MomentKind::Both)];

/// Some years shown as an example; its words are `moment.<id>.title` and `.text` in the detail strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Id, unique within the plan.
    pub id: String,
    /// What it is an example of.
    pub kind: MomentKind,
    /// First and last day.
    pub window: (Day, Day),
}

/// The whole plan. Pairs and placebos are indices into [`TestPlan::sides`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TestPlan {
    /// All sides.
    pub sides: Vec<TestSide>,
    /// The comparison fixed before looking.
    pub declared: (usize, usize),
    /// Other comparisons, called exploratory.
    pub explored: Vec<(usize, usize)>,
    /// Sides nobody expects to matter: each is compared with both sides of the declared pair.
    pub placebos: Vec<usize>,
    /// Series held beside the scores.
    pub series: Vec<SeriesPlan>,
    /// Indices of the series that are only drawn.
    pub drawn: Vec<usize>,
    /// Indices of the series that are context and no test.
    pub context: Vec<usize>,
    /// The two sides between which the moments are shown.
    pub moment_sides: (usize, usize),
    /// Years shown as examples, of equal length.
    pub moments: Vec<Moment>,
}
