//! The pictures as SVG documents: for the page before any script, for goldens, for download.

pub use super::svg_styles::{stylesheet, stylesheet_of_pages};
use super::{paint, BackendProfile, PaintError, Palette, Theme, UNITS_PER_CSS_PX};
use crate::dossier::{Dossier, Figure, Series};
use crate::layout::{FigureLayout, Ground, MapLayout, SeriesLayout, TiesLayout};
use crate::layout::{MomentsLayout, ScatterLayout, ScoresLayout};
use crate::model::{State, TestView};
use crate::relations::{MomentShown, Tested};
use crate::scene::{figure_scene, map_scene, moments_scene, scatter_scene, scores_scene, series_scene};
use crate::scene::{ties_scene, Scene};
use crate::text::{Measure, Strings, TableMeasure};
use plotters::backend::SVGBackend;

/// The built-in widths with room to spare: which face a reader's system will choose is not known.
struct Roomy;

impl Measure for Roomy {
    fn width_css_px(&self, text: &str, size_css_px: f64, bold: bool) -> f64 {
        1.12 * TableMeasure.width_css_px(text, size_css_px, bold)
    }
}

/// The ties picture at a width in CSS pixels; the height follows.
pub fn ties(dossier: &Dossier, state: &State, width_css_px: f64) -> Result<String, PaintError> {
    let layout = TiesLayout::new(state, dossier, width_css_px, &Roomy);
    let scene = ties_scene(state, dossier, &layout, &Roomy);
    document(&scene, "ux-ties", dossier.strings.ui("ties-picture"), Theme::Light)
}

/// The map picture at a size in CSS pixels.
pub fn map(
    dossier: &Dossier,
    state: &State,
    width_css_px: f64,
    height_css_px: f64,
) -> Result<String, PaintError> {
    let ground = Ground::new(dossier);
    let size = (width_css_px, height_css_px);
    let layout = MapLayout::new(state, dossier, &ground, size, &Roomy);
    let scene = map_scene(state, dossier, &ground, &layout);
    document(&scene, "ux-map", dossier.strings.ui("map-picture"), Theme::Light)
}

/// A figure of the article at a width in CSS pixels.
pub fn figure(dossier: &Dossier, figure: &Figure, width_css_px: f64) -> Result<String, PaintError> {
    let layout = FigureLayout::new(figure, dossier, width_css_px, &Roomy);
    let name = dossier.strings.get("figure", &[&figure.id, ".title"].concat()).unwrap_or("");
    document(&figure_scene(&layout), "ux-drawing", name, Theme::Light)
}

/// A series at a width in CSS pixels.
pub fn series(dossier: &Dossier, series: &Series, width_css_px: f64) -> Result<String, PaintError> {
    let layout = SeriesLayout::new(series, dossier, width_css_px, &Roomy);
    let name = dossier.title("series", &[&series.id, ".title"].concat()).to_owned();
    document(&series_scene(&layout), "ux-drawing", &name, Theme::Light)
}

/// The yearly scores at a width in CSS pixels; the height follows.
pub fn scores(
    tested: &Tested,
    strings: &Strings,
    view: &TestView,
    width_css_px: f64,
) -> Result<String, PaintError> {
    let layout = ScoresLayout::new(view, tested, strings, width_css_px, &Roomy);
    document(&scores_scene(&layout), "ux-drawing", panel_name(strings, "scores-picture"), Theme::Light)
}

/// The steps against each other at a size in CSS pixels.
pub fn scatter(
    tested: &Tested,
    strings: &Strings,
    view: &TestView,
    size: (f64, f64),
) -> Result<String, PaintError> {
    let layout = ScatterLayout::new(view, tested, strings, size, &Roomy);
    document(&scatter_scene(&layout), "ux-drawing", panel_name(strings, "scatter-picture"), Theme::Light)
}

/// The moments at a width in CSS pixels; the height follows.
pub fn moments(
    moments: &[MomentShown],
    sides: [&str; 2],
    strings: &Strings,
    width_css_px: f64,
) -> Result<String, PaintError> {
    let layout = MomentsLayout::new(moments, sides, strings, width_css_px, &Roomy);
    document(&moments_scene(&layout), "ux-drawing", panel_name(strings, "moments-picture"), Theme::Light)
}

fn panel_name<'s>(strings: &'s Strings, key: &str) -> &'s str {
    strings.get("test", key).unwrap_or("")
}

/// A scene as one SVG element with a name for those who hear it.
///
/// plotters writes width, height and viewBox in paint units and neither name nor role, so the root element is
/// written anew; the rest stays as plotters wrote it, less what is said by default.
pub fn document(scene: &Scene, class: &str, name: &str, theme: Theme) -> Result<String, PaintError> {
    let units = |css_px: f64| (css_px * UNITS_PER_CSS_PX).round() as u32;
    let (width, height) = (units(scene.size.w), units(scene.size.h));
    let mut buffer = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut buffer, (width, height));
        let palette = Palette::of(theme);
        paint(&scene.base, &palette, &BackendProfile::SVG, &mut backend)?;
        paint(&scene.overlay, &palette, &BackendProfile::SVG, &mut backend)?;
    }
    let body = buffer.split_once('>').map_or("", |(_, body)| body);
    let body = body
        .replace(" opacity=\"1\"", "")
        .replace(" stroke=\"none\"", "")
        .replace(" stroke-width=\"1\"/>", "/>")
        .replace(" \"/>", "\"/>")
        .replace(&[" font-family=\"", &escaped(super::text_style::FONT_STACK), "\""].concat(), "");
    let body = fill_and_stroke_as_one(&body);
    let root = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" viewBox=\"0 0 {width} {height}\" \
         width=\"{}\" height=\"{}\" role=\"img\" aria-label=\"{}\" font-family=\"{}\" \
         stroke-linejoin=\"round\" stroke-linecap=\"round\">",
        scene.size.w,
        scene.size.h,
        escaped(name),
        escaped(super::text_style::FONT_STACK),
    );
    Ok([&root, body.trim_end()].concat())
}

/// A ring that is filled and then stroked comes as two elements with the same points: one will do, where both
/// are equally opaque.
fn fill_and_stroke_as_one(body: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in body.lines() {
        let merged = out.last().and_then(|before| merge(before, line));
        match (merged, out.last_mut()) {
            (Some(merged), Some(last)) => *last = merged,
            _ => out.push(line.to_owned()),
        }
    }
    out.join("\n")
}

fn merge(polygon: &str, polyline: &str) -> Option<String> {
    let start = polygon.strip_prefix("<polygon")?.strip_suffix("\"/>")?;
    let (fill, ring) = start.split_once(" points=\"")?;
    let stroked = polyline.strip_prefix("<polyline fill=\"none\"")?.strip_suffix("\"/>")?;
    let (stroke, line) = stroked.split_once(" points=\"")?;
    let closed = line.strip_prefix(ring)?.trim_start();
    let faint = fill.contains("opacity") || stroke.contains("opacity");
    (!faint && ring.starts_with(closed))
        .then(|| ["<polygon", fill, stroke, " points=\"", ring, "\"/>"].concat())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&apos;")
}
