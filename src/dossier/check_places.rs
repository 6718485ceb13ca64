//! Does each place lie in the country it names, and is the other side of the projection's centre sea?
//! Positions in degrees, distances in kilometres; uses the dossier's land.

use super::cursor::Cursor;
use super::problem::{quoted, say};
use super::record::Place;
use crate::geo::{Country, Land, LonLat, EARTH_RADIUS_KM};

/// The map's coasts and borders are simplified, far from the home country by tens of kilometres.
const TOLERANCE_KM: f64 = 60.0;

/// Checks every place; swapped coordinates are the usual slip.
pub(super) fn check_places(file: &Cursor, places: &[Place], land: &Land) {
    let Some(list) = file.get("places") else { return };
    for (item, place) in list.items().zip(places) {
        let Some(country) = find(land, &place.country) else { continue };
        let away = away_km(land, country, place.at);
        if away <= TOLERANCE_KM {
            continue;
        }
        let swapped = LonLat { lon_deg: place.at.lat_deg, lat_deg: place.at.lon_deg };
        let mend = if swapped.lat_deg.abs() <= 90.0 && away_km(land, country, swapped) <= TOLERANCE_KM {
            "swap lon and lat: longitude is the east–west one".into()
        } else {
            match land.country_at(place.at) {
                Some(other) => say(&["mend lon and lat, or the country: this is in ", other]),
                None => "mend lon and lat: this is at sea".into(),
            }
        };
        let km = (away.round() as u32).to_string();
        item.problem(
            say(&["the place ", &quoted(&place.id), " lies ", &km, " km outside ", &place.country]),
            &mend,
        );
    }
}

/// Checks that a country code is one the map has.
pub(super) fn check_country(at: Option<Cursor>, a3: &str, land: &Land) {
    if let (Some(at), None) = (at, find(land, a3)) {
        at.problem(say(&["the map has no country ", &quoted(a3)]), "write the code that land.json has");
    }
}

/// The point opposite the centre is smeared around the map's whole edge; land there would be a ring.
pub(super) fn check_centre(at: Option<Cursor>, centre: LonLat, land: &Land) {
    let lon_deg = if centre.lon_deg > 0.0 { centre.lon_deg - 180.0 } else { centre.lon_deg + 180.0 };
    let opposite = land.country_at(LonLat { lon_deg, lat_deg: -centre.lat_deg });
    if let (Some(at), Some(a3)) = (at, opposite) {
        let message = say(&["the point opposite this centre is on land, in ", a3]);
        at.problem(message, "move the centre so that the point opposite is at sea");
    }
}

fn find<'l>(land: &'l Land, a3: &str) -> Option<&'l Country> {
    land.countries.iter().find(|country| country.a3 == a3)
}

/// Distance to the country; 0 within it.
fn away_km(land: &Land, country: &Country, at: LonLat) -> f64 {
    if land.country_at(at) == Some(country.a3.as_str()) {
        return 0.0;
    }
    let edges = country.polygons.iter().flatten().flat_map(|ring| ring.windows(2));
    edges.filter_map(|edge| Some(edge_km(at, *edge.first()?, *edge.last()?))).fold(f64::INFINITY, f64::min)
}

/// Distance to an edge on the plane that touches the Earth at `at`: true enough near by, and far away all that
/// matters is that it is far.
fn edge_km(at: LonLat, from: LonLat, to: LonLat) -> f64 {
    let km_per_deg = EARTH_RADIUS_KM.to_radians();
    let shrink = at.lat_deg.to_radians().cos();
    let east_deg = |p: LonLat| (p.lon_deg - at.lon_deg + 540.0).rem_euclid(360.0) - 180.0;
    let plane = |p: LonLat| (east_deg(p) * shrink * km_per_deg, (p.lat_deg - at.lat_deg) * km_per_deg);
    let ((ax, ay), (bx, by)) = (plane(from), plane(to));
    let (dx, dy) = (bx - ax, by - ay);
    let squared = dx * dx + dy * dy;
    let along = if squared > 0.0 { (-(ax * dx + ay * dy) / squared).clamp(0.0, 1.0) } else { 0.0 };
    (ax + along * dx).hypot(ay + along * dy)
}
