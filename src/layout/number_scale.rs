//! A linear scale of numbers, with ticks at round values.

/// A linear scale from numbers to CSS pixels, along either axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberScale {
    least: f64,
    most: f64,
    step: f64,
    from_css_px: f64,
    to_css_px: f64,
}

impl NumberScale {
    /// A scale on which every one of `values` and zero has its place, its ends at round numbers, between two positions.
    pub fn around(values: impl Iterator<Item = f64>, from_css_px: f64, to_css_px: f64) -> Self {
        let (least, most) = values.fold((0.0_f64, 0.0_f64), |(a, b), value| (a.min(value), b.max(value)));
        let step = round_step((most - least).max(f64::MIN_POSITIVE) / 4.0);
        let (least, most) = ((least / step).floor() * step, (most / step).ceil() * step);
        Self { least, most: most.max(least + step), step, from_css_px, to_css_px }
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

    /// Round numbers at equal distances, zero among them, at most `most` of them.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let (first, last) = ((self.least / self.step).round() as i64, (self.most / self.step).round() as i64);
        let every = |nth: i64| (first..=last).filter(move |n| n % nth == 0);
        let nth = [1, 2, 3, 4].into_iter().find(|nth| every(*nth).count() <= most.max(2)).unwrap_or(5);
        every(nth).map(|n| n as f64 * self.step).collect()
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
            (vec![-0.25, 0.5], (-0.4, 0.6), vec![-0.4, 0.0, 0.4]),
            (vec![7_800.0], (0.0, 8_000.0), vec![0.0, 4_000.0, 8_000.0]),
            (vec![5_200.0], (0.0, 6_000.0), vec![0.0, 2_000.0, 4_000.0, 6_000.0]),
            (vec![], (0.0, 0.0), vec![]),
        ] {
            let scale = NumberScale::around(values.iter().copied(), 10.0, 110.0);
            assert!((scale.least - ends.0).abs() < 1e-9 && (scale.most - ends.1).abs() < 1e-9, "{scale:?}");
            assert!(values.iter().all(|value| (10.0..=110.0).contains(&scale.px(*value))), "{values:?}");
            if !values.is_empty() {
                let same = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9;
                let found = scale.ticks(4);
                assert!(found.len() == ticks.len() && found.iter().zip(&ticks).all(same), "{found:?}");
            }
        }
    }
}
