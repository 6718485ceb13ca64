//! Reads `events.json` into [`Event`]s, sorted by their earliest day, then by id.

use super::claim::Account;
use super::cursor::Cursor;
use super::goldstein::goldstein;
use super::ids::{is_kebab_case, Ids};
use super::known::Known;
use super::problem::{quoted, say};
use super::record::{Actor, ArticleRef, Confidence, Effect, Event, Where};

const NEEDED: [&str; 8] = ["id", "date", "partners", "actors", "theme", "frame", "sources", "confidence"];
const ALLOWED: [&str; 6] = ["place", "no_place", "effects", "episode", "accounts", "article"];
/// How sure a record may be, from the least.
pub(super) const CONFIDENCE: [&str; 3] = ["low", "medium", "high"];
/// Why an event may have no single place.
pub(super) const NO_PLACE: [&str; 4] = ["nationwide", "many-places", "unknown-place", "abroad-unspecified"];
/// Reads all events. The second value is each event's position in the file, for what is checked later.
pub(super) fn read_events(file: &Cursor, known: &Known) -> (Vec<Event>, Vec<usize>) {
    file.fields(&["events"], &["$schema"]);
    let mut events: Vec<(Event, usize)> = Vec::new();
    if let Some(list) = file.get("events") {
        let read = |(position, item): (usize, Cursor)| Some((read_event(&item, known)?, position));
        events.extend(list.items().enumerate().filter_map(read));
    }
    events.sort_by(|(a, _), (b, _)| (a.when.earliest(), &a.id).cmp(&(b.when.earliest(), &b.id)));
    events.into_iter().unzip()
}

fn read_event(c: &Cursor, known: &Known) -> Option<Event> {
    c.fields(&NEEDED, &ALLOWED);
    let when = c.get("date").and_then(|date| {
        let (when, edtf) = date.when()?;
        date.not_after(when.earliest(), known.as_of);
        if when.earliest() > known.domain.1 || when.latest(known.as_of) < known.domain.0 {
            date.problem(
                say(&[&quoted(edtf), " lies off the time axis"]),
                "mend the date, or the manifest’s domain",
            );
        }
        Some((when, edtf))
    });
    let place = read_where(c, known);
    let partners = c.get("partners").map(|c| c.references(&known.partners));
    let actors = c.get("actors").map(|c| c.references(&known.actors));
    let theme = c.get("theme").and_then(|c| c.reference(&known.themes));
    let in_frame = c.get("frame").and_then(|c| c.truth());
    let effects =
        c.get("effects").map(|list| read_effects(&list, known, partners.as_deref())).unwrap_or_default();
    if in_frame == Some(false) && !effects.is_empty() {
        c.problem_at(
            "effects",
            "this event is scored but not in the frame".into(),
            "set frame to true or remove the effects",
        );
    }
    let episode = c.get("episode").and_then(|c| {
        let text = c.text()?;
        if !is_kebab_case(text) {
            c.problem(say(&[&quoted(text), " is not an id"]), "use lower-case letters, digits and hyphens");
        }
        Some(text.into())
    });
    let article = c.get("article").and_then(|c| read_article_ref(&c, known));
    let accounts = c.get("accounts").map(|list| read_accounts(&list)).unwrap_or_default();
    let sources = c.sources();
    let confidence = c.get("confidence").and_then(|c| c.confidence());
    let (when, edtf) = when?;
    Some(Event {
        id: c.record_id()?,
        when,
        edtf: edtf.into(),
        place: place?,
        partners: partners?,
        actors: actors?,
        theme: theme?,
        in_frame: in_frame?,
        effects,
        episode,
        sources,
        accounts,
        article,
        confidence: confidence?,
    })
}

fn read_where(c: &Cursor, known: &Known) -> Option<Where> {
    match (c.get("place"), c.get("no_place")) {
        (Some(place), None) => place.reference(&known.places).map(Where::Place),
        (None, Some(reason)) => {
            let at = reason.one_of(&NO_PLACE)?;
            NO_PLACE.get(at).map(|key| Where::None(String::from(*key)))
        }
        (Some(_), Some(_)) => {
            c.problem("this event has both a place and no_place".into(), "remove one of them");
            None
        }
        (None, None) => {
            c.problem(
                "this event has neither a place nor no_place".into(),
                "name a place, or why there is none",
            );
            None
        }
    }
}

