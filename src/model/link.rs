//! A link for every view: `step=…&event=…&from=…&to=…&at=…&map=…&view=…&partner=…&theme=…&kind=…&fold=…&q=…`, the
//! same after `#` and `?`.
//!
//! Only what differs from the step's own view is written, so links stay short and readable.

use super::update::can_fold;
use super::{bit, Chosen, Group, Look, Target, View};
use crate::dossier::Dossier;
use crate::text::Day;

/// The view as link text, without `#` or `?`. Empty for the first view.
pub fn to_link(view: &View, dossier: &Dossier) -> String {
    let base = View::at_step(dossier, view.step);
    let same_but_path = View { exploring: base.exploring, ..view.clone() } == base;
    let with_step = view.step != 0 || (!view.exploring && !same_but_path);
    let mut parts: Vec<String> = Vec::new();
    let mut put = |key: &str, value: &str| parts.push([key, "=", value].concat());
    if with_step {
        put("step", dossier.story.get(view.step).map_or("", |s| &s.id));
    }
    if let Some(selected) = &view.selected {
        if let Some((kind, id)) = selected.to_text(dossier).split_once(':') {
            put(kind, id);
        }
    }
    if view.window != base.window {
        put("from", &view.window.0.iso());
        put("to", &view.window.1.iso());
    }
    if view.cursor != implied_cursor(view.selected.as_ref(), with_step, &base, dossier) {
        put("at", &view.cursor.iso());
    }
    if view.question != base.question {
        put("map", dossier.manifest.questions.get(view.question).map_or("", |q| &q.id));
    }
    if view.look != base.look {
        put("view", &look_text(view.look, dossier));
    }
    for (key, group, chosen) in lists(view) {
        if chosen != 0 {
            put(key, &names(group, chosen, dossier));
        }
    }
    if !view.query.is_empty() {
        put("q", &percent_encoded(&view.query));
    }
    if view.exploring && (with_step || parts.is_empty()) {
        parts.push("explore".into());
    }
    parts.join("&")
}

