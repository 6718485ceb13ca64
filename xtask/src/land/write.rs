//! Writing the TopoJSON: one arc a line, points as differences in whole quanta.

use super::arcs::{arrange, Point, Ring};
use super::Map;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The file's steps in ten-thousandths of a degree: near the centre's latitude both are some 2 km.
pub(super) const QUANTA: (i32, i32) = (250, 200);

/// The file's text.
pub(super) fn topojson(map: &Map) -> String {
    let polygons = map.countries.values().flatten().chain(&map.lakes).chain(&map.aral);
    let used: BTreeSet<usize> =
        polygons.flatten().chain(&map.disputed).flatten().map(|(ix, _)| *ix).collect();
    let old: Vec<usize> = used.into_iter().collect();
    let kept: Vec<Vec<Point>> = old.iter().map(|ix| map.arcs[*ix].clone()).collect();
    let order = arrange(&kept);

    // Old index → new index and whether the file has the arc turned round.
    let mut new = vec![(0, false); map.arcs.len()];
    for (to, (ix, turned)) in order.iter().enumerate() {
        new[old[*ix]] = (to, *turned);
    }
    let index = |(ix, backwards): &(usize, bool)| {
        let (to, turned) = new[*ix];
        if *backwards != turned {
            format!("-{}", to + 1)
        } else {
            to.to_string()
        }
    };
    let line = |ring: &Ring| list(ring.iter().map(index));
    let polygon = |rings: &Vec<Ring>| list(rings.iter().map(line));
    let shape = |polygons: &Vec<Vec<Ring>>| match polygons.as_slice() {
        [one] => format!("\"type\":\"Polygon\",\"arcs\":{}", polygon(one)),
        more => format!("\"type\":\"MultiPolygon\",\"arcs\":{}", list(more.iter().map(polygon))),
    };

    let (lon_deg, lat_deg) = (f64::from(QUANTA.0) / 10_000.0, f64::from(QUANTA.1) / 10_000.0);
    let mut text = format!(
        "{{\"type\":\"Topology\",\"transform\":{{\"scale\":[{lon_deg},{lat_deg}],\"translate\":[0,0]}},\n\
         \"objects\":{{\"countries\":{{\"type\":\"GeometryCollection\",\"geometries\":[\n"
    );
    let countries = map
        .countries
        .iter()
        .map(|(a3, polygons)| format!("{{{},\"properties\":{{\"a3\":\"{a3}\"}}}}", shape(polygons)));
    text.push_str(&countries.collect::<Vec<_>>().join(",\n"));
    text.push_str("\n]}");
    // What a dossier has none of is left out.
    for (name, polygons) in [("lakes", &map.lakes), ("aral", &map.aral)] {
        if !polygons.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(text, ",\n\"{name}\":{{{}}}", shape(polygons));
        }
    }
    if !map.disputed.is_empty() {
        let lines = list(map.disputed.iter().map(line));
        let _ = write!(text, ",\n\"disputed\":{{\"type\":\"MultiLineString\",\"arcs\":{lines}}}");
    }
    text.push_str("},\n\"arcs\":[\n");
    let arcs = order.iter().map(|(ix, turned)| {
        let mut arc = kept[*ix].clone();
        if *turned {
            arc.reverse();
        }
        let mut before = (0, 0);
        list(arc.into_iter().map(|(x, y)| {
            let at = (x / QUANTA.0, y / QUANTA.1);
            let step = format!("[{},{}]", at.0 - before.0, at.1 - before.1);
            before = at;
            step
        }))
    });
    text.push_str(&arcs.collect::<Vec<_>>().join(",\n"));
    text.push_str("\n]}\n");
    text
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}
