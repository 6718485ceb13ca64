//! What there is to choose in the panel of the test, in words; and what the shell says before that panel is there.

use super::test_say::{fill, pair_name, role_word, side_name, word};
use super::Node;
use crate::dossier::Dossier;
use crate::model::TestView;
use crate::relations::{Tested, HALF_LIVES};
use crate::text::Strings;

/// The words of the button that opens the panel, and of the line that says it could not: a node each, named by its class.
/// Nothing for a dossier that tests nothing, or has no words for it.
pub fn test_door(dossier: &Dossier) -> Vec<Node> {
    if dossier.test_plan.is_none() || word(&dossier.strings, "open").is_empty() {
        return Vec::new();
    }
    let one = |key: &&str| Node::of("p", word(&dossier.strings, key)).attr("class", key);
    ["open", "close", "failed"].iter().map(one).collect()
}

/// For each pair of sides its name, and why it is looked at.
pub fn test_pairs(tested: &Tested, strings: &Strings) -> Vec<(String, String)> {
    let name = |side: usize| side_name(tested, strings, side);
    let pairs = tested.side_pairs().into_iter();
    pairs
        .map(|pair| {
            let names = (name(pair.sides.0), name(pair.sides.1));
            (pair_name(strings, names), role_word(strings, pair.role).to_owned())
        })
        .collect()
}

/// The half-lives of the stock curve as the panel takes them, in words; the empty one for no curve.
pub fn test_curves(strings: &Strings) -> Vec<(String, String)> {
    let none = (String::new(), word(strings, "curve-none").to_owned());
    let some = HALF_LIVES.iter().map(|years| (strings.decimal(*years), years_words(strings, *years)));
    [none].into_iter().chain(some).collect()
}

/// What the signs of the scores picture mean.
pub fn test_legend(strings: &Strings, view: &TestView) -> Vec<Node> {
    let curve =
        view.half_life.map(|years| fill(strings, "legend-curve", &[("n", years_words(strings, years))]));
    let always = ["legend-columns", "legend-strip"].map(|key| word(strings, key).to_owned());
    always.into_iter().chain(curve).map(|text| Node::of("p", &text)).collect()
}

fn years_words(strings: &Strings, years: f64) -> String {
    let key = if years == 1.0 { "curve-year" } else { "curve-years" };
    fill(strings, key, &[("n", strings.decimal(years))])
}
