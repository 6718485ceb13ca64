//! Gestures, choices and searches of the class behind the element, in a real browser.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use us_uz_explainer::web::Explainer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH_CSS_PX: f64 = 900.0;
const MAP_CSS_PX: (f64, f64) = (600.0, 460.0);

/// An explainer with both pictures sized, showing ten years from 2000.
fn explainer() -> Explainer {
    let mut explainer = Explainer::new("light", None).unwrap();
    let height = explainer.height_for("ties", WIDTH_CSS_PX);
    explainer.resize("ties", WIDTH_CSS_PX, height, 1.0);
    explainer.resize("map", MAP_CSS_PX.0, MAP_CSS_PX.1, 1.0);
    explainer.set_range("2000-01-01", "2009-12-31");
    explainer
}

fn field(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &name.into()).unwrap()
}

fn text(explainer: &Explainer, name: &str) -> String {
    field(&explainer.state(), name).as_string().unwrap()
}

/// The day under a point of the ties picture where there is no thing, in days.
fn day_at(explainer: &mut Explainer, x: f64) -> f64 {
    for y in 0..200 {
        let target = explainer.pick("ties", x, 25.0 + f64::from(y), 0.0);
        if let Some(iso) = target.strip_prefix("time:") {
            return js_sys::Date::parse(iso) / 86_400_000.0;
        }
    }
    f64::NAN
}

/// The number after `key=` in the view's link, as `view=east,north,radius` has three.
fn look(explainer: &Explainer) -> Vec<f64> {
    let link = explainer.view();
    let view = link.split('&').find_map(|pair| pair.strip_prefix("view=")).unwrap_or("");
    view.split(',').filter_map(|number| number.parse().ok()).collect()
}

#[wasm_bindgen_test]
fn the_moment_under_the_pointer_stays_while_zooming() {
    let mut explainer = explainer();
    for x in [300.0, 520.0, 800.0] {
        let before = day_at(&mut explainer, x);
        explainer.zoom("ties", 1.5, x, 100.0);
        let after = day_at(&mut explainer, x);
        assert!((before - after).abs() <= 1.0, "{before} became {after} at {x}");
    }
    assert!(text(&explainer, "from").as_str() > "2000-01-01");
    for _ in 0..60 {
        explainer.zoom("ties", 1.5, 520.0, 100.0);
    }
    let (from, to) = (text(&explainer, "from"), text(&explainer, "to"));
    let days = (js_sys::Date::parse(&to) - js_sys::Date::parse(&from)) / 86_400_000.0 + 1.0;
    assert_eq!(days, 7.0, "the closest is a week");
    for _ in 0..60 {
        explainer.zoom("ties", 0.5, 520.0, 100.0);
    }
    assert_eq!(field(&explainer.state(), "whole"), true, "the farthest is all of time");
}

#[wasm_bindgen_test]
fn what_a_finger_holds_stays_beneath_it() {
    let mut explainer = explainer();
    explainer.set_cursor("2009-12-01");
    let held = day_at(&mut explainer, 400.0);
    explainer.grab("ties", 400.0, 100.0, 400.0, 100.0);
    explainer.drag("ties", 560.0, 180.0, 560.0, 180.0);
    assert!((day_at(&mut explainer, 560.0) - held).abs() <= 1.0);
    // Two fingers: both moments stay.
    let (a, b) = (day_at(&mut explainer, 350.0), day_at(&mut explainer, 500.0));
    explainer.grab("ties", 350.0, 100.0, 500.0, 100.0);
    explainer.drag("ties", 300.0, 100.0, 700.0, 140.0);
    assert!((day_at(&mut explainer, 300.0) - a).abs() <= 1.0, "the left finger's moment");
    assert!((day_at(&mut explainer, 700.0) - b).abs() <= 1.0, "the right finger's moment");
}

#[wasm_bindgen_test]
fn the_cursor_is_dragged_by_its_line_and_where_all_of_time_is_shown() {
    let mut explainer = explainer();
    let window = (text(&explainer, "from"), text(&explainer, "to"));
    explainer.set_cursor("2005-01-01");
    let x = (300..800).map(f64::from).find(|x| day_at(&mut explainer, *x) >= 12_784.0).unwrap();
    explainer.grab("ties", x + 3.0, 60.0, x + 3.0, 60.0);
    explainer.drag("ties", x + 83.0, 60.0, x + 83.0, 60.0);
    assert!(text(&explainer, "cursor").as_str() > "2005-06-01", "{}", text(&explainer, "cursor"));
    assert_eq!((text(&explainer, "from"), text(&explainer, "to")), window);
    explainer.explore();
    explainer.grab("ties", 300.0, 60.0, 300.0, 60.0);
    explainer.drag("ties", 700.0, 60.0, 700.0, 60.0);
    assert_eq!(field(&explainer.state(), "whole"), true);
    assert!(text(&explainer, "cursor").as_str() > "2015-01-01");
}

