//! A linear scale of numbers, with ticks at round values.

/// A linear scale from numbers to CSS pixels, along either axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberScale {
    least: f64,
    most: f64,
    from_css_px: f64,
    to_css_px: f64,
}

impl NumberScale {
    /// A scale on which every one of `values` and zero has its place, its ends at round numbers, between two positions.
    pub fn around(values: impl Iterator<Item = f64>, from_css_px: f64, to_css_px: f64) -> Self {
        let (least, most) = values.fold((0.0_f64, 0.0_f64), |(a, b), value| (a.min(value), b.max(value)));
        let step = round_step((most - least).max(f64::MIN_POSITIVE) / 2.0);
        let (least, most) = ((least / step).floor() * step, (most / step).ceil() * step);
        Self { least, most: most.max(least + step), from_css_px, to_css_px }
    }

    /// The same between two other positions.
    #[must_use]
    pub fn between(self, from_css_px: f64, to_css_px: f64) -> Self {
        Self { from_css_px, to_css_px, ..self }
    }

    /// Where a number stands.
    pub fn px(&self, value: f64) -> f64 {
        let part = (value - self.least) / (self.most - self.least);
        self.from_css_px + part * (self.to_css_px - self.from_css_px)
    }

    /// Round numbers from end to end, at most `most` of them.
    pub fn ticks(&self, most: u32) -> Vec<f64> {
        let span = self.most - self.least;
        let step = round_step(span / f64::from(most.max(2) - 1));
        let first = (self.least / step).ceil() as i64;
        let last = (self.most / step + 1e-9).floor() as i64;
        (first..=last).map(|n| n as f64 * step).collect()
    }
}

/// The least of 1, 2 and 5 times a power of ten that is not less than `span`.
fn round_step(span: f64) -> f64 {
    let power = 10_f64.powf(span.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|n| n * power)
        .find(|step| *step >= span * 0.999_999)
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_ticks_are_round_and_hold_every_value() {
        for (values, ends, ticks) in [
            (vec![328.0, 308.0], (0.0, 400.0), vec![0.0, 200.0, 400.0]),
            (vec![0.21, 0.97], (0.0, 1.0), vec![0.0, 0.5, 1.0]),
            (vec![-0.25, 0.53], (-0.5, 1.0), vec![-0.5, 0.0, 0.5, 1.0]),
            (vec![7_800.0], (0.0, 10_000.0), vec![0.0, 5_000.0, 10_000.0]),
            (vec![], (0.0, 1e-307), vec![]),
        ] {
            let scale = NumberScale::around(values.iter().copied(), 10.0, 110.0);
            assert!((scale.least - ends.0).abs() < 1e-9 && (scale.most - ends.1).abs() < 1e-9, "{scale:?}");
            assert!(values.iter().all(|value| (10.0..=110.0).contains(&scale.px(*value))), "{values:?}");
            if !values.is_empty() {
                assert_eq!(scale.ticks(4), ticks, "{values:?}");
            }
        }
    }
}
