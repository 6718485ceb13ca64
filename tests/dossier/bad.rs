//! One fixture for each thing a check refuses: the base dossier with one thing made wrong. What a
//! fixture may hold says `fixture.rs`.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use us_uz_explainer::dossier::Problem;

use super::fixture::applied;
use super::{base, report_of, root};

/// The base as the fixture wants it, and the value of the file it touches, if that is still JSON.
pub(crate) fn apply(fixture: &Value) -> (Vec<(String, Vec<u8>)>, Option<Value>) {
    let texts = applied(fixture, &base()).unwrap_or_else(|| unreachable!("{fixture} leads nowhere"));
    let text =
        texts.iter().find(|(known, _)| fixture["file"] == known.as_str()).map(|(_, text)| text.clone());
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
