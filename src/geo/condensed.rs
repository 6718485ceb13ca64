//! Land as the digest has it: the arcs of `land.json` as runs of steps, and which of them make up what. Written and
//! read by this crate alone, so nothing is checked again.

use super::land::{Country, Land, Polygon};
use super::LonLat;
use crate::json::Json;

impl Land {
    /// Reads `{scale: [lon, lat], arcs, countries: [[code, polygons, lon, lat]], lakes, aral, disputed}`, where an arc is a
    /// flat list of steps (lon, lat, lon, lat, …) and a ring or a line a list of arcs, `~i` being arc `i` backwards.
    /// `lon` and `lat` of a country are where its name stands, for those that are named.
    pub fn from_condensed(json: &Json) -> Option<Land> {
        let scale = json.get("scale");
        let (lon, lat) = (scale.at(0).number()?, scale.at(1).number()?);
        let mut arcs = Arcs::default();
        for arc in json.get("arcs").items() {
            let (mut x, mut y) = (0, 0);
            let mut points = Vec::with_capacity(arc.items().len() / 2);
            for step in arc.items().chunks(2) {
                x += step.first()?.int()?;
                y += step.get(1)?.int()?;
                points.push(LonLat { lon_deg: f64::from(x) * lon, lat_deg: f64::from(y) * lat });
            }
            arcs.arcs.push(points);
            arcs.users.push(Vec::new());
        }
        let mut land = Land::default();
        for (ix, country) in json.get("countries").items().iter().enumerate() {
            let polygons = arcs.polygons(country.at(1), Some(ix))?;
            let name_at = country.at(2).number().zip(country.at(3).number());
            let name_at = name_at.map(|(lon_deg, lat_deg)| LonLat { lon_deg, lat_deg });
            land.countries.push(Country { a3: country.at(0).text()?.to_owned(), polygons, name_at });
        }
        land.lakes = arcs.polygons(json.get("lakes"), None)?;
        land.historic_lakes = arcs.polygons(json.get("aral"), None)?;
        land.disputed = arcs.lines(json.get("disputed"), None)?;
        land.sort_arcs(arcs.arcs, &arcs.users);
        Some(land)
    }

    /// Puts each arc by its users, countries by position, among the borders (two) or the coasts (one).
    pub(super) fn sort_arcs(&mut self, arcs: Vec<Vec<LonLat>>, users: &[Vec<usize>]) {
        for (arc, users) in arcs.into_iter().zip(users) {
            match users.as_slice() {
                [_] => self.coasts.push(arc),
                [a, b] if a != b => self.borders.push(arc),
                _ => {}
            }
        }
    }
}

#[derive(Default)]
struct Arcs {
    arcs: Vec<Vec<LonLat>>,
    users: Vec<Vec<usize>>,
}

impl Arcs {
    fn polygons(&mut self, json: &Json, user: Option<usize>) -> Option<Vec<Polygon>> {
        let mut polygons = Vec::new();
        for polygon in json.items() {
            polygons.push(self.lines(polygon, user)?);
        }
        Some(polygons)
    }

    fn lines(&mut self, json: &Json, user: Option<usize>) -> Option<Vec<Vec<LonLat>>> {
        let mut lines = Vec::new();
        for line in json.items() {
            let mut points: Vec<LonLat> = Vec::new();
            for arc in line.items() {
                let signed = arc.int()?;
                let ix = usize::try_from(if signed < 0 { !signed } else { signed }).ok()?;
                // Two arcs share the point where they meet.
                points.pop();
                let joint = points.len();
                points.extend_from_slice(self.arcs.get(ix)?);
                if signed < 0 {
                    points.get_mut(joint..)?.reverse();
                }
                if let Some(user) = user {
                    self.users.get_mut(ix)?.push(user);
                }
            }
            lines.push(points);
        }
        Some(lines)
    }
}
