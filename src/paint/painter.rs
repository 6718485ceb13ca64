//! Shapes onto a backend. Coordinates are sixteenths of a CSS pixel, because plotters draws in integers:
//! the edge sets a transform of dpr/16, so drawings are the same at every device pixel ratio.

use super::palette::Palette;
use super::text_style::LineStyle;
use crate::layout::Anchor;
use crate::scene::{Colour, Shape, Stroke};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend};

/// Paint units in one CSS pixel.
pub const UNITS_PER_CSS_PX: f64 = 16.0;

/// The farthest a coordinate may be from the origin, in units: far beyond any picture, far within `i32`.
const FARTHEST: f64 = 1e8;

/// In what a backend differs from the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BackendProfile {
    /// What a text size is multiplied by, so that it comes out right (plotters' SVG divides by 1.24).
    pub text_scale: f64,
    /// Whether halos are painted; SVG leaves them to its stylesheet, which needs no text twice.
    pub halos: bool,
}

impl BackendProfile {
    /// `plotters_canvas::CanvasBackend`.
    pub const CANVAS: Self = Self { text_scale: 1.0, halos: true };
    /// `plotters::backend::SVGBackend`.
    pub const SVG: Self = Self { text_scale: 1.24, halos: false };
}

/// What a backend refused to draw. Plotters' own errors are often empty, so this says which operation it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaintError {
    /// The operation: `rect`, `line`, `ring`, `circle` or `text`.
    pub operation: &'static str,
    /// What the backend said.
    pub detail: String,
}

impl std::fmt::Display for PaintError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("paint: the canvas refused a ")?;
        f.write_str(self.operation)?;
        f.write_str(": ")?;
        f.write_str(&self.detail)
    }
}

impl std::error::Error for PaintError {}

struct Pen {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// Draws the shapes in order.
pub fn paint<B: DrawingBackend>(
    shapes: &[Shape],
    palette: &Palette,
    profile: &BackendProfile,
    backend: &mut B,
) -> Result<(), PaintError> {
    let mut brush = Brush { palette, profile, backend };
    shapes.iter().try_for_each(|shape| brush.shape(shape))
}

struct Brush<'a, B: DrawingBackend> {
    palette: &'a Palette,
    profile: &'a BackendProfile,
    backend: &'a mut B,
}

impl<B: DrawingBackend> Brush<'_, B> {
    fn shape(&mut self, shape: &Shape) -> Result<(), PaintError> {
        match shape {
            Shape::Rect { rect, fill } => {
                let (from, to) = (units((rect.x, rect.y)), units((rect.right(), rect.bottom())));
                let color = self.color(*fill);
                self.backend.draw_rect(from, to, &color, true).map_err(|e| failed("rect", e))
            }
            Shape::Polyline { points, stroke } => self.line(points, false, stroke),
            Shape::Ring { points, fill, stroke } => {
                if let Some(fill) = fill {
                    let color = self.color(*fill);
                    let path = points.iter().map(|p| units(*p));
                    self.backend.fill_polygon(path, &color).map_err(|e| failed("ring", e))?;
                }
                stroke.map_or(Ok(()), |stroke| self.line(points, true, &stroke))
            }
            Shape::Circle { at, radius, fill, stroke } => {
                let radius = length(*radius);
                if let Some(fill) = fill {
                    let color = self.color(*fill);
                    self.backend
                        .draw_circle(units(*at), radius, &color, true)
                        .map_err(|e| failed("circle", e))?;
                }
                let Some(stroke) = stroke else { return Ok(()) };
                let pen = self.pen(stroke);
                self.backend.draw_circle(units(*at), radius, &pen, false).map_err(|e| failed("circle", e))
            }
            Shape::Text { at, anchor, text, size_css_px, bold, colour, halo } => {
                let mut style = LineStyle {
                    color: self.color(*colour),
                    size: (size_css_px * UNITS_PER_CSS_PX * self.profile.text_scale).clamp(1.0, 4000.0),
                    bold: *bold,
                    anchor: match anchor {
                        Anchor::Start => HPos::Left,
                        Anchor::Middle => HPos::Center,
                        Anchor::End => HPos::Right,
                    },
                };
                if let Some(halo) = halo.filter(|_| self.profile.halos) {
                    let ink = std::mem::replace(&mut style.color, self.color(halo));
                    for (dx, dy) in AROUND {
                        let at = units((at.0 + dx * 1.5, at.1 + dy * 1.5));
                        self.backend.draw_text(text, &style, at).map_err(|e| failed("text", e))?;
                    }
                    style.color = ink;
                }
                self.backend.draw_text(text, &style, units(*at)).map_err(|e| failed("text", e))
            }
        }
    }

    fn line(&mut self, points: &[(f64, f64)], closed: bool, stroke: &Stroke) -> Result<(), PaintError> {
        // plotters does not close a path: a ring repeats its first point.
        let end = points.first().filter(|_| closed);
        let path = points.iter().chain(end).map(|p| units(*p));
        let pen = self.pen(stroke);
        self.backend.draw_path(path, &pen).map_err(|e| failed("line", e))
    }

    fn pen(&self, stroke: &Stroke) -> Pen {
        Pen { color: self.color(stroke.colour), width: length(stroke.width_css_px).max(1) }
    }

    fn color(&self, colour: Colour) -> BackendColor {
        // A value that is not finite would be ignored by a canvas, which then keeps the colour before.
        let alpha = if colour.alpha.is_finite() { colour.alpha.clamp(0.0, 1.0) } else { 1.0 };
        BackendColor { alpha, rgb: self.palette.rgb(colour.ink) }
    }
}

/// Four directions around a point: strokes of letters are wide enough that four more would not be seen, and texts are
/// what a frame of the map spends most on.
const AROUND: [(f64, f64); 4] = [(0.8, 0.8), (-0.8, 0.8), (-0.8, -0.8), (0.8, -0.8)];

fn units((x, y): (f64, f64)) -> BackendCoord {
    let unit = |v: f64| (v * UNITS_PER_CSS_PX).round().clamp(-FARTHEST, FARTHEST) as i32;
    (unit(x), unit(y))
}

fn length(css_px: f64) -> u32 {
    (css_px * UNITS_PER_CSS_PX).round().clamp(0.0, FARTHEST) as u32
}

fn failed<E: std::fmt::Display>(operation: &'static str, error: E) -> PaintError {
    PaintError { operation, detail: error.to_string() }
}
