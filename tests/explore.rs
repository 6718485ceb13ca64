//! Moving freely: windows, looks, short ways, playing, filters and searches, without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "in a test a panic is the answer")]

use proptest::prelude::*;
use std::sync::OnceLock;
use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::layout::{MarkKind, TiesLayout, TiesPlan};
use us_uz_explainer::model::{update, Effect, Group, Look, Msg, Shown, State, Target, LEAST_DAYS};
use us_uz_explainer::outline;
use us_uz_explainer::text::{Day, TableMeasure};

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| Dossier::built_in_digest().expect("the digest reads"))
}

fn say(state: &mut State, msg: Msg) -> Vec<Effect> {
    update(state, msg, dossier())
}

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd(y, m, d).unwrap()
}

fn choose(state: &mut State, group: Group, id: &str, on: bool) {
    let ix = group.position(id, dossier()).expect(id);
    say(state, Msg::Choose(group, ix, on));
}

#[test]
fn a_window_under_the_finger_is_shown_at_once_and_not_rounded() {
    let mut state = State::first(dossier());
    say(&mut state, Msg::Animate(true));
    say(&mut state, Msg::Window { from: 13000.4, until: 13100.4, at_once: true });
    assert_eq!(state.motion.shown.days, (13000.4, 13100.4));
    assert_eq!(state.view.window, (Day(13000), Day(13099)), "a link holds whole days");
    assert_eq!(state.motion.tween, None);
}

#[test]
fn a_button_goes_a_short_way_and_arrives_exactly() {
    let mut state = State::first(dossier());
    say(&mut state, Msg::Animate(true));
    let before = state.motion.shown;
    say(&mut state, Msg::Range(day(2005, 1, 1), day(2005, 12, 31)));
    assert_eq!(state.motion.shown, before, "it has not set out yet");
    let mut last_width = before.days.1 - before.days.0;
    let mut frames = 0;
    while state.motion.tween.is_some() {
        say(&mut state, Msg::Tick(16.0));
        let width = state.motion.shown.days.1 - state.motion.shown.days.0;
        assert!(width <= last_width, "it goes straight there");
        (last_width, frames) = (width, frames + 1);
    }
    assert_eq!(state.motion.shown, Shown::of(&state.view));
    assert!((10..40).contains(&frames), "{frames} frames");
    assert_eq!(say(&mut state, Msg::Tick(16.0)), [], "at rest nothing is wanted any more");
}

#[test]
fn with_less_motion_asked_for_there_is_no_way_to_be_seen() {
    let mut state = State::first(dossier());
    say(&mut state, Msg::Range(day(2005, 1, 1), day(2005, 12, 31)));
    assert_eq!((state.motion.tween, state.motion.shown), (None, Shown::of(&state.view)));
}

#[test]
fn windows_end_at_the_domain_and_at_a_week() {
    let mut state = State::first(dossier());
    let (first, last) = dossier().manifest.domain;
    say(&mut state, Msg::Window { from: 0.0, until: 1e6, at_once: true });
    assert_eq!(state.view.window, (first, last));
    say(&mut state, Msg::Window { from: 13000.0, until: 13000.5, at_once: true });
    let (from, until) = state.motion.shown.days;
    assert!((until - from - LEAST_DAYS).abs() < 1e-9 && from < 13000.0 && until > 13000.5);
}

#[test]
fn playing_runs_through_the_window_once_and_stops_at_any_act() {
    let mut state = State::first(dossier());
    say(&mut state, Msg::Range(day(2004, 1, 1), day(2006, 12, 31)));
    say(&mut state, Msg::Cursor(day(1999, 1, 1)));
    say(&mut state, Msg::Play(true));
    let mut cursors = vec![];
    while state.motion.playing.is_some() {
        say(&mut state, Msg::Tick(100.0));
        cursors.push(state.view.cursor);
        assert!(cursors.len() < 1000, "it ends");
    }
    assert_eq!((cursors[0], cursors.last()), (day(2004, 1, 6), Some(&day(2006, 12, 31))));
    assert!(cursors.is_sorted() && cursors.len() > 100, "{} steps", cursors.len());
    say(&mut state, Msg::Play(true));
    say(&mut state, Msg::Tick(100.0));
    assert!(state.view.cursor < day(2004, 2, 1), "from the end it begins again");
    say(&mut state, Msg::Hover(Some(Target::Event(1))));
    assert!(state.motion.playing.is_some(), "looking on is no act");
    say(&mut state, Msg::Select(Some(Target::Event(1))));
    assert_eq!(state.motion.playing, None);
    let cursor = state.view.cursor;
    say(&mut state, Msg::Tick(1000.0));
    assert_eq!(state.view.cursor, cursor, "never by itself");
}

