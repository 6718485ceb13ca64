//! Results of the test as nodes: the declared one first and apart, then a table of those looked at afterwards. The same for the
//! page before any script, and for the panel, where the reader chooses whose acts and which years.

use super::test_say::{
    counts_sentence, fill, numbers_sentence, pair_name, reading_sentence, role_word, short_reading,
    side_name, two, two_or_none, whose_word, word,
};
use super::Node;
use crate::model::TestView;
use crate::relations::{behind, Interval, Judged, Role, SidePair, Tested, Whose};
use crate::text::Strings;

/// What the panel says of the comparisons of the chosen years and acts.
pub fn test_results(
    tested: &Tested,
    strings: &Strings,
    view: &TestView,
    judged: &[(SidePair, Judged)],
) -> Vec<Node> {
    let declared = judged.iter().filter(|(pair, _)| pair.role == Role::Declared);
    let (from, to) = view.whole_years(tested);
    let window = if from > to {
        word(strings, "window-none").to_owned()
    } else {
        fill(strings, "window", &[("from", from.to_string()), ("to", to.to_string())])
    };
    let mut nodes =
        vec![Node::of("p", &[whose_word(strings, view.whose), ". ", &window].concat())
            .attr("class", "ux-about")];
    nodes.extend(declared.map(|(pair, _)| declared_node(tested, strings, pair, judged)));
    nodes.push(
        Node::new("section")
            .attr("class", "ux-explored")
            .child(Node::of("h3", word(strings, "explored-heading")))
            .child(Node::of("p", word(strings, "explored-intro")))
            .children(shown_node(tested, strings, view, judged))
            .child(side_table(tested, strings, view.whose, judged)),
    );
    nodes
}

/// What the picture shows, in sentences, where that is not the declared pair.
fn shown_node(
    tested: &Tested,
    strings: &Strings,
    view: &TestView,
    judged: &[(SidePair, Judged)],
) -> Option<Node> {
    let (pair, judged) = judged.iter().find(|(pair, _)| pair.sides == view.sides)?;
    if pair.role == Role::Declared {
        return None;
    }
    let names = (side_name(tested, strings, pair.sides.0), side_name(tested, strings, pair.sides.1));
    let values = [("pair", pair_name(strings, names)), ("role", role_word(strings, pair.role).to_owned())];
    let heading = Node::of("h4", &fill(strings, "shown-heading", &values));
    Some(
        Node::new("section")
            .attr("class", "ux-shown")
            .child(heading)
            .children(sentences(names, strings, judged)),
    )
}

/// The declared comparison among all: heading, how many steps, what may be said, the numbers behind it, and beside it what
/// the same count gives for placebos.
pub(super) fn declared_node(
    tested: &Tested,
    strings: &Strings,
    pair: &SidePair,
    all: &[(SidePair, Judged)],
) -> Node {
    let names = (side_name(tested, strings, pair.sides.0), side_name(tested, strings, pair.sides.1));
    let intro = fill(strings, "declared-intro", &[("a", names.0.to_owned()), ("b", names.1.to_owned())]);
    let judged = all.iter().find(|(known, _)| known == pair).map(|(_, judged)| judged);
    let section = Node::new("section")
        .attr("class", "ux-declared")
        .child(Node::of("h3", word(strings, "declared-heading")))
        .child(Node::of("p", &intro).attr("class", "ux-about"))
        .children(judged.map_or(Vec::new(), |judged| sentences(names, strings, judged)));
    let placebos = all.iter().filter(|(of, _)| of.role == Role::Placebo && of.sides.0 == pair.sides.0);
    let counted: Vec<String> = placebos
        .map(|(of, judged)| {
            let counts = judged.comparison.counts;
            let values = [
                ("name", side_name(tested, strings, of.sides.1).to_owned()),
                ("opposite", counts.opposite.to_string()),
                ("together", counts.together.to_string()),
            ];
            fill(strings, "placebo-counts", &values)
        })
        .collect();
    if counted.is_empty() {
        return section;
    }
    let values = [("b", names.1.to_owned()), ("list", counted.join("; "))];
    section.child(Node::of("p", &fill(strings, "placebos-beside", &values)))
}

/// How many steps, what may be said, the numbers behind it.
pub(super) fn sentences(names: (&str, &str), strings: &Strings, judged: &Judged) -> Vec<Node> {
    let mut nodes = vec![
        Node::of("p", &counts_sentence(&judged.comparison, names, strings)),
        Node::of("p", &reading_sentence(judged, strings)).attr("class", "ux-reading"),
    ];
    let numbers = numbers_sentence(judged, strings);
    if !numbers.is_empty() {
        nodes.push(Node::of("p", &numbers).attr("class", "ux-about"));
    }
    nodes
}

