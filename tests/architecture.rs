//! Reads the sources and holds the layers: who may use whom, and what each folder must not touch.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

#[path = "architecture/code.rs"]
mod code;
#[path = "architecture/source.rs"]
mod source;

use code::{body, code};
use source::{layer, sources, used, Source};

/// The layers of `src/`, each with those it may use. `order` and `json` are leaves that any may use.
const MAY_USE: [(&str, &[&str]); 12] = [
    ("order", &[]),
    ("json", &[]),
    ("text", &["order", "json"]),
    ("geo", &["order", "json"]),
    ("dossier", &["order", "json", "text", "geo"]),
    ("relations", &["order", "json", "text", "geo", "dossier"]),
    ("model", &["order", "json", "text", "geo", "dossier", "relations"]),
    ("outline", &["order", "json", "text", "geo", "dossier", "relations", "model"]),
    ("layout", &["order", "json", "text", "geo", "dossier", "relations", "model"]),
    ("scene", &["order", "json", "text", "geo", "dossier", "relations", "model", "layout"]),
    ("paint", &["order", "json", "text", "geo", "dossier", "relations", "model", "layout", "scene"]),
    (
        "web",
        &[
            "order",
            "json",
            "text",
            "geo",
            "dossier",
            "relations",
            "model",
            "outline",
            "layout",
            "scene",
            "paint",
        ],
    ),
];

/// Names that only some folders may write.
const ONLY_IN: [(&str, &[&str]); 6] = [
    ("wasm_bindgen", &["src/web/"]),
    ("js_sys", &["src/web/"]),
    ("web_sys", &["src/web/"]),
    ("serde_wasm_bindgen", &["src/web/"]),
    ("plotters", &["src/paint/", "src/web/canvas.rs"]),
    ("edtf_core", &["src/text/"]),
];

/// What makes a result depend on more than its input.
const NOWHERE: [&str; 8] =
    ["std::time", "SystemTime", "Instant", "HashMap", "HashSet", "std::thread", "thread_local", "rand::"];

/// Past this a file probably holds a second idea; its unit tests are not counted.
const MOST_LINES: usize = 250;
/// Files that may be longer, and why.
const LONGER: [(&str, &str); 1] =
    [("src/dossier/record.rs", "plain types with their documentation, read as one list")];

/// Beginnings of the words for this dossier's countries, peoples and leaders that are not among its strings.
const STEMS: [&str; 8] = ["uzbek", "russia", "america", "china", "chinese", "moscow", "karimov", "mirziyo"];
/// Where such a word may stand, and why.
const NAMED: [(&str, &str, &str); 1] = [(
    "src/dossier/read_strings.rs",
    "uzbek",
    "the language: its letters oʻ and gʻ have a rule of their own",
)];

fn wrong_way(source: &Source) -> Vec<String> {
    let Some(own) = layer(&source.path) else { return Vec::new() };
    let (_, allowed) =
        MAY_USE.iter().find(|(name, _)| *name == own).unwrap_or_else(|| panic!("no layer {own}"));
    used(&source.path, &code(&source.text))
        .into_iter()
        .filter(|name| MAY_USE.iter().any(|(layer, _)| layer == name))
        .filter(|name| name != own && !allowed.contains(&name.as_str()))
        .collect()
}

fn misplaced(source: &Source) -> Vec<&'static str> {
    let code = code(&source.text);
    let names = |word: &str| {
        code.match_indices(word).any(|(at, _)| {
            let before = code[..at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
        })
    };
    let elsewhere = ONLY_IN.iter().filter(|(_, places)| !places.iter().any(|p| source.path.starts_with(p)));
    let mut found: Vec<&str> = elsewhere.map(|(word, _)| *word).filter(|word| names(word)).collect();
    found.extend(NOWHERE.iter().filter(|word| names(word)));
    found
}

#[test]
fn each_layer_uses_only_what_stands_to_its_left() {
    for source in sources() {
        assert_eq!(wrong_way(&source), Vec::<String>::new(), "{} uses layers it may not", source.path);
    }
}