/// What a reader sees of a filter: the numbers beside the choices are those of the records left.
#[test]
fn counts_are_what_choosing_gives() {
    for group in [Group::Partner, Group::Theme, Group::Kind] {
        for first in [None, Some((Group::Partner, "russia")), Some((Group::Theme, "security"))] {
            let mut state = State::first(dossier());
            if let Some((group, id)) = first {
                choose(&mut state, group, id, true);
            }
            for choice in outline::choices(group, &state, dossier()) {
                let mut alone = state.clone();
                for other in outline::choices(group, &state, dossier()) {
                    choose(&mut alone, group, other.id, other.id == choice.id);
                }
                let events = dossier().events.iter().enumerate();
                let left = events.filter(|(ix, event)| alone.shows_event(*ix, event)).count()
                    + (0..dossier().ties.len()).filter(|ix| alone.shows_tie(*ix, dossier())).count();
                assert_eq!(choice.count, left, "{group:?} {} after {first:?}", choice.id);
            }
        }
    }
}

#[test]
fn back_and_next_go_through_what_is_left_in_date_order() {
    let mut state = State::first(dossier());
    choose(&mut state, Group::Partner, "china", true);
    let left: Vec<usize> =
        (0..dossier().events.len()).filter(|ix| state.shows_event(*ix, &dossier().events[*ix])).collect();
    assert!(left.len() > 3 && left.len() < dossier().events.len() / 4, "{} events", left.len());
    say(&mut state, Msg::Move(i32::MIN));
    for (n, ix) in left.iter().enumerate() {
        assert_eq!(state.view.selected, Some(Target::Event(*ix)), "number {n}");
        let (from, to) = state.view.window;
        assert!(from <= state.view.cursor && state.view.cursor <= to);
        say(&mut state, Msg::Move(1));
    }
    assert_eq!(state.view.selected, left.last().map(|ix| Target::Event(*ix)), "it stops at the last");
}

#[test]
fn a_search_leaves_what_was_found_and_ends_with_the_empty_query() {
    let mut state = State::first(dossier());
    let effects =
        say(&mut state, Msg::Found("k2".into(), vec![Target::Event(7), Target::Tie(2), Target::Base(0)]));
    assert!(effects.contains(&Effect::AnnounceFilter));
    let left = |state: &State| {
        (0..dossier().events.len())
            .filter(|ix| state.shows_event(*ix, &dossier().events[*ix]))
            .collect::<Vec<_>>()
    };
    assert_eq!(left(&state), [7]);
    assert!(state.shows_tie(2, dossier()) && !state.shows_tie(1, dossier()));
    say(&mut state, Msg::Found(String::new(), vec![]));
    assert_eq!(left(&state).len(), dossier().events.len());
}

#[test]
fn a_folded_row_is_lower_and_draws_no_bars_and_unfolds_again() {
    let mut state = State::first(dossier());
    say(&mut state, Msg::Explore);
    for width in [320.0, 900.0] {
        let plan = TiesPlan::new(dossier(), width, &TableMeasure);
        let lay = |state: &State| TiesLayout::by_plan(&plan, state, dossier(), &TableMeasure);
        let open = lay(&state);
        for (row, band) in open.rows.iter().enumerate() {
            let mut folded = state.clone();
            let effects = say(&mut folded, Msg::Select(Some(Target::Row(band.row))));
            if row == 1 {
                assert_eq!(effects, [], "the axis stays");
                continue;
            }
            assert!(effects.contains(&Effect::NeedSize));
            let lower = lay(&folded);
            assert!(lower.size.h < open.size.h, "row {row} at {width}");
            let band = &lower.rows[row];
            assert!(band.folded && band.bars.is_empty() && band.marks.is_empty() && !band.strip.is_empty());
            assert!(lower.size.holds(&band.name), "{:?}", band.name);
            say(&mut folded, Msg::Select(Some(Target::Row(band.row))));
            assert_eq!(lay(&folded), open);
        }
    }
}

