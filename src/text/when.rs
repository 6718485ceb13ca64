//! Dates as precisely as they are known: spans of civil days, and intervals between them.

use super::day::Day;

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

impl Span {
    /// The middle, in days since the start of 1970-01-01: noon of a date known to the day.
    pub fn middle_days(&self) -> f64 {
        f64::midpoint(f64::from(self.earliest.0), f64::from(self.latest.0) + 1.0)
    }

    /// How many days are possible; 1 for a date known to the day.
    pub fn width_days(&self) -> i32 {
        self.latest.0 - self.earliest.0 + 1
    }
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

impl When {
    /// The date, or the date at which it began.
    pub fn start(&self) -> Span {
        match *self {
            Self::At(span) | Self::Between { from: span, .. } => span,
        }
    }

    /// First possible day.
    pub fn earliest(&self) -> Day {
        self.start().earliest
    }

    /// Last possible day; of what still goes on, `as_of`.
    pub fn latest(&self, as_of: Day) -> Day {
        match *self {
            Self::At(span) | Self::Between { to: Until::Known(span), .. } => span.latest,
            Self::Between { from, to: Until::Open } => as_of.max(from.earliest),
        }
    }

    /// Whether it still goes on.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Between { to: Until::Open, .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals() {
        let as_of = Day::from_ymd(2025, 12, 31).unwrap();
        let trip = When::parse("2015-10-24/2015-10-26").unwrap();
        assert_eq!(
            (trip.earliest().iso(), trip.latest(as_of).iso()),
            ("2015-10-24".into(), "2015-10-26".into())
        );
        assert!(!trip.is_open());
        let open = When::parse("2013/..").unwrap();
        assert!(open.is_open());
        assert_eq!(open.latest(as_of), as_of);
        // An interval may begin and end in the same month.
        assert!(When::parse("2005-11-21/2005-11").is_ok());
    }

    #[test]
    fn middles() {
        let middle = |text| When::parse(text).map(|w| (w.start().middle_days(), w.start().width_days()));
        assert_eq!(middle("1970-01-01"), Ok((0.5, 1)));
        assert_eq!(middle("1970-01"), Ok((15.5, 31)));
    }
}
