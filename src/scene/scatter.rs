//! Draws the scatter: the quarters in which the sides run against each other shaded, the axes through zero, the points.

use super::hatch::hatch;
use super::scores::step;
use super::shape::{Ink, Scene, Shape, Stroke};
use super::words::{straight, words_of};
use crate::layout::{Rect, ScatterLayout, StepKind, CHOSEN_RING, GROUP_RING, POINT};

/// Between two lines of the shading.
const HATCH: f64 = 5.0;

/// A dot by itself must be larger than one between the columns, to be pointed at.
const STILL: f64 = 6.0;

/// The scatter as shapes.
pub fn scatter_scene(layout: &ScatterLayout) -> Scene {
    let mut scene = Scene { size: layout.size, ..Scene::default() };
    let shapes = &mut scene.base;
    shapes.push(Shape::Rect { rect: layout.size, fill: Ink::Surface.solid() });
    for quarter in &layout.opposite {
        for points in hatch(&corners(quarter), HATCH) {
            shapes.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Grid.solid(), 1.0) });
        }
    }
    let plot = &layout.plot;
    for (x, _) in &layout.x_ticks {
        shapes.push(straight((*x, plot.y), (*x, plot.bottom()), Ink::Grid, 1.0));
    }
    for (y, _) in &layout.y_ticks {
        shapes.push(straight((plot.x, *y), (plot.right(), *y), Ink::Grid, 1.0));
    }
    let (x, y) = layout.zero;
    shapes.push(straight((x, plot.y), (x, plot.bottom()), Ink::Muted, 1.0));
    shapes.push(straight((plot.x, y), (plot.right(), y), Ink::Muted, 1.0));
    let numbers = layout.x_ticks.iter().chain(&layout.y_ticks);
    shapes.extend(numbers.map(|(_, line)| words_of(line, Ink::Muted)));
    shapes.extend(layout.corners.iter().map(|line| words_of(line, Ink::Muted)));
    for (lines, tint) in layout.axes.iter().zip(layout.tints) {
        shapes.extend(lines.iter().map(|line| words_of(line, Ink::Tint(tint))));
    }
    for point in &layout.points {
        let radius = if point.kind == StepKind::Still { STILL } else { POINT };
        shapes.push(step(point.kind, point.at, radius));
        // Several steps at one place have a ring around the mark.
        if point.years.len() > 1 {
            let stroke = Some(Stroke::new(Ink::Text.solid(), 1.0));
            shapes.push(Shape::Circle { at: point.at, radius: GROUP_RING, fill: None, stroke });
        }
    }
    shapes.extend(layout.points.iter().filter_map(|p| p.label.as_ref()).map(|l| words_of(l, Ink::Text)));
    if let Some(point) = layout.chosen.and_then(|chosen| layout.points.get(chosen)) {
        let stroke = Some(Stroke::new(Ink::Text.solid(), 2.0));
        shapes.push(Shape::Circle { at: point.at, radius: CHOSEN_RING, fill: None, stroke });
    }
    scene
}

fn corners(rect: &Rect) -> [(f64, f64); 4] {
    [(rect.x, rect.y), (rect.right(), rect.y), (rect.right(), rect.bottom()), (rect.x, rect.bottom())]
}