/// A thousand events in one month keep a face: every one is in a mark, none over another, within the row.
#[test]
fn a_thousand_events_in_one_month_are_counted() {
    let mut many = dossier().clone();
    let model = many.events.iter().find(|e| !e.partners.is_empty()).unwrap().clone();
    for n in 0..1000 {
        let at = day(2001, 9, 1 + n % 30);
        let mut event = model.clone();
        event.id = format!("made-{n:04}");
        event.when = us_uz_explainer::text::When::parse(&at.iso()).unwrap();
        many.events.push(event);
    }
    many.events.sort_by_key(|event| event.when.earliest());
    for (from, to) in [(many.manifest.domain.0, many.manifest.domain.1), (day(2001, 8, 25), day(2001, 10, 6))]
    {
        let mut state = State::first(&many);
        update(&mut state, Msg::Range(from, to), &many);
        for width in [320.0, 1280.0] {
            let layout = TiesLayout::new(&state, &many, width, &TableMeasure);
            let row = layout.rows.iter().find(|row| row.row == many.row_of_event(&model)).unwrap();
            let counted: usize = row
                .marks
                .iter()
                .map(|mark| match &mark.kind {
                    MarkKind::Single(_) => 1,
                    MarkKind::Cluster(events) => events.len(),
                })
                .sum();
            assert!(counted >= 1000, "{counted} at {width}");
            for (n, a) in row.marks.iter().enumerate() {
                assert!(row.rect.holds(&a.rect()), "{:?} leaves its row", a.rect());
                for b in &row.marks[n + 1..] {
                    assert!(!a.rect().grown(-0.1).overlaps(&b.rect()), "{a:?} covers {b:?}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Labels of ticks at every zoom: within the picture, and none touches another.
    #[test]
    fn tick_labels_fit_at_every_zoom(from in 7670.0..20400.0_f64, span in 7.0..12784.0_f64, width in 280.0..1600.0_f64) {
        let mut state = State::first(dossier());
        say(&mut state, Msg::Window { from, until: from + span, at_once: true });
        let layout = TiesLayout::new(&state, dossier(), width, &TableMeasure);
        let mut free_from = 0.0;
        let mut labels = 0;
        for tick in layout.ticks.iter().filter(|tick| !tick.label.is_empty()) {
            let half = us_uz_explainer::text::Measure::width_css_px(&TableMeasure, &tick.label, 12.0, false) / 2.0;
            prop_assert!(tick.x - half >= free_from && tick.x + half <= width, "{:?} at {}", tick, width);
            free_from = tick.x + half + 4.0;
            labels += 1;
        }
        prop_assert!(labels > 0, "no label from {} for {} days at {}", from, span, width);
    }

    #[test]
    fn looks_are_bounded_and_round_trip(east in -3e4..3e4_f64, north in -3e4..3e4_f64, radius in 0.0..3e4_f64) {
        let look = Look::new(east, north, radius);
        prop_assert_eq!(look, look.bounded());
        prop_assert!(look.radius_km >= 100 && look.radius_km <= 10_000);
    }
}

#[test]
fn a_list_without_end_is_cut_and_says_how_much_is_left() {
    let mut many = dossier().clone();
    let (events, whole) = (many.events.clone(), many.manifest.domain);
    while many.events.len() <= 200 {
        many.events.extend(events.clone());
    }
    many.events.sort_by_key(|event| event.when.earliest());
    let mut state = State::first(&many);
    update(&mut state, Msg::Range(whole.0, whole.1), &many);
    let in_view = state.events_in_view(&many).len() as u64;
    assert!(in_view > 200, "{in_view} events in view");
    let left = many.strings.number(in_view - 200);
    let said = many.strings.fill("ui", "list-cut", &[("n", &left)]);
    assert!(outline::to_html(&outline::list(&state, &many)).contains(&said), "{said}");
    let mut state = State::first(dossier());
    update(&mut state, Msg::Step(5), dossier());
    let few = outline::to_html(&outline::list(&state, dossier()));
    assert!(!few.contains("more; a shorter time"));
}
