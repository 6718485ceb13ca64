//! The pictures of the panel “Test it” at every width: nothing overlaps, columns are the scores, marks the counted steps.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

#[path = "golden/compare.rs"]
mod compare;
#[path = "panel/golden.rs"]
mod golden;
#[path = "panel/sample.rs"]
mod sample;
#[path = "panel/words.rs"]
mod words;

use proptest::prelude::*;
use std::sync::OnceLock;
use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::layout::{
    CountMark, MomentsLayout, ScatterLayout, ScoresLayout, StepKind, TiesLayout, TEXT_CSS_PX,
};
use us_uz_explainer::model::{update, Msg, State, TestView};
use us_uz_explainer::relations::{mean_and_deviation, moments_shown, Counts, Tested, HALF_LIVES};
use us_uz_explainer::scene::{moments_scene, scatter_scene, scores_scene, Scene, Shape};
use us_uz_explainer::text::{Day, Strings, TableMeasure};

const WIDTHS: [f64; 7] = [280.0, 320.0, 390.0, 600.0, 768.0, 900.0, 1280.0];

struct Told {
    dossier: Dossier,
    tested: Tested,
    strings: Strings,
}

fn told() -> &'static Told {
    static TOLD: OnceLock<Told> = OnceLock::new();
    TOLD.get_or_init(|| {
        let dossier = Dossier::read_whole(&Files::built_in_with_detail()).unwrap_or_else(|p| panic!("{p:?}"));
        let (tested, strings) = (Tested::of(&dossier).unwrap(), words::with_words(dossier.strings.clone()));
        Told { dossier, tested, strings }
    })
}

fn first_of(year: i32, month: u32) -> f64 {
    f64::from(Day::from_ymd(year, month, 1).unwrap().0)
}

/// Each pair of sides, with and without curves, with a chosen year, in windows of all lengths.
fn views() -> Vec<TestView> {
    let tested = &told().tested;
    let first = TestView::first(tested);
    let mut views = Vec::new();
    for (n, pair) in tested.side_pairs().into_iter().enumerate() {
        let half_life = Some(HALF_LIVES[n % 4]);
        views.push(TestView { sides: pair.sides, half_life, fan: n % 3 == 0, ..first.clone() });
    }
    for days in [
        (first_of(2003, 6), first_of(2014, 3)),
        (first_of(2005, 1), first_of(2006, 1)),
        (first_of(2004, 11), first_of(2005, 2)),
        (first_of(1991, 1), first_of(1994, 1)),
    ] {
        views.push(TestView { days, year: Some(2005), half_life: Some(2.0), ..first.clone() });
    }
    views.extend([1991, 2012, 2025].map(|year| TestView { year: Some(year), ..first.clone() }));
    views.push(first);
    views
}

fn scores(view: &TestView, width: f64) -> ScoresLayout {
    ScoresLayout::new(view, &told().tested, &told().strings, width, &TableMeasure)
}

/// No word leaves the picture or touches another, and none is smaller than the least size.
fn holds_its_words(scene: &Scene, what: &str) {
    let words = words::words(scene);
    assert!(words.len() > 8, "{what}: {} words", words.len());
    for (n, (text, rect)) in words.iter().enumerate() {
        assert!(scene.size.grown(0.5).holds(rect), "{what}: “{text}” leaves the picture: {rect:?}");
        for (other, room) in &words[n + 1..] {
            assert!(!rect.overlaps(room), "{what}: “{text}” over “{other}”");
        }
    }
    for shape in scene.base.iter().chain(&scene.overlay) {
        if let Shape::Text { size_css_px, text, .. } = shape {
            assert!(*size_css_px >= TEXT_CSS_PX, "{what}: {text}");
            assert!(!text.is_empty(), "{what}");
        }
    }
}

#[test]
fn nothing_overlaps_at_any_width() {
    for width in WIDTHS {
        for view in views() {
            let what = format!("{view:?} at {width}");
            holds_its_words(&scores_scene(&scores(&view, width)), &what);
            let size = (width.min(640.0), (width * 0.9).min(520.0));
            let scatter = ScatterLayout::new(&view, &told().tested, &told().strings, size, &TableMeasure);
            holds_its_words(&scatter_scene(&scatter), &what);
        }
        holds_its_words(&moments_scene(&moments(width)), &format!("moments at {width}"));
    }
}

