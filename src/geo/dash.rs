//! Dashes, which no plotters backend has: a line cut into the pieces that are drawn.
//! Any plane, any unit. Uses nothing of this crate.

/// More periods than this along one line are no longer told apart: such a line comes back whole.
const MOST_PERIODS: f64 = 20_000.0;

/// The drawn pieces of a line. `pattern` alternates drawn and skipped lengths from the line's start and
/// repeats; an odd number of lengths is taken twice, as SVG does. `phase` is how far into the pattern the
/// line starts. A pattern that is empty, negative or nowhere positive leaves the line whole.
pub fn dash(line: &[(f64, f64)], pattern: &[f64], phase: f64) -> Vec<Vec<(f64, f64)>> {
    if line.len() < 2 {
        return Vec::new();
    }
    let period: f64 = pattern.iter().sum();
    let bad = pattern.iter().any(|&l| !l.is_finite() || l < 0.0) || period <= 0.0 || !phase.is_finite();
    if bad || length(line) / period > MOST_PERIODS {
        return vec![line.to_vec()];
    }
    let whole_period = if pattern.len() % 2 == 1 { 2.0 * period } else { period };
    let mut walk = Walk { pattern, step: 0, left: 0.0 };
    walk.left = walk.current();
    walk.skip(phase.rem_euclid(whole_period));

    let mut pieces = Vec::new();
    let mut piece: Vec<(f64, f64)> = Vec::new();
    for pair in line.windows(2) {
        let &[a, b] = pair else { continue };
        let segment = (b.0 - a.0).hypot(b.1 - a.1);
        let mut done = 0.0;
        if walk.drawn() && piece.is_empty() {
            piece.push(a);
        }
        while segment - done > walk.left {
            done += walk.left;
            let t = done / segment;
            let here = (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1));
            if walk.drawn() {
                piece.push(here);
                pieces.push(std::mem::take(&mut piece));
            }
            walk.next();
            if walk.drawn() {
                piece.push(here);
            }
        }
        walk.left -= segment - done;
        if walk.drawn() {
            piece.push(b);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

/// A place in the endless pattern.
struct Walk<'a> {
    pattern: &'a [f64],
    step: usize,
    left: f64,
}

impl Walk<'_> {
    fn current(&self) -> f64 {
        // The pattern is not empty: an empty one has no positive period and never gets here.
        self.pattern.get(self.step % self.pattern.len().max(1)).copied().unwrap_or(f64::INFINITY)
    }

    fn drawn(&self) -> bool {
        self.step % 2 == 0
    }

    fn next(&mut self) {
        self.step += 1;
        self.left = self.current();
    }

    fn skip(&mut self, mut by: f64) {
        while by >= self.left {
            by -= self.left;
            self.next();
        }
        self.left -= by;
    }
}

fn length(line: &[(f64, f64)]) -> f64 {
    line.windows(2)
        .map(|pair| match pair {
            &[a, b] => (b.0 - a.0).hypot(b.1 - a.1),
            _ => 0.0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: [(f64, f64); 2] = [(0.0, 0.0), (10.0, 0.0)];

    #[test]
    fn dashes_start_drawn_and_alternate() {
        let pieces = dash(&TEN, &[3.0, 2.0], 0.0);
        assert_eq!(pieces, vec![vec![(0.0, 0.0), (3.0, 0.0)], vec![(5.0, 0.0), (8.0, 0.0)]]);
    }

    #[test]
    fn phase_starts_inside_the_pattern() {
        let pieces = dash(&TEN, &[3.0, 2.0], 4.0);
        assert_eq!(pieces, vec![vec![(1.0, 0.0), (4.0, 0.0)], vec![(6.0, 0.0), (9.0, 0.0)]]);
        assert_eq!(dash(&TEN, &[3.0, 2.0], -1.0), pieces);
    }

    #[test]
    fn a_dash_turns_the_corner_in_one_piece() {
        let pieces = dash(&[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0)], &[3.0, 9.0], 0.0);
        assert_eq!(pieces, vec![vec![(0.0, 0.0), (2.0, 0.0), (2.0, 1.0)]]);
    }

    #[test]
    fn an_odd_pattern_is_taken_twice() {
        assert_eq!(
            dash(&TEN, &[4.0], 0.0),
            vec![vec![(0.0, 0.0), (4.0, 0.0)], vec![(8.0, 0.0), (10.0, 0.0)]]
        );
    }

    #[test]
    fn senseless_patterns_leave_the_line_whole() {
        for pattern in [&[] as &[f64], &[0.0, 0.0], &[-1.0, 3.0], &[f64::NAN], &[1e-9, 1e-9]] {
            assert_eq!(dash(&TEN, pattern, 0.0), vec![TEN.to_vec()]);
        }
        assert!(dash(&[(0.0, 0.0)], &[1.0], 0.0).is_empty());
    }
}
