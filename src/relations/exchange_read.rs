//! Reads what [`super::exchange_write`] wrote.

use super::acts::Act;
use super::exchange::{BY, CHANGES, DIRECTIONS, KINDS, SURE};
use super::moments::{MomentEvent, MomentShown, MomentSide, MomentTie};
use super::tested::Tested;
use crate::dossier::{Cell, Moment, Series, SeriesLine, SeriesPlan, TestPlan, TestSide};
use crate::json::Json;
use crate::text::{Day, Strings};
use std::cell::Cell as Counter;

/// What is tested, the examples and the words; none for any other text.
#[must_use]
pub fn read(text: &str) -> Option<(Tested, Vec<MomentShown>, Strings)> {
    let value = Json::parse(text)?;
    let at = |key: &str| Cell(value.get(key));
    let events = at("events").list(&|c| c.text())?;
    let id = |c: &Cell<'_>| events.get(c.index()?).cloned();
    let moments = at("moments").list(&|c| moment(c, &id))?;
    let years = at("years");
    let tested = Tested {
        years: (years.at(0).int()?, years.at(1).int()?),
        rows: at("rows").list(&|c| c.text())?,
        tints: at("sides").list(&|c| u8::try_from(c.at(2).index()?).ok())?,
        acts: acts(&at("acts"))?,
        series: at("series").list(&series)?,
        plan: TestPlan {
            sides: at("sides")
                .list(&|c| Some(TestSide { id: c.at(0).text()?, partners: c.at(1).indices()? }))?,
            declared: pair(&at("declared"))?,
            explored: at("explored").list(&pair)?,
            placebos: at("placebos").indices()?,
            series: at("plans").list(&plan)?,
            drawn: Vec::new(),
            context: Vec::new(),
            moment_sides: pair(&at("moment_sides"))?,
            moments: moments.iter().map(|shown| shown.moment.clone()).collect(),
        },
        events,
    };
    let mut words = Vec::new();
    for (section, texts) in at("words").0.entries() {
        for (key, text) in texts.entries() {
            words.push((section.clone(), key.clone(), text.text()?.to_owned()));
        }
    }
    Some((tested, moments, Strings::from_entries(at("locale").text()?, words)))
}

fn pair(c: &Cell<'_>) -> Option<(usize, usize)> {
    Some((c.at(0).index()?, c.at(1).index()?))
}

/// The acts stand in order, each so many half days after the one before.
fn acts(c: &Cell<'_>) -> Option<Vec<Act>> {
    let before = Counter::new(0);
    c.list(&|c| {
        let halves = before.get() + c.at(4).int()?;
        before.set(halves);
        Some(Act {
            event: c.at(0).index()?,
            partner: c.at(1).index()?,
            by: c.at(2).one_of(&BY)?,
            score: number(&c.at(3))?,
            days: f64::from(halves) / 2.0,
            episode: c.at(5).index(),
            sources: c.at(6).index()?,
            confidence: c.at(7).one_of(&SURE)?,
        })
    })
}

fn plan(c: &Cell<'_>) -> Option<SeriesPlan> {
    Some(SeriesPlan {
        series: c.at(0).index()?,
        change: c.at(1).one_of(&CHANGES)?,
        pairs: c.at(2).list(&pair)?,
        placebos: c.at(3).indices()?,
        without: c.at(4).list(&|c| c.int())?,
    })
}

fn series(c: &Cell<'_>) -> Option<Series> {
    let value = |c: &Cell<'_>| Some((c.at(0).int()?, number(&c.at(1))?));
    Some(Series {
        id: c.at(0).text()?,
        lines: c.at(1).list(&|c| Some(SeriesLine { id: c.at(0).text()?, values: c.at(1).list(&value)? }))?,
        // What is told of a series and not computed stays at home.
        unit: String::new(),
        licence: String::new(),
        sources: Vec::new(),
        stems: false,
    })
}

/// A number, or the two halves of its bits.
fn number(c: &Cell<'_>) -> Option<f64> {
    let half = |at: usize| Some(c.at(at).number()? as u64);
    c.number().or_else(|| Some(f64::from_bits(half(0)? << 32 | half(1)?)))
}

fn moment(c: &Cell<'_>, id: &dyn Fn(&Cell<'_>) -> Option<String>) -> Option<MomentShown> {
    let moment = Moment {
        id: c.at(0).text()?,
        kind: c.at(1).one_of(&KINDS)?,
        window: (Day(c.at(2).int()?), Day(c.at(3).int()?)),
    };
    let event = |c: &Cell<'_>| {
        let direction = c.at(2).one_of(&DIRECTIONS)?;
        Some(MomentEvent { id: id(&c.at(0))?, days: f64::from(c.at(1).int()?) / 2.0, direction })
    };
    let side = |c: Cell<'_>| {
        Some(MomentSide {
            changed: c.at(0).list(&tie)?,
            throughout: c.at(1).index()?,
            events: c.at(2).list(&event)?,
        })
    };
    Some(MomentShown { moment, sides: [side(c.at(4))?, side(c.at(5))?] })
}

fn tie(c: &Cell<'_>) -> Option<MomentTie> {
    let is = |at: usize| c.at(at).int() == Some(1);
    Some(MomentTie {
        id: c.at(0).text()?,
        from: c.at(1).span()?,
        to: c.at(2).until()?,
        began: is(3),
        ended: is(4),
        apart: is(5),
    })
}