#[test]
fn every_year_has_a_column_as_long_as_its_score() {
    let tested = &told().tested;
    for width in WIDTHS {
        for view in views() {
            let layout = scores(&view, width);
            for row in &layout.rows {
                let years = tested.yearly(row.side, view.whose);
                let values: Vec<f64> = years.iter().map(|year| year.score).collect();
                let deviation = mean_and_deviation(&values).1;
                for column in &row.columns {
                    let year = years.iter().find(|year| year.year == column.year).unwrap();
                    let height = year.score / deviation * row.deviation_css_px;
                    assert!((column.rect.h - height.abs()).abs() < 1e-9, "{} at {width}", column.year);
                    let foot = if height > 0.0 { column.rect.bottom() } else { column.rect.y };
                    assert!((foot - row.zero).abs() < 1e-9, "{} at {width}", column.year);
                    assert!(row.rect.grown(1e-6).holds(&column.rect), "{} at {width}", column.year);
                    assert_eq!(column.events, year.events);
                    assert_eq!(column.count.is_some(), year.events > 0 && !cut(&layout, column.year));
                    if let Some(CountMark::Dots(dots)) = &column.count {
                        assert_eq!(dots.len(), year.events);
                        assert!(dots.iter().all(|dot| dot.1 < row.bottom));
                    }
                }
                let (first, last) = view.whole_years(tested);
                let whole: Vec<i32> = row.columns.iter().filter(|c| c.whole).map(|c| c.year).collect();
                assert_eq!(whole, (first..=last).collect::<Vec<i32>>(), "{view:?} at {width}");
            }
            let [a, b] = &layout.rows;
            assert!((a.deviation_css_px - b.deviation_css_px).abs() < 1e-9);
            for (a, b) in a.columns.iter().zip(&b.columns) {
                assert_eq!((a.year, a.rect.x, a.rect.w), (b.year, b.rect.x, b.rect.w));
            }
        }
    }
}

/// Whether the window cuts a year so that its count may have no room.
fn cut(layout: &ScoresLayout, year: i32) -> bool {
    !layout.rows[0].columns.iter().any(|column| column.year == year && column.whole)
        && layout.rows.iter().flat_map(|row| &row.columns).any(|c| c.year == year && c.count.is_none())
}

#[test]
fn the_marks_between_the_rows_are_the_counted_steps() {
    let tested = &told().tested;
    for width in WIDTHS {
        for view in views() {
            let layout = scores(&view, width);
            let compared = tested.compare_sides(view.sides, view.whose, view.whole_years(tested));
            let count = |kind| layout.strip.marks.iter().filter(|mark| mark.kind == kind).count();
            let found = Counts {
                opposite: count(StepKind::Opposite),
                together: count(StepKind::Together),
                still: count(StepKind::Still),
            };
            assert_eq!(found, compared.counts, "{view:?}");
            for mark in &layout.strip.marks {
                assert!((mark.at.0 - layout.scale.px(first_of(mark.year, 1))).abs() < 1e-9);
            }
            let size = (width.min(640.0), 400.0);
            let scatter = ScatterLayout::new(&view, tested, &told().strings, size, &TableMeasure);
            let mut years: Vec<i32> = scatter.points.iter().flat_map(|point| point.years.clone()).collect();
            years.sort_unstable();
            assert_eq!(years, compared.steps.iter().map(|step| step.year).collect::<Vec<i32>>());
            for point in &scatter.points {
                assert!(scatter.plot.grown(-3.0).distance_to(point.at.0, point.at.1) <= 0.0, "{point:?}");
                let found = scatter.invert(point.at.0, point.at.1);
                assert_eq!(found, point.years.first().copied());
            }
        }
    }
}

/// A drawn step stands where its difference says: a point in a shaded quarter ran against the other side.
#[test]
fn steps_against_each_other_lie_in_the_shaded_quarters() {
    let view = TestView::first(&told().tested);
    let scatter = ScatterLayout::new(&view, &told().tested, &told().strings, (600.0, 500.0), &TableMeasure);
    for point in &scatter.points {
        let (dx, dy) = (point.at.0 - scatter.zero.0, scatter.zero.1 - point.at.1);
        let kind = if dx * dy < 0.0 {
            StepKind::Opposite
        } else if dx * dy > 0.0 {
            StepKind::Together
        } else {
            StepKind::Still
        };
        assert_eq!(point.kind, kind, "{point:?}");
        let shaded = scatter.opposite.iter().any(|q| q.distance_to(point.at.0, point.at.1) <= 0.0);
        assert!(shaded || kind != StepKind::Opposite, "{point:?}");
    }
}

