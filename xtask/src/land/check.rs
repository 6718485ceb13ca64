//! Do arcs cross, overlap or touch where they should not? Exact: whole numbers only.

use super::arcs::Point;
use std::collections::BTreeSet;

/// Longitude differences beyond this, in ten-thousandths of a degree, go across the 180th meridian.
const ACROSS: i32 = 1_800_000;

type Edge = (Point, Point, usize);

/// Places of the vertices (arc, place in it) whose edges meet another edge anywhere but at a common end.
pub(super) fn conflicts(arcs: &[&[Point]]) -> BTreeSet<(usize, usize)> {
    let mut edges: Vec<(Edge, usize)> = Vec::new();
    for (ix, arc) in arcs.iter().enumerate() {
        for (place, pair) in arc.windows(2).enumerate() {
            let (a, b) = (pair[0], pair[1]);
            if a != b && (a.0 - b.0).abs() < ACROSS {
                edges.push(((a.min(b), a.max(b), ix), place));
            }
        }
    }
    edges.sort_unstable();
    let mut found = BTreeSet::new();
    for (n, (first, place)) in edges.iter().enumerate() {
        // Sorted by their western ends: who starts east of this one's end cannot meet it.
        for (second, other) in edges[n + 1..].iter().take_while(|(e, _)| e.0 .0 <= first.1 .0) {
            if meet(first, second) {
                for (ix, at) in [(first.2, *place), (second.2, *other)] {
                    found.extend([(ix, at), (ix, at + 1)]);
                }
            }
        }
    }
    found
}

fn meet(e: &Edge, f: &Edge) -> bool {
    if (e.0, e.1) == (f.0, f.1) {
        return true;
    }
    let (e0, e1) = (side(e, f.0), side(e, f.1));
    let (f0, f1) = (side(f, e.0), side(f, e.1));
    let on = |edge: &Edge, side: i64, p: Point| side == 0 && p != edge.0 && p != edge.1 && within(edge, p);
    (e0 * e1 < 0 && f0 * f1 < 0) || on(e, e0, f.0) || on(e, e1, f.1) || on(f, f0, e.0) || on(f, f1, e.1)
}

/// 1 to the left of the edge, −1 to the right, 0 on its line.
fn side(e: &Edge, p: Point) -> i64 {
    let d = |a: i32, b: i32| i64::from(a) - i64::from(b);
    (d(e.1 .0, e.0 .0) * d(p.1, e.0 .1) - d(e.1 .1, e.0 .1) * d(p.0, e.0 .0)).signum()
}

fn within(e: &Edge, p: Point) -> bool {
    let (low, high) = (e.0 .1.min(e.1 .1), e.0 .1.max(e.1 .1));
    (e.0 .0..=e.1 .0).contains(&p.0) && (low..=high).contains(&p.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_and_touching_are_found_and_common_ends_are_not() {
        let line: &[Point] = &[(0, 0), (10, 10), (20, 0)];
        assert!(conflicts(&[line, &[(20, 0), (30, 10)]]).is_empty());
        assert_eq!(conflicts(&[line, &[(0, 10), (10, 0)]]).len(), 4);
        assert_eq!(conflicts(&[line, &[(5, 5), (0, 10)]]).len(), 4);
        assert_eq!(conflicts(&[line, &[(10, 10), (0, 0)]]).len(), 4);
    }
}
