//! What stands where? State and a size in, rectangles, axes and placed labels out.
//! Coordinates are CSS pixels, y down, origin at the picture's top left. Uses everything up to `model`.

mod axis;
mod bars;
mod figure;
mod ground;
mod labels;
mod map;
mod map_labels;
mod marks;
mod number_scale;
mod plan;
mod rect;
mod scale;
mod series;
mod ties;

pub use axis::{ticks, Tick};
pub use bars::{Bar, BarName};
pub use figure::{FigureDot, FigureLayout, NUMBER_FROM_DOT};
pub use ground::{Ground, NamePlace};
pub use labels::{place_labels, Anchor, Candidate, PlacedLabel, Wanted};
pub use map::{BaseMark, MapLayout, Pointer, ScaleBar, SelectedPlace, PLACE_RADIUS};
pub use marks::{Extent, Mark, MarkKind, MARK_RADIUS};
pub use number_scale::NumberScale;
pub use plan::{TiesPlan, FOLD_SIGN};
pub use rect::Rect;
pub use scale::TimeScale;
pub use series::{SeriesLayout, SeriesPanel};
pub use ties::{RowBand, TiesLayout};

/// Text size of everything drawn, in CSS pixels: the smallest that is comfortable to read.
pub const TEXT_CSS_PX: f64 = 12.0;

/// The container width from which the pictures use their wide form, in CSS pixels.
pub const WIDE_FROM_CSS_PX: f64 = 600.0;