#[test]
fn influence_holds_its_curve() {
    for view in views().into_iter().filter(|view| view.half_life.is_some()) {
        let layout = scores(&view, 768.0);
        let band = layout.curves.unwrap();
        for curve in &band.curves {
            let n = curve.line.len();
            assert_eq!(curve.influence.len(), 2 * n);
            for (at, (x, y)) in curve.line.iter().enumerate() {
                let (high, low) = (curve.influence[at], curve.influence[2 * n - 1 - at]);
                assert!(high.0 == *x && low.0 == *x);
                assert!(high.1 <= y + 1e-9 && *y <= low.1 + 1e-9, "{view:?} at {x}");
            }
            let all = curve.line.iter().chain(&curve.influence).chain(curve.fan.iter().flatten());
            assert!(all.copied().all(|(x, y)| band.rect.grown(1e-6).distance_to(x, y) <= 0.0));
            assert_eq!(curve.fan.len(), if view.fan { 27 } else { 0 });
            assert!(curve.name.is_some());
            for kink in &curve.kinks {
                assert!(kink.words.text.starts_with(&kink.year.to_string()));
            }
        }
        assert!(band.curves[1].dashed && !band.curves[0].dashed);
    }
}

#[test]
fn time_stands_where_it_stands_in_the_ties_picture() {
    let Told { dossier, tested, strings } = told();
    for width in WIDTHS {
        for (from, to) in [((1991, 1), (2025, 12)), ((2004, 2), (2011, 9))] {
            let mut state = State::first(dossier);
            let day = |(y, m): (i32, u32)| Day::from_ymd(y, m, 28).unwrap();
            update(&mut state, Msg::Range(day(from), day(to)), dossier);
            let ties = TiesLayout::new(&state, dossier, width, &TableMeasure);
            let view = TestView { days: state.motion.shown.days, ..TestView::first(tested) };
            let layout = ScoresLayout::new(&view, tested, strings, width, &TableMeasure);
            assert_eq!((layout.scale, layout.ticks), (ties.scale, ties.ticks), "at {width}");
        }
    }
}

#[test]
fn the_height_is_the_same_for_all_windows_sides_and_years() {
    for width in WIDTHS {
        for half_life in [None, Some(1.0), Some(10.0)] {
            let heights =
                views().into_iter().map(|view| scores(&TestView { half_life, ..view }, width).size.h);
            let heights: Vec<f64> = heights.collect();
            assert!(heights.iter().all(|height| *height == heights[0]), "at {width}: {heights:?}");
        }
    }
}

fn moments(width: f64) -> MomentsLayout {
    let Told { dossier, tested, strings } = told();
    let (a, b) = tested.plan.moment_sides;
    let name = |side: usize| strings.get("side", &tested.plan.sides[side].id).unwrap();
    MomentsLayout::new(&moments_shown(dossier), [name(a), name(b)], strings, width, &TableMeasure)
}

#[test]
fn moments_are_of_one_size_and_show_all_that_changed() {
    let shown = moments_shown(&told().dossier);
    for width in WIDTHS {
        let layout = moments(width);
        assert_eq!(layout.panels.len(), shown.len());
        let first = &layout.panels[0];
        for (panel, moment) in layout.panels.iter().zip(&shown) {
            assert!(layout.size.grown(0.5).holds(&panel.rect));
            assert_eq!((panel.rect.w, panel.rect.h), (first.rect.w, first.rect.h));
            assert_eq!(panel.axis.y - panel.rect.y, first.axis.y - first.rect.y);
            for (half, side) in panel.halves.iter().zip(&moment.sides) {
                assert_eq!((half.bars.len(), half.marks.len()), (side.changed.len(), side.events.len()));
                for bar in &half.bars {
                    assert!(half.rect.grown(1e-6).holds(&bar.rect), "{} at {width}", bar.id);
                }
                for (n, mark) in half.marks.iter().enumerate() {
                    assert!(half.rect.grown(-4.0).distance_to(mark.at.0, mark.at.1) <= 0.0, "{}", mark.id);
                    let near = |other: &us_uz_explainer::layout::MomentMark| {
                        (other.at.0 - mark.at.0).abs() < 12.0 && (other.at.1 - mark.at.1).abs() < 12.0
                    };
                    assert!(!half.marks[n + 1..].iter().any(near), "{} at {width}", mark.id);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_window_at_every_width_holds(
        from in 7670..20_000i32,
        length in 30..12_800i32,
        width in 280.0..1500.0f64,
        half_life in prop_oneof![Just(None), Just(Some(2.0))],
    ) {
        let days = (f64::from(from), f64::from((from + length).min(20_454)));
        prop_assume!(days.1 - days.0 > 20.0);
        let view = TestView { days, half_life, year: Some(2005), ..TestView::first(&told().tested) };
        let layout = scores(&view, width);
        holds_its_words(&scores_scene(&layout), &format!("{view:?} at {width}"));
        for year in 1991..=2025 {
            if let Some(rect) = layout.year_rect(year) {
                let found = layout.invert(rect.x + rect.w / 2.0, rect.y + rect.h / 2.0);
                prop_assert_eq!(found, Some(year));
            }
        }
        prop_assert_eq!(layout.invert(layout.plot.x - 1.0, layout.plot.y), None);
    }
}
