//! The ties picture as shapes: rows, axis, bars below; marks, cursor, selection above.

use super::mark_shape::mark_shape;
use super::shape::{Colour, Ink, Scene, Shape, Stroke};
use super::Hit;
use crate::dossier::{Dossier, Side};
use crate::geo::dash;
use crate::layout::{Anchor, Bar, Mark, MarkKind, Rect, RowBand, TiesLayout, TEXT_CSS_PX};
use crate::model::{State, Target};
use crate::relations::{direction, Direction};
use crate::text::{words, Measure};

const MARK_RADIUS: f64 = 4.5;
/// Opacity of a bar, and of one the story points out.
const BAR_ALPHA: f64 = 0.20;
const BAR_ALPHA_POINTED: f64 = 0.42;
/// Steps in which a soft end fades.
const FADE_STEPS: u32 = 4;

/// Builds the ties picture.
pub fn ties_scene(state: &State, dossier: &Dossier, layout: &TiesLayout, measure: &dyn Measure) -> Scene {
    let mut scene = Scene { size: layout.size, ..Scene::default() };
    scene.base.push(Shape::Rect { rect: layout.size, fill: Ink::Surface.solid() });
    grid(&mut scene, dossier, layout);
    let view = Drawing { state, dossier, layout, measure };
    view.article_line(&mut scene);
    for row in &layout.rows {
        view.row_name(&mut scene, row);
        for bar in &row.bars {
            view.bar(&mut scene, row, bar);
        }
        for mark in &row.marks {
            view.mark(&mut scene, row, mark);
        }
    }
    view.selection(&mut scene);
    view.cursor(&mut scene);
    view.tooltip(&mut scene);
    scene
}

fn grid(scene: &mut Scene, dossier: &Dossier, layout: &TiesLayout) {
    let (top, bottom) = (layout.plot.y, layout.plot.bottom());
    for tick in &layout.ticks {
        if tick.x < layout.plot.x - 0.5 {
            continue;
        }
        let line = |y0: f64, y1: f64| Shape::Polyline {
            points: vec![(tick.x, y0), (tick.x, y1)],
            stroke: Stroke::new(Ink::Grid.solid(), 1.0),
        };
        scene.base.push(line(top, bottom));
    }
    for row in layout.rows.iter().skip(1) {
        let side = dossier.manifest.rows.get(row.row).map(|r| r.side);
        if side == Some(Side::Below) {
            let y = row.rect.y - 4.5;
            let points = vec![(0.0, y), (layout.size.w, y)];
            scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Grid.solid(), 1.0) });
        }
    }
    // The axis band: a ground of its own, so that time is seen to part what is above from what is below.
    let band = layout.rows.iter().find(|row| is_axis(dossier, row.row));
    if let Some(band) = band {
        scene.base.push(Shape::Rect { rect: band.rect, fill: Ink::Grid.at(0.55) });
    }
    let y = layout.axis.y;
    let points = vec![(layout.plot.x, y), (layout.plot.right(), y)];
    scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Muted.solid(), 1.0) });
    let mut clear_from = layout.plot.x - 12.0;
    for tick in &layout.ticks {
        let points = vec![(tick.x, y), (tick.x, y + 4.0)];
        scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Muted.solid(), 1.0) });
        if tick.x < clear_from || tick.x > layout.plot.right() - 14.0 {
            continue;
        }
        clear_from = tick.x + 30.0;
        let at = (tick.x, y + layout.axis.h / 2.0 + 1.5);
        scene.base.push(text(at, Anchor::Middle, &tick.label, false, Ink::Muted.solid()));
    }
}

fn is_axis(dossier: &Dossier, row: usize) -> bool {
    dossier.manifest.rows.get(row).is_some_and(|r| r.side == Side::Axis)
}

fn text(at: (f64, f64), anchor: Anchor, words: &str, bold: bool, colour: Colour) -> Shape {
    let (text, size_css_px) = (words.to_owned(), TEXT_CSS_PX);
    Shape::Text { at, anchor, text, size_css_px, bold, colour, halo: None }
}

struct Drawing<'a> {
    state: &'a State,
    dossier: &'a Dossier,
    layout: &'a TiesLayout,
    measure: &'a dyn Measure,
}

