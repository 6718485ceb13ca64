//! The JSON Schemas say the same as the checks, as far as a schema can see.

use std::fs;

use jsonschema::Validator;
use serde_json::{json, Value};

use super::bad::{apply, fixtures};
use super::{root, texts};

fn schema_of(name: &str) -> Validator {
    let name = if name.starts_with("strings/") { "strings.json" } else { name };
    let text = fs::read(root().join("data/schema").join(name)).unwrap();
    jsonschema::draft202012::new(&serde_json::from_slice(&text).unwrap()).unwrap()
}

#[test]
fn the_schemas_accept_what_is_shipped() {
    for folder in ["data", "tests/fixtures/base"] {
        for (name, text) in texts(&root().join(folder)) {
            let value: Value = serde_json::from_slice(&text).unwrap();
            let errors: Vec<String> = schema_of(&name)
                .iter_errors(&value)
                .map(|error| format!("{} {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{folder}/{name}: {}", errors.join("\n"));
        }
    }
}

#[test]
fn the_schemas_refuse_each_structurally_bad_fixture() {
    let mut wrong = Vec::new();
    for (path, fixture) in fixtures() {
        let refused =
            apply(&fixture).1.map(|value| !schema_of(fixture["file"].as_str().unwrap()).is_valid(&value));
        // What the schema cannot see (ids of other files, the calendar) must not be marked as seen either.
        let expected = fixture["schema_refuses"] == json!(true);
        if refused.unwrap_or(expected) != expected {
            wrong.push(format!("{}: schema refuses: {refused:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
