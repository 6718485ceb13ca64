//! Reading and checking the dossier: the shipped data and a small one; in the modules the JSON Schemas, one
//! fixture for each thing a check refuses, and arbitrary JSON.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use std::fs;
use std::path::Path;

use serde_json::Value;
use us_uz_explainer::dossier::{check_report, goldstein, Actor, Dossier, Files, Problem, Where};

#[path = "dossier/bad.rs"]
mod bad;
#[path = "dossier/fixture.rs"]
mod fixture;
#[path = "dossier/hostile.rs"]
mod hostile;
#[path = "dossier/schema.rs"]
mod schema;
#[path = "dossier/spread.rs"]
mod spread;

const FILES: [&str; 15] = [
    "dossier.json",
    "events.json",
    "ties.json",
    "places.json",
    "actors.json",
    "blocs.json",
    "story.json",
    "land.json",
    "strings/en.json",
    "sources.json",
    "strings/en.detail.json",
    "claims.json",
    "figures.json",
    "series.json",
    "test.json",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The texts of a dossier in a folder, by name.
fn texts(folder: &Path) -> Vec<(String, Vec<u8>)> {
    FILES.iter().map(|name| (String::from(*name), fs::read(folder.join(name)).unwrap())).collect()
}

fn base() -> Vec<(String, Vec<u8>)> {
    texts(&root().join("tests/fixtures/base"))
}

fn report_of(texts: &[(String, Vec<u8>)]) -> Vec<Problem> {
    let files = Files::new(texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect());
    check_report(&files).problems
}

fn replace(texts: &mut Vec<(String, Vec<u8>)>, name: &str, text: Vec<u8>) {
    texts.retain(|(known, _)| known != name);
    texts.push((name.to_owned(), text));
}

fn edit(texts: &mut Vec<(String, Vec<u8>)>, name: &str, change: impl FnOnce(&mut Value)) {
    let text = &texts.iter().find(|(known, _)| known == name).unwrap().1;
    let mut value: Value = serde_json::from_slice(text).unwrap();
    change(&mut value);
    replace(texts, name, value.to_string().into_bytes());
}

fn small() -> Dossier {
    let texts = base();
    let files = texts.iter().take_while(|(name, _)| name != "sources.json");
    Dossier::read(&Files::new(files.map(|(name, text)| (name.as_str(), text.as_slice())).collect())).unwrap()
}

#[test]
fn the_shipped_data_have_no_problem() {
    let report = check_report(&Files::built_in_with_detail());
    assert!(report.problems.is_empty(), "{report}");
    assert!(Dossier::built_in().is_ok());
}

#[test]
fn a_stray_file_is_named() {
    let mut texts = base();
    replace(&mut texts, "notes.json", b"{}".to_vec());
    let problems = report_of(&texts);
    assert!(problems.iter().any(|problem| {
        problem.file == "notes.json"
            && problem.message == "no file of a dossier has this name"
            && problem.mend.starts_with("the files are dossier.json, ")
    }));
}

#[test]
fn lists_and_reports_without_end_are_cut() {
    let mut texts = base();
    edit(&mut texts, "events.json", |value| {
        value["events"][0]["actors"] = vec!["us-government"; 1_001].into()
    });
    let problems = report_of(&texts);
    let long = problems.iter().find(|problem| problem.message == "this list has more than 1000 items");
    assert_eq!(long.map(|problem| problem.mend.as_str()), Some("leave some out"));
    let mut texts = base();
    edit(&mut texts, "events.json", |value| value["events"][0]["actors"] = vec!["nobody"; 999].into());
    let problems = report_of(&texts);
    assert!(problems.iter().any(|problem| problem.message.ends_with(" (more follow and are not listed)")));
}

#[test]
fn the_base_of_the_fixtures_has_no_problem() {
    let problems = report_of(&base());
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn records_find_each_other() {
    let dossier = small();
    let ids: Vec<&str> = dossier.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["k2-opened", "k2-closed", "election"]);
    for (at, id) in ids.iter().enumerate() {
        assert_eq!(dossier.event_ix(id), Some(at));
    }
    assert_eq!(dossier.event_ix("k2"), None);
    let base = &dossier.ties[dossier.tie_ix("k2-base").unwrap()];
    assert_eq!((base.starts_with, base.ends_with), (Some(0), Some(1)));
    assert_eq!(dossier.events[0].place, Where::Place(dossier.place_ix("karshi-khanabad").unwrap()));
    assert_eq!(dossier.events[2].place, Where::None("nationwide".into()));
    let row = |at: usize| dossier.manifest.rows[dossier.row_of_event(&dossier.events[at])].id.as_str();
    assert_eq!((row(0), row(2)), ("west", "home"));
    assert_eq!(dossier.row_of_tie(&dossier.ties[1]), 2);
    let effect = &dossier.events[0].effects[0];
    assert_eq!((effect.by, effect.score), (Actor::Both, 8.0));
    assert_eq!(dossier.title("event", "election"), "Presidential election");
    assert_eq!(dossier.title("tie", "nothing"), "nothing");
    assert_eq!(dossier.title("event", "nothing"), "…", "its title may still be on its way");
}

#[test]
fn events_are_sorted_wherever_they_stand_in_the_file() {
    let mut texts = base();
    edit(&mut texts, "events.json", |events| events["events"].as_array_mut().unwrap().reverse());
    let files = Files::new(texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect());
    let dossier = Dossier::read(&files).unwrap();
    let order: Vec<&str> = dossier.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(order, ["k2-opened", "k2-closed", "election"]);
    assert_eq!(dossier.ties[0].starts_with, Some(0), "ties still name the right event");
    assert_eq!(dossier.story[0].events, [1]);
}

#[test]
fn the_detail_is_added_once_it_is_sound() {
    let first = small();
    assert!(!first.has_detail && first.source("crs-k2-2006").is_none() && first.claims.is_empty());
    let mut texts = base();
    let whole = |texts: &[(String, Vec<u8>)]| {
        Dossier::read_whole(&Files::new(
            texts.iter().map(|(name, t)| (name.as_str(), t.as_slice())).collect(),
        ))
    };
    let dossier = whole(&texts).unwrap();
    assert!(dossier.has_detail);
    assert_eq!((dossier.claims.len(), dossier.figures.len(), dossier.series.len()), (2, 1, 1));
    assert_eq!(dossier.claims[0].events, [1], "a claim names an event by its place in the dossier");
    assert_eq!(dossier.series[0].lines[0].values, [(1994, 0.47), (1996, 0.61), (1997, 0.5)]);
    replace(&mut texts, "sources.json", b"{}".to_vec());
    assert!(!whole(&texts).unwrap_err().is_empty());
    texts.retain(|(name, _)| name != "sources.json");
    assert_eq!(whole(&texts).unwrap_err()[0].file, "sources.json");
    assert_eq!(dossier.source("crs-k2-2006").unwrap().publisher, "Congressional Research Service");
    assert_eq!(dossier.title("event_summary", "election"), "What happened, in a sentence.");
    assert_ne!(dossier.title("event", "election"), "What happened, in a sentence.", "titles stay");
}

#[test]
fn one_file_may_hold_all() {
    let whole: serde_json::Map<String, Value> =
        base().into_iter().map(|(name, text)| (name, serde_json::from_slice(&text).unwrap())).collect();
    let text = Value::Object(whole).to_string();
    assert_eq!(Dossier::read(&Files::bundle(text.as_bytes())).map(|dossier| dossier.events.len()), Ok(3));
    let twice = check_report(&Files::bundle(b"{ \"a\": 1, \"a\": 1 }"));
    assert!(twice.problems.iter().any(|problem| problem.file == "the dossier"), "{twice}");
    let problems = Dossier::read(&Files::bundle(b"[]")).unwrap_err();
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert!(lines.len() == 1 && lines[0].starts_with("the dossier: this is not an object; "), "{lines:?}");
    let nameless = check_report(&Files::bundle(b"{ \"\": 1 }")).problems;
    assert!(nameless.iter().all(|problem| !problem.file.is_empty()), "{nameless:?}");
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let mut texts = base();
    let list = vec!["0"; 100_001].join(",");
    replace(&mut texts, "events.json", format!("{{ \"events\": [{list}] }}").into_bytes());
    let problems = report_of(&texts);
    assert!(
        problems.iter().any(|problem| problem.message.contains("more than 100000 items")),
        "{:?}",
        problems.first()
    );
    assert!(problems.len() <= 200);
    replace(&mut texts, "events.json", vec![b' '; 10_000_001]);
    assert!(report_of(&texts).iter().any(|problem| problem.message.contains("10 MB")));
}

#[test]
fn more_files_than_locales_there_are_are_refused() {
    let names: Vec<String> = (0..201).map(|n| format!("\"strings/l{n}.json\":{{}}")).collect();
    let text = format!("{{{}}}", names.join(","));
    let problems = check_report(&Files::bundle(text.as_bytes())).problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].message, "the dossier has more than 200 files");
}

