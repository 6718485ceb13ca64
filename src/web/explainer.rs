//! The class behind the element: how it is made, measured, painted and asked what is where, and what follows from a
//! message. Scalars and short texts on the hot path; effects wait in an outbox. Its other methods stand in `choosing`,
//! `gesture` and `reading`.

use super::canvas::{context, paint_layer, PictureSize};
use super::gesture::Grab;
use super::measure::BrowserMeasure;
use super::outbox::{self, Detail, Out};
use super::picture::Picture;
use crate::dossier::Dossier;
use crate::layout::{Ground, MapLayout, TiesLayout, TiesPlan};
use crate::model::{update, Effect, Msg, State};
use crate::outline;
use crate::paint::{Palette, Theme};
use crate::scene::{map_scene, pick, ties_scene};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// One explainer on a page.
#[wasm_bindgen]
pub struct Explainer {
    pub(super) dossier: Dossier,
    pub(super) ground: Ground,
    pub(super) state: State,
    theme: Theme,
    measure: BrowserMeasure,
    plan: Option<TiesPlan>,
    pub(super) ties: Picture<TiesLayout>,
    pub(super) map: Picture<MapLayout>,
    pub(super) grab: Grab,
    pub(super) outbox: Vec<Out>,
}

#[wasm_bindgen]
impl Explainer {
    /// Reads a digest, or the one this was built with. Throws a text if that does not read.
    #[wasm_bindgen(constructor)]
    pub fn new(theme: &str, digest: Option<String>) -> Result<Explainer, JsValue> {
        let dossier = match digest {
            Some(digest) => Dossier::from_digest(&digest),
            None => Dossier::built_in_digest(),
        };
        let dossier = dossier.ok_or_else(|| {
            JsValue::from_str("the digest of the dossier does not read; make it by cargo xtask digest")
        })?;
        let (ground, state) = (Ground::new(&dossier), State::first(&dossier));
        Ok(Self {
            dossier,
            ground,
            state,
            theme: Theme::named(theme),
            measure: BrowserMeasure::default(),
            plan: None,
            ties: Picture::default(),
            map: Picture::default(),
            grab: Grab::Nothing,
            outbox: Vec::new(),
        })
    }

    /// Measures text on this canvas from now on: the one that shows it, so that fonts agree.
    #[wasm_bindgen(js_name = measureWith)]
    pub fn measure_with(&mut self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        self.measure = BrowserMeasure::on(context(canvas).map_err(|e| JsValue::from(&e))?);
        self.plan = None;
        self.refresh();
        Ok(())
    }

    /// As [`Dossier::set_titles`] reads them.
    #[wasm_bindgen(js_name = setTitles)]
    pub fn set_titles(&mut self, lines: &str) {
        self.dossier.set_titles(lines);
        self.refresh();
    }

    /// As [`Theme::named`] reads it.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, theme: &str) {
        self.theme = Theme::named(theme);
        self.ties.layers.repaint();
        self.map.layers.repaint();
        self.refresh();
    }

    /// The height a picture (`ties` or `map`) wants at a width, both in CSS pixels.
    #[wasm_bindgen(js_name = heightFor)]
    pub fn height_for(&mut self, picture: &str, width: f64) -> f64 {
        let width = PictureSize::sound(width, 1.0, 1.0).width_css_px;
        if picture == "map" {
            MapLayout::height_for(width)
        } else {
            self.plan(width);
            let place = |plan| TiesLayout::by_plan(plan, &self.state, &self.dossier, &self.measure);
            self.plan.as_ref().map(place).map_or(0.0, |layout| layout.size.h)
        }
    }

    /// Sets a picture's size in CSS pixels and the device pixel ratio.
    pub fn resize(&mut self, picture: &str, width: f64, height: f64, dpr: f64) {
        let size = PictureSize::sound(width, height, dpr);
        if picture == "map" {
            self.map.resize(size);
        } else {
            self.ties.resize(size);
        }
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
        let (size, layers) = if picture == "map" {
            (self.map.size, &mut self.map.layers)
        } else {
            (self.ties.size, &mut self.ties.layers)
        };
        let mut painted = 0;
        if size.is_empty() {
            return Ok(painted);
        }
        for (canvas, layer) in [(base, &mut layers.base), (overlay, &mut layers.overlay)] {
            if layer.dirty {
                paint_layer(canvas, &size, &layer.shapes, &palette).map_err(|e| JsValue::from(&e))?;
                layer.dirty = false;
                painted += 1;
            }
        }
        Ok(painted)
    }

    /// What lies at a point of a picture, as target text, or the empty text. `slop` is how far off a finger may be.
    pub fn pick(&mut self, picture: &str, x: f64, y: f64, slop: f64) -> String {
        self.build(picture);
        let is_map = picture == "map";
        let hit = pick(if is_map { &self.map.hits } else { &self.ties.hits }, x, y, slop);
        let ties = self.ties.layout.as_ref().filter(|_| !is_map);
        hit.cloned()
            .or_else(|| ties?.invert(x, y))
            .map_or(String::new(), |target| target.to_text(&self.dossier))
    }

    /// Empties the outbox: a list of `{ kind: 'frame' | 'size' | 'announce' | 'emit', … }`.
    pub fn drain(&mut self) -> JsValue {
        outbox::to_js(&std::mem::take(&mut self.outbox))
    }
}

