//! Ticks of the time axis: from every day to every twenty years, as many as have room.

use super::{TimeScale, TEXT_CSS_PX};
use crate::text::{Day, Measure, Strings};

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
/// Between two labels.
const LABEL_GAP: f64 = 7.0;
/// How far a label may reach beyond the ends of the plot: to the left over the gutter, where there is one.
const ROOM_AT_EDGES: (f64, f64) = (20.0, 8.0);

/// Ticks within the scale's window at least `room_css_px` apart, with labels where they have room.
pub fn ticks(scale: &TimeScale, room_css_px: f64, strings: &Strings, measure: &dyn Measure) -> Vec<Tick> {
    let room_days = room_css_px / scale.px_per_day();
    let window = scale.window();
    let mut ticks = match STEPS_DAYS.iter().find(|step| f64::from(**step) >= room_days * 1.4) {
        Some(step) => day_ticks(scale, window, *step, strings),
        None => {
            let fits = |months: &&i32| f64::from(**months) * 30.4 >= room_days;
            let months = STEPS_MONTHS.iter().find(fits).copied().unwrap_or(1200);
            month_ticks(scale, window, months, strings)
        }
    };
    ticks.retain(|tick| tick.x >= scale.x0() - 0.5 && tick.x <= scale.x1() + 0.5);
    let mut free_from = (scale.x0() - ROOM_AT_EDGES.0).max(0.0);
    for tick in &mut ticks {
        let half = measure.width_css_px(&tick.label, TEXT_CSS_PX, false) / 2.0;
        if tick.x - half >= free_from && tick.x + half <= scale.x1() + ROOM_AT_EDGES.1 {
            free_from = tick.x + half + LABEL_GAP;
        } else {
            tick.label.clear();
        }
    }
    ticks
}

fn day_ticks(scale: &TimeScale, window: (Day, Day), step: i32, strings: &Strings) -> Vec<Tick> {
    let first = window.0 .0 + (step - window.0 .0.rem_euclid(step)) % step;
    let mut year_named = None;
    (first..=window.1 .0)
        .step_by(step.unsigned_abs() as usize)
        .map(|day| {
            let (year, month, date) = Day(day).ymd();
            let mut label = [&date.to_string(), " ", month_name(month, strings)].concat();
            // The year once at the left, and where a new one begins: without it a day is no date.
            let new_year = year_named != Some(year);
            if new_year {
                year_named = Some(year);
                label = [&label, " ", &year.to_string()].concat();
            }
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
