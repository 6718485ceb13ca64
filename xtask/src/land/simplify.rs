//! Visvalingam–Whyatt simplification of all arcs at once, on the projection's plane where they are drawn:
//! the vertex that changes the picture least goes first, unless another vertex lies in the triangle it cuts
//! off. So lines neither cross nor touch that did not before (Visvalingam & Whyatt 1993,
//! "Line generalisation by repeated elimination of points").

use super::arcs::Point;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Side of a cell of the index of vertices, in kilometres.
const CELL_KM: f64 = 40.0;

/// Where the tolerance is below this, a closed arc keeps so many points: small enclaves keep their shape.
const FINE_KM: f64 = 5.0;
const FEWEST_FINE: usize = 8;

struct Vertex {
    at: (f64, f64),
    tolerance_km: f64,
    arc: usize,
    place: usize,
    before: usize,
    after: usize,
    fixed: bool,
    gone: bool,
}

/// Simplifies the arcs. `plane` gives a point's position in km and the tolerance in km that holds there: a
/// vertex goes when its triangle is smaller than the tolerance's square.
pub(super) fn simplify(arcs: &mut [Vec<Point>], plane: impl Fn(Point) -> ((f64, f64), f64)) {
    let mut all = Vertices::new(arcs, plane);
    all.thin();
    let mut kept: Vec<Vec<Point>> = vec![Vec::new(); arcs.len()];
    for vertex in all.vertices.iter().filter(|v| !v.gone) {
        kept[vertex.arc].push(arcs[vertex.arc][vertex.place]);
    }
    for (ix, mut arc) in kept.into_iter().enumerate() {
        if all.loops[ix] {
            arc.extend(arc.first().copied());
        }
        arcs[ix] = arc;
    }
}

struct Vertices {
    vertices: Vec<Vertex>,
    /// Vertices still there, per arc.
    left: Vec<usize>,
    /// Whether the arc is closed; its last point is then no vertex of its own.
    loops: Vec<bool>,
    ends: Vec<(Point, Point)>,
    /// Ends of arcs that have become one straight edge: no second one may lie upon it.
    straight: BTreeSet<(Point, Point)>,
    cells: BTreeMap<(i32, i32), Vec<usize>>,
}

impl Vertices {
    fn new(arcs: &[Vec<Point>], plane: impl Fn(Point) -> ((f64, f64), f64)) -> Vertices {
        let mut meeting: BTreeMap<Point, usize> = BTreeMap::new();
        for arc in arcs {
            *meeting.entry(arc[0]).or_default() += 1;
            *meeting.entry(arc[arc.len() - 1]).or_default() += 1;
        }
        let mut all = Vertices {
            vertices: Vec::new(),
            left: Vec::new(),
            loops: Vec::new(),
            ends: Vec::new(),
            straight: BTreeSet::new(),
            cells: BTreeMap::new(),
        };
        for (ix, arc) in arcs.iter().enumerate() {
            let (start, end) = (arc[0], arc[arc.len() - 1]);
            let closed = start == end;
            let count = if closed { arc.len() - 1 } else { arc.len() };
            let first = all.vertices.len();
            for (place, &point) in arc.iter().take(count).enumerate() {
                let (at, tolerance_km) = plane(point);
                let id = first + place;
                let is_end = place == 0 || (!closed && place == count - 1);
                // A closed arc that meets no other may lose any point, its first too.
                let fixed = is_end && !(closed && meeting[&start] == 2);
                let before = if place == 0 { first + count - 1 } else { id - 1 };
                let after = if place == count - 1 { first } else { id + 1 };
                all.vertices.push(Vertex {
                    at,
                    tolerance_km,
                    arc: ix,
                    place,
                    before,
                    after,
                    fixed,
                    gone: false,
                });
                all.cells.entry(cell(at)).or_default().push(id);
            }
            if count == 2 && !closed {
                all.straight.insert((start.min(end), start.max(end)));
            }
            all.left.push(count);
            all.loops.push(closed);
            all.ends.push((start.min(end), start.max(end)));
        }
        all
    }

