//! Reading the sources: world-atlas TopoJSON and the GeoJSON files under `natural-earth/` in a dossier's folder.

use super::arcs::Point;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Rings of a polygon: the outer, then holes; closed, first point repeated.
pub(super) type Rings = Vec<Vec<Point>>;

/// Reads a JSON file.
pub(super) fn json(path: &Path) -> Result<Value, String> {
    let text =
        std::fs::read_to_string(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{} is not JSON: {e}", path.display()))
}

/// The same of a file that need not be there: nothing, if it is not.
pub(super) fn json_if_there(path: &Path) -> Result<Value, String> {
    if path.exists() {
        json(path)
    } else {
        Ok(Value::Null)
    }
}

/// Countries of a world-atlas file by `a3`, polygon by polygon, in the order of the codes.
pub(super) fn countries(atlas: &Value) -> Result<BTreeMap<String, Vec<Rings>>, String> {
    let number = |v: &Value| v.as_f64().ok_or_else(|| format!("world-atlas: {v} is not a number"));
    let transform = &atlas["transform"];
    let scale = (number(&transform["scale"][0])?, number(&transform["scale"][1])?);
    let shift = (number(&transform["translate"][0])?, number(&transform["translate"][1])?);
    let mut arcs = Vec::new();
    for arc in list(&atlas["arcs"]) {
        let (mut x, mut y) = (0.0, 0.0);
        let mut points = Vec::new();
        for step in list(arc) {
            x += number(&step[0])?;
            y += number(&step[1])?;
            points.push(point(x * scale.0 + shift.0, y * scale.1 + shift.1));
        }
        arcs.push(points);
    }
    let mut countries = BTreeMap::new();
    for geometry in list(&atlas["objects"]["countries"]["geometries"]) {
        let a3 = geometry["properties"]["a3"].as_str().ok_or("world-atlas: a country without a3")?;
        let polygons = match geometry["type"].as_str() {
            Some("Polygon") => std::slice::from_ref(&geometry["arcs"]),
            Some("MultiPolygon") => list(&geometry["arcs"]),
            other => {
                return Err(format!("world-atlas: {a3} has the type {other:?}, not Polygon or MultiPolygon"))
            }
        };
        let mut parts: Vec<Rings> = Vec::new();
        for polygon in polygons {
            let mut rings = Rings::new();
            for ring in list(polygon) {
                rings.push(
                    joined(ring, &arcs).ok_or_else(|| format!("world-atlas: {a3} has an unknown arc"))?,
                );
            }
            // The source has rings of one place: islets quantised away, and the pole's own.
            if rings.first().is_some_and(|outer| outer.len() > 3) {
                rings.retain(|ring| ring.len() > 3);
                parts.push(rings);
            }
        }
        if countries.insert(a3.to_owned(), parts).is_some() {
            return Err(format!("world-atlas: {a3} stands twice"));
        }
    }
    Ok(countries)
}

fn joined(ring: &Value, arcs: &[Vec<Point>]) -> Option<Vec<Point>> {
    let mut points: Vec<Point> = Vec::new();
    for index in list(ring) {
        let signed = index.as_i64()?;
        let mut arc = arcs.get(usize::try_from(if signed < 0 { !signed } else { signed }).ok()?)?.clone();
        if signed < 0 {
            arc.reverse();
        }
        points.append(&mut arc);
    }
    points.dedup();
    Some(points)
}

/// Polygons of a GeoJSON file.
pub(super) fn polygons(file: &Value) -> Result<Vec<Rings>, String> {
    list(&file["features"])
        .iter()
        .map(|f| list(&f["geometry"]["coordinates"]).iter().map(positions).collect())
        .collect()
}

/// Lines of a GeoJSON file of `MultiLineString`s; pieces that meet end to end are joined.
pub(super) fn lines(file: &Value) -> Result<Vec<Vec<Point>>, String> {
    let mut pieces = Vec::new();
    for line in list(&file["features"]).iter().flat_map(|f| list(&f["geometry"]["coordinates"])) {
        pieces.push(positions(line)?);
    }
    let mut lines: Vec<Vec<Point>> = Vec::new();
    while let Some(mut line) = pieces.pop() {
        while let Some(ix) = pieces.iter().position(|p| meets(&line, p)) {
            let mut piece = pieces.swap_remove(ix);
            if line.first() == piece.first() || line.first() == piece.last() {
                line.reverse();
            }
            if line.last() != piece.first() {
                piece.reverse();
            }
            line.pop();
            line.append(&mut piece);
        }
        lines.push(line);
    }
    Ok(lines)
}

fn meets(a: &[Point], b: &[Point]) -> bool {
    // A closed line is complete.
    a.first() != a.last() && [a.first(), a.last()].iter().any(|end| *end == b.first() || *end == b.last())
}

fn positions(line: &Value) -> Result<Vec<Point>, String> {
    let mut points = Vec::new();
    for position in list(line) {
        let lon_lat = position[0].as_f64().zip(position[1].as_f64());
        let (lon, lat) = lon_lat.ok_or_else(|| format!("GeoJSON: {position} is not a position"))?;
        points.push(point(lon, lat));
    }
    points.dedup();
    Ok(points)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The 180th meridian is one meridian: −180 becomes 180, so that what the source split there is whole.
fn point(lon_deg: f64, lat_deg: f64) -> Point {
    let whole = |deg: f64| (deg * 10_000.0).round() as i32;
    let x = whole(lon_deg);
    (if x <= -1_800_000 { 1_800_000 } else { x }, whole(lat_deg))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_mistake_in_the_atlas_has_its_sentence() {
        let atlas = |geometries: Value| {
            json!({
                "transform": { "scale": [1, 1], "translate": [0, 0] },
                "arcs": [[[0, 0], [1, 0], [0, 1], [-1, -1]]],
                "objects": { "countries": { "geometries": geometries } }
            })
        };
        let country = json!({ "type": "Polygon", "properties": { "a3": "AAA" }, "arcs": [[0]] });
        assert!(countries(&atlas(json!([country]))).is_ok());
        let mut scaleless = atlas(json!([country]));
        scaleless["transform"]["scale"] = json!(["x", 1]);
        assert_eq!(countries(&scaleless).unwrap_err(), "world-atlas: \"x\" is not a number");
        for (geometries, said) in [
            (json!([{ "type": "Polygon", "arcs": [[0]] }]), "world-atlas: a country without a3"),
            (
                json!([{ "type": "Point", "properties": { "a3": "AAA" } }]),
                "world-atlas: AAA has the type Some(\"Point\"), not Polygon or MultiPolygon",
            ),
            (
                json!([{ "type": "Polygon", "properties": { "a3": "AAA" }, "arcs": [[7]] }]),
                "world-atlas: AAA has an unknown arc",
            ),
            (json!([country, country]), "world-atlas: AAA stands twice"),
        ] {
            assert_eq!(countries(&atlas(geometries)).unwrap_err(), said);
        }
        let file = json!({ "features": [{ "geometry": { "coordinates": [[["a", 1]]] } }] });
        assert_eq!(lines(&file).unwrap_err(), "GeoJSON: [\"a\",1] is not a position");
    }

    #[test]
    fn a_file_that_is_not_json_is_named() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(json(&root.join("none.json")).unwrap_err().contains("none.json cannot be read: "));
        assert!(json(&root.join("Cargo.toml")).unwrap_err().contains("Cargo.toml is not JSON: "));
    }
}
