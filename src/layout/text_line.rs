//! One line of text as placed, all of one size.

use super::labels::text_rect;
use super::{Anchor, Candidate, Rect, TEXT_CSS_PX};
use crate::text::{wrap, Measure};

/// One line of text, held at the middle of its height.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// What it says.
    pub text: String,
    /// Where it is held.
    pub at: (f64, f64),
    /// Which side is held.
    pub anchor: Anchor,
    /// Bold or regular.
    pub bold: bool,
}

impl TextLine {
    /// A regular line.
    pub(super) fn new(text: impl Into<String>, at: (f64, f64), anchor: Anchor) -> Self {
        Self { text: text.into(), at, anchor, bold: false }
    }

    /// A bold line.
    pub(super) fn bold(text: impl Into<String>, at: (f64, f64), anchor: Anchor) -> Self {
        Self { bold: true, ..Self::new(text, at, anchor) }
    }

    /// The room its text takes.
    pub fn rect(&self, measure: &dyn Measure) -> Rect {
        let at = Candidate { x: self.at.0, y: self.at.1, anchor: self.anchor };
        text_rect(at, measure.width_css_px(&self.text, TEXT_CSS_PX, self.bold), TEXT_CSS_PX)
    }
}

/// From one line of a wrapped text to the next.
pub(super) const LINE: f64 = 16.0;

/// A text broken into lines that begin at `x`; the first has its middle at `y`.
pub(super) fn block(
    text: &str,
    bold: bool,
    (x, y): (f64, f64),
    width: f64,
    measure: &dyn Measure,
) -> Vec<TextLine> {
    let lines = wrap(text, measure, TEXT_CSS_PX, bold, width).into_iter().enumerate();
    let line = |(n, text): (usize, String)| {
        let at = (x, y + n as f64 * LINE);
        TextLine { text, at, anchor: Anchor::Start, bold }
    };
    lines.map(line).collect()
}
