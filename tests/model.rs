//! The model under any messages, and links for any view.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the answer")]

use proptest::prelude::*;
use std::sync::OnceLock;
use us_uz_explainer::dossier::{Dossier, Side};
use us_uz_explainer::model::{
    from_link, to_link, update, Effect, Filter, Group, Look, Motion, Msg, State, Target, View,
};
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
        any_index().prop_map(Target::Row),
        any_day().prop_map(Target::Time),
    ]
}

/// Anything a reader may type, and what links must keep apart.
fn any_query() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(String::new()), 1 => "[ -~]{0,12}", 1 => Just("Қарши & 100 %=?#+".to_owned())]
}

fn any_group() -> impl Strategy<Value = Group> {
    prop::sample::select(Group::ALL.map(|(_, group)| group).to_vec())
}

/// A number that may be none.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 7000.0..21000.0, 2 => -1e6..1e6, 1 => any::<f64>()]
}

/// A view as a host may build it: nothing in it need be sound.
fn any_view() -> impl Strategy<Value = View> {
    let times = (any_day(), any_day(), any_day());
    let places = (any_index(), any_index(), any::<i32>(), any::<i32>(), any::<i32>());
    let sets = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>(), any_query());
    (times, prop::option::of(any_target()), places, any::<bool>(), sets).prop_map(
        |(
            (from, to, cursor),
            selected,
            (step, question, east_km, north_km, radius_km),
            exploring,
            (partners, themes, kinds, folded, query),
        )| View {
            window: (from, to),
            cursor,
            selected,
            step,
            exploring,
            question,
            look: Look { east_km, north_km, radius_km },
            filter: Filter { partners, themes, kinds },
            folded,
            query,
        },
    )
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
        (any_number(), any_number(), any::<bool>()).prop_map(|(from, until, at_once)| Msg::Window {
            from,
            until,
            at_once
        }),
        (any_number(), any_number(), any_number(), any::<bool>()).prop_map(|(x, y, radius, at_once)| {
            Msg::Look { look: Look::new(x - 14000.0, y - 14000.0, radius), at_once }
        }),
        (any_group(), any_index(), any::<bool>()).prop_map(|(group, ix, on)| Msg::Choose(group, ix, on)),
        Just(Msg::ClearFilters),
        (any_query(), prop::collection::vec(any_target(), 0..5)).prop_map(|(q, t)| Msg::Found(q, t)),
        any::<bool>().prop_map(Msg::Play),
        any::<bool>().prop_map(Msg::Animate),
        any_number().prop_map(Msg::Tick),
        (0.0..400.0).prop_map(Msg::Tick),
        any_view().prop_map(|view| Msg::Show(Box::new(view))),
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
    assert!(view.question < d.manifest.questions.len());
    assert_eq!(view.look, view.look.bounded());
    let within = |chosen: u32, group: Group| chosen >> group.len(d) == 0;
    assert!(within(view.filter.partners, Group::Partner) && within(view.filter.themes, Group::Theme));
    assert!(within(view.filter.kinds, Group::Kind) && within(view.folded, Group::Row));
    for (row, of) in d.manifest.rows.iter().enumerate() {
        assert!(of.side != Side::Axis || !view.is_folded(row), "the axis cannot be folded");
    }
    match &view.selected {
        None => {}
        Some(Target::Event(ix)) => assert!(*ix < d.events.len()),
        Some(Target::Tie(ix)) => assert!(*ix < d.ties.len()),
        Some(Target::Base(ix)) => assert!(*ix < d.bases.len()),
        Some(other) => panic!("{other:?} cannot be chosen"),
    }
}

