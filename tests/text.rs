//! What must hold of `text/` for any input: dates, wrapping and folding never surprise.

#![cfg(not(target_arch = "wasm32"))] // proptest is a native dependency

use proptest::prelude::*;
use us_uz_explainer::text::{ellipsis, fill, fold, wrap, Day, Measure, TableMeasure, When};

/// Text with what the dossier is written in: Latin, Cyrillic, apostrophes, dashes, spaces, a few strangers.
const PROSE: &str = "[a-zA-ZÀ-ſА-яЁёЎўҚқҒғҲҳʻʼ’'–—…. \u{a0}中e\u{301}-]{0,80}";

proptest! {
    #[test]
    fn when_never_panics(text in any::<String>()) {
        let _ = When::parse(&text);
    }

    #[test]
    fn when_never_panics_near_edtf(text in "[-0-9XYTESZ./?~%{},\\[\\]:+]{0,24}") {
        if let Ok(when) = When::parse(&text) {
            let as_of = Day::from_ymd(2025, 12, 31).unwrap();
            prop_assert!(when.start().width_days() >= 1);
            prop_assert!(when.earliest() <= when.latest(as_of));
        } else if let Err(error) = When::parse(&text) {
            prop_assert!(error.to_string().ends_with('.'));
        }
    }

    #[test]
    fn day_round_trips(days in -4_371_587_i32..=2_932_896) {
        // From −9999-01-01 to 9999-12-31.
        let day = Day(days);
        let (y, m, d) = day.ymd();
        prop_assert_eq!(Day::from_ymd(y, m, d), Some(day));
        prop_assert_eq!(Day::parse_iso(&day.iso()), Some(day));
        prop_assert!(Day(days + 1).ymd() > day.ymd());
    }

    #[test]
    fn ymd_round_trips(y in -9999_i32..=9999, m in 1_u32..=12, d in 1_u32..=31) {
        match Day::from_ymd(y, m, d) {
            Some(day) => prop_assert_eq!(day.ymd(), (y, m, d)),
            None => prop_assert!(d > 28),
        }
    }

    #[test]
    fn wrapped_lines_fit(text in PROSE, width in 0.0..400.0_f64, bold in any::<bool>()) {
        let lines = wrap(&text, &TableMeasure, 12.0, bold, width);
        for line in &lines {
            let fits = TableMeasure.width_css_px(line, 12.0, bold) <= width;
            prop_assert!(fits || !line.contains(' '), "{line:?} is wider than {width}");
        }
        let words = |text: &str| text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(words(&lines.join(" ")), words(&text), "no word is lost");
    }

    #[test]
    fn cut_text_fits(text in PROSE, width in 0.0..400.0_f64, bold in any::<bool>()) {
        let cut = ellipsis(&text, &TableMeasure, 12.0, bold, width);
        prop_assert!(TableMeasure.width_css_px(&cut, 12.0, bold) <= width);
    }

    #[test]
    fn folding_twice_is_folding_once(text in prop_oneof![any::<String>(), PROSE.prop_map(String::from)]) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn filling_without_values_changes_nothing(text in "[a-z{} ]{0,40}") {
        prop_assert_eq!(fill(&text, &[]), text);
    }
}

#[test]
fn the_bounds_of_the_calendar() {
    assert_eq!(Day::from_ymd(-9999, 1, 1), Some(Day(-4_371_587)));
    assert_eq!(Day::from_ymd(9999, 12, 31), Some(Day(2_932_896)));
}
