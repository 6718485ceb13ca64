//! Diagonal hatching inside a ring: what is shaded only in part is told apart without colour.

use crate::order;

/// Line segments at 45°, `spacing` apart, within the ring by the even-odd rule. Any unit.
///
/// Lines stand at fixed places of the plane, so two rings side by side are hatched as one.
pub(super) fn hatch(ring: &[(f64, f64)], spacing: f64) -> Vec<Vec<(f64, f64)>> {
    // In the turned coordinates u = x + y, v = x − y the lines are u = constant.
    let turned: Vec<(f64, f64)> = ring.iter().map(|(x, y)| (x + y, x - y)).collect();
    let least = turned.iter().map(|p| p.0).fold(f64::INFINITY, f64::min);
    let most = turned.iter().map(|p| p.0).fold(f64::NEG_INFINITY, f64::max);
    let step = spacing * std::f64::consts::SQRT_2;
    let mut segments = Vec::new();
    if !least.is_finite() || !most.is_finite() || step <= 0.0 {
        return segments;
    }
    let mut u = (least / step).ceil() * step;
    while u < most {
        let mut cuts: Vec<f64> = turned
            .iter()
            .zip(turned.iter().cycle().skip(1))
            .filter(|(a, b)| (a.0 <= u) != (b.0 <= u))
            .map(|(a, b)| a.1 + (b.1 - a.1) * (u - a.0) / (b.0 - a.0))
            .collect();
        order::sort(&mut cuts, &mut f64::total_cmp);
        for pair in cuts.chunks_exact(2) {
            if let [v0, v1] = pair {
                segments.push(vec![((u + v0) / 2.0, (u - v0) / 2.0), ((u + v1) / 2.0, (u - v1) / 2.0)]);
            }
        }
        u += step;
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_the_ring_and_leaves_its_notch_free() {
        let u_shape = [
            (0.0, 0.0),
            (30.0, 0.0),
            (30.0, 30.0),
            (20.0, 30.0),
            (20.0, 10.0),
            (10.0, 10.0),
            (10.0, 30.0),
            (0.0, 30.0),
        ];
        let lines = hatch(&u_shape, 3.0);
        assert!(lines.len() > 10);
        for point in lines.iter().flatten() {
            let in_notch = point.0 > 10.01 && point.0 < 19.99 && point.1 > 10.01;
            assert!(!in_notch, "{point:?}");
            assert!(point.0 >= -1e-9 && point.0 <= 30.0 + 1e-9);
        }
    }
}
