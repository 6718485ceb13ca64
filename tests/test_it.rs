//! What is said of the test follows from the records, counted anew here from the events alone; and every word of it is used.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::model::TestView;
use us_uz_explainer::outline;
use us_uz_explainer::relations::{Judged, Reading, Role, Tested, Whose};
use us_uz_explainer::text::Day;

fn dossier() -> Dossier {
    Dossier::read_whole(&Files::built_in_with_detail()).unwrap()
}

/// A partner's scores by year, from the events: the sum of the scores of framed acts, each episode once.
fn yearly(dossier: &Dossier, partner: &str) -> BTreeMap<i32, (f64, usize)> {
    let mut told: Vec<String> = Vec::new();
    let mut years: BTreeMap<i32, (f64, usize)> = (1991..=2025).map(|year| (year, (0.0, 0))).collect();
    let mut events: Vec<_> = dossier.events.iter().filter(|event| event.in_frame).collect();
    events.sort_by(|a, b| a.when.start().middle_days().total_cmp(&b.when.start().middle_days()));
    for event in events {
        for act in &event.effects {
            let known = |episode: &String| told.contains(episode);
            if dossier.manifest.partners[act.partner].id != partner
                || event.episode.as_ref().is_some_and(known)
            {
                continue;
            }
            told.extend(event.episode.clone());
            let (score, count) =
                years.get_mut(&Day(event.when.start().middle_days() as i32).ymd().0).unwrap();
            (*score, *count) = (*score + act.score, *count + 1);
        }
    }
    years
}

#[test]
fn the_declared_sentence_counts_what_the_events_give() {
    let dossier = dossier();
    let (us, russia) = (yearly(&dossier, "us"), yearly(&dossier, "russia"));
    let [mut opposite, mut together, mut still] = [0; 3];
    for year in 1992..=2025 {
        // In tenths, as Goldstein’s scores are: sums of decimals that are equal differ in their last bits.
        let tenths = |score: f64| (score * 10.0).round();
        let step = |side: &BTreeMap<i32, (f64, usize)>| tenths(side[&year].0) - tenths(side[&(year - 1)].0);
        match step(&us) * step(&russia) {
            moved if moved < 0.0 => opposite += 1,
            moved if moved > 0.0 => together += 1,
            _ => still += 1,
        }
    }
    let sentence = format!(
        "United States and Russia, 1991 to 2025: 34 steps from one year to the next. In {opposite} the two scores moved \
         oppositely, in {together} together; in {still} at least one did not move."
    );
    let text = outline::to_html(&outline::document(&dossier));
    assert!(text.contains(&sentence), "{sentence}");
    // The article's first argument is held against the same count.
    let h01 = dossier.strings.get("claim", "h01-see-saw.text").unwrap();
    assert!(
        h01.contains(&format!("{opposite} of 34")) && h01.contains(&format!("together in {together}")),
        "{h01}"
    );
}

#[test]
fn the_table_of_years_has_every_score_and_count() {
    let dossier = dossier();
    let page = outline::to_html(&outline::test_page(&dossier));
    for (partner, column) in [("us", 0), ("russia", 1), ("china", 2), ("japan", 8)] {
        for (year, (score, events)) in yearly(&dossier, partner) {
            let row = page.split(&format!("<th scope=\"row\">{year}</th>")).nth(1).unwrap();
            let cell = row.split("<td>").nth(column + 1).unwrap().split("</td>").next().unwrap();
            let wanted = match events {
                0 => "–".to_owned(),
                _ => format!("{} ({events})", dossier.strings.decimal(score)),
            };
            assert_eq!(cell, wanted, "{partner} {year}");
        }
    }
}

