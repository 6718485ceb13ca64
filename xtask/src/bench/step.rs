//! The functions whose instructions `cargo xtask bench` counts, each of a name of its own that callgrind can find.
//! Run natively under valgrind by `counts`; what stands before them (reading, the first layout) is not counted.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::layout::{Ground, MapLayout, TiesLayout, TiesPlan};
use us_uz_explainer::model::{update, Msg, State};
use us_uz_explainer::outline;
use us_uz_explainer::relations::ties_on;
use us_uz_explainer::scene::{map_scene, ties_scene};
use us_uz_explainer::text::{Day, TableMeasure};

use super::numbers;

/// As the frames' pictures.
const TIES_WIDTH_CSS_PX: f64 = 960.0;
const MAP_SIZE_CSS_PX: (f64, f64) = (640.0, 500.0);

/// What is counted: the function's name here, and what the report calls it.
pub(super) const COUNTED: [(&str, &str); 8] = [
    ("count_update", "update: the next event is chosen"),
    ("count_relations", "relations: ties in force on a day"),
    ("count_plan", "layout: lanes and stacks of a width"),
    ("count_ties_layout", "layout of the ties"),
    ("count_map_layout", "layout of the map"),
    ("count_ties_scene", "scene of the ties"),
    ("count_map_scene", "scene of the map"),
    ("count_card", "card of what is chosen"),
];

/// Calls each counted function so often, with the digest of a file; then those of the test, with a dossier of as many events.
pub(crate) fn run(digest: &Path, calls: usize, events: Option<usize>) -> Result<(), String> {
    let json = fs::read_to_string(digest).map_err(|e| format!("{} cannot be read: {e}", digest.display()))?;
    let dossier = Dossier::from_digest(&json).ok_or_else(|| format!("{} is no digest", digest.display()))?;
    let ground = Ground::new(&dossier);
    let mut state = State::first(&dossier);
    update(&mut state, Msg::Animate(false), &dossier);
    update(&mut state, Msg::Explore, &dossier);
    for _ in 0..calls {
        count_update(&mut state, &dossier);
        count_relations(&dossier, state.view.cursor);
        let plan = count_plan(&dossier);
        let ties = count_ties_layout(&plan, &state, &dossier);
        let map = count_map_layout(&state, &dossier, &ground);
        count_ties_scene(&state, &dossier, &ties);
        count_map_scene(&state, &dossier, &ground, &map);
        count_card(&state, &dossier);
    }
    numbers::run(events)
}

#[inline(never)]
fn count_update(state: &mut State, dossier: &Dossier) {
    black_box(update(state, Msg::Move(1), dossier));
}

#[inline(never)]
fn count_relations(dossier: &Dossier, day: Day) {
    black_box(ties_on(dossier, day));
}

#[inline(never)]
fn count_plan(dossier: &Dossier) -> TiesPlan {
    black_box(TiesPlan::new(dossier, TIES_WIDTH_CSS_PX, &TableMeasure))
}

#[inline(never)]
fn count_ties_layout(plan: &TiesPlan, state: &State, dossier: &Dossier) -> TiesLayout {
    black_box(TiesLayout::by_plan(plan, state, dossier, &TableMeasure))
}

#[inline(never)]
fn count_map_layout(state: &State, dossier: &Dossier, ground: &Ground) -> MapLayout {
    black_box(MapLayout::new(state, dossier, ground, MAP_SIZE_CSS_PX, &TableMeasure))
}

#[inline(never)]
fn count_ties_scene(state: &State, dossier: &Dossier, layout: &TiesLayout) {
    black_box(ties_scene(state, dossier, layout, &TableMeasure));
}

#[inline(never)]
fn count_map_scene(state: &State, dossier: &Dossier, ground: &Ground, layout: &MapLayout) {
    black_box(map_scene(state, dossier, ground, layout));
}

#[inline(never)]
fn count_card(state: &State, dossier: &Dossier) {
    black_box(outline::card(state, dossier));
}
