//! The plane's arithmetic over many inputs, and what `data/land.json` must hold.

#![cfg(not(target_arch = "wasm32"))] // proptest is a native dependency

use proptest::prelude::*;
use std::f64::consts::TAU;
use us_uz_explainer::geo::{
    clip_line, clip_ring, dash, distance_km, keyhole, signed_area, Land, LonLat, PlaneLand, Projection, Rect4,
};

const TASHKENT: LonLat = LonLat { lon_deg: 69.2797, lat_deg: 41.3111 };
/// Everything within is drawn finely.
const HOME_KM: f64 = 1500.0;

#[expect(clippy::unwrap_used, reason = "a helper of tests: to fail is its purpose")]
fn land() -> Land {
    let json = serde_json::from_str(include_str!("../data/land.json")).unwrap();
    Land::from_topojson(&json).unwrap()
}

fn points(most: usize) -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((-100.0..100.0, -100.0..100.0), 2..most)
}

fn rect() -> impl Strategy<Value = Rect4> {
    (-90.0..80.0, -90.0..80.0, 0.1..60.0, 0.1..60.0).prop_map(|(x0, y0, w, h): (f64, f64, f64, f64)| Rect4 {
        x0,
        y0,
        x1: x0 + w,
        y1: y0 + h,
    })
}

fn length(line: &[(f64, f64)]) -> f64 {
    line.windows(2).map(|w| (w[1].0 - w[0].0).hypot(w[1].1 - w[0].1)).sum()
}

/// A star-shaped ring around a point.
fn star(x: f64, y: f64, radii: &[f64]) -> Vec<(f64, f64)> {
    let turn = |ix: usize| TAU * ix as f64 / radii.len() as f64;
    radii.iter().enumerate().map(|(ix, r)| (x + r * turn(ix).cos(), y + r * turn(ix).sin())).collect()
}

proptest! {
    #[test]
    fn unprojecting_brings_back_the_position(
        lon_deg in -180.0..180.0, lat_deg in -89.9..89.9, centre_lon in -180.0..180.0, centre_lat in -90.0..90.0,
    ) {
        let at = LonLat { lon_deg, lat_deg };
        let plane = Projection::azimuthal_equidistant(LonLat { lon_deg: centre_lon, lat_deg: centre_lat });
        let back = plane.unproject(plane.project(at)).unwrap();
        let turn = (back.lon_deg - lon_deg).rem_euclid(360.0);
        prop_assert!(turn.min(360.0 - turn) < 1e-6, "{at:?} came back as {back:?}");
        prop_assert!((back.lat_deg - lat_deg).abs() < 1e-6, "{at:?} came back as {back:?}");
        prop_assert!(back.lon_deg.abs() <= 180.0);
    }

    #[test]
    fn clipping_never_leaves_the_rectangle(shape in points(30), rect in rect()) {
        prop_assert!(clip_ring(&shape, rect).iter().all(|&p| rect.contains(p)));
        for piece in clip_line(&shape, rect) {
            prop_assert!(piece.len() > 1 && piece.iter().all(|&p| rect.contains(p)));
        }
    }

    #[test]
    fn clipped_pieces_and_the_rest_make_the_whole(shape in points(30), x in -90.0..90.0) {
        let half = |x0, x1| Rect4 { x0, y0: -100.0, x1, y1: 100.0 };
        let (west, east) = (half(-100.0, x), half(x, 100.0));
        let area = |rect| signed_area(&clip_ring(&shape, rect));
        prop_assert!((area(west) + area(east) - signed_area(&shape)).abs() < 1e-6);
        let long = |rect| clip_line(&shape, rect).iter().map(|p| length(p)).sum::<f64>();
        prop_assert!((long(west) + long(east) - length(&shape)).abs() < 1e-6);
    }

    #[test]
    fn a_keyhole_keeps_the_area(
        outer in prop::collection::vec(50.0..90.0, 5..30),
        holes in prop::collection::vec(prop::collection::vec(1.0..9.0, 3..9), 0..4),
        reversed in any::<bool>(),
    ) {
        let mut ring = star(0.0, 0.0, &outer);
        if reversed {
            ring.reverse();
        }
        let spots = [(-12.0, -10.0), (12.0, -10.0), (0.0, 12.0)];
        let holes: Vec<_> = holes.iter().zip(spots).map(|(radii, (x, y))| star(x, y, radii)).collect();
        let expected = signed_area(&ring).abs() - holes.iter().map(|h| signed_area(h).abs()).sum::<f64>();
        prop_assert!((signed_area(&keyhole(&ring, &holes)) - expected).abs() < 1e-6);
    }

    #[test]
    fn dashes_and_gaps_make_the_whole_line(line in points(12), on in 0.5..20.0, off in 0.5..20.0, phase in -50.0..50.0) {
        let drawn: f64 = dash(&line, &[on, off], phase).iter().map(|p| length(p)).sum();
        let skipped: f64 = dash(&line, &[off, on], phase - on).iter().map(|p| length(p)).sum();
        prop_assert!((drawn + skipped - length(&line)).abs() < 1e-6);
    }
}

