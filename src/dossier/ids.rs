//! The ids of one kind of record: unique, well formed, found by name.

use super::cursor::Cursor;
use super::nearest::nearest;
use super::problem::{quoted, say};

/// An id longer than this is not one a person would type.
const MOST_LETTERS: usize = 60;

/// The ids of the records in one array, with the position of each.
#[derive(Default)]
pub(super) struct Ids<'v> {
    /// What one record is called in messages.
    what: &'static str,
    /// Sorted by id.
    sorted: Vec<(&'v str, usize)>,
    /// Where the record at this position of the file stands in the dossier.
    rank: Option<Vec<usize>>,
}

impl<'v> Ids<'v> {
    /// Collects the ids of an array's records; notes missing, malformed and repeated ones.
    pub(super) fn collect(list: Option<&Cursor<'v, '_>>, what: &'static str) -> Self {
        let mut sorted = Vec::new();
        for (position, item) in list.iter().flat_map(|list| list.items()).enumerate() {
            let Some(field) = item.get("id") else { continue };
            let Some(id) = field.text() else { continue };
            if is_kebab_case(id) {
                sorted.push((id, position));
            } else {
                let mend = "use lower-case letters, digits and single hyphens, at most 60";
                field.problem(say(&[&quoted(id), " is not an id"]), mend);
            }
        }
        sorted.sort_unstable();
        let mut ids = Ids { what, sorted, rank: None };
        if let Some(list) = list {
            ids.report_repeated(list);
        }
        ids
    }

    /// Names that were read and checked before, in their order.
    pub(super) fn named(what: &'static str, names: impl Iterator<Item = &'v str>) -> Self {
        let mut sorted: Vec<(&str, usize)> = names.zip(0..).collect();
        sorted.sort_unstable();
        Ids { what, sorted, rank: None }
    }

    fn report_repeated(&mut self, list: &Cursor) {
        for pair in self.sorted.windows(2) {
            let [(id, first), (next, second)] = pair else { continue };
            if list.is_full() {
                break;
            }
            if id == next {
                let message = say(&["the id ", &quoted(id), " is taken by item ", &first.to_string()]);
                if let Some(item) = list.items().nth(*second) {
                    item.problem_at("id", message, "give this record an id of its own");
                }
            }
        }
        self.sorted.dedup_by_key(|(id, _)| *id);
    }

    /// Where the record with this id stands in the dossier.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let at = self.sorted.binary_search_by_key(&id, |(known, _)| known).ok()?;
        let (_, position) = self.sorted.get(at)?;
        match &self.rank {
            Some(rank) => rank.get(*position).copied(),
            None => Some(*position),
        }
    }

    /// The records were sorted: `rank[position in the file]` is the position in the dossier.
    pub(super) fn set_rank(&mut self, rank: Vec<usize>) {
        self.rank = Some(rank);
    }

    /// All ids, sorted.
    pub(super) fn names(&self) -> impl Iterator<Item = &'v str> + '_ {
        self.sorted.iter().map(|(id, _)| *id)
    }

    /// Notes that `id` is unknown, with the nearest that is known.
    pub(super) fn report_unknown(&self, at: &Cursor, id: &str) {
        if at.is_full() {
            return;
        }
        let mend = match nearest(id, self.names()) {
            Some(near) => say(&["write ", &quoted(near), ", if that is meant"]),
            None => say(&["add the ", self.what, " or name one there is"]),
        };
        at.problem(say(&["there is no ", self.what, " ", &quoted(id)]), &mend);
    }
}

/// Lower-case ASCII letters and digits in groups joined by single hyphens.
pub(super) fn is_kebab_case(id: &str) -> bool {
    id.len() <= MOST_LETTERS
        && id.split('-').all(|group| {
            !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}
