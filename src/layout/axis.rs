//! Ticks of the time axis: from every day to every twenty years, as many as have room.

use super::TimeScale;
use crate::text::{Day, Strings};

/// One tick of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands, CSS pixels.
    pub x: f64,
    /// Its label, in the locale's words.
    pub label: String,
}

/// Calendar steps a tick may have, finest first: months, or years times twelve.
const STEPS_MONTHS: [i32; 9] = [1, 3, 6, 12, 24, 60, 120, 240, 600];
const STEPS_DAYS: [i32; 3] = [1, 2, 7];

/// Ticks within the scale's window at least `room_css_px` apart.
pub fn ticks(scale: &TimeScale, window: (Day, Day), room_css_px: f64, strings: &Strings) -> Vec<Tick> {
    let room_days = room_css_px / scale.px_per_day();
    if let Some(step) = STEPS_DAYS.iter().find(|step| f64::from(**step) >= room_days * 1.4) {
        return day_ticks(scale, window, *step, strings);
    }
    let fits = |months: &&i32| f64::from(**months) * 30.4 >= room_days;
    let months = STEPS_MONTHS.iter().find(fits).copied().unwrap_or(1200);
    month_ticks(scale, window, months, strings)
}

fn day_ticks(scale: &TimeScale, window: (Day, Day), step: i32, strings: &Strings) -> Vec<Tick> {
    let first = window.0 .0 + (step - window.0 .0.rem_euclid(step)) % step;
    (first..=window.1 .0)
        .step_by(step.unsigned_abs() as usize)
        .map(|day| {
            let (_, month, date) = Day(day).ymd();
            let label = [&date.to_string(), " ", month_name(month, strings)].concat();
            Tick { x: scale.start_px(Day(day)), label }
        })
        .collect()
}

fn month_ticks(scale: &TimeScale, window: (Day, Day), step: i32, strings: &Strings) -> Vec<Tick> {
    let (year, month, _) = window.0.ymd();
    let first = year * 12 + month as i32 - 1;
    let (last_year, last_month, _) = window.1.ymd();
    let last = last_year * 12 + last_month as i32 - 1;
    let aligned = first + (step - first.rem_euclid(step)) % step;
    (aligned..=last)
        .step_by(step.unsigned_abs() as usize)
        .filter_map(|months| {
            let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
            let day = Day::from_ymd(year, month, 1).filter(|day| *day >= window.0)?;
            let label = if step >= 12 {
                year.to_string()
            } else {
                [month_name(month, strings), " ", &year.to_string()].concat()
            };
            Some(Tick { x: scale.start_px(day), label })
        })
        .collect()
}

fn month_name(month: u32, strings: &Strings) -> &str {
    strings.get("date", ["month-abbr-", &month.to_string()].concat().as_str()).unwrap_or("")
}
