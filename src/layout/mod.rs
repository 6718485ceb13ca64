//! What stands where? State and a size in, rectangles, axes and placed labels out.
//! Coordinates are CSS pixels, y down, origin at the picture's top left. Uses everything up to `model`.

mod axis;
mod bars;
mod column;
mod curve_labels;
mod curves;
mod figure;
mod free_numbers;
mod ground;
mod labels;
mod map;
mod map_labels;
mod marks;
mod moment_half;
mod moments;
mod number_scale;
mod plan;
mod rect;
mod scale;
mod scatter;
mod scatter_labels;
mod score_row;
mod score_strip;
mod scores;
mod series;
mod stock_curves;
mod text_line;
mod ties;

pub use axis::{ticks, Tick};
pub use bars::{Bar, BarName};
pub use column::{Column, CountMark, COUNT_DOT};
pub use curve_labels::{KinkLabel, NAME_SAMPLE};
pub use curves::{Curve, CurveBand};
pub use figure::{FigureDot, FigureLayout, NUMBER_FROM_DOT};
pub use ground::{Ground, NamePlace};
pub use labels::{place_labels, Anchor, Candidate, PlacedLabel, Wanted};
pub use map::{BaseMark, MapLayout, Pointer, ScaleBar, SelectedPlace, PLACE_RADIUS};
pub use marks::{Extent, Mark, MarkKind, MARK_RADIUS};
pub use moment_half::{MomentBar, MomentHalf, MomentMark, MOMENT_MARK};
pub use moments::{MomentPanel, MomentsLayout};
pub use number_scale::NumberScale;
pub use plan::{plot_ends, TiesPlan, FOLD_SIGN};
pub use rect::Rect;
pub use scale::TimeScale;
pub use scatter::{ScatterLayout, ScatterPoint, CHOSEN_RING, GROUP_RING, POINT};
pub use score_row::ScoreRow;
pub use score_strip::{StepKind, StepMark, StepStrip};
pub use scores::{ChosenYear, ScoresLayout};
pub use series::{SeriesLayout, SeriesPanel};
pub use stock_curves::{Kink, SideStock, StockCurves};
pub use text_line::TextLine;
pub use ties::{RowBand, TiesLayout};

/// Text size of everything drawn, in CSS pixels: the smallest that is comfortable to read.
pub const TEXT_CSS_PX: f64 = 12.0;

/// The container width from which the pictures use their wide form, in CSS pixels.
pub const WIDE_FROM_CSS_PX: f64 = 600.0;
