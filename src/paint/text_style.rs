//! A text style for plotters backends that never measures: measuring through plotters would insert DOM
//! nodes on wasm and count bytes natively.

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle};

/// The font stack of everything drawn; a constant, because an invalid family would be ignored in silence.
pub(crate) const FONT_STACK: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

/// The CSS font a canvas draws with, exactly as plotters' canvas backend writes it; `size` in any unit it is
/// drawn in.
pub fn font(size: f64, bold: bool) -> String {
    [if bold { "bold" } else { "normal" }, " ", &size.to_string(), "px ", FONT_STACK].concat()
}

/// How one line of text is drawn; sizes in paint units.
pub(super) struct LineStyle {
    pub(super) color: BackendColor,
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) anchor: HPos,
}

/// Plotters asks for measures only in code paths that this crate does not use.
#[derive(Debug)]
pub(super) struct NotMeasured;

impl std::fmt::Display for NotMeasured {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("text is measured by text::Measure, never by plotters")
    }
}

impl std::error::Error for NotMeasured {}

impl BackendTextStyle for LineStyle {
    type FontError = NotMeasured;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        if self.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        }
    }

    fn anchor(&self) -> Pos {
        // Baselines differ between backends except at the middle.
        Pos::new(self.anchor, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FONT_STACK)
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        Err(NotMeasured)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        Err(NotMeasured)
    }
}