    fn thin(&mut self) {
        let mut heap: BinaryHeap<Reverse<(Weight, usize)>> = BinaryHeap::new();
        let mut weights: Vec<f64> = vec![f64::NAN; self.vertices.len()];
        for (id, weight) in weights.iter_mut().enumerate() {
            *weight = self.weight(id);
            heap.push(Reverse((Weight(*weight), id)));
        }
        while let Some(Reverse((Weight(weight), id))) = heap.pop() {
            if weight >= 1.0 {
                break;
            }
            let vertex = &self.vertices[id];
            if vertex.gone || vertex.fixed || weight != weights[id] || !self.may_go(id) {
                continue;
            }
            let (before, after, arc) = (vertex.before, vertex.after, vertex.arc);
            self.vertices[id].gone = true;
            self.vertices[before].after = after;
            self.vertices[after].before = before;
            self.left[arc] -= 1;
            if self.left[arc] == 2 && !self.loops[arc] {
                self.straight.insert(self.ends[arc]);
            }
            for beside in [before, after] {
                // Never less than what just went, so that a long gentle bow is not eaten up step by step.
                let next = self.weight(beside).max(weight);
                weights[beside] = next;
                heap.push(Reverse((Weight(next), beside)));
            }
        }
    }

    /// The triangle's area in squares of the tolerance.
    fn weight(&self, id: usize) -> f64 {
        let v = &self.vertices[id];
        let (a, c) = (self.vertices[v.before].at, self.vertices[v.after].at);
        twice_area(a, v.at, c).abs() / 2.0 / v.tolerance_km.powi(2)
    }

    fn may_go(&self, id: usize) -> bool {
        let v = &self.vertices[id];
        let fewest = match (self.loops[v.arc], v.tolerance_km < FINE_KM) {
            (true, true) => FEWEST_FINE,
            (true, false) => 3,
            (false, _) => 2,
        };
        if self.left[v.arc] <= fewest {
            return false;
        }
        if self.left[v.arc] == 3 && !self.loops[v.arc] && self.straight.contains(&self.ends[v.arc]) {
            return false;
        }
        let (a, b, c) = (self.vertices[v.before].at, v.at, self.vertices[v.after].at);
        let low = cell((a.0.min(b.0).min(c.0), a.1.min(b.1).min(c.1)));
        let high = cell((a.0.max(b.0).max(c.0), a.1.max(b.1).max(c.1)));
        let free = |other: &&usize| {
            let o = &self.vertices[**other];
            !o.gone && o.at != a && o.at != b && o.at != c && in_triangle(o.at, a, b, c)
        };
        (low.0..=high.0).all(|x| {
            (low.1..=high.1).all(|y| !self.cells.get(&(x, y)).is_some_and(|ids| ids.iter().any(|i| free(&i))))
        })
    }
}

/// A finite number with an order, for the heap.
#[derive(PartialEq)]
struct Weight(f64);

impl Eq for Weight {}

impl PartialOrd for Weight {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Weight {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn cell(at: (f64, f64)) -> (i32, i32) {
    ((at.0 / CELL_KM).floor() as i32, (at.1 / CELL_KM).floor() as i32)
}

fn twice_area(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

fn in_triangle(p: (f64, f64), a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> bool {
    let turns = [twice_area(a, b, p), twice_area(b, c, p), twice_area(c, a, p)];
    turns.iter().all(|t| *t >= 0.0) || turns.iter().all(|t| *t <= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thinned(arcs: &[&[Point]]) -> Vec<Vec<Point>> {
        let mut arcs: Vec<Vec<Point>> = arcs.iter().map(|arc| arc.to_vec()).collect();
        simplify(&mut arcs, |(x, y)| ((f64::from(x), f64::from(y)), 10.0));
        arcs
    }

    #[test]
    fn a_small_bend_goes_a_large_one_stays() {
        assert_eq!(thinned(&[&[(0, 0), (50, 1), (100, 0)]]), [[(0, 0), (100, 0)]]);
        assert_eq!(thinned(&[&[(0, 0), (50, 40), (100, 0)]])[0].len(), 3);
    }

    #[test]
    fn a_bend_around_another_line_stays() {
        let arcs = thinned(&[&[(0, 0), (10, 10), (20, 0)], &[(10, 5), (10, -40)]]);
        assert_eq!(arcs[0].len(), 3);
    }

    #[test]
    fn two_arcs_between_the_same_ends_stay_apart_and_rings_stay_rings() {
        let arcs = thinned(&[&[(0, 0), (5, 2), (10, 0)], &[(0, 0), (5, -2), (10, 0)]]);
        assert_eq!(arcs.iter().map(Vec::len).sum::<usize>(), 5);
        assert_eq!(thinned(&[&[(0, 0), (3, 0), (3, 3), (1, 4), (0, 3), (0, 0)]])[0].len(), 4);
    }
}
