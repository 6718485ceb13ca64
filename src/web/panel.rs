//! The class behind the panel “Test it”: the scores of two sides as pictures on the time axis of the ties, the comparisons in
//! words, the events behind a year. A wasm of its own, loaded when a reader opens the panel. What is chosen stands in
//! `panel_choices`, the pictures in `panel_pictures`, the comparisons in `panel_results`.

use super::canvas::context;
use super::measure::BrowserMeasure;
use super::panel_pictures::{Pictures, Which};
use super::panel_results::Results;
use super::to_js;
use crate::model::TestView;
use crate::outline;
use crate::paint::Theme;
use crate::relations::{exchange, MomentShown, Tested};
use crate::text::Strings;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// One panel on a page.
#[wasm_bindgen]
pub struct Panel {
    pub(super) tested: Tested,
    pub(super) moments: Vec<MomentShown>,
    pub(super) strings: Strings,
    pub(super) view: TestView,
    /// What is drawn of time, in days since 1970-01-01: on the way to the view’s while the ties move.
    pub(super) shown: (f64, f64),
    pub(super) theme: Theme,
    pub(super) measure: BrowserMeasure,
    pub(super) pictures: Pictures,
    pub(super) results: Results,
}

#[wasm_bindgen]
impl Panel {
    /// Reads what is tested, as `relations::exchange` writes it. Throws a text if that does not read.
    #[wasm_bindgen(constructor)]
    pub fn new(theme: &str, data: &str) -> Result<Panel, JsValue> {
        let (tested, moments, strings) = exchange::read(data).ok_or_else(|| {
            JsValue::from_str("what the test is computed from does not read; make it by cargo xtask build")
        })?;
        let view = TestView::first(&tested);
        Ok(Self {
            results: Results::new(&tested, &view),
            tested,
            moments,
            strings,
            shown: view.days,
            view,
            theme: Theme::named(theme),
            measure: BrowserMeasure::default(),
            pictures: Pictures::default(),
        })
    }

    /// Measures text on this canvas from now on: as the ties picture does, so that both have the same time axis.
    #[wasm_bindgen(js_name = measureWith)]
    pub fn measure_with(&mut self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        self.measure = BrowserMeasure::on(context(canvas).map_err(|e| JsValue::from(&e))?);
        self.pictures.forget(&Which::ALL);
        Ok(())
    }

    /// As [`Theme::named`] reads it.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, theme: &str) {
        self.theme = Theme::named(theme);
        self.pictures.repaint();
    }

    /// Titles of events, a line each: the id, a tab, the title.
    #[wasm_bindgen(js_name = setTitles)]
    pub fn set_titles(&mut self, lines: &str) {
        let titles = lines.lines().filter_map(|line| line.split_once('\t'));
        self.strings.put("event", titles);
    }

    /// Draws so many resamples more, of the declared pair first and then of the shown one. Whether all intervals are there.
    pub fn advance(&mut self, resamples: u32) -> bool {
        self.results.advance(self.view.sides, resamples as usize)
    }

    /// What the comparisons of the shown years say, as nodes.
    pub fn results(&self) -> JsValue {
        let judged = self.results.judged();
        to_js::nodes(&outline::test_results(&self.tested, &self.strings, &self.view, judged))
    }

    /// The events behind the chosen year, as nodes; none if no year is chosen.
    #[wasm_bindgen(js_name = yearEvents)]
    pub fn year_events(&self) -> JsValue {
        to_js::nodes(&outline::test_year(&self.tested, &self.strings, &self.view))
    }

    /// What the signs of the scores picture mean, as nodes.
    pub fn legend(&self) -> JsValue {
        to_js::nodes(&outline::test_legend(&self.strings, &self.view))
    }

    /// A word of the panel; the empty text if the dossier has none.
    pub fn word(&self, key: &str) -> String {
        self.strings.get("test", key).unwrap_or("").to_owned()
    }
}
