//! What a reader points at and chooses: records, steps of the story, things of a group, what was searched for.

use super::explainer::Explainer;
use crate::model::{Group, Msg, Target};
use crate::text::fold;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Explainer {
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

    /// Chooses, or no longer chooses, something of a group.
    pub fn choose(&mut self, group: &str, id: &str, on: bool) {
        let Some(group) = Group::named(group) else { return };
        if let Some(ix) = group.position(id, &self.dossier) {
            self.send(Msg::Choose(group, ix, on));
        }
    }

    /// Drops all filters and the search.
    #[wasm_bindgen(js_name = clearFilters)]
    pub fn clear_filters(&mut self) {
        self.send(Msg::ClearFilters);
    }

    /// A text folded for searching.
    pub fn fold(&self, text: &str) -> String {
        fold(text)
    }

    /// What the page found for a query: targets joined by spaces. The empty query ends the search.
    #[wasm_bindgen(js_name = setFound)]
    pub fn set_found(&mut self, query: &str, targets: &str) {
        let targets = targets.split(' ').filter_map(|text| Target::parse(text, &self.dossier)).collect();
        self.send(Msg::Found(query.to_owned(), targets));
    }
}
