//! The class behind the element, in a real browser: what the pure tests cannot see, canvas and JS values.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use us_uz_explainer::web::Explainer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlCanvasElement;

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH_CSS_PX: f64 = 640.0;

fn canvas() -> HtmlCanvasElement {
    js_sys::eval("document.createElement('canvas')").unwrap().unchecked_into()
}

fn explainer() -> Explainer {
    Explainer::new("light").unwrap()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &name.into()).unwrap()
}

fn drained(explainer: &mut Explainer) -> Vec<JsValue> {
    explainer.drain().unchecked_into::<js_sys::Array>().iter().collect()
}

#[wasm_bindgen_test]
fn layers_are_painted_once_at_device_size() {
    for picture in ["ties", "map"] {
        let (mut explainer, base, overlay) = (explainer(), canvas(), canvas());
        let height = explainer.height_for(picture, WIDTH_CSS_PX);
        explainer.resize(picture, WIDTH_CSS_PX, height, 2.0);
        assert_eq!(explainer.paint(picture, &base, &overlay).unwrap(), 2, "{picture}");
        assert_eq!(explainer.paint(picture, &base, &overlay).unwrap(), 0, "{picture}: nothing changed");
        for canvas in [&base, &overlay] {
            assert_eq!(f64::from(canvas.width()), 2.0 * WIDTH_CSS_PX, "{picture}");
        }
        explainer.set_theme("dark");
        assert_eq!(explainer.paint(picture, &base, &overlay).unwrap(), 2, "{picture}: other colours");
    }
}

#[wasm_bindgen_test]
fn a_picture_without_size_paints_nothing() {
    let mut explainer = explainer();
    explainer.resize("map", 0.0, f64::NAN, 0.0);
    assert_eq!(explainer.paint("map", &canvas(), &canvas()).unwrap(), 0);
    assert_eq!(explainer.pick("map", 10.0, 10.0, 4.0), "");
}

#[wasm_bindgen_test]
fn choosing_an_event_is_told_once_drained_and_shown() {
    let mut explainer = explainer();
    drained(&mut explainer);
    explainer.move_selection(1);
    let selected = field(&explainer.state(), "selected").as_string().unwrap();
    let id = selected.strip_prefix("event:").unwrap();
    let emitted = drained(&mut explainer);
    let select = emitted.iter().find(|out| field(out, "name") == "explainer-select").unwrap();
    assert_eq!(field(select, "kind"), "emit");
    assert_eq!(field(&field(select, "detail"), "kind"), "event");
    assert_eq!(field(&field(select, "detail"), "id"), id);
    assert!(emitted.iter().any(|out| field(out, "kind") == "announce"));
    assert!(drained(&mut explainer).is_empty());
    assert!(js_sys::Array::from(&explainer.card()).length() > 0);
}

#[wasm_bindgen_test]
fn a_view_comes_back_from_its_link() {
    let mut explainer = explainer();
    explainer.move_selection(3);
    let link = explainer.view();
    let mut other = self::explainer();
    assert_eq!(other.set_view(&link), "");
    assert_eq!(other.view(), link);
    assert!(other.set_view("event=no-such-event").contains("no-such-event"));
}

#[wasm_bindgen_test]
fn nodes_are_plain_data() {
    let mut explainer = explainer();
    explainer.explore();
    for nodes in [explainer.card(), explainer.legend("ties"), explainer.legend("map")] {
        let nodes = js_sys::Array::from(&nodes);
        assert!(nodes.length() > 1);
        for node in nodes.iter() {
            assert!(field(&node, "tag").is_string());
            assert!(js_sys::Array::is_array(&field(&node, "attrs")));
            assert!(js_sys::Array::is_array(&field(&node, "children")));
        }
    }
}

#[wasm_bindgen_test]
fn the_state_names_the_prepared_card() {
    let mut explainer = explainer();
    assert_eq!(field(&explainer.state(), "card"), "step:question");
    explainer.select("tie:pfp");
    assert_eq!(field(&explainer.state(), "card"), "tie:pfp");
    explainer.select("");
    explainer.explore();
    assert_eq!(field(&explainer.state(), "card"), "");
}

#[wasm_bindgen_test]
fn text_is_measured_as_the_browser_measures_it() {
    let mut explainer = explainer();
    let table = explainer.height_for("ties", 320.0);
    explainer.measure_with(&canvas()).unwrap();
    // Names as wide as this browser's face decide the lanes now; the picture stays a picture.
    let measured = explainer.height_for("ties", 320.0);
    assert!(measured > 300.0 && (measured - table).abs() < 400.0);
}
