//! One fixture for each thing a check refuses: the base dossier with one thing made wrong.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use us_uz_explainer::dossier::Problem;

use super::{base, edit, replace, report_of, root};

/// Sets (or, without a value, removes) what stands at a JSON pointer.
fn patch(value: &mut Value, pointer: &str, new: Option<&Value>) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (value.pointer_mut(parent).unwrap(), new) {
        (Value::Object(map), Some(new)) => drop(map.insert(key.to_owned(), new.clone())),
        (Value::Object(map), None) => drop(map.remove(key).unwrap()),
        (Value::Array(list), Some(new)) => list[key.parse::<usize>().unwrap()] = new.clone(),
        (Value::Array(list), None) => drop(list.remove(key.parse().unwrap())),
        _ => unreachable!("{pointer} leads nowhere"),
    }
}

/// The base as the fixture wants it, and the value of the file it touches, if that is still JSON.
pub(crate) fn apply(fixture: &Value) -> (Vec<(String, Vec<u8>)>, Option<Value>) {
    let mut texts = base();
    let name = fixture["file"].as_str().unwrap();
    if let Some(like) = fixture["like"].as_str() {
        let text = texts.iter().find(|(known, _)| known == like).unwrap().1.clone();
        replace(&mut texts, name, text);
    }
    let pointer = fixture["path"].as_str().unwrap();
    if let Some(text) = fixture["text"].as_str() {
        replace(&mut texts, name, text.as_bytes().to_vec());
    } else if let Some(bytes) = fixture["bytes"].as_array() {
        replace(
            &mut texts,
            name,
            bytes.iter().map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap()).collect(),
        );
    } else if pointer.is_empty() {
        texts.retain(|(known, _)| known != name);
    } else {
        edit(&mut texts, name, |value| patch(value, pointer, fixture.get("set")));
    }
    let text = texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone());
    (texts, text.and_then(|text| serde_json::from_slice(&text).ok()))
}

pub(crate) fn fixtures() -> Vec<(PathBuf, Value)> {
    let folder = root().join("tests/fixtures/bad");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 97, "fixtures are missing");
    paths
        .into_iter()
        .map(|path| (path.clone(), serde_json::from_slice(&fs::read(path).unwrap()).unwrap()))
        .collect()
}

#[test]
fn each_bad_fixture_is_refused_with_file_path_reason_and_mend() {
    let mut wrong = Vec::new();
    for (path, fixture) in fixtures() {
        let problems = report_of(&apply(&fixture).0);
        let expect = |key: &str| fixture["expect"][key].as_str().unwrap();
        let found = problems.iter().any(|problem| {
            problem.file == expect("file")
                && problem.path == expect("path")
                && problem.message.contains(expect("message"))
                && problem.mend.contains(expect("mend"))
        });
        if !found {
            let shown: Vec<String> = problems.iter().map(Problem::to_string).collect();
            wrong.push(format!("{}:\n  {}", path.display(), shown.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
