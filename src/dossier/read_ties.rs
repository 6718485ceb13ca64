//! Reads `ties.json` into [`Tie`]s, in the order of the file.

use super::cursor::Cursor;
use super::known::Known;
use super::record::{Tie, TIE_KINDS};

const NEEDED: [&str; 6] = ["id", "partner", "kind", "interval", "sources", "confidence"];
const ALLOWED: [&str; 3] = ["place", "starts_with", "ends_with"];
/// Reads all ties.
pub(super) fn read_ties(file: &Cursor, known: &Known) -> Vec<Tie> {
    file.fields(&["ties"], &["$schema"]);
    file.get("ties")
        .map(|c| c.items().filter_map(|item| read_tie(&item, known)).collect())
        .unwrap_or_default()
}

fn read_tie(c: &Cursor, known: &Known) -> Option<Tie> {
    c.fields(&NEEDED, &ALLOWED);
    let partner = c.get("partner").and_then(|c| c.reference(&known.partners));
    let kind = c.get("kind").and_then(|c| TIE_KINDS.get(c.one_of(&TIE_KINDS.map(|(name, _)| name))?));
    let interval = c.get("interval").and_then(|c| c.interval(known.as_of));
    let place = c.get("place").and_then(|c| c.reference(&known.places));
    let starts_with = c.get("starts_with").and_then(|c| c.reference(&known.events));
    let ends_with = c.get("ends_with").and_then(|c| c.reference(&known.events));
    let sources = c.sources();
    let confidence = c.get("confidence").and_then(|c| c.confidence());
    let (from, to, edtf) = interval?;
    Some(Tie {
        id: c.record_id()?,
        partner: partner?,
        kind: kind?.1,
        from,
        to,
        edtf: edtf.into(),
        place,
        starts_with,
        ends_with,
        sources,
        confidence: confidence?,
    })
}
