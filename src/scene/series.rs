//! Draws a series: in each panel a line through neighbouring years, a dot on each, and nothing over a gap.

use super::shape::{Ink, Scene, Shape, Stroke};
use super::words::words_at;
use crate::layout::{Anchor, Rect, SeriesLayout, SeriesPanel};

const DOT: f64 = 1.75;

/// A series as shapes.
pub fn series_scene(layout: &SeriesLayout) -> Scene {
    let size = Rect::new(0.0, 0.0, layout.size.0, layout.size.1);
    let mut scene = Scene { size, ..Scene::default() };
    for panel in &layout.panels {
        draw(panel, &mut scene);
    }
    scene
}

fn draw(panel: &SeriesPanel, scene: &mut Scene) {
    let (left, right) = panel.across;
    for (y, words) in &panel.ticks {
        let ink = if (y - panel.zero).abs() < 0.01 { Ink::Muted } else { Ink::Grid };
        let points = vec![(left, *y), (right, *y)];
        scene.base.push(Shape::Polyline { points, stroke: Stroke::new(ink.solid(), 1.0) });
        scene.base.push(words_at(words, (left - 6.0, *y), Anchor::End, false, Ink::Muted));
    }
    let (name, at) = &panel.name;
    scene.base.push(words_at(name, *at, Anchor::Start, true, Ink::Text));
    for run in &panel.runs {
        if panel.stems {
            for (x, y) in run.iter().filter(|(_, y)| *y < panel.zero) {
                let points = vec![(*x, panel.zero), (*x, *y)];
                scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Text.solid(), 1.5) });
            }
        } else if run.len() > 1 {
            let stroke = Stroke::new(Ink::Text.solid(), 1.5);
            scene.base.push(Shape::Polyline { points: run.clone(), stroke });
        }
        for at in run {
            let fill = Some(Ink::Text.solid());
            scene.base.push(Shape::Circle { at: *at, radius: DOT, fill, stroke: None });
        }
    }
    let [first, last] = &panel.years;
    scene.base.push(words_at(&first.1, (first.0, panel.foot), Anchor::Start, false, Ink::Muted));
    scene.base.push(words_at(&last.1, (right, panel.foot), Anchor::End, false, Ink::Muted));
}
