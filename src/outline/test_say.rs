//! The test in plain words: sentences that follow from the numbers, with “cannot tell” as an answer like any other.

use crate::relations::{
    Comparison, Judged, Reading, Role, Tested, Whose, LEAST_STEPS, LEVEL_PERCENT, RESAMPLES,
};
use crate::text::Strings;

/// A word of the test; empty if the dossier has none.
pub(super) fn word<'s>(strings: &'s Strings, key: &str) -> &'s str {
    strings.get("test", key).unwrap_or("")
}

/// A side's name.
pub(super) fn side_name<'a>(tested: &'a Tested, strings: &'a Strings, side: usize) -> &'a str {
    let id = tested.plan.sides.get(side).map_or("", |side| side.id.as_str());
    strings.get("side", id).unwrap_or(id)
}

/// “United States – Russia”.
pub(super) fn pair_name(strings: &Strings, (a, b): (&str, &str)) -> String {
    strings.fill("test", "pair", &[("a", a), ("b", b)])
}

/// Why a comparison stands where it stands.
pub(super) fn role_word(strings: &Strings, role: Role) -> &str {
    word(
        strings,
        match role {
            Role::Declared => "role-declared",
            Role::Exploratory => "role-exploratory",
            Role::Placebo => "role-placebo",
        },
    )
}

/// Whose acts are counted.
pub(super) fn whose_word(strings: &Strings, whose: Whose) -> &str {
    word(strings, if whose == Whose::All { "all" } else { "home" })
}

/// A coefficient with two decimals, the locale's point and a true minus.
pub(super) fn two(value: f64, strings: &Strings) -> String {
    let hundredths = (value.abs() * 100.0).round() as u64;
    let sign = if value < 0.0 && hundredths > 0 { "−" } else { "" };
    let point = strings.get("number", "decimal").unwrap_or(".");
    let decimals = (100 + hundredths % 100).to_string();
    [sign, &strings.number(hundredths / 100), point, decimals.get(1..).unwrap_or("")].concat()
}

/// A coefficient that may not be there.
pub(super) fn two_or_none(value: Option<f64>, strings: &Strings) -> String {
    value.map_or_else(|| "–".to_owned(), |value| two(value, strings))
}

/// “In 34 steps they moved oppositely 11 times …”.
pub(super) fn counts_sentence(comparison: &Comparison, (a, b): (&str, &str), strings: &Strings) -> String {
    let year = |at: Option<&(i32, f64, f64)>| at.map_or(String::new(), |(year, ..)| year.to_string());
    let counts = comparison.counts;
    let values = [
        ("from", year(comparison.levels.first())),
        ("to", year(comparison.levels.last())),
        ("n", comparison.steps.len().to_string()),
        ("opposite", counts.opposite.to_string()),
        ("together", counts.together.to_string()),
        ("still", counts.still.to_string()),
        ("a", a.to_owned()),
        ("b", b.to_owned()),
    ];
    fill(strings, "counts", &values)
}

/// What may be said, in a sentence.
pub(super) fn reading_sentence(judged: &Judged, strings: &Strings) -> String {
    let least = LEAST_STEPS.to_string();
    let Some(intervals) = judged.intervals() else {
        let key = if judged.is_pending() { "reading-pending" } else { "reading-too-short" };
        return fill(strings, key, &[("least", least)]);
    };
    let (r, s) = (intervals.pearson, intervals.spearman);
    let values = [
        ("level", LEVEL_PERCENT.to_string()),
        ("low", two(r.low, strings)),
        ("high", two(r.high, strings)),
        ("low2", two(s.low, strings)),
        ("high2", two(s.high, strings)),
        ("least", least),
    ];
    let key = match judged.reading() {
        Some(Reading::Opposite) => "reading-opposite",
        Some(Reading::Together) => "reading-together",
        Some(Reading::CannotTell) if r.sign() == 0 => "reading-cannot-tell",
        Some(Reading::CannotTell) => "reading-one-sided",
        Some(Reading::TooShort) | None => "reading-too-short",
    };
    fill(strings, key, &values)
}

/// The coefficients behind the sentence, in one line; empty for counts only.
pub(super) fn numbers_sentence(judged: &Judged, strings: &Strings) -> String {
    let comparison = &judged.comparison;
    let (Some(steps), Some(levels), Some(intervals)) =
        (comparison.of_steps, comparison.of_levels, judged.intervals())
    else {
        return String::new();
    };
    let values = [
        ("pearson", two(steps.pearson, strings)),
        ("low", two(intervals.pearson.low, strings)),
        ("high", two(intervals.pearson.high, strings)),
        ("spearman", two(steps.spearman, strings)),
        ("low2", two(intervals.spearman.low, strings)),
        ("high2", two(intervals.spearman.high, strings)),
        ("levels", two(levels.pearson, strings)),
        ("levels2", two(levels.spearman, strings)),
        ("level", LEVEL_PERCENT.to_string()),
        ("block", comparison.block.to_string()),
        ("resamples", strings.number(RESAMPLES as u64)),
        ("ar", two_or_none(comparison.autocorrelation.0, strings)),
        ("ar2", two_or_none(comparison.autocorrelation.1, strings)),
    ];
    fill(strings, "numbers", &values)
}

/// A reading in two words.
pub(super) fn short_reading<'s>(judged: &Judged, strings: &'s Strings) -> &'s str {
    word(
        strings,
        match judged.reading() {
            Some(Reading::Opposite) => "short-opposite",
            Some(Reading::Together) => "short-together",
            Some(Reading::CannotTell) => "short-cannot-tell",
            Some(Reading::TooShort) => "short-too-short",
            None => "short-pending",
        },
    )
}

/// Fills a sentence of the test.
pub(super) fn fill(strings: &Strings, key: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    if word(strings, key).is_empty() {
        return String::new();
    }
    strings.fill("test", key, &values)
}
