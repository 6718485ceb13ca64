//! A figure of the article, small and plain: its values as dots on one scale that begins at zero, each under its label.

use super::{NumberScale, TEXT_CSS_PX};
use crate::dossier::{Dossier, Figure};
use crate::text::{wrap, Measure};

/// From one label to the line of its dot, and the height of a value without its label.
const LABEL_TO_DOT: f64 = 16.0;
const DOT_ROW: f64 = 30.0;
const LINE: f64 = 16.0;
/// Below the last value: the scale's numbers.
const FOOT: f64 = 24.0;
const EDGE: f64 = 8.0;
/// From the middle of a dot to where its number begins.
pub const NUMBER_FROM_DOT: f64 = 10.0;

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureDot {
    /// Lines of its label, each with the middle of its height.
    pub label: Vec<(String, f64)>,
    /// Where the dot stands.
    pub at: (f64, f64),
    /// The number in words.
    pub number: String,
    /// Whether the article says so: its dot is filled, the others are hollow.
    pub from_article: bool,
}

/// Where everything of a figure stands.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureLayout {
    /// Width and height of the picture.
    pub size: (f64, f64),
    /// The values from top to bottom.
    pub dots: Vec<FigureDot>,
    /// Positions of the scale's round numbers, with their words.
    pub ticks: Vec<(f64, String)>,
    /// From where to where the scale's lines reach.
    pub plot: (f64, f64),
}

impl FigureLayout {
    /// Lays a figure out at a width.
    pub fn new(figure: &Figure, dossier: &Dossier, width_css_px: f64, measure: &dyn Measure) -> Self {
        let numbers = || figure.values.iter().map(|value| value.value);
        let words = |number: f64| dossier.strings.decimal(number);
        // Right of the last dot its number has room.
        let room = numbers()
            .map(|number| measure.width_css_px(&words(number), TEXT_CSS_PX, true) + NUMBER_FROM_DOT)
            .fold(EDGE, f64::max);
        let scale = NumberScale::around(numbers(), EDGE, width_css_px - room);
        let mut y = 0.0;
        let mut dots = Vec::new();
        for value in &figure.values {
            let key = [&figure.id, ".", &value.id].concat();
            let label = dossier.strings.get("figure", &key).unwrap_or("");
            let lines = wrap(label, measure, TEXT_CSS_PX, false, width_css_px - 2.0 * EDGE);
            let label: Vec<(String, f64)> =
                lines.into_iter().enumerate().map(|(n, line)| (line, y + LINE * (n as f64 + 0.5))).collect();
            y += LINE * label.len() as f64;
            dots.push(FigureDot {
                label,
                at: (scale.px(value.value), y + LABEL_TO_DOT - 4.0),
                number: words(value.value),
                from_article: value.from_article,
            });
            y += DOT_ROW;
        }
        let tick = |tick: f64| (scale.px(tick), words(tick));
        let ticks = scale.ticks(if width_css_px < 480.0 { 3 } else { 5 }).into_iter().map(tick).collect();
        FigureLayout { size: (width_css_px, y + FOOT), dots, ticks, plot: (0.0, y) }
    }
}