/// What may be said depends on the intervals alone, and nothing else is said.
#[test]
fn no_row_says_more_than_its_interval() {
    let dossier = dossier();
    let tested = Tested::of(&dossier).unwrap();
    let page = outline::to_html(&outline::test_page(&dossier));
    for pair in tested.side_pairs() {
        let judged = Judged::whole(tested.compare_sides(pair.sides, Whose::All, tested.years));
        let name = |side: usize| dossier.title("side", &tested.plan.sides[side].id);
        let head = format!("<th scope=\"row\">{} – {}</th>", name(pair.sides.0), name(pair.sides.1));
        let row = page.split(&head).nth(1).unwrap().split("</tr>").next().unwrap();
        let said = row.split("<td>").nth(1).unwrap().split("</td>").next().unwrap();
        let wanted = match judged.intervals() {
            None => "counts only",
            Some(of) if of.pearson.high < 0.0 && of.spearman.high < 0.0 => "against each other",
            Some(of) if of.pearson.low > 0.0 && of.spearman.low > 0.0 => "together",
            Some(_) => "cannot tell",
        };
        assert_eq!(said, wanted, "{head}");
        if wanted == "counts only" {
            assert!(!row.contains(" to "), "counts only, and yet an interval: {row}");
        }
    }
}

#[test]
fn a_short_window_gives_counts_and_no_coefficient() {
    let dossier = dossier();
    let tested = Tested::of(&dossier).unwrap();
    let mut view = TestView::first(&tested);
    let day = |iso: &str| f64::from(Day::parse_iso(iso).unwrap().0);
    view.days = (day("2001-06-01"), day("2012-06-01"));
    assert_eq!(view.whole_years(&tested), (2002, 2011));
    let years = view.whole_years(&tested);
    let judged: Vec<_> = tested
        .side_pairs()
        .into_iter()
        .map(|pair| (pair, Judged::whole(tested.compare_sides(pair.sides, view.whose, years))))
        .collect();
    assert!(judged.iter().all(|(_, judged)| judged.reading() == Some(Reading::TooShort)));
    let said = outline::to_html(&outline::test_results(&tested, &dossier.strings, &view, &judged));
    assert!(
        said.contains("2002 to 2011: 9 steps") && !said.contains("Pearson 0") && !said.contains("interval"),
        "{said}"
    );
    assert_eq!(judged.iter().filter(|(pair, _)| pair.role == Role::Declared).count(), 1);
    assert!(
        said.find("ux-declared").unwrap() < said.find("ux-explored").unwrap(),
        "the declared one comes first"
    );
}

#[test]
fn the_pair_in_the_picture_has_its_own_sentences_and_its_role() {
    let dossier = dossier();
    let tested = Tested::of(&dossier).unwrap();
    let mut view = TestView::first(&tested);
    let judged: Vec<_> = tested
        .side_pairs()
        .into_iter()
        .map(|pair| (pair, Judged::whole(tested.compare_sides(pair.sides, view.whose, tested.years))))
        .collect();
    let said =
        |view: &TestView| outline::to_html(&outline::test_results(&tested, &dossier.strings, view, &judged));
    assert!(!said(&view).contains("In the picture"));
    view.sides = judged[1].0.sides;
    assert!(said(&view).contains("In the picture: United States – China (exploratory)"));
    assert!(said(&view).contains("United States and China, 1991 to 2025: 34 steps"));
}

#[test]
fn a_year_names_its_events_the_largest_share_first() {
    let dossier = dossier();
    let tested = Tested::of(&dossier).unwrap();
    let mut view = TestView::first(&tested);
    assert!(outline::test_year(&tested, &dossier.strings, &view).is_empty());
    view.year = Some(2005);
    let said = outline::to_html(&outline::test_year(&tested, &dossier.strings, &view));
    // Notice and departure are one campaign.
    assert!(
        said.contains("Tashkent gives notice on Karshi-Khanabad, with 1 more of the same campaign (100 %)"),
        "{said}"
    );
    assert!(
        said.contains("#event=k2-eviction-notice") && said.contains("#event=alliance-treaty-russia"),
        "{said}"
    );
    view.year = Some(1993);
    assert!(outline::to_html(&outline::test_year(&tested, &dossier.strings, &view)).contains("No coded act."));
}

#[test]
fn no_word_of_the_test_is_idle() {
    fn sources(folder: &Path) -> String {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(
                |path| {
                    if path.is_dir() {
                        sources(&path)
                    } else {
                        fs::read_to_string(&path).unwrap_or_default()
                    }
                },
            )
            .collect()
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all: String = ["src", "xtask/src", "www"].iter().map(|folder| sources(&root.join(folder))).collect();
    for (key, _) in dossier().strings.section("test") {
        let used = ["\"", "'"].iter().any(|mark| all.contains(&[mark, key, mark].concat()));
        assert!(used, "test.{key} is used nowhere");
    }
}
