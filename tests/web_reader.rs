//! The class that reads a host's own dossier, in a real browser: what is wrong, or what the class behind the element
//! and the shell go on with.

#![cfg(all(target_arch = "wasm32", feature = "reader"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use serde_json::Value;
use us_uz_explainer::web::{Explainer, OwnDossier};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The small dossier as one file.
fn base() -> Value {
    let files = [
        ("actors.json", include_str!("fixtures/base/actors.json")),
        ("blocs.json", include_str!("fixtures/base/blocs.json")),
        ("claims.json", include_str!("fixtures/base/claims.json")),
        ("dossier.json", include_str!("fixtures/base/dossier.json")),
        ("events.json", include_str!("fixtures/base/events.json")),
        ("figures.json", include_str!("fixtures/base/figures.json")),
        ("land.json", include_str!("fixtures/base/land.json")),
        ("places.json", include_str!("fixtures/base/places.json")),
        ("series.json", include_str!("fixtures/base/series.json")),
        ("sources.json", include_str!("fixtures/base/sources.json")),
        ("story.json", include_str!("fixtures/base/story.json")),
        ("strings/en.json", include_str!("fixtures/base/strings/en.json")),
        ("strings/en.detail.json", include_str!("fixtures/base/strings/en.detail.json")),
        ("test.json", include_str!("fixtures/base/test.json")),
        ("ties.json", include_str!("fixtures/base/ties.json")),
    ];
    let value = |(name, text): (&str, &str)| (name.to_owned(), serde_json::from_str(text).unwrap());
    Value::Object(files.into_iter().map(value).collect())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[wasm_bindgen_test]
fn a_sound_dossier_is_what_the_element_starts_from() {
    let own = OwnDossier::new(base().to_string().as_bytes());
    assert_eq!((own.problems().as_str(), own.locale().as_str()), ("[]", "en"));
    let mut explainer = Explainer::new("light", Some(own.digest())).unwrap();
    explainer.select("event:k2-closed");
    assert!(explainer.view().contains("event=k2-closed"), "{}", explainer.view());
    let cards = json(&own.cards());
    let keys: Vec<&String> = cards.as_object().unwrap().keys().collect();
    for key in ["event:k2-closed", "tie:alliance", "base:k2", "step:swap"] {
        assert!(keys.iter().any(|known| *known == key), "{keys:?}");
    }
    let text = json(&own.text());
    assert_eq!(
        (text[0]["tag"].as_str(), text[0]["children"][0]["tag"].as_str()),
        (Some("header"), Some("h2"))
    );
}

#[wasm_bindgen_test]
fn a_faulty_dossier_has_its_problems_and_nothing_else() {
    let mut file = base();
    file["events.json"]["events"][0]["place"] = "karshi-khanabat".into();
    let own = OwnDossier::new(file.to_string().as_bytes());
    let problems = json(&own.problems());
    assert_eq!(problems.as_array().unwrap().len(), 1);
    assert_eq!(
        (&problems[0]["file"], &problems[0]["path"]),
        (&"events.json".into(), &"/events/0/place".into())
    );
    for empty in [own.digest(), own.locale(), own.cards(), own.text()] {
        assert_eq!(empty, "");
    }
}

#[wasm_bindgen_test]
fn whatever_bytes_are_given_it_answers() {
    let deep = "[".repeat(10_000);
    for bytes in [&b""[..], b"\xff\xfe{", b"\xef\xbb\xbf{}", deep.as_bytes(), b"[1e400]", b"null"] {
        assert_ne!(OwnDossier::new(bytes).problems(), "[]");
    }
}