#[test]
fn enclaves_are_kept() {
    let land = land();
    let holes = |a3: &str| -> Vec<usize> {
        let country = land.countries.iter().find(|c| c.a3 == a3).unwrap();
        country.polygons.iter().map(|p| p.len() - 1).collect()
    };
    assert_eq!(holes("UZB"), [1, 0, 0], "the mainland around Sarvan; Sokh; Shohimardon");
    assert_eq!(holes("KGZ"), [3], "around Sokh, Shohimardon and Vorukh");
    assert_eq!(holes("TJK"), [0, 0, 0], "the mainland; Vorukh; Sarvan");
}

#[test]
fn well_known_places_lie_where_they_should() {
    let land = land();
    let known = [
        (69.28, 41.31, Some("UZB")),
        (71.13, 39.96, Some("UZB")), // Sokh
        (74.59, 42.87, Some("KGZ")),
        (70.60, 39.85, Some("TJK")), // Vorukh
        (-77.04, 38.91, Some("USA")),
        (37.62, 55.75, Some("RUS")),
        (179.0, 67.0, Some("RUS")),
        (-175.0, 66.5, Some("RUS")), // Chukotka, across the 180th meridian
        (34.1, 45.1, Some("UKR")),   // Crimea, as the convention named on the map has it
        (51.0, 40.0, None),          // the Caspian Sea
        (-30.0, 40.0, None),
    ];
    for (lon_deg, lat_deg, a3) in known {
        assert_eq!(land.country_at(LonLat { lon_deg, lat_deg }), a3, "{lon_deg} {lat_deg}");
    }
}

#[test]
fn the_antipode_is_at_sea() {
    let antipode = LonLat { lon_deg: TASHKENT.lon_deg - 180.0, lat_deg: -TASHKENT.lat_deg };
    assert_eq!(land().country_at(antipode), None);
}

#[test]
fn rings_have_an_area_and_lie_away_from_the_pole() {
    let land = land();
    let plane = Projection::azimuthal_equidistant(TASHKENT);
    for polygon in
        land.countries.iter().flat_map(|c| &c.polygons).chain(&land.lakes).chain(&land.historic_lakes)
    {
        for ring in polygon {
            assert!(ring.len() >= 4 && ring.first() == ring.last());
            assert!(ring.iter().all(|p| p.lat_deg > -89.0));
            let on_plane: Vec<_> = ring.iter().map(|p| plane.project(*p)).map(|p| (p.x_km, p.y_km)).collect();
            assert!(signed_area(&on_plane).abs() > 1.0);
        }
    }
}

