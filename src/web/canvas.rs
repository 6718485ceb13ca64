//! One layer onto one canvas, right at any device pixel ratio.

use crate::paint::{paint, BackendProfile, Palette, UNITS_PER_CSS_PX};
use crate::scene::Shape;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Bitmaps larger than this are refused or cost too much: what some phones' browsers allow.
const MOST_PIXELS: f64 = 16_777_216.0;

/// A picture's size.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct PictureSize {
    pub(super) width_css_px: f64,
    pub(super) height_css_px: f64,
    pub(super) dpr: f64,
}

impl PictureSize {
    /// A size with every number made sound: finite, not negative, the bitmap not too large.
    pub(super) fn sound(width_css_px: f64, height_css_px: f64, dpr: f64) -> Self {
        let sound = |v: f64, most: f64| if v.is_finite() { v.clamp(0.0, most) } else { 0.0 };
        let (width, height) = (sound(width_css_px, 8192.0), sound(height_css_px, 8192.0));
        let dpr = if dpr.is_finite() { dpr.clamp(0.25, 8.0) } else { 1.0 };
        let most = (MOST_PIXELS / (width * height).max(1.0)).sqrt();
        Self { width_css_px: width, height_css_px: height, dpr: dpr.min(most) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.width_css_px < 1.0 || self.height_css_px < 1.0
    }
}

/// The drawing context of a canvas, or why there is none.
pub(super) fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, String> {
    let context = canvas.get_context("2d").ok().flatten();
    context
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
        .ok_or_else(|| "this canvas has no 2d context".to_owned())
}

/// Paints the shapes, after sizing the bitmap. Setting a canvas' width resets its context, so all of the
/// context's state is set anew at every painting.
pub(super) fn paint_layer(
    canvas: &HtmlCanvasElement,
    size: &PictureSize,
    shapes: &[Shape],
    palette: &Palette,
) -> Result<(), String> {
    let pixels = |css_px: f64| (css_px * size.dpr).round().max(1.0) as u32;
    let (width, height) = (pixels(size.width_css_px), pixels(size.height_css_px));
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    let context = context(canvas)?;
    let failed =
        |error: JsValue| error.as_string().unwrap_or_else(|| "the canvas refused a transform".to_owned());
    context.save();
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).map_err(failed)?;
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    let scale = size.dpr / UNITS_PER_CSS_PX;
    context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).map_err(failed)?;
    context.set_line_join("round");
    context.set_line_cap("round");
    let painted = match CanvasBackend::with_canvas_object(canvas.clone()) {
        Some(mut backend) => {
            paint(shapes, palette, &BackendProfile::CANVAS, &mut backend).map_err(|e| e.to_string())
        }
        None => Err("this canvas cannot be painted on".to_owned()),
    };
    context.restore();
    painted
}
