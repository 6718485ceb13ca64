//! Draws the stock curves: the fan faint behind, the influence of single acts as a light band, the curve solid or in dashes.

use super::shape::{Ink, Shape, Stroke};
use super::words::{straight, words_of};
use crate::geo::dash;
use crate::layout::{Curve, CurveBand, NAME_SAMPLE};

const INFLUENCE_ALPHA: f64 = 0.16;
const FAN_ALPHA: f64 = 0.16;
const WIDTH: f64 = 2.0;
/// Strokes and gaps of the second curve.
const DASHES: [f64; 2] = [5.0, 3.5];
const KINK: f64 = 3.0;

/// The band's shapes.
pub(super) fn curves(band: &CurveBand, shapes: &mut Vec<Shape>) {
    let (left, right) = (band.rect.x, band.rect.right());
    for y in &band.grid {
        let ink = if (y - band.zero).abs() < 0.01 { Ink::Muted } else { Ink::Grid };
        shapes.push(straight((left, *y), (right, *y), ink, 1.0));
    }
    for curve in &band.curves {
        behind(curve, shapes);
    }
    for curve in &band.curves {
        stroke(&curve.line, curve, WIDTH, shapes);
    }
    shapes.extend(band.numbers.iter().map(|line| words_of(line, Ink::Muted)));
    shapes.extend(band.title.iter().map(|line| words_of(line, Ink::Muted)));
    for curve in &band.curves {
        words(curve, shapes);
    }
}

fn behind(curve: &Curve, shapes: &mut Vec<Shape>) {
    let tint = Ink::Tint(curve.tint);
    if curve.influence.len() > 3 {
        let points = curve.influence.clone();
        shapes.push(Shape::Ring { points, fill: Some(tint.at(INFLUENCE_ALPHA)), stroke: None });
    }
    for points in curve.fan.iter().filter(|points| points.len() > 1) {
        let stroke = Stroke::new(tint.at(FAN_ALPHA), 1.0);
        shapes.push(Shape::Polyline { points: points.clone(), stroke });
    }
}

fn stroke(line: &[(f64, f64)], curve: &Curve, width: f64, shapes: &mut Vec<Shape>) {
    let pieces = if curve.dashed { dash(line, &DASHES, 0.0) } else { vec![line.to_vec()] };
    for points in pieces.into_iter().filter(|points| points.len() > 1) {
        shapes.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Tint(curve.tint).solid(), width) });
    }
}

fn words(curve: &Curve, shapes: &mut Vec<Shape>) {
    let tint = Ink::Tint(curve.tint);
    for kink in &curve.kinks {
        if let Some((from, to)) = kink.leader {
            shapes.push(straight(from, to, Ink::Muted, 1.0));
        }
        let stroke = Some(Stroke::new(tint.solid(), 1.5));
        let fill = Some(Ink::Surface.solid());
        shapes.push(Shape::Circle { at: kink.at, radius: KINK, fill, stroke });
        shapes.push(words_of(&kink.words, Ink::Text));
    }
    if let Some((from, name)) = &curve.name {
        stroke(&[*from, (from.0 + NAME_SAMPLE, from.1)], curve, WIDTH, shapes);
        shapes.push(words_of(name, tint));
    }
}
