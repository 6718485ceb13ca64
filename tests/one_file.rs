//! A dossier that a host gives as one file: the same problems, and a digest that the browser reads, whatever the host's
//! numbers, words and map are like.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{json, Value};
use us_uz_explainer::dossier::{Dossier, Event, Files};
use us_uz_explainer::geo::Land;
use us_uz_explainer::layout::{Ground, MapLayout, TiesLayout};
use us_uz_explainer::model::{update, Msg, State, Target};
use us_uz_explainer::outline;
use us_uz_explainer::scene::{map_scene, ties_scene, Scene};
use us_uz_explainer::text::TableMeasure;

/// Every JSON file below a folder, by its name from there.
fn files(folder: &Path, before: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{before}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            found.extend(files(&path, &format!("{name}/")));
        } else {
            found.push((name, path));
        }
    }
    found
}

/// The small dossier as one object.
fn base() -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/base");
    let text = |path: &Path| serde_json::from_slice::<Value>(&fs::read(path).unwrap()).unwrap();
    let all: serde_json::Map<_, _> =
        files(&folder, "").into_iter().map(|(name, path)| (name, text(&path))).collect();
    assert!(all.len() > 13, "{:?}", all.keys());
    Value::Object(all)
}

fn read(file: &Value) -> (Dossier, Dossier) {
    let (dossier, digest) =
        Dossier::read_one_file(file.to_string().as_bytes()).unwrap_or_else(|p| panic!("{p:?}"));
    let mut digested = Dossier::from_digest(&digest).unwrap_or_else(|| panic!("no digest: {digest}"));
    // As the page does, from the cards.
    let line = |event: &Event| format!("{}\t{}", event.id, dossier.title("event", &event.id));
    digested.set_titles(&dossier.events.iter().map(line).collect::<Vec<_>>().join("\n"));
    (dossier, digested)
}

fn pictures(dossier: &Dossier, state: &State) -> [Scene; 2] {
    let ties = TiesLayout::new(state, dossier, 900.0, &TableMeasure);
    let ground = Ground::new(dossier);
    let map = MapLayout::new(state, dossier, &ground, (640.0, 500.0), &TableMeasure);
    [ties_scene(state, dossier, &ties, &TableMeasure), map_scene(state, dossier, &ground, &map)]
}

fn same_pictures(file: &Value) {
    let (dossier, digested) = read(file);
    let mut state = State::first(&dossier);
    assert!(pictures(&dossier, &state) == pictures(&digested, &state));
    if !dossier.events.is_empty() {
        update(&mut state, Msg::Select(Some(Target::Event(0))), &dossier);
        assert!(pictures(&dossier, &state) == pictures(&digested, &state));
    }
}

#[test]
fn a_sound_file_shows_what_its_parts_show() {
    let file = base();
    same_pictures(&file);
    let (dossier, _) = read(&file);
    let text = file.to_string();
    assert!(Dossier::read_whole(&Files::bundle(text.as_bytes())) == Ok(dossier));
}

#[test]
fn the_shipped_dossier_as_one_file_has_the_shipped_digest() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let wanted =
        |name: &str| !["coding/", "schema/", "made/", "natural-earth/"].iter().any(|at| name.starts_with(at));
    let json = files(&folder, "").into_iter().filter(|(name, _)| name.ends_with(".json") && wanted(name));
    let all: serde_json::Map<_, _> =
        json.map(|(name, path)| (name, serde_json::from_slice(&fs::read(path).unwrap()).unwrap())).collect();
    let (_, digest) =
        Dossier::read_one_file(Value::Object(all).to_string().as_bytes()).unwrap_or_else(|p| panic!("{p:?}"));
    assert!(digest == include_str!("../data/made/digest.json"));
}

#[test]
fn numbers_of_any_size_and_odd_words_come_through_the_digest() {
    let mut file = base();
    let manifest = &mut file["dossier.json"];
    manifest["centre"] = json!({ "lon": 69.280_000_000_000_01, "lat": 1e-9 });
    manifest["cameras"][0]["centre"] = json!({ "lon": -1.234_567_890_123e-7, "lat": 41 });
    let words = &mut file["strings/en.json"]["event"];
    words["election"] = json!("A & B \\n \\ {n} 🙂 ﷽ “Oʻz” / %3C");
    file["strings/en.json"]["ui"]["a\"b\\c\nd\u{1}"] = json!("no record’s words");
    let (dossier, digested) = read(&file);
    assert_eq!(digested.manifest.centre, dossier.manifest.centre);
    assert_eq!(digested.title("event", "election"), dossier.title("event", "election"));
    assert_eq!(digested.strings.ui("a\"b\\c\nd\u{1}"), "no record’s words");
    let (own, given) = (digested.manifest.cameras[0].centre, dossier.manifest.cameras[0].centre);
    assert!((own.lon_deg - given.lon_deg).abs() < 1e-15 && own.lat_deg == given.lat_deg);
}

