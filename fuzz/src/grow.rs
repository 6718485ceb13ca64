//! Sound dossiers with many records: what is accepted must be shown, however much it is.

use fastrand::Rng;
use serde_json::{json, Value};

use crate::corpus::Corpus;
use crate::fixture::Texts;
use crate::odd;

/// The small dossier with more events, each with its words, and now and then a date at an edge.
pub(crate) fn grown(corpus: &Corpus, chance: &mut Rng) -> Texts {
    let most = [20, 20, 200, 2_000, 8_000][chance.usize(0..5)];
    let more = chance.usize(1..=most);
    let mut texts = corpus.small();
    let events = records(&texts, "events.json", "events");
    let mut ids = Vec::new();
    edit(&mut texts, "events.json", |file| {
        let Some(list) = file["events"].as_array_mut() else { return };
        for n in 0..more {
            let Some(mut event) = chance.choice(&events).cloned() else { continue };
            let id = format!("grown-{n}");
            event["id"] = json!(id);
            if let Some(event) = event.as_object_mut() {
                // Its words would be more than a title and a summary.
                event.remove("accounts");
            }
            if chance.u32(0..3) > 0 {
                event["date"] = json!(format!("{}-{:02}", chance.i32(1992..2024), chance.u8(1..=12)));
            } else if chance.u32(0..1_000) == 0 {
                event["date"] = json!(odd::date(chance));
            }
            list.push(event);
            ids.push(id);
        }
    });
    for (file, section) in [("strings/en.json", "event"), ("strings/en.detail.json", "event_summary")] {
        edit(&mut texts, file, |words| {
            for id in &ids {
                let rare = chance.u32(0..10_000) == 0;
                words[section][id] = json!(if rare { corpus.word(chance) } else { "Something happened" });
            }
        });
    }
    texts
}

/// The records of one list.
pub(crate) fn records(texts: &Texts, name: &str, key: &str) -> Vec<Value> {
    let text = texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_slice());
    let value: Value = serde_json::from_slice(text.unwrap_or_default()).unwrap_or_default();
    value[key].as_array().cloned().unwrap_or_default()
}

/// Changes one file as JSON.
pub(crate) fn edit(texts: &mut Texts, name: &str, change: impl FnOnce(&mut Value)) {
    if let Some((_, text)) = texts.iter_mut().find(|(known, _)| known == name) {
        let mut value: Value = serde_json::from_slice(text).unwrap_or_default();
        change(&mut value);
        *text = value.to_string().into_bytes();
    }
}
