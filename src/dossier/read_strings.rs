//! Reads a file of words: section → key → text.

use super::cursor::Cursor;
use super::files::MOST_EVENTS;
use super::problem::say;
use crate::text::Sections;

/// The most characters a text of each section may have; the place where it is shown has no more.
const ROOM: [(&str, usize); 26] = [
    ("event", 60),
    ("tie", 60),
    ("tie_short", 22),
    ("place", 40),
    ("country", 40),
    ("actor", 60),
    ("partner", 40),
    ("row", 40),
    ("theme", 40),
    ("bloc", 60),
    ("base", 60),
    ("office", 60),
    ("no_place", 60),
    ("camera", 40),
    ("question", 80),
    ("section", 60),
    ("owner", 60),
    ("source_kind", 60),
    ("credit", 300),
    ("event_summary", 480),
    ("tie_summary", 480),
    ("event_account", 300),
    ("unit", 60),
    ("verdict", 40),
    ("claim_kind", 40),
    ("language", 40),
];
/// Room in every other section: a paragraph.
const ROOM_ELSEWHERE: usize = 900;

/// Reads all sections of a file.
pub(super) fn read_strings(file: &Cursor, locale: &str) -> Sections {
    let mut sections = Sections::new();
    for (name, section) in file.entries() {
        let room = ROOM.iter().find(|(known, _)| *known == name).map_or(ROOM_ELSEWHERE, |(_, room)| *room);
        // The words of events are the most there are.
        if section.is_longer_than(MOST_EVENTS) {
            continue;
        }
        let texts = sections.entry(name.into()).or_default();
        for (key, text) in section.entries() {
            if let Some(words) = text.words(room) {
                check_quotes(&text, words, locale);
                texts.insert(key.into(), words.into());
            }
        }
    }
    sections
}

/// Straight quotes are typewriter's stand-ins; in Uzbek, oʻ and gʻ have U+02BB and the hard sign U+02BC.
fn check_quotes(at: &Cursor, text: &str, locale: &str) {
    let uzbek = locale == "uz" || locale.starts_with("uz-");
    let wrong = if uzbek { text.find(['\'', '"', '`', '’', '‘']) } else { text.find(['\'', '"', '`']) };
    let Some(found) = wrong.and_then(|at| text.get(at..)?.chars().next()) else { return };
    let mend = if uzbek {
        "write ʻ (U+02BB) or ʼ (U+02BC) in words, “ ” around them"
    } else {
        "write ’ or “ ”"
    };
    at.problem(say(&["this text has the mark ", found.encode_utf8(&mut [0; 4])]), mend);
}
