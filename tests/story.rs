//! What the story counts is counted from the ties, not written down once and forgotten.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::expect_used, reason = "in a test a panic is the answer")]

use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::relations::ties_on;
use us_uz_explainer::text::Day;

fn dossier() -> Dossier {
    Dossier::built_in().unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Ties in force in a row at a year's end.
fn in_force(dossier: &Dossier, row: &str, year: i32) -> usize {
    let day = Day::from_ymd(year, 12, 31).expect("a day");
    let row = dossier.manifest.rows.iter().position(|r| r.id == row).expect("a row");
    let in_row = |ix: &usize| dossier.ties.get(*ix).is_some_and(|tie| dossier.row_of_tie(tie) == row);
    ties_on(dossier, day).iter().filter(|ix| in_row(ix)).count()
}

const NUMBERS: [&str; 16] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen",
];

#[test]
fn the_closing_counts_follow_from_the_ties() {
    let dossier = dossier();
    let text = dossier.strings.get("step", "does-it-swing.text").expect("the last step's text");
    let west = |year| NUMBERS[in_force(&dossier, "west", year)];
    let russia = |year| NUMBERS[in_force(&dossier, "russia", year)];
    let wanted = [
        format!("With the United States and NATO: {} in 2004, {} in 2006", west(2004), west(2006)),
        format!("with Russia and the bodies it leads: {}, then {}", russia(2004), russia(2006)),
        format!(
            "From 2012 to 2015 {} became {} on one side and {} became {} on the other",
            west(2012),
            west(2015),
            russia(2012),
            russia(2015)
        ),
        format!("in 2025, {} and {}", west(2025), russia(2025)),
    ];
    for counted in wanted {
        assert!(text.contains(&counted), "the ties give “{counted}”, the story says: {text}");
    }
}

#[test]
fn every_step_has_sixty_to_ninety_words_and_one_figure_with_its_source() {
    let dossier = dossier();
    assert!((9..=12).contains(&dossier.story.len()));
    for step in &dossier.story {
        let of = |part: &str| dossier.strings.get("step", &format!("{}.{part}", step.id)).unwrap_or_default();
        let words = of("text").split_whitespace().count();
        assert!((60..=90).contains(&words), "{} has {words} words", step.id);
        assert!(of("figure").chars().any(|c| c.is_ascii_digit()), "{} has no figure", step.id);
        assert!(step.figure_source.is_some(), "{}: its figure has no source", step.id);
    }
}
