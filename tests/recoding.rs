//! How consistent the coding is: the second coding against the records, and the table of data/README.md against both.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, reason = "in a test a panic is the answer")]

use std::collections::BTreeMap;

use serde_json::Value;
use us_uz_explainer::dossier::{Actor, Dossier, Event};

/// One coded act: partner, who acted, CAMEO code.
type Act = (String, String, String);

fn recoded() -> Value {
    let text = include_str!("../data/coding/recoding.json");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("data/coding/recoding.json: {error}"))
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is missing in {value}")).to_owned()
}

fn acts_again(record: &Value) -> Vec<Act> {
    let acts = record["effects"].as_array().unwrap_or_else(|| panic!("no effects in {record}"));
    let mut acts: Vec<Act> =
        acts.iter().map(|act| (text(act, "partner"), text(act, "by"), text(act, "cameo"))).collect();
    acts.sort();
    acts
}

fn acts_first(event: &Event, dossier: &Dossier) -> Vec<Act> {
    let id = |partner: usize| dossier.manifest.partners[partner].id.clone();
    let by = |actor: Actor| match actor {
        Actor::Home => "home".to_owned(),
        Actor::Both => "both".to_owned(),
        Actor::Partner(partner) => id(partner),
    };
    let mut acts: Vec<Act> =
        event.effects.iter().map(|act| (id(act.partner), by(act.by), act.cameo.clone())).collect();
    acts.sort();
    acts
}

/// Agreement beyond what two coders with these frequencies would reach by chance (Cohen 1960).
fn kappa(pairs: &[(String, String)]) -> f64 {
    let n = pairs.len() as f64;
    let same = pairs.iter().filter(|(a, b)| a == b).count() as f64 / n;
    let mut counts: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for (a, b) in pairs {
        counts.entry(a).or_default().0 += 1.0;
        counts.entry(b).or_default().1 += 1.0;
    }
    let chance: f64 = counts.values().map(|(a, b)| a * b / (n * n)).sum();
    (same - chance) / (1.0 - chance)
}

#[test]
fn the_second_coding_agrees_as_far_as_the_readme_says() {
    let dossier = Dossier::built_in().unwrap_or_else(|problems| panic!("{problems:?}"));
    let again = recoded();
    let given_away = again["summaries_that_gave_it_away"].as_array().map_or(0, Vec::len);
    let gave_away =
        |id: &str| again["summaries_that_gave_it_away"].to_string().contains(&format!("\"{id}\""));
    let (mut frame, mut framed, mut exact) = (0, 0, 0);
    let (mut frame_hidden, mut framed_hidden, mut exact_hidden) = (0, 0, 0);
    let (mut by, mut codes) = (0, Vec::new());
    let records = again["events"].as_array().unwrap_or_else(|| panic!("no events"));
    for record in records {
        let id = text(record, "id");
        let event = dossier.event_ix(&id).unwrap_or_else(|| panic!("there is no event {id}"));
        let event = &dossier.events[event];
        let hidden = usize::from(!gave_away(&id));
        if record["frame"].as_bool() == Some(event.in_frame) {
            frame += 1;
            frame_hidden += hidden;
        }
        if !event.in_frame {
            continue;
        }
        let (first, second) = (acts_first(event, &dossier), acts_again(record));
        framed += 1;
        framed_hidden += hidden;
        if first == second {
            exact += 1;
            exact_hidden += hidden;
        }
        for act in &first {
            if let Some(other) = second.iter().find(|other| other.0 == act.0) {
                by += usize::from(act.1 == other.1);
                codes.push((act.2.clone(), other.2.clone()));
            }
        }
    }
    let same = codes.iter().filter(|(a, b)| a == b).count();
    let readme = include_str!("../data/README.md");
    for row in [
        format!("| in the frame or not | {frame} | {} |", records.len()),
        format!("| framed events with exactly the same acts | {exact} | {framed} |"),
        format!("| acts with the same partner: same actor | {by} | {} |", codes.len()),
        format!("| acts with the same partner: same CAMEO code | {same} | {} |", codes.len()),
        format!("| the same code beyond chance (Cohen’s kappa) | {:.2} | 1 |", kappa(&codes)),
        format!(
            "without them the first two rows are {frame_hidden} of {} and {exact_hidden} of {framed_hidden}",
            records.len() - given_away
        ),
    ] {
        assert!(readme.contains(&row), "data/README.md lacks “{row}”");
    }
    assert!(framed >= 60, "{framed} framed events were coded again");
}
