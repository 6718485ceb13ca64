//! Labels that do not overlap: greedy, by priority, each trying its candidate places in order.

use super::Rect;
use crate::order::sorted_positions;
use crate::text::Measure;

/// Which side of its text a label is held at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins here.
    Start,
    /// The text is centred here.
    Middle,
    /// The text ends here.
    End,
}

/// One place a label may take: its anchor point, at the middle of the text's height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// x of the anchor.
    pub x: f64,
    /// y of the text's middle.
    pub y: f64,
    /// Which side is held.
    pub anchor: Anchor,
}

/// A label that wants a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// What it says.
    pub text: String,
    /// Text size.
    pub size_css_px: f64,
    /// Bold or regular.
    pub bold: bool,
    /// Higher goes first.
    pub priority: f64,
    /// Whether it may be left out when there is no room.
    pub optional: bool,
    /// Places in order of preference.
    pub candidates: Vec<Candidate>,
}

/// A label with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Index into the wanted labels.
    pub wanted: usize,
    /// What it says.
    pub text: String,
    /// Text size.
    pub size_css_px: f64,
    /// Bold or regular.
    pub bold: bool,
    /// Where.
    pub at: Candidate,
    /// The room its text takes.
    pub rect: Rect,
}

/// The room a text takes at a candidate place.
pub(super) fn text_rect(at: Candidate, width: f64, size_css_px: f64) -> Rect {
    let x = match at.anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Rect::new(x, at.y - size_css_px * 0.62, width, size_css_px * 1.24)
}

/// Gives each wanted label the first of its candidates that lies within `frame` and touches neither an
/// obstacle nor a label placed before. A label that may not be left out takes its first candidate inside
/// the frame when all are taken.
pub fn place_labels(
    wanted: &[Wanted],
    frame: &Rect,
    obstacles: &[Rect],
    measure: &dyn Measure,
) -> Vec<PlacedLabel> {
    let order = sorted_positions(wanted.len(), &mut |a, b| match (wanted.get(a), wanted.get(b)) {
        (Some(a), Some(b)) => b.priority.total_cmp(&a.priority),
        _ => std::cmp::Ordering::Equal,
    });
    let mut placed: Vec<PlacedLabel> = Vec::new();
    for ix in order {
        let Some(want) = wanted.get(ix) else { continue };
        let width = measure.width_css_px(&want.text, want.size_css_px, want.bold);
        let rects: Vec<(Candidate, Rect)> =
            want.candidates.iter().map(|c| (*c, text_rect(*c, width, want.size_css_px))).collect();
        let free = |rect: &Rect| {
            frame.holds(rect)
                && !obstacles.iter().any(|o| o.overlaps(rect))
                && !placed.iter().any(|p| p.rect.grown(2.0).overlaps(rect))
        };
        let found = rects.iter().find(|(_, rect)| free(rect)).or_else(|| {
            if want.optional {
                None
            } else {
                rects.iter().find(|(_, rect)| frame.holds(rect))
            }
        });
        if let Some((at, rect)) = found {
            placed.push(PlacedLabel {
                wanted: ix,
                text: want.text.clone(),
                size_css_px: want.size_css_px,
                bold: want.bold,
                at: *at,
                rect: *rect,
            });
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TableMeasure;

    fn want(text: &str, priority: f64, x: f64) -> Wanted {
        let at = |dy: f64| Candidate { x, y: 50.0 + dy, anchor: Anchor::Middle };
        Wanted {
            text: text.into(),
            size_css_px: 12.0,
            bold: false,
            priority,
            optional: true,
            candidates: vec![at(0.0), at(18.0)],
        }
    }

    #[test]
    fn labels_never_overlap_and_the_important_one_has_its_first_place() {
        let wanted =
            [want("Kazakhstan", 1.0, 100.0), want("Uzbekistan", 2.0, 110.0), want("Iran", 0.5, 100.0)];
        let placed = place_labels(&wanted, &Rect::new(0.0, 0.0, 200.0, 100.0), &[], &TableMeasure);
        assert_eq!(placed.first().unwrap().text, "Uzbekistan");
        assert_eq!(placed.first().unwrap().at.y, 50.0);
        assert_eq!(placed.len(), 2, "the third finds both its places taken");
        for (i, a) in placed.iter().enumerate() {
            for b in placed.iter().skip(i + 1) {
                assert!(!a.rect.overlaps(&b.rect), "{} over {}", a.text, b.text);
            }
        }
    }

    #[test]
    fn a_label_stays_inside_the_frame_or_is_left_out() {
        let frame = Rect::new(0.0, 0.0, 40.0, 100.0);
        assert!(place_labels(&[want("Turkmenistan", 1.0, 20.0)], &frame, &[], &TableMeasure).is_empty());
    }
}
