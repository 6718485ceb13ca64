//! Text broken or cut to a width in CSS pixels, by whatever measures it.

use super::measure::Measure;

/// Breaks a text at its spaces into lines no wider than `width_css_px`; a single word that is wider stays
/// whole on a line of its own. No-break spaces hold. An empty text has no lines.
pub fn wrap(
    text: &str,
    measure: &dyn Measure,
    size_css_px: f64,
    bold: bool,
    width_css_px: f64,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let before = line.len();
            line.push(' ');
            line.push_str(word);
            if measure.width_css_px(line, size_css_px, bold) <= width_css_px {
                continue;
            }
            line.truncate(before);
        }
        lines.push(word.to_owned());
    }
    lines
}

/// The text, or as much of its beginning as fits `width_css_px` with `…` after it; empty if not even that fits.
pub fn ellipsis(
    text: &str,
    measure: &dyn Measure,
    size_css_px: f64,
    bold: bool,
    width_css_px: f64,
) -> String {
    let fits = |text: &str| measure.width_css_px(text, size_css_px, bold) <= width_css_px;
    if fits(text) {
        return text.to_owned();
    }
    let cut = |end: usize| format!("{}…", text.get(..end).unwrap_or_default().trim_end());
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    // Wider text is wider: the cuts that fit come first, so bisection finds the last of them.
    let fitting = ends.partition_point(|&end| fits(&cut(end)));
    fitting.checked_sub(1).and_then(|last| ends.get(last)).map_or_else(String::new, |&end| cut(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each character one pixel wide.
    struct Cells;
    impl Measure for Cells {
        fn width_css_px(&self, text: &str, _: f64, _: bool) -> f64 {
            text.chars().count() as f64
        }
    }

    #[test]
    fn wrapping() {
        let lines = |text, width| wrap(text, &Cells, 12.0, false, width);
        assert_eq!(lines("the last Americans leave", 10.0), ["the last", "Americans", "leave"]);
        assert_eq!(lines("  a \n b ", 10.0), ["a b"]);
        assert_eq!(lines("Karshi-Khanabad air base", 8.0), ["Karshi-Khanabad", "air base"]);
        assert_eq!(lines("21\u{a0}November 2005", 5.0), ["21\u{a0}November", "2005"]);
        assert!(lines(" ", 5.0).is_empty());
    }

    #[test]
    fn cutting() {
        let cut = |text, width| ellipsis(text, &Cells, 12.0, false, width);
        assert_eq!(cut("Tashkent", 8.0), "Tashkent");
        assert_eq!(cut("Tashkent", 5.0), "Tash…");
        assert_eq!(cut("the base", 5.0), "the…", "no space before the mark");
        assert_eq!(cut("Ўзбекистон", 4.0), "Ўзб…");
        assert_eq!(cut("Tashkent", 1.0), "…");
        assert_eq!(cut("Tashkent", 0.5), "");
    }
}