#[test]
fn lines_of_the_home_region_do_not_cross() {
    let land = land();
    let lines: Vec<&Vec<LonLat>> = land.borders.iter().chain(&land.coasts).collect();
    let edges: Vec<[(f64, f64); 2]> = lines
        .iter()
        .flat_map(|line| line.windows(2))
        .filter(|w| distance_km(w[0], TASHKENT) < HOME_KM)
        .map(|w| [(w[0].lon_deg, w[0].lat_deg), (w[1].lon_deg, w[1].lat_deg)])
        .collect();
    assert!(edges.len() > 500);
    let turn =
        |a: (f64, f64), b: (f64, f64), c: (f64, f64)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    // Coordinates are whole steps of hundredths of a degree: a smaller product is rounding, a point on the line.
    let apart = |s: f64, t: f64| s * t < -1e-12;
    for (n, [a, b]) in edges.iter().enumerate() {
        for [c, d] in &edges[n + 1..] {
            let crossing =
                apart(turn(*a, *b, *c), turn(*a, *b, *d)) && apart(turn(*c, *d, *a), turn(*c, *d, *b));
            assert!(!crossing, "{a:?}–{b:?} crosses {c:?}–{d:?}");
        }
    }
}

#[test]
fn borders_and_coasts_stand_once() {
    let land = land();
    let mut edges: Vec<[u64; 4]> = Vec::new();
    for line in land.borders.iter().chain(&land.coasts) {
        for w in line.windows(2) {
            let key = |p: LonLat| (p.lon_deg.to_bits(), p.lat_deg.to_bits());
            let (a, b) = (key(w[0]).min(key(w[1])), key(w[0]).max(key(w[1])));
            edges.push([a.0, a.1, b.0, b.1]);
        }
    }
    let all = edges.len();
    edges.sort_unstable();
    edges.dedup();
    assert_eq!(edges.len(), all);
    assert!(land.borders.len() > 200 && !land.disputed.is_empty() && land.historic_lakes.len() == 1);
}

#[test]
fn names_stand_in_their_countries() {
    let land = land();
    for country in &land.countries {
        let at = land.label_point(&country.a3).unwrap();
        assert_eq!(land.country_at(at), Some(country.a3.as_str()));
    }
}

#[test]
fn the_plane_has_the_same_countries_with_their_area() {
    let land = land();
    let plane = PlaneLand::new(&land, &Projection::azimuthal_equidistant(TASHKENT));
    assert_eq!(plane.countries.len(), land.countries.len());
    let uzbekistan = plane.countries.iter().find(|c| c.a3 == "UZB").unwrap();
    let area: f64 = uzbekistan.polygons.iter().map(|p| signed_area(&p.ring)).sum();
    // 447 400 km² (CIA World Factbook, 2024), here with the rounding of coarse lines.
    assert!((area / 447_400.0 - 1.0).abs() < 0.02, "{area}");
    let parts = plane.countries.iter().flat_map(|c| &c.polygons);
    assert!(parts
        .into_iter()
        .all(|p| signed_area(&p.ring) > 0.0 && p.ring.iter().all(|&q| p.bounds.contains(q))));
}

#[test]
fn a_broken_file_names_every_problem() {
    let mut json: serde_json::Value = serde_json::from_str(include_str!("../data/land.json")).unwrap();
    json["objects"]["countries"]["geometries"][0]["properties"]["a3"] = "xx".into();
    json["objects"]["countries"]["geometries"][1]["arcs"] = serde_json::json!([[999_999]]);
    json["objects"]["countries"]["geometries"][1]["type"] = "Polygon".into();
    let problems = Land::from_topojson(&json).unwrap_err();
    let paths: Vec<&str> = problems.iter().map(|p| p.path.as_str()).collect();
    assert_eq!(paths[0], "objects.countries.geometries[0]");
    assert!(paths[1..].iter().all(|p| *p == "objects.countries.geometries[1]") && paths.len() == 3);
    assert!(Land::from_topojson(&serde_json::Value::Null).is_err());
}

