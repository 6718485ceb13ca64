//! The class behind the element. Scalars and short texts on the hot path; effects wait in an outbox.

use super::canvas::{context, paint_layer, PictureSize};
use super::measure::BrowserMeasure;
use super::to_js::{self, Detail, Out};
use crate::dossier::Dossier;
use crate::layout::{Ground, MapLayout, TiesLayout};
use crate::model::{from_link, to_link, update, Effect, Msg, State, Target};
use crate::outline;
use crate::paint::{Palette, Theme};
use crate::scene::{map_scene, pick, ties_scene, Hit, Scene, Shape};
use crate::text::{words, Day};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// One explainer on a page.
#[wasm_bindgen]
pub struct Explainer {
    dossier: Dossier,
    ground: Ground,
    state: State,
    theme: Theme,
    measure: BrowserMeasure,
    ties: Picture,
    map: Picture,
    outbox: Vec<Out>,
}

/// A picture's size, what its two canvases should show, and what can be hit.
#[derive(Default)]
struct Picture {
    size: PictureSize,
    /// Whether the layers are those of the state as it is.
    fresh: bool,
    base: Layer,
    overlay: Layer,
    hits: Vec<Hit>,
    ties_layout: Option<TiesLayout>,
}

/// The shapes of one canvas.
#[derive(Default)]
struct Layer {
    shapes: Vec<Shape>,
    /// Whether the canvas shows something else.
    dirty: bool,
}

impl Layer {
    fn show(&mut self, shapes: Vec<Shape>) {
        if self.shapes != shapes {
            self.shapes = shapes;
            self.dirty = true;
        }
    }
}

impl Picture {
    fn show(&mut self, scene: Scene) {
        self.base.show(scene.base);
        self.overlay.show(scene.overlay);
        self.hits = scene.hits;
        self.fresh = true;
    }

    fn repaint(&mut self) {
        self.base.dirty = true;
        self.overlay.dirty = true;
    }
}

#[wasm_bindgen]
impl Explainer {
    /// Reads the digest this was built with. Throws a text if that does not read.
    #[wasm_bindgen(constructor)]
    pub fn new(theme: &str) -> Result<Explainer, JsValue> {
        let dossier = Dossier::built_in_digest().ok_or_else(|| {
            JsValue::from_str("data/made/digest.json does not read; run cargo xtask digest")
        })?;
        let (ground, state) = (Ground::new(&dossier), State::first(&dossier));
        Ok(Self {
            dossier,
            ground,
            state,
            theme: Theme::named(theme),
            measure: BrowserMeasure::default(),
            ties: Picture::default(),
            map: Picture::default(),
            outbox: Vec::new(),
        })
    }

    /// Measures text on this canvas from now on: the one that shows it, so that fonts agree.
    #[wasm_bindgen(js_name = measureWith)]
    pub fn measure_with(&mut self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        self.measure = BrowserMeasure::on(context(canvas).map_err(|e| JsValue::from(&e))?);
        self.refresh();
        Ok(())
    }

