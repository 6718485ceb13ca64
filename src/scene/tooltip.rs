//! The name of what the pointer is over, else of what is chosen: marks have no room for one, and bars shorten theirs.

use super::shape::{Ink, Scene, Shape, Stroke};
use super::ties::{rounded, text, Drawing};
use crate::layout::{Anchor, Rect, TEXT_CSS_PX};
use crate::model::Target;
use crate::text::{ellipsis, words, When};

impl Drawing<'_> {
    pub(super) fn tooltip(&self, scene: &mut Scene) {
        let hover = self.state.motion.hover.as_ref();
        let about = hover.and_then(|target| self.label(target));
        let Some(((x, y), label)) = about.or_else(|| self.label(self.state.view.selected.as_ref()?)) else {
            return;
        };
        let width = self.layout.size.w;
        let room = (width - 20.0).max(40.0);
        let label = ellipsis(&label, self.measure, TEXT_CSS_PX, false, room);
        let half = self.measure.width_css_px(&label, TEXT_CSS_PX, false) / 2.0 + 7.0;
        let middle = x.clamp(half + 2.0, (width - half - 2.0).max(half + 2.0));
        // Away from the axis, whose labels it would cover, unless there it would leave the picture.
        let away = if y > self.layout.axis.y { 22.0 } else { -22.0 };
        let inside = |y: f64| y > 11.0 && y < self.layout.size.h - 11.0;
        let y = if inside(y + away) { y + away } else { y - away };
        let rect = Rect::new(middle - half, y - 10.5, 2.0 * half, 21.0);
        scene.overlay.push(Shape::Ring {
            points: rounded(&rect),
            fill: Some(Ink::Surface.solid()),
            stroke: Some(Stroke::new(Ink::Text.solid(), 1.0)),
        });
        scene.overlay.push(text((middle, y + 0.5), Anchor::Middle, &label, false, Ink::Text.solid()));
    }

    /// What is said of a target, and the point it is said of; nothing of what is not in the picture.
    fn label(&self, target: &Target) -> Option<((f64, f64), String)> {
        let (dossier, strings) = (self.dossier, &self.dossier.strings);
        let dated = |title: &str, when: &When| [title, " · ", &words::when_words(when, strings)].concat();
        match target {
            Target::Event(ix) => {
                let event = dossier.events.get(*ix)?;
                Some((self.layout.mark_of(*ix)?, dated(dossier.title("event", &event.id), &event.when)))
            }
            Target::Cluster(events) => {
                let at = self.layout.mark_of(*events.first()?)?;
                Some((at, strings.plural("events", events.len() as u64)))
            }
            Target::Tie(ix) => {
                let tie = dossier.ties.get(*ix)?;
                let bar = self.layout.rows.iter().flat_map(|row| &row.bars).find(|bar| bar.tie == *ix)?;
                let title = dossier.title("tie", &tie.id);
                let when = When::Between { from: tie.from, to: tie.to };
                let x = bar.rect.x + bar.rect.w.min(120.0) / 2.0;
                Some(((x, bar.rect.y + bar.rect.h / 2.0), dated(title, &when)))
            }
            Target::Base(_) | Target::Row(_) | Target::Time(_) => None,
        }
    }
}
