//! The land on the projection's plane, in kilometres: computed once, then only culled, clipped and drawn.
//! Uses the neighbours in this folder only.

use super::land::{Land, Polygon};
use super::projection::wrap_lon;
use super::{keyhole, LonLat, PlaneKm, Projection, Rect4};

/// Kilometres that a straight edge on the plane may stray from the true one, which is straight in longitude
/// and latitude: a tenth of a CSS pixel when the whole Earth is 600 px wide, half of one at region zoom.
const STRAY_KM: f64 = 2.0;

/// Edges shorter than this in degrees of longitude and latitude cannot stray that far: L² / 8R · tan 70°.
const SHORT_DEG: f64 = 1.5;

/// Halvings of one edge at most.
const DEEPEST: u32 = 6;

/// A filled part: its holes are keyed into the ring, the first point is not repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanePolygon {
    /// The ring in kilometres, counter-clockwise (y north).
    pub ring: Vec<(f64, f64)>,
    /// Its bounding box in kilometres.
    pub bounds: Rect4,
}

/// A stroked line.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaneLine {
    /// The points in kilometres.
    pub points: Vec<(f64, f64)>,
    /// Their bounding box in kilometres.
    pub bounds: Rect4,
}

/// A country on the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaneCountry {
    /// Its code, as in [`super::Country`].
    pub a3: String,
    /// Its parts.
    pub polygons: Vec<PlanePolygon>,
}

/// [`Land`] on the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaneLand {
    /// Countries in the order of [`Land::countries`].
    pub countries: Vec<PlaneCountry>,
    /// Lakes as they are now.
    pub lakes: Vec<PlanePolygon>,
    /// Lakes as they were.
    pub historic_lakes: Vec<PlanePolygon>,
    /// Borders between two countries, each once.
    pub borders: Vec<PlaneLine>,
    /// Coasts, each once.
    pub coasts: Vec<PlaneLine>,
    /// Disputed lines.
    pub disputed: Vec<PlaneLine>,
}

impl PlaneLand {
    /// Projects all of it. A few milliseconds; keep the result.
    pub fn new(land: &Land, projection: &Projection) -> PlaneLand {
        let polygons = |of: &[Polygon]| of.iter().map(|p| filled(p, projection)).collect();
        let lines = |of: &[Vec<LonLat>]| of.iter().map(|l| stroked(l, projection)).collect();
        let country = |c: &super::Country| PlaneCountry { a3: c.a3.clone(), polygons: polygons(&c.polygons) };
        PlaneLand {
            countries: land.countries.iter().map(country).collect(),
            lakes: polygons(&land.lakes),
            historic_lakes: polygons(&land.historic_lakes),
            borders: lines(&land.borders),
            coasts: lines(&land.coasts),
            disputed: lines(&land.disputed),
        }
    }
}

fn filled(polygon: &Polygon, projection: &Projection) -> PlanePolygon {
    let mut rings = polygon.iter().map(|ring| bent(ring, projection));
    let outer = rings.next().unwrap_or_default();
    let holes: Vec<_> = rings.collect();
    let ring = keyhole(&outer, &holes);
    PlanePolygon { bounds: Rect4::around(&ring), ring }
}

fn stroked(line: &[LonLat], projection: &Projection) -> PlaneLine {
    let points = bent(line, projection);
    PlaneLine { bounds: Rect4::around(&points), points }
}

/// The line on the plane, with points added where an edge is long enough to be seen to bend.
fn bent(line: &[LonLat], projection: &Projection) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::with_capacity(line.len());
    let mut before: Option<End> = None;
    for &at in line {
        let end = End { at, on_plane: plane(at, projection) };
        if let Some(from) = before {
            bend(from, end, projection, DEEPEST, &mut points);
        }
        points.push(end.on_plane);
        before = Some(end);
    }
    points
}

#[derive(Clone, Copy)]
struct End {
    at: LonLat,
    on_plane: (f64, f64),
}

/// Adds the points strictly between two ends.
fn bend(a: End, b: End, projection: &Projection, depth: u32, points: &mut Vec<(f64, f64)>) {
    let lon_deg = wrap_lon(b.at.lon_deg - a.at.lon_deg);
    if depth == 0 || (lon_deg.abs() < SHORT_DEG && (b.at.lat_deg - a.at.lat_deg).abs() < SHORT_DEG) {
        return;
    }
    let at = LonLat {
        lon_deg: wrap_lon(a.at.lon_deg + lon_deg / 2.0),
        lat_deg: (a.at.lat_deg + b.at.lat_deg) / 2.0,
    };
    let middle = End { at, on_plane: plane(at, projection) };
    let straight = ((a.on_plane.0 + b.on_plane.0) / 2.0, (a.on_plane.1 + b.on_plane.1) / 2.0);
    if (middle.on_plane.0 - straight.0).hypot(middle.on_plane.1 - straight.1) < STRAY_KM {
        return;
    }
    bend(a, middle, projection, depth - 1, points);
    points.push(middle.on_plane);
    bend(middle, b, projection, depth - 1, points);
}

fn plane(at: LonLat, projection: &Projection) -> (f64, f64) {
    let PlaneKm { x_km, y_km } = projection.project(at);
    (x_km, y_km)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{signed_area, Country};

    const CENTRE: LonLat = LonLat { lon_deg: 60.0, lat_deg: 40.0 };

    fn line(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|&(lon_deg, lat_deg)| LonLat { lon_deg, lat_deg }).collect()
    }

    #[test]
    fn a_long_parallel_bends_and_a_short_edge_does_not() {
        let plane = Projection::azimuthal_equidistant(CENTRE);
        assert!(bent(&line(&[(40.0, 40.0), (80.0, 40.0)]), &plane).len() > 5);
        assert_eq!(bent(&line(&[(60.0, 40.0), (61.0, 40.0)]), &plane).len(), 2);
    }

    #[test]
    fn an_edge_bends_alike_both_ways() {
        let plane = Projection::azimuthal_equidistant(CENTRE);
        let there = bent(&line(&[(170.0, 60.0), (-160.0, 62.0)]), &plane);
        let mut back = bent(&line(&[(-160.0, 62.0), (170.0, 60.0)]), &plane);
        back.reverse();
        assert_eq!(there.len(), back.len());
        assert!(there.iter().zip(&back).all(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1) < 1e-6));
    }

    #[test]
    fn holes_are_off_the_area_and_bounds_hold_the_ring() {
        let outer = line(&[(58.0, 38.0), (62.0, 38.0), (62.0, 42.0), (58.0, 42.0), (58.0, 38.0)]);
        let hole = line(&[(59.0, 39.0), (61.0, 39.0), (61.0, 41.0), (59.0, 41.0), (59.0, 39.0)]);
        let country =
            |rings: Vec<Vec<LonLat>>| Country { a3: "AAA".to_owned(), polygons: vec![rings], name_at: None };
        let land = Land {
            countries: vec![
                country(vec![outer.clone(), hole.clone()]),
                country(vec![outer]),
                country(vec![hole]),
            ],
            ..Land::default()
        };
        let on_plane = PlaneLand::new(&land, &Projection::azimuthal_equidistant(CENTRE));
        let areas: Vec<f64> = on_plane
            .countries
            .iter()
            .map(|c| c.polygons.iter().map(|p| signed_area(&p.ring)).sum())
            .collect();
        assert!((areas[0] - (areas[1] - areas[2])).abs() < 1e-6);
        let part = &on_plane.countries[0].polygons[0];
        assert!(part.ring.iter().all(|&p| part.bounds.contains(p)));
    }
}
