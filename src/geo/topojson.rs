//! Reading `land.json`: quantised TopoJSON in longitude and latitude to [`Land`], or all that is wrong with it.
//! Uses the neighbours in this folder and `serde_json`.
//!
//! Format: <https://github.com/topojson/topojson-specification>; only what `cargo xtask land` writes is read:
//! `Polygon`, `MultiPolygon` and `MultiLineString` over delta-coded integer arcs.

use super::land::{Country, Land, Polygon};
use super::LonLat;
use serde_json::Value;

/// The points that all rings and lines together may have, an arc's as often as it is named: the map is searched for
/// every place, and an arc may be named a million times. What is shipped has a tenth.
const MOST_POINTS: usize = 100_000;
/// More countries and territories than there are.
const MOST_COUNTRIES: usize = 1_000;
/// A longer list of problems helps nobody.
const MOST_PROBLEMS: usize = 200;

/// Something wrong in the land file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LandProblem {
    /// JSON path, like `objects.countries.geometries[3].arcs`.
    pub path: String,
    /// What is wrong there.
    pub message: String,
}

impl Land {
    /// Reads the TopoJSON objects `countries` (geometries with `properties.a3`), `lakes`, `aral` and
    /// `disputed`; the last three may be missing.
    ///
    /// # Errors
    /// Every problem found, in the file's order.
    pub fn from_topojson(json: &Value) -> Result<Land, Vec<LandProblem>> {
        let mut reader = Reader { arcs: Vec::new(), users: Vec::new(), points: 0, problems: Vec::new() };
        reader.read_arcs(json);
        let mut land = Land::default();
        if reader.problems.is_empty() {
            land.countries = reader.countries(json);
            land.lakes = reader.polygons_of(json, "lakes");
            land.historic_lakes = reader.polygons_of(json, "aral");
            land.disputed = reader.lines_of(json, "disputed");
            land.sort_arcs(std::mem::take(&mut reader.arcs), &reader.users);
        }
        if reader.problems.is_empty() {
            Ok(land)
        } else {
            Err(reader.problems)
        }
    }
}

struct Reader {
    arcs: Vec<Vec<LonLat>>,
    /// For each arc the countries, by position, that use it; a country that uses it twice stands twice.
    users: Vec<Vec<usize>>,
    /// How many points the rings and lines have so far.
    points: usize,
    problems: Vec<LandProblem>,
}

