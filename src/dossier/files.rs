//! The named JSON texts of a dossier: those built in, or those a host gives; read here into JSON values.

use serde_json::Value;

use super::decode::{parse, weight, MOST_BYTES};
use super::problem::{say, Log};

/// The memory that all files together may take once they are read, in bytes as [`weight`] estimates them.
const MOST_WEIGHT: usize = 120_000_000;
/// One file a locale, and some to spare.
const MOST_FILES: usize = 200;
/// The most events a dossier may have.
pub(super) const MOST_EVENTS: usize = 100_000;
/// The most records every other list may have; some are compared with the whole map.
pub(super) const MOST_RECORDS: usize = 10_000;
/// The most references one record may have.
pub(super) const MOST_REFERENCES: usize = 1_000;

/// The manifest.
pub(super) const DOSSIER: &str = "dossier.json";
/// What happened.
pub(super) const EVENTS: &str = "events.json";
/// What was in force.
pub(super) const TIES: &str = "ties.json";
/// Where.
pub(super) const PLACES: &str = "places.json";
/// Who.
pub(super) const ACTORS: &str = "actors.json";
/// Who belonged to what, and bases.
pub(super) const BLOCS: &str = "blocs.json";
/// The steps of the story.
pub(super) const STORY: &str = "story.json";
/// The map.
pub(super) const LAND: &str = "land.json";
/// The words needed to start.
pub(super) const STRINGS: &str = "strings/en.json";
/// The bibliography: read with the detail.
pub(super) const SOURCES: &str = "sources.json";
/// The words of cards and lists: read with the detail.
pub(super) const DETAIL: &str = "strings/en.detail.json";

/// What the article claims, and how it fares: read with the detail, may be absent.
pub(super) const CLAIMS: &str = "claims.json";
/// The article's numbers beside what others say: read with the detail, may be absent.
pub(super) const FIGURES: &str = "figures.json";
/// Numbers by year: read with the detail, may be absent.
pub(super) const SERIES: &str = "series.json";
/// What is put to the test: read with the detail, may be absent.
pub(super) const TEST: &str = "test.json";

/// The files that come after the start, but for the words.
const LATER: [&str; 5] = [SOURCES, CLAIMS, FIGURES, SERIES, TEST];
/// The files without which nothing starts.
const START: [&str; 9] = [DOSSIER, EVENTS, TIES, PLACES, ACTORS, BLOCS, STORY, LAND, STRINGS];

/// The JSON texts of a dossier by name. Bytes, because a host may give what is not text.
#[derive(Clone, Debug, Default)]
pub struct Files<'a> {
    named: Vec<(&'a str, &'a [u8])>,
}

impl<'a> Files<'a> {
    /// The files given, each with its name as in `data/` (`events.json`, `strings/en.json`).
    #[must_use]
    pub fn new(named: Vec<(&'a str, &'a [u8])>) -> Self {
        Files { named }
    }

    /// One file that holds them all: an object with the files' names as keys.
    #[must_use]
    pub fn bundle(text: &'a [u8]) -> Self {
        Files { named: vec![("", text)] }
    }

    /// The same files with one exchanged or added.
    #[must_use]
    pub fn with(mut self, name: &'a str, text: &'a [u8]) -> Self {
        self.named.retain(|(known, _)| *known != name);
        self.named.push((name, text));
        self
    }

    /// Name and size in bytes of each file.
    pub fn sizes(&self) -> impl Iterator<Item = (&'a str, usize)> + '_ {
        self.named.iter().map(|(name, text)| (*name, text.len()))
    }

    /// Name and text of each file.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&'a str, &'a [u8])> + '_ {
        self.named.iter().copied()
    }
}

impl Files<'static> {
    /// The files this crate was built with that are needed to start.
    #[must_use]
    pub fn built_in() -> Self {
        let texts = [
            include_str!("../../data/dossier.json"),
            include_str!("../../data/events.json"),
            include_str!("../../data/ties.json"),
            include_str!("../../data/places.json"),
            include_str!("../../data/actors.json"),
            include_str!("../../data/blocs.json"),
            include_str!("../../data/story.json"),
            include_str!("../../data/land.json"),
            include_str!("../../data/strings/en.json"),
        ];
        Files { named: START.into_iter().zip(texts.map(str::as_bytes)).collect() }
    }

    /// The files this crate was built with, those loaded after the start included. Native only: in the browser
    /// the detail is a file of its own, so that the first download stays small.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn built_in_with_detail() -> Self {
        let sources = include_str!("../../data/sources.json");
        let detail = include_str!("../../data/strings/en.detail.json");
        let claims = include_str!("../../data/claims.json");
        let figures = include_str!("../../data/figures.json");
        let series = include_str!("../../data/series.json");
        let test = include_str!("../../data/test.json");
        Files::built_in()
            .with(SOURCES, sources.as_bytes())
            .with(DETAIL, detail.as_bytes())
            .with(CLAIMS, claims.as_bytes())
            .with(FIGURES, figures.as_bytes())
            .with(SERIES, series.as_bytes())
            .with(TEST, test.as_bytes())
    }
}

