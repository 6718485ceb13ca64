//! Holes, which no plotters polygon has: bridged into their outer ring, so that one fill leaves them open.
//! Any plane, any unit, y up. Uses nothing of this crate.

type Point = (f64, f64);

/// Area of a ring by the shoelace formula: positive counter-clockwise (y up); the first point may be repeated.
pub fn signed_area(ring: &[Point]) -> f64 {
    let Some(&last) = ring.last() else { return 0.0 };
    // Relative to one of its own points, so that far from the origin no digits are lost.
    let (ox, oy) = last;
    let mut from = last;
    let mut twice = 0.0;
    for &to in ring {
        twice += (from.0 - ox) * (to.1 - oy) - (to.0 - ox) * (from.1 - oy);
        from = to;
    }
    twice / 2.0
}

/// One ring for an outer ring and its holes: counter-clockwise outside, clockwise around each hole, joined
/// by bridges there and back. The first point is not repeated. With a nonzero or even-odd fill the holes
/// stay open; the ring's [`signed_area`] is the outer area less the holes.
pub fn keyhole(outer: &[Point], holes: &[Vec<Point>]) -> Vec<Point> {
    let mut ring = wound(outer, true);
    let mut waiting: Vec<Vec<Point>> =
        holes.iter().map(|h| wound(h, false)).filter(|h| h.len() > 2).collect();
    while !ring.is_empty() {
        // The hole nearest to the ring goes first, so that no bridge has to pass through another hole.
        let nearest = waiting
            .iter()
            .enumerate()
            .filter_map(|(ix, hole)| bridge(&ring, hole).map(|b| (ix, b)))
            .min_by(|a, b| a.1.length_squared.total_cmp(&b.1.length_squared));
        let Some((ix, best)) = nearest else { break };
        let mut hole = waiting.swap_remove(ix);
        hole.rotate_left(best.hole_at);
        let (Some(&ring_end), Some(&hole_end)) = (ring.get(best.ring_at), hole.first()) else { break };
        let there_and_back = hole.into_iter().chain([hole_end, ring_end]);
        ring.splice(best.ring_at + 1..best.ring_at + 1, there_and_back);
    }
    ring
}

/// The ring without its repeated first point, wound as asked.
fn wound(ring: &[Point], counter_clockwise: bool) -> Vec<Point> {
    let mut ring = ring.to_vec();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    if (signed_area(&ring) > 0.0) != counter_clockwise {
        ring.reverse();
    }
    ring
}

struct Bridge {
    ring_at: usize,
    hole_at: usize,
    length_squared: f64,
}

/// The shortest bridge that crosses neither of the two; if every one does, the shortest. A bridge that
/// crosses still encloses no area, only a hairline may show.
fn bridge(ring: &[Point], hole: &[Point]) -> Option<Bridge> {
    let mut shortest: Option<Bridge> = None;
    let mut free: Option<Bridge> = None;
    for (hole_at, &h) in hole.iter().enumerate() {
        for (ring_at, &r) in ring.iter().enumerate() {
            let length_squared = (h.0 - r.0).powi(2) + (h.1 - r.1).powi(2);
            let shorter_than =
                |b: &Option<Bridge>| b.as_ref().is_none_or(|b| length_squared < b.length_squared);
            if shorter_than(&shortest) {
                shortest = Some(Bridge { ring_at, hole_at, length_squared });
            }
            if shorter_than(&free) && !crosses(h, r, ring) && !crosses(h, r, hole) {
                free = Some(Bridge { ring_at, hole_at, length_squared });
            }
        }
    }
    free.or(shortest)
}

/// Whether the segment properly crosses an edge of the ring; touching at ends is no crossing.
fn crosses(a: Point, b: Point, ring: &[Point]) -> bool {
    let Some(&last) = ring.last() else { return false };
    let mut from = last;
    ring.iter().any(|&to| {
        let hit = turn(a, b, from) * turn(a, b, to) < 0.0 && turn(from, to, a) * turn(from, to, b) < 0.0;
        from = to;
        hit
    })
}

fn turn(a: Point, b: Point, c: Point) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Vec<Point> {
        vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    }

    #[test]
    fn area_has_the_sign_of_the_winding() {
        let mut ring = square(0.0, 0.0, 2.0);
        assert_eq!(signed_area(&ring), 4.0);
        ring.reverse();
        assert_eq!(signed_area(&ring), -4.0);
        assert_eq!(signed_area(&[]), 0.0);
    }

    #[test]
    fn holes_are_taken_off_whatever_their_winding() {
        let mut hole = square(4.0, 4.0, 2.0);
        for _ in 0..2 {
            let ring = keyhole(&square(0.0, 0.0, 10.0), &[square(1.0, 1.0, 1.0), hole.clone()]);
            assert_eq!(ring.len(), 4 + 2 * (4 + 2));
            assert!((signed_area(&ring) - (100.0 - 1.0 - 4.0)).abs() < 1e-9);
            hole.reverse();
        }
    }

    #[test]
    fn without_holes_only_the_winding_changes() {
        let mut clockwise = square(0.0, 0.0, 1.0);
        clockwise.reverse();
        assert_eq!(keyhole(&clockwise, &[]).len(), 4);
        assert!(signed_area(&keyhole(&clockwise, &[])) > 0.0);
        assert!(keyhole(&[], &[square(0.0, 0.0, 1.0)]).is_empty());
    }
}
