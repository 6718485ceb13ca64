//! What lies under a point: the nearest hit area within reach, the topmost where several are equally near.

use crate::layout::Rect;
use crate::model::Target;

/// An area that answers a pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where, CSS pixels.
    pub rect: Rect,
    /// What it stands for.
    pub target: Target,
}

/// The target nearest to a point within `slop_css_px`, or none. A finger needs more slop than a mouse.
pub fn pick(hits: &[Hit], x_css_px: f64, y_css_px: f64, slop_css_px: f64) -> Option<&Target> {
    let mut best: Option<(f64, &Target)> = None;
    for hit in hits.iter().rev() {
        let distance = hit.rect.distance_to(x_css_px, y_css_px);
        if distance <= slop_css_px && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, &hit.target));
        }
    }
    best.map(|(_, target)| target)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(x: f64, event: usize) -> Hit {
        Hit { rect: Rect::new(x, 0.0, 10.0, 10.0), target: Target::Event(event) }
    }

    #[test]
    fn the_topmost_wins_under_the_point_and_the_nearest_within_reach() {
        let hits = [hit(0.0, 1), hit(5.0, 2), hit(40.0, 3)];
        assert_eq!(pick(&hits, 7.0, 5.0, 0.0), Some(&Target::Event(2)));
        assert_eq!(pick(&hits, 2.0, 5.0, 4.0), Some(&Target::Event(1)));
        assert_eq!(pick(&hits, 36.0, 5.0, 8.0), Some(&Target::Event(3)));
        assert_eq!(pick(&hits, 25.0, 5.0, 4.0), None);
    }
}