    /// `light` or `dark`; anything else is light.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, theme: &str) {
        self.theme = Theme::named(theme);
        self.ties.repaint();
        self.map.repaint();
        self.refresh();
    }

    /// The height a picture (`ties` or `map`) wants at a width, both in CSS pixels.
    #[wasm_bindgen(js_name = heightFor)]
    pub fn height_for(&self, picture: &str, width: f64) -> f64 {
        let width = PictureSize::sound(width, 1.0, 1.0).width_css_px;
        if picture == "map" {
            MapLayout::height_for(width)
        } else {
            TiesLayout::height_for(&self.dossier, width, &self.measure)
        }
    }

    /// Sets a picture's size in CSS pixels and the device pixel ratio.
    pub fn resize(&mut self, picture: &str, width: f64, height: f64, dpr: f64) {
        let picture = self.picture_mut(picture);
        picture.size = PictureSize::sound(width, height, dpr);
        picture.fresh = false;
        picture.repaint();
        self.outbox.push(Out::Frame);
    }

    /// Paints the layers of a picture whose content changed and says how many those were.
    pub fn paint(
        &mut self,
        picture: &str,
        base: &HtmlCanvasElement,
        overlay: &HtmlCanvasElement,
    ) -> Result<u32, JsValue> {
        self.build(picture);
        let palette = Palette::of(self.theme);
        let picture = self.picture_mut(picture);
        let mut painted = 0;
        if picture.size.is_empty() {
            return Ok(painted);
        }
        for (canvas, layer) in [(base, &mut picture.base), (overlay, &mut picture.overlay)] {
            if layer.dirty {
                paint_layer(canvas, &picture.size, &layer.shapes, &palette).map_err(|e| JsValue::from(&e))?;
                layer.dirty = false;
                painted += 1;
            }
        }
        Ok(painted)
    }

    /// What lies at a point of a picture, as target text, or the empty text. `slop` is how far off a finger may be.
    pub fn pick(&mut self, picture: &str, x: f64, y: f64, slop: f64) -> String {
        self.build(picture);
        let hit = pick(&self.picture(picture).hits, x, y, slop);
        let moment = || self.picture(picture).ties_layout.as_ref().and_then(|layout| layout.invert(x, y));
        hit.cloned().or_else(moment).map_or(String::new(), |target| target.to_text(&self.dossier))
    }

    /// The pointer is over this target; the empty text when it left.
    pub fn hover(&mut self, target: &str) {
        // A moment is not a thing: hovering the empty plot shows nothing.
        let target = Target::parse(target, &self.dossier).filter(|t| !matches!(t, Target::Time(_)));
        self.send(Msg::Hover(target));
    }

    /// Chooses a target; the empty text clears the choice.
    pub fn select(&mut self, target: &str) {
        if target.is_empty() {
            self.send(Msg::Select(None));
        } else if let Some(target) = Target::parse(target, &self.dossier) {
            self.send(Msg::Select(Some(target)));
        }
    }

    /// Goes to a step of the story, counted from 0.
    pub fn step(&mut self, n: u32) {
        self.send(Msg::Step(n as usize));
    }

    /// One step on.
    #[wasm_bindgen(js_name = next)]
    pub fn next_step(&mut self) {
        self.send(Msg::Next);
    }

    /// One step back.
    pub fn back(&mut self) {
        self.send(Msg::Back);
    }

    /// Leaves the story's path.
    pub fn explore(&mut self) {
        self.send(Msg::Explore);
    }

    /// Comes back to the step that was left.
    #[wasm_bindgen(js_name = returnToStory)]
    pub fn return_to_story(&mut self) {
        self.send(Msg::ReturnToStory);
    }

    /// Chooses the event this many places further in date order.
    #[wasm_bindgen(js_name = moveSelection)]
    pub fn move_selection(&mut self, by: i32) {
        self.send(Msg::Move(by));
    }

    /// Shows the time from one ISO date to another; does nothing if either is not a date.
    #[wasm_bindgen(js_name = setRange)]
    pub fn set_range(&mut self, from_iso: &str, to_iso: &str) {
        if let (Some(from), Some(to)) = (Day::parse_iso(from_iso), Day::parse_iso(to_iso)) {
            self.send(Msg::Range(from, to));
        }
    }

    /// Puts the cursor on an ISO date.
    #[wasm_bindgen(js_name = setCursor)]
    pub fn set_cursor(&mut self, iso: &str) {
        if let Some(day) = Day::parse_iso(iso) {
            self.send(Msg::Cursor(day));
        }
    }

    /// The view as link text.
    pub fn view(&self) -> String {
        to_link(&self.state.view, &self.dossier)
    }

    /// Takes over a view from link text; answers with what was not understood, or the empty text.
    #[wasm_bindgen(js_name = setView)]
    pub fn set_view(&mut self, link: &str) -> String {
        let (view, unread) = from_link(link, &self.dossier);
        self.send(Msg::Show(Box::new(view)));
        if unread.is_empty() {
            return String::new();
        }
        [self.dossier.strings.ui("view-not-understood"), " (", &unread.join(", "), ")"].concat()
    }

    /// `{ step, steps, exploring, selected, card, domain, cursor, cursorWords, valueText, canBack, canNext }`.
    pub fn state(&self) -> JsValue {
        let view = &self.state.view;
        let (step, steps) = (view.step, self.dossier.story.len());
        let domain = self.dossier.manifest.domain;
        let selected = view.selected.as_ref().map_or(String::new(), |t| t.to_text(&self.dossier));
        let value_text = match outline::announce_selection(&self.state, &self.dossier) {
            said if said.is_empty() => outline::announce_cursor(&self.state, &self.dossier),
            said => said,
        };
        to_js::object([
            ("step", (step as f64).into()),
            ("steps", (steps as f64).into()),
            ("exploring", view.exploring.into()),
            ("selected", selected.into()),
            ("card", outline::card_key(&self.state, &self.dossier).into()),
            ("domain", js_sys::Array::of2(&domain.0.iso().into(), &domain.1.iso().into()).into()),
            ("cursor", view.cursor.iso().into()),
            ("cursorWords", words::day_words(view.cursor, &self.dossier.strings).into()),
            ("valueText", value_text.into()),
            ("canBack", (!view.exploring && step > 0).into()),
            ("canNext", (!view.exploring && step + 1 < steps).into()),
        ])
    }

    /// Empties the outbox: a list of `{ kind: 'frame' | 'announce' | 'emit', … }`.
    pub fn drain(&mut self) -> JsValue {
        to_js::outbox(&std::mem::take(&mut self.outbox))
    }

    /// What the card says now, as far as no prepared card (`state().card`) says more.
    pub fn card(&self) -> JsValue {
        to_js::nodes(&outline::card(&self.state, &self.dossier))
    }

    /// What a picture's legend says now.
    pub fn legend(&self, picture: &str) -> JsValue {
        to_js::nodes(&if picture == "map" {
            outline::map_legend(&self.state, &self.dossier)
        } else {
            outline::ties_legend(&self.dossier)
        })
    }

    /// The shell's words by key.
    pub fn words(&self) -> JsValue {
        to_js::object(self.dossier.strings.section("ui").map(|(key, text)| (key, text.into())))
    }
}

