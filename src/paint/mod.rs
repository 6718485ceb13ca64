//! How is it drawn? A scene's shapes onto any plotters `DrawingBackend`, in sixteenths of a CSS pixel.
//! The backend is called directly: no charts, no fonts, no size asked of it.

mod painter;
mod palette;
pub mod svg;
mod svg_styles;
mod text_style;
mod theme;

pub use painter::{paint, BackendProfile, PaintError, UNITS_PER_CSS_PX};
pub use palette::Palette;
pub use text_style::font;
pub use theme::{Rgb, Theme};
