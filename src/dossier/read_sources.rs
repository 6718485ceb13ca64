//! Reads `sources.json`, the bibliography.

use super::cursor::Cursor;
use super::problem::{quoted, say};
use super::record::Source;
use crate::text::Day;

const NEEDED: [&str; 8] = ["id", "title", "publisher", "owner", "url", "accessed", "language", "kind"];
const ALLOWED: [&str; 3] = ["author", "date", "party"];
/// What a source may be.
pub(super) const KINDS: [&str; 7] =
    ["official", "news", "analysis", "reference", "dataset", "article", "ngo"];
/// Reads all sources.
pub(super) fn read_sources(file: &Cursor, owners: &[&str], as_of: Day) -> Vec<Source> {
    file.fields(&["sources"], &["$schema"]);
    file.get("sources")
        .map(|c| c.items().filter_map(|item| read_source(&item, owners, as_of)).collect())
        .unwrap_or_default()
}

fn read_source(c: &Cursor, owners: &[&str], as_of: Day) -> Option<Source> {
    c.fields(&NEEDED, &ALLOWED);
    let title = c.get("title").and_then(|c| c.words(300));
    let author = c.get("author").and_then(|c| c.words(200)).map(String::from);
    let publisher = c.get("publisher").and_then(|c| c.words(160));
    let owner = c.get("owner").and_then(|c| c.one_of(owners).and(c.text()));
    let date = c.get("date").and_then(|c| {
        let (when, edtf) = c.when()?;
        c.not_after(when.earliest(), as_of);
        Some(String::from(edtf))
    });
    let url = c.get("url").and_then(|c| c.https());
    let accessed = c.get("accessed").and_then(|c| {
        let day = c.day()?;
        c.not_after(day, as_of);
        Some(day)
    });
    let language = c.get("language").and_then(|c| read_language(&c));
    let kind = c.get("kind").and_then(|c| c.one_of(&KINDS).and(c.text()));
    let party = c.get("party").and_then(|c| c.truth()).unwrap_or(false);
    Some(Source {
        id: c.record_id()?,
        title: title?.into(),
        author,
        publisher: publisher?.into(),
        owner: owner?.into(),
        date,
        url: url?.into(),
        accessed: accessed?,
        language: language?.into(),
        kind: kind?.into(),
        party,
    })
}

/// The form of a BCP 47 tag: a language, perhaps with a script or region.
fn read_language<'v>(c: &Cursor<'v, '_>) -> Option<&'v str> {
    let tag = c.text()?;
    let mut parts = tag.split('-');
    let language =
        parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
    if language && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return Some(tag);
    }
    c.problem(say(&[&quoted(tag), " is not a language tag"]), "write en, ru, uz or another BCP 47 tag");
    None
}
