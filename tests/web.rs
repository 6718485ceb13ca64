//! The class behind the element, in a real browser: what the pure tests cannot see, canvas and JS values.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::layout::TiesLayout;
use us_uz_explainer::model::State;
use us_uz_explainer::paint::{font, UNITS_PER_CSS_PX};
use us_uz_explainer::text::{Measure, TableMeasure};
use us_uz_explainer::web::Explainer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH_CSS_PX: f64 = 640.0;

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().unchecked_into()
}

fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas.get_context("2d").unwrap().unwrap().unchecked_into()
}

/// The bitmap of a canvas: its size in device pixels, and red, green, blue, alpha of each.
fn bitmap(canvas: &HtmlCanvasElement) -> (u32, u32, Vec<u8>) {
    let (width, height) = (canvas.width(), canvas.height());
    let image = context(canvas).get_image_data(0.0, 0.0, f64::from(width), f64::from(height)).unwrap();
    (width, height, image.data().0)
}

/// The share of a bitmap that is inked, and how many colours the ink has.
fn ink(canvas: &HtmlCanvasElement) -> (f64, usize) {
    let (width, height, data) = bitmap(canvas);
    let mut inked: Vec<&[u8]> = data.chunks_exact(4).filter(|pixel| pixel[3] > 0).collect();
    let share = inked.len() as f64 / (f64::from(width) * f64::from(height));
    inked.sort_unstable();
    inked.dedup();
    (share, inked.len())
}

fn explainer() -> Explainer {
    Explainer::new("light", None).unwrap()
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
fn both_canvases_carry_ink_up_to_their_far_corner_at_any_device_pixel_ratio() {
    for picture in ["ties", "map"] {
        for dpr in [1.0, 2.0] {
            let (mut explainer, base, overlay) = (explainer(), canvas(), canvas());
            let height = explainer.height_for(picture, WIDTH_CSS_PX);
            explainer.resize(picture, WIDTH_CSS_PX, height, dpr);
            explainer.paint(picture, &base, &overlay).unwrap();
            let (width, height_px, data) = bitmap(&base);
            let expected = ((WIDTH_CSS_PX * dpr).round() as u32, (height * dpr).round() as u32);
            assert_eq!((width, height_px), expected, "{picture} at {dpr}");
            // The ground of the base covers all of it: a transform that is too small would leave a margin bare.
            let bare = data.chunks_exact(4).filter(|pixel| pixel[3] < 255).count();
            assert!(bare <= (width + height_px) as usize, "{picture} at {dpr}: {bare} pixels are bare");
            let (_, colours) = ink(&base);
            assert!(colours > 20, "{picture} at {dpr}: the base has {colours} colours");
            let (share, colours) = ink(&overlay);
            assert!((0.002..0.5).contains(&share), "{picture} at {dpr}: {share} of the overlay is inked");
            assert!(colours > 20, "{picture} at {dpr}: the overlay has {colours} colours");
        }
    }
}

#[wasm_bindgen_test]
fn what_is_chosen_changes_the_overlay_and_leaves_the_base() {
    let (mut explainer, base, overlay) = (explainer(), canvas(), canvas());
    let height = explainer.height_for("ties", WIDTH_CSS_PX);
    explainer.resize("ties", WIDTH_CSS_PX, height, 1.0);
    explainer.explore();
    explainer.paint("ties", &base, &overlay).unwrap();
    let (before_base, before) = (bitmap(&base), bitmap(&overlay));
    explainer.select("tie:pfp");
    assert_eq!(explainer.paint("ties", &base, &overlay).unwrap(), 1, "the overlay alone");
    assert!(bitmap(&base) == before_base);
    assert!(bitmap(&overlay) != before, "the choice is seen");
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

/// The browser's measure, taken here without the class.
struct Asked(CanvasRenderingContext2d);

impl Measure for Asked {
    fn width_css_px(&self, text: &str, size_css_px: f64, bold: bool) -> f64 {
        self.0.set_font(&font((size_css_px * UNITS_PER_CSS_PX).round(), bold));
        self.0.measure_text(text).unwrap().width() / UNITS_PER_CSS_PX
    }
}

/// The names beside their bars answer a pointer exactly as far as the browser says that they are wide.
#[wasm_bindgen_test]
fn text_is_measured_as_the_browser_measures_it() {
    let dossier = Dossier::built_in_digest().unwrap();
    let asked = Asked(context(&canvas()));
    let mut explainer = explainer();
    explainer.measure_with(&canvas()).unwrap();
    let (mut beside, mut unlike) = (0, 0);
    for width in [320.0, 640.0, 1000.0, 1600.0] {
        let layout = TiesLayout::new(&State::first(&dossier), &dossier, width, &asked);
        assert_eq!(explainer.height_for("ties", width), layout.size.h);
        explainer.resize("ties", width, layout.size.h, 1.0);
        for bar in layout.rows.iter().flat_map(|row| &row.bars) {
            let Some(name) = &bar.name else { continue };
            let table = TableMeasure.width_css_px(&name.text, 12.0, false);
            unlike += usize::from((table - name.width).abs() > 0.5);
            let (begin, end) = (name.x, name.x + name.width);
            let (inside, outside) = if end > bar.rect.right() {
                (end - 0.25, end + 0.25)
            } else if begin < bar.rect.x {
                (begin + 0.25, begin - 0.25)
            } else {
                continue;
            };
            beside += 1;
            let target = ["tie:", &dossier.ties[bar.tie].id].concat();
            let y = bar.rect.y + bar.rect.h / 2.0;
            assert_eq!(explainer.pick("ties", inside, y, 0.0), target, "{} at {width}", name.text);
            assert_ne!(explainer.pick("ties", outside, y, 0.0), target, "{} at {width}", name.text);
        }
    }
    assert!(beside >= 10, "only {beside} names stand beside their bars");
    assert!(
        unlike >= 10,
        "this browser's face is as wide as the built-in table: nothing is shown by this test"
    );
}

#[wasm_bindgen_test]
fn a_view_that_says_nothing_is_answered_in_one_line_and_changes_nothing() {
    let mut explainer = explainer();
    let first = explainer.view();
    let said = explainer.set_view("event=no-such&at=yesterday&from=2010-01-01&to=2009-01-01");
    assert_eq!(said.lines().count(), 1, "{said}");
    for part in ["event=no-such", "at=yesterday", "from=2010-01-01&to=2009-01-01"] {
        assert!(said.contains(part), "{part} is not named in {said}");
    }
    assert_eq!(explainer.view(), first);
    assert_eq!(explainer.set_view("utm_source=mail"), "", "the host's own keys are the host's");
}

#[wasm_bindgen_test]
fn a_digest_that_does_not_read_is_told() {
    for digest in ["", "{", "{}", "[1, 2", "{\"events\":7}", "\u{feff}{}", &"[".repeat(10_000)] {
        let thrown = Explainer::new("light", Some(digest.into())).err().and_then(|thrown| thrown.as_string());
        let said = thrown.unwrap_or_default();
        assert!(said.starts_with("the digest of the dossier does not read; "), "{digest}: {said}");
    }
}
