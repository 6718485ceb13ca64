//! What stands where, for every width and every step of the real story: nothing overlaps, nothing is lost.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use proptest::prelude::*;
use std::sync::OnceLock;
use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::geo::PlaneKm;
use us_uz_explainer::layout::{Ground, MapLayout, MarkKind, Rect, TiesLayout, TiesPlan, TimeScale};
use us_uz_explainer::model::{update, Group, Msg, State, Target};
use us_uz_explainer::scene::{map_scene, ties_scene, Hit};
use us_uz_explainer::text::{Day, TableMeasure};

const WIDTHS: [f64; 10] = [160.0, 280.0, 320.0, 360.0, 420.0, 599.0, 600.0, 768.0, 1100.0, 1920.0];

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| Dossier::built_in().unwrap_or_else(|problems| panic!("{problems:?}")))
}

fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| Ground::new(dossier()))
}

/// The first state, each step, and windows from decades to weeks.
fn states() -> Vec<State> {
    let mut states: Vec<State> = (0..dossier().story.len())
        .map(|step| {
            let mut state = State::first(dossier());
            update(&mut state, Msg::Step(step), dossier());
            state
        })
        .collect();
    let day = |y, m, d| Day::from_ymd(y, m, d).unwrap();
    for (from, to) in [
        (day(2014, 1, 1), day(2016, 12, 31)),
        (day(2005, 11, 1), day(2005, 11, 30)),
        (day(1991, 1, 1), day(1992, 6, 30)),
    ] {
        let mut state = State::first(dossier());
        update(&mut state, Msg::Range(from, to), dossier());
        states.push(state);
    }
    states
}

/// Any two days of the domain, at least a week apart.
fn any_window() -> impl Strategy<Value = (Day, Day)> {
    let (first, last) = dossier().manifest.domain;
    let length = prop_oneof![7..60i32, 60..800i32, 800..last.0 - first.0];
    (first.0..last.0 - 7, length)
        .prop_map(move |(from, length)| (Day(from), Day((from + length).min(last.0))))
}

fn in_window(window: (Day, Day)) -> State {
    let mut state = State::first(dossier());
    update(&mut state, Msg::Range(window.0, window.1), dossier());
    state
}

fn each_ties_layout(check: &dyn Fn(&State, f64, &TiesLayout)) {
    for state in states() {
        for width in WIDTHS {
            check(&state, width, &TiesLayout::new(&state, dossier(), width, &TableMeasure));
        }
    }
}

fn bars_and_names_keep_apart(_: &State, width: f64, layout: &TiesLayout) {
    for row in &layout.rows {
        for (n, bar) in row.bars.iter().enumerate() {
            let id = &dossier().ties[bar.tie].id;
            assert!(layout.size.holds(&bar.rect), "{id} at {width}: bar leaves the picture");
            let taken = |bar: &us_uz_explainer::layout::Bar| match &bar.name {
                Some(name) => {
                    let left = bar.rect.x.min(name.x);
                    Rect::new(left, bar.rect.y, bar.rect.right().max(name.x + name.width) - left, bar.rect.h)
                }
                None => bar.rect,
            };
            assert!(layout.size.grown(0.5).holds(&taken(bar)), "{id} at {width}: name leaves the picture");
            for other in &row.bars[n + 1..] {
                let other_id = &dossier().ties[other.tie].id;
                assert!(!taken(bar).overlaps(&taken(other)), "{id} over {other_id} at {width}");
            }
        }
    }
}

#[test]
fn bars_and_names_of_a_row_never_overlap_and_stay_in_the_picture() {
    each_ties_layout(&bars_and_names_keep_apart);
}

fn rows_keep_apart(_: &State, width: f64, layout: &TiesLayout) {
    for pair in layout.rows.windows(2) {
        assert!(pair[0].rect.bottom() < pair[1].rect.y, "at {width}");
    }
    assert!(layout.rows.iter().all(|row| layout.size.holds(&row.rect)), "at {width}");
}

