//! Draws the yearly scores: columns from zero, their counts, the marks of the steps, the chosen year.

use super::curves::curves;
use super::mark_shape::mark_shape;
use super::shape::{Ink, Scene, Shape, Stroke};
use super::ties::rounded;
use super::words::{straight, words_of};
use crate::dossier::MarkShape;
use crate::layout::{Column, CountMark, Rect, ScoreRow, ScoresLayout, StepKind, StepStrip, COUNT_DOT};

/// Opacity of a year of which the window cuts off a part.
const CUT_ALPHA: f64 = 0.4;
/// A score of zero with events behind it: height of the line that says so.
const NOTHING: f64 = 2.0;

/// The scores as shapes.
pub fn scores_scene(layout: &ScoresLayout) -> Scene {
    let mut scene = Scene { size: layout.size, ..Scene::default() };
    scene.base.push(Shape::Rect { rect: layout.size, fill: Ink::Surface.solid() });
    if let Some(chosen) = &layout.chosen {
        let room = |rect: &Rect| Shape::Rect { rect: *rect, fill: Ink::Grid.solid() };
        scene.base.extend(chosen.rooms.iter().map(room));
    }
    grid(layout, &mut scene.base);
    for row in &layout.rows {
        draw_row(row, &mut scene.base);
    }
    strip(&layout.strip, &mut scene.base);
    axis(layout, &mut scene.base);
    if let Some(band) = &layout.curves {
        curves(band, &mut scene.base);
    }
    chosen(layout, &mut scene.base);
    scene
}

fn grid(layout: &ScoresLayout, shapes: &mut Vec<Shape>) {
    let rooms = layout.rows.iter().map(|row| row.rect).chain(layout.curves.as_ref().map(|band| band.rect));
    for rect in rooms {
        for tick in &layout.ticks {
            shapes.push(straight((tick.x, rect.y), (tick.x, rect.bottom()), Ink::Grid, 1.0));
        }
    }
}

fn draw_row(row: &ScoreRow, shapes: &mut Vec<Shape>) {
    let (left, right) = (row.rect.x, row.rect.right());
    for y in &row.grid {
        shapes.push(straight((left, *y), (right, *y), Ink::Grid, 1.0));
    }
    let tint = Ink::Tint(row.tint);
    for column in &row.columns {
        let fill = if column.whole { tint.solid() } else { tint.at(CUT_ALPHA) };
        shapes.push(Shape::Rect { rect: seen(column, row.zero), fill });
        match &column.count {
            Some(CountMark::Digits(line)) => shapes.push(words_of(line, Ink::Muted)),
            Some(CountMark::Dots(dots)) => {
                let dot = |at: &(f64, f64)| Shape::Circle {
                    at: *at,
                    radius: COUNT_DOT,
                    fill: Some(Ink::Muted.solid()),
                    stroke: None,
                };
                shapes.extend(dots.iter().map(dot));
            }
            Some(CountMark::Bar(rect)) => {
                shapes.push(Shape::Rect { rect: *rect, fill: Ink::Muted.solid() });
            }
            None => {}
        }
    }
    shapes.push(straight((left, row.zero), (right, row.zero), Ink::Muted, 1.0));
    shapes
        .extend(row.numbers.iter().chain(&row.unit).chain(&row.counts_name).map(|l| words_of(l, Ink::Muted)));
    shapes.extend(row.name.iter().map(|line| words_of(line, tint)));
}

/// A column as drawn: what adds up to nothing is not nothing.
fn seen(column: &Column, zero: f64) -> Rect {
    if column.events > 0 && column.rect.h < NOTHING {
        return Rect::new(column.rect.x, zero - NOTHING, column.rect.w, 2.0 * NOTHING);
    }
    column.rect
}

fn strip(strip: &StepStrip, shapes: &mut Vec<Shape>) {
    for mark in &strip.marks {
        shapes.push(step(mark.kind, mark.at, strip.radius));
    }
    for (kind, at, line) in &strip.key {
        shapes.push(step(*kind, *at, strip.radius.max(3.5)));
        shapes.push(words_of(line, Ink::Text));
    }
}

pub(super) fn step(kind: StepKind, at: (f64, f64), radius: f64) -> Shape {
    let ink = Ink::Text.solid();
    match kind {
        StepKind::Opposite => mark_shape(MarkShape::Diamond, at, radius, Some(ink), None),
        StepKind::Together => {
            let stroke = Some(Stroke::new(ink, 1.25));
            Shape::Circle { at, radius: radius * 0.9, fill: Some(Ink::Surface.solid()), stroke }
        }
        StepKind::Still => Shape::Circle {
            at,
            radius: (radius * 0.4).max(1.0),
            fill: Some(Ink::Muted.solid()),
            stroke: None,
        },
    }
}

fn axis(layout: &ScoresLayout, shapes: &mut Vec<Shape>) {
    let axis = &layout.axis;
    shapes.push(straight((axis.x, axis.y), (axis.right(), axis.y), Ink::Muted, 1.0));
    for tick in &layout.ticks {
        shapes.push(straight((tick.x, axis.y), (tick.x, axis.y + 4.0), Ink::Muted, 1.0));
        if !tick.label.is_empty() {
            let at = (tick.x, axis.y + axis.h / 2.0 + 1.5);
            shapes.push(super::ties::text(
                at,
                crate::layout::Anchor::Middle,
                &tick.label,
                false,
                Ink::Muted.solid(),
            ));
        }
    }
}

fn chosen(layout: &ScoresLayout, shapes: &mut Vec<Shape>) {
    let Some(chosen) = &layout.chosen else { return };
    for room in &chosen.rooms {
        for x in [room.x, room.right()] {
            shapes.push(straight((x, room.y), (x, room.bottom()), Ink::Text, 1.0));
        }
    }
    let (words, fill) = (&chosen.words, Some(Ink::Text.solid()));
    shapes.push(Shape::Ring { points: rounded(&chosen.plate), fill, stroke: None });
    shapes.push(super::ties::text(words.at, words.anchor, &words.text, true, Ink::Surface.solid()));
}
