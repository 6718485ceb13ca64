//! Reads `story.json` into the [`Step`]s of the guided story.

use super::cursor::Cursor;
use super::known::Known;
use super::record::Step;
use crate::text::Day;

const NEEDED: [&str; 7] = ["id", "window", "cursor", "question", "camera", "ties", "events"];

/// Reads all steps, in the order in which they are told.
pub(super) fn read_story(file: &Cursor, known: &Known) -> Vec<Step> {
    file.fields(&["steps"], &["$schema"]);
    file.get("steps")
        .map(|c| c.items().filter_map(|item| read_step(&item, known)).collect())
        .unwrap_or_default()
}

fn read_step(c: &Cursor, known: &Known) -> Option<Step> {
    c.fields(&NEEDED, &["figure_source"]);
    let window = c.get("window").and_then(|c| c.window_within(known));
    let cursor = c.get("cursor").and_then(|c| {
        let day = c.day()?;
        if window.is_some_and(|(first, last)| day < first || day > last) {
            c.problem("the cursor stands outside the step’s window".into(), "move it into the window");
        }
        Some(day)
    });
    let question = c.get("question").and_then(|c| c.reference(&known.questions));
    let camera = c.get("camera").and_then(|c| c.reference(&known.cameras));
    let ties = c.get("ties").map(|c| c.references(&known.ties));
    let events = c.get("events").map(|c| c.references(&known.events));
    let figure_source = c.get("figure_source").and_then(|c| c.text()).map(String::from);
    Some(Step {
        id: c.record_id()?,
        window: window?,
        cursor: cursor?,
        question: question?,
        camera: camera?,
        ties: ties?,
        events: events?,
        figure_source,
    })
}

impl Cursor<'_, '_> {
    /// A window that lies on the time axis.
    pub(super) fn window_within(&self, known: &Known) -> Option<(Day, Day)> {
        let window = self.window()?;
        if window.0 < known.domain.0 || window.1 > known.domain.1 {
            self.problem(
                "this window reaches off the time axis".into(),
                "keep it within the manifest’s domain",
            );
        }
        Some(window)
    }
}
