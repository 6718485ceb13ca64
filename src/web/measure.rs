//! Text width as the browser measures it, on the context of a canvas, each text once.

use crate::paint::{font, UNITS_PER_CSS_PX};
use crate::text::{Measure, TableMeasure};
use std::cell::{Cell, RefCell};
use web_sys::CanvasRenderingContext2d;

/// Texts remembered at most; more are forgotten together.
const MOST_REMEMBERED: usize = 4000;

/// Measures with `measureText`, or with the built-in table until a canvas is given.
#[derive(Default)]
pub(super) struct BrowserMeasure {
    context: Option<CanvasRenderingContext2d>,
    /// Sorted by text, then size and weight.
    known: RefCell<Vec<(String, u32, bool, f64)>>,
    font: Cell<Option<(u32, bool)>>,
}

impl BrowserMeasure {
    pub(super) fn on(context: CanvasRenderingContext2d) -> Self {
        Self { context: Some(context), ..Self::default() }
    }
}

impl Measure for BrowserMeasure {
    fn width_css_px(&self, text: &str, size_css_px: f64, bold: bool) -> f64 {
        let Some(context) = &self.context else {
            return TableMeasure.width_css_px(text, size_css_px, bold);
        };
        let units = (size_css_px * UNITS_PER_CSS_PX).round().clamp(1.0, 4000.0) as u32;
        let place = self.known.borrow().binary_search_by(|(known, size, weight, _)| {
            known.as_str().cmp(text).then(size.cmp(&units)).then(weight.cmp(&bold))
        });
        let place = match place {
            Ok(at) => return self.known.borrow().get(at).map_or(0.0, |known| known.3),
            Err(place) => place,
        };
        if self.font.get() != Some((units, bold)) {
            context.set_font(&font(f64::from(units), bold));
            self.font.set(Some((units, bold)));
        }
        let width = match context.measure_text(text) {
            Ok(metrics) => metrics.width() / UNITS_PER_CSS_PX,
            Err(_) => TableMeasure.width_css_px(text, size_css_px, bold),
        };
        let mut known = self.known.borrow_mut();
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        let place = place.min(known.len());
        known.insert(place, (text.to_owned(), units, bold, width));
        width
    }
}
