//! How the report says the records are spread, and what is few.

use us_uz_explainer::dossier::{check_report, Dossier, Files, Report, Spread};

use super::{base, edit};

fn report(texts: &[(String, Vec<u8>)]) -> Report {
    check_report(&Files::new(texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect()))
}

fn by<'r>(report: &'r Report, what: &str) -> &'r Spread {
    report.spreads.iter().find(|spread| spread.head[0] == what).unwrap()
}

fn row<'r>(report: &'r Report, by_what: &str, value: &str) -> &'r [usize] {
    &by(report, by_what).rows.iter().find(|(known, _)| known == value).unwrap().1
}

#[test]
fn records_are_counted_by_year_partner_owner_language_kind_and_confidence() {
    let report = report(&base());
    let heads: Vec<&str> = report.spreads.iter().map(|spread| spread.head[0]).collect();
    assert_eq!(heads, ["year", "partner", "owner", "language", "kind", "confidence"]);
    assert_eq!(by(&report, "year").rows.len(), 35, "every year from 1991 to 2025");
    assert_eq!(row(&report, "year", "2005"), [1, 1]);
    assert_eq!(row(&report, "year", "2006"), [0, 0]);
    assert_eq!(row(&report, "year", "2007"), [1, 0]);
    assert_eq!(row(&report, "partner", "us")[..2], [2, 2]);
    assert_eq!(row(&report, "partner", "russia")[..2], [0, 0]);
    assert_eq!(row(&report, "owner", "us-government"), [1]);
    assert_eq!(row(&report, "language", "en"), [2]);
    assert_eq!(row(&report, "kind", "article"), [1]);
    assert_eq!(row(&report, "confidence", "medium")[0], 1);
}

/// Each record of the shipped data is counted, in whatever way it is counted.
#[test]
fn the_counts_add_up_to_the_records() {
    let report = check_report(&Files::built_in_with_detail());
    let dossier = Dossier::read_whole(&Files::built_in_with_detail()).unwrap();
    let sum = |what: &str, column: usize| -> usize {
        by(&report, what).rows.iter().map(|(_, counts)| counts[column]).sum()
    };
    let framed = dossier.events.iter().filter(|event| event.in_frame).count();
    assert_eq!((sum("year", 0), sum("year", 1)), (dossier.events.len(), framed));
    let acts: usize = dossier.events.iter().map(|event| event.effects.len()).sum();
    assert_eq!((sum("partner", 1), sum("partner", 2)), (acts, dossier.ties.len()));
    for what in ["owner", "language", "kind"] {
        assert_eq!(sum(what, 0), dossier.sources.len(), "{what}");
    }
    assert_eq!((sum("confidence", 0), sum("confidence", 1)), (dossier.events.len(), dossier.ties.len()));
}

#[test]
fn years_without_an_event_and_events_with_one_source_are_hints() {
    let mut texts = base();
    edit(&mut texts, "events.json", |value| {
        value["events"][0]["sources"] = ["crs-k2-2006", "izimov-2016"].as_slice().into();
    });
    let report = report(&texts);
    assert!(report.problems.is_empty(), "{report}");
    let [years, events] = report.hints.as_slice() else { unreachable!("{:?}", report.hints) };
    assert!(years.starts_with("hint: years without an event (32): 1991, 1992,"), "{years}");
    assert!(!years.contains("2005") && years.contains("2006") && years.ends_with(" 2025"), "{years}");
    assert!(years.lines().count() > 1 && years.lines().all(|line| line.len() <= 100), "{years}");
    assert_eq!(events, "hint: events with one source only (2): k2-closed, election");
}

#[test]
fn a_long_hint_is_cut_and_a_wide_domain_is_told_by_its_events() {
    let mut texts = base();
    edit(&mut texts, "events.json", |value| {
        let election = value["events"][2].clone();
        for n in 0..300 {
            let mut event = election.clone();
            event["id"] = format!("election-{n}").into();
            value["events"].as_array_mut().unwrap().push(event);
        }
    });
    edit(&mut texts, "strings/en.json", |value| {
        for n in 0..300 {
            value["event"][format!("election-{n}")] = "Election".into();
        }
    });
    edit(&mut texts, "dossier.json", |value| value["domain"] = "-4000/2025".into());
    let report = report(&texts);
    assert!(report.hints.last().unwrap().ends_with(" and 103 more"), "{:?}", report.hints);
    assert_eq!(by(&report, "year").rows.len(), 3);
}

#[test]
fn the_report_is_aligned_text_that_ends_with_its_problems() {
    let text = report(&base()).to_string();
    for line in [
        "year  events  framed",
        "2005       1       1",
        "partner  events    acts    ties",
        "us            2       2       1",
    ] {
        assert!(text.lines().any(|known| known == line), "“{line}” is not in:\n{text}");
    }
    assert!(text.ends_with("problems: 0\n"), "{text}");
    let named = |start: &str, files: &Files| check_report(files).to_string().starts_with(start);
    assert!(named("the dossier: 2 bytes\n", &Files::bundle(b"{}")));
    assert!(named("a.json: 2 bytes\n", &Files::new(vec![("a.json", b"{}")])));
    // What cannot be read has no counts, and says so by its problems alone.
    let broken = check_report(&Files::bundle(b"{}"));
    assert!(broken.spreads.is_empty() && broken.hints.is_empty() && !broken.problems.is_empty());
}