/// What is said of a file is one line, whatever its keys are.
#[test]
fn a_key_with_control_characters_is_told_in_one_line() {
    let mut texts = base();
    edit(&mut texts, "events.json", |value| value["events"][0]["sources\u{0}\n"] = "x".into());
    let problems = report_of(&texts);
    assert!(problems.iter().all(|problem| !problem.to_string().contains(char::is_control)), "{problems:?}");
    assert!(problems.iter().any(|problem| problem.path == "/events/0/sources…"), "{problems:?}");
}

#[test]
fn words_without_end_are_refused() {
    let mut texts = base();
    edit(&mut texts, "strings/en.json", |words| {
        words["event"] =
            (0..100_001).map(|n| (n.to_string(), Value::from("a"))).collect::<serde_json::Map<_, _>>().into();
    });
    let problems = report_of(&texts);
    let long = problems.iter().find(|problem| problem.message == "this list has more than 100000 items");
    assert_eq!(long.map(|problem| problem.path.as_str()), Some("/event"), "{:?}", problems.first());
}

/// A map of keys that all differ was once compared key by key.
#[test]
fn keys_without_end_are_looked_through_once() {
    let keys: Vec<String> = (0..300_000).map(|n| format!("\"{n}\":0")).collect();
    let mut texts = base();
    replace(&mut texts, "events.json", format!("{{{}}}", keys.join(",")).into_bytes());
    assert!(report_of(&texts).len() >= 200);
}

/// Goldstein's scores against the published table, row by row, and nothing beside them.
#[test]
fn goldstein_scores_are_the_published_ones() {
    let table = fs::read_to_string(root().join("tests/fixtures/cameo_goldstein_scale.csv")).unwrap();
    let rows: Vec<(&str, f64)> = table
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').unwrap())
        .map(|(code, score)| (code, score.parse().unwrap()))
        .collect();
    assert_eq!(rows.len(), 311);
    for (code, score) in &rows {
        assert_eq!(goldstein(code), Some(*score), "{code}");
    }
    let all = (0..10_000).flat_map(|n| [format!("{n:02}"), format!("{n:03}"), format!("{n:04}")]);
    let mut known: Vec<String> = all.filter(|code| goldstein(code).is_some()).collect();
    known.sort();
    known.dedup();
    assert_eq!(known.len(), rows.len());
    for wrong in ["", "0", "00", "21", "05a", "05700", "é5", "057 "] {
        assert_eq!(goldstein(wrong), None, "{wrong}");
    }
}
