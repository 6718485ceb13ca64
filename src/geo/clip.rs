//! Clipping to a rectangle, because plotters moves points outside to the border instead of cutting there.
//! Any plane, any unit: rings by Sutherland–Hodgman, lines by Liang–Barsky. Uses nothing of this crate.

/// An upright rectangle with `x0 <= x1` and `y0 <= y1`, in the unit of what is clipped to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect4 {
    /// Least x.
    pub x0: f64,
    /// Least y.
    pub y0: f64,
    /// Greatest x.
    pub x1: f64,
    /// Greatest y.
    pub y1: f64,
}

impl Rect4 {
    /// The smallest rectangle around the points; of no points an inside-out one that overlaps nothing.
    pub fn around(points: &[(f64, f64)]) -> Rect4 {
        let nothing =
            Rect4 { x0: f64::INFINITY, y0: f64::INFINITY, x1: f64::NEG_INFINITY, y1: f64::NEG_INFINITY };
        points.iter().fold(nothing, |r, &(x, y)| Rect4 {
            x0: r.x0.min(x),
            y0: r.y0.min(y),
            x1: r.x1.max(x),
            y1: r.y1.max(y),
        })
    }

    /// Whether the two share a point, borders included.
    pub fn overlaps(&self, other: &Rect4) -> bool {
        self.x0 <= other.x1 && other.x0 <= self.x1 && self.y0 <= other.y1 && other.y0 <= self.y1
    }

    /// Whether the point lies inside or on the border.
    pub fn contains(&self, (x, y): (f64, f64)) -> bool {
        self.x0 <= x && x <= self.x1 && self.y0 <= y && y <= self.y1
    }
}

/// One of the rectangle's four sides as a half-plane: `x` or `y` at least or at most a bound.
#[derive(Clone, Copy)]
struct Side {
    vertical: bool,
    at_least: bool,
    bound: f64,
}

impl Side {
    fn keeps(self, p: (f64, f64)) -> bool {
        let v = if self.vertical { p.0 } else { p.1 };
        if self.at_least {
            v >= self.bound
        } else {
            v <= self.bound
        }
    }

    /// Where the segment meets the side; the bound itself is returned as is, so nothing slips out by rounding.
    fn meets(self, a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
        if self.vertical {
            let t = (self.bound - a.0) / (b.0 - a.0);
            (self.bound, a.1 + t * (b.1 - a.1))
        } else {
            let t = (self.bound - a.1) / (b.1 - a.1);
            (a.0 + t * (b.0 - a.0), self.bound)
        }
    }
}

/// The part of a ring inside the rectangle, as one ring; the first point need not be repeated and is not
/// added. Parts that fall apart stay joined by edges on the border, which a fill does not show. Empty when
/// nothing is left.
pub fn clip_ring(ring: &[(f64, f64)], rect: Rect4) -> Vec<(f64, f64)> {
    let sides = [
        Side { vertical: true, at_least: true, bound: rect.x0 },
        Side { vertical: true, at_least: false, bound: rect.x1 },
        Side { vertical: false, at_least: true, bound: rect.y0 },
        Side { vertical: false, at_least: false, bound: rect.y1 },
    ];
    let mut kept = ring.to_vec();
    for side in sides {
        if kept.iter().all(|&p| side.keeps(p)) {
            continue;
        }
        let mut next = Vec::with_capacity(kept.len() + 4);
        let Some(&last) = kept.last() else { break };
        let mut from = last;
        for &to in &kept {
            if side.keeps(from) != side.keeps(to) {
                next.push(side.meets(from, to));
            }
            if side.keeps(to) {
                next.push(to);
            }
            from = to;
        }
        kept = next;
    }
    // Rounding along one axis may leave the other a last digit outside; pull it back.
    for p in &mut kept {
        *p = (p.0.max(rect.x0).min(rect.x1), p.1.max(rect.y0).min(rect.y1));
    }
    if kept.len() < 3 {
        kept.clear();
    }
    kept
}

