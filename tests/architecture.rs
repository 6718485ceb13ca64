//! Reads the sources and holds the layers: who may use whom, and what each folder must not touch.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers of `src/`, each with those it may use. `order` is a leaf that any may use.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("order", &[]),
    ("text", &["order"]),
    ("geo", &["order"]),
    ("dossier", &["order", "text", "geo"]),
    ("relations", &["order", "text", "geo", "dossier"]),
    ("model", &["order", "text", "geo", "dossier", "relations"]),
    ("outline", &["order", "text", "geo", "dossier", "relations", "model"]),
    ("layout", &["order", "text", "geo", "dossier", "relations", "model"]),
    ("scene", &["order", "text", "geo", "dossier", "relations", "model", "layout"]),
    ("paint", &["order", "text", "geo", "dossier", "relations", "model", "layout", "scene"]),
    (
        "web",
        &["order", "text", "geo", "dossier", "relations", "model", "outline", "layout", "scene", "paint"],
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
const NOWHERE: [&str; 6] = ["std::time", "SystemTime", "HashMap", "HashSet", "std::thread", "rand::"];

/// Longer than this a file probably holds a second idea.
const MOST_LINES: usize = 300;
/// Files that may be longer, and why.
const LONGER: [(&str, &str); 2] = [
    ("src/dossier/record.rs", "plain types with their documentation, read as one list"),
    ("src/web/explainer.rs", "the one class JS sees; wasm-bindgen wants its methods in one place"),
];

struct Source {
    path: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    assert!(found.len() > 60, "the sources were not found");
    found
}

/// The source without comments and without its unit tests.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]").next().unwrap_or_default();
    body.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn layer(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("src/")?;
    Some(rest.split(['/', '.']).next().unwrap_or(rest)).filter(|name| *name != "lib")
}

/// The layers that a piece of code names as `crate::<layer>`, in plain and in grouped imports.
fn used(code: &str) -> Vec<String> {
    code.split("crate::")
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect())
        .filter(|name: &String| MAY_USE.iter().any(|(layer, _)| layer == name))
        .collect()
}

fn wrong_way(source: &Source) -> Vec<String> {
    let Some(own) = layer(&source.path) else { return Vec::new() };
    let (_, allowed) =
        MAY_USE.iter().find(|(name, _)| *name == own).unwrap_or_else(|| panic!("no layer {own}"));
    used(&code(&source.text))
        .into_iter()
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

#[test]
fn every_file_says_first_what_it_is_and_stays_small() {
    for Source { path, text } in sources() {
        assert!(text.starts_with("//!"), "{path} does not begin by saying what it is");
        let lines = code(&text).lines().count();
        let may = LONGER.iter().any(|(name, _)| *name == path);
        assert!(lines <= MOST_LINES || may, "{path} has {lines} lines: look for the second idea in it");
    }
}

/// The code knows no country: names and codes come from the dossier.
#[test]
fn the_code_names_no_country() {
    let strings: serde_json::Value = serde_json::from_str(include_str!("../data/strings/en.json")).unwrap();
    let countries = strings["country"].as_object().unwrap();
    let names: Vec<&str> = countries.values().filter_map(|name| name.as_str()).collect();
    for Source { path, text } in sources() {
        let code = code(&text);
        for name in names.iter().copied().chain(countries.keys().map(String::as_str)) {
            let quoted = code
                .split('"')
                .skip(1)
                .step_by(2)
                .any(|literal| literal.split(|c: char| !c.is_alphanumeric()).any(|word| word == name));
            assert!(!quoted, "{path} names {name}");
        }
    }
}

#[test]
fn the_checks_can_fail() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
    assert_eq!(wrong_way(&source("src/text/a.rs", "use crate::dossier::Event;")), ["dossier"]);
    assert_eq!(wrong_way(&source("src/outline/a.rs", "let x = crate::layout::Rect::default();")), ["layout"]);
    assert!(wrong_way(&source("src/text/a.rs", "// use crate::dossier::Event;")).is_empty());
    assert!(wrong_way(&source("src/scene/a.rs", "use crate::layout::Rect;")).is_empty());
    assert_eq!(misplaced(&source("src/model/a.rs", "use std::collections::HashMap;")), ["HashMap"]);
    assert_eq!(misplaced(&source("src/layout/a.rs", "use plotters::prelude::*;")), ["plotters"]);
    assert_eq!(misplaced(&source("src/dossier/a.rs", "use wasm_bindgen::JsValue;")), ["wasm_bindgen"]);
    assert!(misplaced(&source("src/web/canvas.rs", "use plotters_canvas::CanvasBackend;")).is_empty());
}
