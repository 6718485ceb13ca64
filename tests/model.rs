//! The model under any messages, and links for any view.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the answer")]

use proptest::prelude::*;
use std::sync::OnceLock;
use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::model::{from_link, to_link, update, Effect, Msg, State, Target, View};
use us_uz_explainer::text::Day;

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| Dossier::built_in_digest().expect("the digest reads"))
}

fn any_index() -> impl Strategy<Value = usize> {
    prop_oneof![8 => 0..140usize, 1 => Just(usize::MAX)]
}

fn any_day() -> impl Strategy<Value = Day> {
    let domain = dossier().manifest.domain;
    prop_oneof![
        8 => (domain.0.0 - 400..domain.1.0 + 400).prop_map(Day),
        1 => Just(Day(i32::MIN)),
        1 => Just(Day(i32::MAX)),
    ]
}

fn any_target() -> impl Strategy<Value = Target> {
    prop_oneof![
        any_index().prop_map(Target::Event),
        any_index().prop_map(Target::Tie),
        any_index().prop_map(Target::Base),
        prop::collection::vec(any_index(), 0..5).prop_map(Target::Cluster),
        any_day().prop_map(Target::Time),
    ]
}

fn any_msg() -> impl Strategy<Value = Msg> {
    prop_oneof![
        prop::option::of(any_target()).prop_map(Msg::Select),
        prop::option::of(any_target()).prop_map(Msg::Hover),
        any_day().prop_map(Msg::Cursor),
        (any_day(), any_day()).prop_map(|(a, b)| Msg::Range(a, b)),
        any_index().prop_map(Msg::Step),
        Just(Msg::Next),
        Just(Msg::Back),
        Just(Msg::Explore),
        Just(Msg::ReturnToStory),
        any::<i32>().prop_map(Msg::Move),
        any_index().prop_map(Msg::Question),
        any_index().prop_map(Msg::Camera),
    ]
}

fn after(messages: Vec<Msg>) -> State {
    let mut state = State::first(dossier());
    for msg in messages {
        update(&mut state, msg, dossier());
    }
    state
}

fn assert_sound(view: &View) {
    let (d, domain) = (dossier(), dossier().manifest.domain);
    assert!(domain.0 <= view.window.0 && view.window.0 < view.window.1 && view.window.1 <= domain.1);
    assert!(domain.0 <= view.cursor && view.cursor <= domain.1);
    assert!(view.step < d.story.len());
    assert!(view.question < d.manifest.questions.len() && view.camera < d.manifest.cameras.len());
    match &view.selected {
        None => {}
        Some(Target::Event(ix)) => assert!(*ix < d.events.len()),
        Some(Target::Tie(ix)) => assert!(*ix < d.ties.len()),
        Some(Target::Base(ix)) => assert!(*ix < d.bases.len()),
        Some(other) => panic!("{other:?} cannot be chosen"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_messages_break_the_state(messages in prop::collection::vec(any_msg(), 0..30)) {
        assert_sound(&after(messages).view);
    }

    #[test]
    fn every_view_round_trips_through_its_link(messages in prop::collection::vec(any_msg(), 0..12)) {
        let view = after(messages).view;
        let link = to_link(&view, dossier());
        prop_assert_eq!(from_link(&link, dossier()), (view.clone(), vec![]), "{}", &link);
        prop_assert_eq!(from_link(&format!("#{link}"), dossier()).0, view);
    }

    #[test]
    fn no_link_breaks_the_state(link in "\\PC{0,60}|((event|tie|step|from|to|at|map|view|explore)=[a-z0-9-]{0,12}&?){0,6}") {
        assert_sound(&from_link(&link, dossier()).0);
    }
}

fn event(id: &str) -> usize {
    dossier().event_ix(id).unwrap_or_else(|| panic!("no event {id}"))
}

#[test]
fn a_link_to_an_event_frees_the_view_and_takes_the_cursor_there() {
    let (view, unread) = from_link("#event=alliance-treaty-russia", dossier());
    let ix = event("alliance-treaty-russia");
    assert!(unread.is_empty());
    assert_eq!(view.selected, Some(Target::Event(ix)));
    assert!(view.exploring);
    assert_eq!(view.cursor, Day::from_ymd(2005, 11, 14).unwrap());
}

#[test]
fn what_a_link_says_wrongly_is_named_and_the_rest_is_kept() {
    let (view, unread) =
        from_link("event=nonsense&at=2012-02-30&tie=pfp&from=2010-01-01&to=2009-01-01", dossier());
    assert_eq!(unread, ["event=nonsense", "at=2012-02-30", "from=2010-01-01&to=2009-01-01"]);
    assert_eq!(view.selected, dossier().tie_ix("pfp").map(Target::Tie));
    assert_eq!(
        from_link("utm_source=mail&page=2", dossier()),
        (View::first(dossier()), vec![]),
        "the host's own keys"
    );
}

#[test]
fn a_step_is_known_by_its_id_and_by_its_number() {
    let id = &dossier().story[3].id;
    let by_id = from_link(&format!("step={id}"), dossier()).0;
    assert_eq!(by_id, View::at_step(dossier(), 3));
    assert_eq!(from_link("step=4", dossier()).0, by_id);
    assert_eq!(from_link("step=99", dossier()).1, ["step=99"]);
}

#[test]
fn what_is_chosen_is_in_view() {
    let mut state = State::first(dossier());
    update(
        &mut state,
        Msg::Range(Day::from_ymd(1995, 1, 1).unwrap(), Day::from_ymd(1996, 1, 1).unwrap()),
        dossier(),
    );
    update(&mut state, Msg::Select(Some(Target::Event(event("alliance-treaty-russia")))), dossier());
    assert_eq!(state.view.window, dossier().manifest.domain);
}

#[test]
fn a_tie_in_force_leaves_the_cursor_and_another_takes_it_along() {
    let mut state = State::first(dossier());
    update(&mut state, Msg::Cursor(Day::from_ymd(2003, 5, 5).unwrap()), dossier());
    let tie = |id: &str| Some(Target::Tie(dossier().tie_ix(id).unwrap()));
    update(&mut state, Msg::Select(tie("k2-base")), dossier());
    assert_eq!(state.view.cursor, Day::from_ymd(2003, 5, 5).unwrap());
    update(&mut state, Msg::Select(tie("csto-membership")), dossier());
    assert_eq!(state.view.cursor, Day::from_ymd(2006, 8, 16).unwrap());
}

#[test]
fn exploring_comes_back_to_the_same_step() {
    let mut state = after(vec![Msg::Step(4), Msg::Explore, Msg::Move(1), Msg::Move(1)]);
    assert!(state.view.exploring && state.view.selected.is_some());
    update(&mut state, Msg::ReturnToStory, dossier());
    assert_eq!(state.view, View::at_step(dossier(), 4));
}

#[test]
fn the_host_and_the_ear_are_told_once() {
    let mut state = State::first(dossier());
    let select = Msg::Select(Some(Target::Event(3)));
    let effects = update(&mut state, select.clone(), dossier());
    assert_eq!(effects, [Effect::NeedFrame, Effect::AnnounceSelection, Effect::EmitSelect]);
    assert_eq!(update(&mut state, select, dossier()), [], "nothing changed");
    let effects = update(&mut state, Msg::Step(2), dossier());
    assert!(effects.contains(&Effect::EmitStep) && effects.contains(&Effect::AnnounceStep));
}