#[test]
fn the_permitted_directions_have_no_cycle() {
    for (place, (layer, allowed)) in MAY_USE.iter().enumerate() {
        for other in *allowed {
            let before = MAY_USE.iter().position(|(name, _)| name == other).unwrap();
            assert!(before < place, "{layer} may use {other}, which stands after it");
        }
    }
}

#[test]
fn browser_painting_and_dates_stay_in_their_folders_and_nothing_depends_on_chance() {
    for source in sources() {
        assert_eq!(misplaced(&source), Vec::<&str>::new(), "{}", source.path);
    }
}

/// What is wrong with a file as a file.
fn unkempt(source: &Source) -> Vec<&'static str> {
    let mut found = Vec::new();
    if !source.text.starts_with("//! ") {
        found.push("does not begin by saying what it is");
    }
    let longer = LONGER.iter().any(|(name, _)| *name == source.path);
    if body(&source.text).lines().count() > MOST_LINES && !longer {
        found.push("is long: look for the second idea in it");
    }
    // What follows unit tests would be seen by none of these checks.
    if let Some((_, tests)) = source.text.split_once("#[cfg(test)]") {
        let last = tests.find("\n}\n").map(|at| at + 3);
        if !tests.starts_with("\nmod tests {\n") || last != Some(tests.len()) {
            found.push("has something after its unit tests, or for tests only");
        }
    }
    found
}

#[test]
fn every_file_says_first_what_it_is_stays_small_and_ends_with_its_tests() {
    for source in sources() {
        assert_eq!(unkempt(&source), Vec::<&str>::new(), "{}", source.path);
    }
}

#[test]
fn every_exception_is_still_needed() {
    let sources = sources();
    let find = |path: &str| sources.iter().find(|source| source.path == path).unwrap();
    for (path, why) in LONGER {
        assert!(body(&find(path).text).lines().count() > MOST_LINES, "{path} is short now ({why})");
    }
    for (path, stem, why) in NAMED {
        assert!(code(&find(path).text).to_lowercase().contains(stem), "{path} is free of {stem} now ({why})");
    }
}

/// Whether a name stands in a text as a whole word, or as whole words.
fn stands_in(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + name.len()..].chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The countries, places and peoples that a source names: by code, by name in any case, by stem.
fn named(source: &Source, strings: &serde_json::Value) -> Vec<String> {
    let code = code(&source.text);
    let small = code.to_lowercase();
    let section = |name: &str| strings[name].as_object().unwrap();
    let a3 = section("country").keys().filter(|a3| stands_in(&code, a3)).cloned();
    let names =
        section("country").values().chain(section("place").values()).map(|name| name.as_str().unwrap());
    let names = names.filter(|name| stands_in(&small, &name.to_lowercase())).map(str::to_owned);
    let excused = |stem: &str| NAMED.iter().any(|(path, word, _)| *path == source.path && *word == stem);
    let stems = STEMS.iter().filter(|stem| small.contains(**stem)).map(|stem| (*stem).to_owned());
    a3.chain(names).chain(stems).filter(|name| !excused(&name.to_lowercase())).collect()
}

fn strings() -> serde_json::Value {
    serde_json::from_str(include_str!("../data/strings/en.json")).unwrap()
}

/// The code knows no country: names and codes come from the dossier.
#[test]
fn the_code_names_no_country() {
    let strings = strings();
    for source in sources() {
        assert_eq!(named(&source, &strings), Vec::<String>::new(), "{}", source.path);
    }
}

fn file(path: &str, text: &str) -> Source {
    Source { path: path.into(), text: text.into() }
}

