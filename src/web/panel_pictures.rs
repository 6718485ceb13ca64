//! The panel's pictures: yearly scores, the steps of both sides against each other, some years as examples. One canvas each.

use super::canvas::{paint_layer, PictureSize};
use super::layer::Layer;
use super::panel::Panel;
use crate::layout::{MomentsLayout, ScatterLayout, ScoresLayout, StockCurves};
use crate::model::TestView;
use crate::paint::Palette;
use crate::scene::{moments_scene, scatter_scene, scores_scene, Scene};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// The steps' picture is as high as it is wide, up to this.
const HIGHEST_SCATTER_CSS_PX: f64 = 440.0;

/// Which of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Scores,
    Scatter,
    Moments,
}

impl Which {
    pub(super) const ALL: [Self; 3] = [Self::Scores, Self::Scatter, Self::Moments];

    fn named(name: &str) -> Self {
        match name {
            "scatter" => Self::Scatter,
            "moments" => Self::Moments,
            _ => Self::Scores,
        }
    }
}

/// One picture as the page has it.
#[derive(Default)]
struct OnePicture {
    size: PictureSize,
    /// Whether the layer shows the view as it is.
    fresh: bool,
    layer: Layer,
}

/// All of them, and the layouts that can be asked for a year.
#[derive(Default)]
pub(super) struct Pictures {
    each: [OnePicture; 3],
    scores: Option<ScoresLayout>,
    scatter: Option<ScatterLayout>,
    /// The stock curves, which do not depend on the window of time.
    pub(super) stocks: Option<StockCurves>,
}

impl Pictures {
    fn one(&mut self, which: Which) -> &mut OnePicture {
        let [scores, scatter, moments] = &mut self.each;
        match which {
            Which::Scores => scores,
            Which::Scatter => scatter,
            Which::Moments => moments,
        }
    }

    /// These show something that has changed.
    pub(super) fn forget(&mut self, which: &[Which]) {
        for each in which {
            self.one(*each).fresh = false;
        }
    }

    /// All colours have changed.
    pub(super) fn repaint(&mut self) {
        for each in &mut self.each {
            each.layer.dirty = true;
        }
    }
}

#[wasm_bindgen]
impl Panel {
    /// The height a picture (`scores`, `scatter` or `moments`) wants at a width, both in CSS pixels.
    #[wasm_bindgen(js_name = heightFor)]
    pub fn height_for(&self, picture: &str, width: f64) -> f64 {
        let width = PictureSize::sound(width, 1.0, 1.0).width_css_px;
        match Which::named(picture) {
            Which::Scores => self.scores_layout(width).size.h,
            Which::Scatter => width.min(HIGHEST_SCATTER_CSS_PX),
            Which::Moments => self.moments_layout(width).size.h,
        }
    }

    /// Sets a picture's size in CSS pixels and the device pixel ratio.
    pub fn resize(&mut self, picture: &str, width: f64, height: f64, dpr: f64) {
        let one = self.pictures.one(Which::named(picture));
        one.size = PictureSize::sound(width, height, dpr);
        one.fresh = false;
        one.layer.dirty = true;
    }

    /// Paints a picture if its canvas shows something else, and says whether it did.
    pub fn paint(&mut self, picture: &str, canvas: &HtmlCanvasElement) -> Result<bool, JsValue> {
        let which = Which::named(picture);
        self.build(which);
        let palette = Palette::of(self.theme);
        let one = self.pictures.one(which);
        if one.size.is_empty() || !one.layer.dirty {
            return Ok(false);
        }
        paint_layer(canvas, &one.size, &one.layer.shapes, &palette).map_err(|e| JsValue::from(&e))?;
        one.layer.dirty = false;
        Ok(true)
    }

    /// The year at a point of the scores or the steps; 0 for none.
    #[wasm_bindgen(js_name = yearAt)]
    pub fn year_at(&mut self, picture: &str, x: f64, y: f64) -> i32 {
        let which = Which::named(picture);
        self.build(which);
        let year = match which {
            Which::Scores => self.pictures.scores.as_ref().and_then(|layout| layout.invert(x, y)),
            Which::Scatter => self.pictures.scatter.as_ref().and_then(|layout| layout.invert(x, y)),
            Which::Moments => None,
        };
        year.unwrap_or(0)
    }
}

impl Panel {
    /// Builds a picture's scene if anything changed since.
    fn build(&mut self, which: Which) {
        let one = self.pictures.one(which);
        if one.fresh || one.size.is_empty() {
            return;
        }
        let (width, height) = (one.size.width_css_px, one.size.height_css_px);
        let scene = match which {
            Which::Scores => {
                let layout = self.scores_layout(width);
                let scene = scores_scene(&layout);
                self.pictures.scores = Some(layout);
                scene
            }
            Which::Scatter => {
                let size = (width, height);
                let layout = ScatterLayout::new(&self.view, &self.tested, &self.strings, size, &self.measure);
                let scene = scatter_scene(&layout);
                self.pictures.scatter = Some(layout);
                scene
            }
            Which::Moments => moments_scene(&self.moments_layout(width)),
        };
        let Scene { mut base, overlay, .. } = scene;
        base.extend(overlay);
        let one = self.pictures.one(which);
        one.layer.show(base);
        one.fresh = true;
    }

    fn scores_layout(&self, width_css_px: f64) -> ScoresLayout {
        let stocks = self.pictures.stocks.as_ref();
        let drawn = TestView { days: self.shown, ..self.view.clone() };
        ScoresLayout::with_stocks(&drawn, &self.tested, stocks, &self.strings, width_css_px, &self.measure)
    }

    fn moments_layout(&self, width_css_px: f64) -> MomentsLayout {
        let (a, b) = self.tested.plan.moment_sides;
        let names = [a, b].map(|side| self.side_name(side));
        let layout = MomentsLayout::new(&self.moments, names, &self.strings, width_css_px, &self.measure);
        let tints = [a, b].map(|side| self.tested.tints.get(side).copied().unwrap_or(0));
        MomentsLayout { tints, ..layout }
    }

    fn side_name(&self, side: usize) -> &str {
        let id = self.tested.plan.sides.get(side).map_or("", |side| side.id.as_str());
        self.strings.get("side", id).unwrap_or(id)
    }
}
