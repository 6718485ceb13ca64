//! Lines of text with a halo, so that a line behind them does not cut them; straight lines between two points.

use super::shape::{Ink, Shape, Stroke};
use crate::layout::{Anchor, TextLine, TEXT_CSS_PX};

/// One line of text.
pub(super) fn words_at(text: &str, at: (f64, f64), anchor: Anchor, bold: bool, ink: Ink) -> Shape {
    Shape::Text {
        at,
        anchor,
        text: text.to_owned(),
        size_css_px: TEXT_CSS_PX,
        bold,
        colour: ink.solid(),
        halo: Some(Ink::Surface.solid()),
    }
}

/// A line of text as it was placed.
pub(super) fn words_of(line: &TextLine, ink: Ink) -> Shape {
    words_at(&line.text, line.at, line.anchor, line.bold, ink)
}

/// A straight line.
pub(super) fn straight(from: (f64, f64), to: (f64, f64), ink: Ink, width_css_px: f64) -> Shape {
    Shape::Polyline { points: vec![from, to], stroke: Stroke::new(ink.solid(), width_css_px) }
}
