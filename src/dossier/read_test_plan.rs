//! Reads `test.json`, what is put to the test.

use super::claim::Series;
use super::cursor::Cursor;
use super::ids::Ids;
use super::known::Known;
use super::test_plan::{Change, Moment, SeriesPlan, TestPlan, TestSide, MOMENT_KINDS};

/// The most of anything in a plan: each is a computation and a row.
const MOST: usize = 30;
const NEEDED: [&str; 3] = ["sides", "declared", "placebos"];
const ALLOWED: [&str; 7] = ["explored", "series", "drawn", "context", "moment_sides", "moments", "$schema"];
const CHANGES: [(&str, Change); 2] = [("difference", Change::Difference), ("log", Change::Log)];
/// Moments are drawn side by side at one size: windows may differ by a leap day.
const EQUAL_WITHIN_DAYS: i32 = 2;

/// Reads the plan; `series` are those of the dossier, in their order.
pub(super) fn read_test_plan(file: &Cursor, known: &Known, series: &[Series]) -> Option<TestPlan> {
    file.fields(&NEEDED, &ALLOWED);
    let list = file.get("sides").filter(|list| is_short(list));
    let ids = Ids::collect(list.as_ref(), "side");
    let read = |c: &Cursor| {
        c.fields(&["id", "partners"], &[]);
        let partners = c.get("partners").map(|c| {
            if c.value().as_array().is_some_and(Vec::is_empty) {
                c.problem("this side has no partner".into(), "name at least one");
            }
            c.references(&known.partners)
        });
        Some(TestSide { id: c.record_id()?, partners: partners? })
    };
    let sides = list.map(|list| list.items().filter_map(|item| read(&item)).collect()).unwrap_or_default();
    let pair = |key: &str| file.get(key).and_then(|c| c.pair(&ids));
    let series_ids = |key: &str| file.get(key).map(|c| c.references(&known.series)).unwrap_or_default();
    let declared = pair("declared");
    let of_declared: Vec<usize> = declared.iter().flat_map(|(a, b)| [*a, *b]).collect();
    Some(TestPlan {
        sides,
        declared: declared?,
        explored: file.get("explored").map(|c| c.pairs(&ids)).unwrap_or_default(),
        placebos: read_placebos(file, &ids, &of_declared),
        series: each(file, "series", |c| read_series_plan(c, known, series)),
        drawn: series_ids("drawn"),
        context: series_ids("context"),
        moment_sides: pair("moment_sides").or(declared)?,
        moments: read_moments(file, known),
    })
}

fn read_series_plan(c: &Cursor, known: &Known, all: &[Series]) -> Option<SeriesPlan> {
    c.fields(&["series", "change", "pairs"], &["placebos", "without"]);
    let series = c.get("series").and_then(|c| c.reference(&known.series))?;
    let change = c.get("change").and_then(|c| c.one_of(&CHANGES.map(|(name, _)| name)));
    let lines = Ids::named("line of the series", all.get(series)?.lines.iter().map(|line| line.id.as_str()));
    let pairs = c.get("pairs").map(|c| c.pairs(&lines)).unwrap_or_default();
    let compared_with: Vec<usize> = pairs.first().iter().map(|(a, _)| *a).collect();
    Some(SeriesPlan {
        series,
        change: CHANGES.get(change?)?.1,
        placebos: read_placebos(c, &lines, &compared_with),
        pairs,
        without: each(c, "without", |c| c.year()),
    })
}

/// What is held beside `compared_with`, and is therefore none of them.
fn read_placebos(c: &Cursor, ids: &Ids, compared_with: &[usize]) -> Vec<usize> {
    let Some(list) = c.get("placebos").filter(is_short) else { return Vec::new() };
    let found = list.references(ids);
    if found.iter().any(|placebo| compared_with.contains(placebo)) {
        let mend = "leave it out: placebos are those nobody expects to matter";
        list.problem("a placebo would be compared with itself".into(), mend);
    }
    found
}

fn read_moments(file: &Cursor, known: &Known) -> Vec<Moment> {
    let list = file.get("moments");
    Ids::collect(list.as_ref(), "moment");
    let moments: Vec<Moment> = each(file, "moments", |c| {
        c.fields(&["id", "kind", "window"], &[]);
        let kind = c.get("kind").and_then(|c| c.one_of(&MOMENT_KINDS.map(|(name, _)| name)));
        let window = c.get("window").and_then(|c| c.window_within(known));
        Some(Moment { id: c.record_id()?, kind: MOMENT_KINDS.get(kind?)?.1, window: window? })
    });
    let length = |moment: &Moment| moment.window.1 .0 - moment.window.0 .0;
    let unequal = moments.iter().any(|moment| {
        moments.first().is_some_and(|first| (length(first) - length(moment)).abs() > EQUAL_WITHIN_DAYS)
    });
    if let Some(list) = list.filter(|_| unequal) {
        list.problem("these windows are not equally long".into(), "give them as many years each");
    }
    moments
}

fn is_short(list: &Cursor) -> bool {
    !list.is_longer_than(MOST)
}

/// Each item of the array `key` that can be read.
fn each<T>(c: &Cursor, key: &str, read: impl Fn(&Cursor) -> Option<T>) -> Vec<T> {
    let list = c.get(key).filter(is_short);
    list.map(|list| list.items().filter_map(|item| read(&item)).collect()).unwrap_or_default()
}

impl Cursor<'_, '_> {
    /// Two different ids.
    fn pair(&self, ids: &Ids) -> Option<(usize, usize)> {
        let named = self.references(ids);
        if let [a, b] = named.as_slice() {
            if a != b {
                return Some((*a, *b));
            }
        }
        // A list of two that is no pair names one twice or names what there is not, which is noted.
        if self.value().as_array().is_some_and(|list| list.len() != 2) {
            self.problem("this is not a pair".into(), "name two different ones, as [\"north\", \"south\"]");
        }
        None
    }

    /// A list of pairs, each of them once, whichever way round.
    fn pairs(&self, ids: &Ids) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        if !is_short(self) {
            return found;
        }
        for item in self.items() {
            let Some((a, b)) = item.pair(ids) else { continue };
            if found.contains(&(a, b)) || found.contains(&(b, a)) {
                item.problem("this is named twice".into(), "name it once");
            }
            found.push((a, b));
        }
        found
    }
}
