//! How fine the map is where: tolerances and grids on the plane it is drawn on, and what is too small for them.

use super::arcs::Point;
use super::source::Rings;
use super::write::QUANTA;
use std::collections::BTreeMap;
use us_uz_explainer::geo::{signed_area, LonLat, PlaneKm, Projection};

/// Everything is drawn finely within the view the map opens on, but no farther than this.
const HOME_KM: f64 = 1500.0;
/// Tolerance at home, in kilometres on the plane: half of the source's points end within 0.5 km of the line,
/// all within 3.1 km.
const TOLERANCE_KM: f64 = 4.0;
/// What the tolerance has gained 1000 km beyond home. At 10 000 km it is some 80 km: one CSS pixel when the
/// whole Earth is 500 px wide.
const GAIN_KM: f64 = 24.0;
/// How it grows: less than in proportion, so that Europe and the United States stay recognisable.
const GROWTH: f64 = 0.8;
/// An island or an enclave away from home goes when it is smaller than a square of this many tolerances.
const ISLAND: f64 = 2.7;
/// The largest part of a country stays if it has this many square kilometres and lies nearer than the next.
const COUNTRY_KM2: f64 = 200.0;
const COUNTRY_KM: f64 = 8000.0;
/// Above a tolerance in kilometres, points stand on a grid of so many of the file's steps.
const COARSER: [(f64, i32); 4] = [(40.0, 20), (20.0, 10), (10.0, 5), (5.0, 2)];

/// The plane the map is drawn on.
pub(super) struct Plane {
    projection: Projection,
    home_km: f64,
}

impl Plane {
    /// Around `centre`; the map opens with `radius_km` on each side.
    pub(super) fn new(centre: LonLat, radius_km: f64) -> Plane {
        Plane { projection: Projection::azimuthal_equidistant(centre), home_km: radius_km.min(HOME_KM) }
    }

    /// A point's place in kilometres.
    pub(super) fn at(&self, (x, y): Point) -> (f64, f64) {
        let position = LonLat { lon_deg: f64::from(x) / 10_000.0, lat_deg: f64::from(y) / 10_000.0 };
        let PlaneKm { x_km, y_km } = self.projection.project(position);
        (x_km, y_km)
    }

    fn away_km(&self, p: Point) -> f64 {
        let (x_km, y_km) = self.at(p);
        x_km.hypot(y_km)
    }

    /// The tolerance that holds at a point, in kilometres on the plane.
    pub(super) fn tolerance_km(&self, p: Point) -> f64 {
        TOLERANCE_KM + GAIN_KM * ((self.away_km(p) - self.home_km).max(0.0) / 1000.0).powf(GROWTH)
    }

    /// The nearest point of a grid that is coarser where the tolerance is larger: small multiples cost fewer
    /// bytes. The same point always lands on the same place, so shared ends stay shared.
    /// `fine` asks for the finest grid whatever the tolerance.
    pub(super) fn snapped(&self, p: Point, fine: bool) -> Point {
        let tolerance_km = if fine { 0.0 } else { self.tolerance_km(p) };
        let coarser = COARSER.iter().find(|c| tolerance_km > c.0).map_or(1, |c| c.1);
        let round = |v: i32, quantum: i32| {
            let step = quantum * coarser;
            (f64::from(v) / f64::from(step)).round() as i32 * step
        };
        (round(p.0, QUANTA.0).min(1_800_000), round(p.1, QUANTA.1))
    }

    /// Drops islands, and enclaves with the hole they fill, that would be specks.
    pub(super) fn drop_small(&self, countries: &mut BTreeMap<String, Vec<Rings>>) {
        let mut uses: BTreeMap<Point, usize> = BTreeMap::new();
        for ring in countries.values().flatten().flatten() {
            for p in ring.iter().skip(1) {
                *uses.entry(*p).or_default() += 1;
            }
        }
        let area = |ring: &[Point]| signed_area(&ring.iter().map(|p| self.at(*p)).collect::<Vec<_>>()).abs();
        let speck = |ring: &Vec<Point>| {
            let away_km = self.away_km(ring[0]);
            let side_km = ISLAND * self.tolerance_km(ring[0]);
            // A part that touches a neighbour along a border has points with other uses than its own.
            let alone = ring.iter().all(|p| uses.get(p) == uses.get(&ring[0]));
            away_km > self.home_km && alone && area(ring) < side_km * side_km
        };
        for polygons in countries.values_mut() {
            let largest = polygons.iter().map(|p| area(&p[0])).fold(0.0, f64::max);
            polygons.retain(|polygon| {
                let outer = &polygon[0];
                let named =
                    area(outer) == largest && largest >= COUNTRY_KM2 && self.away_km(outer[0]) < COUNTRY_KM;
                let shared = uses.get(&outer[0]).is_some_and(|n| *n > 1);
                (named && !shared) || !speck(outer)
            });
            for polygon in polygons.iter_mut() {
                let mut first = true;
                polygon.retain(|ring| std::mem::take(&mut first) || !speck(ring));
            }
        }
        countries.retain(|_, polygons| !polygons.is_empty());
    }
}
