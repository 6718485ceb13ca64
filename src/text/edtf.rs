//! EDTF level 1 (ISO 8601-2 Annex A) read into spans of civil days.

use super::day::Day;
use super::when::{Precision, Span, Until, When};
use edtf_core::{Bound, Date, DateField, Edtf, IntervalEndpoint};

/// Why a text is not a date this explainer can use; shown, it is one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenError {
    /// Not EDTF at all: what is wrong, and at which character (from 1).
    NotEdtf(&'static str, usize),
    /// EDTF level 2.
    LevelTwo,
    /// A date with a time of day.
    TimeOfDay,
    /// An interval without a start.
    OpenStart,
    /// An interval whose end is left empty.
    UnknownEnd,
    /// An interval that ends before it starts.
    EndBeforeStart,
    /// A century: too coarse to be drawn as one date.
    Century,
    /// A year outside −9999 to 9999.
    OutOfRange,
}

impl std::fmt::Display for WhenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotEdtf(what, at) => {
                return write!(f, "This is not an EDTF date: {what} (at character {at}).");
            }
            Self::LevelTwo => "This date uses EDTF level 2; only levels 0 and 1 are read here.",
            Self::TimeOfDay => "This date has a time of day; give the day alone.",
            Self::OpenStart => "This interval has no start; give the earliest date known.",
            Self::UnknownEnd => "This interval has an empty end; give a date, or “..” if it still goes on.",
            Self::EndBeforeStart => "This interval ends before it starts.",
            Self::Century => "This date is a whole century; give a decade or a year.",
            Self::OutOfRange => "This date is outside the years −9999 to 9999.",
        })
    }
}

impl std::error::Error for WhenError {}

/// What edtf-core 1.2.3 says of an interval that ends before it starts (its only mark of that error).
const EDTF_ORDER: &str = "interval end precedes interval start";

impl When {
    /// Reads an EDTF date or interval of level 0 or 1.
    ///
    /// # Errors
    /// See [`WhenError`].
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        let edtf = Edtf::parse(text).map_err(|e| match e.message {
            EDTF_ORDER => WhenError::EndBeforeStart,
            message => WhenError::NotEdtf(message, e.offset + 1),
        })?;
        if edtf.level() > 1 {
            return Err(WhenError::LevelTwo);
        }
        let interval = match edtf {
            Edtf::Date(date) => return span(date).map(Self::At),
            Edtf::DateTime(_) => return Err(WhenError::TimeOfDay),
            Edtf::Set(_) => return Err(WhenError::LevelTwo),
            Edtf::Interval(interval) => interval,
        };
        let IntervalEndpoint::Date(from) = interval.start else { return Err(WhenError::OpenStart) };
        let to = match interval.end {
            IntervalEndpoint::Date(to) => Until::Known(span(to)?),
            IntervalEndpoint::Open => Until::Open,
            _ => return Err(WhenError::UnknownEnd),
        };
        Ok(Self::Between { from: span(from)?, to })
    }
}

fn span(date: Date) -> Result<Span, WhenError> {
    let precision = match (date.month.and_then(DateField::value), date.day.and_then(DateField::value)) {
        (_, Some(_)) => Precision::Day,
        (Some(21..), None) => Precision::Season,
        (Some(_), None) => Precision::Month,
        // The month may be left out or written XX, which says the same.
        (None, None) if date.year.has_unspecified() => Precision::Decade,
        (None, None) => Precision::Year,
    };
    let bounds = Edtf::Date(date).bounds();
    let day = |bound| match bound {
        Bound::Date(d) => i32::try_from(d.year)
            .ok()
            .and_then(|y| Day::from_ymd(y, u32::from(d.month), u32::from(d.day)))
            .ok_or(WhenError::OutOfRange),
        _ => Err(WhenError::OutOfRange),
    };
    let (earliest, latest) = (day(bounds.earliest)?, day(bounds.latest)?);
    // Ten years have 3652 or 3653 days; of the masked years only `20XX` is wider at level 1.
    if precision == Precision::Decade && latest.0 - earliest.0 > 3653 {
        return Err(WhenError::Century);
    }
    let (uncertain, approximate) = (date.is_uncertain(), date.is_approximate());
    Ok(Span { earliest, latest, precision, uncertain, approximate })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> (String, String, Precision) {
        let span = When::parse(text).unwrap().start();
        (span.earliest.iso(), span.latest.iso(), span.precision)
    }

    #[test]
    fn precision_and_bounds() {
        let cases = [
            ("2005-11-21", "2005-11-21", "2005-11-21", Precision::Day),
            ("2004-02", "2004-02-01", "2004-02-29", Precision::Month),
            ("2004-02-XX", "2004-02-01", "2004-02-29", Precision::Month),
            ("2016-21", "2016-03-01", "2016-05-31", Precision::Season),
            ("2005-24", "2005-12-01", "2006-02-28", Precision::Season),
            ("2004", "2004-01-01", "2004-12-31", Precision::Year),
            ("2004-XX", "2004-01-01", "2004-12-31", Precision::Year),
            ("2004-XX-XX", "2004-01-01", "2004-12-31", Precision::Year),
            ("199X", "1990-01-01", "1999-12-31", Precision::Decade),
        ];
        for (text, earliest, latest, precision) in cases {
            assert_eq!(at(text), (earliest.to_owned(), latest.to_owned(), precision), "{text}");
        }
    }

    #[test]
    fn doubt_is_kept() {
        let doubt = |text| When::parse(text).map(|w| (w.start().uncertain, w.start().approximate));
        assert_eq!(doubt("1992?"), Ok((true, false)));
        assert_eq!(doubt("1992~"), Ok((false, true)));
        assert_eq!(doubt("1992-05%"), Ok((true, true)));
    }

    #[test]
    fn refusals() {
        let cases = [
            ("{2004,2005}", WhenError::LevelTwo),
            ("2004-06~-11", WhenError::LevelTwo),
            ("201X/2015", WhenError::LevelTwo),
            ("2004-25", WhenError::LevelTwo),
            ("..2004/2005", WhenError::LevelTwo),
            ("../2005", WhenError::OpenStart),
            ("/2005", WhenError::OpenStart),
            ("2005/", WhenError::UnknownEnd),
            ("2005-11/2005-10", WhenError::EndBeforeStart),
            ("2005-11-21T10:00:00", WhenError::TimeOfDay),
            ("19XX", WhenError::Century),
            ("Y17000", WhenError::OutOfRange),
        ];
        for (text, error) in cases {
            assert_eq!(When::parse(text), Err(error), "{text}");
        }
        for text in ["", "2005-13", "2005-02-30", "21 November 2005", "2005-11-21/2005-11-22/2005-11-23"] {
            let error = When::parse(text).unwrap_err();
            assert!(matches!(error, WhenError::NotEdtf(..)), "{text}");
            assert!(error.to_string().ends_with(")."));
        }
    }
}
