//! Writes what [`super::exchange_read`] reads: each function here is the other side of one there.

use super::exchange::{BY, CHANGES, DIRECTIONS, KINDS, SURE};
use super::exchange_text::ExchangeText;
use super::moments::{moments_shown, MomentShown, MomentSide};
use super::tested::Tested;
use crate::dossier::{position, Dossier, SeriesPlan};
use crate::text::Strings;

/// Sections of words that the panel uses whole.
const SECTIONS: [&str; 7] = ["date", "moment", "number", "plural", "row", "side", "test"];
/// Words of the test that only its text and page say.
const ONLY_IN_TEXT: [&str; 8] =
    ["critic", "failed", "ideal-", "kink", "method-", "page-title", "series-", "years-"];
/// Of the interface's words those that pictures say.
const UI: &str = "article-ends";

/// What a dossier puts to the test, with its examples and words; none if it tests nothing.
#[must_use]
pub fn write(dossier: &Dossier) -> Option<String> {
    let tested = Tested::of(dossier)?;
    let moments = moments_shown(dossier);
    let (events, places) = named(&tested);
    let mut out = ExchangeText::default();
    out.open('{');
    out.key("years");
    out.open('[');
    out.int(tested.years.0.into());
    out.int(tested.years.1.into());
    out.close(']');
    out.key("rows");
    texts(&mut out, &mut tested.rows.iter().map(String::as_str));
    plan(&mut out, &tested);
    out.key("events");
    texts(&mut out, &mut events.iter().copied());
    acts(&mut out, &tested, &places);
    out.key("moments");
    out.open('[');
    for shown in &moments {
        moment(&mut out, shown, &|id| events.iter().position(|known| *known == id));
    }
    out.close(']');
    words(&mut out, &dossier.strings, &moments);
    out.close('}');
    Some(out.done())
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

fn texts(out: &mut ExchangeText, texts: &mut dyn Iterator<Item = &str>) {
    out.open('[');
    for text in texts {
        out.text(text);
    }
    out.close(']');
}

fn plan(out: &mut ExchangeText, tested: &Tested) {
    let plan = &tested.plan;
    out.key("sides");
    out.open('[');
    for (side, tint) in plan.sides.iter().zip(&tested.tints) {
        out.open('[');
        out.text(&side.id);
        out.indices(&side.partners);
        out.int((*tint).into());
        out.close(']');
    }
    out.close(']');
    for (key, pair) in [("declared", plan.declared), ("moment_sides", plan.moment_sides)] {
        out.key(key);
        out.indices(&[pair.0, pair.1]);
    }
    out.key("explored");
    out.pairs(&plan.explored);
    out.key("placebos");
    out.indices(&plan.placebos);
    series(out, tested);
}

/// The series that the plan compares, and how it does.
fn series(out: &mut ExchangeText, tested: &Tested) {
    let mut known: Vec<usize> = Vec::new();
    out.key("plans");
    out.open('[');
    for of in &tested.plan.series {
        if !known.contains(&of.series) {
            known.push(of.series);
        }
        let SeriesPlan { change, pairs, placebos, without, .. } = of;
        out.open('[');
        out.position(position(&known, &of.series));
        out.position(position(&CHANGES, change));
        out.pairs(pairs);
        out.indices(placebos);
        out.open('[');
        without.iter().for_each(|year| out.int((*year).into()));
        out.close(']');
        out.close(']');
    }
    out.close(']');
    out.key("series");
    out.open('[');
    for series in known.iter().filter_map(|ix| tested.series.get(*ix)) {
        out.open('[');
        out.text(&series.id);
        out.open('[');
        for line in &series.lines {
            out.open('[');
            out.text(&line.id);
            out.open('[');
            for (year, value) in &line.values {
                out.open('[');
                out.int((*year).into());
                out.number(*value);
                out.close(']');
            }
            out.close(']');
            out.close(']');
        }
        out.close(']');
        out.close(']');
    }
    out.close(']');
}

/// The middle of some days is a whole number of halves.
fn halves(days: f64) -> i64 {
    (days * 2.0).round() as i64
}

fn acts(out: &mut ExchangeText, tested: &Tested, places: &[Option<usize>]) {
    let mut before = 0;
    out.key("acts");
    out.open('[');
    for act in &tested.acts {
        out.open('[');
        out.position(places.get(act.event).copied().flatten());
        out.index(act.partner);
        out.position(position(&BY, &act.by));
        out.number(act.score);
        out.int(halves(act.days) - before);
        out.position(act.episode);
        out.index(act.sources);
        out.position(position(&SURE, &act.confidence));
        out.close(']');
        before = halves(act.days);
    }
    out.close(']');
}

fn moment(out: &mut ExchangeText, shown: &MomentShown, event: &dyn Fn(&str) -> Option<usize>) {
    let moment = &shown.moment;
    out.open('[');
    out.text(&moment.id);
    out.position(position(&KINDS, &moment.kind));
    out.int(moment.window.0 .0.into());
    out.int(moment.window.1 .0.into());
    for side in &shown.sides {
        moment_side(out, side, event);
    }
    out.close(']');
}

fn moment_side(out: &mut ExchangeText, side: &MomentSide, event: &dyn Fn(&str) -> Option<usize>) {
    out.open('[');
    out.open('[');
    for tie in &side.changed {
        out.open('[');
        out.text(&tie.id);
        out.span(&tie.from);
        out.until(&tie.to);
        for is in [tie.began, tie.ended, tie.apart] {
            out.int(is.into());
        }
        out.close(']');
    }
    out.close(']');
    out.index(side.throughout);
    out.open('[');
    for of in &side.events {
        out.open('[');
        out.position(event(&of.id));
        out.int(halves(of.days));
        out.position(position(&DIRECTIONS, &of.direction));
        out.close(']');
    }
    out.close(']');
    out.close(']');
}

fn words(out: &mut ExchangeText, strings: &Strings, moments: &[MomentShown]) {
    out.key("locale");
    out.text(strings.locale());
    out.key("words");
    out.open('{');
    for name in SECTIONS {
        let kept = |key: &str| name != "test" || !ONLY_IN_TEXT.iter().any(|prefix| key.starts_with(prefix));
        out.key(name);
        out.open('{');
        for (key, text) in strings.section(name).filter(|(key, _)| kept(key)) {
            out.key(key);
            out.text(text);
        }
        out.close('}');
    }
    let ties = moments.iter().flat_map(|moment| &moment.sides).flat_map(|side| &side.changed);
    some_words(out, strings, "tie_short", &mut ties.map(|tie| tie.id.as_str()));
    some_words(out, strings, "ui", &mut [UI].into_iter());
    out.close('}');
}

fn some_words(
    out: &mut ExchangeText,
    strings: &Strings,
    section: &str,
    keys: &mut dyn Iterator<Item = &str>,
) {
    let mut known: Vec<&str> = Vec::new();
    out.key(section);
    out.open('{');
    for key in keys {
        if let Some(text) = strings.get(section, key).filter(|_| !known.contains(&key)) {
            known.push(key);
            out.key(key);
            out.text(text);
        }
    }
    out.close('}');
}