#[test]
fn each_mistake_in_a_map_has_its_sentence() {
    let sound = serde_json::json!({
        "type": "Topology",
        "transform": { "scale": [1, 1], "translate": [0, 0] },
        "arcs": [[[0, 0], [10, 0]], [[10, 0], [0, 10]], [[10, 10], [-10, -10]]],
        "objects": {
            "countries": { "geometries": [{ "type": "Polygon", "properties": { "a3": "AAA" }, "arcs": [[0, 1, 2]] }] },
            "disputed": { "type": "MultiLineString", "arcs": [[0]] }
        }
    });
    assert!(Land::from_topojson(&sound).is_ok());
    let country = "/objects/countries/geometries/0";
    let twice = serde_json::json!([sound.pointer(country).unwrap(), sound.pointer(country).unwrap()]);
    for (at, wrong, said) in [
        ("/type".to_owned(), serde_json::json!("Map"), "not a TopoJSON `Topology`"),
        (
            "/transform/scale".to_owned(),
            serde_json::json!(1),
            "needs `scale` and `translate`, two numbers each",
        ),
        ("/arcs/0/1".to_owned(), serde_json::json!([0.5, 0]), "a point is not two whole numbers"),
        ("/arcs/0".to_owned(), serde_json::json!([[0, 0]]), "needs two points or more"),
        ("/arcs/0/1".to_owned(), serde_json::json!([200, 0]), "leaves longitude ±180 or latitude ±90"),
        ("/objects/countries/geometries".to_owned(), serde_json::json!([]), "no country"),
        ("/objects/countries/geometries".to_owned(), twice, "`properties.a3` stands on two countries"),
        (
            format!("{country}/properties/a3"),
            serde_json::json!("aa"),
            "`properties.a3` is not three capital letters",
        ),
        (
            format!("{country}/type"),
            serde_json::json!("Point"),
            "not a `Polygon` or `MultiPolygon` with arcs",
        ),
        (format!("{country}/arcs"), serde_json::json!([[0]]), "a ring has fewer than four points"),
        ("/arcs/2/1".to_owned(), serde_json::json!([-9, -10]), "a ring does not end where it starts"),
        (format!("{country}/arcs"), serde_json::json!([[0, 1, 9]]), "there is no arc 9"),
        (
            format!("{country}/arcs"),
            serde_json::json!([[0, 1, "2"]]),
            "an arc is not named by a whole number",
        ),
        (
            format!("{country}/arcs"),
            serde_json::json!([[0, 2, 1]]),
            "arc 2 does not start where the one before ends",
        ),
        ("/objects/disputed/type".to_owned(), serde_json::json!("Point"), "not a `MultiLineString`"),
    ] {
        let mut json = sound.clone();
        *json.pointer_mut(&at).unwrap() = wrong;
        let problems = Land::from_topojson(&json).unwrap_err();
        assert!(problems.iter().any(|problem| problem.message == said), "{said}: {problems:?}");
    }
}

/// An arc may be named a million times in a small file.
#[test]
fn a_map_without_end_is_refused() {
    let arc: Vec<[i32; 2]> = (0..1_000).map(|n| [if n % 2 == 0 { 1 } else { -1 }, 0]).collect();
    let ring = vec![0; 1_001];
    let mut json = serde_json::json!({
        "type": "Topology",
        "transform": { "scale": [1, 1], "translate": [0, 0] },
        "arcs": [arc],
        "objects": {
            "countries": { "geometries": [{ "type": "Polygon", "properties": { "a3": "AAA" }, "arcs": [ring] }] },
        }
    });
    let said = |json: &serde_json::Value| {
        Land::from_topojson(json).unwrap_err().into_iter().map(|p| p.message).collect::<Vec<_>>()
    };
    let too_many = "the map has more than 100000 points".to_owned();
    assert_eq!(said(&json).iter().filter(|message| **message == too_many).count(), 1);
    json["objects"]["countries"]["geometries"] = vec![serde_json::json!({ "type": "Polygon" }); 1_001].into();
    assert_eq!(said(&json), ["more than 1000 countries"]);
    json["objects"]["countries"]["geometries"] = vec![serde_json::json!({ "type": "Polygon" }); 1_000].into();
    assert_eq!(said(&json).len(), 200, "a longer list helps nobody");
}
