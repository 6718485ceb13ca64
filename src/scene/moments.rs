//! Draws the moments: bars of ties that began or ended, triangles of events that point closer or further.

use super::hatch::hatch;
use super::mark_shape::mark_shape;
use super::shape::{Ink, Scene, Shape, Stroke};
use super::words::{straight, words_at, words_of};
use crate::dossier::MarkShape;
use crate::layout::{MomentBar, MomentHalf, MomentPanel, MomentsLayout, Rect, MOMENT_MARK};
use crate::relations::Direction;

const BAR_ALPHA: f64 = 0.2;
/// Width of the cap where a tie began.
const CAP: f64 = 3.0;
/// Half the size of the cross where a tie ended.
const CROSS: f64 = 4.0;
const HATCH: f64 = 4.0;

/// The moments as shapes.
pub fn moments_scene(layout: &MomentsLayout) -> Scene {
    let mut scene = Scene { size: layout.size, ..Scene::default() };
    scene.base.push(Shape::Rect { rect: layout.size, fill: Ink::Surface.solid() });
    for panel in &layout.panels {
        draw(panel, layout.tints, &mut scene.base);
    }
    scene
}

fn draw(panel: &MomentPanel, tints: [u8; 2], shapes: &mut Vec<Shape>) {
    shapes.extend(panel.title.iter().map(|line| words_of(line, Ink::Text)));
    shapes.push(Shape::Rect { rect: panel.axis, fill: Ink::Grid.at(0.55) });
    let [above, below] = &panel.halves;
    for x in &panel.bounds {
        let (top, bottom) = (inner(above, panel).0, inner(below, panel).1);
        shapes.push(straight((*x, top), (*x, bottom), Ink::Grid, 1.0));
        shapes.push(straight((*x, panel.axis.y), (*x, panel.axis.bottom()), Ink::Muted, 1.0));
    }
    shapes.extend(panel.years.iter().map(|line| words_of(line, Ink::Muted)));
    for (half, tint) in panel.halves.iter().zip(tints) {
        draw_half(half, Ink::Tint(tint), shapes);
    }
}

/// From where to where a half has bars and marks.
fn inner(half: &MomentHalf, panel: &MomentPanel) -> (f64, f64) {
    let (mut top, mut bottom) = (panel.axis.y, panel.axis.bottom());
    for bar in &half.bars {
        (top, bottom) = (top.min(bar.rect.y), bottom.max(bar.rect.bottom()));
    }
    for mark in &half.marks {
        (top, bottom) = (top.min(mark.at.1 - MOMENT_MARK), bottom.max(mark.at.1 + MOMENT_MARK));
    }
    (top, bottom)
}

fn draw_half(half: &MomentHalf, tint: Ink, shapes: &mut Vec<Shape>) {
    for line in &half.words {
        shapes.push(words_of(line, if line.bold { tint } else { Ink::Muted }));
    }
    shapes.extend(half.unchanged.iter().map(|line| words_of(line, Ink::Muted)));
    for bar in &half.bars {
        draw_bar(bar, half.rect.right(), tint, shapes);
    }
    for mark in &half.marks {
        let (shape, fill) = match mark.direction {
            Direction::Closer => (MarkShape::TriangleUp, tint),
            Direction::Further | Direction::NotCoded => (MarkShape::TriangleDown, Ink::Surface),
        };
        let stroke = Some(Stroke::new(tint.solid(), 1.5));
        shapes.push(mark_shape(shape, mark.at, MOMENT_MARK, Some(fill.solid()), stroke));
    }
}

fn draw_bar(bar: &MomentBar, right: f64, tint: Ink, shapes: &mut Vec<Shape>) {
    let rect = bar.rect;
    if bar.apart {
        for points in hatch(&ring(&rect), HATCH) {
            shapes.push(Shape::Polyline { points, stroke: Stroke::new(tint.at(0.5), 1.0) });
        }
        let stroke = Some(Stroke::new(tint.solid(), 1.0));
        shapes.push(Shape::Ring { points: ring(&rect).to_vec(), fill: None, stroke });
    } else {
        shapes.push(Shape::Rect { rect, fill: tint.at(BAR_ALPHA) });
        let edge = Rect::new(rect.x, rect.bottom() - 1.0, rect.w, 1.0);
        shapes.push(Shape::Rect { rect: edge, fill: tint.solid() });
    }
    let middle = rect.y + rect.h / 2.0;
    if bar.began {
        let cap = Rect::new(rect.x, rect.y, CAP, rect.h);
        shapes.push(Shape::Rect { rect: cap, fill: tint.solid() });
    }
    if bar.ended {
        // Whole, where the window ends as well.
        let x = rect.right().min(right - CROSS - 1.0);
        for way in [-1.0, 1.0] {
            let (from, to) = ((x - CROSS, middle - way * CROSS), (x + CROSS, middle + way * CROSS));
            shapes.push(straight(from, to, tint, 2.0));
        }
    }
    if bar.open {
        let x = rect.right() - 2.0;
        let points = vec![(x - 4.0, middle - 4.0), (x, middle), (x - 4.0, middle + 4.0)];
        shapes.push(Shape::Polyline { points, stroke: Stroke::new(tint.solid(), 1.5) });
    }
    let name = &bar.name;
    shapes.push(if bar.apart {
        words_at(&name.text, name.at, name.anchor, false, Ink::Text)
    } else {
        super::ties::text(name.at, name.anchor, &name.text, false, Ink::Text.solid())
    });
}

fn ring(rect: &Rect) -> [(f64, f64); 4] {
    [(rect.x, rect.y), (rect.right(), rect.y), (rect.right(), rect.bottom()), (rect.x, rect.bottom())]
}
