//! Some years as examples, side by side at the same size and scale: what changed with one side above the years, with the other
//! below them, and nothing weighed.

use super::moment_half::{HalfNeed, MomentHalf};
use super::text_line::{block, TextLine, LINE};
use super::{Anchor, Rect, TimeScale};
use crate::relations::MomentShown;
use crate::text::{Day, Measure, Strings};

/// Four in a row from this width, two from the other.
const FOUR_FROM: f64 = 900.0;
const TWO_FROM: f64 = 560.0;
/// Between panels.
const GAP: f64 = 24.0;
/// Between a title and what it names.
const UNDER_TITLE: f64 = 4.0;
/// Height of the years between the halves.
const AXIS: f64 = 20.0;

/// One moment as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentPanel {
    /// Its id in the plan.
    pub id: String,
    /// The whole panel.
    pub rect: Rect,
    /// What it is called, line by line.
    pub title: Vec<TextLine>,
    /// The band of the years.
    pub axis: Rect,
    /// Where a year begins or the last one ends.
    pub bounds: Vec<f64>,
    /// The years, in their middles.
    pub years: Vec<TextLine>,
    /// The first side above the years, the second below.
    pub halves: [MomentHalf; 2],
}

/// Where everything of the moments stands.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentsLayout {
    /// The whole picture.
    pub size: Rect,
    /// The moments, row by row.
    pub panels: Vec<MomentPanel>,
    /// The colours of the two sides among the palette's rows: the first two, unless a caller knows better.
    pub tints: [u8; 2],
}

impl MomentsLayout {
    /// Places the moments at a width; `sides` are the names of the two sides.
    pub fn new(
        moments: &[MomentShown],
        sides: [&str; 2],
        strings: &Strings,
        width_css_px: f64,
        measure: &dyn Measure,
    ) -> Self {
        let count = moments.len().max(1);
        let most = match width_css_px {
            w if w >= FOUR_FROM => 4,
            w if w >= TWO_FROM => 2,
            _ => 1,
        };
        let columns = count.div_ceil(count.div_ceil(most));
        let width = (width_css_px + GAP) / columns as f64 - GAP;
        let title = |moment: &MomentShown, x: f64, y: f64| {
            let id = &moment.moment.id;
            let words = strings.get("moment", &[id, ".title"].concat()).unwrap_or(id);
            block(words, true, (x, y + LINE / 2.0), width, measure)
        };
        // As high as the highest needs, so that all are of one size.
        let titles = moments.iter().map(|moment| title(moment, 0.0, 0.0).len()).max().unwrap_or(0);
        let scale = |moment: &MomentShown, x: f64| TimeScale::new(moment.moment.window, x, x + width);
        let needs = [0, 1].map(|n| {
            moments.iter().fold(HalfNeed::default(), |need, moment| {
                need.and(&HalfNeed::of(&moment.sides[n], sides[n], strings, &scale(moment, 0.0), measure))
            })
        });
        let top = titles as f64 * LINE + UNDER_TITLE;
        let height = top + needs[0].height() + AXIS + needs[1].height();
        let panels = moments.iter().enumerate().map(|(n, moment)| {
            let x = (n % columns) as f64 * (width + GAP);
            let y = (n / columns) as f64 * (height + GAP);
            let scale = scale(moment, x);
            let axis = Rect::new(x, y + top + needs[0].height(), width, AXIS);
            let (bounds, years) = years(moment.moment.window, &scale, &axis, measure);
            let half = |n: usize| {
                let room = if n == 0 {
                    Rect::new(x, y + top, width, needs[0].height())
                } else {
                    Rect::new(x, axis.bottom(), width, needs[1].height())
                };
                MomentHalf::new(&moment.sides[n], sides[n], strings, &scale, (&room, n == 0), measure)
            };
            MomentPanel {
                id: moment.moment.id.clone(),
                rect: Rect::new(x, y, width, height),
                title: title(moment, x, y),
                axis,
                bounds,
                years,
                halves: [half(0), half(1)],
            }
        });
        let panels: Vec<MomentPanel> = panels.collect();
        let bottom = panels.last().map_or(0.0, |panel| panel.rect.bottom());
        Self { size: Rect::new(0.0, 0.0, width_css_px, bottom.ceil()), panels, tints: [0, 1] }
    }
}

/// The bounds of the years in a window, and the years in words where they have room.
fn years(
    (first, last): (Day, Day),
    scale: &TimeScale,
    axis: &Rect,
    measure: &dyn Measure,
) -> (Vec<f64>, Vec<TextLine>) {
    let begins = |year: i32| Day::from_ymd(year, 1, 1).map_or(axis.x, |day| scale.start_px(day));
    let within = |x: f64| x.clamp(axis.x, axis.right());
    let years = first.ymd().0..=last.ymd().0;
    let mut bounds: Vec<f64> = years.clone().map(|year| within(begins(year))).collect();
    bounds.push(axis.right());
    let word = |year: i32| {
        let (from, to) = (within(begins(year)), within(begins(year + 1)));
        let at = (f64::midpoint(from, to), axis.y + axis.h / 2.0);
        let line = TextLine::new(year.to_string(), at, Anchor::Middle);
        (line.rect(measure).w <= to - from).then_some(line)
    };
    (bounds, years.filter_map(word).collect())
}
