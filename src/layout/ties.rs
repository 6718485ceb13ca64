//! The ties picture: rows above and below one time axis, each with bars in lanes and a band of marks.

use super::bars::{self, bar_height, lane_height, Bar};
use super::marks::{self, Mark, MarkKind, MARK_PITCH, MARK_RADIUS, MOST_LEVELS};
use super::{ticks, Rect, Tick, TimeScale, TEXT_CSS_PX, WIDE_FROM_CSS_PX};
use crate::dossier::{Dossier, Side};
use crate::model::{State, Target};
use crate::text::{Day, Measure};

/// Room at the top for the cursor's date.
const TOP: f64 = 24.0;
/// Room at the bottom for the words on the line where the article ends.
const BOTTOM: f64 = 18.0;
/// Height of a row's name where it stands above its row.
const HEADING: f64 = 18.0;
/// Height of the axis' labels.
const AXIS_LABELS: f64 = 19.0;
/// Between two rows.
const ROW_GAP: f64 = 9.0;
/// Room between tick labels.
const TICK_ROOM: f64 = 42.0;

/// One row as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct RowBand {
    /// Index into the manifest's rows.
    pub row: usize,
    /// The whole row.
    pub rect: Rect,
    /// Left end and middle height of its name.
    pub name_at: (f64, f64),
    /// Its bars.
    pub bars: Vec<Bar>,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// The ties picture as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct TiesLayout {
    /// The whole picture.
    pub size: Rect,
    /// Where time runs: from the first to the last day of the window, over the full height.
    pub plot: Rect,
    /// The axis band with the tick labels.
    pub axis: Rect,
    /// The time scale.
    pub scale: TimeScale,
    /// Ticks, left to right.
    pub ticks: Vec<Tick>,
    /// Rows, top to bottom.
    pub rows: Vec<RowBand>,
    /// Where the cursor stands, if in the window.
    pub cursor_x: Option<f64>,
    /// Where the article ends, if in the window.
    pub article_x: Option<f64>,
}

/// What a row needs, found at the scale of the whole domain so that heights never change with the window.
struct RowNeed {
    row: usize,
    side: Side,
    lanes: bars::Lanes,
    events: Vec<usize>,
    levels: usize,
}

impl RowNeed {
    fn marks_height(&self) -> f64 {
        if self.levels == 0 {
            0.0
        } else {
            self.levels as f64 * MARK_PITCH + 5.0
        }
    }

    fn bars_height(&self, wide: bool) -> f64 {
        let between = lane_height(wide) - bar_height(wide);
        (self.lanes.count as f64 * lane_height(wide) - between).max(0.0)
    }
}

impl TiesLayout {
    /// The height the picture wants at a width, CSS pixels; the same for every window.
    pub fn height_for(dossier: &Dossier, width_css_px: f64, measure: &dyn Measure) -> f64 {
        let state = State::first(dossier);
        Self::new(&state, dossier, width_css_px, measure).size.h
    }

