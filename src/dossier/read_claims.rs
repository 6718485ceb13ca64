//! Reads `claims.json`: what the article says, and how it fares.

use super::claim::{Claim, CLAIM_KINDS};
use super::cursor::Cursor;
use super::known::Known;

const NEEDED: [&str; 6] = ["id", "kind", "section", "paragraph", "verdict", "sources"];
const ALLOWED: [&str; 4] = ["events", "ties", "series", "figures"];

/// Reads all claims, in the order in which they are told.
pub(super) fn read_claims(file: &Cursor, known: &Known) -> Vec<Claim> {
    file.fields(&["claims"], &["$schema"]);
    let list = file.get("claims");
    list.map(|c| c.items().filter_map(|item| read_claim(&item, known)).collect()).unwrap_or_default()
}

fn read_claim(c: &Cursor, known: &Known) -> Option<Claim> {
    c.fields(&NEEDED, &ALLOWED);
    let kind = c.get("kind").and_then(|c| c.one_of(&CLAIM_KINDS.map(|(name, ..)| name)));
    let kind = kind.and_then(|at| CLAIM_KINDS.get(at));
    let place = c.paragraph(known);
    // Each kind has verdicts of its own: a forecast is not wrong but did not happen.
    let verdict = c.get("verdict").and_then(|c| c.one_of(&kind?.2).and(c.text()));
    let shown = |key: &str, ids| c.get(key).map(|c| c.references(ids)).unwrap_or_default();
    let (section, paragraph) = place?;
    Some(Claim {
        id: c.record_id()?,
        kind: kind?.1,
        section,
        paragraph,
        verdict: verdict?.into(),
        events: shown("events", &known.events),
        ties: shown("ties", &known.ties),
        series: shown("series", &known.series),
        figures: shown("figures", &known.figures),
        sources: c.sources(),
    })
}
