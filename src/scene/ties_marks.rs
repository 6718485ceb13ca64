//! The marks of the ties picture: shape says the theme, colour the partner, filling the direction; clusters count.

use super::mark_shape::mark_shape;
use super::shape::{Ink, Scene, Shape, Stroke};
use super::ties::{rounded, text, Drawing};
use super::Hit;
use crate::dossier::MarkShape;
use crate::geo::dash;
use crate::layout::{Anchor, Mark, MarkKind, Rect, RowBand, MARK_RADIUS};
use crate::model::Target;
use crate::relations::{direction, Direction};

impl Drawing<'_> {
    fn pointed_event(&self, event: usize) -> bool {
        self.state.step(self.dossier).is_some_and(|step| step.events.contains(&event))
    }

    pub(super) fn mark(&self, scene: &mut Scene, row: &RowBand, mark: &Mark) {
        let tint = self.tint(row);
        let at = (mark.x, mark.y);
        match &mark.kind {
            MarkKind::Cluster(events) => {
                let label = events.len().to_string();
                let rect = mark.rect();
                let pointed = events.iter().any(|ix| self.pointed_event(*ix));
                let ring = rounded(&rect);
                let stroke = Stroke::new(tint.solid(), if pointed { 2.5 } else { 1.25 });
                scene.overlay.push(Shape::Ring {
                    points: ring.clone(),
                    fill: Some(Ink::Surface.solid()),
                    stroke: Some(stroke),
                });
                scene.overlay.push(Shape::Ring { points: ring, fill: Some(tint.at(0.16)), stroke: None });
                scene.overlay.push(text(at, Anchor::Middle, &label, true, Ink::Text.solid()));
                let target = Target::Cluster(events.clone());
                let open = !self.state.motion.open_cluster.is_empty()
                    && self.state.motion.open_cluster.first() == events.first();
                if open || self.state.motion.hover.as_ref() == Some(&target) {
                    let stroke = Stroke::new(Ink::Text.solid(), if open { 2.0 } else { 1.0 });
                    let points = rounded(&rect.grown(2.5));
                    scene.overlay.push(Shape::Ring { points, fill: None, stroke: Some(stroke) });
                }
                scene.hits.push(Hit { rect, target });
            }
            MarkKind::Single(ix) => {
                let Some(event) = self.dossier.events.get(*ix) else { return };
                let pointed = self.pointed_event(*ix);
                if let Some(extent) = mark.extent {
                    // It lasted: a firm line from its mark. It is not known better: a soft band around it, and dots.
                    let (h, colour) = if extent.lasted {
                        (1.5, Ink::Muted.solid())
                    } else {
                        (2.0 * MARK_RADIUS - 1.0, tint.at(0.16))
                    };
                    let rect = Rect::new(extent.x0, mark.y - h / 2.0, extent.x1 - extent.x0, h);
                    scene.overlay.push(Shape::Rect { rect, fill: colour });
                    let dots = [(extent.x0, mark.y), (extent.x1, mark.y)];
                    for points in dash(&dots, &[1.5, 3.0], 0.0).into_iter().filter(|_| !extent.lasted) {
                        let stroke = Stroke::new(tint.solid(), 1.25);
                        scene.overlay.push(Shape::Polyline { points, stroke });
                    }
                }
                let shape =
                    self.dossier.manifest.themes.get(event.theme).map_or(MarkShape::Circle, |t| t.shape);
                let (fill, stroke) = match direction(event) {
                    Direction::Closer => (tint.solid(), tint.solid()),
                    Direction::Further => (Ink::Surface.solid(), tint.solid()),
                    Direction::NotCoded => (Ink::Grid.solid(), Ink::Muted.solid()),
                };
                let radius = if pointed { MARK_RADIUS + 1.25 } else { MARK_RADIUS - 0.4 };
                let width = if pointed { 1.8 } else { 1.3 };
                scene.overlay.push(mark_shape(
                    shape,
                    at,
                    radius,
                    Some(fill),
                    Some(Stroke::new(stroke, width)),
                ));
                if self.state.motion.hover == Some(Target::Event(*ix)) {
                    let stroke = Some(Stroke::new(Ink::Text.solid(), 1.0));
                    scene.overlay.push(Shape::Circle { at, radius: MARK_RADIUS + 3.5, fill: None, stroke });
                }
                scene.hits.push(Hit { rect: mark.rect(), target: Target::Event(*ix) });
            }
        }
    }
}
