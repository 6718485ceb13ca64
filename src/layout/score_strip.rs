//! The steps between adjacent years: one mark each, where the years meet, and beneath them what the marks say.

use super::scores::Frame;
use super::text_line::{TextLine, LINE};
use super::Anchor;
use crate::relations::{counts, Step};

/// Height of the marks' line.
const MARKS: f64 = 14.0;
const LARGEST_MARK: f64 = 4.5;
/// Right of a mark in the key: its word, and then the next mark.
const TO_WORD: f64 = 9.0;
const TO_NEXT: f64 = 14.0;

/// How two sides moved from one year to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// One up, one down.
    Opposite,
    /// Both up or both down.
    Together,
    /// One or both did not move.
    Still,
}

impl StepKind {
    /// How a step is counted.
    pub fn of(step: &Step) -> Self {
        let counted = counts(std::slice::from_ref(step));
        match (counted.opposite, counted.together) {
            (1, _) => Self::Opposite,
            (_, 1) => Self::Together,
            _ => Self::Still,
        }
    }
}

/// The mark of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepMark {
    /// The later year.
    pub year: i32,
    /// How the sides moved.
    pub kind: StepKind,
    /// Where it stands.
    pub at: (f64, f64),
}

/// All steps as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct StepStrip {
    /// A mark each, left to right.
    pub marks: Vec<StepMark>,
    /// Their radius.
    pub radius: f64,
    /// For each kind a mark with its word.
    pub key: Vec<(StepKind, (f64, f64), TextLine)>,
    /// The lower end of the marks.
    pub marks_bottom: f64,
    /// The lower end of the key.
    pub bottom: f64,
}

impl StepStrip {
    pub(super) fn new(frame: &Frame, top: f64) -> Self {
        let (x0, x1) = (frame.scale.x0(), frame.scale.x1());
        let compared = frame.tested.compare_sides(frame.view.sides, frame.view.whose, frame.whole);
        let y = top + MARKS / 2.0;
        let mark = |step: &Step| {
            let at = (frame.year_px(step.year).0, y);
            StepMark { year: step.year, kind: StepKind::of(step), at }
        };
        let radius = (frame.scale.px_per_day() * 365.0 * 0.32).clamp(2.0, LARGEST_MARK);
        let mut key = Vec::new();
        let (mut x, mut line_y) = (x0 + LARGEST_MARK, top + MARKS + LINE / 2.0);
        for (kind, name) in [
            (StepKind::Opposite, "strip-opposite"),
            (StepKind::Together, "strip-together"),
            (StepKind::Still, "strip-still"),
        ] {
            let word = |x: f64, y: f64| TextLine::new(frame.word(name), (x + TO_WORD, y), Anchor::Start);
            let mut line = word(x, line_y);
            if line.text.is_empty() {
                continue;
            }
            if line.rect(frame.measure).right() > x1 && x > x0 + LARGEST_MARK {
                (x, line_y) = (x0 + LARGEST_MARK, line_y + LINE);
                line = word(x, line_y);
            }
            let right = line.rect(frame.measure).right();
            key.push((kind, (x, line_y), line));
            x = right + TO_NEXT;
        }
        let bottom = if key.is_empty() { top + MARKS } else { line_y + LINE / 2.0 };
        Self {
            marks: compared.steps.iter().map(mark).collect(),
            radius,
            key,
            marks_bottom: top + MARKS,
            bottom,
        }
    }
}
