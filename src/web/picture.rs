//! One picture as the page has it: its size, what its two canvases should show, and what can be hit.

use super::canvas::PictureSize;
use super::layer::Layer;
use crate::scene::{Hit, Scene};

/// A picture's size, what its two canvases should show, and what can be hit.
pub(super) struct Picture<L> {
    pub(super) size: PictureSize,
    /// Whether layers and layout are those of the state as it is.
    pub(super) fresh: bool,
    pub(super) layers: Layers,
    pub(super) hits: Vec<Hit>,
    pub(super) layout: Option<L>,
}

impl<L> Default for Picture<L> {
    fn default() -> Self {
        Self {
            size: PictureSize::default(),
            fresh: false,
            layers: Layers::default(),
            hits: Vec::new(),
            layout: None,
        }
    }
}

/// What the two canvases of a picture show.
#[derive(Default)]
pub(super) struct Layers {
    pub(super) base: Layer,
    pub(super) overlay: Layer,
}

impl<L> Picture<L> {
    pub(super) fn show(&mut self, scene: Scene, layout: L) {
        self.layers.base.show(scene.base);
        self.layers.overlay.show(scene.overlay);
        self.hits = scene.hits;
        self.layout = Some(layout);
        self.fresh = true;
    }

    pub(super) fn resize(&mut self, size: PictureSize) {
        self.size = size;
        self.fresh = false;
        self.layers.repaint();
    }
}

impl Layers {
    pub(super) fn repaint(&mut self) {
        self.base.dirty = true;
        self.overlay.dirty = true;
    }
}
