//! Tables of what is told: events, coded acts, ties, and the accounts of what sources differ about.

use us_uz_explainer::dossier::{tie_kind_id, Account, Dossier, Effect, Event, Where};
use us_uz_explainer::text::When;

use super::edtf;
use super::table::Table;
use super::tested;
use super::values::{actor, at, confidence, day, joined, known, named, or_empty, part, words, year};

/// The last possible day of what is over.
fn latest(when: &When) -> String {
    match *when {
        When::At(span) => day(Some(span.latest)),
        When::Between { to, .. } => day(known(to).map(|span| span.latest)),
    }
}

pub(crate) fn events(d: &Dossier) -> Table {
    let article = |e: &Event| e.article.clone();
    Table::of(
        "events",
        &d.events,
        &[
            ("id", &|e| e.id.clone()),
            ("date", &|e| e.edtf.clone()),
            ("earliest", &|e| day(Some(e.when.earliest()))),
            ("latest", &|e| latest(&e.when)),
            ("ongoing", &|e| e.when.is_open().to_string()),
            ("year", &|e| year(e)),
            ("title", &|e| words(d, "event", &e.id)),
            ("summary", &|e| words(d, "event_summary", &e.id)),
            ("partners", &|e| named(&e.partners, &d.manifest.partners, |p| &p.id)),
            ("actors", &|e| named(&e.actors, &d.actors, |a| &a.id)),
            ("theme", &|e| at(Some(e.theme), &d.manifest.themes, |t| &t.id)),
            ("place", &|e| match e.place {
                Where::Place(place) => at(Some(place), &d.places, |p| &p.id),
                Where::None(_) => String::new(),
            }),
            ("no_place", &|e| match &e.place {
                Where::Place(_) => String::new(),
                Where::None(why) => why.clone(),
            }),
            ("in_frame", &|e| e.in_frame.to_string()),
            ("effects_count", &|e| e.effects.len().to_string()),
            ("episode", &|e| or_empty(e.episode.as_deref())),
            ("confidence", &|e| confidence(e.confidence)),
            ("sources", &|e| joined(&e.sources)),
            ("sources_count", &|e| e.sources.len().to_string()),
            ("article_section", &|e| article(e).map(|a| a.section).unwrap_or_default()),
            ("article_paragraph", &|e| article(e).map(|a| a.paragraph.to_string()).unwrap_or_default()),
            ("article_item", &|e| article(e).map(|a| a.item).unwrap_or_default()),
        ],
    )
}

/// A coded act with its event, its number within it and whether it scores.
type Act<'d> = (&'d Event, usize, bool, &'d Effect);

pub(crate) fn effects(d: &Dossier) -> Table {
    let scoring = tested::scoring(d);
    let acts = |(event, scores): (_, &Vec<bool>)| -> Vec<Act> { acts(event, scores) };
    Table::of(
        "effects",
        d.events.iter().zip(&scoring).flat_map(acts),
        &[
            ("event", &|(e, ..)| e.id.clone()),
            ("act", &|(_, n, ..)| n.to_string()),
            ("date", &|(e, ..)| e.edtf.clone()),
            ("start_earliest", &|(e, ..)| day(Some(e.when.start().earliest))),
            ("start_latest", &|(e, ..)| day(Some(e.when.start().latest))),
            ("counts_at", &|(e, ..)| e.when.start().middle_days().to_string()),
            ("year", &|(e, ..)| year(e)),
            ("partner", &|(.., act)| at(Some(act.partner), &d.manifest.partners, |p| &p.id)),
            ("by", &|(.., act)| actor(d, act.by)),
            ("cameo", &|(.., act)| act.cameo.clone()),
            ("goldstein", &|(.., act)| act.score.to_string()),
            ("scores", &|(_, _, scores, _)| scores.to_string()),
            ("episode", &|(e, ..)| or_empty(e.episode.as_deref())),
            ("confidence", &|(e, ..)| confidence(e.confidence)),
            ("sources_count", &|(e, ..)| e.sources.len().to_string()),
            ("why", &|(.., act)| act.why.clone()),
        ],
    )
}

fn acts<'d>(event: &'d Event, scores: &[bool]) -> Vec<Act<'d>> {
    let acts = event.effects.iter().zip(scores);
    (1..).zip(acts).map(|(n, (act, scores))| (event, n, *scores, act)).collect()
}

pub(crate) fn ties(d: &Dossier) -> Table {
    Table::of(
        "ties",
        &d.ties,
        &[
            ("id", &|t| t.id.clone()),
            ("partner", &|t| at(Some(t.partner), &d.manifest.partners, |p| &p.id)),
            ("kind", &|t| tie_kind_id(t.kind as usize).to_owned()),
            ("interval", &|t| edtf::interval(t.from, t.to)),
            ("from_earliest", &|t| day(Some(t.from.earliest))),
            ("from_latest", &|t| day(Some(t.from.latest))),
            ("to_earliest", &|t| day(known(t.to).map(|to| to.earliest))),
            ("to_latest", &|t| day(known(t.to).map(|to| to.latest))),
            ("open", &|t| known(t.to).is_none().to_string()),
            ("title", &|t| words(d, "tie", &t.id)),
            ("short", &|t| words(d, "tie_short", &t.id)),
            ("summary", &|t| words(d, "tie_summary", &t.id)),
            ("place", &|t| at(t.place, &d.places, |p| &p.id)),
            ("starts_with", &|t| at(t.starts_with, &d.events, |e| &e.id)),
            ("ends_with", &|t| at(t.ends_with, &d.events, |e| &e.id)),
            ("confidence", &|t| confidence(t.confidence)),
            ("sources", &|t| joined(&t.sources)),
        ],
    )
}

pub(crate) fn accounts(d: &Dossier) -> Table {
    let of = |e| -> Vec<(&Event, &Account)> { sides(e) };
    Table::of(
        "accounts",
        d.events.iter().flat_map(of),
        &[
            ("event", &|(e, _)| e.id.clone()),
            ("account", &|(_, account)| account.id.clone()),
            ("text", &|(e, account)| part(d, "event_account", &e.id, &account.id)),
            ("sources", &|(_, account)| joined(&account.sources)),
        ],
    )
}

fn sides(event: &Event) -> Vec<(&Event, &Account)> {
    event.accounts.iter().map(|account| (event, account)).collect()
}
