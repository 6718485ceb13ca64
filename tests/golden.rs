//! Pictures as reviewed text. `UPDATE_GOLDEN=1 cargo test --test golden` writes them, never in CI; a failure
//! leaves `<name>.actual.svg` beside. Drawn from the small dossier of `tests/fixtures/base`, so that they change
//! with the drawing and not with the data.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use std::path::PathBuf;
use std::{env, fs};
use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::layout::{Ground, MapLayout, TiesLayout};
use us_uz_explainer::model::{update, Msg, State, Target};
use us_uz_explainer::paint::{paint, svg, BackendProfile, Palette, Theme, UNITS_PER_CSS_PX};
use us_uz_explainer::scene::{map_scene, ties_scene, Scene};
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

/// One element a line, in CSS pixels where plotters wrote sixteenths: what a reviewer can read.
fn compare(name: &str, drawn: &str) {
    let folder = root().join("tests/golden");
    let (golden, actual) = (folder.join(format!("{name}.svg")), folder.join(format!("{name}.actual.svg")));
    let drawn = format!("{drawn}\n");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        assert!(env::var_os("CI").is_none(), "CI compares goldens and never writes them");
        fs::write(&golden, &drawn).unwrap();
        return;
    }
    let expected = fs::read_to_string(&golden)
        .unwrap_or_else(|e| panic!("{}: {e}; write it with UPDATE_GOLDEN=1 and review it", golden.display()));
    if expected == drawn {
        let _ = fs::remove_file(&actual);
        return;
    }
    fs::write(&actual, &drawn).unwrap();
    let line = expected.lines().zip(drawn.lines()).position(|(a, b)| a != b).unwrap_or(0) + 1;
    panic!("{name}.svg differs from line {line}; see {} beside it", actual.display());
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
    farthest: i32,
    forbidden: usize,
}

impl Recorder {
    fn seen(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        for (x, y) in points {
            self.farthest = self.farthest.max(x.abs()).max(y.abs());
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

#[test]
fn the_real_pictures_stay_in_bounds_and_within_what_a_frame_can_hold() {
    let dossier = real();
    let ground = Ground::new(&dossier);
    for step in 0..dossier.story.len() {
        let mut state = State::first(&dossier);
        update(&mut state, Msg::Step(step), &dossier);
        let ties = TiesLayout::new(&state, &dossier, 1000.0, &TableMeasure);
        let ties = record(&ties_scene(&state, &dossier, &ties, &TableMeasure));
        assert_eq!(ties.forbidden, 0);
        assert!(ties.farthest <= 2 * 16 * 1400, "{}", ties.farthest);
        assert!(ties.texts.iter().any(|t| t == "US · NATO"));
        assert!(ties.rects + ties.paths + ties.polygons + ties.circles < 1000, "step {step} draws too much");
        let map = MapLayout::new(&state, &dossier, &ground, (640.0, 500.0), &TableMeasure);
        let map = record(&map_scene(&state, &dossier, &ground, &map));
        assert_eq!(map.forbidden, 0);
        assert!(map.farthest <= 2 * 16 * 640, "land is clipped: {}", map.farthest);
        assert!(map.texts.iter().any(|t| t == "Uzbekistan"));
        assert!(map.polygons > 20 && map.paths > 20);
    }
}
