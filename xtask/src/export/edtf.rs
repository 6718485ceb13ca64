//! Spans of days written as EDTF level 1, where a record keeps no text of its date.

use us_uz_explainer::text::{Precision, Span, Until};

/// An interval; an end that is open is two dots.
pub(crate) fn interval(from: Span, to: Until) -> String {
    match to {
        Until::Known(to) => [date(from), date(to)].join("/"),
        Until::Open => [date(from), "..".into()].join("/"),
    }
}

/// One date, as precise as it is known, with the mark of its doubt.
pub(crate) fn date(span: Span) -> String {
    let (year, month, _) = span.earliest.ymd();
    let mut text = match span.precision {
        Precision::Day => span.earliest.iso(),
        Precision::Month => format!("{year:04}-{month:02}"),
        // 21 is spring, which begins in March.
        Precision::Season => format!("{year:04}-{}", 20 + month / 3),
        Precision::Year => format!("{year:04}"),
        Precision::Decade => format!("{:03}X", year / 10),
    };
    match (span.uncertain, span.approximate) {
        (true, true) => text.push('%'),
        (true, false) => text.push('?'),
        (false, true) => text.push('~'),
        (false, false) => {}
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use us_uz_explainer::text::When;

    #[test]
    fn what_is_written_is_read_as_the_same() {
        for text in
            ["2005-11-21", "2004-02", "2016-21", "2005-22", "2005-23", "2005-24", "2004", "199X", "1992?"]
        {
            assert_eq!(date(When::parse(text).unwrap().start()), text);
        }
        for text in ["1994-07-13/..", "2001-10-07/2005-11", "1992~/1999-05%"] {
            let When::Between { from, to } = When::parse(text).unwrap() else { unreachable!("{text}") };
            assert_eq!(interval(from, to), text);
        }
    }
}
