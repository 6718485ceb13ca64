//! The test as text, complete without any script: the declared comparison first and apart, then what was looked at afterwards,
//! the series, the scores by year, the years as examples, and the method with what a critic would say.

use super::document::fold;
use super::test_moments::moments;
use super::test_results::{behind_words, declared_node, row, sentences, side_table, table};
use super::test_say::{fill, pair_name, side_name, whose_word, word};
use super::Node;
use crate::dossier::{goldstein, Dossier};
use crate::relations::{
    behind, Judged, LinePair, SidePair, Tested, Whose, LEAST_STEPS, LEVEL_PERCENT, RESAMPLES, SEED,
};
use crate::text::Strings;

/// How many of the largest changes of a side are named with what stands behind them.
const KINKS: usize = 4;

/// How a text links to an event's entry: inside the explainer or from a page beside it.
pub(super) type Link = fn(&str, &str, &Dossier) -> Node;

/// One part of the test: heading, its count or summary in a word, and its nodes.
pub(super) struct Part {
    pub(super) key: &'static str,
    pub(super) nodes: Vec<Node>,
}

/// What is said first: the intro and the declared comparison.
pub(super) fn declared_part(tested: &Tested, strings: &Strings) -> Vec<Node> {
    let judged = judged_sides(tested, Whose::All);
    let mut nodes = vec![Node::of("p", word(strings, "intro"))];
    let Some((pair, _)) = judged.first() else { return nodes };
    let home = Judged::whole(tested.compare_sides(pair.sides, Whose::Home, tested.years));
    let names = (side_name(tested, strings, pair.sides.0), side_name(tested, strings, pair.sides.1));
    nodes.push(
        declared_node(tested, strings, pair, &judged)
            .child(Node::of("p", word(strings, "not-both")))
            .child(Node::of("h4", whose_word(strings, Whose::Home)))
            .children(sentences(names, strings, &home))
            .child(Node::of("p", word(strings, "home-note")).attr("class", "ux-about")),
    );
    nodes
}

/// All else, part by part.
pub(super) fn later_parts(tested: &Tested, dossier: &Dossier, link: Link) -> Vec<Part> {
    let strings = &dossier.strings;
    let intro = |key: &str| Node::of("p", word(strings, key));
    let tables = [Whose::All, Whose::Home]
        .into_iter()
        .map(|whose| side_table(tested, strings, whose, &judged_sides(tested, whose)));
    let mut parts = vec![
        Part {
            key: "explored-heading",
            nodes: [intro("explored-intro")].into_iter().chain(tables).collect(),
        },
        Part {
            key: "series-heading",
            nodes: vec![intro("series-intro"), series_table(tested, dossier), intro("ideal-intro")],
        },
        Part { key: "years-heading", nodes: vec![intro("years-intro"), years_table(tested, strings)] },
        Part { key: "kinks-heading", nodes: kinks(tested, dossier, link) },
        Part { key: "moments-heading", nodes: moments(dossier, link) },
    ];
    parts.push(Part { key: "method-heading", nodes: method(strings) });
    parts
}

/// The test in the text version; nothing for a dossier that tests nothing.
pub(super) fn test_section(dossier: &Dossier) -> Option<Node> {
    let tested = Tested::of(dossier)?;
    let strings = &dossier.strings;
    let parts = later_parts(&tested, dossier, super::say::inside);
    let folds = parts.into_iter().map(|part| {
        let heading = Node::of("h3", word(strings, part.key));
        fold(heading, "", Node::new("div").children(part.nodes))
    });
    let section = Node::new("section").attr("id", "test").child(Node::of("h2", word(strings, "title")));
    Some(section.children(declared_part(&tested, strings)).children(folds))
}

/// All comparisons of sides over the whole period, with their intervals.
fn judged_sides(tested: &Tested, whose: Whose) -> Vec<(SidePair, Judged)> {
    let judge = |pair: SidePair| (pair, Judged::whole(tested.compare_sides(pair.sides, whose, tested.years)));
    tested.side_pairs().into_iter().map(judge).collect()
}

fn series_table(tested: &Tested, dossier: &Dossier) -> Node {
    let strings = &dossier.strings;
    let rows = tested.line_pairs().into_iter().filter_map(|pair| {
        let judged = Judged::whole(tested.compare_lines(&pair)?);
        Some(row(strings, &line_pair_name(tested, dossier, &pair)?, pair.role, &judged))
    });
    table(strings, word(strings, "series-heading"), rows)
}

