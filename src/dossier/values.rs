//! What a single value may be: a word of the reader's, a date, an address, a country, a reference.

use super::cursor::Cursor;
use super::files::MOST_REFERENCES;
use super::ids::Ids;
use super::problem::{quoted, say};
use crate::text::{Day, Span, Until, When, WhenError};

/// What an interval must look like.
const INTERVAL: &str = "write start/end, or start/.. while it lasts";

impl<'v> Cursor<'v, '_> {
    /// A text that a reader sees: at most `most` characters, no markup, no control characters.
    pub(super) fn words(&self, most: usize) -> Option<&'v str> {
        let text = self.text()?;
        if text.trim().is_empty() {
            self.problem("this text is empty".into(), "write the words");
        } else if text.trim() != text {
            self.problem("this text begins or ends with a space".into(), "remove the space");
        }
        if let Some(c) = text.chars().find(|c| is_unprintable(*c)) {
            let code = hex(u32::from(c));
            self.problem(say(&["this text has the control character U+", &code]), "remove it");
        }
        if has_markup(text) {
            self.problem("this text has markup".into(), "write plain words, without < > or &…;");
        }
        let letters = text.chars().count();
        if letters > most {
            let most = most.to_string();
            let message =
                say(&["this text has ", &letters.to_string(), " characters, its place has ", &most]);
            self.problem(message, &say(&["shorten it to ", &most]));
        }
        Some(text)
    }

    /// A date or interval in EDTF, with the text as written.
    pub(super) fn when(&self) -> Option<(When, &'v str)> {
        let text = self.text()?;
        match When::parse(text) {
            Ok(when) => Some((when, text)),
            Err(error) => {
                let mend = match error {
                    WhenError::EndBeforeStart => "swap or mend its two dates",
                    WhenError::OpenStart | WhenError::UnknownEnd => INTERVAL,
                    _ => "write a day as 2005-11-21, a month as 2005-11, a year as 2005",
                };
                let why = error.to_string();
                self.problem(say(&[&quoted(text), ": ", why.trim_end_matches('.')]), mend);
                None
            }
        }
    }

    /// One date, however coarse: no interval.
    pub(super) fn date(&self) -> Option<(Span, &'v str)> {
        match self.when()? {
            (When::At(span), text) => Some((span, text)),
            (When::Between { .. }, text) => {
                self.problem(say(&[&quoted(text), " is an interval"]), "write one date");
                None
            }
        }
    }

    /// An interval, neither its start nor its end later than `as_of`.
    pub(super) fn interval(&self, as_of: Day) -> Option<(Span, Until, &'v str)> {
        let (when, text) = self.when()?;
        let When::Between { from, to } = when else {
            self.problem(say(&[&quoted(text), " is one date, not an interval"]), INTERVAL);
            return None;
        };
        self.not_after(from.earliest, as_of);
        if let Until::Known(end) = to {
            if end.earliest > as_of {
                self.problem(say(&[&quoted(text), " ends after the dossier’s as_of"]), INTERVAL);
            }
        }
        Some((from, to, text))
    }

    /// Notes a problem if `day` lies after the dossier's `as_of`.
    pub(super) fn not_after(&self, day: Day, as_of: Day) {
        if day > as_of {
            let message = say(&["this lies after the dossier’s as_of, ", &as_of.iso()]);
            self.problem(message, "mend the date, or check all data anew and move as_of");
        }
    }

    /// A civil day, `2005-11-21`.
    pub(super) fn day(&self) -> Option<Day> {
        let text = self.text()?;
        let day = Day::parse_iso(text);
        if day.is_none() {
            self.problem(say(&[&quoted(text), " is not a day"]), "write it as 2005-11-21");
        }
        day
    }

    /// An https address.
    pub(super) fn https(&self) -> Option<&'v str> {
        let text = self.text()?;
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"'`\\{}|^".contains(c);
        let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        let has_host = host.is_some_and(|host| host.contains('.') && !host.contains('@'));
        if has_host && text.len() <= 2_000 && text.chars().all(plain) {
            return Some(text);
        }
        self.problem(say(&[&quoted(text), " is not an https address"]), "give one that begins with https://");
        None
    }

    /// An ISO 3166-1 alpha-3 code in form; whether the map has it is checked with the places.
    pub(super) fn a3(&self) -> Option<&'v str> {
        let text = self.text()?;
        if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            return Some(text);
        }
        self.problem(
            say(&[&quoted(text), " is not a country code"]),
            "write three capitals, ISO 3166-1 alpha-3",
        );
        None
    }

    /// A longitude or latitude in degrees, −`most` to `most`.
    pub(super) fn degrees(&self, most: f64) -> Option<f64> {
        let degrees = self.number()?;
        if degrees.abs() <= most {
            return Some(degrees);
        }
        let message = say(&[&degrees.to_string(), " degrees are out of range"]);
        self.problem(message, "write longitude −180 to 180, latitude −90 to 90");
        None
    }

    /// A position `{ "lon": …, "lat": … }` held by this object among other fields.
    pub(super) fn position(&self) -> Option<crate::geo::LonLat> {
        let lon_deg = self.get("lon").and_then(|c| c.degrees(180.0));
        let lat_deg = self.get("lat").and_then(|c| c.degrees(90.0));
        Some(crate::geo::LonLat { lon_deg: lon_deg?, lat_deg: lat_deg? })
    }

    /// The record that this id names.
    pub(super) fn reference(&self, ids: &Ids) -> Option<usize> {
        let id = self.text()?;
        let found = ids.find(id);
        if found.is_none() {
            ids.report_unknown(self, id);
        }
        found
    }

    /// The records that these ids name, in the order given.
    pub(super) fn references(&self, ids: &Ids) -> Vec<usize> {
        let mut found = Vec::new();
        if self.is_longer_than(MOST_REFERENCES) {
            return found;
        }
        for item in self.items() {
            match item.reference(ids) {
                Some(at) if found.contains(&at) => {
                    item.problem("this is named twice".into(), "name it once");
                }
                Some(at) => found.push(at),
                None => {}
            }
        }
        found
    }

    /// The ids of the sources of this record: at least one, each named once. Whether they exist is checked
    /// when the bibliography is read.
    pub(super) fn sources(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let Some(list) = self.get("sources").filter(|list| !list.is_longer_than(MOST_REFERENCES)) else {
            return ids;
        };
        for item in list.items() {
            match item.text() {
                Some(id) if ids.iter().any(|known| known == id) => {
                    item.problem("this is named twice".into(), "name it once");
                }
                Some(id) => ids.push(id.into()),
                None => {}
            }
        }
        if list.value().as_array().is_some_and(Vec::is_empty) {
            list.problem("this has no source".into(), "name at least one id of sources.json");
        }
        ids
    }
}

/// Control characters, and the invisible ones that turn the direction of text around.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Tags and character references; a lone ampersand is a word.
fn has_markup(text: &str) -> bool {
    let reference = |rest: &str| {
        let end = rest.find(|c: char| c != '#' && !c.is_ascii_alphanumeric()).unwrap_or(0);
        end > 0 && rest.get(end..).is_some_and(|rest| rest.starts_with(';'))
    };
    text.contains(['<', '>']) || text.split('&').skip(1).any(reference)
}

/// Four upper-case hexadecimal digits or more.
fn hex(mut number: u32) -> String {
    let mut digits = Vec::new();
    while number > 0 || digits.len() < 4 {
        digits.extend(char::from_digit(number % 16, 16).map(|digit| digit.to_ascii_uppercase()));
        number /= 16;
    }
    digits.iter().rev().collect()
}
