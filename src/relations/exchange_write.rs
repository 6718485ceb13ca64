//! Writes what [`super::exchange_read`] reads: each function here is the other side of one there.

use super::exchange::{BY, CHANGES, DIRECTIONS, KINDS, SURE};
use super::moments::{moments_shown, MomentShown, MomentSide, MomentTie};
use super::tested::Tested;
use crate::dossier::{plain, position, span, until, Dossier, Series, SeriesPlan, TestSide};
use crate::json::Json;
use crate::text::Strings;
use serde_json::{json, Map, Value};

/// Sections of words that the panel uses whole.
const SECTIONS: [&str; 7] = ["date", "moment", "number", "plural", "row", "side", "test"];
/// Words of the test that only its text and page say.
const ONLY_IN_TEXT: [&str; 8] =
    ["critic", "failed", "ideal-", "kink", "method-", "page-title", "series-", "years-"];
/// Of the interface's words those that pictures say.
const UI: [&str; 1] = ["article-ends"];

/// What a dossier puts to the test, with its examples and words; none if it tests nothing.
#[must_use]
pub fn write(dossier: &Dossier) -> Option<String> {
    let tested = Tested::of(dossier)?;
    let moments = moments_shown(dossier);
    let (events, places) = named(&tested);
    let event = |id: &str| events.iter().position(|known| *known == id);
    let plan = &tested.plan;
    let sides = plan.sides.iter().zip(&tested.tints).map(|(side, tint)| written_side(side, *tint));
    let mut series: Vec<usize> = Vec::new();
    for of in &plan.series {
        if !series.contains(&of.series) {
            series.push(of.series);
        }
    }
    let mut before = 0;
    let acts: Vec<Value> = tested
        .acts
        .iter()
        .map(|act| {
            // The middle of some days is a whole number of halves.
            let halves = (act.days * 2.0).round() as i32;
            let after = halves - before;
            before = halves;
            json!([
                places.get(act.event),
                act.partner,
                position(&BY, &act.by),
                number(act.score),
                after,
                act.episode,
                act.sources,
                position(&SURE, &act.confidence)
            ])
        })
        .collect();
    let written = json!({
        "years": [tested.years.0, tested.years.1],
        "rows": tested.rows,
        "sides": sides.collect::<Value>(),
        "declared": plan.declared,
        "explored": plan.explored,
        "placebos": plan.placebos,
        "plans": plan.series.iter().map(|of| plan_of(of, &series)).collect::<Value>(),
        "series": series.iter().filter_map(|ix| tested.series.get(*ix)).map(series_of).collect::<Value>(),
        "events": events,
        "acts": acts,
        "moment_sides": plan.moment_sides,
        "moments": moments.iter().map(|moment| moment_of(moment, &event)).collect::<Value>(),
        "locale": dossier.strings.locale(),
        "words": words(&dossier.strings, &moments),
    });
    Some(plain(&written))
}

/// The events that acts name, in order, and for each event of the dossier its place among them, where it has one.
fn named(tested: &Tested) -> (Vec<&str>, Vec<Option<usize>>) {
    let mut places = vec![None; tested.events.len()];
    for act in &tested.acts {
        if let Some(place) = places.get_mut(act.event) {
            *place = Some(0);
        }
    }
    let mut events = Vec::new();
    for (id, place) in tested.events.iter().zip(&mut places) {
        if place.is_some() {
            *place = Some(events.len());
            events.push(id.as_str());
        }
    }
    (events, places)
}

fn written_side(side: &TestSide, tint: u8) -> Value {
    json!([side.id, side.partners, tint])
}

fn plan_of(of: &SeriesPlan, series: &[usize]) -> Value {
    let at = series.iter().position(|ix| *ix == of.series);
    json!([at, position(&CHANGES, &of.change), of.pairs, of.placebos, of.without])
}

fn series_of(series: &Series) -> Value {
    let values = |(year, value): &(i32, f64)| json!([year, number(*value)]);
    let lines = series.lines.iter();
    json!([
        series.id,
        lines
            .map(|line| json!([line.id, line.values.iter().map(values).collect::<Value>()]))
            .collect::<Value>()
    ])
}

fn moment_of(shown: &MomentShown, event: &dyn Fn(&str) -> Option<usize>) -> Value {
    let moment = &shown.moment;
    let side = |side: &MomentSide| {
        let events = side.events.iter().map(|of| {
            json!([event(&of.id), (of.days * 2.0).round() as i32, position(&DIRECTIONS, &of.direction)])
        });
        json!([
            side.changed.iter().map(tie_of).collect::<Value>(),
            side.throughout,
            events.collect::<Value>()
        ])
    };
    let (first, last) = moment.window;
    let [a, b] = &shown.sides;
    json!([moment.id, position(&KINDS, &moment.kind), first.0, last.0, side(a), side(b)])
}

fn tie_of(tie: &MomentTie) -> Value {
    json!([tie.id, span(&tie.from), until(&tie.to), tie.began, tie.ended, tie.apart])
}

/// A number, or its bits where its decimals are too many for the reader.
fn number(value: f64) -> Value {
    let decimals = json!(value);
    if Json::parse(&plain(&decimals)).and_then(|read| read.number()) == Some(value) {
        return decimals;
    }
    let bits = value.to_bits();
    json!([bits >> 32, bits & 0xFFFF_FFFF])
}

fn words(strings: &Strings, moments: &[MomentShown]) -> Value {
    let kept =
        |name: &str, key: &str| name != "test" || !ONLY_IN_TEXT.iter().any(|prefix| key.starts_with(prefix));
    let section = |name: &&str| {
        let texts = strings.section(name).filter(|(key, _)| kept(name, key));
        ((*name).to_owned(), texts.map(|(key, text)| (key.to_owned(), json!(text))).collect())
    };
    let mut sections: Map<String, Value> = SECTIONS.iter().map(section).collect();
    let mut put = |section: &str, keys: &mut dyn Iterator<Item = &str>| {
        let texts = keys.filter_map(|key| Some((key.to_owned(), json!(strings.get(section, key)?))));
        sections.insert(section.to_owned(), Value::Object(texts.collect()));
    };
    put("ui", &mut UI.into_iter());
    let ties = moments.iter().flat_map(|moment| &moment.sides).flat_map(|side| &side.changed);
    put("tie_short", &mut ties.map(|tie| tie.id.as_str()));
    Value::Object(sections)
}
