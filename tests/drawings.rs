//! The small drawings of figures and series: everything within the picture, no words over words, gaps left open.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, reason = "in a test a panic is the answer")]

use us_uz_explainer::dossier::{Dossier, Files};
use us_uz_explainer::layout::{Anchor, FigureLayout, SeriesLayout};
use us_uz_explainer::scene::{figure_scene, series_scene, Scene, Shape};
use us_uz_explainer::text::{Measure, TableMeasure};

const WIDTHS: [f64; 4] = [240.0, 300.0, 380.0, 680.0];

fn dossier() -> Dossier {
    Dossier::read_whole(&Files::built_in_with_detail()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Left, top, right, bottom of each text.
fn texts(scene: &Scene) -> Vec<(String, [f64; 4])> {
    let place = |shape: &Shape| match shape {
        Shape::Text { at, anchor, text, size_css_px, bold, .. } => {
            let width = TableMeasure.width_css_px(text, *size_css_px, *bold);
            let left = match anchor {
                Anchor::Start => at.0,
                Anchor::Middle => at.0 - width / 2.0,
                Anchor::End => at.0 - width,
            };
            let half = size_css_px / 2.0;
            Some((text.clone(), [left, at.1 - half, left + width, at.1 + half]))
        }
        _ => None,
    };
    scene.base.iter().filter_map(place).collect()
}

fn held(scene: &Scene, what: &str) {
    let texts = texts(scene);
    for (n, (text, [left, top, right, bottom])) in texts.iter().enumerate() {
        let inside =
            *left >= -0.5 && *top >= -0.5 && *right <= scene.size.w + 0.5 && *bottom <= scene.size.h + 0.5;
        assert!(inside, "{what}: “{text}” leaves the picture: {left} {top} {right} {bottom}");
        for (other, [l, t, r, b]) in texts.iter().skip(n + 1) {
            let apart = right <= l || r <= left || bottom <= t || b <= top;
            assert!(apart, "{what}: “{text}” lies over “{other}”");
        }
    }
}

#[test]
fn figures_stay_within_their_picture_and_their_words_apart() {
    let dossier = dossier();
    for figure in &dossier.figures {
        for width in WIDTHS {
            let layout = FigureLayout::new(figure, &dossier, width, &TableMeasure);
            held(&figure_scene(&layout), &format!("{} at {width}", figure.id));
            let (zero, _) = layout.ticks[0];
            for (dot, value) in layout.dots.iter().zip(&figure.values) {
                let longest = figure.values.iter().map(|value| value.value).fold(0.0, f64::max);
                let far = layout.dots.iter().map(|dot| dot.at.0).fold(0.0, f64::max);
                let share = (dot.at.0 - zero) / (far - zero);
                assert!((share - value.value / longest).abs() < 1e-9, "{} is drawn in proportion", figure.id);
            }
        }
    }
}

#[test]
fn series_stay_within_their_picture_and_leave_gaps_open() {
    let dossier = dossier();
    for series in &dossier.series {
        for width in WIDTHS {
            let layout = SeriesLayout::new(series, &dossier, width, &TableMeasure);
            held(&series_scene(&layout), &format!("{} at {width}", series.id));
            for (panel, line) in layout.panels.iter().zip(&series.lines) {
                let gaps = line.values.windows(2).filter(|pair| pair[1].0 - pair[0].0 > 1).count();
                assert_eq!(panel.runs.len(), gaps + 1, "{}: a line spans a gap", series.id);
                assert_eq!(panel.runs.iter().map(Vec::len).sum::<usize>(), line.values.len());
            }
        }
    }
}