impl Explainer {
    fn picture(&self, name: &str) -> &Picture {
        if name == "map" {
            &self.map
        } else {
            &self.ties
        }
    }

    fn picture_mut(&mut self, name: &str) -> &mut Picture {
        if name == "map" {
            &mut self.map
        } else {
            &mut self.ties
        }
    }

    /// Builds a picture's scene if anything changed since.
    fn build(&mut self, name: &str) {
        let picture = self.picture(name);
        if picture.fresh || picture.size.is_empty() {
            return;
        }
        let size = picture.size;
        if name == "map" {
            let size = (size.width_css_px, size.height_css_px);
            let layout = MapLayout::new(&self.state, &self.dossier, &self.ground, size, &self.measure);
            self.map.show(map_scene(&self.state, &self.dossier, &self.ground, &layout));
        } else {
            let layout = TiesLayout::new(&self.state, &self.dossier, size.width_css_px, &self.measure);
            self.ties.show(ties_scene(&self.state, &self.dossier, &layout, &self.measure));
            self.ties.ties_layout = Some(layout);
        }
    }

    fn refresh(&mut self) {
        self.ties.fresh = false;
        self.map.fresh = false;
        self.outbox.push(Out::Frame);
    }

    fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.state, msg, &self.dossier) {
            let out = match effect {
                Effect::NeedFrame => {
                    self.refresh();
                    continue;
                }
                Effect::AnnounceSelection => {
                    Out::Announce(outline::announce_selection(&self.state, &self.dossier))
                }
                Effect::AnnounceStep => Out::Announce(outline::announce_step(&self.state, &self.dossier)),
                Effect::EmitSelect => Out::Emit("explainer-select", self.select_detail()),
                Effect::EmitRange => Out::Emit("explainer-range", self.range_detail()),
                Effect::EmitStep => Out::Emit("explainer-step", self.step_detail()),
            };
            self.outbox.push(out);
        }
    }

    fn select_detail(&self) -> Vec<(&'static str, Detail)> {
        let target = self.state.view.selected.as_ref().map_or(String::new(), |t| t.to_text(&self.dossier));
        let (kind, id) = target.split_once(':').unwrap_or(("", ""));
        vec![("kind", Detail::Text(kind.to_owned())), ("id", Detail::Text(id.to_owned()))]
    }

    fn range_detail(&self) -> Vec<(&'static str, Detail)> {
        let (from, to) = self.state.view.window;
        vec![("from", Detail::Text(from.iso())), ("to", Detail::Text(to.iso()))]
    }

    fn step_detail(&self) -> Vec<(&'static str, Detail)> {
        let view = &self.state.view;
        let id = self.dossier.story.get(view.step).map_or("", |step| step.id.as_str());
        vec![
            ("step", Detail::Number(view.step as f64)),
            ("id", Detail::Text(id.to_owned())),
            ("exploring", Detail::Flag(view.exploring)),
        ]
    }
}
