//! The ten mark shapes, drawn so that each covers about the same area as a disc of the given radius.

use super::shape::{Colour, Shape, Stroke};
use crate::dossier::MarkShape;
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// The shape of a theme's mark around `at`, with a radius in CSS pixels.
pub(super) fn mark_shape(
    shape: MarkShape,
    at: (f64, f64),
    radius: f64,
    fill: Option<Colour>,
    stroke: Option<Stroke>,
) -> Shape {
    let ring = |points: Vec<(f64, f64)>| Shape::Ring { points, fill, stroke };
    match shape {
        MarkShape::Circle => Shape::Circle { at, radius, fill, stroke },
        MarkShape::Square => ring(polygon(at, radius * 1.22, 4, PI / 4.0)),
        MarkShape::Diamond => ring(polygon(at, radius * 1.3, 4, 0.0)),
        MarkShape::TriangleUp => ring(polygon((at.0, at.1 + radius * 0.25), radius * 1.4, 3, -FRAC_PI_2)),
        MarkShape::TriangleDown => ring(polygon((at.0, at.1 - radius * 0.25), radius * 1.4, 3, FRAC_PI_2)),
        MarkShape::Pentagon => ring(polygon(at, radius * 1.15, 5, -FRAC_PI_2)),
        MarkShape::Hexagon => ring(polygon(at, radius * 1.12, 6, 0.0)),
        MarkShape::Star => ring(star(at, radius * 1.45)),
        MarkShape::Cross => ring(cross(at, radius * 1.15)),
        MarkShape::Bar => ring(vec![
            (at.0 - radius * 0.55, at.1 - radius * 1.15),
            (at.0 + radius * 0.55, at.1 - radius * 1.15),
            (at.0 + radius * 0.55, at.1 + radius * 1.15),
            (at.0 - radius * 0.55, at.1 + radius * 1.15),
        ]),
    }
}

fn on_circle(at: (f64, f64), radius: f64, angle: f64) -> (f64, f64) {
    (at.0 + radius * angle.cos(), at.1 + radius * angle.sin())
}

fn polygon(at: (f64, f64), radius: f64, corners: u32, first: f64) -> Vec<(f64, f64)> {
    let angle = |n: u32| first + TAU * f64::from(n) / f64::from(corners);
    (0..corners).map(|n| on_circle(at, radius, angle(n))).collect()
}

fn star(at: (f64, f64), radius: f64) -> Vec<(f64, f64)> {
    let corner = |n: u32| {
        let reach = if n % 2 == 0 { radius } else { radius * 0.46 };
        on_circle(at, reach, -FRAC_PI_2 + PI * f64::from(n) / 5.0)
    };
    (0..10).map(corner).collect()
}

fn cross((x, y): (f64, f64), r: f64) -> Vec<(f64, f64)> {
    let t = r * 0.38;
    [
        (-t, -r),
        (t, -r),
        (t, -t),
        (r, -t),
        (r, t),
        (t, t),
        (t, r),
        (-t, r),
        (-t, t),
        (-r, t),
        (-r, -t),
        (-t, -t),
    ]
    .into_iter()
    .map(|(dx, dy)| (x + dx, y + dy))
    .collect()
}
