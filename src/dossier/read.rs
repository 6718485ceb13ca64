//! Puts a dossier together: the files, the records of each, then what only shows across files.

use super::check_dates::{check_memberships, check_ties};
use super::check_places::{check_centre, check_places};
use super::check_references::check_references;
use super::check_strings::check_strings;
use super::cursor::Cursor;
use super::files::{self, Files, Parsed};
use super::known::Known;
use super::problem::{Log, Problem};
use super::read_blocs::read_blocs;
use super::read_events::read_events;
use super::read_manifest::read_manifest;
use super::read_places::{read_actors, read_places};
use super::read_story::read_story;
use super::read_strings::read_strings;
use super::read_ties::read_ties;
use super::{by_id, Dossier};
use crate::geo::Land;
use crate::text::Strings;

impl Dossier {
    /// Reads and checks the files needed to start.
    ///
    /// # Errors
    /// Everything that is wrong. What only shows across files is looked for once each file by itself is sound.
    pub fn read(files: &Files) -> Result<Dossier, Vec<Problem>> {
        let log = Log::default();
        let parsed = Parsed::new(files, &log);
        Dossier::read_parsed(&parsed, log)
    }

    /// The same of files read into JSON, unless `log` has a problem with them already.
    pub(super) fn read_parsed(parsed: &Parsed, log: Log) -> Result<Dossier, Vec<Problem>> {
        let dossier = if log.is_empty() { read_all(parsed, &log) } else { None };
        if let Some(dossier) = dossier.filter(|_| log.is_empty()) {
            check_across(parsed, &dossier, &log);
            if log.is_empty() {
                return Ok(dossier);
            }
        }
        Err(log.into_problems())
    }

    /// Reads the files this crate was built with. The browser starts from their digest instead, see
    /// [`Dossier::from_digest`].
    ///
    /// # Errors
    /// None if the crate's tests passed.
    pub fn built_in() -> Result<Dossier, Vec<Problem>> {
        Dossier::read(&Files::built_in())
    }
}

/// Reads every file; the dossier is only worth looking at if no problem was noted.
fn read_all(parsed: &Parsed, log: &Log) -> Option<Dossier> {
    let file = |name: &'static str| Some(Cursor::file(name, parsed.get(name)?, log));
    let mut known = Known::collect(parsed, log);
    let manifest = file(files::DOSSIER).and_then(|c| read_manifest(&c, &known));
    let places = file(files::PLACES).map(|c| read_places(&c));
    let actors = file(files::ACTORS).map(|c| read_actors(&c));
    let (events, event_positions) = file(files::EVENTS).map(|c| read_events(&c, &known))?;
    known.set_event_order(&event_positions);
    let ties = file(files::TIES).map(|c| read_ties(&c, &known));
    let blocs = file(files::BLOCS).map(|c| read_blocs(&c, &known));
    let story = file(files::STORY).map(|c| read_story(&c, &known));
    let land = parsed.get(files::LAND).and_then(|value| read_land(value, log));
    let (locale, name, words) = parsed.strings()?;
    let sections = read_strings(&Cursor::file(name, words, log), locale);
    let (blocs, memberships, bases) = blocs?;
    let strings = Strings::new(locale.into(), sections);
    let mut land = land?;
    land.place_names(&|a3| strings.get("country", a3).is_some());
    Some(Dossier {
        manifest: manifest?,
        events_by_id: by_id(&events),
        events,
        ties: ties?,
        places: places?,
        actors: actors?,
        blocs,
        memberships,
        bases,
        story: story?,
        land,
        strings,
        sources: Vec::new(),
        claims: Vec::new(),
        figures: Vec::new(),
        series: Vec::new(),
        test_plan: None,
        has_detail: false,
        event_positions,
    })
}

fn read_land(value: &serde_json::Value, log: &Log) -> Option<Land> {
    match Land::from_topojson(value) {
        Ok(land) => Some(land),
        Err(problems) => {
            for problem in problems {
                // `arcs[3]` as a JSON pointer.
                let path = ["/", &problem.path.replace(['.', '['], "/").replace(']', "")].concat();
                log.add(files::LAND, path, problem.message, "make the map anew with cargo xtask land");
            }
            None
        }
    }
}

/// What only shows across files.
fn check_across(parsed: &Parsed, dossier: &Dossier, log: &Log) {
    let with = |name: &'static str, check: &dyn Fn(&Cursor)| {
        if let Some(value) = parsed.get(name) {
            check(&Cursor::file(name, value, log));
        }
    };
    check_references(parsed, dossier, log);
    with(files::DOSSIER, &|c| check_centre(c.get("centre"), dossier.manifest.centre, &dossier.land));
    with(files::PLACES, &|c| check_places(c, &dossier.places, &dossier.land));
    with(files::TIES, &|c| check_ties(c, dossier));
    with(files::BLOCS, &|c| check_memberships(c, dossier));
    if let Some((_, name, words)) = parsed.strings() {
        check_strings(&Cursor::file(name, words, log), dossier);
    }
}
