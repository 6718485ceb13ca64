//! Civil days: days since 1970-01-01 in the proleptic Gregorian calendar, to and from year, month, day.

/// A civil day: days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of an astronomical year (−9999 to 9999; 0 is 1 BC), a month 1–12 and a day of the month.
    /// `None` if the calendar has no such day.
    pub fn from_ymd(y: i32, m: u32, d: u32) -> Option<Self> {
        let leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
        let last = match m {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if !(-9999..=9999).contains(&y) || d == 0 || d > last {
            return None;
        }
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil: years start
        // in March, so that the leap day is a year's last; an era is 400 years or 146 097 days.
        let (m, d) = (m as i32, d as i32);
        let y = if m > 2 { y } else { y - 1 };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// Astronomical year, month 1–12, day of the month 1–31.
    pub fn ymd(self) -> (i32, u32, u32) {
        // Hinnant's civil_from_days; i64, because any i32 may be asked for.
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let d = doy - (153 * mp + 2) / 5 + 1;
        let m = if mp < 10 { mp + 3 } else { mp - 9 };
        let y = yoe + era * 400 + i64::from(m <= 2);
        (y as i32, m as u32, d as u32)
    }

    /// `2005-11-21`; years before 0 with a leading `-`.
    pub fn iso(self) -> String {
        let (y, m, d) = self.ymd();
        let sign = if y < 0 { "-" } else { "" };
        format!("{sign}{:04}-{m:02}-{d:02}", y.unsigned_abs())
    }

    /// Reads what [`Day::iso`] writes, and nothing else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u32, |n, c| c.is_ascii_digit().then(|| n * 10 + u32::from(c - b'0')))
        };
        let y = number(&[y1, y2, y3, y4])?;
        if sign < 0 && y == 0 {
            return None;
        }
        Self::from_ymd(sign * y as i32, number(&[m1, m2])?, number(&[d1, d2])?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(1969, 12, 31), Some(Day(-1)));
        // 2000-03-01 is day 11 017 of the Unix epoch.
        assert_eq!(Day::from_ymd(2000, 3, 1), Some(Day(11_017)));
        assert_eq!(Day(i32::MIN).ymd().0, -5_877_641);
        assert_eq!(Day(i32::MAX).ymd().0, 5_881_580);
    }

    #[test]
    fn days_the_calendar_lacks() {
        for (y, m, d) in
            [(2005, 2, 29), (1900, 2, 29), (2005, 13, 1), (2005, 0, 1), (2005, 4, 31), (2005, 1, 0)]
        {
            assert_eq!(Day::from_ymd(y, m, d), None, "{y}-{m}-{d}");
        }
        assert!(Day::from_ymd(2000, 2, 29).is_some());
        assert_eq!(Day::from_ymd(10_000, 1, 1), None);
        assert_eq!(Day::from_ymd(i32::MIN, 1, 1), None);
    }

    #[test]
    fn iso_both_ways() {
        for text in ["2005-11-21", "0000-02-29", "-0044-03-15", "9999-12-31"] {
            assert_eq!(Day::parse_iso(text).map(Day::iso).as_deref(), Some(text));
        }
        for text in [
            "",
            "2005-11",
            "2005-11-31",
            "2005-1-02",
            "+2005-11-21",
            "2005-11-21T",
            "-0000-01-01",
            "٢٠٠٥-11-21",
        ] {
            assert_eq!(Day::parse_iso(text), None, "{text}");
        }
    }
}
