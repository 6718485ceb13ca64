//! The table of the text version: a row for each record the pictures show, and in each row what the record says.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::expect_used, reason = "in a test a panic is the answer")]

use std::collections::BTreeSet;
use std::sync::OnceLock;
use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::outline::{self, Child, Node};
use us_uz_explainer::text::{Day, Until, When};

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| {
        Dossier::read_whole(&Files::built_in_with_detail()).unwrap_or_else(|problems| panic!("{problems:?}"))
    })
}

fn inside<'n>(node: &'n Node, tag: &str) -> Vec<&'n Node> {
    let mut found = Vec::new();
    for child in &node.children {
        if let Child::Node(child) = child {
            found.extend((child.tag == tag).then_some(child));
            found.extend(inside(child, tag));
        }
    }
    found
}

fn attr<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.attrs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

fn words(node: &Node) -> String {
    let of = |child: &Child| match child {
        Child::Node(node) => words(node),
        Child::Text(text) => text.clone(),
    };
    node.children.iter().map(of).collect()
}

/// A row as its cells' words, with its link and its date's bounds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    link: String,
    from: String,
    to: Option<String>,
    cells: Vec<String>,
}

fn table() -> Node {
    inside(&outline::text(dossier()), "table").into_iter().next().expect("a table").clone()
}

fn rows() -> Vec<Row> {
    let table = table();
    let body = inside(&table, "tbody")[0];
    let row = |row: &&Node| {
        let time = inside(row, "time")[0];
        let cells = row.children.iter().map(|child| match child {
            Child::Node(cell) if ["td", "th"].contains(&cell.tag) => words(cell),
            other => panic!("{other:?} is no cell"),
        });
        Row {
            link: attr(inside(row, "a")[0], "href").unwrap_or_default().to_owned(),
            from: attr(time, "data-from").expect("a first day").to_owned(),
            to: attr(time, "data-to").map(str::to_owned),
            cells: cells.collect(),
        }
    };
    inside(body, "tr").iter().map(row).collect()
}

fn when_bounds(when: &When) -> (String, Option<String>) {
    let to = match when {
        When::At(span) | When::Between { to: Until::Known(span), .. } => Some(span.latest.iso()),
        When::Between { to: Until::Open, .. } => None,
    };
    (when.earliest().iso(), to)
}

#[test]
fn every_record_the_pictures_show_has_one_row_with_its_dates_and_number_of_sources() {
    let d = dossier();
    let mut wanted = Vec::new();
    let mut want = |link: String, when: &When, sources: usize| {
        let (from, to) = when_bounds(when);
        wanted.push((link, from, to, sources.to_string()));
    };
    for event in &d.events {
        want(format!("#event={}", event.id), &event.when, event.sources.len());
    }
    for tie in &d.ties {
        want(format!("#tie={}", tie.id), &When::Between { from: tie.from, to: tie.to }, tie.sources.len());
    }
    for base in &d.bases {
        want(
            format!("#base={}", base.id),
            &When::Between { from: base.from, to: base.to },
            base.sources.len(),
        );
    }
    for membership in &d.memberships {
        let questions = &d.manifest.questions;
        let question = questions.iter().find(|q| q.blocs.contains(&membership.bloc)).expect("a question");
        let day = membership.from.latest.max(d.manifest.domain.0).min(d.manifest.domain.1);
        let when = When::Between { from: membership.from, to: membership.to };
        want(format!("#explore&map={}&at={}", question.id, day.iso()), &when, membership.sources.len());
    }
    let mut shown: Vec<_> = rows()
        .into_iter()
        .map(|row| (row.link, row.from, row.to, row.cells.last().expect("cells").clone()))
        .collect();
    wanted.sort();
    shown.sort();
    assert_eq!(shown, wanted);
}

#[test]
fn rows_stand_by_date_and_each_has_a_cell_for_each_column() {
    let table = table();
    let heads = inside(inside(&table, "thead")[0], "th");
    assert_eq!(heads.len(), 8);
    assert!(heads.iter().all(|head| attr(head, "scope") == Some("col")));
    assert_eq!(heads.iter().filter(|head| attr(head, "aria-sort").is_some()).count(), 1);
    assert_eq!(attr(heads[0], "aria-sort"), Some("ascending"));
    let rows = rows();
    let key = |row: &Row| (row.from.clone(), row.to.clone().unwrap_or("9999".into()));
    assert!(rows.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])));
    for row in &rows {
        assert_eq!(row.cells.len(), heads.len(), "{}", row.link);
        assert!(
            !row.cells[0].is_empty() && !row.cells[1].is_empty() && !row.cells[2].is_empty(),
            "{}",
            row.link
        );
        let ends = [Some(&row.from), row.to.as_ref()];
        assert!(ends.into_iter().flatten().all(|iso| Day::parse_iso(iso).is_some()), "{row:?}");
    }
    for head in inside(inside(&table, "tbody")[0], "th") {
        assert_eq!(attr(head, "scope"), Some("row"));
    }
}

#[test]
fn the_cells_say_what_the_record_says() {
    let d = dossier();
    let ui = |key: &'static str| d.strings.ui(key);
    let rows = rows();
    let row = |link: &str| rows.iter().find(|row| row.link == link).expect("a row");
    for event in &d.events {
        let cells = &row(&format!("#event={}", event.id)).cells;
        let scores =
            event.effects.iter().filter(|e| Some(&e.partner) == event.partners.first()).map(|e| e.score);
        let score: f64 = scores.sum();
        let way = if event.effects.is_empty() {
            ui("table-not-coded")
        } else if score > 0.0 {
            ui("table-closer")
        } else if score < 0.0 {
            ui("table-further")
        } else {
            ui("table-neither")
        };
        assert_eq!(cells[6], way, "{}", event.id);
        assert_eq!(cells[2], d.title("event", &event.id));
        assert_eq!(cells[4], d.title("row", &d.manifest.rows[d.row_of_event(event)].id));
        for partner in &event.partners {
            assert!(cells[3].contains(d.title("partner", &d.manifest.partners[*partner].id)), "{}", event.id);
        }
        assert!(!cells[5].is_empty(), "{}: no place, and not why", event.id);
    }
    for (n, tie) in d.ties.iter().enumerate() {
        let cells = &row(&format!("#tie={}", tie.id)).cells;
        assert_eq!(cells[3], d.title("partner", &d.manifest.partners[tie.partner].id), "{n}");
        assert_eq!(cells[5].is_empty(), tie.place.is_none(), "{}", tie.id);
    }
    let blocs: BTreeSet<&str> = d.blocs.iter().map(|bloc| d.title("bloc", &bloc.id)).collect();
    let members = rows.iter().filter(|row| row.link.starts_with("#explore&map="));
    let named: BTreeSet<&str> = members.map(|row| row.cells[4].as_str()).collect();
    assert_eq!(named, blocs);
    let caption = words(inside(&table(), "caption")[0]);
    for count in [rows.len(), d.events.len(), d.ties.len(), d.bases.len(), d.memberships.len()] {
        assert!(caption.contains(&count.to_string()), "{caption}: not {count}");
    }
}
