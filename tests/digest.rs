//! The digest is held to the files it condenses: it is current, and draws the same pictures.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the answer")]

use us_uz_explainer::dossier::{Dossier, Event};
use us_uz_explainer::layout::{Ground, MapLayout, TiesLayout};
use us_uz_explainer::model::{update, Msg, State, Target};
use us_uz_explainer::outline;
use us_uz_explainer::scene::{map_scene, ties_scene, Scene};
use us_uz_explainer::text::TableMeasure;

fn from_files() -> Dossier {
    Dossier::built_in().unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn from_digest() -> Dossier {
    let mut dossier = Dossier::built_in_digest().expect("data/made/digest.json reads");
    let files = from_files();
    assert!(dossier.events.iter().all(|event| dossier.title("event", &event.id) == "…"), "titles come later");
    let lines = |event: &Event| [&event.id, "\t", files.title("event", &event.id)].concat();
    dossier.set_titles(&files.events.iter().map(lines).collect::<Vec<_>>().join("\n"));
    dossier
}

fn pictures(dossier: &Dossier, state: &State) -> [Scene; 2] {
    let ties = TiesLayout::new(state, dossier, 900.0, &TableMeasure);
    let ground = Ground::new(dossier);
    let map = MapLayout::new(state, dossier, &ground, (640.0, 500.0), &TableMeasure);
    [ties_scene(state, dossier, &ties, &TableMeasure), map_scene(state, dossier, &ground, &map)]
}

#[test]
fn it_is_current() {
    let land = include_str!("../data/land.json");
    let made = from_files().digest(land).expect("land.json is JSON");
    let same = made == include_str!("../data/made/digest.json");
    assert!(same, "data changed since data/made/digest.json was made: run cargo xtask digest");
}

#[test]
fn the_same_pictures_come_from_the_digest_and_from_the_files() {
    let (files, digest) = (from_files(), from_digest());
    for step in 0..files.story.len() {
        let mut state = State::first(&files);
        update(&mut state, Msg::Step(step), &files);
        assert!(pictures(&files, &state) == pictures(&digest, &state), "step {step}");
    }
    let chosen = [Target::Event(0), Target::Event(60), Target::Tie(0), Target::Tie(20), Target::Base(0)];
    for target in chosen {
        let mut state = State::first(&files);
        update(&mut state, Msg::Select(Some(target.clone())), &files);
        update(&mut state, Msg::Hover(Some(target.clone())), &files);
        assert!(pictures(&files, &state) == pictures(&digest, &state), "{target:?}");
    }
}

#[test]
fn the_same_words_are_announced() {
    let (files, digest) = (from_files(), from_digest());
    for event in 0..files.events.len() {
        let mut state = State::first(&files);
        update(&mut state, Msg::Select(Some(Target::Event(event))), &files);
        let said = outline::announce_selection(&state, &files);
        assert!(!said.is_empty());
        assert_eq!(said, outline::announce_selection(&state, &digest));
        assert_eq!(outline::announce_cursor(&state, &files), outline::announce_cursor(&state, &digest));
        assert_eq!(outline::card_key(&state, &files), outline::card_key(&state, &digest));
    }
}

#[test]
fn what_is_not_a_digest_is_refused_and_nothing_panics() {
    let whole = include_str!("../data/made/digest.json");
    assert!(Dossier::from_digest("").is_none());
    assert!(Dossier::from_digest("{}").is_none());
    assert!(Dossier::from_digest("[1,2]").is_none());
    for cut in [10, 1000, 20_000, whole.len() - 3] {
        assert!(Dossier::from_digest(whole.get(..cut).unwrap_or_default()).is_none(), "cut at {cut}");
    }
    let swapped = whole.replacen("\"events\":[", "\"events\":[[],", 1);
    assert!(Dossier::from_digest(&swapped).is_none());
}
