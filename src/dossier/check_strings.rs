//! Has every record its words, and every word its record?

use std::collections::BTreeSet;

use super::claim::CLAIM_KINDS;
use super::cursor::Cursor;
use super::nearest::nearest;
use super::problem::{quoted, say};
use super::read_events::{CONFIDENCE, NO_PLACE};
use super::read_sources::KINDS as SOURCE_KINDS;
use super::record::TIE_KINDS;
use super::record::{Step, Where};
use super::Dossier;

/// The keys of one section: those that must be there, and those that may.
struct Keys<'d> {
    section: &'static str,
    needed: BTreeSet<&'d str>,
    allowed: BTreeSet<&'d str>,
}

fn exactly<'d>(section: &'static str, ids: impl Iterator<Item = &'d str>) -> Keys<'d> {
    Keys { section, needed: ids.collect(), allowed: BTreeSet::new() }
}

/// A step has a title, a text and, if a source is named for it, a figure.
fn step_keys(step: &Step) -> impl Iterator<Item = String> + '_ {
    let figure = step.figure_source.is_some().then_some("figure");
    ["title", "text"].into_iter().chain(figure).map(|part| [&step.id, ".", part].concat())
}

fn article_sections(dossier: &Dossier) -> impl Iterator<Item = &str> {
    dossier.manifest.article.iter().flat_map(|article| &article.sections).map(|section| section.id.as_str())
}

/// Checks the words needed to start.
pub(super) fn check_strings(file: &Cursor, dossier: &Dossier) {
    let d = dossier;
    let places = d.places.iter().map(|place| place.country.as_str());
    let actors = d.actors.iter().filter_map(|actor| actor.country.as_deref());
    let members = d.memberships.iter().map(|membership| membership.member.as_str());
    let bases = d.bases.iter().flat_map(|base| [base.operator.as_str(), base.host.as_str()]);
    let countries = places.chain(actors).chain(members).chain(bases).chain([d.manifest.home.as_str()]);
    let no_place = d.events.iter().filter_map(|event| match &event.place {
        Where::None(key) => Some(key.as_str()),
        Where::Place(_) => None,
    });
    let steps: Vec<String> = d.story.iter().flat_map(step_keys).collect();
    let sections = [
        exactly("event", d.events.iter().map(|event| event.id.as_str())),
        exactly("tie", d.ties.iter().map(|tie| tie.id.as_str())),
        exactly("tie_short", d.ties.iter().map(|tie| tie.id.as_str())),
        exactly("place", d.places.iter().map(|place| place.id.as_str())),
        exactly("actor", d.actors.iter().map(|actor| actor.id.as_str())),
        exactly("office", d.actors.iter().filter_map(|actor| actor.office.as_deref())),
        exactly("bloc", d.blocs.iter().map(|bloc| bloc.id.as_str())),
        exactly("base", d.bases.iter().map(|base| base.id.as_str())),
        exactly("partner", d.manifest.partners.iter().map(|partner| partner.id.as_str())),
        exactly("row", d.manifest.rows.iter().map(|row| row.id.as_str())),
        exactly("theme", d.manifest.themes.iter().map(|theme| theme.id.as_str())),
        exactly("question", d.manifest.questions.iter().map(|question| question.id.as_str())),
        exactly("camera", d.manifest.cameras.iter().map(|camera| camera.id.as_str())),
        exactly("credit", d.manifest.credits.iter().map(|credit| credit.id.as_str())),
        Keys {
            allowed: d.land.countries.iter().map(|country| country.a3.as_str()).collect(),
            ..exactly("country", countries)
        },
        Keys { allowed: NO_PLACE.into(), ..exactly("no_place", no_place) },
        exactly("step", steps.iter().map(String::as_str)),
        exactly("section", article_sections(d)),
        exactly("tie_kind", TIE_KINDS.iter().map(|(name, _)| *name)),
        exactly("confidence", CONFIDENCE.into_iter()),
    ];
    for keys in &sections {
        check_section(file, keys);
    }
}

