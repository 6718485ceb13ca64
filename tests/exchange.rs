//! What the panel's wasm reads is what was written natively: the same scores, comparisons, curves, examples and words.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the answer")]

use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::layout::{MomentsLayout, ScatterLayout, ScoresLayout};
use us_uz_explainer::model::TestView;
use us_uz_explainer::outline;
use us_uz_explainer::relations::{
    exchange, fan, moments_shown, months, standardised, stock, Judged, MomentShown, Tested, Whose, HALF_LIVES,
};
use us_uz_explainer::scene::{moments_scene, scatter_scene, scores_scene};
use us_uz_explainer::text::{Strings, TableMeasure};

fn dossier() -> Dossier {
    Dossier::read_whole(&Files::built_in_with_detail()).unwrap()
}

fn both() -> (Tested, (Tested, Vec<MomentShown>, Strings)) {
    let dossier = dossier();
    let read = exchange::read(&exchange::write(&dossier).unwrap()).unwrap();
    (Tested::of(&dossier).unwrap(), read)
}

#[test]
fn scores_and_comparisons_are_the_same() {
    let (own, (read, ..)) = both();
    assert_eq!((own.years, own.plan.declared, &own.tints), (read.years, read.plan.declared, &read.tints));
    assert_eq!((&own.rows, &own.plan.sides), (&read.rows, &read.plan.sides));
    assert_eq!(own.side_pairs(), read.side_pairs());
    for whose in [Whose::All, Whose::Home] {
        for side in 0..own.plan.sides.len() {
            assert_eq!(own.yearly(side, whose), read.yearly(side, whose), "{side}");
            let ids = |tested: &Tested| -> Vec<String> {
                tested.scored(side, whose).iter().map(|act| tested.events[act.event].clone()).collect()
            };
            assert_eq!(ids(&own), ids(&read));
        }
        for pair in own.side_pairs() {
            for years in [own.years, (2001, 2016)] {
                let of = |tested: &Tested| tested.compare_sides(pair.sides, whose, years);
                assert_eq!(of(&own), of(&read), "{pair:?}");
            }
        }
    }
    assert_eq!(own.line_pairs(), read.line_pairs());
    for pair in own.line_pairs() {
        assert_eq!(own.compare_lines(&pair).unwrap(), read.compare_lines(&pair).unwrap(), "{pair:?}");
    }
}

#[test]
fn curves_are_the_same() {
    let (own, (read, ..)) = both();
    let months = months(own.years);
    for side in [own.plan.declared.0, own.plan.declared.1] {
        for half_life in HALF_LIVES {
            let of =
                |tested: &Tested| standardised(&stock(&tested.scored(side, Whose::All), half_life, &months));
            assert_eq!(of(&own), of(&read));
        }
        let of = |tested: &Tested| fan(&tested.acts, tested.partners(side), Whose::Home, &months);
        assert_eq!(of(&own), of(&read));
    }
}

#[test]
fn examples_and_words_are_the_same() {
    let dossier = dossier();
    let (_, moments, strings) = both().1;
    assert_eq!(moments_shown(&dossier), moments);
    for section in ["date", "moment", "number", "plural", "row", "side"] {
        assert!(dossier.strings.section(section).eq(strings.section(section)), "{section}");
    }
    for (key, text) in strings.section("test") {
        assert_eq!(dossier.strings.get("test", key), Some(text));
    }
    for tie in moments.iter().flat_map(|moment| &moment.sides).flat_map(|side| &side.changed) {
        assert_eq!(strings.get("tie_short", &tie.id), dossier.strings.get("tie_short", &tie.id));
    }
    assert!(strings.section("event").next().is_none(), "titles come from the page");
    assert_ne!(strings.ui("article-ends"), "article-ends");
}

/// Every key of the words that some source asks for must have gone along: nothing said or drawn differs.
#[test]
fn what_is_said_and_drawn_is_the_same() {
    let mut dossier = dossier();
    let (own, (read, moments, mut strings)) = both();
    let titles: Vec<String> =
        own.events.iter().map(|id| format!("{id}\t{}", dossier.title("event", id))).collect();
    strings.put("event", titles.iter().filter_map(|line| line.split_once('\t')));
    dossier.set_titles(&titles.join("\n"));
    let mut view = TestView::first(&own);
    for (whose, year, half_life) in [(Whose::All, None, None), (Whose::Home, Some(2005), Some(2.0))] {
        (view.whose, view.year, view.half_life, view.fan) = (whose, year, half_life, half_life.is_some());
        let judged: Vec<_> = own
            .side_pairs()
            .into_iter()
            .map(|pair| (pair, Judged::whole(own.compare_sides(pair.sides, whose, own.years))))
            .collect();
        let said = |tested: &Tested, strings: &Strings| {
            let mut nodes = outline::test_results(tested, strings, &view, &judged);
            nodes.extend(outline::test_year(tested, strings, &view));
            nodes.extend(outline::test_legend(strings, &view));
            let choices = (outline::test_pairs(tested, strings), outline::test_curves(strings));
            (outline::to_html(&nodes), choices)
        };
        assert_eq!(said(&own, &dossier.strings), said(&read, &strings));
        let drawn = |tested: &Tested, strings: &Strings, moments: &[MomentShown]| {
            let scores = ScoresLayout::new(&view, tested, strings, 700.0, &TableMeasure);
            let scatter = ScatterLayout::new(&view, tested, strings, (400.0, 400.0), &TableMeasure);
            let sides = ["a", "b"];
            let moments = MomentsLayout::new(moments, sides, strings, 700.0, &TableMeasure);
            [scores_scene(&scores).base, scatter_scene(&scatter).base, moments_scene(&moments).base]
        };
        let own = drawn(&own, &dossier.strings, &moments_shown(&dossier));
        assert_eq!(own, drawn(&read, &strings, &moments));
    }
}

#[test]
fn numbers_with_more_decimals_than_the_reader_knows_go_along_bit_by_bit() {
    let mut dossier = dossier();
    let series = dossier.test_plan.as_ref().unwrap().series[0].series;
    let odd = [1e300, 1e-300, 0.1 + 0.2, f64::MIN_POSITIVE, -1.0 / 3.0, 0.0];
    for (known, odd) in dossier.series[series].lines[0].values.iter_mut().zip(odd) {
        known.1 = odd;
    }
    let (read, ..) = exchange::read(&exchange::write(&dossier).unwrap()).unwrap();
    let found = read.series_of(0).unwrap().lines[0].values.iter().map(|(_, value)| value.to_bits());
    assert!(found.take(odd.len()).eq(odd.map(f64::to_bits)));
}

#[test]
fn what_tests_nothing_is_not_written_and_what_is_something_else_is_not_read() {
    let mut dossier = dossier();
    let text = exchange::write(&dossier).unwrap();
    assert!(text.len() < 60_000, "{} bytes", text.len());
    dossier.test_plan = None;
    assert_eq!(exchange::write(&dossier), None);
    for other in [
        "",
        "{}",
        "[]",
        "null",
        &text[..text.len() / 2],
        &text.replace("\"acts\"", "\"facts\"").replace("\"years\"", "\"ears\""),
    ] {
        assert!(exchange::read(other).is_none());
    }
}
