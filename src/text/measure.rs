//! How wide is a text? One trait for the browser's own measure and for the built-in table of advance widths.

use super::fold::plain_latin;
use super::widths::{ASCII, CYRILLIC, LATIN_1, SIGNS};

/// Measures text set on one line.
pub trait Measure {
    /// Width of `text` at a font size, in CSS pixels.
    fn width_css_px(&self, text: &str, size_css_px: f64, bold: bool) -> f64;
}

/// Advance widths of Roboto, the system sans of Android: what the pictures are laid out with where no browser
/// measures. Kerning is left out; it narrows a line by about a hundredth at most.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

impl Measure for TableMeasure {
    fn width_css_px(&self, text: &str, size_css_px: f64, bold: bool) -> f64 {
        let units: u32 = text.chars().map(|c| u32::from(advance(c, bold))).sum();
        f64::from(units) * size_css_px / UNITS_PER_EM
    }
}

/// The table's unit: with 200 to the em every advance fits a byte, at most 0.25 % of the em off.
const UNITS_PER_EM: f64 = 200.0;

/// About the mean of capitals and small letters, regular and bold.
const FALLBACK: [u8; 2] = [120, 124];

/// Advance in units of 1/200 em.
fn advance(c: char, bold: bool) -> u8 {
    let pick = |[regular, bold_face]: [u8; 2]| if bold { bold_face } else { regular };
    let row = |[regular, bold_face]: [&'static [u8]; 2], first| {
        let row = if bold { bold_face } else { regular };
        row.get(c as usize - first).copied().unwrap_or(pick(FALLBACK))
    };
    match c {
        '\x20'..='\x7e' => row(ASCII, 0x20),
        '\u{a0}'..='\u{ff}' => row(LATIN_1, 0xa0),
        '\u{400}'..='\u{45f}' => row(CYRILLIC, 0x400),
        // Control characters and combining marks take no room.
        '\0'..='\u{9f}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{100}'..='\u{17f}' => plain_latin(c).map_or(pick(FALLBACK), |plain| advance(plain, bold)),
        // Ideographs and kana are set on a square.
        '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'.. => 200,
        _ => {
            let known = SIGNS.binary_search_by_key(&c, |&(sign, _)| sign).ok().and_then(|at| SIGNS.get(at));
            pick(known.map_or(FALLBACK, |&(_, widths)| widths))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(text: &str, bold: bool) -> f64 {
        TableMeasure.width_css_px(text, 200.0, bold)
    }

    #[test]
    fn signs_are_sorted_for_the_search() {
        assert!(SIGNS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn widths_add_up_and_scale() {
        assert_eq!(width("", false), 0.0);
        assert_eq!(width("Hi", false), width("H", false) + width("i", false));
        let at_12 = TableMeasure.width_css_px("Tashkent", 12.0, false);
        assert!((TableMeasure.width_css_px("Tashkent", 24.0, false) - 2.0 * at_12).abs() < 1e-9);
        // Roboto sets “Tashkent” at 12 px about 49 px wide.
        assert!((45.0..52.0).contains(&at_12), "{at_12}");
    }

    #[test]
    fn what_the_dossier_writes_is_known() {
        for c in "– — · … ’ “ ” ‘ ʻ ʼ ← → № −".split(' ') {
            let c = c.chars().next().unwrap();
            assert!(SIGNS.iter().any(|&(sign, _)| sign == c) || (c as u32) < 0x100, "{c}");
        }
        assert!(width("Ўзбекистон", true) > width("Ўзбекистон", false));
        assert_eq!(width("ş", false), width("s", false));
        assert_eq!(width("e\u{301}", false), width("é", false));
        assert_eq!(width("中", false), 200.0);
    }
}
