//! The reader's state: what a link holds, and what is only passing.

use super::{bit, Chosen, Filter, Look, Shown, Target, Tween};
use crate::dossier::{Dossier, Event, Step};
use crate::text::Day;

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// First and last day shown on the time axis.
    pub window: (Day, Day),
    /// The date the map speaks of.
    pub cursor: Day,
    /// The chosen event, tie or base. Never a cluster, a row or a moment.
    pub selected: Option<Target>,
    /// Index of the story's step; kept while exploring, to come back to.
    pub step: usize,
    /// Whether the reader has left the story's path.
    pub exploring: bool,
    /// Index of the map question.
    pub question: usize,
    /// Where the map looks.
    pub look: Look,
    /// Which records are shown.
    pub filter: Filter,
    /// Rows of the ties picture that are folded.
    pub folded: Chosen,
    /// What is searched for, as typed; empty for nothing.
    pub query: String,
}

/// What passes and no link holds.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Motion {
    /// What the pointer is over.
    pub hover: Option<Target>,
    /// The cluster that is open as a list in the card, in date order.
    pub open_cluster: Vec<usize>,
    /// What is drawn, on its way to the view.
    pub shown: Shown,
    /// The way there.
    pub tween: Option<Tween>,
    /// Whether changes are shown as a way at all: not for readers who asked for less motion.
    pub animate: bool,
    /// While playing: how much of a day has passed since the cursor last moved.
    pub playing: Option<f64>,
    /// What was found for the view's query; `None` while nothing is searched for.
    pub found: Option<Found>,
}

/// The records that a search found, by index.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Found {
    /// For each event whether it was found.
    pub events: Vec<bool>,
    /// For each tie whether it was found.
    pub ties: Vec<bool>,
}

impl Motion {
    /// Whether a search left this event; without a search, all are left.
    pub fn found_event(&self, ix: usize) -> bool {
        self.found.as_ref().is_none_or(|found| found.events.get(ix) == Some(&true))
    }

    /// Whether a search left this tie.
    pub fn found_tie(&self, ix: usize) -> bool {
        self.found.as_ref().is_none_or(|found| found.ties.get(ix) == Some(&true))
    }
}

/// All of the reader's state.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What a link holds.
    pub view: View,
    /// What passes.
    pub motion: Motion,
}

impl View {
    /// The view a reader meets first: the first step of the story, or all of time without a story.
    pub fn first(dossier: &Dossier) -> Self {
        Self::at_step(dossier, 0)
    }

    /// The view of one step, clamped to the steps there are.
    pub fn at_step(dossier: &Dossier, step: usize) -> Self {
        let last = dossier.story.len().saturating_sub(1);
        let step = step.min(last);
        let domain = dossier.manifest.domain;
        let free = |s: Option<&Step>| match s {
            Some(s) => (s.window, s.cursor, s.question, s.camera),
            None => (domain, domain.1, 0, 0),
        };
        let (window, cursor, question, camera) = free(dossier.story.get(step));
        Self {
            window,
            cursor,
            selected: None,
            step,
            exploring: false,
            question,
            look: Look::preset(dossier, camera),
            filter: Filter::default(),
            folded: 0,
            query: String::new(),
        }
    }

    /// Whether a row of the ties picture is folded.
    pub fn is_folded(&self, row: usize) -> bool {
        self.folded & bit(row) != 0
    }

    /// Whether all of time is shown.
    pub fn is_whole(&self, dossier: &Dossier) -> bool {
        self.window == dossier.manifest.domain
    }
}

impl State {
    /// The state a reader meets first.
    pub fn first(dossier: &Dossier) -> Self {
        Self::of(View::first(dossier))
    }

    /// A state at rest in this view.
    pub fn of(view: View) -> Self {
        let motion = Motion { shown: Shown::of(&view), ..Motion::default() };
        Self { view, motion }
    }

    /// The step whose ties and events are pointed out, unless the reader is exploring.
    pub fn step<'d>(&self, dossier: &'d Dossier) -> Option<&'d Step> {
        if self.view.exploring {
            None
        } else {
            dossier.story.get(self.view.step)
        }
    }

    /// Whether filters and search leave this event.
    pub fn shows_event(&self, ix: usize, event: &Event) -> bool {
        self.motion.found_event(ix) && self.view.filter.event(event)
    }

    /// Whether filters and search leave this tie.
    pub fn shows_tie(&self, ix: usize, dossier: &Dossier) -> bool {
        self.motion.found_tie(ix) && dossier.ties.get(ix).is_some_and(|tie| self.view.filter.tie(tie))
    }

    /// The events in view, in date order: left by filters and search, and within the window.
    pub fn events_in_view(&self, dossier: &Dossier) -> Vec<usize> {
        let (first, last) = self.view.window;
        let mut events = Vec::new();
        for (ix, event) in dossier.events.iter().enumerate() {
            let within = event.when.earliest() <= last && event.when.latest(dossier.manifest.as_of) >= first;
            if within && self.shows_event(ix, event) {
                events.push(ix);
            }
        }
        events
    }
}
