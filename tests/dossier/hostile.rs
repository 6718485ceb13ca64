//! Whatever a host gives, the reader answers with problems and never panics.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;
use us_uz_explainer::dossier::{check_report, Dossier, Files};

use super::{base, edit, replace, report_of, root, FILES};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "2005-11-21",
            "1991/..",
            "us",
            "UZB",
            "https://example.org",
            "057",
            "-",
            "../.."
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let key = prop_oneof![
            prop::sample::select(vec![
                "id", "events", "date", "interval", "sources", "effects", "lon", "arcs", "a/b~c"
            ])
            .prop_map(String::from),
            ".{0,6}".prop_map(String::from),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Every JSON pointer into a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, below)| {
            let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
            pointers(below, &at, found);
            found.push(at);
        }),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, below)| {
            let at = format!("{at}/{n}");
            pointers(below, &at, found);
            found.push(at);
        }),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_json_never_panics(value in any_json(), name in prop::sample::select(FILES.to_vec())) {
        let mut texts = base();
        replace(&mut texts, name, value.to_string().into_bytes());
        let problems = report_of(&texts);
        prop_assert!(problems.len() <= 800);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Dossier::read(&Files::bundle(&bytes)).is_err());
    }

    #[test]
    fn mutated_data_never_panic(
        value in any_json(),
        name in prop::sample::select(FILES.to_vec()),
        pick in any::<prop::sample::Index>(),
    ) {
        let mut texts = base();
        edit(&mut texts, name, |file| {
            let mut all = Vec::new();
            pointers(file, "", &mut all);
            if let Some(slot) = file.pointer_mut(&all[pick.index(all.len())]) {
                *slot = value;
            }
        });
        for problem in report_of(&texts) {
            prop_assert!(!problem.message.is_empty() && !problem.mend.is_empty());
        }
    }

    #[test]
    fn mutated_shipped_data_never_panic(
        value in any_json(),
        name in prop::sample::select(FILES.iter().copied().filter(|name| *name != "land.json").collect::<Vec<_>>()),
        pick in any::<prop::sample::Index>(),
    ) {
        let mut file: Value = serde_json::from_slice(&fs::read(root().join("data").join(name)).unwrap()).unwrap();
        let mut all = Vec::new();
        pointers(&file, "", &mut all);
        if let Some(slot) = file.pointer_mut(&all[pick.index(all.len())]) {
            *slot = value;
        }
        let text = file.to_string();
        // The small map keeps this quick; that countries are missing from it is one more problem to report.
        let land = fs::read(root().join("tests/fixtures/base/land.json")).unwrap();
        let files = Files::built_in_with_detail().with("land.json", &land).with(name, text.as_bytes());
        prop_assert!(!check_report(&files).problems.is_empty());
    }
}
