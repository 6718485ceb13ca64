//! Short sentences and parts of them: announcements, sources, coding, places.

use super::Node;
use crate::dossier::{Actor, Dossier, Event, Source, Tie, Where};
use crate::model::{State, Target};
use crate::relations::ties_on;
use crate::text::{words, Day, Precision, Span, When};

/// What is announced when the choice changes; empty if nothing is chosen.
pub fn announce_selection(state: &State, dossier: &Dossier) -> String {
    let strings = &dossier.strings;
    match &state.view.selected {
        Some(Target::Event(ix)) => dossier.events.get(*ix).map_or(String::new(), |event| {
            let values = [
                ("title", dossier.title("event", &event.id)),
                ("date", &words::when_words(&event.when, strings)),
                ("i", &(ix + 1).to_string()),
                ("n", &dossier.events.len().to_string()),
            ];
            strings.fill("ui", "announce-event", &values)
        }),
        Some(Target::Tie(ix)) => dossier.ties.get(*ix).map_or(String::new(), |tie| {
            let values = [
                ("title", dossier.title("tie", &tie.id)),
                ("date", &words::when_words(&tie_when(tie), strings)),
            ];
            strings.fill("ui", "announce-tie", &values)
        }),
        Some(Target::Base(ix)) => {
            dossier.bases.get(*ix).map_or(String::new(), |base| dossier.title("base", &base.id).to_owned())
        }
        _ => match state.motion.open_cluster.as_slice() {
            [] => String::new(),
            events => {
                let count = strings.plural("events", events.len() as u64);
                let date = cluster_words(events, dossier);
                strings.fill("ui", "announce-cluster", &[("events", &count), ("date", &date)])
            }
        },
    }
}

/// What is announced when the step changes.
pub fn announce_step(state: &State, dossier: &Dossier) -> String {
    let (n, m) = ((state.view.step + 1).to_string(), dossier.story.len().to_string());
    if state.view.exploring {
        return dossier.strings.fill("ui", "announce-exploring", &[("n", &n)]);
    }
    let title = dossier.story.get(state.view.step).map_or("", |step| step_string(dossier, &step.id, "title"));
    dossier.strings.fill("ui", "announce-step", &[("n", &n), ("m", &m), ("title", title)])
}

/// What the cursor says: its date and how many ties were in force.
pub fn announce_cursor(state: &State, dossier: &Dossier) -> String {
    let date = words::day_words(state.view.cursor, &dossier.strings);
    let count = ties_on(dossier, state.view.cursor).len() as u64;
    let ties = dossier.strings.plural("ties-in-force", count);
    dossier.strings.fill("ui", "announce-cursor", &[("date", &date), ("ties", &ties)])
}

/// What is announced when filters or the search changed: how much is left.
pub fn announce_filter(state: &State, dossier: &Dossier) -> String {
    let events =
        dossier.events.iter().enumerate().filter(|(ix, event)| state.shows_event(*ix, event)).count();
    let ties = (0..dossier.ties.len()).filter(|ix| state.shows_tie(*ix, dossier)).count();
    dossier.strings.plural("results", (events + ties) as u64)
}

/// A text of a step: `title`, `text` or `figure`.
pub(super) fn step_string<'d>(dossier: &'d Dossier, id: &str, part: &str) -> &'d str {
    dossier.strings.get("step", &[id, ".", part].concat()).unwrap_or("")
}

/// The name of the row an event stands in.
pub fn row_name(dossier: &Dossier, row: usize) -> &str {
    dossier.manifest.rows.get(row).map_or("", |r| dossier.title("row", &r.id))
}

/// The time a tie was in force, as one `When`.
pub(super) fn tie_when(tie: &Tie) -> When {
    When::Between { from: tie.from, to: tie.to }
}

/// From the first to the last date of a cluster.
pub(super) fn cluster_words(events: &[usize], dossier: &Dossier) -> String {
    let start = |ix: Option<&usize>| ix.and_then(|ix| dossier.events.get(*ix)).map(|e| e.when.start());
    match (start(events.first()), start(events.last())) {
        (Some(from), Some(to)) => {
            let when = When::Between { from, to: crate::text::Until::Known(to) };
            words::when_words(&when, &dossier.strings)
        }
        _ => String::new(),
    }
}

/// A `<time>` element: the words, and for machines the start as precisely as it is known.
pub(super) fn time(when: &When, dossier: &Dossier) -> Node {
    Node::of("time", &words::when_words(when, &dossier.strings))
        .attr("datetime", &machine_date(&when.start()))
}

/// A date as HTML's `datetime` takes it: day, month or year.
fn machine_date(span: &Span) -> String {
    let iso = span.earliest.iso();
    let keep = match span.precision {
        Precision::Day => iso.len(),
        Precision::Month | Precision::Season => iso.len().saturating_sub(3),
        Precision::Year | Precision::Decade => iso.len().saturating_sub(6),
    };
    iso.get(..keep).unwrap_or(&iso).to_owned()
}

/// Where an event happened, in words.
pub(super) fn place_words<'d>(event: &'d Event, dossier: &'d Dossier) -> &'d str {
    match &event.place {
        Where::Place(ix) => dossier.places.get(*ix).map_or("", |p| dossier.title("place", &p.id)),
        Where::None(reason) => dossier.title("no_place", reason),
    }
}

