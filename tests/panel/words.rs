//! Words for the panel's pictures that do not wait for those of the dossier, and what a scene's words cover.

use us_uz_explainer::layout::{Anchor, Rect};
use us_uz_explainer::scene::{Scene, Shape};
use us_uz_explainer::text::{Measure, Sections, Strings, TableMeasure};

/// The pictures' words of the section `test`.
const TEST: [(&str, &str); 14] = [
    ("scores-picture", "Yearly scores of two sides"),
    ("scatter-picture", "Steps of two sides against each other"),
    ("moments-picture", "Years as examples"),
    ("scores-unit", "standard deviations"),
    ("scores-events", "events"),
    ("strip-opposite", "against each other"),
    ("strip-together", "together"),
    ("strip-still", "one stood still"),
    ("stock-title", "Stock, half-life {n} years"),
    ("scatter-axis", "{side}: change from the year before"),
    ("scatter-opposite", "against each other"),
    ("scatter-together", "together"),
    ("moment-throughout", "{n} ties all the time"),
    ("moment-unchanged", "no tie began or ended"),
];

/// Puts them where the dossier has none of its own.
pub(super) fn with_words(mut strings: Strings) -> Strings {
    let mut sections = Sections::new();
    for (key, text) in TEST {
        if strings.get("test", key).is_none() {
            sections.entry("test".into()).or_default().insert(key.into(), text.into());
        }
    }
    strings.merge(sections);
    strings
}

/// All words of a scene with the room they take.
pub(super) fn words(scene: &Scene) -> Vec<(String, Rect)> {
    let word = |shape: &Shape| match shape {
        Shape::Text { at, anchor, text, size_css_px, bold, .. } => {
            let width = TableMeasure.width_css_px(text, *size_css_px, *bold);
            let x = match anchor {
                Anchor::Start => at.0,
                Anchor::Middle => at.0 - width / 2.0,
                Anchor::End => at.0 - width,
            };
            // Capitals and digits: what is above and below them is white.
            let rect = Rect::new(x, at.1 - size_css_px * 0.45, width, size_css_px * 0.9);
            Some((text.clone(), rect))
        }
        _ => None,
    };
    scene.base.iter().chain(&scene.overlay).filter_map(word).collect()
}
