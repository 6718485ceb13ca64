//! The map of the digest: TopoJSON in degrees as runs of whole steps, see [`crate::geo::Land::from_condensed`].

use crate::geo::Land;
use serde_json::{json, Value};

/// Steps this fine, about a metre, are taken for land whose own do not start at zero or are too many to count.
const FINE_DEG: f64 = 0.000_01;

/// TopoJSON, which must be land that was read without a problem, as the digest has it.
pub(super) fn condensed(topology: &Value, land: &Land) -> Value {
    let (scale, arcs) = steps(topology);
    let countries = list(&topology["objects"]["countries"]["geometries"]).iter().zip(&land.countries);
    let countries = countries.map(|(geometry, known)| match known.name_at {
        Some(at) => json!([known.a3, polygons(geometry), at.lon_deg, at.lat_deg]),
        None => json!([known.a3, polygons(geometry)]),
    });
    let other = |name: &str| topology["objects"].get(name).map_or(json!([]), polygons);
    json!({
        "scale": scale,
        "arcs": arcs,
        "countries": countries.collect::<Vec<_>>(),
        "lakes": other("lakes"),
        "aral": other("aral"),
        "disputed": topology["objects"].get("disputed").map_or(json!([]), |lines| indices(&lines["arcs"])),
    })
}

/// The scale, and every arc as a flat list of steps: lon, lat, lon, lat, …
fn steps(topology: &Value) -> (Value, Vec<Value>) {
    let pair = |v: &Value| [v[0].as_f64().unwrap_or(0.0), v[1].as_f64().unwrap_or(0.0)];
    let transform = &topology["transform"];
    let (scale, shift) = (pair(&transform["scale"]), pair(&transform["translate"]));
    let as_they_are = shift == [0.0, 0.0] && scale.iter().all(|scale| scale.abs() >= FINE_DEG);
    let mut arcs = Vec::new();
    for arc in list(&topology["arcs"]) {
        let (mut at, mut last) = ([0_i64; 2], [0_i64; 2]);
        let mut flat = Vec::new();
        for step in list(arc) {
            for axis in 0..2 {
                let by = step[axis].as_i64().unwrap_or(0);
                at[axis] = at[axis].wrapping_add(by);
                let fine = ((at[axis] as f64 * scale[axis] + shift[axis]) / FINE_DEG).round() as i64;
                flat.push(json!(if as_they_are { by } else { fine - last[axis] }));
                last[axis] = fine;
            }
        }
        arcs.push(Value::Array(flat));
    }
    (if as_they_are { transform["scale"].clone() } else { json!([FINE_DEG, FINE_DEG]) }, arcs)
}

fn polygons(geometry: &Value) -> Value {
    match geometry["type"].as_str() {
        Some("Polygon") => json!([indices(&geometry["arcs"])]),
        _ => list(&geometry["arcs"]).iter().map(indices).collect(),
    }
}

/// Rings or lines, each a list of arcs.
fn indices(lines: &Value) -> Value {
    let whole = |line: &Value| list(line).iter().filter_map(Value::as_i64).collect::<Vec<_>>();
    list(lines).iter().map(|line| json!(whole(line))).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
