//! A second dossier, `www/examples/finland/`: what is told there is drawn and said as the first one is, and nothing of the
//! first one comes with it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod nodes;

use nodes::assert_whole;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use us_uz_explainer::dossier::{check_report, Dossier, Files};
use us_uz_explainer::layout::{Ground, MapLayout, Rect, TiesLayout};
use us_uz_explainer::model::{update, Group, Msg, State, Target};
use us_uz_explainer::outline::{self, Node};
use us_uz_explainer::paint;
use us_uz_explainer::scene::{ties_scene, Hit};
use us_uz_explainer::text::TableMeasure;

const FOLDER: &str = "www/examples/finland";
const WIDTHS: [f64; 8] = [160.0, 280.0, 340.0, 420.0, 600.0, 900.0, 1100.0, 1920.0];
const MAP_SIZES: [(f64, f64); 5] =
    [(240.0, 240.0), (340.0, 265.0), (420.0, 330.0), (720.0, 560.0), (1200.0, 560.0)];

/// Name and text of each file, as a dossier names them.
fn texts() -> &'static [(String, Vec<u8>)] {
    static TEXTS: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
        let mut texts = Vec::new();
        for (folder, before) in [(root.clone(), ""), (root.join("strings"), "strings/")] {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|e| e == "json") {
                    let name = path.file_name().unwrap().to_string_lossy().into_owned();
                    texts.push((format!("{before}{name}"), std::fs::read(&path).unwrap()));
                }
            }
        }
        texts
    })
}

fn files() -> Files<'static> {
    Files::new(texts().iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect())
}

fn text(name: &str) -> &'static str {
    let (_, text) = texts().iter().find(|(known, _)| known == name).unwrap();
    std::str::from_utf8(text).unwrap()
}

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| Dossier::read_whole(&files()).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// The first state and each step of the story.
fn states() -> Vec<State> {
    let at = |step: usize| {
        let mut state = State::first(dossier());
        update(&mut state, Msg::Step(step), dossier());
        state
    };
    std::iter::once(State::first(dossier())).chain((0..dossier().story.len()).map(at)).collect()
}

#[test]
fn it_has_no_problem_and_leaves_out_what_may_be_left_out() {
    let report = check_report(&files());
    assert!(report.problems.is_empty(), "{report}");
    let d = dossier();
    assert!(d.manifest.article.is_none() && d.bases.is_empty() && d.land.disputed.is_empty());
    assert!(d.claims.is_empty() && d.figures.is_empty() && d.series.is_empty());
    assert!((18..=25).contains(&d.events.len()) && (8..=12).contains(&d.ties.len()));
    assert!(
        text("land.json").len() <= include_str!("../data/land.json").len(),
        "the map is larger than the first"
    );
}

#[test]
fn its_digest_is_read_back_and_gives_the_same_pictures() {
    let d = dossier();
    let digest = Dossier::from_digest(&d.digest(text("land.json")).unwrap()).unwrap();
    for state in states() {
        for width in [340.0, 900.0] {
            let height = MapLayout::height_for(width);
            assert!(
                paint::svg::ties(d, &state, width).unwrap()
                    == paint::svg::ties(&digest, &state, width).unwrap()
            );
            assert!(
                paint::svg::map(d, &state, width, height).unwrap()
                    == paint::svg::map(&digest, &state, width, height).unwrap()
            );
        }
        assert_eq!(outline::map_legend(&state, d), outline::map_legend(&state, &digest));
        assert_eq!(outline::announce_cursor(&state, d), outline::announce_cursor(&state, &digest));
    }
}

#[test]
fn bars_names_marks_and_rows_keep_apart_at_every_width() {
    let d = dossier();
    for state in states() {
        for width in WIDTHS {
            let layout = TiesLayout::new(&state, d, width, &TableMeasure);
            for pair in layout.rows.windows(2) {
                assert!(pair[0].rect.bottom() < pair[1].rect.y, "rows at {width}");
            }
            for row in &layout.rows {
                let taken: Vec<Rect> = row.bars.iter().map(with_name).collect();
                for (n, rect) in taken.iter().enumerate() {
                    assert!(layout.size.grown(0.5).holds(rect), "a bar or its name leaves {width}");
                    assert!(taken[n + 1..].iter().all(|other| !rect.overlaps(other)), "bars at {width}");
                }
            }
            let scene = ties_scene(&state, d, &layout, &TableMeasure);
            let is_mark = |hit: &&Hit| matches!(hit.target, Target::Event(_) | Target::Cluster(_));
            let marks: Vec<&Hit> = scene.hits.iter().filter(is_mark).collect();
            assert!(!marks.is_empty(), "no event at {width}");
            for (n, a) in marks.iter().enumerate() {
                let apart = |b: &&Hit| !a.rect.grown(-0.1).overlaps(&b.rect);
                assert!(marks[n + 1..].iter().all(apart), "{a:?} covers another at {width}");
            }
        }
    }
}

