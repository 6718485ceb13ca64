//! The ties picture as shapes: rows, axis and bars below; marks, cursor, selection above. Bars and marks have
//! files of their own.

use super::shape::{Colour, Ink, Scene, Shape, Stroke};
use super::Hit;
use crate::dossier::{Dossier, Side};
use crate::geo::dash;
use crate::layout::{Anchor, Rect, RowBand, TiesLayout, FOLD_SIGN, MARK_RADIUS, TEXT_CSS_PX};
use crate::model::{State, Target};
use crate::text::{words, Measure};

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
    for tick in &layout.ticks {
        let points = vec![(tick.x, y), (tick.x, y + 4.0)];
        scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Muted.solid(), 1.0) });
        if tick.label.is_empty() {
            continue;
        }
        let at = (tick.x, y + layout.axis.h / 2.0 + 1.5);
        scene.base.push(text(at, Anchor::Middle, &tick.label, false, Ink::Muted.solid()));
    }
}

fn is_axis(dossier: &Dossier, row: usize) -> bool {
    dossier.manifest.rows.get(row).is_some_and(|r| r.side == Side::Axis)
}

pub(super) fn text(at: (f64, f64), anchor: Anchor, words: &str, bold: bool, colour: Colour) -> Shape {
    let (text, size_css_px) = (words.to_owned(), TEXT_CSS_PX);
    Shape::Text { at, anchor, text, size_css_px, bold, colour, halo: None }
}

/// What all parts of the ties picture are drawn from.
pub(super) struct Drawing<'a> {
    pub(super) state: &'a State,
    pub(super) dossier: &'a Dossier,
    pub(super) layout: &'a TiesLayout,
    pub(super) measure: &'a dyn Measure,
}

impl Drawing<'_> {
    pub(super) fn tint(&self, row: &RowBand) -> Ink {
        Ink::Tint(self.dossier.manifest.rows.get(row.row).map_or(0, |r| r.tint))
    }

    fn row_name(&self, scene: &mut Scene, row: &RowBand) {
        let id = self.dossier.manifest.rows.get(row.row).map_or("", |r| r.id.as_str());
        let name = self.dossier.strings.get("row", id).unwrap_or(id);
        let colour = self.tint(row).solid();
        let (x, y) = row.name_at;
        let can_fold = !is_axis(self.dossier, row.row);
        if can_fold {
            let points = if row.folded {
                vec![(x, y - 4.5), (x + 6.5, y), (x, y + 4.5)]
            } else {
                vec![(x - 1.0, y - 3.0), (x + 8.0, y - 3.0), (x + 3.5, y + 3.5)]
            };
            scene.base.push(Shape::Ring { points, fill: Some(colour), stroke: None });
            scene.hits.push(Hit { rect: row.name, target: Target::Row(row.row) });
        }
        if self.state.motion.hover == Some(Target::Row(row.row)) {
            let points = vec![(x, y + 9.5), (row.name.right() - 4.0, y + 9.5)];
            scene.overlay.push(Shape::Polyline { points, stroke: Stroke::new(colour, 1.0) });
        }
        for x in &row.strip {
            let points = vec![(*x, y - 4.5), (*x, y + 4.5)];
            scene
                .overlay
                .push(Shape::Polyline { points, stroke: Stroke::new(self.tint(row).at(0.75), 1.25) });
        }
        scene.base.push(Shape::Text {
            at: (if can_fold { x + FOLD_SIGN } else { x }, y),
            anchor: Anchor::Start,
            text: name.to_owned(),
            size_css_px: TEXT_CSS_PX + 1.0,
            bold: true,
            colour,
            halo: None,
        });
    }

    fn article_line(&self, scene: &mut Scene) {
        let Some(x) = self.layout.article_x else { return };
        let (top, bottom) = (self.layout.plot.y, self.layout.plot.bottom());
        for points in dash(&[(x, top), (x, bottom)], &[3.0, 3.0], 0.0) {
            scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Text.solid(), 1.0) });
        }
        let label = self.dossier.strings.ui("article-ends");
        let width = self.measure.width_css_px(label, TEXT_CSS_PX, false);
        // From the line on, else up to it, else as far as the picture lets it.
        let (anchor, x) = if x + 4.0 + width < self.layout.size.w {
            (Anchor::Start, x - 3.0)
        } else {
            (Anchor::End, (x + 3.0).max(width + 2.0))
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
        let plot = &self.layout.plot;
        let mut label = words::day_words(self.state.view.cursor, &self.dossier.strings);
        let x = match self.layout.cursor_x {
            Some(x) => {
                let points = vec![(x, plot.y - 4.0), (x, plot.bottom())];
                scene.overlay.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Text.at(0.65), 1.25) });
                x
            }
            // Out of view its date stays at the edge beyond which it is: the map speaks of it.
            None if self.state.view.cursor < self.state.view.window.0 => {
                label = ["‹ ", &label].concat();
                plot.x
            }
            None => {
                label = [&label, " ›"].concat();
                plot.right()
            }
        };
        let half = self.measure.width_css_px(&label, TEXT_CSS_PX, true) / 2.0 + 7.0;
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
}

/// A rectangle with cut-round corners of 4 px, or a pill where it is low.
pub(super) fn rounded(rect: &Rect) -> Vec<(f64, f64)> {
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