    /// Places everything at this width; the height follows.
    pub fn new(state: &State, dossier: &Dossier, width_css_px: f64, measure: &dyn Measure) -> Self {
        let wide = width_css_px >= WIDE_FROM_CSS_PX;
        let gutter = if wide { row_names_width(dossier, measure) + 18.0 } else { 8.0 };
        let (x0, x1) = (gutter, (width_css_px - if wide { 14.0 } else { 8.0 }).max(gutter + 40.0));
        let scale = TimeScale::new(state.view.window, x0, x1);
        let whole = TimeScale::new(dossier.manifest.domain, x0, x1);
        let needs: Vec<RowNeed> = dossier
            .manifest
            .rows
            .iter()
            .enumerate()
            .map(|(row, r)| row_need(dossier, row, r.side, &whole, measure))
            .collect();

        let mut y = TOP;
        let mut rows = Vec::with_capacity(needs.len());
        let mut axis = Rect::default();
        for need in &needs {
            if need.side != Side::Axis && need.lanes.count == 0 && need.levels == 0 {
                continue;
            }
            let top = y;
            let heading = if wide { 0.0 } else { HEADING };
            let (marks_h, bars_h) = (need.marks_height(), need.bars_height(wide));
            let inner = if marks_h > 0.0 && bars_h > 0.0 { 3.0 } else { 0.0 };
            // Above the axis the marks stand under the bars, below it over them: always next to time.
            let (bars_y, marks_y) = match need.side {
                Side::Above => (top + heading, top + heading + bars_h + inner),
                Side::Axis => (top, top + heading),
                Side::Below => (top + heading + marks_h + inner, top + heading),
            };
            let lanes = need.lanes.count;
            let lane_y = |lane: usize| {
                let nth = if need.side == Side::Above { lanes - 1 - lane.min(lanes - 1) } else { lane };
                bars_y + nth as f64 * lane_height(wide)
            };
            let bars = bars::place(dossier, &need.lanes, &scale, measure, bar_height(wide), &lane_y);
            let mut marks = marks::place(dossier, &need.events, &scale);
            for mark in &mut marks {
                mark.y = mark_y(mark, need.side, marks_y, marks_h);
            }
            let height = heading + marks_h + inner + bars_h;
            let axis_labels = if need.side == Side::Axis { AXIS_LABELS } else { 0.0 };
            let rect = Rect::new(0.0, top, width_css_px, height + axis_labels);
            if need.side == Side::Axis {
                axis = Rect::new(x0, top + height, x1 - x0, AXIS_LABELS);
            }
            let middle = if wide { top + (height / 2.0).max(7.0) } else { top + HEADING / 2.0 };
            rows.push(RowBand { row: need.row, rect, name_at: (8.0, middle), bars, marks });
            y = rect.bottom() + ROW_GAP;
        }
        let size = Rect::new(0.0, 0.0, width_css_px, (y - ROW_GAP + BOTTOM).ceil());
        let plot = Rect::new(x0, TOP, x1 - x0, size.h - TOP - BOTTOM);
        let in_window =
            |day: Day| (day >= state.view.window.0 && day <= state.view.window.1).then(|| scale.mid_px(day));
        Self {
            size,
            plot,
            axis,
            scale,
            ticks: ticks(&scale, state.view.window, TICK_ROOM, &dossier.strings),
            rows,
            cursor_x: in_window(state.view.cursor),
            article_x: in_window(dossier.manifest.article.written.latest),
        }
    }

    /// The moment under a point of the plot.
    pub fn invert(&self, x_css_px: f64, y_css_px: f64) -> Option<Target> {
        let inside = self.plot.grown(4.0).distance_to(x_css_px, y_css_px) <= 0.0;
        inside.then(|| Target::Time(self.scale.day_at(x_css_px)))
    }

    /// Where an event's own mark stands, or the cluster that holds it: (x, y).
    pub fn mark_of(&self, event: usize) -> Option<(f64, f64)> {
        self.rows.iter().flat_map(|row| &row.marks).find_map(|mark| {
            let holds = match &mark.kind {
                MarkKind::Single(ix) => *ix == event,
                MarkKind::Cluster(events) => events.contains(&event),
            };
            holds.then_some((mark.x, mark.y))
        })
    }
}

fn row_names_width(dossier: &Dossier, measure: &dyn Measure) -> f64 {
    let width = |id: &str| {
        let name = dossier.strings.get("row", id).unwrap_or(id);
        measure.width_css_px(name, TEXT_CSS_PX + 1.0, true)
    };
    dossier.manifest.rows.iter().map(|row| width(&row.id)).fold(0.0, f64::max)
}

fn row_need(dossier: &Dossier, row: usize, side: Side, whole: &TimeScale, measure: &dyn Measure) -> RowNeed {
    let events: Vec<usize> = dossier
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| dossier.row_of_event(event) == row)
        .map(|(ix, _)| ix)
        .collect();
    // A zoomed window can spread a cluster into a full stack, so a row with any overlap keeps room for one.
    let placed = marks::place(dossier, &events, whole);
    let overlaps = placed.iter().any(|m| m.level > 0 || matches!(m.kind, MarkKind::Cluster(_)));
    let levels = match (events.is_empty(), overlaps) {
        (true, _) => 0,
        (false, false) => 1,
        (false, true) => {
            let high = placed.iter().map(|m| m.level + 1).max().unwrap_or(1);
            let clustered = placed.iter().any(|m| matches!(m.kind, MarkKind::Cluster(_)));
            if clustered {
                MOST_LEVELS
            } else {
                high.min(MOST_LEVELS)
            }
        }
    };
    RowNeed { row, side, lanes: bars::pack(dossier, row, whole, measure), events, levels }
}

fn mark_y(mark: &Mark, side: Side, marks_y: f64, marks_h: f64) -> f64 {
    let step = mark.level as f64 * MARK_PITCH;
    match (&mark.kind, side) {
        (MarkKind::Cluster(_), _) => marks_y + marks_h / 2.0,
        (MarkKind::Single(_), Side::Below) => marks_y + MARK_RADIUS + 2.0 + step,
        (MarkKind::Single(_), _) => marks_y + marks_h - MARK_RADIUS - 2.0 - step,
    }
}
