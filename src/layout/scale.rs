//! The time scale: civil days to CSS pixels and back, linear.

use crate::text::Day;

/// What a day's position loses on the way to pixels and back is far less than this part of a day, which is a
/// tenth of a second: without it the beginning of a day may invert to the day before.
const ROUNDING_DAYS: f64 = 1e-6;

/// A linear scale from days to CSS pixels. The window's last day is included: it has a width of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    first_day: f64,
    day_after_last: f64,
    x0_css_px: f64,
    x1_css_px: f64,
}

impl TimeScale {
    /// A scale showing the days from `window.0` to `window.1`, both included, between two x positions.
    pub fn new(window: (Day, Day), x0_css_px: f64, x1_css_px: f64) -> Self {
        Self::between((f64::from(window.0 .0), f64::from(window.1 .0) + 1.0), x0_css_px, x1_css_px)
    }

    /// A scale between two moments in days since 1970-01-01, at least a day apart.
    pub fn between((from, until): (f64, f64), x0_css_px: f64, x1_css_px: f64) -> Self {
        let day_after_last = until.max(from + 1.0);
        Self { first_day: from, day_after_last, x0_css_px, x1_css_px: x1_css_px.max(x0_css_px + 1.0) }
    }

    /// The moment at an x position, in days; not bounded to the window.
    pub fn days_at(&self, x_css_px: f64) -> f64 {
        self.first_day + (x_css_px - self.x0_css_px) / self.px_per_day()
    }

    /// First and last day of which a part is shown.
    pub fn window(&self) -> (Day, Day) {
        (Day(self.first_day.floor() as i32), Day(self.day_after_last.ceil() as i32 - 1))
    }

    /// Width of one day in CSS pixels.
    pub fn px_per_day(&self) -> f64 {
        (self.x1_css_px - self.x0_css_px) / (self.day_after_last - self.first_day)
    }

    /// Where the beginning of a day stands; not bounded to the plot.
    pub fn px(&self, days: f64) -> f64 {
        self.x0_css_px + (days - self.first_day) * self.px_per_day()
    }

    /// Where the beginning of `day` stands.
    pub fn start_px(&self, day: Day) -> f64 {
        self.px(f64::from(day.0))
    }

    /// Where the end of `day` stands.
    pub fn end_px(&self, day: Day) -> f64 {
        self.px(f64::from(day.0) + 1.0)
    }

    /// Where the middle of `day` stands: a day's mark stands there.
    pub fn mid_px(&self, day: Day) -> f64 {
        self.px(f64::from(day.0) + 0.5)
    }

    /// The day at an x position, bounded to the window.
    pub fn day_at(&self, x_css_px: f64) -> Day {
        let days = self.days_at(x_css_px) + ROUNDING_DAYS;
        Day(days.clamp(self.first_day, self.day_after_last - 1.0).floor() as i32)
    }

    /// Left end of the plot.
    pub fn x0(&self) -> f64 {
        self.x0_css_px
    }

    /// Right end of the plot.
    pub fn x1(&self) -> f64 {
        self.x1_css_px
    }
}
