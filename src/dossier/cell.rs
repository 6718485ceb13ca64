//! A value of a text that this crate wrote itself: every record is an array, its fields known by position.
//! [`super::cell_write`] is the other side.

use crate::geo::LonLat;
use crate::json::Json;
use crate::text::{Day, Precision, Span, Until, When};

pub(super) const PRECISIONS: [Precision; 5] =
    [Precision::Day, Precision::Month, Precision::Season, Precision::Year, Precision::Decade];

/// A value of such a text.
pub(crate) struct Cell<'v>(pub(crate) &'v Json);

impl Cell<'_> {
    pub(crate) fn at(&self, position: usize) -> Cell<'_> {
        Cell(self.0.at(position))
    }

    pub(crate) fn text(&self) -> Option<String> {
        self.0.text().map(str::to_owned)
    }

    pub(crate) fn int(&self) -> Option<i32> {
        self.0.int()
    }

    pub(crate) fn index(&self) -> Option<usize> {
        usize::try_from(self.0.int()?).ok()
    }

    pub(crate) fn number(&self) -> Option<f64> {
        self.0.number()
    }

    pub(crate) fn list<T>(&self, read: &dyn Fn(&Cell<'_>) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        for value in self.0.items() {
            items.push(read(&Cell(value))?);
        }
        Some(items)
    }

    pub(crate) fn indices(&self) -> Option<Vec<usize>> {
        self.list(&|c| c.index())
    }

    pub(crate) fn one_of<T: Copy>(&self, values: &[T]) -> Option<T> {
        values.get(self.index()?).copied()
    }

    pub(crate) fn position(&self, lon: usize) -> Option<LonLat> {
        Some(LonLat { lon_deg: self.at(lon).number()?, lat_deg: self.at(lon + 1).number()? })
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.span_after(0)
    }

    /// A day is a number of days after `base`; a coarser or doubtful date `[earliest, days to the latest, precision,
    /// doubts]`.
    pub(crate) fn span_after(&self, base: i32) -> Option<Span> {
        if let Some(day) = self.int() {
            let precision = Precision::Day;
            let day = Day(base + day);
            return Some(Span {
                earliest: day,
                latest: day,
                precision,
                uncertain: false,
                approximate: false,
            });
        }
        let doubts = self.at(3).int()?;
        let earliest = base + self.at(0).int()?;
        Some(Span {
            earliest: Day(earliest),
            latest: Day(earliest + self.at(1).int()?),
            precision: self.at(2).one_of(&PRECISIONS)?,
            uncertain: doubts & 1 != 0,
            approximate: doubts & 2 != 0,
        })
    }

    /// The end of an interval; null while it lasts.
    pub(crate) fn until(&self) -> Option<Until> {
        self.until_after(0)
    }

    pub(crate) fn until_after(&self, base: i32) -> Option<Until> {
        if *self.0 == Json::Null {
            Some(Until::Open)
        } else {
            self.span_after(base).map(Until::Known)
        }
    }

    /// One date, or `[from, until]`, the end counted from the start.
    pub(crate) fn when_after(&self, base: i32) -> Option<When> {
        if self.0.items().len() == 2 {
            let from = self.at(0).span_after(base)?;
            return Some(When::Between { from, to: self.at(1).until_after(from.earliest.0)? });
        }
        self.span_after(base).map(When::At)
    }
}