#[wasm_bindgen_test]
fn the_map_moves_under_the_pointer_and_stays_within_bounds() {
    let mut explainer = explainer();
    explainer.choose("camera", "region", true);
    explainer.grab("map", 300.0, 200.0, 300.0, 200.0);
    explainer.drag("map", 400.0, 260.0, 400.0, 260.0);
    let [east, north, radius] = look(&explainer)[..] else { unreachable!("{}", explainer.view()) };
    let km = radius / (MAP_CSS_PX.1 / 2.0);
    assert!((east + 100.0 * km).abs() <= 1.0 && (north - 60.0 * km).abs() <= 1.0, "{}", explainer.view());
    // About the pointer: what is 150 px right of the middle stays there.
    explainer.zoom("map", 2.0, 450.0, 230.0);
    let [closer_east, _, closer_radius] = look(&explainer)[..] else { unreachable!("{}", explainer.view()) };
    assert!((closer_radius - radius / 2.0).abs() <= 1.0);
    let closer_km = closer_radius / (MAP_CSS_PX.1 / 2.0);
    assert!((east + 150.0 * km - closer_east - 150.0 * closer_km).abs() <= 3.0);
    for _ in 0..40 {
        explainer.zoom("map", 0.5, 10.0, 10.0);
        explainer.pan("map", 5000.0, -5000.0);
    }
    let [east, north, radius] = look(&explainer)[..] else { unreachable!("{}", explainer.view()) };
    assert!(radius <= 10_000.0 && east.abs() <= 10_000.0 && north.abs() <= 10_000.0, "{}", explainer.view());
}

#[wasm_bindgen_test]
fn numbers_that_are_none_change_nothing() {
    let mut explainer = explainer();
    explainer.zoom("map", 1.3, 100.0, 100.0);
    let before = explainer.view();
    for bad in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
        explainer.zoom("ties", bad, 100.0, 100.0);
        explainer.zoom("map", bad, 100.0, 100.0);
    }
    explainer.pan("map", f64::NAN, 1.0);
    explainer.pan("ties", f64::INFINITY, 1.0);
    explainer.grab("map", f64::NAN, f64::NAN, 1.0, 1.0);
    explainer.drag("map", 1.0, f64::NAN, 1.0, 1.0);
    explainer.grab("ties", f64::NAN, f64::NAN, 1.0, 1.0);
    explainer.drag("ties", f64::NAN, 1.0, 7.0, 1.0);
    assert_eq!(explainer.view(), before);
}

#[wasm_bindgen_test]
fn a_typed_range_is_shown_or_answered() {
    let mut explainer = explainer();
    assert_eq!(explainer.set_range_text(" 2004/2006-05 "), "");
    assert_eq!(
        (text(&explainer, "from"), text(&explainer, "to")),
        ("2004-01-01".into(), "2006-05-31".into())
    );
    for (bad, said) in [
        ("", "cannot be read"),
        ("soon", "cannot be read"),
        ("2005-02-30", "cannot be read"),
        ("2006/2004", "earlier than the first"),
        ("1850", "between these"),
        ("2090/..", "between these"),
    ] {
        let answer = explainer.set_range_text(bad);
        assert!(answer.contains(said) && answer.ends_with('.') && !answer.contains('{'), "{bad}: {answer}");
    }
    assert_eq!(text(&explainer, "from"), "2004-01-01", "what is not understood changes nothing");
}

#[wasm_bindgen_test]
fn choices_have_names_counts_and_states() {
    let mut explainer = explainer();
    explainer.choose("partner", "russia", true);
    let choices: js_sys::Array = explainer.choices("partner").unchecked_into();
    let russia: js_sys::Array =
        choices.iter().map(JsCast::unchecked_into).find(|c: &js_sys::Array| c.get(0) == "russia").unwrap();
    assert_eq!((russia.get(1), russia.get(3)), ("Russia".into(), true.into()));
    assert!(russia.get(2).as_f64().unwrap() > 20.0);
    assert_eq!(field(&explainer.state(), "filtered"), true);
    explainer.clear_filters();
    assert_eq!(field(&explainer.state(), "filtered"), false);
    for group in ["theme", "kind", "row", "question", "camera"] {
        assert!(explainer.choices(group).unchecked_into::<js_sys::Array>().length() > 2, "{group}");
    }
    assert_eq!(explainer.choices("nonsense").unchecked_into::<js_sys::Array>().length(), 0);
}

#[wasm_bindgen_test]
fn a_short_way_is_gone_by_ticks_and_ends() {
    let mut explainer = explainer();
    explainer.set_motion(true);
    assert!(!explainer.tick(16.0), "at rest");
    explainer.zoom("ties", 2.0, f64::NAN, 0.0);
    let ticks = (0..100).take_while(|_| explainer.tick(16.0)).count();
    assert!((5..40).contains(&ticks), "{ticks}");
}