#[test]
fn rows_stand_one_under_the_other_without_touching() {
    each_ties_layout(&rows_keep_apart);
}

fn events_have_one_mark(state: &State, width: f64, layout: &TiesLayout) {
    for (ix, event) in dossier().events.iter().enumerate() {
        let holding = |kind: &MarkKind| match kind {
            MarkKind::Single(at) => *at == ix,
            MarkKind::Cluster(events) => events.contains(&ix),
        };
        let found: Vec<usize> = layout
            .rows
            .iter()
            .flat_map(|row| row.marks.iter().filter(|m| holding(&m.kind)).map(|_| row.row))
            .collect();
        // A mark stands in the middle of the days it may have happened, or begun, on.
        let (start, (first, last)) = (event.when.start(), state.view.window);
        let middle = f64::from(start.earliest.0 + start.latest.0) / 2.0;
        let inside = f64::from(first.0) <= middle && middle <= f64::from(last.0);
        assert!(found.len() <= 1, "{} at {width}: in {} marks", event.id, found.len());
        if inside {
            assert_eq!(found, [dossier().row_of_event(event)], "{} at {width}", event.id);
        }
    }
}

#[test]
fn every_event_in_the_window_is_in_exactly_one_mark_of_its_row() {
    each_ties_layout(&events_have_one_mark);
}

/// What is drawn and answers a pointer: no mark covers another, and each stays within its row.
fn marks_keep_apart(state: &State, width: f64, layout: &TiesLayout) {
    let scene = ties_scene(state, dossier(), layout, &TableMeasure);
    let is_mark = |hit: &&Hit| matches!(hit.target, Target::Event(_) | Target::Cluster(_));
    let marks: Vec<&Hit> = scene.hits.iter().filter(is_mark).collect();
    for (n, a) in marks.iter().enumerate() {
        assert!(
            layout.rows.iter().any(|row| row.rect.grown(0.5).holds(&a.rect)),
            "{:?} leaves its row at {width} in {:?}",
            a,
            state.view.window
        );
        if let Target::Cluster(events) = &a.target {
            assert!(events.len() > 1, "a cluster of {} at {width}", events.len());
        }
        for b in &marks[n + 1..] {
            let apart = !a.rect.grown(-0.1).overlaps(&b.rect);
            assert!(apart, "{a:?} covers {b:?} at {width} in {:?}", state.view.window);
        }
    }
}

/// Windows that end on the day an event begins, and windows that begin on it.
#[test]
fn an_event_on_the_edge_of_the_window_has_its_mark() {
    let (first, last) = dossier().manifest.domain;
    for event in &dossier().events {
        let start = event.when.start();
        for window in [
            (Day(start.latest.0 - 4000).max(first), start.latest.min(last)),
            (start.earliest.max(first), Day(start.earliest.0 + 4000).min(last)),
        ] {
            if window.0 < window.1 {
                let state = in_window(window);
                let layout = TiesLayout::new(&state, dossier(), 320.0, &TableMeasure);
                events_have_one_mark(&state, 320.0, &layout);
                marks_keep_apart(&state, 320.0, &layout);
            }
        }
    }
}

#[test]
fn marks_of_a_row_keep_apart() {
    each_ties_layout(&marks_keep_apart);
}

fn ties_have_their_bar(state: &State, width: f64, layout: &TiesLayout) {
    let (first, last) = state.view.window;
    for (ix, tie) in dossier().ties.iter().enumerate() {
        let ends = match tie.to {
            us_uz_explainer::text::Until::Known(span) => span.latest,
            us_uz_explainer::text::Until::Open => Day(i32::MAX),
        };
        let in_window = tie.from.earliest <= last && ends >= first;
        let drawn = layout.rows.iter().flat_map(|row| &row.bars).filter(|bar| bar.tie == ix).count();
        assert_eq!(drawn, usize::from(in_window), "{} at {width}", tie.id);
    }
}

