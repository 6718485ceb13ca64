//! What the readers must know of the other files: the ids there, and the manifest's dates.

use super::cursor::Cursor;
use super::files::{self, Parsed, MOST_EVENTS, MOST_RECORDS};
use super::ids::Ids;
use super::problem::Log;
use crate::text::{Day, When};

/// All ids of a dossier, collected before any record is read, so that records may refer to each other in any
/// order; and the days that bound every date.
pub(super) struct Known<'v> {
    pub(super) rows: Ids<'v>,
    pub(super) partners: Ids<'v>,
    pub(super) themes: Ids<'v>,
    pub(super) questions: Ids<'v>,
    pub(super) cameras: Ids<'v>,
    pub(super) places: Ids<'v>,
    pub(super) actors: Ids<'v>,
    pub(super) blocs: Ids<'v>,
    pub(super) events: Ids<'v>,
    pub(super) ties: Ids<'v>,
    /// The day up to which the data were checked.
    pub(super) as_of: Day,
    /// First and last day of the time axis.
    pub(super) domain: (Day, Day),
}

impl<'v> Known<'v> {
    /// Collects the ids of all files; notes lists that are too long.
    pub(super) fn collect(parsed: &'v Parsed, log: &Log) -> Self {
        let ids = |file: &str, key: &str, what| {
            let Some(value) = parsed.get(file) else { return Ids::default() };
            let file = Cursor::file(file, value, log);
            let list = file.get(key);
            let most = if key == "events" { MOST_EVENTS } else { MOST_RECORDS };
            if list.as_ref().is_some_and(|list| list.is_longer_than(most)) {
                return Ids::default();
            }
            Ids::collect(list.as_ref(), what)
        };
        let text = |key: &str| parsed.get(files::DOSSIER).and_then(|manifest| manifest.get(key)?.as_str());
        let as_of = text("as_of").and_then(Day::parse_iso).unwrap_or(Day(i32::MAX));
        let domain = text("domain").and_then(|text| When::parse(text).ok());
        // Bases and credits are referred to by nobody, but their ids are checked all the same.
        ids(files::BLOCS, "bases", "base");
        ids(files::DOSSIER, "credits", "credit");
        ids(files::STORY, "steps", "step");
        Known {
            rows: ids(files::DOSSIER, "rows", "row"),
            partners: ids(files::DOSSIER, "partners", "partner"),
            themes: ids(files::DOSSIER, "themes", "theme"),
            questions: ids(files::DOSSIER, "questions", "question"),
            cameras: ids(files::DOSSIER, "cameras", "camera"),
            places: ids(files::PLACES, "places", "place"),
            actors: ids(files::ACTORS, "actors", "actor"),
            blocs: ids(files::BLOCS, "blocs", "bloc"),
            events: ids(files::EVENTS, "events", "event"),
            ties: ids(files::TIES, "ties", "tie"),
            as_of,
            domain: domain.map_or((Day(i32::MIN), Day(i32::MAX)), |d| (d.earliest(), d.latest(as_of))),
        }
    }
}