/// The pieces of a line inside the rectangle, in order.
pub fn clip_line(line: &[(f64, f64)], rect: Rect4) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<(f64, f64)> = Vec::new();
    for pair in line.windows(2) {
        let &[a, b] = pair else { continue };
        let Some((from, to)) = clip_segment(a, b, rect) else {
            end_piece(&mut piece, &mut pieces);
            continue;
        };
        if piece.last() != Some(&from) {
            end_piece(&mut piece, &mut pieces);
            piece.push(from);
        }
        if to != from {
            piece.push(to);
        }
        if to != b {
            end_piece(&mut piece, &mut pieces);
        }
    }
    end_piece(&mut piece, &mut pieces);
    pieces
}

fn end_piece(piece: &mut Vec<(f64, f64)>, pieces: &mut Vec<Vec<(f64, f64)>>) {
    if piece.len() > 1 {
        pieces.push(std::mem::take(piece));
    } else {
        piece.clear();
    }
}

/// Liang–Barsky: the part of a segment inside, its own ends bit for bit where they are inside.
fn clip_segment(a: (f64, f64), b: (f64, f64), r: Rect4) -> Option<((f64, f64), (f64, f64))> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (d, room) in [(-dx, a.0 - r.x0), (dx, r.x1 - a.0), (-dy, a.1 - r.y0), (dy, r.y1 - a.1)] {
        if d == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if d < 0.0 {
            enter = enter.max(room / d);
        } else {
            leave = leave.min(room / d);
        }
    }
    if enter > leave {
        return None;
    }
    let inside = |t: f64| ((a.0 + t * dx).max(r.x0).min(r.x1), (a.1 + t * dy).max(r.y0).min(r.y1));
    let from = if enter > 0.0 { inside(enter) } else { a };
    let to = if leave < 1.0 { inside(leave) } else { b };
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect4 = Rect4 { x0: 0.0, y0: 0.0, x1: 1.0, y1: 1.0 };

    #[test]
    fn a_ring_around_the_rectangle_becomes_the_rectangle() {
        let ring = clip_ring(&[(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)], UNIT);
        assert!((crate::geo::signed_area(&ring) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_ring_outside_leaves_nothing_and_one_inside_is_unchanged() {
        assert!(clip_ring(&[(2.0, 2.0), (3.0, 2.0), (3.0, 3.0)], UNIT).is_empty());
        let inside = [(0.2, 0.2), (0.8, 0.2), (0.5, 0.8)];
        assert_eq!(clip_ring(&inside, UNIT), inside);
        assert!(clip_ring(&[], UNIT).is_empty());
    }

    #[test]
    fn a_line_that_leaves_and_returns_is_two_pieces() {
        let line = [(0.5, 0.5), (0.5, 2.0), (0.8, 2.0), (0.8, 0.5), (0.9, 0.5)];
        assert_eq!(
            clip_line(&line, UNIT),
            vec![vec![(0.5, 0.5), (0.5, 1.0)], vec![(0.8, 1.0), (0.8, 0.5), (0.9, 0.5)]]
        );
    }

    #[test]
    fn a_line_past_a_corner_or_touching_it_is_no_piece() {
        assert!(clip_line(&[(-1.0, 0.5), (0.5, 2.0)], UNIT).is_empty());
        assert!(clip_line(&[(-1.0, 0.0), (0.0, -1.0)], UNIT).is_empty());
        assert!(clip_line(&[(0.5, 0.5)], UNIT).is_empty());
    }

    #[test]
    fn rectangles_around_and_over() {
        let r = Rect4::around(&[(1.0, 5.0), (-1.0, 2.0)]);
        assert_eq!(r, Rect4 { x0: -1.0, y0: 2.0, x1: 1.0, y1: 5.0 });
        assert!(!r.overlaps(&UNIT) && r.overlaps(&r) && r.contains((0.0, 2.0)));
        assert!(!Rect4::around(&[]).overlaps(&UNIT));
    }
}
