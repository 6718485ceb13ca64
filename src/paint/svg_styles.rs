//! The styles that drawings stored as SVG need: dark colours, and the halo of words on the map.

use super::{Palette, Theme, UNITS_PER_CSS_PX};
use crate::scene::Ink;

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
    for ink in Palette::roles() {
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
