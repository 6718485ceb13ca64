//! What stands in a cell: ids, days, names of kinds.

use us_uz_explainer::dossier::{
    Actor, ActorKind, BlocKind, Confidence, Dossier, Event, MemberStatus, PlaceKind,
};
use us_uz_explainer::text::{Day, Span, Until};

/// Ids in one cell.
pub(crate) fn joined<T: AsRef<str>>(ids: &[T]) -> String {
    ids.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ")
}

/// The ids of the records at these positions of a list, in one cell.
pub(crate) fn named<R>(positions: &[usize], list: &[R], id: impl Fn(&R) -> &str) -> String {
    joined(&positions.iter().filter_map(|at| list.get(*at)).map(id).collect::<Vec<_>>())
}

/// The id of the record at this position, if there is one.
pub(crate) fn at<R>(position: Option<usize>, list: &[R], id: impl Fn(&R) -> &str) -> String {
    named(position.as_slice(), list, id)
}

/// A text that may be missing.
pub(crate) fn or_empty(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

/// The English text under a key of a section.
pub(crate) fn words(dossier: &Dossier, section: &str, key: &str) -> String {
    dossier.title(section, key).to_owned()
}

/// The text of a part of a record: `claim.<id>.title`.
pub(crate) fn part(dossier: &Dossier, section: &str, id: &str, part: &str) -> String {
    words(dossier, section, &[id, ".", part].concat())
}

/// The span of an end that is known.
pub(crate) fn known(to: Until) -> Option<Span> {
    match to {
        Until::Known(span) => Some(span),
        Until::Open => None,
    }
}

/// A day, or nothing.
pub(crate) fn day(day: Option<Day>) -> String {
    day.map(Day::iso).unwrap_or_default()
}

/// The year in which a count or a score has an event: that of the middle of its first date.
pub(crate) fn year(event: &Event) -> String {
    // A year has fewer days than an i32 has numbers by far; the middle lies within the span.
    Day(event.when.start().middle_days().floor() as i32).ymd().0.to_string()
}

/// Who acted, as in the data.
pub(crate) fn actor(dossier: &Dossier, by: Actor) -> String {
    match by {
        Actor::Home => "home".into(),
        Actor::Both => "both".into(),
        Actor::Partner(partner) => at(Some(partner), &dossier.manifest.partners, |p| &p.id),
    }
}

pub(crate) fn confidence(confidence: Confidence) -> String {
    let id = match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    };
    id.into()
}

pub(crate) fn status(status: MemberStatus) -> String {
    let id = match status {
        MemberStatus::Member => "member",
        MemberStatus::Observer => "observer",
        MemberStatus::Partner => "partner",
        MemberStatus::Suspended => "suspended",
    };
    id.into()
}

pub(crate) fn place_kind(kind: PlaceKind) -> String {
    let id = match kind {
        PlaceKind::Capital => "capital",
        PlaceKind::City => "city",
        PlaceKind::Base => "base",
        PlaceKind::Site => "site",
        PlaceKind::Area => "area",
    };
    id.into()
}

pub(crate) fn actor_kind(kind: ActorKind) -> String {
    let id = match kind {
        ActorKind::Person => "person",
        ActorKind::State => "state",
        ActorKind::Organisation => "organisation",
    };
    id.into()
}

pub(crate) fn bloc_kind(kind: BlocKind) -> String {
    let id = match kind {
        BlocKind::Defence => "defence",
        BlocKind::Economic => "economic",
        BlocKind::Regional => "regional",
        BlocKind::Partnership => "partnership",
    };
    id.into()
}