/// Who acted, names joined with commas.
pub(super) fn actor_words(event: &Event, dossier: &Dossier) -> String {
    let names: Vec<&str> = event
        .actors
        .iter()
        .filter_map(|ix| dossier.actors.get(*ix))
        .map(|actor| dossier.title("actor", &actor.id))
        .collect();
    names.join(", ")
}

/// The partners concerned, names joined with commas; the row's name where there is none.
pub(super) fn partner_words(event: &Event, dossier: &Dossier) -> String {
    let names: Vec<&str> = event
        .partners
        .iter()
        .filter_map(|ix| dossier.manifest.partners.get(*ix))
        .map(|p| dossier.title("partner", &p.id))
        .collect();
    if names.is_empty() {
        row_name(dossier, dossier.row_of_event(event)).to_owned()
    } else {
        names.join(", ")
    }
}

/// How an event was coded, one line an act; one line that says so where it was not.
pub(super) fn coding_lines(event: &Event, dossier: &Dossier) -> Vec<String> {
    let strings = &dossier.strings;
    if event.effects.is_empty() {
        return vec![strings.ui("card-not-coded").to_owned()];
    }
    let line = |effect: &crate::dossier::Effect| {
        let partner_id = |ix: usize| dossier.manifest.partners.get(ix).map_or("", |p| p.id.as_str());
        let partner = dossier.title("partner", partner_id(effect.partner));
        let by = match effect.by {
            Actor::Home => strings.ui("coded-home").to_owned(),
            Actor::Both => strings.ui("coded-both").to_owned(),
            Actor::Partner(ix) => {
                let acted = dossier.title("partner", partner_id(ix));
                strings.fill("ui", "coded-partner", &[("partner", acted)])
            }
        };
        let score = signed(effect.score);
        let coded = strings.fill("ui", "coded-score", &[("code", &effect.cameo), ("score", &score)]);
        [partner, ": ", &by, ". ", effect.why.trim_end_matches('.'), ". ", &coded].concat()
    };
    event.effects.iter().map(line).collect()
}

/// A score with its sign, one decimal, and a true minus.
fn signed(score: f64) -> String {
    let tenths = (score * 10.0).round() as i64;
    let sign = match tenths.signum() {
        1 => "+",
        -1 => "−",
        _ => "",
    };
    let tenths = tenths.unsigned_abs();
    [sign, &(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}

/// The sources as links; what is not loaded yet is left out.
pub(super) fn source_links(ids: &[String], dossier: &Dossier) -> Vec<Node> {
    ids.iter().filter_map(|id| dossier.source(id)).map(|source| source_link(source, dossier)).collect()
}

fn source_link(source: &Source, dossier: &Dossier) -> Node {
    let mut label = source.publisher.clone();
    if let Some(year) = source.date.as_deref().and_then(|date| date.get(..4)) {
        label = [&label, ", ", year].concat();
    }
    let title = dossier.strings.fill("ui", "opens-source", &[("title", &source.title)]);
    Node::of("a", &label).attr("href", &source.url).attr("title", &title).attr("hreflang", &source.language)
}

/// Links joined with a separator, for a paragraph.
pub(super) fn joined(parent: Node, links: Vec<Node>) -> Node {
    links.into_iter().enumerate().fold(parent, |parent, (n, link)| {
        let parent = if n > 0 { parent.text(" · ") } else { parent };
        parent.child(link)
    })
}

/// A link to a record inside the explainer.
pub(super) fn inside(kind: &str, id: &str, dossier: &Dossier) -> Node {
    Node::of("a", dossier.title(kind, id)).attr("href", &["#", kind, "=", id].concat())
}

/// A link to a record's entry from another page: a place in the page, so that it leads there without any script.
pub(super) fn entry_link(kind: &str, id: &str, dossier: &Dossier) -> Node {
    Node::of("a", dossier.title(kind, id)).attr("href", &["index.html#", kind, "-", id].concat())
}

/// A text of the pages beside the explainer, under `page.<key>` in the detail strings.
pub(super) fn page<'d>(dossier: &'d Dossier, key: &str) -> &'d str {
    dossier.strings.get("page", key).unwrap_or("")
}

/// Where in the article: section and paragraph in words.
pub(super) fn article_place(section: &str, paragraph: u32, dossier: &Dossier) -> String {
    let values = [("section", dossier.title("section", section)), ("n", &paragraph.to_string())];
    dossier.strings.fill("ui", "card-article-place", &values)
}

/// Where sources differ: each side's account with its own sources, as items of a list.
pub(super) fn account_items(event: &Event, dossier: &Dossier) -> Vec<Node> {
    let item = |account: &crate::dossier::Account| {
        let key = [&event.id, ".", &account.id].concat();
        let words = dossier.strings.get("event_account", &key).unwrap_or("");
        joined(Node::of("li", words).text(" "), source_links(&account.sources, dossier))
    };
    event.accounts.iter().map(item).collect()
}

/// A day in words with the strings of the dossier.
pub(super) fn day(day: Day, dossier: &Dossier) -> String {
    words::day_words(day, &dossier.strings)
}