impl Reader {
    fn problem(&mut self, path: &str, message: &str) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(LandProblem { path: path.to_owned(), message: message.to_owned() });
        }
    }

    /// Whether this many more points are too many, which is a problem, told once.
    fn is_too_much(&mut self, path: &str, more: usize) -> bool {
        let before = self.points;
        self.points = before.saturating_add(more);
        if before <= MOST_POINTS && self.points > MOST_POINTS {
            self.problem(path, &format!("the map has more than {MOST_POINTS} points"));
        }
        self.points > MOST_POINTS
    }

    fn read_arcs(&mut self, json: &Value) {
        if json["type"] != "Topology" {
            self.problem("type", "not a TopoJSON `Topology`");
        }
        let pair = |v: &Value| Some((v.get(0)?.as_f64()?, v.get(1)?.as_f64()?));
        let (Some(scale), Some(shift)) =
            (pair(&json["transform"]["scale"]), pair(&json["transform"]["translate"]))
        else {
            return self.problem("transform", "needs `scale` and `translate`, two numbers each");
        };
        for (ix, arc) in json["arcs"].as_array().into_iter().flatten().enumerate() {
            let (mut x, mut y) = (0_i64, 0_i64);
            let mut points = Vec::new();
            for step in arc.as_array().into_iter().flatten() {
                let deltas = step.get(0).and_then(Value::as_i64).zip(step.get(1).and_then(Value::as_i64));
                let Some((dx, dy)) = deltas else {
                    self.problem(&format!("arcs[{ix}]"), "a point is not two whole numbers");
                    break;
                };
                // Wrapping, because a file can hold any number; nonsense ends in the range check below.
                (x, y) = (x.wrapping_add(dx), y.wrapping_add(dy));
                points.push(LonLat {
                    lon_deg: x as f64 * scale.0 + shift.0,
                    lat_deg: y as f64 * scale.1 + shift.1,
                });
            }
            let on_earth = |p: &LonLat| p.lon_deg.abs() <= 180.000_001 && p.lat_deg.abs() <= 90.000_001;
            if points.len() < 2 {
                self.problem(&format!("arcs[{ix}]"), "needs two points or more");
            } else if !points.iter().all(on_earth) {
                self.problem(&format!("arcs[{ix}]"), "leaves longitude ±180 or latitude ±90");
            }
            self.arcs.push(points);
        }
        self.users = vec![Vec::new(); self.arcs.len()];
    }

    fn countries(&mut self, json: &Value) -> Vec<Country> {
        let mut countries: Vec<Country> = Vec::new();
        let path = "objects.countries.geometries";
        let geometries = json["objects"]["countries"]["geometries"].as_array();
        if geometries.is_none_or(Vec::is_empty) {
            self.problem(path, "no country");
        }
        if geometries.is_some_and(|list| list.len() > MOST_COUNTRIES) {
            self.problem(path, &format!("more than {MOST_COUNTRIES} countries"));
            return countries;
        }
        for (ix, geometry) in geometries.into_iter().flatten().enumerate() {
            let path = format!("{path}[{ix}]");
            let a3 = geometry["properties"]["a3"].as_str().unwrap_or_default();
            if a3.len() != 3 || !a3.bytes().all(|b| b.is_ascii_uppercase()) {
                self.problem(&path, "`properties.a3` is not three capital letters");
            }
            if countries.iter().any(|c| c.a3 == a3) {
                self.problem(&path, "`properties.a3` stands on two countries");
            }
            let polygons = self.polygons(geometry, &path, Some(ix));
            countries.push(Country { a3: a3.to_owned(), polygons, name_at: None });
        }
        countries
    }

    fn polygons_of(&mut self, json: &Value, name: &str) -> Vec<Polygon> {
        match json["objects"].get(name) {
            Some(geometry) => self.polygons(geometry, &format!("objects.{name}"), None),
            None => Vec::new(),
        }
    }

    fn polygons(&mut self, geometry: &Value, path: &str, user: Option<usize>) -> Vec<Polygon> {
        let arcs = &geometry["arcs"];
        let polygons: Vec<&Value> = match geometry["type"].as_str() {
            Some("Polygon") => vec![arcs],
            Some("MultiPolygon") => arcs.as_array().into_iter().flatten().collect(),
            _ => Vec::new(),
        };
        if polygons.is_empty() {
            self.problem(path, "not a `Polygon` or `MultiPolygon` with arcs");
        }
        let rings = |p: &&Value| p.as_array().into_iter().flatten().cloned().collect::<Vec<_>>();
        polygons.iter().map(|p| rings(p).iter().map(|r| self.ring(r, path, user)).collect()).collect()
    }

    fn ring(&mut self, indices: &Value, path: &str, user: Option<usize>) -> Vec<LonLat> {
        let ring = self.joined(indices, path, user);
        if ring.len() < 4 {
            self.problem(path, "a ring has fewer than four points");
        } else if ring.first() != ring.last() {
            self.problem(path, "a ring does not end where it starts");
        }
        ring
    }

    fn lines_of(&mut self, json: &Value, name: &str) -> Vec<Vec<LonLat>> {
        let Some(geometry) = json["objects"].get(name) else { return Vec::new() };
        let path = format!("objects.{name}");
        if geometry["type"] != "MultiLineString" {
            self.problem(&path, "not a `MultiLineString`");
        }
        geometry["arcs"].as_array().into_iter().flatten().map(|l| self.joined(l, &path, None)).collect()
    }

    /// Arcs end to end; a negative index `~i` is arc `i` backwards.
    fn joined(&mut self, indices: &Value, path: &str, user: Option<usize>) -> Vec<LonLat> {
        let mut points: Vec<LonLat> = Vec::new();
        for index in indices.as_array().into_iter().flatten() {
            let Some(signed) = index.as_i64() else {
                self.problem(path, "an arc is not named by a whole number");
                continue;
            };
            let ix = usize::try_from(if signed < 0 { !signed } else { signed }).unwrap_or(usize::MAX);
            let Some(arc) = self.arcs.get(ix) else {
                self.problem(path, &format!("there is no arc {signed}"));
                continue;
            };
            let more = arc.len();
            let mut arc = arc.clone();
            if self.is_too_much(path, more) {
                break;
            }
            if signed < 0 {
                arc.reverse();
            }
            if points.last().is_some_and(|last| Some(last) != arc.first()) {
                self.problem(path, &format!("arc {signed} does not start where the one before ends"));
            }
            points.pop();
            points.append(&mut arc);
            if let (Some(user), Some(users)) = (user, self.users.get_mut(ix)) {
                users.push(user);
            }
        }
        points
    }
}
