//! Dossiers made to take as much memory or time as ten megabytes can.

use fastrand::Rng;
use serde_json::{json, Value};

use crate::corpus::Corpus;
use crate::fixture::Texts;
use crate::grow::{edit, records};

/// What is repeated without end.
const TOKENS: [&str; 16] = [
    "[",
    "[[[[],",
    "{\"\":",
    "[],",
    "[0],",
    "{\"\":0},",
    "{\"a\":{}},",
    "0,",
    "\"a\",",
    " ",
    "\"",
    "\\u0000",
    "1",
    "{\"a\":1,\"a\":1},",
    "{\"id\":\"a\"},",
    "[0,0],",
];
const LISTS: [(&str, &str); 9] = [
    ("events.json", "events"),
    ("ties.json", "ties"),
    ("places.json", "places"),
    ("actors.json", "actors"),
    ("blocs.json", "memberships"),
    ("sources.json", "sources"),
    ("claims.json", "claims"),
    ("test.json", "sides"),
    ("land.json", "arcs"),
];

/// One of them.
pub(crate) fn extreme(corpus: &Corpus, chance: &mut Rng) -> Texts {
    let mut texts = corpus.small();
    let bytes = [200_000, 2_000_000, 9_900_000][chance.usize(0..3)];
    let (file, key) = LISTS[chance.usize(0..LISTS.len())];
    match chance.u32(0..9) {
        0 | 1 => {
            let token = TOKENS[chance.usize(0..TOKENS.len())];
            let text = token.repeat(bytes / token.len());
            let whole = if chance.bool() { text } else { format!("{{\"{key}\":[{text}0]}}") };
            replace(&mut texts, file, whole);
        }
        2 => {
            let keys = (0..bytes / 15).map(|n| format!("\"k{n}\":\"\"")).collect::<Vec<_>>().join(",");
            let name = ["events.json", "strings/en.json", "strings/uz.json"][chance.usize(0..3)];
            replace(&mut texts, name, format!("{{\"event\":{{{keys}}}}}"));
        }
        3 => {
            let files =
                (0..bytes / 22).map(|n| format!("\"strings/{n}.json\":0")).collect::<Vec<_>>().join(",");
            texts = vec![(String::new(), format!("{{{files}}}").into())];
        }
        4 => edit(&mut texts, "land.json", |land| endless_land(land, bytes, chance)),
        5 => locales(&mut texts, bytes),
        6 => {
            let named: Vec<String> = (0..1_000).map(|n| format!("n{n}")).collect();
            let mut list = records(&texts, file, key);
            list.truncate(1);
            for record in list.iter_mut().filter(|record| record.is_object()) {
                record["sources"] = json!(named);
                record["actors"] = json!(named);
            }
            let many = bytes / (1 + json!(list).to_string().len());
            edit(&mut texts, file, |value| value[key] = list.into_iter().cycle().take(many).collect());
        }
        _ => {
            // As many as are let in, and each with an id of its own.
            let list = records(&texts, file, key);
            let size = 1 + json!(list).to_string().len() / list.len().max(1);
            let many = (bytes / size).min(if key == "events" { 100_000 } else { 10_000 });
            let record = |(n, mut record): (usize, Value)| {
                if record.is_object() {
                    record["id"] = json!(format!("n{n}"));
                }
                record
            };
            let list: Vec<Value> = list.into_iter().cycle().take(many).enumerate().map(record).collect();
            edit(&mut texts, file, |value| value[key] = list.into());
        }
    }
    texts
}

/// Land with one long line named again and again, with many countries, or with many lakes.
fn endless_land(land: &mut Value, bytes: usize, chance: &mut Rng) {
    let steps: Vec<Value> = (0..bytes / 20).map(|n| json!([if n % 2 == 0 { 1 } else { -1 }, 0])).collect();
    let country = |n: usize, ring: &Value| {
        let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
        let a3: String = [letter(n / 676), letter(n / 26), letter(n)].iter().collect();
        json!({ "type": "Polygon", "properties": { "a3": a3 }, "arcs": [ring] })
    };
    match chance.u32(0..4) {
        0 => {
            land["arcs"] = json!([steps]);
            let ring = json!(vec![0; bytes / 4]);
            land["objects"]["countries"]["geometries"] = json!([country(0, &ring)]);
        }
        1 => {
            let ring = json!([0]);
            let all = (0..bytes / 70).map(|n| country(n, &ring));
            land["objects"]["countries"]["geometries"] = all.collect();
        }
        2 => {
            let rings: Vec<Value> = (0..bytes / 4).map(|_| json!([])).collect();
            land["objects"]["lakes"] = json!({ "type": "MultiPolygon", "arcs": [rings] });
        }
        _ => {
            let circle: Vec<Value> =
                (0..90_000).map(|n| json!([if n < 45_000 { 1 } else { -1 }, n % 3 - 1])).collect();
            land["arcs"] = json!([circle]);
            land["transform"] = json!({ "scale": [0.001, 0.001], "translate": [60, 30] });
            land["objects"] = json!({ "countries": { "geometries": [country(0, &json!([0])), country(20 * 676 + 25 * 26 + 1, &json!([0]))] } });
        }
    }
}

/// Many translations, each with nothing in it, of words without end.
fn locales(texts: &mut Texts, bytes: usize) {
    let words: serde_json::Map<String, Value> =
        (0..bytes / 20).map(|n| (format!("k{n}"), json!(""))).collect();
    edit(texts, "strings/en.json", |file| file["event"] = words.into());
    for n in 0..150 {
        replace(texts, &format!("strings/l{n}.json"), "{\"event\":{}}".into());
    }
}

fn replace(texts: &mut Texts, name: &str, text: String) {
    texts.retain(|(known, _)| known != name);
    texts.push((name.to_owned(), text.into_bytes()));
}
