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
    pub(super) series: Ids<'v>,
    pub(super) figures: Ids<'v>,
    /// Sections of the article, with how many paragraphs each has, and how many items the article has.
    pub(super) sections: Ids<'v>,
    pub(super) paragraphs: Vec<u32>,
    pub(super) items: u32,
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
        let manifest = parsed.get(files::DOSSIER).map(|value| Cursor::file(files::DOSSIER, value, log));
        let article = manifest.as_ref().and_then(|manifest| manifest.get("article"));
        let sections = article.as_ref().and_then(|article| article.get("sections"));
        let sections = sections.filter(|list| !list.is_longer_than(MOST_RECORDS));
        let count = |c: &Cursor, key: &str| {
            let count = c.value().get(key).and_then(|value| value.as_u64());
            count.and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
        };
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
            series: ids(files::SERIES, "series", "series"),
            figures: ids(files::FIGURES, "figures", "figure"),
            sections: Ids::collect(sections.as_ref(), "section of the article"),
            paragraphs: sections
                .iter()
                .flat_map(|list| list.items())
                .map(|c| count(&c, "paragraphs"))
                .collect(),
            items: article.map_or(0, |article| count(&article, "items")),
            as_of,
            domain: domain.map_or((Day(i32::MIN), Day(i32::MAX)), |d| (d.earliest(), d.latest(as_of))),
        }
    }

    /// The events were sorted; `positions` says where in the file each stood.
    pub(super) fn set_event_order(&mut self, positions: &[usize]) {
        let mut rank = vec![0; positions.len()];
        for (now, before) in positions.iter().enumerate() {
            if let Some(slot) = rank.get_mut(*before) {
                *slot = now;
            }
        }
        self.events.set_rank(rank);
    }
}