fn read_effects(list: &Cursor, known: &Known, partners: Option<&[usize]>) -> Vec<Effect> {
    list.items().filter_map(|item| read_effect(&item, known, partners)).collect()
}

/// One act between the home country and a partner: whoever acted is one of these two, or both.
fn read_effect(c: &Cursor, known: &Known, partners: Option<&[usize]>) -> Option<Effect> {
    c.fields(&["partner", "by", "cameo", "why"], &[]);
    let partner = c.get("partner").and_then(|c| c.reference(&known.partners));
    if let (Some(partner), Some(partners)) = (partner, partners) {
        if !partners.contains(&partner) {
            c.problem_at(
                "partner",
                "this event does not name the partner".into(),
                "add it to the event’s partners",
            );
        }
    }
    let by = c.get("by").and_then(|by| match by.text()? {
        "home" => Some(Actor::Home),
        "both" => Some(Actor::Both),
        id => {
            let actor = known.partners.find(id);
            if actor.is_none() || actor != partner {
                by.problem(
                    say(&[&quoted(id), " is not a side of this act"]),
                    "write home, both or the effect’s partner",
                );
            }
            actor.map(Actor::Partner)
        }
    });
    let coded = c.get("cameo").and_then(|cameo| {
        let code = cameo.text()?;
        let score = goldstein(code);
        if score.is_none() {
            cameo.problem(
                say(&[&quoted(code), " is not a CAMEO code"]),
                "write a code of the CAMEO codebook, such as 057",
            );
        }
        Some((String::from(code), score?))
    });
    let why = c.get("why").and_then(|c| c.words(90));
    let (cameo, score) = coded?;
    Some(Effect { partner: partner?, by: by?, cameo, score, why: why?.into() })
}

/// The sides of what sources differ about: two at least, or nothing differs.
fn read_accounts(list: &Cursor) -> Vec<Account> {
    if list.is_longer_than(20) {
        return Vec::new();
    }
    Ids::collect(Some(list), "account");
    let accounts: Vec<Account> = list
        .items()
        .filter_map(|c| {
            c.fields(&["id", "sources"], &[]);
            Some(Account { id: c.record_id()?, sources: c.sources() })
        })
        .collect();
    if accounts.len() == 1 {
        list.problem(
            "one account alone differs from nothing".into(),
            "give the other side too, or leave it out",
        );
    }
    accounts
}

/// Where the article tells it: a section it has, a paragraph that section has, an item it has.
fn read_article_ref(c: &Cursor, known: &Known) -> Option<ArticleRef> {
    c.fields(&["section", "paragraph", "item"], &[]);
    let (section, paragraph) = c.paragraph(known)?;
    let item = c.get("item").and_then(|c| {
        let item = c.text()?;
        let number = item.strip_prefix('s').filter(|n| n.len() == 2).and_then(|n| n.parse::<u32>().ok());
        if !number.is_some_and(|n| (1..=known.items).contains(&n)) {
            let mend = say(&["write s01 to s", &known.items.to_string()]);
            c.problem(say(&[&quoted(item), " is not an item of the article"]), &mend);
        }
        Some(item)
    });
    Some(ArticleRef { section, paragraph, item: item?.into() })
}

impl Cursor<'_, '_> {
    /// The paragraph of the article that `section` and `paragraph` name.
    pub(super) fn paragraph(&self, known: &Known) -> Option<(String, u32)> {
        let section = self.get("section").and_then(|c| Some((c.reference(&known.sections)?, c.text()?)));
        let paragraph = self.get("paragraph").and_then(|c| c.count());
        let (section, id) = section?;
        let paragraph = paragraph?;
        let most = known.paragraphs.get(section).copied().unwrap_or(0);
        if paragraph > most {
            let message = say(&["this section has no paragraph ", &paragraph.to_string()]);
            self.problem_at("paragraph", message, &say(&["write 1 to ", &most.to_string()]));
        }
        Some((id.into(), paragraph))
    }

    /// How sure a record is.
    pub(super) fn confidence(&self) -> Option<Confidence> {
        let levels = [Confidence::Low, Confidence::Medium, Confidence::High];
        levels.get(self.one_of(&CONFIDENCE)?).copied()
    }
}
