//! Tables of what it rests on and what is shown by it: sources, claims, figures, series.

use us_uz_explainer::dossier::{Dossier, Figure, FigureValue, Series, SeriesLine, Source};
use us_uz_explainer::text::{Day, When};

use super::table::Table;
use super::values::{at, day, joined, known, named, or_empty, part, words};

pub(crate) fn sources(d: &Dossier) -> Table {
    let as_of = d.manifest.as_of;
    let when = |s: &Source| s.date.as_deref().and_then(|date| When::parse(date).ok());
    Table::of(
        "sources",
        &d.sources,
        &[
            ("id", &|s| s.id.clone()),
            ("title", &|s| s.title.clone()),
            ("author", &|s| or_empty(s.author.as_deref())),
            ("publisher", &|s| s.publisher.clone()),
            ("owner", &|s| s.owner.clone()),
            ("owner_name", &|s| words(d, "owner", &s.owner)),
            ("date", &|s| or_empty(s.date.as_deref())),
            ("earliest", &|s| day(when(s).map(|when| when.earliest()))),
            ("latest", &|s| day(when(s).map(|when| when.latest(as_of)))),
            ("url", &|s| s.url.clone()),
            ("accessed", &|s| day(Some(s.accessed))),
            ("language", &|s| s.language.clone()),
            ("language_name", &|s| words(d, "language", &s.language)),
            ("kind", &|s| s.kind.clone()),
            ("party", &|s| s.party.to_string()),
        ],
    )
}

pub(crate) fn claims(d: &Dossier) -> Table {
    Table::of(
        "claims",
        &d.claims,
        &[
            ("id", &|c| c.id.clone()),
            ("kind", &|c| c.kind.id().to_owned()),
            ("section", &|c| c.section.clone()),
            ("paragraph", &|c| c.paragraph.to_string()),
            ("verdict", &|c| c.verdict.clone()),
            ("title", &|c| part(d, "claim", &c.id, "title")),
            ("text", &|c| part(d, "claim", &c.id, "text")),
            ("events", &|c| named(&c.events, &d.events, |e| &e.id)),
            ("ties", &|c| named(&c.ties, &d.ties, |t| &t.id)),
            ("series", &|c| named(&c.series, &d.series, |s| &s.id)),
            ("figures", &|c| named(&c.figures, &d.figures, |f| &f.id)),
            ("sources", &|c| joined(&c.sources)),
        ],
    )
}

/// The last possible day of the time a value speaks of, unless that goes on.
fn latest(value: &FigureValue) -> Option<Day> {
    match value.when {
        When::At(span) => Some(span.latest),
        When::Between { to, .. } => known(to).map(|span| span.latest),
    }
}

pub(crate) fn figures(d: &Dossier) -> Table {
    let of = |f| -> Vec<(&Figure, &FigureValue)> { values(f) };
    Table::of(
        "figures",
        d.figures.iter().flat_map(of),
        &[
            ("figure", &|(f, _)| f.id.clone()),
            ("value_id", &|(_, v)| v.id.clone()),
            ("title", &|(f, _)| part(d, "figure", &f.id, "title")),
            ("label", &|(f, v)| part(d, "figure", &f.id, &v.id)),
            ("value", &|(_, v)| v.value.to_string()),
            ("unit", &|(f, _)| f.unit.clone()),
            ("date", &|(_, v)| v.edtf.clone()),
            ("earliest", &|(_, v)| day(Some(v.when.earliest()))),
            ("latest", &|(_, v)| day(latest(v))),
            ("from_article", &|(_, v)| v.from_article.to_string()),
            ("section", &|(f, _)| f.section.clone()),
            ("paragraph", &|(f, _)| f.paragraph.to_string()),
            ("event", &|(f, _)| at(f.event, &d.events, |e| &e.id)),
            ("text", &|(f, _)| part(d, "figure", &f.id, "text")),
            ("sources", &|(_, v)| joined(&v.sources)),
        ],
    )
}

fn values(figure: &Figure) -> Vec<(&Figure, &FigureValue)> {
    figure.values.iter().map(|value| (figure, value)).collect()
}

/// A value of a series with its line and year.
type Value<'d> = (&'d Series, &'d SeriesLine, (i32, f64));

pub(crate) fn series(d: &Dossier) -> Table {
    let of = |s| -> Vec<Value> { years(s) };
    Table::of(
        "series",
        d.series.iter().flat_map(of),
        &[
            ("series", &|(s, ..)| s.id.clone()),
            ("line", &|(_, line, _)| line.id.clone()),
            ("year", &|(.., (year, _))| year.to_string()),
            ("value", &|(.., (_, value))| value.to_string()),
            ("unit", &|(s, ..)| s.unit.clone()),
            ("title", &|(s, ..)| part(d, "series", &s.id, "title")),
            ("label", &|(s, line, _)| part(d, "series", &s.id, &line.id)),
            ("licence", &|(s, ..)| s.licence.clone()),
            ("sources", &|(s, ..)| joined(&s.sources)),
        ],
    )
}

fn years(series: &Series) -> Vec<Value<'_>> {
    series.lines.iter().flat_map(|line| line.values.iter().map(move |value| (series, line, *value))).collect()
}
