//! The five shapes, their colours as roles, and the two layers they stand in.

use super::Hit;
use crate::layout::{Anchor, Rect};

/// What a colour is for. The palette decides the value for light and dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The picture's ground.
    Surface,
    /// Water around the land.
    Sea,
    /// Land.
    Land,
    /// Borders and the edges of land.
    Border,
    /// Words and what must be seen first.
    Text,
    /// Words of second rank, and marks that are not coded.
    Muted,
    /// Grid lines and separators.
    Grid,
    /// A row's colour, by the manifest's `tint`, 0 to 5.
    Tint(u8),
    /// What the map's question shades.
    Shade,
}

/// A role with an opacity from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// The role.
    pub ink: Ink,
    /// Opacity.
    pub alpha: f64,
}

impl Ink {
    /// The role at full opacity.
    pub const fn solid(self) -> Colour {
        Colour { ink: self, alpha: 1.0 }
    }

    /// The role at an opacity from 0 to 1.
    pub const fn at(self, alpha: f64) -> Colour {
        Colour { ink: self, alpha }
    }
}

/// A line's colour and width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width in CSS pixels.
    pub width_css_px: f64,
}

impl Stroke {
    /// A stroke of this colour and width.
    pub const fn new(colour: Colour, width_css_px: f64) -> Self {
        Self { colour, width_css_px }
    }
}

/// A shape every backend can draw. Coordinates in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Fill.
        fill: Colour,
    },
    /// An open line.
    Polyline {
        /// Its points.
        points: Vec<(f64, f64)>,
        /// Its stroke.
        stroke: Stroke,
    },
    /// A closed line.
    Ring {
        /// Its points; the last joins the first.
        points: Vec<(f64, f64)>,
        /// Fill, if any.
        fill: Option<Colour>,
        /// Stroke, if any.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        at: (f64, f64),
        /// Its radius.
        radius: f64,
        /// Fill, if any.
        fill: Option<Colour>,
        /// Stroke, if any.
        stroke: Option<Stroke>,
    },
    /// One line of text, held at the middle of its height.
    Text {
        /// Where it is held.
        at: (f64, f64),
        /// Which side is held.
        anchor: Anchor,
        /// What it says.
        text: String,
        /// Text size.
        size_css_px: f64,
        /// Bold or regular.
        bold: bool,
        /// Colour.
        colour: Colour,
        /// Colour of a thin outline that keeps it readable over lines.
        halo: Option<Colour>,
    },
}

/// What is drawn: the base below, the overlay above, and the areas that answer a pointer.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scene {
    /// The picture's size.
    pub size: Rect,
    /// What changes rarely: land, axes, bars.
    pub base: Vec<Shape>,
    /// What changes often: marks, cursor, selection.
    pub overlay: Vec<Shape>,
    /// What can be hit, the topmost last.
    pub hits: Vec<Hit>,
}
