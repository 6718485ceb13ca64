//! A reader's typed dates: EDTF level 0, and `X` for digits not known. Held to `edtf-core` by a test.
//!
//! The library itself reads the dossier's dates. In the browser it would cost 9,157 bytes of brotli more than
//! this, for one field.

use super::Day;

/// Why typed dates are no window of time that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWindow {
    /// They are not dates.
    Unreadable,
    /// They are dates, all before or all after the domain.
    Outside,
    /// The last date comes before the first.
    EndBeforeStart,
}

/// First and last day of a date (`1999`, `199X`, `2005-11`, `2005-11-21`) or of an interval (`2004/2006-05`, `../2005`,
/// `2016/..`), an open end being that of the domain. A mark of doubt at the end (`?`, `~`, `%`) changes no day.
///
/// # Errors
/// See [`NoWindow`].
pub fn window(text: &str, domain: (Day, Day)) -> Result<(Day, Day), NoWindow> {
    let half = |text: &str| match text {
        "" | ".." => Some(domain),
        date => days(date),
    };
    let ends = match text.split_once('/') {
        Some((from, to)) => half(from).zip(half(to)).map(|(from, to)| (from.0, to.1)),
        None => days(text),
    };
    match ends.ok_or(NoWindow::Unreadable)? {
        // An open end is the domain's, so a start after all of it would seem to come after its end.
        (from, to) if from > domain.1 || to < domain.0 => Err(NoWindow::Outside),
        (from, to) if from > to => Err(NoWindow::EndBeforeStart),
        ends => Ok(ends),
    }
}

fn days(text: &str) -> Option<(Day, Day)> {
    let text = text.trim_end_matches(['?', '~', '%']);
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    let known = year.trim_end_matches('X');
    let unknown = 4 - known.len();
    let years = 10_i32.pow(unknown as u32);
    let first = number(known, known.len())? as i32 * years;
    let (from, to) = match (month, day) {
        (None, _) if unknown <= 2 => ((first, 1, 1), (first + years - 1, 12, 31)),
        (Some(month), None) if unknown == 0 => {
            let month = number(month, 2)?;
            let last = (28..=31).rev().find(|day| Day::from_ymd(first, month, *day).is_some())?;
            ((first, month, 1), (first, month, last))
        }
        (Some(month), Some(day)) if unknown == 0 => {
            let date = (first, number(month, 2)?, number(day, 2)?);
            (date, date)
        }
        _ => return None,
    };
    Some((Day::from_ymd(from.0, from.1, from.2)?, Day::from_ymd(to.0, to.1, to.2)?))
}

fn number(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::super::When;
    use super::*;

    const DOMAIN: (Day, Day) = (Day(7670), Day(20453));

    fn iso(text: &str) -> Result<(String, String), NoWindow> {
        window(text, DOMAIN).map(|(from, to)| (from.iso(), to.iso()))
    }

    #[test]
    fn dates_and_intervals() {
        let is = |text: &str, from: &str, to: &str| {
            assert_eq!(iso(text), Ok((from.into(), to.into())), "{text}");
        };
        is("1999", "1999-01-01", "1999-12-31");
        is("2004-02", "2004-02-01", "2004-02-29");
        is("2005-11-21~", "2005-11-21", "2005-11-21");
        is("2004/2006-05", "2004-01-01", "2006-05-31");
        is("../2005", "1991-01-01", "2005-12-31");
        is("2016/..", "2016-01-01", "2025-12-31");
    }

    #[test]
    fn each_refusal_is_told_apart() {
        for text in ["", "yesterday", "2005-13", "2005-02-30", "05-11-2005", "2005/06/07", "20X5", "2005-1"] {
            assert_eq!(iso(text), Err(NoWindow::Unreadable), "{text}");
        }
        for text in ["1850", "1980/1985", "../1989", "2030", "2030/..", "2027/2030-05"] {
            assert_eq!(iso(text), Err(NoWindow::Outside), "{text}");
        }
        for text in ["2006/2004", "2005-11-21/2005-11-20", "2005-11/2005-10"] {
            assert_eq!(iso(text), Err(NoWindow::EndBeforeStart), "{text}");
        }
    }

    #[test]
    fn it_agrees_with_the_library() {
        let mut both = 0;
        for year in ["1991", "2004", "199X", "20XX", "2005"] {
            for rest in
                ["", "-01", "-02", "-02-28", "-02-29", "-04-31", "-11-30", "-12", "-13", "-00", "-6", "-06-1"]
            {
                for doubt in ["", "?", "~", "%"] {
                    let text = [year, rest, doubt].concat();
                    let library =
                        When::parse(&text).ok().map(|when| (when.earliest(), when.latest(DOMAIN.1)));
                    // The library refuses centuries, which a window may well be.
                    if !text.starts_with("20XX") {
                        assert_eq!(window(&text, DOMAIN).ok(), library, "{text}");
                        both += usize::from(library.is_some());
                    }
                }
            }
        }
        assert!(both > 60, "{both} dates were read by both");
    }
}