#[test]
fn every_tie_in_the_window_has_its_bar() {
    each_ties_layout(&ties_have_their_bar);
}

#[test]
fn the_height_is_the_same_for_every_window() {
    for width in WIDTHS {
        let wanted = TiesLayout::height_for(&State::first(dossier()), dossier(), width, &TableMeasure);
        for state in states() {
            assert_eq!(TiesLayout::new(&state, dossier(), width, &TableMeasure).size.h, wanted, "at {width}");
        }
    }
}

#[test]
fn a_picture_that_follows_the_state_is_the_one_placed_anew() {
    let (d, width) = (dossier(), 900.0);
    let plan = TiesPlan::new(d, width, &TableMeasure);
    let mut state = State::first(d);
    let mut layout = TiesLayout::by_plan(&plan, &state, d, &TableMeasure);
    let day = |iso| Day::parse_iso(iso).unwrap();
    let found = vec![Target::Event(3), Target::Tie(1)];
    for msg in [
        Msg::Cursor(day("2004-05-06")),
        Msg::Move(1),
        Msg::Range(day("1999-01-01"), day("2008-12-31")),
        Msg::Cursor(day("2015-05-06")),
        Msg::Choose(Group::Partner, 2, true),
        Msg::Choose(Group::Row, 2, false),
        Msg::Cursor(day("2005-11-21")),
        Msg::Found("treaty".into(), found),
        Msg::Found(String::new(), Vec::new()),
        Msg::Step(2),
    ] {
        let said = format!("{msg:?}");
        update(&mut state, msg, d);
        layout = layout.follow(&plan, &state, d, &TableMeasure);
        assert_eq!(layout, TiesLayout::new(&state, d, width, &TableMeasure), "after {said}");
    }
}

/// Map sizes from a phone held upright to a wide column.
const MAP_SIZES: [(f64, f64); 6] =
    [(240.0, 240.0), (280.0, 260.0), (340.0, 265.0), (420.0, 330.0), (720.0, 560.0), (1200.0, 560.0)];

/// Labels keep apart and inside, and a pointer stands at the edge and points outwards.
fn map_holds(state: &State, size: (f64, f64)) -> MapLayout {
    let map = MapLayout::new(state, dossier(), ground(), size, &TableMeasure);
    for (n, label) in map.labels.iter().enumerate() {
        assert!(map.size.holds(&label.rect), "{} leaves {size:?}", label.text);
        for other in &map.labels[n + 1..] {
            let apart = !label.rect.overlaps(&other.rect);
            assert!(apart, "{} over {} at {size:?}", label.text, other.text);
        }
    }
    for pointer in &map.pointers {
        let (x, y) = pointer.tip;
        let inset = x.min(y).min(size.0 - x).min(size.1 - y);
        assert!((inset - 8.0).abs() < 0.01, "a pointer stands at the edge, not {inset} px from it");
        let outwards = pointer.towards.0 * (x - size.0 / 2.0) + pointer.towards.1 * (y - size.1 / 2.0);
        assert!(outwards > 0.0 && (pointer.towards.0.hypot(pointer.towards.1) - 1.0).abs() < 1e-9);
    }
    map
}

#[test]
fn map_labels_never_overlap_and_stay_inside() {
    for state in states() {
        for size in MAP_SIZES {
            let map = map_holds(&state, size);
            assert!(map.labels.iter().any(|l| l.text == "Uzbekistan"), "{size:?}: home is named");
        }
    }
}