/// The files read into JSON.
pub(super) struct Parsed {
    named: Vec<(String, Value)>,
}

impl Parsed {
    /// Reads every file; notes those that are missing, too big, not UTF-8 or not JSON.
    pub(super) fn new(files: &Files, log: &Log) -> Self {
        let mut named = Vec::new();
        if let Some((message, mend)) = too_much(files) {
            let largest = files.sizes().max_by_key(|(_, bytes)| *bytes).map_or("", |(name, _)| name);
            log.add(shown(largest), String::new(), message, mend);
            return Parsed { named };
        }
        for (name, text) in &files.named {
            let Some(value) = parse(shown(name), text, log) else { continue };
            match value {
                Value::Object(map) if name.is_empty() => named.extend(map),
                _ if name.is_empty() => {
                    let mend = "write one with the names of data/’s files as keys, see data/README.md";
                    log.add(shown(name), String::new(), "this is not an object".into(), mend);
                }
                value => named.push((String::from(*name), value)),
            }
        }
        let parsed = Parsed { named };
        if parsed.named.len() > MOST_FILES {
            let message = say(&["the dossier has more than ", &MOST_FILES.to_string(), " files"]);
            log.add(DOSSIER, String::new(), message, "leave out those that nobody reads");
            return Parsed { named: Vec::new() };
        }
        if log.is_empty() {
            parsed.report_names(log);
        }
        parsed
    }

    /// The file of this name.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.named.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Locale and words needed to start: English, or else the first locale there is.
    pub(super) fn strings(&self) -> Option<(&str, &str, &Value)> {
        let mut locales = self.named.iter().filter_map(|(name, value)| match locale_of(name)? {
            (locale, false) => Some((locale, name.as_str(), value)),
            (_, true) => None,
        });
        let first = locales.next()?;
        if first.1 == STRINGS {
            return Some(first);
        }
        Some(locales.find(|(_, name, _)| *name == STRINGS).unwrap_or(first))
    }

    /// Name and value of the words loaded later, in the locale of those needed to start.
    pub(super) fn detail_strings(&self) -> Option<(&str, &Value)> {
        let (locale, ..) = self.strings()?;
        let mut files = self.named.iter().map(|(name, value)| (name.as_str(), value));
        files.find(|(name, _)| locale_of(name) == Some((locale, true)))
    }

    /// Name and value of each file.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.named.iter().map(|(name, value)| (name.as_str(), value))
    }

    fn report_names(&self, log: &Log) {
        for name in START {
            if self.get(name).is_none() && (name != STRINGS || self.strings().is_none()) {
                log.add(name, String::new(), "this file is missing".into(), "add it, see data/README.md");
            }
        }
        for (name, _) in &self.named {
            if !START.contains(&name.as_str()) && !LATER.contains(&name.as_str()) && locale_of(name).is_none()
            {
                let mend = say(&["the files are ", &START.join(", "), ", ", &LATER.join(", "), ", ", DETAIL]);
                log.add(shown(name), String::new(), "no file of a dossier has this name".into(), &mend);
            }
        }
    }
}

/// A file's name as a problem has it; that which holds all has none.
pub(super) fn shown(name: &str) -> &str {
    if name.trim().is_empty() {
        "the dossier"
    } else {
        name
    }
}

/// Why the files are not even looked at.
fn too_much(files: &Files) -> Option<(String, &'static str)> {
    if files.sizes().map(|(_, bytes)| bytes).sum::<usize>() > MOST_BYTES {
        return Some(("the dossier has more than 10 MB".into(), "leave something out, first of this file"));
    }
    if files.texts().map(|(_, text)| weight(text)).sum::<usize>() > MOST_WEIGHT {
        let message = "the dossier would take more than 120 MB of memory";
        return Some((message.into(), "leave something out; many small lists and objects take the most"));
    }
    None
}

/// The locale of a file of words, and whether it is the detail: `strings/uz.detail.json` gives `("uz", true)`.
pub(super) fn locale_of(name: &str) -> Option<(&str, bool)> {
    let stem = name.strip_prefix("strings/")?.strip_suffix(".json")?;
    Some(stem.strip_suffix(".detail").map_or((stem, false), |locale| (locale, true)))
}