/// Checks the words loaded later.
pub(super) fn check_detail_strings(file: &Cursor, dossier: &Dossier) {
    let d = dossier;
    let sources = &d.sources;
    let parts = |id: &str, more: Vec<&str>| -> Vec<String> {
        ["title", "text"].into_iter().chain(more).map(|part| [id, ".", part].concat()).collect()
    };
    let claims: Vec<String> = d.claims.iter().flat_map(|claim| parts(&claim.id, Vec::new())).collect();
    let figures = d.figures.iter();
    let figures: Vec<String> = figures
        .flat_map(|figure| parts(&figure.id, figure.values.iter().map(|value| value.id.as_str()).collect()))
        .collect();
    let series = d.series.iter();
    let series: Vec<String> = series
        .flat_map(|series| parts(&series.id, series.lines.iter().map(|line| line.id.as_str()).collect()))
        .collect();
    let accounts = d.events.iter();
    let accounts: Vec<String> =
        accounts.flat_map(|e| e.accounts.iter().map(|account| [&e.id, ".", &account.id].concat())).collect();
    let sides = d.test_plan.iter().flat_map(|plan| &plan.sides);
    let moments = d.test_plan.iter().flat_map(|plan| &plan.moments);
    let moments: Vec<String> = moments.flat_map(|moment| parts(&moment.id, Vec::new())).collect();
    let units = d.figures.iter().map(|f| f.unit.as_str()).chain(d.series.iter().map(|s| s.unit.as_str()));
    let verdicts = CLAIM_KINDS.iter().flat_map(|(_, _, verdicts)| verdicts).copied();
    let kinds = CLAIM_KINDS.iter().map(|(name, ..)| *name);
    let sections = [
        exactly("event_summary", d.events.iter().map(|event| event.id.as_str())),
        exactly("tie_summary", d.ties.iter().map(|tie| tie.id.as_str())),
        Keys {
            allowed: d.manifest.owners.iter().map(String::as_str).collect(),
            ..exactly("owner", sources.iter().map(|source| source.owner.as_str()))
        },
        Keys {
            allowed: SOURCE_KINDS.into(),
            ..exactly("source_kind", sources.iter().map(|source| source.kind.as_str()))
        },
        exactly("event_account", accounts.iter().map(String::as_str)),
        exactly("claim", claims.iter().map(String::as_str)),
        exactly("figure", figures.iter().map(String::as_str)),
        exactly("series", series.iter().map(String::as_str)),
        exactly("side", sides.map(|side| side.id.as_str())),
        exactly("moment", moments.iter().map(String::as_str)),
        exactly("unit", units),
        Keys {
            allowed: verdicts.collect(),
            ..exactly("verdict", d.claims.iter().map(|claim| claim.verdict.as_str()))
        },
        Keys {
            allowed: kinds.collect(),
            ..exactly("claim_kind", d.claims.iter().map(|claim| claim.kind.id()))
        },
        exactly("language", sources.iter().map(|source| source.language.as_str())),
    ];
    for keys in &sections {
        check_section(file, keys);
    }
}

fn check_section(file: &Cursor, keys: &Keys) {
    let Some(section) = file.get(keys.section) else {
        if !keys.needed.is_empty() {
            file.problem(
                say(&["the section ", &quoted(keys.section), " is missing"]),
                "add it, see data/README.md",
            );
        }
        return;
    };
    for key in &keys.needed {
        if section.get(key).is_none() {
            section.problem_at(
                key,
                say(&["the words for ", &quoted(key), " are missing"]),
                "add the key and its text",
            );
        }
    }
    for (key, text) in section.entries() {
        if keys.needed.contains(key) || keys.allowed.contains(key) || text.is_full() {
            continue;
        }
        let near = nearest(key, keys.needed.iter().copied().filter(|id| section.get(id).is_none()));
        let mend = near
            .map_or("remove the key".into(), |near| say(&["write ", &quoted(near), " or remove the key"]));
        text.problem(say(&["these words belong to no record ", &quoted(key)]), &mend);
    }
}