#[test]
fn a_wrong_direction_is_seen() {
    for (path, text, wrong) in [
        ("src/text/a.rs", "use crate::dossier::Event;", "dossier"),
        ("src/outline/a.rs", "let x = crate::layout::Rect::default();", "layout"),
        ("src/geo/a.rs", "use crate::{order, text::{Day, When}, model::State};", "text"),
        ("src/model/a.rs", "use crate::{\n    dossier::{Dossier, Event},\n    scene::Scene,\n};", "scene"),
        ("src/scene/a.rs", "use super::super::paint::Palette;", "paint"),
        ("src/scene/mod.rs", "use super::web::Explainer;", "web"),
        ("src/order.rs", "use super::text::Day;", "text"),
        ("src/geo/a.rs", "let a = \"https://x\"; use crate::layout::Rect;", "layout"),
    ] {
        assert_eq!(wrong_way(&file(path, text)).first().map(String::as_str), Some(wrong), "{text}");
    }
    assert_eq!(wrong_way(&file("src/geo/a.rs", "use crate::{order, text::{A, B}, model::C};")).len(), 2);
    for (path, text) in [
        ("src/text/a.rs", "// use crate::dossier::Event;"),
        ("src/text/a.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n    use crate::web::Explainer;\n}\n"),
        ("src/scene/a.rs", "use crate::layout::Rect;"),
        ("src/scene/a.rs", "use super::text::label;"),
    ] {
        assert!(wrong_way(&file(path, text)).is_empty(), "{text}");
    }
}

#[test]
fn a_misplaced_name_is_seen() {
    for (path, text, wrong) in [
        ("src/model/a.rs", "use std::collections::HashMap;", "HashMap"),
        ("src/layout/a.rs", "use plotters::prelude::*;", "plotters"),
        ("src/scene/a.rs", "use plotters_backend::BackendColor;", "plotters"),
        ("src/web/explainer.rs", "use plotters_canvas::CanvasBackend;", "plotters"),
        ("src/dossier/a.rs", "use wasm_bindgen::JsValue;", "wasm_bindgen"),
        ("src/paint/a.rs", "let t = std::time::Instant::now();", "std::time"),
        ("src/outline/a.rs", "const URL: &str = \"https://x\"; use js_sys::Date;", "js_sys"),
    ] {
        assert!(misplaced(&file(path, text)).contains(&wrong), "{text}");
    }
    for (path, text) in [
        ("src/web/canvas.rs", "use plotters_canvas::CanvasBackend;"),
        ("src/model/a.rs", "// no HashMap: its order depends on chance"),
        ("src/text/a.rs", "let my_plotters = 1;"),
    ] {
        assert!(misplaced(&file(path, text)).is_empty(), "{text}");
    }
}

#[test]
fn an_unkempt_file_is_seen() {
    let tests = "#[cfg(test)]\nmod tests {\n    fn a() {\n    }\n}\n";
    let long = |path: &str| file(path, &format!("//! Long.\n{}", "let a = 1;\n".repeat(MOST_LINES)));
    assert!(unkempt(&file("src/geo/a.rs", &format!("//! Short.\n{tests}"))).is_empty());
    assert!(unkempt(&file("src/geo/a.rs", "use crate::order;\n"))[0].contains("saying"));
    assert!(unkempt(&long("src/geo/a.rs"))[0].contains("long"));
    assert!(unkempt(&long(LONGER[0].0)).is_empty());
    for hidden in [&format!("//! A.\n{tests}\nfn b() {{}}\n"), "//! A.\n#[cfg(test)]\nuse crate::web::E;\n"] {
        assert!(unkempt(&file("src/geo/a.rs", hidden))[0].contains("after its unit tests"), "{hidden}");
    }
}

#[test]
fn a_named_country_is_seen() {
    let strings = strings();
    let named = |path: &str, text: &str| named(&file(path, text), &strings);
    for text in [
        "let home = \"UZB\";",
        "if name == \"United States\" {",
        "fn capital() -> &'static str { \"tashkent\" }",
        "fn uzbek_row() {}",
        "const QUOTE: char = '\"'; const A3: &str = \"RUS\";",
    ] {
        assert_eq!(named("src/layout/a.rs", text).len(), 1, "{text}: {:?}", named("src/layout/a.rs", text));
    }
    for text in ["// Uzbekistan", "const TRUSTED: u8 = 1;", "#[cfg(test)]\nmod tests { \"Russia\" }"] {
        assert!(named("src/layout/a.rs", text).is_empty(), "{text}");
    }
}
