//! Dates in words. Which words is the locale's business; the order of thoughts is here.
//!
//! Section `date` of the strings, all keys needed in every locale:
//!
//! * `month-1` … `month-12`: month names standing alone or with a year (“November 2005”);
//! * `month-of-1` … `month-of-12`: the same beside a day, for languages that inflect (“21 ноября”);
//! * `month-abbr-1` … `month-abbr-12`: short names, for axes;
//! * `season-21` … `season-24`: patterns of spring, summer, autumn, winter with `{year}`; winter begins in
//!   December, so its pattern may also use `{next}`, the last two digits of the year after;
//! * `day` `{d} {month} {year}`, `month` `{month} {year}`, `year` `{year}`, `decade` `{year}` (its first);
//! * `approximate`, `uncertain`: patterns around `{date}`;
//! * `days` `{d} {d2} {month} {year}`: days of one month; `days-of-year` `{d} {month} {d2} {month2} {year}`;
//!   `months` `{month} {month2} {year}`: months of one year; `range` `{from} {to}`: all else;
//! * `since` `{from}`: still going on.

use super::day::Day;
use super::strings::Strings;
use super::when::{Precision, Span, Until, When};

/// A date or interval in words, as precisely as it is known: “24–26 October 2015”, “since 12 March 2002”.
pub fn when_words(when: &When, strings: &Strings) -> String {
    match when {
        When::At(span) => span_words(span, strings),
        When::Between { from, to: Until::Open } => {
            strings.fill("date", "since", &[("from", &span_words(from, strings))])
        }
        When::Between { from, to: Until::Known(to) } => between(from, to, strings),
    }
}

/// One date in words: “21 November 2005”, “November 2005”, “spring 2016”, “around 1992”, “1992, uncertain”.
pub fn span_words(span: &Span, strings: &Strings) -> String {
    let (y, m, _) = span.earliest.ymd();
    let year = y.to_string();
    let mut words = match span.precision {
        Precision::Day => day_words(span.earliest, strings),
        Precision::Month => {
            strings.fill("date", "month", &[("month", &month("month-", m, strings)), ("year", &year)])
        }
        Precision::Season => {
            // Seasons begin in March, June, September and December.
            let key = format!("season-{}", 20 + m / 3);
            let next = format!("{:02}", (y + 1).rem_euclid(100));
            strings.fill("date", &key, &[("year", &year), ("next", &next)])
        }
        Precision::Year => strings.fill("date", "year", &[("year", &year)]),
        Precision::Decade => strings.fill("date", "decade", &[("year", &year)]),
    };
    for (applies, key) in [(span.approximate, "approximate"), (span.uncertain, "uncertain")] {
        if applies {
            words = strings.fill("date", key, &[("date", &words)]);
        }
    }
    words
}

/// One day in words: “21 November 2005”.
pub fn day_words(day: Day, strings: &Strings) -> String {
    let (y, m, d) = day.ymd();
    let month = month("month-of-", m, strings);
    strings.fill("date", "day", &[("d", &d.to_string()), ("month", &month), ("year", &y.to_string())])
}

/// Says what two dates share only once, where nothing is doubtful.
fn between(from: &Span, to: &Span, strings: &Strings) -> String {
    let doubtful = from.uncertain || from.approximate || to.uncertain || to.approximate;
    let ((y, m, d), (y2, m2, d2)) = (from.earliest.ymd(), to.earliest.ymd());
    let (of, key) = match (from.precision, to.precision) {
        _ if doubtful || y != y2 => ("", "range"),
        (Precision::Day, Precision::Day) if m == m2 => ("month-of-", "days"),
        (Precision::Day, Precision::Day) => ("month-of-", "days-of-year"),
        (Precision::Month, Precision::Month) if m != m2 => ("month-", "months"),
        _ => ("", "range"),
    };
    if key == "range" || from == to {
        let (from, to) = (span_words(from, strings), span_words(to, strings));
        // Begun and ended within the same date: “November 2005” says it all.
        return if from == to {
            from
        } else {
            strings.fill("date", "range", &[("from", &from), ("to", &to)])
        };
    }
    let values = [
        ("d", &*d.to_string()),
        ("d2", &d2.to_string()),
        ("month", &month(of, m, strings)),
        ("month2", &month(of, m2, strings)),
        ("year", &y.to_string()),
    ];
    strings.fill("date", key, &values)
}

fn month(of: &str, m: u32, strings: &Strings) -> String {
    strings.fill("date", &format!("{of}{m}"), &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::strings::Sections;

    fn english() -> Strings {
        let json: serde_json::Value =
            serde_json::from_str(include_str!("../../data/strings/en.json")).unwrap();
        let date = json["date"].as_object().unwrap();
        let texts = date.iter().map(|(key, text)| (key.clone(), text.as_str().unwrap().to_owned())).collect();
        Strings::new("en".into(), Sections::from([("date".into(), texts)]))
    }

    #[test]
    fn in_english() {
        let strings = english();
        let cases = [
            ("2005-11-21", "21 November 2005"),
            ("2005-11", "November 2005"),
            ("2005-11-XX", "November 2005"),
            ("2016-21", "spring 2016"),
            ("2016-23", "autumn 2016"),
            ("1999-24", "winter 1999–00"),
            ("2004", "2004"),
            ("199X", "the 1990s"),
            ("1992~", "around 1992"),
            ("1992?", "1992, uncertain"),
            ("1992-05%", "around May 1992, uncertain"),
            ("2015-10-24/2015-10-26", "24–26 October 2015"),
            ("2016-03-30/2016-04-02", "30 March to 2 April 2016"),
            ("2016-03/2016-04", "March to April 2016"),
            ("2014-12/2015-06", "December 2014 to June 2015"),
            ("2002-03-12/..", "since 12 March 2002"),
            ("2002-03-12/2005-11-21", "12 March 2002 to 21 November 2005"),
            ("2005-11/2005-11", "November 2005"),
            ("2005-11-21/2005-11-21", "21 November 2005"),
            ("2005-11-21/2005-12", "21 November 2005 to December 2005"),
            ("2005-03?/2005-04", "March 2005, uncertain to April 2005"),
            ("2013/2016", "2013 to 2016"),
        ];
        for (edtf, words) in cases {
            assert_eq!(when_words(&When::parse(edtf).unwrap(), &strings), words, "{edtf}");
        }
    }

    #[test]
    fn every_month_and_season_has_a_name() {
        let strings = english();
        for m in 1..=12 {
            for of in ["month-", "month-of-", "month-abbr-"] {
                assert!(strings.get("date", &format!("{of}{m}")).is_some(), "{of}{m}");
            }
        }
        assert!((21..=24).all(|s| strings.get("date", &format!("season-{s}")).is_some()));
    }
}
