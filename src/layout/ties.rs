//! The ties picture: rows above and below one time axis, each with bars in lanes and a band of marks.

use super::bars::{self, bar_height, lane_height, Bar};
use super::marks::{self, Mark, MarkKind, MARK_PITCH, MARK_RADIUS};
use super::plan::{RowNeed, TiesPlan, FOLD_SIGN};
use super::{ticks, Rect, Tick, TimeScale};
use crate::dossier::{Dossier, Side};
use crate::model::{Chosen, Filter, Found, State, Target};
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
/// Height of the area of a row's name that answers a pointer (WCAG 2.2, 2.5.8: at least 24 CSS px).
const NAME_AREA: f64 = 24.0;
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
    /// The area of its name that folds and unfolds it.
    pub name: Rect,
    /// Only the name and a strip are shown.
    pub folded: bool,
    /// Where events stand in a folded row.
    pub strip: Vec<f64>,
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
    /// Ticks, left to right; those without room for a label have an empty one.
    pub ticks: Vec<Tick>,
    /// Rows, top to bottom.
    pub rows: Vec<RowBand>,
    /// Where the cursor stands, if in the window.
    pub cursor_x: Option<f64>,
    /// Where the article ends, if in the window.
    pub article_x: Option<f64>,
    /// What of the state it was placed for.
    placed_for: PlacedFor,
}

/// All of the state that decides where things stand, but the cursor.
#[derive(Clone, Debug, PartialEq)]
struct PlacedFor {
    days: (f64, f64),
    filter: Filter,
    folded: Chosen,
    found: Option<Found>,
}

impl PlacedFor {
    fn of(State { view, motion }: &State) -> Self {
        let (days, found) = (motion.shown.days, motion.found.clone());
        Self { days, filter: view.filter, folded: view.folded, found }
    }
}

impl TiesLayout {
    /// The height the picture wants at a width in this state, CSS pixels; the same for every window.
    pub fn height_for(state: &State, dossier: &Dossier, width_css_px: f64, measure: &dyn Measure) -> f64 {
        Self::new(state, dossier, width_css_px, measure).size.h
    }

    /// Places everything at this width; the height follows.
    pub fn new(state: &State, dossier: &Dossier, width_css_px: f64, measure: &dyn Measure) -> Self {
        Self::by_plan(&TiesPlan::new(dossier, width_css_px, measure), state, dossier, measure)
    }

    /// Places everything by a plan that was made for this dossier.
    pub fn by_plan(plan: &TiesPlan, state: &State, dossier: &Dossier, measure: &dyn Measure) -> Self {
        let (x0, x1) = plan.x;
        let scale = TimeScale::between(state.motion.shown.days, x0, x1);
        let mut y = TOP;
        let mut rows = Vec::with_capacity(plan.rows.len());
        let mut axis = Rect::default();
        for need in &plan.rows {
            let row = row_band(need, plan, state, dossier, &scale, y, measure);
            if need.side == Side::Axis {
                axis = Rect::new(x0, row.rect.bottom() - AXIS_LABELS, x1 - x0, AXIS_LABELS);
            }
            y = row.rect.bottom() + ROW_GAP;
            rows.push(row);
        }
        let size = Rect::new(0.0, 0.0, plan.width_css_px, (y - ROW_GAP + BOTTOM).ceil());
        let plot = Rect::new(x0, TOP, x1 - x0, size.h - TOP - BOTTOM);
        Self {
            size,
            plot,
            axis,
            scale,
            ticks: ticks(&scale, TICK_ROOM, &dossier.strings, measure),
            rows,
            cursor_x: in_plot(&scale, state.view.cursor),
            article_x: dossier.manifest.article.as_ref().and_then(|a| in_plot(&scale, a.written.latest)),
            placed_for: PlacedFor::of(state),
        }
    }

    /// The same picture after the state changed: only the cursor moves, where nothing else does. `self` must have been
    /// placed by this plan.
    pub fn follow(self, plan: &TiesPlan, state: &State, dossier: &Dossier, measure: &dyn Measure) -> Self {
        if self.placed_for == PlacedFor::of(state) {
            let cursor_x = in_plot(&self.scale, state.view.cursor);
            return Self { cursor_x, ..self };
        }
        Self::by_plan(plan, state, dossier, measure)
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

/// Where a day stands, if in the plot: of one of which the edge cuts off more than half the middle is outside.
fn in_plot(scale: &TimeScale, day: Day) -> Option<f64> {
    Some(scale.mid_px(day)).filter(|x| (scale.x0()..=scale.x1()).contains(x))
}

/// One row from `top` down.
fn row_band(
    need: &RowNeed,
    plan: &TiesPlan,
    state: &State,
    dossier: &Dossier,
    scale: &TimeScale,
    top: f64,
    measure: &dyn Measure,
) -> RowBand {
    let wide = plan.wide;
    let mut events = Vec::with_capacity(need.events.len());
    for ix in &need.events {
        if dossier.events.get(*ix).is_some_and(|event| state.shows_event(*ix, event)) {
            events.push(*ix);
        }
    }
    let folded = state.view.is_folded(need.row);
    let name = Rect::new(
        0.0,
        0.0,
        if wide { plan.x.0 - 6.0 } else { FOLD_SIGN + 10.0 + need.name_width },
        NAME_AREA,
    );
    if folded {
        let placed = marks::strip(dossier, &events, scale);
        let rect = Rect::new(0.0, top, plan.width_css_px, HEADING);
        let middle = top + HEADING / 2.0;
        let (bars, marks) = (Vec::new(), Vec::new());
        let name = Rect { y: middle - NAME_AREA / 2.0, ..name };
        return RowBand {
            row: need.row,
            rect,
            name_at: (8.0, middle),
            name,
            folded,
            strip: placed,
            bars,
            marks,
        };
    }
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
    let shows = |tie: usize| state.shows_tie(tie, dossier);
    let bars = bars::place(dossier, &need.lanes, scale, measure, bar_height(wide), &lane_y, &shows);
    let mut marks = marks::place(dossier, &events, scale);
    for mark in &mut marks {
        mark.y = mark_y(mark, need.side, marks_y, marks_h);
    }
    let height = heading + marks_h + inner + bars_h;
    let axis_labels = if need.side == Side::Axis { AXIS_LABELS } else { 0.0 };
    let rect = Rect::new(0.0, top, plan.width_css_px, height + axis_labels);
    let middle = if wide { top + (height / 2.0).max(7.0) } else { top + HEADING / 2.0 };
    let name = Rect { y: middle - NAME_AREA / 2.0, ..name };
    RowBand { row: need.row, rect, name_at: (8.0, middle), name, folded, strip: Vec::new(), bars, marks }
}

fn mark_y(mark: &Mark, side: Side, marks_y: f64, marks_h: f64) -> f64 {
    let step = mark.level as f64 * MARK_PITCH;
    match (&mark.kind, side) {
        (MarkKind::Cluster(_), _) => marks_y + marks_h / 2.0,
        (MarkKind::Single(_), Side::Below) => marks_y + MARK_RADIUS + 2.0 + step,
        (MarkKind::Single(_), _) => marks_y + marks_h - MARK_RADIUS - 2.0 - step,
    }
}