impl Drawing<'_> {
    fn tint(&self, row: &RowBand) -> Ink {
        Ink::Tint(self.dossier.manifest.rows.get(row.row).map_or(0, |r| r.tint))
    }

    fn row_name(&self, scene: &mut Scene, row: &RowBand) {
        let id = self.dossier.manifest.rows.get(row.row).map_or("", |r| r.id.as_str());
        let name = self.dossier.strings.get("row", id).unwrap_or(id);
        let colour = self.tint(row).solid();
        scene.base.push(Shape::Text {
            at: row.name_at,
            anchor: Anchor::Start,
            text: name.to_owned(),
            size_css_px: TEXT_CSS_PX + 1.0,
            bold: true,
            colour,
            halo: None,
        });
    }

    fn pointed_tie(&self, tie: usize) -> bool {
        self.state.step(self.dossier).is_some_and(|step| step.ties.contains(&tie))
    }

    fn pointed_event(&self, event: usize) -> bool {
        self.state.step(self.dossier).is_some_and(|step| step.events.contains(&event))
    }

    fn bar(&self, scene: &mut Scene, row: &RowBand, bar: &Bar) {
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

    fn mark(&self, scene: &mut Scene, row: &RowBand, mark: &Mark) {
        let tint = self.tint(row);
        let at = (mark.x, mark.y);
        match &mark.kind {
            MarkKind::Cluster(events) => {
                let label = events.len().to_string();
                let half = 7.0 + 3.5 * label.len() as f64;
                let rect = Rect::new(mark.x - half, mark.y - 9.0, 2.0 * half, 18.0);
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
                    // It lasted: a firm line from its mark. It is not known better: a soft band around it.
                    let (h, colour) = if extent.lasted {
                        (1.5, Ink::Muted.at(0.7))
                    } else {
                        (2.0 * MARK_RADIUS - 1.0, tint.at(0.16))
                    };
                    let rect = Rect::new(extent.x0, mark.y - h / 2.0, extent.x1 - extent.x0, h);
                    scene.overlay.push(Shape::Rect { rect, fill: colour });
                }
                let shape = self
                    .dossier
                    .manifest
                    .themes
                    .get(event.theme)
                    .map_or(crate::dossier::MarkShape::Circle, |t| t.shape);
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
                let rect = Rect::new(
                    mark.x - MARK_RADIUS,
                    mark.y - MARK_RADIUS,
                    2.0 * MARK_RADIUS,
                    2.0 * MARK_RADIUS,
                );
                scene.hits.push(Hit { rect, target: Target::Event(*ix) });
            }
        }
    }

    fn article_line(&self, scene: &mut Scene) {
        let Some(x) = self.layout.article_x else { return };
        let (top, bottom) = (self.layout.plot.y, self.layout.plot.bottom());
        for points in dash(&[(x, top), (x, bottom)], &[3.0, 3.0], 0.0) {
            scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Text.solid(), 1.0) });
        }
        let label = self.dossier.strings.ui("article-ends");
        let width = self.measure.width_css_px(label, TEXT_CSS_PX, false);
        let (anchor, x) = if x + 4.0 + width < self.layout.size.w {
            (Anchor::Start, x - 3.0)
        } else {
            (Anchor::End, x + 3.0)
        };
        scene.base.push(text((x, self.layout.size.h - 9.0), anchor, label, false, Ink::Text.solid()));
    }

    fn selection(&self, scene: &mut Scene) {
        let Some(Target::Event(ix)) = self.state.view.selected else { return };
        let Some((x, y)) = self.layout.mark_of(ix) else { return };
        let stroke = Some(Stroke::new(Ink::Text.solid(), 2.0));
        scene.overlay.push(Shape::Circle { at: (x, y), radius: MARK_RADIUS + 4.0, fill: None, stroke });
    }

    fn cursor(&self, scene: &mut Scene) {
        let Some(x) = self.layout.cursor_x else { return };
        let (top, bottom) = (self.layout.plot.y, self.layout.plot.bottom());
        let points = vec![(x, top - 4.0), (x, bottom)];
        scene.overlay.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Text.at(0.65), 1.25) });
        let label = words::day_words(self.state.view.cursor, &self.dossier.strings);
        let half = self.measure.width_css_px(&label, TEXT_CSS_PX, true) / 2.0 + 6.0;
        let middle = x.clamp(half + 2.0, (self.layout.size.w - half - 2.0).max(half + 2.0));
        let y = self.layout.plot.y - 12.5;
        let rect = Rect::new(middle - half, y - 9.0, 2.0 * half, 18.0);
        scene.overlay.push(Shape::Ring {
            points: rounded(&rect),
            fill: Some(Ink::Text.solid()),
            stroke: None,
        });
        scene.overlay.push(text((middle, y + 0.5), Anchor::Middle, &label, true, Ink::Surface.solid()));
    }

    /// The name of what is hovered: marks have no room for one.
    fn tooltip(&self, scene: &mut Scene) {
        let strings = &self.dossier.strings;
        let (at, label) = match &self.state.motion.hover {
            Some(Target::Event(ix)) => {
                let Some(event) = self.dossier.events.get(*ix) else { return };
                let title = strings.get("event", &event.id).unwrap_or(&event.id);
                let label = [title, " · ", &words::when_words(&event.when, strings)].concat();
                (self.layout.mark_of(*ix), label)
            }
            Some(Target::Cluster(events)) => {
                let at = events.first().and_then(|ix| self.layout.mark_of(*ix));
                (at, strings.plural("events", events.len() as u64))
            }
            _ => return,
        };
        let Some((x, y)) = at else { return };
        let room = (self.layout.size.w - 20.0).max(40.0);
        let label = crate::text::ellipsis(&label, self.measure, TEXT_CSS_PX, false, room);
        let half = self.measure.width_css_px(&label, TEXT_CSS_PX, false) / 2.0 + 7.0;
        let middle = x.clamp(half + 2.0, (self.layout.size.w - half - 2.0).max(half + 2.0));
        let above = y - 22.0 > 10.0;
        let y = if above { y - 22.0 } else { y + 22.0 };
        let rect = Rect::new(middle - half, y - 10.5, 2.0 * half, 21.0);
        scene.overlay.push(Shape::Ring {
            points: rounded(&rect),
            fill: Some(Ink::Surface.solid()),
            stroke: Some(Stroke::new(Ink::Text.solid(), 1.0)),
        });
        scene.overlay.push(text((middle, y + 0.5), Anchor::Middle, &label, false, Ink::Text.solid()));
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

/// A rectangle with cut-round corners of 4 px, or a pill where it is low.
fn rounded(rect: &Rect) -> Vec<(f64, f64)> {
    let r = (rect.h / 2.0).min(4.0);
    let k = r * 0.3;
    let (x0, y0, x1, y1) = (rect.x, rect.y, rect.right(), rect.bottom());
    vec![
        (x0 + r, y0),
        (x1 - r, y0),
        (x1 - k, y0 + k),
        (x1, y0 + r),
        (x1, y1 - r),
        (x1 - k, y1 - k),
        (x1 - r, y1),
        (x0 + r, y1),
        (x0 + k, y1 - k),
        (x0, y1 - r),
        (x0, y0 + r),
        (x0 + k, y0 + k),
    ]
}