fn assert_sound_motion(state: &State) {
    let d = dossier();
    let Motion { shown, tween, playing, found, .. } = &state.motion;
    let (from, until) = shown.days;
    assert!(from < until && from >= 0.0 && shown.km.2 >= 1.0, "{shown:?}");
    assert!(tween.is_some() || (from - f64::from(state.view.window.0 .0)).abs() <= 0.5, "{:?}", state);
    assert!(playing.is_none_or(|carried| (0.0..1.0).contains(&carried)));
    assert!(found.is_none() || !state.view.query.is_empty());
    assert!(state.motion.open_cluster.iter().all(|ix| *ix < d.events.len()));
    assert!(
        state.motion.open_cluster.is_empty() || state.view.selected.is_none(),
        "the card shows one thing"
    );
    match &state.motion.hover {
        None | Some(Target::Time(_)) => {}
        Some(Target::Row(ix)) => assert!(*ix < d.manifest.rows.len()),
        Some(Target::Event(ix)) => assert!(*ix < d.events.len()),
        Some(Target::Tie(ix)) => assert!(*ix < d.ties.len()),
        Some(Target::Base(ix)) => assert!(*ix < d.bases.len()),
        Some(Target::Cluster(events)) => {
            assert!(!events.is_empty() && events.iter().all(|ix| *ix < d.events.len()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_messages_break_the_state(messages in prop::collection::vec(any_msg(), 0..30)) {
        let state = after(messages);
        assert_sound(&state.view);
        assert_sound_motion(&state);
    }

    #[test]
    fn a_view_that_cannot_be_is_mended(view in any_view()) {
        assert_sound(&after(vec![Msg::Show(Box::new(view))]).view);
    }

    #[test]
    fn what_a_link_cannot_mean_is_named(key in "event|tie|base|step|at|map|view|from|to|partner|theme|kind|fold", value in "[A-Z_%. ]{0,12}") {
        // No id of the dossier and no date has a capital letter, so no such value means anything.
        let (view, unread) = from_link(&format!("{key}={value}"), dossier());
        prop_assert_eq!(unread.len(), 1);
        prop_assert!(unread[0].contains(&format!("{key}={value}")), "{:?}", unread);
        prop_assert_eq!(view, View::first(dossier()));
    }

    #[test]
    fn every_view_round_trips_through_its_link(messages in prop::collection::vec(any_msg(), 0..12)) {
        let view = after(messages).view;
        let link = to_link(&view, dossier());
        prop_assert_eq!(from_link(&link, dossier()), (view.clone(), vec![]), "{}", &link);
        prop_assert_eq!(&from_link(&format!("#{link}"), dossier()).0, &view);
        prop_assert_eq!(from_link(&format!("?{link}"), dossier()).0, view);
    }

    #[test]
    fn no_link_breaks_the_state(link in "\\PC{0,60}|((event|tie|step|from|to|at|map|view|partner|theme|kind|fold|q|explore)=[a-z0-9%,-]{0,12}&?){0,6}") {
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
fn a_link_to_any_event_shows_it() {
    let domain = dossier().manifest.domain;
    for (ix, event) in dossier().events.iter().enumerate() {
        let (view, unread) = from_link(&format!("event={}", event.id), dossier());
        assert!(unread.is_empty() && view.exploring, "{}", event.id);
        assert_eq!(view.selected, Some(Target::Event(ix)));
        assert_eq!(view.cursor, event.when.earliest().clamp(domain.0, domain.1), "{}", event.id);
        assert!(view.window.0 <= view.cursor && view.cursor <= view.window.1, "{} is not in view", event.id);
    }
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
fn a_host_can_show_neither_a_cluster_nor_a_window_beyond_time() {
    let first = View::first(dossier());
    let shown = |view: View| after(vec![Msg::Show(Box::new(view))]).view;
    for target in [Target::Cluster(vec![0, 1]), Target::Time(Day(0))] {
        assert_eq!(shown(View { selected: Some(target), ..first.clone() }).selected, None);
    }
    let domain = dossier().manifest.domain;
    let before = (Day(i32::MIN), Day(domain.0 .0 - 1));
    let after_all = (Day(domain.1 .0 + 1), Day(i32::MAX));
    let reversed = (domain.1, domain.0);
    for window in [before, after_all, reversed] {
        assert_eq!(shown(View { window, ..first.clone() }).window, domain, "{window:?}");
    }
}

/// A choice outside the window moves the window, as wide as it was; one inside leaves it alone.
#[test]
fn what_is_chosen_is_in_view() {
    let day = |y| Day::from_ymd(y, 1, 1).unwrap();
    let window = (day(1995), day(1996));
    for (ix, event) in dossier().events.iter().enumerate() {
        let state = after(vec![Msg::Range(window.0, window.1), Msg::Select(Some(Target::Event(ix)))]);
        let inside = (window.0..=window.1).contains(&event.when.earliest());
        let (from, to) = state.view.window;
        assert_eq!(to.0 - from.0, window.1 .0 - window.0 .0, "{}", event.id);
        assert!(from <= state.view.cursor && state.view.cursor <= to, "{}", event.id);
        assert_eq!(inside, state.view.window == window, "{}", event.id);
        assert_eq!(state.view.selected, Some(Target::Event(ix)));
    }
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
    let painted = [Effect::NeedFrame, Effect::RepaintTies, Effect::RepaintMap];
    let told = [Effect::AnnounceSelection, Effect::EmitSelect];
    assert_eq!(effects, [&painted[..], &told[..]].concat());
    assert_eq!(update(&mut state, select, dossier()), [], "nothing changed");
    let effects = update(&mut state, Msg::Step(2), dossier());
    assert!(effects.contains(&Effect::EmitStep) && effects.contains(&Effect::AnnounceStep));
}