impl Explainer {
    /// The plan for a width; lanes are packed anew only when the width changed, and nothing placed before holds then.
    fn plan(&mut self, width_css_px: f64) {
        if self.plan.as_ref().is_none_or(|plan| plan.width_css_px() != width_css_px) {
            self.plan = Some(TiesPlan::new(&self.dossier, width_css_px, &self.measure));
            self.ties.layout = None;
            self.ties.fresh = false;
        }
    }

    /// The ties picture as placed at a width.
    fn ties_layout(&mut self, width_css_px: f64) -> Option<TiesLayout> {
        self.plan(width_css_px);
        let (state, dossier, measure) = (&self.state, &self.dossier, &self.measure);
        let plan = self.plan.as_ref()?;
        Some(match self.ties.layout.take() {
            Some(layout) => layout.follow(plan, state, dossier, measure),
            None => TiesLayout::by_plan(plan, state, dossier, measure),
        })
    }

    /// Builds a picture's scene if anything changed since.
    pub(super) fn build(&mut self, name: &str) {
        let is_map = name == "map";
        let (fresh, size) =
            if is_map { (self.map.fresh, self.map.size) } else { (self.ties.fresh, self.ties.size) };
        if fresh || size.is_empty() {
            return;
        }
        if is_map {
            let size = (size.width_css_px, size.height_css_px);
            let layout = MapLayout::new(&self.state, &self.dossier, &self.ground, size, &self.measure);
            self.map.show(map_scene(&self.state, &self.dossier, &self.ground, &layout), layout);
        } else {
            let Some(layout) = self.ties_layout(size.width_css_px) else { return };
            self.ties.show(ties_scene(&self.state, &self.dossier, &layout, &self.measure), layout);
        }
    }

    fn refresh(&mut self) {
        self.ties.fresh = false;
        self.map.fresh = false;
        self.outbox.push(Out::Frame);
    }

    pub(super) fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.state, msg, &self.dossier) {
            let out = match effect {
                Effect::NeedFrame => Out::Frame,
                Effect::NeedSize => Out::Size,
                Effect::RepaintTies => {
                    self.ties.fresh = false;
                    continue;
                }
                Effect::RepaintMap => {
                    self.map.fresh = false;
                    continue;
                }
                Effect::AnnounceFilter => Out::Announce(outline::announce_filter(&self.state, &self.dossier)),
                Effect::AnnounceSelection => {
                    Out::Announce(outline::announce_selection(&self.state, &self.dossier))
                }
                Effect::AnnounceStep => Out::Announce(outline::announce_step(&self.state, &self.dossier)),
                Effect::EmitSelect => Out::Emit("explainer-select", self.select_detail()),
                Effect::EmitRange => Out::Emit("explainer-range", self.range_detail()),
                Effect::EmitStep => Out::Emit("explainer-step", self.step_detail()),
            };
            // One request for a frame is enough, however many changes it shows.
            if !matches!((&out, self.outbox.last()), (Out::Frame, Some(Out::Frame))) {
                self.outbox.push(out);
            }
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
