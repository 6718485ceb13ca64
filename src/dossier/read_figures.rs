//! Reads `figures.json`, the numbers of the article beside what others say, and `series.json`, numbers by year.

use super::claim::{Figure, FigureValue, Series, SeriesLine};
use super::cursor::Cursor;
use super::ids::{is_kebab_case, Ids};
use super::known::Known;
use super::problem::{quoted, say};
use crate::text::Day;

/// No number of a dossier is larger, so that it can be drawn and added up.
const MOST: f64 = 1e15;

/// Reads all figures, in the order in which they are shown.
pub(super) fn read_figures(file: &Cursor, known: &Known) -> Vec<Figure> {
    file.fields(&["figures"], &["$schema"]);
    let list = file.get("figures");
    list.map(|c| c.items().filter_map(|item| read_figure(&item, known)).collect()).unwrap_or_default()
}

fn read_figure(c: &Cursor, known: &Known) -> Option<Figure> {
    c.fields(&["id", "section", "paragraph", "unit", "values"], &["event"]);
    let place = c.paragraph(known);
    let unit = c.get("unit").and_then(|c| c.id_text());
    let event = c.get("event").and_then(|c| c.reference(&known.events));
    let values = c.get("values").filter(|list| !list.is_longer_than(100)).map(|list| {
        Ids::collect(Some(&list), "value");
        if list.value().as_array().is_some_and(Vec::is_empty) {
            list.problem("this figure has no value".into(), "give at least the article’s");
        }
        list.items().filter_map(|item| read_value(&item, known)).collect()
    });
    let (section, paragraph) = place?;
    Some(Figure { id: c.record_id()?, section, paragraph, unit: unit?, event, values: values? })
}

fn read_value(c: &Cursor, known: &Known) -> Option<FigureValue> {
    c.fields(&["id", "value", "when", "sources"], &["from_article"]);
    // Drawn on a scale that begins at zero.
    let value = c.get("value").and_then(|c| c.number_within(0.0, MOST));
    let when = c.get("when").and_then(|c| {
        let (when, edtf) = c.when()?;
        c.not_after(when.earliest(), known.as_of);
        Some((when, edtf))
    });
    let from_article = c.get("from_article").and_then(|c| c.truth()).unwrap_or(false);
    let sources = c.sources();
    let (when, edtf) = when?;
    Some(FigureValue { id: c.record_id()?, value: value?, when, edtf: edtf.into(), sources, from_article })
}

/// Reads all series.
pub(super) fn read_series(file: &Cursor, known: &Known) -> Vec<Series> {
    file.fields(&["series"], &["$schema"]);
    let list = file.get("series");
    list.map(|c| c.items().filter_map(|item| read_one_series(&item, known)).collect()).unwrap_or_default()
}

fn read_one_series(c: &Cursor, known: &Known) -> Option<Series> {
    c.fields(&["id", "unit", "licence", "sources", "lines"], &["drawn"]);
    let stems = c.get("drawn").and_then(|c| c.one_of(&["line", "stems"])) == Some(1);
    let unit = c.get("unit").and_then(|c| c.id_text());
    let licence = c.get("licence").and_then(|c| c.words(120));
    let lines = c.get("lines").filter(|list| !list.is_longer_than(100)).map(|list| {
        Ids::collect(Some(&list), "line");
        list.items().filter_map(|item| read_line(&item, known)).collect()
    });
    let sources = c.sources();
    Some(Series { id: c.record_id()?, unit: unit?, licence: licence?.into(), sources, stems, lines: lines? })
}

/// Pairs of year and value, the years ascending and none after `as_of`.
fn read_line(c: &Cursor, known: &Known) -> Option<SeriesLine> {
    c.fields(&["id", "values"], &[]);
    let list = c.get("values").filter(|list| !list.is_longer_than(10_000))?;
    let mut values: Vec<(i32, f64)> = Vec::new();
    for pair in list.items() {
        let parts: Vec<Cursor> = pair.items().collect();
        let [year, value] = parts.as_slice() else {
            pair.problem("this is not a year and a value".into(), "write them as [1994, 0.47]");
            continue;
        };
        let (Some(at), Some(value)) = (year.year(), value.number_within(-MOST, MOST)) else { continue };
        if values.last().is_some_and(|(before, _)| *before >= at) {
            year.problem("the years do not ascend".into(), "give each year once, in order");
        }
        if Day::parse_iso(&[&at.to_string(), "-01-01"].concat()).is_some_and(|day| day > known.as_of) {
            year.problem("this year lies after the dossier’s as_of".into(), "leave it out");
        }
        values.push((at, value));
    }
    Some(SeriesLine { id: c.record_id()?, values })
}

impl Cursor<'_, '_> {
    /// A text that has the form of an id.
    fn id_text(&self) -> Option<String> {
        let text = self.text()?;
        if !is_kebab_case(text) {
            self.problem(
                say(&[&quoted(text), " is not an id"]),
                "use lower-case letters, digits and hyphens",
            );
        }
        Some(text.into())
    }
}
