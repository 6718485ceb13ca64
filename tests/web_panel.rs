//! The class behind the panel “Test it”, in a real browser: it paints, computes a little at a time, and says what it found.

#![cfg(all(target_arch = "wasm32", feature = "panel"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::relations::exchange;
use us_uz_explainer::web::Panel;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH_CSS_PX: f64 = 640.0;
const DAYS: (f64, f64) = (7_670.0, 20_454.0);

fn data() -> String {
    let files = Files::built_in()
        .with("sources.json", include_bytes!("../data/sources.json"))
        .with("strings/en.detail.json", include_bytes!("../data/strings/en.detail.json"))
        .with("claims.json", include_bytes!("../data/claims.json"))
        .with("figures.json", include_bytes!("../data/figures.json"))
        .with("series.json", include_bytes!("../data/series.json"))
        .with("test.json", include_bytes!("../data/test.json"));
    exchange::write(&Dossier::read_whole(&files).unwrap()).unwrap()
}

fn panel() -> Panel {
    let mut panel = Panel::new("light", &data()).unwrap();
    panel.set_window(DAYS.0, DAYS.1);
    panel
}

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().unchecked_into()
}

/// How many colours a canvas shows.
fn colours(canvas: &HtmlCanvasElement) -> usize {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let data = context.get_image_data(0.0, 0.0, width, height).unwrap().data().0;
    let mut pixels: Vec<&[u8]> = data.chunks_exact(4).collect();
    pixels.sort_unstable();
    pixels.dedup();
    pixels.len()
}

fn said(nodes: &JsValue) -> String {
    js_sys::JSON::stringify(nodes).unwrap().into()
}

/// Advances to the end; how many slices that took.
fn finish(panel: &mut Panel) -> usize {
    (1..).find(|_| panel.advance(100)).unwrap()
}

fn word(panel: &Panel, key: &str) -> String {
    panel.word(key).split('{').next().unwrap().to_owned()
}

#[wasm_bindgen_test]
fn every_picture_is_painted_once_and_again_when_it_differs() {
    let mut panel = panel();
    for picture in ["scores", "scatter", "moments"] {
        let canvas = canvas();
        let height = panel.height_for(picture, WIDTH_CSS_PX);
        assert!(height > 100.0, "{picture}: {height}");
        panel.resize(picture, WIDTH_CSS_PX, height, 2.0);
        assert!(panel.paint(picture, &canvas).unwrap());
        assert_eq!(canvas.width(), 1_280);
        assert!(colours(&canvas) > 5, "{picture} has {} colours", colours(&canvas));
        assert!(!panel.paint(picture, &canvas).unwrap(), "{picture} was painted again");
        panel.set_theme("dark");
        assert!(panel.paint(picture, &canvas).unwrap());
        panel.set_theme("light");
    }
    let scores = canvas();
    panel.paint("scores", &scores).unwrap();
    panel.choose("year", "2005");
    assert!(panel.paint("scores", &scores).unwrap(), "the chosen year is not shown");
    panel.set_shown(11_000.0, 14_000.0);
    assert!(panel.paint("scores", &scores).unwrap(), "the window is not followed");
    panel.set_shown(14_000.0, f64::NAN);
    assert!(!panel.paint("scores", &scores).unwrap(), "a window that is none is drawn");
}

#[wasm_bindgen_test]
fn the_curves_make_the_picture_higher_and_the_fan_changes_it() {
    let mut panel = panel();
    let before = panel.height_for("scores", WIDTH_CSS_PX);
    panel.choose("halfLife", "2");
    let height = panel.height_for("scores", WIDTH_CSS_PX);
    assert!(height > before + 40.0, "{height} after {before}");
    panel.resize("scores", WIDTH_CSS_PX, height, 1.0);
    let canvas = canvas();
    assert!(panel.paint("scores", &canvas).unwrap());
    panel.choose("fan", "yes");
    assert!(panel.paint("scores", &canvas).unwrap());
    assert!(said(&panel.legend()).contains(&word(&panel, "legend-curve")));
    panel.choose("halfLife", "");
    assert_eq!(panel.height_for("scores", WIDTH_CSS_PX), before);
}

#[wasm_bindgen_test]
fn the_declared_sentence_is_there_first_and_all_in_the_end() {
    let mut panel = panel();
    assert!(said(&panel.results()).contains(&word(&panel, "reading-pending")));
    let declared = (1..).find(|_| {
        panel.advance(500);
        said(&panel.results()).contains(&word(&panel, "reading-cannot-tell"))
    });
    assert_eq!(declared, Some(4), "2,000 resamples are four times 500");
    assert!(said(&panel.results()).contains(&word(&panel, "short-pending")), "the others are on their way");
    assert!(finish(&mut panel) > 20);
    assert!(!said(&panel.results()).contains(&word(&panel, "reading-pending")));
    assert!(panel.advance(1), "there is nothing left to do");
}

#[wasm_bindgen_test]
fn other_acts_and_years_are_compared_anew() {
    let mut panel = panel();
    finish(&mut panel);
    let all = said(&panel.results());
    panel.choose("whose", "home");
    assert!(!panel.advance(1));
    finish(&mut panel);
    let home = said(&panel.results());
    assert_ne!(all, home);
    assert!(home.contains(&panel.word("home")));
    assert!(!panel.set_window(DAYS.0, DAYS.1), "the same window");
    assert!(panel.set_window(12_000.0, 14_500.0));
    finish(&mut panel);
    let short = said(&panel.results());
    assert!(short.contains(&word(&panel, "reading-too-short")), "{short}");
    assert!(!panel.set_window(12_000.5, 14_500.0), "the same whole years");
}

#[wasm_bindgen_test]
fn a_year_is_found_where_it_is_drawn_and_its_events_are_listed() {
    let mut panel = panel();
    assert_eq!(said(&panel.year_events()), "[]");
    let height = panel.height_for("scores", WIDTH_CSS_PX);
    panel.resize("scores", WIDTH_CSS_PX, height, 1.0);
    let years: Vec<i32> = (0..640).map(|x| panel.year_at("scores", f64::from(x), 40.0)).collect();
    assert!([1991, 2005, 2025].iter().all(|year| years.contains(year)), "{years:?}");
    assert!(years.iter().filter(|year| **year != 0).is_sorted());
    assert_eq!(panel.year_at("moments", 10.0, 10.0), 0);
    panel.set_titles("k2-last-flight\tThe last ones leave\nno line of this form");
    panel.choose("year", "2005");
    let events = said(&panel.year_events());
    assert!(events.contains("#event=") && events.contains("\"h3\""), "{events}");
    panel.choose("year", "");
    assert_eq!(said(&panel.year_events()), "[]");
}

#[wasm_bindgen_test]
fn what_does_not_read_is_told_and_odd_choices_change_nothing() {
    assert!(Panel::new("light", "{}").err().unwrap().as_string().unwrap().contains("does not read"));
    let mut panel = panel();
    let before = said(&panel.results());
    for (key, value) in [("pair", "99"), ("pair", "-1"), ("halfLife", "3"), ("nothing", "x")] {
        panel.choose(key, value);
    }
    for (from, until) in [(f64::NAN, 1.0), (2.0, 1.0), (1.0, f64::INFINITY)] {
        assert!(!panel.set_window(from, until));
    }
    assert_eq!(said(&panel.results()), before);
    let choices = said(&panel.choices());
    assert!(choices.contains(&panel.word("role-placebo")) && choices.contains(&panel.word("curve-none")));
}
