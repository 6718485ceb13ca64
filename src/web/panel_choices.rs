//! What the reader chooses in the panel, and what there is to choose.

use super::panel::Panel;
use super::panel_pictures::Which;
use super::to_js;
use crate::layout::StockCurves;
use crate::outline;
use crate::relations::{Whose, HALF_LIVES};
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Panel {
    /// Compares the years from one moment to another, in days since 1970-01-01. Whether others are compared now.
    #[wasm_bindgen(js_name = setWindow)]
    pub fn set_window(&mut self, from_day: f64, until_day: f64) -> bool {
        let is_window = from_day.is_finite() && until_day.is_finite() && from_day < until_day;
        if !is_window || self.view.days == (from_day, until_day) {
            return false;
        }
        self.view.days = (from_day, until_day);
        self.compare()
    }

    /// Draws the time from one moment to another: what the ties picture shows on its way to the window.
    #[wasm_bindgen(js_name = setShown)]
    pub fn set_shown(&mut self, from_day: f64, until_day: f64) {
        if from_day.is_finite() && until_day.is_finite() && from_day < until_day {
            self.shown = (from_day, until_day);
            self.pictures.forget(&[Which::Scores]);
        }
    }

    /// Chooses: `pair` by its position among the pairs, `whose` (`all` or `home`), `halfLife` in years, `fan` (`yes` or `no`),
    /// `year`; the empty text for no curve and no year. Anything else changes nothing.
    pub fn choose(&mut self, key: &str, value: &str) {
        let view = &mut self.view;
        match key {
            "pair" => {
                let at = value.parse::<usize>().ok();
                if let Some(pair) = at.and_then(|at| self.tested.side_pairs().into_iter().nth(at)) {
                    view.sides = pair.sides;
                }
            }
            "whose" => view.whose = if value == "home" { Whose::Home } else { Whose::All },
            "halfLife" => {
                view.half_life =
                    HALF_LIVES.iter().find(|years| self.strings.decimal(**years) == value).copied();
            }
            "fan" => view.fan = value == "yes",
            "year" => view.year = value.parse::<i32>().ok(),
            _ => return,
        }
        if key != "year" {
            self.pictures.stocks = StockCurves::of(&self.view, &self.tested);
        }
        self.pictures.forget(&[Which::Scores, Which::Scatter]);
        self.compare();
    }

    /// What there is to choose among: `pairs` as `[name, role]`, `curves` as `[value, words]`.
    pub fn choices(&self) -> JsValue {
        let two = |(a, b): (String, String)| Array::of2(&a.into(), &b.into());
        let list = |items: Vec<(String, String)>| items.into_iter().map(two).collect::<Array>().into();
        to_js::object([
            ("pairs", list(outline::test_pairs(&self.tested, &self.strings))),
            ("curves", list(outline::test_curves(&self.strings))),
        ])
    }
}

impl Panel {
    /// Compares anew where other years or acts are shown. Whether they are.
    fn compare(&mut self) -> bool {
        let is_other = self.results.follow(&self.tested, &self.view);
        if is_other {
            self.pictures.forget(&[Which::Scatter]);
        }
        is_other
    }
}
