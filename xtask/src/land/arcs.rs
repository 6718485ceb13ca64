//! Shared arcs out of rings: what two neighbours have in common becomes one arc, so that it is simplified once.
//! Points are whole ten-thousandths of a degree: equal source points are equal numbers.

use std::collections::{BTreeMap, BTreeSet};

/// Longitude and latitude in ten-thousandths of a degree.
pub(super) type Point = (i32, i32);

/// A ring as arcs end to end: an arc's index, and whether it is walked backwards.
pub(super) type Ring = Vec<(usize, bool)>;

/// Arcs and what was cut from each ring.
#[derive(Default)]
pub(super) struct Topology {
    /// Arcs; one whose ends are equal is closed.
    pub(super) arcs: Vec<Vec<Point>>,
    known: BTreeMap<Vec<Point>, usize>,
    junctions: BTreeSet<Point>,
}

impl Topology {
    /// Learns from all rings (closed, first point repeated) where they part company.
    pub(super) fn new<'a>(rings: impl Iterator<Item = &'a Vec<Point>>) -> Topology {
        let mut beside: BTreeMap<Point, (Point, Point)> = BTreeMap::new();
        let mut junctions = BTreeSet::new();
        for ring in rings {
            let open = ring.get(1..).unwrap_or_default();
            for (ix, &here) in open.iter().enumerate() {
                let before = open[(ix + open.len() - 1) % open.len()];
                let after = open[(ix + 1) % open.len()];
                let pair = (before.min(after), before.max(after));
                if *beside.entry(here).or_insert(pair) != pair {
                    junctions.insert(here);
                }
            }
        }
        Topology { arcs: Vec::new(), known: BTreeMap::new(), junctions }
    }

    /// Cuts a closed ring at the junctions.
    pub(super) fn ring(&mut self, ring: &[Point]) -> Ring {
        let mut open = ring.get(1..).unwrap_or_default().to_vec();
        let first_junction = open.iter().position(|p| self.junctions.contains(p));
        // A ring without a junction starts at its least point, so that a hole and what fills it agree.
        let least = open.iter().enumerate().min_by_key(|(_, p)| **p).map(|(ix, _)| ix);
        open.rotate_left(first_junction.or(least).unwrap_or(0));
        open.extend(open.first().copied());
        let mut cut = Ring::new();
        let mut arc: Vec<Point> = Vec::new();
        for p in open {
            arc.push(p);
            if arc.len() > 1 && self.junctions.contains(&p) {
                cut.push(self.arc(std::mem::replace(&mut arc, vec![p])));
            }
        }
        if arc.len() > 1 {
            cut.push(self.arc(arc));
        }
        cut
    }

    /// The arc's index and direction, new or known.
    pub(super) fn arc(&mut self, arc: Vec<Point>) -> (usize, bool) {
        let mut reversed = arc.clone();
        reversed.reverse();
        let backwards = reversed < arc;
        let key = if backwards { reversed } else { arc };
        let next = self.arcs.len();
        let ix = *self.known.entry(key).or_insert_with_key(|key| {
            self.arcs.push(key.clone());
            next
        });
        (ix, backwards)
    }
}

/// The points of a ring of arcs, the first repeated at the end.
pub(super) fn points_of(ring: &Ring, arcs: &[Vec<Point>]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for &(ix, backwards) in ring {
        let mut arc = arcs[ix].clone();
        if backwards {
            arc.reverse();
        }
        points.pop();
        points.append(&mut arc);
    }
    points
}

/// Chooses the direction of each arc so that many start at the same point, and their order so that these
/// stand together: a start is written in full, and a repeated text costs a compressor little.
/// Returns for each arc in file order its old index and whether it is turned round.
pub(super) fn arrange(arcs: &[Vec<Point>]) -> Vec<(usize, bool)> {
    let ends = |ix: usize| (arcs[ix][0], arcs[ix][arcs[ix].len() - 1]);
    let mut order = Vec::new();
    let mut waiting: BTreeSet<usize> = (0..arcs.len()).collect();
    while !waiting.is_empty() {
        let mut meeting: BTreeMap<Point, Vec<usize>> = BTreeMap::new();
        for &ix in &waiting {
            let (start, end) = ends(ix);
            meeting.entry(start).or_default().push(ix);
            if end != start {
                meeting.entry(end).or_default().push(ix);
            }
        }
        let Some((hub, spokes)) = meeting.into_iter().max_by_key(|(p, at)| (at.len(), *p)) else { break };
        for ix in spokes {
            waiting.remove(&ix);
            order.push((hub, ix, ends(ix).0 != hub));
        }
    }
    order.sort();
    order.into_iter().map(|(_, ix, turned)| (ix, turned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_side_becomes_one_arc_and_rings_come_back() {
        let left = vec![(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)];
        let right = vec![(1, 0), (2, 0), (2, 1), (1, 1), (1, 0)];
        let mut topology = Topology::new([&left, &right].into_iter());
        let cut = [topology.ring(&left), topology.ring(&right)];
        assert_eq!(topology.arcs.len(), 3);
        for (ring, cut) in [left, right].iter().zip(&cut) {
            let mut back = points_of(cut, &topology.arcs);
            assert_eq!(back.first(), back.last());
            back.sort();
            back.dedup();
            assert!(back.len() == 4 && ring.iter().all(|p| back.contains(p)));
        }
    }

    #[test]
    fn a_hole_and_what_fills_it_are_one_closed_arc() {
        let hole = vec![(1, 1), (1, 2), (2, 2), (1, 1)];
        let fill = vec![(2, 2), (1, 2), (1, 1), (2, 2)];
        let mut topology = Topology::new([&hole, &fill].into_iter());
        let (a, b) = (topology.ring(&hole), topology.ring(&fill));
        assert!(topology.arcs.len() == 1 && a.len() == 1 && b.len() == 1 && a[0].1 != b[0].1);
    }
}
