//! What does not depend on the window of time: which tie has which lane, how high each row is. Found at the scale of
//! all time, so that heights and lanes never change while the window moves; kept from frame to frame.

use super::bars::{self, bar_height, lane_height};
use super::marks::{self, MarkKind, MARK_PITCH, MOST_LEVELS};
use super::{TimeScale, TEXT_CSS_PX, WIDE_FROM_CSS_PX};
use crate::dossier::{Dossier, Side};
use crate::text::Measure;

/// Room left of the names of rows, for the sign that says whether a row is folded.
pub const FOLD_SIGN: f64 = 13.0;

/// The ties picture's lanes and heights for one width.
#[derive(Clone, Debug, PartialEq)]
pub struct TiesPlan {
    pub(super) width_css_px: f64,
    pub(super) wide: bool,
    /// Where time begins and ends.
    pub(super) x: (f64, f64),
    pub(super) rows: Vec<RowNeed>,
}

/// What a row needs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowNeed {
    pub(super) row: usize,
    pub(super) side: Side,
    pub(super) lanes: bars::Lanes,
    pub(super) events: Vec<usize>,
    pub(super) levels: usize,
    pub(super) name_width: f64,
}

impl RowNeed {
    pub(super) fn marks_height(&self) -> f64 {
        if self.levels == 0 {
            0.0
        } else {
            self.levels as f64 * MARK_PITCH + 5.0
        }
    }

    pub(super) fn bars_height(&self, wide: bool) -> f64 {
        let between = lane_height(wide) - bar_height(wide);
        (self.lanes.count as f64 * lane_height(wide) - between).max(0.0)
    }
}

impl TiesPlan {
    /// Packs lanes and counts levels for this width.
    pub fn new(dossier: &Dossier, width_css_px: f64, measure: &dyn Measure) -> Self {
        let wide = width_css_px >= WIDE_FROM_CSS_PX;
        let rows = &dossier.manifest.rows;
        let names: Vec<f64> =
            rows.iter().map(|row| name_width(row_name(dossier, &row.id), measure)).collect();
        let x = plot_ends(rows.iter().map(|row| row_name(dossier, &row.id)), width_css_px, measure);
        let whole = TimeScale::new(dossier.manifest.domain, x.0, x.1);
        let mut needs = Vec::with_capacity(rows.len());
        for ((row, of), name_width) in rows.iter().enumerate().zip(names) {
            let need = row_need(dossier, (row, of.side, name_width), &whole, measure);
            // The axis stays where there is nothing on it.
            if need.side == Side::Axis || need.lanes.count > 0 || need.levels > 0 {
                needs.push(need);
            }
        }
        Self { width_css_px, wide, x, rows: needs }
    }

    /// The width it was made for, CSS pixels.
    pub fn width_css_px(&self) -> f64 {
        self.width_css_px
    }
}

/// Where time begins and ends in a picture of this width, whose rows have these names: the pictures that share the rows share
/// their axis.
pub fn plot_ends<'a>(
    names: impl Iterator<Item = &'a str>,
    width_css_px: f64,
    measure: &dyn Measure,
) -> (f64, f64) {
    let wide = width_css_px >= WIDE_FROM_CSS_PX;
    let widest = names.map(|name| name_width(name, measure)).fold(0.0, f64::max);
    let gutter = if wide { widest + FOLD_SIGN + 18.0 } else { 8.0 };
    (gutter, (width_css_px - if wide { 14.0 } else { 8.0 }).max(gutter + 40.0))
}

fn row_name<'d>(dossier: &'d Dossier, id: &'d str) -> &'d str {
    dossier.strings.get("row", id).unwrap_or(id)
}

fn name_width(name: &str, measure: &dyn Measure) -> f64 {
    measure.width_css_px(name, TEXT_CSS_PX + 1.0, true)
}

fn row_need(
    dossier: &Dossier,
    (row, side, name_width): (usize, Side, f64),
    whole: &TimeScale,
    measure: &dyn Measure,
) -> RowNeed {
    let mut events: Vec<usize> = dossier
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| dossier.row_of_event(event) == row)
        .map(|(ix, _)| ix)
        .collect();
    marks::by_middle(dossier, &mut events);
    // A zoomed window can spread a cluster into a full stack, so a row with any cluster keeps room for one.
    let placed = marks::place(dossier, &events, whole);
    let clustered = placed.iter().any(|m| matches!(m.kind, MarkKind::Cluster(_)));
    let highest = placed.iter().map(|m| m.level + 1).max().unwrap_or(0);
    let levels = if clustered { MOST_LEVELS } else { highest.min(MOST_LEVELS) };
    let levels = if events.is_empty() { 0 } else { levels.max(1) };
    RowNeed { row, side, lanes: bars::pack(dossier, row, whole, measure), events, levels, name_width }
}
