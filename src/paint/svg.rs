//! The pictures as SVG documents: for the page before any script, for goldens, for download.

use super::{paint, BackendProfile, PaintError, Palette, Theme, UNITS_PER_CSS_PX};
use crate::dossier::{Dossier, Figure, Series};
use crate::layout::{FigureLayout, Ground, MapLayout, SeriesLayout, TiesLayout};
use crate::model::State;
use crate::scene::{figure_scene, map_scene, series_scene, ties_scene, Ink, Scene};
use crate::text::{Measure, TableMeasure};
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

/// CSS that gives the pictures their dark colours and the map's words their halo.
///
/// plotters writes colours as attributes; every value of the light palette is unlike the others, so a rule
/// for that value restyles its role.
pub fn stylesheet() -> String {
    let (light, dark) = (Palette::of(Theme::Light), Palette::of(Theme::Dark));
    let mut rules = String::new();
    for ink in Palette::roles() {
        let (from, to) = (hex(light.rgb(ink)), hex(dark.rgb(ink)));
        for property in ["fill", "stroke"] {
            rules += &format!("SCOPE svg [{property}=\"{from}\"]{{{property}:{to}}}\n");
        }
    }
    rules += &format!("SCOPE svg.ux-map text{{stroke:{}}}\n", hex(dark.rgb(Ink::Land)));
    let halo = format!(
        "svg.ux-map text{{paint-order:stroke;stroke:{};stroke-width:{}px}}\n",
        hex(light.rgb(Ink::Land)),
        (3.0 * UNITS_PER_CSS_PX) as u32
    );
    // The element's own attribute, the page's, and else the system decide, in this order.
    let by_choice = rules.replace(
        "SCOPE",
        ":is(us-uz-explainer[theme=\"dark\"],:root[data-theme=\"dark\"] :not([theme=\"light\"]))",
    );
    let by_system =
        rules.replace("SCOPE", ":root:not([data-theme=\"light\"]) us-uz-explainer:not([theme=\"light\"])");
    [&halo, &by_choice, "@media (prefers-color-scheme: dark){\n", &by_system, "}\n"].concat()
}

/// The same for the drawings of the pages beside the explainer, which follow the system alone.
pub fn stylesheet_of_pages() -> String {
    let (light, dark) = (Palette::of(Theme::Light), Palette::of(Theme::Dark));
    let mut rules = String::from("@media screen and (prefers-color-scheme: dark){\n");
    for ink in [Ink::Surface, Ink::Text, Ink::Muted, Ink::Grid] {
        let (from, to) = (hex(light.rgb(ink)), hex(dark.rgb(ink)));
        for property in ["fill", "stroke"] {
            rules += &format!(".ux-doc svg [{property}=\"{from}\"]{{{property}:{to}}}\n");
        }
    }
    rules + "}\n"
}

fn hex((r, g, b): super::Rgb) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&apos;")
}
