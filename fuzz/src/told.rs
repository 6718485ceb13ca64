//! What was accepted is shown: the text, the cards, the pictures of a few views.

use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::layout::{Ground, MapLayout, TiesLayout};
use us_uz_explainer::model::{update, Msg, State, Target};
use us_uz_explainer::outline;
use us_uz_explainer::scene::{map_scene, ties_scene};
use us_uz_explainer::text::TableMeasure;

/// More of them tell nothing new.
const MOST_VIEWS: usize = 3;
/// Longer JSON is not read back: that would take more memory than all else.
const MOST_JSON_BYTES: usize = 1_000_000;

/// Renders the text from the whole, the pictures from both.
pub(crate) fn told(whole: &Dossier, digest: &Dossier) -> Result<(), String> {
    // One after the other, as the browser does it: each takes some ten kilobytes an event.
    let pages = [outline::document, outline::claims_page, outline::series_page, outline::sources_page];
    for page in pages {
        let nodes = page(whole);
        let html = outline::to_html(&nodes);
        if html.contains("<script") || html.contains("href=\"javascript:") {
            return Err("the text has a script".into());
        }
        drop(html);
        let json = outline::write_json(&nodes, true);
        drop(nodes);
        if json.len() < MOST_JSON_BYTES && serde_json::from_str::<serde_json::Value>(&json).is_err() {
            return Err("the text as JSON is not JSON".into());
        }
    }
    let records = whole.events.len() + whole.ties.len() + whole.bases.len() + whole.story.len();
    let cards = outline::record_cards(whole);
    if cards.len() != records {
        return Err(format!("{records} records have {} cards", cards.len()));
    }
    for (_, nodes) in cards {
        outline::to_html(&nodes);
        outline::write_json(&nodes, false);
    }
    pictures(whole)?;
    pictures(digest)
}

fn pictures(dossier: &Dossier) -> Result<(), String> {
    let ground = Ground::new(dossier);
    for view in 0..MOST_VIEWS {
        let mut state = State::first(dossier);
        update(&mut state, Msg::Animate(false), dossier);
        let messages = match view {
            0 => vec![],
            1 => vec![Msg::Explore, Msg::Select(Some(Target::Event(0))), Msg::Move(1)],
            _ => vec![
                Msg::Step(dossier.story.len()),
                Msg::Select(Some(Target::Tie(0))),
                Msg::Cursor(dossier.manifest.as_of),
            ],
        };
        for message in messages {
            update(&mut state, message, dossier);
        }
        let ties = TiesLayout::new(&state, dossier, [720.0, 340.0, 160.0][view % 3], &TableMeasure);
        let map = MapLayout::new(&state, dossier, &ground, (640.0, 500.0), &TableMeasure);
        ties_scene(&state, dossier, &ties, &TableMeasure);
        map_scene(&state, dossier, &ground, &map);
        outline::card(&state, dossier);
        outline::announce_selection(&state, dossier);
        outline::announce_cursor(&state, dossier);
        if !ties.size.h.is_finite() {
            return Err("the ties have no height".into());
        }
    }
    Ok(())
}
