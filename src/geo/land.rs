//! Land and water as the dossier's `land.json` has them: rings and lines in degrees, and what lies where.
//! Uses the neighbours in this folder only.

use super::projection::wrap_lon;
use super::{signed_area, LonLat, PlaneKm, Projection};

/// A polygon: the outer ring, then its holes. Rings are closed, the last point repeats the first. A ring
/// may run across the 180th meridian or around a pole.
pub type Polygon = Vec<Vec<LonLat>>;

/// A country or territory as the border convention draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Three-letter code of the source, ISO 3166-1 alpha-3 where that has one.
    pub a3: String,
    /// Its parts.
    pub polygons: Vec<Polygon>,
    /// Where its name stands, to a hundredth of a degree; see [`Land::place_names`].
    pub name_at: Option<LonLat>,
}

/// The map's land, water and lines, in degrees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Land {
    /// Countries in the file's order.
    pub countries: Vec<Country>,
    /// Lakes as they are now.
    pub lakes: Vec<Polygon>,
    /// Lakes as they were: the Aral Sea before it shrank.
    pub historic_lakes: Vec<Polygon>,
    /// Stretches shared by two countries, each once, to be stroked apart from coasts.
    pub borders: Vec<Vec<LonLat>>,
    /// Stretches that belong to one country only, each once.
    pub coasts: Vec<Vec<LonLat>>,
    /// Disputed lines, to be dashed.
    pub disputed: Vec<Vec<LonLat>>,
}

impl Land {
    /// The code of the country at a position, `None` at sea. Edges are straight in longitude and latitude.
    pub fn country_at(&self, at: LonLat) -> Option<&str> {
        let inside =
            |polygon: &Polygon| polygon.iter().filter(|ring| ring_contains(ring, at)).count() % 2 == 1;
        self.countries.iter().find(|c| c.polygons.iter().any(inside)).map(|c| c.a3.as_str())
    }

    /// Finds where the names of these countries stand. It takes tenths of a second for all countries, so it is done
    /// once, natively, and the digest keeps what was found.
    pub fn place_names(&mut self, named: &dyn Fn(&str) -> bool) {
        let hundredth = |deg: f64| (deg * 100.0).round() / 100.0;
        for ix in 0..self.countries.len() {
            let Some(a3) = self.countries.get(ix).map(|c| c.a3.clone()).filter(|a3| named(a3)) else {
                continue;
            };
            let at = self.label_point(&a3);
            if let Some(country) = self.countries.get_mut(ix) {
                let round =
                    |at: LonLat| LonLat { lon_deg: hundredth(at.lon_deg), lat_deg: hundredth(at.lat_deg) };
                country.name_at = at.map(round);
            }
        }
    }

    /// A position well inside the largest part of a country, where its name has most room around it.
    pub fn label_point(&self, a3: &str) -> Option<LonLat> {
        let country = self.countries.iter().find(|c| c.a3 == a3)?;
        let parts = country.polygons.iter().filter_map(|polygon| {
            let first = *polygon.first()?.first()?;
            // Around one of its own points any country but the very largest is drawn nearly true.
            let plane = Projection::azimuthal_equidistant(first);
            let rings: Vec<Vec<(f64, f64)>> = polygon.iter().map(|r| on_plane(r, &plane)).collect();
            Some((signed_area(rings.first()?).abs(), plane, rings))
        });
        let (_, plane, rings) = parts.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let (x_km, y_km) = roomiest_point(&rings)?;
        plane.unproject(PlaneKm { x_km, y_km })
    }
}

fn on_plane(ring: &[LonLat], plane: &Projection) -> Vec<(f64, f64)> {
    ring.iter()
        .map(|&p| {
            let PlaneKm { x_km, y_km } = plane.project(p);
            (x_km, y_km)
        })
        .collect()
}

/// Whether a walk from the position due north to the pole crosses the ring an odd number of times. Only
/// differences of longitude count, so the 180th meridian is nothing special; a ring around the south pole
/// works too. No land reaches the north pole.
fn ring_contains(ring: &[LonLat], at: LonLat) -> bool {
    let mut inside = false;
    for edge in ring.windows(2) {
        let &[a, b] = edge else { continue };
        let (x0, x1) = (wrap_lon(a.lon_deg - at.lon_deg), wrap_lon(b.lon_deg - at.lon_deg));
        // An edge with ends more than half a turn apart passes behind, at the opposite meridian.
        if (x0 > 0.0) != (x1 > 0.0) && (x1 - x0).abs() < 180.0 {
            let crossing_deg = a.lat_deg + (b.lat_deg - a.lat_deg) * x0 / (x0 - x1);
            inside ^= crossing_deg > at.lat_deg;
        }
    }
    inside
}

