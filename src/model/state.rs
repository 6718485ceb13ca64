//! The reader's state: what a link holds, and what is only passing.

use super::Target;
use crate::dossier::{Dossier, Step};
use crate::text::Day;

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// First and last day shown on the time axis.
    pub window: (Day, Day),
    /// The date the map speaks of.
    pub cursor: Day,
    /// The chosen event, tie or base. Never a cluster or a moment.
    pub selected: Option<Target>,
    /// Index of the story's step; kept while exploring, to come back to.
    pub step: usize,
    /// Whether the reader has left the story's path.
    pub exploring: bool,
    /// Index of the map question.
    pub question: usize,
    /// Index of the camera.
    pub camera: usize,
}

/// What passes and no link holds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Motion {
    /// What the pointer is over.
    pub hover: Option<Target>,
    /// The cluster that is open as a list in the card, in date order.
    pub open_cluster: Vec<usize>,
}

/// All of the reader's state.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        Self { window, cursor, selected: None, step, exploring: false, question, camera }
    }
}

impl State {
    /// The state a reader meets first.
    pub fn first(dossier: &Dossier) -> Self {
        Self { view: View::first(dossier), motion: Motion::default() }
    }

    /// The step whose ties and events are pointed out, unless the reader is exploring.
    pub fn step<'d>(&self, dossier: &'d Dossier) -> Option<&'d Step> {
        if self.view.exploring {
            None
        } else {
            dossier.story.get(self.view.step)
        }
    }
}
