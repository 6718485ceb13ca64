//! Dates as precisely as they are known: EDTF level 1 read into spans of civil days.

/// A civil day: days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// The finest component a date states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// `2005-11-21`
    Day,
    /// `2005-11`
    Month,
    /// `2005-21` (spring) to `2005-24` (winter)
    Season,
    /// `2005`
    Year,
    /// `200X`
    Decade,
}

/// One date with its precision: every day from `earliest` to `latest`, both included, is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First possible day.
    pub earliest: Day,
    /// Last possible day, included.
    pub latest: Day,
    /// The finest component stated.
    pub precision: Precision,
    /// `?`: the source is doubtful.
    pub uncertain: bool,
    /// `~`: an estimate.
    pub approximate: bool,
}

/// Where an interval ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// On a date as precise as it is known.
    Known(Span),
    /// `..`: still going on at the dossier's `as_of`.
    Open,
}

/// When something happened or was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At one date (which may itself be a year wide: we do not know the day).
    At(Span),
    /// From one date to another: it lasted.
    Between {
        /// The start.
        from: Span,
        /// The end.
        to: Until,
    },
}
