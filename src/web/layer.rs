//! What one canvas should show, and whether it shows something else.

use crate::scene::Shape;

/// The shapes of one canvas.
#[derive(Default)]
pub(super) struct Layer {
    pub(super) shapes: Vec<Shape>,
    /// Whether the canvas shows something else.
    pub(super) dirty: bool,
}

impl Layer {
    /// Repainted only if it is not what is shown.
    pub(super) fn show(&mut self, shapes: Vec<Shape>) {
        if self.shapes != shapes {
            self.shapes = shapes;
            self.dirty = true;
        }
    }
}
