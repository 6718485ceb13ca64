//! Reads `places.json` and `actors.json`: where things happened and who acted.

use super::cursor::Cursor;
use super::ids::is_kebab_case;
use super::problem::{quoted, say};
use super::record::{ActorKind, ActorRecord, Place, PlaceKind};

const PLACE_KINDS: [(&str, PlaceKind); 5] = [
    ("capital", PlaceKind::Capital),
    ("city", PlaceKind::City),
    ("base", PlaceKind::Base),
    ("site", PlaceKind::Site),
    ("area", PlaceKind::Area),
];
const ACTOR_KINDS: [(&str, ActorKind); 3] =
    [("person", ActorKind::Person), ("state", ActorKind::State), ("organisation", ActorKind::Organisation)];

/// Reads all places.
pub(super) fn read_places(file: &Cursor) -> Vec<Place> {
    file.fields(&["places"], &["$schema"]);
    file.get("places").map(|c| c.items().filter_map(|item| read_place(&item)).collect()).unwrap_or_default()
}

fn read_place(c: &Cursor) -> Option<Place> {
    c.fields(&["id", "lon", "lat", "kind", "country"], &[]);
    let at = c.position();
    let kind = c.get("kind").and_then(|c| PLACE_KINDS.get(c.one_of(&PLACE_KINDS.map(|(name, _)| name))?));
    let country = c.get("country").and_then(|c| c.a3());
    Some(Place { id: c.record_id()?, at: at?, kind: kind?.1, country: country?.into() })
}

/// Reads all actors.
pub(super) fn read_actors(file: &Cursor) -> Vec<ActorRecord> {
    file.fields(&["actors"], &["$schema"]);
    file.get("actors").map(|c| c.items().filter_map(|item| read_actor(&item)).collect()).unwrap_or_default()
}

/// The term of office is checked here and kept in the data only: nothing is drawn from it.
fn read_actor(c: &Cursor) -> Option<ActorRecord> {
    c.fields(&["id", "kind"], &["country", "office", "term"]);
    let kind = c.get("kind").and_then(|c| ACTOR_KINDS.get(c.one_of(&ACTOR_KINDS.map(|(name, _)| name))?));
    let country = c.get("country").and_then(|c| c.a3()).map(String::from);
    let office = c.get("office").and_then(|c| {
        let key = c.text()?;
        if !is_kebab_case(key) {
            c.problem(say(&[&quoted(key), " is not an id"]), "use lower-case letters, digits and hyphens");
        }
        Some(String::from(key))
    });
    if let Some(term) = c.get("term") {
        term.when();
    }
    Some(ActorRecord { id: c.record_id()?, kind: kind?.1, country, office })
}
