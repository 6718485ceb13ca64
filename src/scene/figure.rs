//! Draws a figure of the article: dots on thin lines, the article's filled, the others hollow.

use super::shape::{Ink, Scene, Shape, Stroke};
use super::words::words_at;
use crate::layout::{Anchor, FigureLayout, Rect, NUMBER_FROM_DOT};

const DOT: f64 = 5.0;

/// A figure as shapes.
pub fn figure_scene(layout: &FigureLayout) -> Scene {
    let size = Rect::new(0.0, 0.0, layout.size.0, layout.size.1);
    let mut scene = Scene { size, ..Scene::default() };
    let (top, bottom) = layout.plot;
    for (x, words) in &layout.ticks {
        let points = vec![(*x, top), (*x, bottom)];
        scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Grid.solid(), 1.0) });
        let anchor = if *x < 12.0 {
            Anchor::Start
        } else if *x > layout.size.0 - 12.0 {
            Anchor::End
        } else {
            Anchor::Middle
        };
        scene.base.push(words_at(words, (*x, bottom + 13.0), anchor, false, Ink::Muted));
    }
    let zero = layout.ticks.first().map_or(0.0, |(x, _)| *x);
    for dot in &layout.dots {
        for (line, y) in &dot.label {
            scene.base.push(words_at(line, (zero, *y), Anchor::Start, false, Ink::Text));
        }
        let points = vec![(zero, dot.at.1), dot.at];
        scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Muted.solid(), 1.0) });
        scene.base.push(Shape::Circle {
            at: dot.at,
            radius: DOT,
            fill: Some(if dot.from_article { Ink::Text } else { Ink::Surface }.solid()),
            stroke: Some(Stroke::new(Ink::Text.solid(), 1.5)),
        });
        let at = (dot.at.0 + NUMBER_FROM_DOT, dot.at.1);
        scene.base.push(words_at(&dot.number, at, Anchor::Start, true, Ink::Text));
    }
    scene
}
