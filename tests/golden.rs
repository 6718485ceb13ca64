//! Pictures as reviewed text. `UPDATE_GOLDEN=1 cargo test --test golden` writes them, never in CI; a failure
//! leaves `<name>.actual.svg` beside. Drawn from the small dossier of `tests/fixtures/base`, so that they change
//! with the drawing and not with the data.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

#[path = "golden/compare.rs"]
mod compare;

use compare::compare;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use std::fs;
use std::path::PathBuf;
use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::layout::{Ground, MapLayout, TiesLayout};
use us_uz_explainer::model::{update, Msg, State, Target};
use us_uz_explainer::paint::{paint, svg, BackendProfile, Palette, Theme, UNITS_PER_CSS_PX};
use us_uz_explainer::scene::{map_scene, ties_scene, Scene, Shape};
use us_uz_explainer::text::TableMeasure;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn small() -> Dossier {
    let folder = root().join("tests/fixtures/base");
    let names = [
        "dossier.json",
        "events.json",
        "ties.json",
        "places.json",
        "actors.json",
        "blocs.json",
        "story.json",
        "land.json",
        "strings/en.json",
    ];
    let texts: Vec<Vec<u8>> = names.iter().map(|name| fs::read(folder.join(name)).unwrap()).collect();
    let files = Files::new(names.into_iter().zip(texts.iter().map(Vec::as_slice)).collect());
    Dossier::read(&files).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn real() -> Dossier {
    Dossier::built_in().unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn ties_on_a_phone() {
    let dossier = small();
    compare("ties-320", &svg::ties(&dossier, &State::first(&dossier), 320.0).unwrap());
}

#[test]
fn ties_on_a_wide_screen() {
    let dossier = small();
    compare("ties-900", &svg::ties(&dossier, &State::first(&dossier), 900.0).unwrap());
}

#[test]
fn ties_with_a_chosen_tie_and_a_hovered_event() {
    let dossier = small();
    let mut state = State::first(&dossier);
    update(&mut state, Msg::Select(Some(Target::Tie(0))), &dossier);
    update(&mut state, Msg::Hover(Some(Target::Event(1))), &dossier);
    compare("ties-chosen", &svg::ties(&dossier, &state, 640.0).unwrap());
}

#[test]
fn the_map_and_a_chosen_place() {
    let dossier = small();
    let mut state = State::first(&dossier);
    compare("map", &svg::map(&dossier, &state, 480.0, 360.0).unwrap());
    update(&mut state, Msg::Select(Some(Target::Event(0))), &dossier);
    compare("map-chosen", &svg::map(&dossier, &state, 480.0, 360.0).unwrap());
}

/// Counts what is drawn and how far out.
#[derive(Default)]
struct Recorder {
    rects: usize,
    paths: usize,
    polygons: usize,
    circles: usize,
    texts: Vec<String>,
    farthest: (i32, i32),
    forbidden: usize,
}

impl Recorder {
    fn seen(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        for (x, y) in points {
            self.farthest = (self.farthest.0.max(x.abs()), self.farthest.1.max(y.abs()));
        }
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        panic!("the painter never asks a backend for its size: under a transform it is wrong")
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        self.forbidden += 1;
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Drawn {
        self.forbidden += 1;
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S, fill: bool) -> Drawn {
        assert!(fill, "an outlined rectangle has no width in SVG");
        self.rects += 1;
        self.seen([a, b]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        assert!(style.stroke_width() > 0);
        self.paths += 1;
        self.seen(path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Drawn {
        self.polygons += 1;
        self.seen(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, _: u32, _: &S, _: bool) -> Drawn {
        self.circles += 1;
        self.seen([at]);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        assert!(style.size() >= 12.0 * UNITS_PER_CSS_PX, "{text} is smaller than 12 CSS px");
        self.texts.push(text.to_owned());
        self.seen([at]);
        Ok(())
    }
}

fn record(scene: &Scene) -> Recorder {
    let mut recorder = Recorder::default();
    for layer in [&scene.base, &scene.overlay] {
        let palette = Palette::of(Theme::Light);
        let profile = BackendProfile { text_scale: 1.0, halos: false };
        paint(layer, &palette, &profile, &mut recorder).unwrap();
    }
    recorder
}

/// Every number of a scene: plotters would draw one that is not finite at 0 and say nothing.
fn numbers(shape: &Shape) -> Vec<f64> {
    let flat = |points: &[(f64, f64)]| points.iter().flat_map(|(x, y)| [*x, *y]).collect::<Vec<f64>>();
    match shape {
        Shape::Rect { rect, fill } => vec![rect.x, rect.y, rect.w, rect.h, fill.alpha],
        Shape::Polyline { points, stroke } => [flat(points), vec![stroke.width_css_px]].concat(),
        Shape::Ring { points, .. } => flat(points),
        Shape::Circle { at, radius, .. } => vec![at.0, at.1, *radius],
        Shape::Text { at, size_css_px, .. } => vec![at.0, at.1, *size_css_px],
    }
}

/// Draws a scene and holds what is true of every picture.
fn held(scene: &Scene, what: &str) -> Recorder {
    for shape in scene.base.iter().chain(&scene.overlay) {
        assert!(numbers(shape).iter().all(|n| n.is_finite()), "{what}: {shape:?}");
    }
    let recorder = record(scene);
    assert_eq!(recorder.forbidden, 0, "{what}: a pixel or a bare line");
    let most = |css_px: f64| (2.0 * css_px * UNITS_PER_CSS_PX) as i32;
    let (x, y) = recorder.farthest;
    assert!(x <= most(scene.size.w) && y <= most(scene.size.h), "{what}: drawn as far out as {x}, {y}");
    recorder
}

/// Each step of the story, then each event and each tie as the choice.
fn states(dossier: &Dossier) -> Vec<(String, State)> {
    let reached = |msg: Msg| {
        let mut state = State::first(dossier);
        update(&mut state, msg, dossier);
        state
    };
    let steps = (0..dossier.story.len()).map(|n| (format!("step {n}"), reached(Msg::Step(n))));
    let events = (0..dossier.events.len()).map(Target::Event);
    let chosen = events.chain((0..dossier.ties.len()).map(Target::Tie));
    steps.chain(chosen.map(|t| (t.to_text(dossier), reached(Msg::Select(Some(t)))))).collect()
}

#[test]
fn the_real_pictures_stay_in_bounds_and_within_what_a_frame_can_hold() {
    let dossier = real();
    let ground = Ground::new(&dossier);
    for (what, state) in states(&dossier) {
        for width in [320.0, 1000.0] {
            let ties = TiesLayout::new(&state, &dossier, width, &TableMeasure);
            let ties = held(&ties_scene(&state, &dossier, &ties, &TableMeasure), &what);
            assert!(ties.texts.iter().any(|t| t == "US · NATO"));
            let shapes = ties.rects + ties.paths + ties.polygons + ties.circles;
            assert!(shapes < 1500, "{what} draws {shapes} shapes");
            let size = (width.min(640.0), MapLayout::height_for(width.min(640.0)));
            let map = MapLayout::new(&state, &dossier, &ground, size, &TableMeasure);
            let map = held(&map_scene(&state, &dossier, &ground, &map), &what);
            // On a phone the pointer to a chosen place beyond the edge may take the room of the home country's name.
            let named = map.texts.iter().any(|t| t == "Uzbekistan");
            assert!(named || width < 600.0 && what.starts_with("event:"), "{what} at {width}");
            assert!(map.polygons > 20 && map.paths > 20);
        }
    }
}