/// A row a comparison of sides.
pub(super) fn side_table(
    tested: &Tested,
    strings: &Strings,
    whose: Whose,
    judged: &[(SidePair, Judged)],
) -> Node {
    let rows = judged.iter().map(|(pair, judged)| {
        let names = (side_name(tested, strings, pair.sides.0), side_name(tested, strings, pair.sides.1));
        row(strings, &pair_name(strings, names), pair.role, judged)
    });
    table(strings, whose_word(strings, whose), rows)
}

/// A table of comparisons under a caption.
pub(super) fn table(strings: &Strings, caption: &str, rows: impl Iterator<Item = Node>) -> Node {
    // What matters most first: on a phone the rest is a sideways scroll away.
    let columns = [
        "column-pair",
        "column-reading",
        "column-counts",
        "column-role",
        "column-steps",
        "column-changes",
        "column-changes2",
        "column-levels",
        "column-block",
    ];
    let head = columns.iter().map(|key| Node::of("th", word(strings, key)).attr("scope", "col"));
    let table = Node::new("table")
        .child(Node::of("caption", caption))
        .child(Node::new("thead").child(Node::new("tr").children(head)))
        .child(Node::new("tbody").children(rows));
    // Wider than a phone: it scrolls by itself, also by keyboard.
    Node::new("div")
        .attr("class", "ux-numbers")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table)
}

/// A comparison in a row.
pub(super) fn row(strings: &Strings, name: &str, role: Role, judged: &Judged) -> Node {
    let comparison = &judged.comparison;
    let counts = comparison.counts;
    let intervals = judged.intervals();
    let with_interval = |value: Option<f64>, interval: Option<Interval>| match (value, interval) {
        (Some(value), Some(Interval { low, high })) => fill(
            strings,
            "with-interval",
            &[("value", two(value, strings)), ("low", two(low, strings)), ("high", two(high, strings))],
        ),
        (value, _) => two_or_none(value, strings),
    };
    let levels = comparison.of_levels.map_or("–".to_owned(), |levels| {
        [two(levels.pearson, strings), two(levels.spearman, strings)].join(" / ")
    });
    let (ar, ar2) = comparison.autocorrelation;
    let block = if comparison.is_long_enough() {
        [&comparison.block.to_string(), "; ", &two_or_none(ar, strings), " / ", &two_or_none(ar2, strings)]
            .concat()
    } else {
        "–".to_owned()
    };
    let cells = [
        short_reading(judged, strings).to_owned(),
        [counts.opposite, counts.together, counts.still].map(|n| n.to_string()).join(" / "),
        role_word(strings, role).to_owned(),
        comparison.steps.len().to_string(),
        with_interval(comparison.of_steps.map(|of| of.pearson), intervals.map(|of| of.pearson)),
        with_interval(comparison.of_steps.map(|of| of.spearman), intervals.map(|of| of.spearman)),
        levels,
        block,
    ];
    Node::new("tr")
        .child(Node::of("th", name).attr("scope", "row"))
        .children(cells.iter().map(|cell| Node::of("td", cell)))
}

/// The events behind the chosen year, for both sides; nothing if no year is chosen.
pub fn test_year(tested: &Tested, strings: &Strings, view: &TestView) -> Vec<Node> {
    let Some(year) = view.year else { return Vec::new() };
    [view.sides.0, view.sides.1].into_iter().map(|side| year_of(tested, strings, view, side, year)).collect()
}

fn year_of(tested: &Tested, strings: &Strings, view: &TestView, side: usize, year: i32) -> Node {
    let scored = tested.scored(side, view.whose);
    let name = side_name(tested, strings, side).to_owned();
    let found = behind(&scored, year);
    let section = Node::new("section")
        .child(Node::of("h3", &fill(strings, "behind-year", &[("side", name), ("year", year.to_string())])));
    if found.is_empty() {
        return section.child(Node::of("p", word(strings, "behind-none")));
    }
    let score: f64 = found.iter().map(|behind| behind.score).sum();
    let events = strings.plural("events", found.len() as u64);
    let items = found.iter().map(|behind| Node::new("li").child(event_link(tested, strings, behind)));
    section
        .child(Node::of(
            "p",
            &fill(strings, "behind-score", &[("score", strings.decimal(score)), ("events", events)]),
        ))
        .child(Node::new("ul").attr("class", "ux-behind").children(items))
}

/// An event behind a year as a link within the explainer.
fn event_link(tested: &Tested, strings: &Strings, behind: &crate::relations::Behind) -> Node {
    let id = tested.events.get(behind.event).map_or("", String::as_str);
    let title = strings.get("event", id).unwrap_or("…");
    Node::of("a", &behind_words(strings, title, behind)).attr("href", &["#event=", id].concat())
}

/// A title with its share in the year's score, and how many more of its campaign it stands for.
pub(super) fn behind_words(strings: &Strings, title: &str, behind: &crate::relations::Behind) -> String {
    let values = [
        ("title", title.to_owned()),
        ("share", ((behind.share * 100.0).round() as u64).to_string()),
        ("n", behind.others.to_string()),
    ];
    fill(strings, if behind.others == 0 { "behind" } else { "behind-more" }, &values)
}
