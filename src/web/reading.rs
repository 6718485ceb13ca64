//! What the page reads of the state: the view and its link, time, what there is to choose among, lists, card, legends
//! and words. And the view and the time, as it sets them.

use super::explainer::Explainer;
use super::to_js;
use crate::model::{from_link, to_link, Filter, Group, Msg, Target};
use crate::outline;
use crate::text::{window, words, Day, NoWindow};
use wasm_bindgen::prelude::*;

/// How many parts of a link that do not read are named, and how much of each.
const MOST_UNREAD: usize = 3;
const LONGEST_UNREAD: usize = 32;

#[wasm_bindgen]
impl Explainer {
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
        // Enough to see what is meant: a link cannot put a text of its own on the page.
        let mut said = String::new();
        for part in unread.iter().take(MOST_UNREAD) {
            said.push_str(if said.is_empty() { " (" } else { ", " });
            said.extend(part.chars().take(LONGEST_UNREAD));
        }
        [self.dossier.strings.ui("view-not-understood"), &said, ")"].concat()
    }

    /// What the shell shows of the state; its fields are those of `State` in `www/us_uz_explainer.d.ts`.
    pub fn state(&self) -> JsValue {
        let view = &self.state.view;
        let (step, steps) = (view.step, self.dossier.story.len());
        let domain = self.dossier.manifest.domain;
        let shown = self.state.motion.shown.days;
        let selected = view.selected.as_ref().map_or(String::new(), |t| t.to_text(&self.dossier));
        let value_text = match outline::announce_selection(&self.state, &self.dossier) {
            said if said.is_empty() => outline::announce_cursor(&self.state, &self.dossier),
            said => said,
        };
        let in_view = self.state.events_in_view(&self.dossier);
        let nth = match view.selected {
            Some(Target::Event(ix)) => in_view.iter().position(|event| *event == ix).map_or(0, |at| at + 1),
            _ => 0,
        };
        let camera = view.look.camera(&self.dossier).map_or("", |ix| Group::Camera.id(ix, &self.dossier));
        let filtered = view.filter != Filter::default() || self.state.motion.found.is_some();
        to_js::object([
            ("from", view.window.0.iso().into()),
            ("to", view.window.1.iso().into()),
            ("days", js_sys::Array::of2(&shown.0.into(), &shown.1.into()).into()),
            ("whole", view.is_whole(&self.dossier).into()),
            ("playing", self.state.motion.playing.is_some().into()),
            ("query", view.query.as_str().into()),
            ("filtered", filtered.into()),
            ("camera", camera.into()),
            ("question", Group::Question.id(view.question, &self.dossier).into()),
            ("inView", (in_view.len() as f64).into()),
            ("nth", (nth as f64).into()),
            ("shelf", outline::shelf(&self.state, &self.dossier).into()),
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

    /// Shows the time of an EDTF date or interval; answers with one sentence for the reader if it is none,
    /// ends before it starts, or lies outside the time axis.
    #[wasm_bindgen(js_name = setRangeText)]
    pub fn set_range_text(&mut self, edtf: &str) -> String {
        let domain = self.dossier.manifest.domain;
        let strings = &self.dossier.strings;
        match window(edtf.trim(), domain) {
            Ok((from, to)) => {
                self.send(Msg::Range(from, to));
                String::new()
            }
            Err(NoWindow::Unreadable) => strings.ui("range-not-understood").into(),
            Err(NoWindow::EndBeforeStart) => strings.ui("range-backwards").into(),
            Err(NoWindow::Outside) => {
                let [from, to] = [domain.0, domain.1].map(|day| words::day_words(day, strings));
                strings.fill("ui", "range-outside", &[("from", &from), ("to", &to)])
            }
        }
    }

    /// What there is to choose among in a group (`partner`, `theme`, `kind`, `row`, `question`, `camera`):
    /// a list of `[id, name, count, on]`.
    pub fn choices(&self, group: &str) -> JsValue {
        let list = js_sys::Array::new();
        let group = Group::named(group);
        for choice in group.map(|g| outline::choices(g, &self.state, &self.dossier)).unwrap_or_default() {
            let count = choice.count as f64;
            list.push(&js_sys::Array::of4(
                &choice.id.into(),
                &choice.name.into(),
                &count.into(),
                &choice.on.into(),
            ));
        }
        list.into()
    }

    /// The records in view, as nodes.
    pub fn list(&self) -> JsValue {
        to_js::nodes(&outline::list(&self.state, &self.dossier))
    }

    /// The places in the map's view with their events, and the shelf, as nodes.
    pub fn places(&mut self) -> JsValue {
        self.build("map");
        let layout = self.map.layout.as_ref();
        let in_view = layout.map(|map| map.places_in_view(&self.dossier, &self.ground)).unwrap_or_default();
        to_js::nodes(&outline::places(&self.state, &self.dossier, &in_view))
    }

    /// How many events filters and search leave in each year of the domain, first year first.
    pub fn density(&self) -> Vec<u32> {
        let (first, last) = self.dossier.manifest.domain;
        let year = |day: Day| day.ymd().0;
        let mut counts = vec![0; (year(last) - year(first) + 1).max(0) as usize];
        for (ix, event) in self.dossier.events.iter().enumerate() {
            let at = year(event.when.earliest()) - year(first);
            if let Some(count) = usize::try_from(at).ok().and_then(|at| counts.get_mut(at)) {
                *count += u32::from(self.state.shows_event(ix, event));
            }
        }
        counts
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