#[test]
fn whatever_is_chosen_has_its_place_named_on_the_map() {
    let d = dossier();
    let targets = (0..d.events.len())
        .map(Target::Event)
        .chain((0..d.ties.len()).map(Target::Tie))
        .chain((0..d.bases.len()).map(Target::Base));
    for target in targets {
        for camera in 0..d.manifest.cameras.len() {
            let mut state = State::first(d);
            update(&mut state, Msg::Select(Some(target.clone())), d);
            update(&mut state, Msg::Choose(Group::Camera, camera, true), d);
            for size in MAP_SIZES {
                let map = map_holds(&state, size);
                let Some(selected) = map.selected else { continue };
                let place = &d.places[selected.place];
                let name = d.strings.get("place", &place.id).unwrap();
                let named = map.labels.iter().any(|label| label.bold && label.text.starts_with(name));
                assert!(named, "{name} is chosen and not named at {size:?}, camera {camera}");
                let pointed = map.pointers.iter().any(|p| p.place == selected.place);
                assert_eq!(pointed, selected.beyond, "{name}");
            }
        }
    }
}

#[test]
fn a_chosen_event_beyond_the_edge_has_a_pointer_and_a_label() {
    let ix = dossier().event_ix("declaration-2002").expect("the Declaration was signed in Washington");
    let mut state = State::first(dossier());
    update(&mut state, Msg::Select(Some(Target::Event(ix))), dossier());
    let map = MapLayout::new(&state, dossier(), ground(), (420.0, 330.0), &TableMeasure);
    let selected = map.selected.expect("its place is shown");
    assert!(selected.beyond);
    assert!(map.pointers.iter().any(|p| p.place == selected.place));
    assert!(map.labels.iter().any(|l| l.text.starts_with("Washington") && l.bold));
}

#[test]
fn the_same_state_gives_the_same_pictures() {
    for state in states().into_iter().take(3) {
        let draw = || {
            let ties = TiesLayout::new(&state, dossier(), 700.0, &TableMeasure);
            let map = MapLayout::new(&state, dossier(), ground(), (700.0, 500.0), &TableMeasure);
            let ties = ties_scene(&state, dossier(), &ties, &TableMeasure);
            (ties, map_scene(&state, dossier(), ground(), &map))
        };
        assert!(draw() == draw());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_time_scale_is_monotone_and_inverts(
        first in -20_000..20_000i32, length in 1..40_000i32, x0 in 0.0..200.0f64, width in 40.0..3000.0f64, at in 0.0..1.0f64,
    ) {
        let window = (Day(first), Day(first + length));
        let scale = TimeScale::new(window, x0, x0 + width);
        let day = Day(first + (f64::from(length) * at) as i32);
        prop_assert!(scale.start_px(day) < scale.mid_px(day) && scale.mid_px(day) < scale.end_px(day));
        prop_assert!(scale.start_px(window.0) >= x0 - 1e-6 && scale.end_px(window.1) <= x0 + width + 1e-6);
        prop_assert_eq!(scale.day_at(scale.mid_px(day)), day);
        prop_assert_eq!(scale.day_at(scale.start_px(day)), day);
        prop_assert_eq!(scale.day_at(-1e9), window.0);
        prop_assert_eq!(scale.day_at(1e9), window.1);
    }

    #[test]
    fn every_window_at_every_width_holds(window in any_window(), width in 160.0..1920.0f64) {
        let (state, width) = (in_window(window), width.round());
        let layout = TiesLayout::new(&state, dossier(), width, &TableMeasure);
        rows_keep_apart(&state, width, &layout);
        bars_and_names_keep_apart(&state, width, &layout);
        events_have_one_mark(&state, width, &layout);
        marks_keep_apart(&state, width, &layout);
        ties_have_their_bar(&state, width, &layout);
        prop_assert_eq!(layout.size.h, TiesLayout::height_for(&State::first(dossier()), dossier(), width, &TableMeasure));
    }

    #[test]
    fn the_map_inverts(x in 0.0..600.0f64, y in 0.0..400.0f64) {
        let map = MapLayout::new(&State::first(dossier()), dossier(), ground(), (600.0, 400.0), &TableMeasure);
        let PlaneKm { x_km, y_km } = map.invert(x, y);
        let (back_x, back_y) = map.to_px(PlaneKm { x_km, y_km });
        prop_assert!((back_x - x).abs() < 1e-6 && (back_y - y).abs() < 1e-6);
    }
}