fn points(land: &Land) -> Vec<f64> {
    let rings = land.countries.iter().flat_map(|country| country.polygons.iter().flatten());
    rings.flatten().flat_map(|point| [point.lon_deg, point.lat_deg]).collect()
}

/// Land whose steps start elsewhere than at zero, or are finer than the browser counts.
#[test]
fn a_map_of_any_fineness_comes_through_the_digest() {
    let plain = read(&base()).1.land;
    for (finer, shift) in [(1_i64, [11.5, -7.25]), (1_000_000_000, [0.0, 0.0]), (1_000_000_000, [-3.0, 0.5])]
    {
        let mut file = base();
        let land = &mut file["land.json"];
        let scale = [0, 1].map(|axis| land["transform"]["scale"][axis].as_f64().unwrap());
        land["transform"]["scale"] = json!(scale.map(|s| s / finer as f64));
        land["transform"]["translate"] = json!(shift);
        for arc in land["arcs"].as_array_mut().unwrap() {
            for (nth, step) in arc.as_array_mut().unwrap().iter_mut().enumerate() {
                for axis in 0..2 {
                    let back = if nth == 0 { (shift[axis] / scale[axis]).round() as i64 } else { 0 };
                    step[axis] = json!((step[axis].as_i64().unwrap() - back) * finer);
                }
                // What stands after longitude and latitude is nobody's.
                step.as_array_mut().unwrap().push(json!(5));
            }
        }
        let (dossier, digested) = read(&file);
        assert_eq!(points(&dossier.land).len(), points(&digested.land).len());
        for (given, own) in points(&dossier.land).iter().zip(points(&digested.land)) {
            assert!((given - own).abs() <= 0.000_006, "{given} {own}");
        }
        assert_eq!(digested.land.borders.len(), plain.borders.len());
    }
}

#[test]
fn what_is_empty_or_crowded_is_drawn() {
    let mut crowd = base();
    let pattern = crowd["events.json"]["events"][2].clone();
    for nth in 0..300 {
        let id = format!("more-{nth}");
        let mut event = pattern.clone();
        event["id"] = json!(id);
        crowd["events.json"]["events"].as_array_mut().unwrap().push(event);
        crowd["strings/en.json"]["event"][&id] = json!("One more on the same day");
        crowd["strings/en.detail.json"]["event_summary"][&id] = json!("So.");
    }
    same_pictures(&crowd);
    let mut empty = base();
    empty["story.json"]["steps"] = json!([]);
    empty["strings/en.json"]["step"] = json!({});
    same_pictures(&empty);
    for name in ["claims.json", "figures.json", "series.json", "test.json"] {
        empty.as_object_mut().unwrap().remove(name);
    }
    for section in ["claim", "figure", "series", "unit", "verdict", "claim_kind", "side", "moment"] {
        empty["strings/en.detail.json"].as_object_mut().unwrap().remove(section);
    }
    same_pictures(&empty);
}

#[test]
fn cards_and_text_are_as_json_what_they_are_as_nodes() {
    let (dossier, _) = read(&base());
    let text = outline::document(&dossier);
    let value = |json: &str| serde_json::from_str::<Value>(json).unwrap();
    assert_eq!(value(&outline::write_json(&text, true)), outline::to_json(&outline::under_a_host(&text)));
    for (_, card) in outline::record_cards(&dossier) {
        assert_eq!(value(&outline::write_json(&card, false)), outline::to_json(&card));
    }
}

#[test]
fn a_file_of_another_kind_has_problems_and_its_names_are_cut() {
    let problems = |text: &[u8]| Dossier::read_one_file(text).unwrap_err();
    for text in ["", "null", "[]", "\"a\"", "5", "{}", "{\"events.json\": 5}"] {
        assert!(!problems(text.as_bytes()).is_empty(), "{text}");
    }
    let mut file = base();
    file[&"é".repeat(100_000)] = json!({});
    let found = problems(file.to_string().as_bytes());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].file.chars().count(), 201);
    assert!(found[0].file.ends_with("é…"));
}