/// A bar together with its name.
fn with_name(bar: &us_uz_explainer::layout::Bar) -> Rect {
    let Some(name) = &bar.name else { return bar.rect };
    let left = bar.rect.x.min(name.x);
    Rect::new(left, bar.rect.y, bar.rect.right().max(name.x + name.width) - left, bar.rect.h)
}

#[test]
fn each_row_and_theme_is_used_and_every_tie_has_its_bar() {
    let d = dossier();
    let mut whole = State::first(d);
    update(&mut whole, Msg::Range(d.manifest.domain.0, d.manifest.domain.1), d);
    let layout = TiesLayout::new(&whole, d, 900.0, &TableMeasure);
    let bars: BTreeSet<usize> = layout.rows.iter().flat_map(|row| &row.bars).map(|bar| bar.tie).collect();
    assert_eq!(bars.len(), d.ties.len());
    assert_eq!(layout.rows.len(), d.manifest.rows.len());
    let themes: BTreeSet<usize> = d.events.iter().map(|event| event.theme).collect();
    assert_eq!(themes.len(), d.manifest.themes.len());
}

#[test]
fn the_map_looks_at_its_own_country_and_labels_keep_apart() {
    let d = dossier();
    let ground = Ground::new(d);
    let home = d.strings.get("country", &d.manifest.home).unwrap();
    for mut state in states() {
        for camera in 0..d.manifest.cameras.len() {
            update(&mut state, Msg::Choose(Group::Camera, camera, true), d);
            for size in MAP_SIZES {
                let map = MapLayout::new(&state, d, &ground, size, &TableMeasure);
                for (n, label) in map.labels.iter().enumerate() {
                    assert!(map.size.holds(&label.rect), "{} leaves {size:?}", label.text);
                    for other in &map.labels[n + 1..] {
                        let apart = !label.rect.overlaps(&other.rect);
                        assert!(apart, "{} over {} at {size:?}", label.text, other.text);
                    }
                }
                let named = map.labels.iter().any(|label| label.text == home);
                assert!(named || d.manifest.cameras[camera].id == "world", "home is not named at {size:?}");
            }
        }
    }
}

#[test]
fn its_text_has_every_record_once_and_no_gap() {
    let d = dossier();
    let document = outline::document(d);
    assert_whole(&document, d);
    let cards = outline::record_cards(d);
    assert_eq!(cards.len(), d.events.len() + d.ties.len() + d.bases.len() + d.story.len());
    let mut said: Vec<Node> = document;
    said.extend(cards.into_iter().flat_map(|(_, nodes)| nodes));
    said.extend(outline::ties_legend(d));
    for question in 0..d.manifest.questions.len() {
        let mut state = State::first(d);
        update(&mut state, Msg::Choose(Group::Question, question, true), d);
        said.extend(outline::map_legend(&state, d));
    }
    // A word that is missing shows as its key.
    let main: serde_json::Value = serde_json::from_str(include_str!("../data/strings/en.json")).unwrap();
    let html = outline::to_html(&said);
    for key in main["ui"].as_object().unwrap().keys().filter(|key| key.contains('-')) {
        assert!(!html.contains(&format!(">{key}<")), "the text says {key} instead of words");
    }
}

/// Words of the interface that only some dossiers need: of an article, of bases, of disputed lines and former lakes.
const OPTIONAL: [&str; 8] = [
    "article-ends",
    "card-article",
    "card-article-place",
    "credit",
    "map-legend-aral",
    "map-legend-base",
    "map-legend-disputed",
    "swing-note",
];

#[test]
fn it_has_all_words_of_the_interface_and_none_of_the_first_dossier() {
    let of = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
    let main = of(include_str!("../data/strings/en.json"));
    let own = of(text("strings/en.json"));
    for section in ["date", "number", "plural", "ui"] {
        for key in main[section].as_object().unwrap().keys() {
            let optional = section == "ui" && OPTIONAL.contains(&key.as_str());
            assert!(optional || own[section][key].is_string(), "{section} {key} is missing");
        }
    }
    let told = texts().iter().filter(|(name, _)| name != "land.json");
    for (name, text) in told {
        let text = String::from_utf8_lossy(text).to_lowercase();
        for word in ["uzb", "tashkent", "karimov", "izimov", "cabar", "central asia", "aral", "swing"] {
            assert!(!text.contains(word), "{name} says {word}");
        }
    }
}
