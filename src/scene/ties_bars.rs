//! The bars of the ties picture: firm and soft ends, names, what the story points out, what is chosen.

use super::shape::{Ink, Scene, Shape, Stroke};
use super::ties::Drawing;
use super::Hit;
use crate::geo::dash;
use crate::layout::{Anchor, Bar, Rect, RowBand, TEXT_CSS_PX};
use crate::model::Target;

/// Opacity of a bar, and of one the story points out.
const BAR_ALPHA: f64 = 0.20;
const BAR_ALPHA_POINTED: f64 = 0.42;
/// Steps in which a soft end fades.
const FADE_STEPS: u32 = 4;
/// Height of the line beneath a bar: a bar's ground alone is too faint to be seen by everyone (WCAG 2.2, 1.4.11).
const EDGE: f64 = 1.0;
/// The same where an end is soft: strokes and gaps.
const SOFT_EDGE: [f64; 2] = [2.0, 2.5];

impl Drawing<'_> {
    fn pointed_tie(&self, tie: usize) -> bool {
        self.state.step(self.dossier).is_some_and(|step| step.ties.contains(&tie))
    }

    pub(super) fn bar(&self, scene: &mut Scene, row: &RowBand, bar: &Bar) {
        let tint = self.tint(row);
        let pointed = self.pointed_tie(bar.tie);
        let alpha = if pointed { BAR_ALPHA_POINTED } else { BAR_ALPHA };
        let r = bar.rect;
        let (firm_x0, firm_x1) =
            (bar.soft_start.map_or(r.x, |s| s.1), bar.soft_end.map_or(r.right(), |s| s.0));
        let mut fill = |x0: f64, x1: f64, alpha: f64| {
            if x1 > x0 {
                let rect = Rect::new(x0, r.y, x1 - x0, r.h);
                scene.base.push(Shape::Rect { rect, fill: tint.at(alpha) });
            }
        };
        fill(firm_x0, firm_x1, alpha);
        let mut fade = |(x0, x1): (f64, f64), rising: bool| {
            for n in 0..FADE_STEPS {
                let step = (x1 - x0) / f64::from(FADE_STEPS);
                let strength = f64::from(if rising { n + 1 } else { FADE_STEPS - n });
                let from = x0 + step * f64::from(n);
                fill(from, from + step, alpha * strength / f64::from(FADE_STEPS + 1));
            }
        };
        if let Some(soft) = bar.soft_start {
            fade(soft, true);
        }
        if let Some(soft) = bar.soft_end {
            fade(soft, false);
        }
        let edge_y = r.bottom() - EDGE / 2.0;
        if firm_x1 > firm_x0 {
            let rect = Rect::new(firm_x0, r.bottom() - EDGE, firm_x1 - firm_x0, EDGE);
            scene.base.push(Shape::Rect { rect, fill: tint.solid() });
        }
        for (x0, x1) in [bar.soft_start, bar.soft_end].into_iter().flatten() {
            for points in dash(&[(x0, edge_y), (x1, edge_y)], &SOFT_EDGE, 0.0) {
                scene.base.push(Shape::Polyline { points, stroke: Stroke::new(tint.solid(), EDGE) });
            }
        }
        // A firm end has a cap; a soft, cut or open one has none.
        let cap = |x: f64| Shape::Rect { rect: Rect::new(x, r.y, 2.5, r.h), fill: tint.solid() };
        if bar.soft_start.is_none() && !bar.cut_start {
            scene.base.push(cap(r.x));
        }
        if bar.soft_end.is_none() && !bar.cut_end {
            scene.base.push(cap(r.right() - 2.5));
        }
        if bar.open_end {
            let (x, y) = (r.right() - 2.0, r.y + r.h / 2.0);
            let points = vec![(x - 4.0, y - 4.0), (x, y), (x - 4.0, y + 4.0)];
            scene.base.push(Shape::Polyline { points, stroke: Stroke::new(tint.solid(), 1.5) });
        }
        if let Some(name) = &bar.name {
            scene.base.push(Shape::Text {
                at: (name.x, r.y + r.h / 2.0 + 0.5),
                anchor: Anchor::Start,
                text: name.text.clone(),
                size_css_px: TEXT_CSS_PX,
                bold: false,
                colour: Ink::Text.solid(),
                halo: None,
            });
        }
        let mut area = r;
        if let Some(name) = &bar.name {
            let left = area.x.min(name.x);
            area = Rect::new(left, r.y, r.right().max(name.x + name.width) - left, r.h);
        }
        let target = Target::Tie(bar.tie);
        if pointed {
            scene.overlay.push(outline(&r.grown(0.75), Stroke::new(tint.solid(), 1.5)));
        }
        if self.state.view.selected.as_ref() == Some(&target) {
            scene.overlay.push(outline(&r.grown(2.0), Stroke::new(Ink::Text.solid(), 2.0)));
        } else if self.state.motion.hover.as_ref() == Some(&target) {
            scene.overlay.push(outline(&r.grown(1.5), Stroke::new(Ink::Text.solid(), 1.0)));
        }
        scene.hits.push(Hit { rect: area, target });
    }
}

fn outline(rect: &Rect, stroke: Stroke) -> Shape {
    let points = vec![
        (rect.x, rect.y),
        (rect.right(), rect.y),
        (rect.right(), rect.bottom()),
        (rect.x, rect.bottom()),
    ];
    Shape::Ring { points, fill: None, stroke: Some(stroke) }
}