/// The keys that hold lists, and what the view holds under them.
fn lists(view: &View) -> [(&'static str, Group, Chosen); 4] {
    let filter = &view.filter;
    [
        ("partner", Group::Partner, filter.partners),
        ("theme", Group::Theme, filter.themes),
        ("kind", Group::Kind, filter.kinds),
        ("fold", Group::Row, view.folded),
    ]
}

/// The ids of what is chosen, joined with commas.
fn names(group: Group, chosen: Chosen, dossier: &Dossier) -> String {
    let mut text = String::new();
    for ix in 0..group.len(dossier) {
        if chosen & bit(ix) != 0 {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(group.id(ix, dossier));
        }
    }
    text
}

/// The set of ids joined with commas; `None` if one of them is not known.
fn chosen(group: Group, ids: &str, dossier: &Dossier) -> Option<Chosen> {
    let mut chosen = 0;
    for id in ids.split(',') {
        let ix = group.position(id, dossier)?;
        if group == Group::Row && !can_fold(ix, dossier) {
            return None;
        }
        chosen |= bit(ix);
    }
    Some(chosen)
}

/// A camera's id, or `east,north,radius` in kilometres.
fn look_text(look: Look, dossier: &Dossier) -> String {
    match look.camera(dossier) {
        Some(camera) => Group::Camera.id(camera, dossier).to_owned(),
        None => {
            let Look { east_km, north_km, radius_km } = look;
            [&east_km.to_string(), ",", &north_km.to_string(), ",", &radius_km.to_string()].concat()
        }
    }
}

fn look(text: &str, dossier: &Dossier) -> Option<Look> {
    if let Some(camera) = Group::Camera.position(text, dossier) {
        return Some(Look::preset(dossier, camera));
    }
    let (east, rest) = text.split_once(',')?;
    let (north, radius) = rest.split_once(',')?;
    let look =
        Look { east_km: east.parse().ok()?, north_km: north.parse().ok()?, radius_km: radius.parse().ok()? };
    (look == look.bounded()).then_some(look)
}

/// All but letters, digits and `-._~` as `%XX` (RFC 3986, section 2.3).
fn percent_encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit = |n: u8| char::from(if n < 10 { b'0' + n } else { b'A' + n - 10 });
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// `%XX` and, as in queries, `+` undone; what is no such sign stays as it is.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = |ahead: usize| bytes.get(at + ahead).and_then(|b| char::from(*b).to_digit(16));
        match (byte, hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', ..) => out.push(b' '),
            _ => out.push(*byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Where the cursor stands when a link does not say: at the step's date, else at what is chosen.
fn implied_cursor(selected: Option<&Target>, with_step: bool, base: &View, dossier: &Dossier) -> Day {
    let chosen = selected.filter(|_| !with_step).and_then(|target| target.day(dossier));
    chosen.map_or(base.cursor, |day| clamp(day, dossier))
}

/// Reads link text, with or without its `#` or `?`. What is not understood falls back and is named in the second value.
///
/// A link without a step frees the view: it says where to look, not where in the story.
pub fn from_link(text: &str, dossier: &Dossier) -> (View, Vec<String>) {
    let text = text.trim_start_matches(['#', '?']);
    let pairs: Vec<(&str, &str)> =
        text.split('&').filter(|p| !p.is_empty()).map(|p| p.split_once('=').unwrap_or((p, ""))).collect();
    let value = |key: &str| pairs.iter().find(|(k, _)| *k == key).map(|(_, v)| *v);
    let mut unread = Vec::new();
    let mut view = View::first(dossier);
    let mut known_step = false;
    if let Some(id) = value("step") {
        // A step is known by its id; its number from 1 is read too, for hosts that count.
        let by_number = id.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let found = dossier.story.iter().position(|s| s.id == id).or(by_number);
        match found.filter(|ix| *ix < dossier.story.len()) {
            Some(ix) => {
                view = View::at_step(dossier, ix);
                known_step = true;
            }
            None => unread.push(["step=", id].concat()),
        }
    }
    let mut freed = false;
    for (key, id) in &pairs {
        let understood = match *key {
            "event" | "tie" | "base" => match Target::parse(&[key, ":", id].concat(), dossier) {
                Some(target) => {
                    view.selected = Some(target);
                    true
                }
                None => false,
            },
            "at" => within(Day::parse_iso(id), dossier).is_some(),
            "map" => set(&mut view.question, Group::Question.position(id, dossier)),
            "view" => set(&mut view.look, look(id, dossier)),
            "partner" => set(&mut view.filter.partners, chosen(Group::Partner, id, dossier)),
            "theme" => set(&mut view.filter.themes, chosen(Group::Theme, id, dossier)),
            "kind" => set(&mut view.filter.kinds, chosen(Group::Kind, id, dossier)),
            "fold" => set(&mut view.folded, chosen(Group::Row, id, dossier)),
            "q" => set(&mut view.query, Some(percent_decoded(id))),
            "from" | "to" | "step" | "explore" => continue,
            // Other keys belong to the host's page.
            _ => continue,
        };
        if understood {
            freed = true;
        } else {
            unread.push([key, "=", id].concat());
        }
    }
    if value("from").is_some() || value("to").is_some() {
        let end = |key: &str, default: Day| match value(key) {
            Some(iso) => within(Day::parse_iso(iso), dossier),
            None => Some(default),
        };
        match (end("from", dossier.manifest.domain.0), end("to", dossier.manifest.domain.1)) {
            (Some(from), Some(to)) if from < to => {
                view.window = (from, to);
                freed = true;
            }
            _ => unread
                .push(["from=", value("from").unwrap_or(""), "&to=", value("to").unwrap_or("")].concat()),
        }
    }
    view.exploring = value("explore").is_some() || (freed && !known_step);
    let at = value("at").and_then(|iso| within(Day::parse_iso(iso), dossier));
    view.cursor =
        at.unwrap_or_else(|| implied_cursor(view.selected.as_ref(), known_step, &view.clone(), dossier));
    (view, unread)
}

fn set<T>(slot: &mut T, found: Option<T>) -> bool {
    found.map(|value| *slot = value).is_some()
}

fn within(day: Option<Day>, dossier: &Dossier) -> Option<Day> {
    day.filter(|d| *d >= dossier.manifest.domain.0 && *d <= dossier.manifest.domain.1)
}

fn clamp(day: Day, dossier: &Dossier) -> Day {
    day.clamp(dossier.manifest.domain.0, dossier.manifest.domain.1)
}