/// “Votes in the UN General Assembly: United States – Russia, without 1995”.
fn line_pair_name(tested: &Tested, dossier: &Dossier, pair: &LinePair) -> Option<String> {
    let series = tested.series_of(pair.plan)?;
    let words = |part: &str| dossier.strings.get("series", &[&series.id, ".", part].concat()).unwrap_or("");
    let line = |at: usize| series.lines.get(at).map(|line| words(&line.id));
    let name =
        [words("title"), ": ", &pair_name(&dossier.strings, (line(pair.lines.0)?, line(pair.lines.1)?))]
            .concat();
    if !pair.without {
        return Some(name);
    }
    let years = tested.plan.series.get(pair.plan)?.without.iter().map(i32::to_string).collect::<Vec<_>>();
    Some(fill(&dossier.strings, "without", &[("pair", name), ("years", years.join(", "))]))
}

/// A row a year, a column a side: the score, and in brackets how many events.
fn years_table(tested: &Tested, strings: &Strings) -> Node {
    let columns: Vec<_> = (0..tested.plan.sides.len()).map(|side| tested.yearly(side, Whose::All)).collect();
    let names =
        (0..columns.len()).map(|side| Node::of("th", side_name(tested, strings, side)).attr("scope", "col"));
    let year_head = Node::of("th", word(strings, "column-year")).attr("scope", "col");
    let head = Node::new("tr").child(year_head).children(names);
    let rows = (tested.years.0..=tested.years.1).enumerate().map(|(at, year)| {
        let cells = columns.iter().map(|column| {
            let cell = column.get(at).filter(|year| year.events > 0);
            Node::of(
                "td",
                &cell.map_or("–".to_owned(), |year| {
                    [&strings.decimal(year.score), " (", &year.events.to_string(), ")"].concat()
                }),
            )
        });
        Node::new("tr").child(Node::of("th", &year.to_string()).attr("scope", "row")).children(cells)
    });
    let table = Node::new("table")
        .child(Node::of("caption", word(strings, "years-heading")))
        .child(Node::new("thead").child(head))
        .child(Node::new("tbody").children(rows));
    Node::new("div")
        .attr("class", "ux-numbers")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", word(strings, "years-heading"))
        .child(table)
}

/// For both sides of the declared pair the largest changes from one year to the next, and the events behind the later year.
fn kinks(tested: &Tested, dossier: &Dossier, link: Link) -> Vec<Node> {
    let strings = &dossier.strings;
    let mut nodes = Vec::new();
    for side in [tested.plan.declared.0, tested.plan.declared.1] {
        let scored = tested.scored(side, Whose::All);
        let years = tested.yearly(side, Whose::All);
        let mut steps: Vec<(i32, f64, f64)> = years
            .windows(2)
            .filter_map(|pair| match pair {
                [before, after] if after.events > 0 => Some((after.year, before.score, after.score)),
                _ => None,
            })
            .collect();
        crate::order::sort(&mut steps, &mut |a, b| (b.2 - b.1).abs().total_cmp(&(a.2 - a.1).abs()));
        steps.truncate(KINKS);
        crate::order::sort(&mut steps, &mut |a, b| a.0.cmp(&b.0));
        nodes.push(Node::of("h4", side_name(tested, strings, side)));
        nodes.push(Node::new("ul").children(steps.into_iter().map(|(year, before, after)| {
            let values = [
                ("year", year.to_string()),
                ("before", strings.decimal(before)),
                ("after", strings.decimal(after)),
            ];
            let named = behind(&scored, year).into_iter().map(|behind| {
                let id = tested.events.get(behind.event).map_or("", String::as_str);
                // The link is the title; the words around it say its share.
                let link = link("event", id, dossier);
                let words = behind_words(strings, "\u{0}", &behind);
                let (before, after) = words.split_once('\u{0}').unwrap_or(("", &words));
                Node::new("li").text(before).child(link).text(after)
            });
            Node::new("li").text(&fill(strings, "kink", &values)).child(Node::new("ul").children(named))
        })));
    }
    nodes
}

/// Formulas, frame, limits, and what a critic would say.
fn method(strings: &Strings) -> Vec<Node> {
    let score = |code: &str| goldstein(code).map_or(String::new(), |score| strings.decimal(score));
    let values = [
        ("resamples", strings.number(RESAMPLES as u64)),
        ("seed", SEED.to_string()),
        ("level", LEVEL_PERCENT.to_string()),
        ("least", LEAST_STEPS.to_string()),
        ("visit", score("042")),
        ("treaty", score("057")),
    ];
    let paragraph = |key: &&str| Node::of("p", &fill(strings, key, &values));
    let keys =
        ["method-frame", "method-score", "method-year", "method-stock", "method-test", "method-recompute"];
    let critics = [
        "critic-found",
        "critic-visits",
        "critic-year",
        "critic-few",
        "critic-scale",
        "critic-blocs",
        "critic-cause",
    ];
    let critics = critics.iter().map(|key| Node::of("li", &fill(strings, key, &values)));
    let mut nodes: Vec<Node> = keys.iter().map(paragraph).collect();
    nodes.push(Node::of("h4", word(strings, "critics-heading")));
    nodes.push(Node::new("ul").children(critics));
    nodes
}