/// The inner point farthest from every edge, near enough for a label: the best of a grid over the whole,
/// then of ever finer grids around the best so far.
fn roomiest_point(rings: &[Vec<(f64, f64)>]) -> Option<(f64, f64)> {
    const CELLS: i32 = 12;
    const ROUNDS: i32 = 4;
    let bounds = super::Rect4::around(rings.first()?);
    let mut middle = ((bounds.x0 + bounds.x1) / 2.0, (bounds.y0 + bounds.y1) / 2.0);
    let mut half = ((bounds.x1 - bounds.x0) / 2.0, (bounds.y1 - bounds.y0) / 2.0);
    let mut best = (room(middle, rings), middle);
    for _ in 0..ROUNDS {
        for row in -CELLS..=CELLS {
            for column in -CELLS..=CELLS {
                let part = (f64::from(column) / f64::from(CELLS), f64::from(row) / f64::from(CELLS));
                let at = (middle.0 + part.0 * half.0, middle.1 + part.1 * half.1);
                let here = room(at, rings);
                if here > best.0 {
                    best = (here, at);
                }
            }
        }
        middle = best.1;
        half = (half.0 / 6.0, half.1 / 6.0);
    }
    (best.0 > 0.0).then_some(best.1)
}

/// Distance to the nearest edge, negative outside.
fn room(at: (f64, f64), rings: &[Vec<(f64, f64)>]) -> f64 {
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for edge in rings.iter().flat_map(|ring| ring.windows(2)) {
        let &[a, b] = edge else { continue };
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        if (a.1 > at.1) != (b.1 > at.1) && at.0 < a.0 + dx * (at.1 - a.1) / dy {
            inside = !inside;
        }
        let squared = dx * dx + dy * dy;
        let along = ((at.0 - a.0) * dx + (at.1 - a.1) * dy) / squared;
        let t = if squared > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
        nearest = nearest.min((a.0 + t * dx - at.0).hypot(a.1 + t * dy - at.1));
    }
    if inside {
        nearest
    } else {
        -nearest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon_deg: f64, lat_deg: f64) -> LonLat {
        LonLat { lon_deg, lat_deg }
    }

    fn ring(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().chain(points.first()).map(|&(lon, lat)| at(lon, lat)).collect()
    }

    fn land() -> Land {
        let hollow = vec![
            ring(&[(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0)]),
            ring(&[(14.0, 14.0), (16.0, 14.0), (16.0, 16.0), (14.0, 16.0)]),
        ];
        let across = vec![ring(&[(170.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (170.0, 70.0)])];
        let polar = vec![ring(&[(-180.0, -80.0), (-90.0, -70.0), (0.0, -70.0), (90.0, -70.0)])];
        Land {
            countries: [("AAA", hollow), ("BBB", across), ("CCC", polar)]
                .map(|(a3, polygon)| Country { a3: a3.to_owned(), polygons: vec![polygon], name_at: None })
                .to_vec(),
            ..Land::default()
        }
    }

    #[test]
    fn a_hole_is_not_the_country() {
        assert_eq!(land().country_at(at(12.0, 12.0)), Some("AAA"));
        assert_eq!(land().country_at(at(15.0, 15.0)), None);
    }

    #[test]
    fn rings_across_the_180th_meridian_and_around_the_pole() {
        for lon in [175.0, 180.0, -180.0, -175.0] {
            assert_eq!(land().country_at(at(lon, 65.0)), Some("BBB"));
        }
        assert_eq!(land().country_at(at(0.0, 65.0)), None);
        assert_eq!(land().country_at(at(33.0, -85.0)), Some("CCC"));
        assert_eq!(land().country_at(at(33.0, -60.0)), None);
    }

    #[test]
    fn a_label_keeps_clear_of_the_hole() {
        let land = land();
        let label = land.label_point("AAA").unwrap();
        assert_eq!(land.country_at(label), Some("AAA"));
        assert!(land.label_point("ZZZ").is_none());
        assert_eq!(land.country_at(land.label_point("BBB").unwrap()), Some("BBB"));
    }
}
