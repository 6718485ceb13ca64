//! Do records that name each other agree: countries with the map, bases with their places?

use super::check_places::check_country;
use super::cursor::Cursor;
use super::files::{Parsed, ACTORS, BLOCS, DOSSIER, PLACES};
use super::problem::{say, Log};
use super::Dossier;

/// Checks every country code, and that a base stands in the country of its place.
pub(super) fn check_references(parsed: &Parsed, dossier: &Dossier, log: &Log) {
    let d = dossier;
    let land = &d.land;
    let each = |file: &str, key: &str, check: &dyn Fn(&Cursor, usize)| {
        let Some(value) = parsed.get(file) else { return };
        let file = Cursor::file(file, value, log);
        let Some(list) = file.get(key) else { return };
        list.items().enumerate().for_each(|(at, item)| check(&item, at));
    };
    if let Some(value) = parsed.get(DOSSIER) {
        check_country(Cursor::file(DOSSIER, value, log).get("home"), &d.manifest.home, land);
    }
    each(PLACES, "places", &|item, at| {
        if let Some(place) = d.places.get(at) {
            check_country(item.get("country"), &place.country, land);
        }
    });
    each(ACTORS, "actors", &|item, at| {
        if let Some(country) = d.actors.get(at).and_then(|actor| actor.country.as_deref()) {
            check_country(item.get("country"), country, land);
        }
    });
    each(BLOCS, "memberships", &|item, at| {
        if let Some(membership) = d.memberships.get(at) {
            check_country(item.get("member"), &membership.member, land);
        }
    });
    each(BLOCS, "bases", &|item, at| {
        let Some(base) = d.bases.get(at) else { return };
        check_country(item.get("operator"), &base.operator, land);
        check_country(item.get("host"), &base.host, land);
        if let Some(place) = d.places.get(base.place).filter(|place| place.country != base.host) {
            let message = say(&["the place of this base is in ", &place.country, ", not in ", &base.host]);
            item.problem_at("host", message, "mend the host or the place");
        }
    });
}
