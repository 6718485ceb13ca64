//! Reads `blocs.json`: blocs, who belonged to them when, and foreign bases.

use super::cursor::Cursor;
use super::known::Known;
use super::record::{Base, Bloc, BlocKind, MemberStatus, Membership};

const KINDS: [(&str, BlocKind); 4] = [
    ("defence", BlocKind::Defence),
    ("economic", BlocKind::Economic),
    ("regional", BlocKind::Regional),
    ("partnership", BlocKind::Partnership),
];
const STATUSES: [(&str, MemberStatus); 4] = [
    ("member", MemberStatus::Member),
    ("observer", MemberStatus::Observer),
    ("partner", MemberStatus::Partner),
    ("suspended", MemberStatus::Suspended),
];

/// Reads the three lists of the file.
pub(super) fn read_blocs(file: &Cursor, known: &Known) -> (Vec<Bloc>, Vec<Membership>, Vec<Base>) {
    file.fields(&["blocs", "memberships", "bases"], &["$schema"]);
    let blocs = file.get("blocs").map(|c| c.items().filter_map(|item| read_bloc(&item)).collect());
    let memberships =
        file.get("memberships").map(|c| c.items().filter_map(|item| read_membership(&item, known)).collect());
    let bases = file.get("bases").map(|c| c.items().filter_map(|item| read_base(&item, known)).collect());
    (blocs.unwrap_or_default(), memberships.unwrap_or_default(), bases.unwrap_or_default())
}

fn read_bloc(c: &Cursor) -> Option<Bloc> {
    c.fields(&["id", "kind"], &[]);
    let kind = c.get("kind").and_then(|c| KINDS.get(c.one_of(&KINDS.map(|(name, _)| name))?));
    Some(Bloc { id: c.record_id()?, kind: kind?.1 })
}

fn read_membership(c: &Cursor, known: &Known) -> Option<Membership> {
    c.fields(&["bloc", "member", "interval", "status", "sources"], &[]);
    let bloc = c.get("bloc").and_then(|c| c.reference(&known.blocs));
    let member = c.get("member").and_then(|c| c.a3());
    let interval = c.get("interval").and_then(|c| c.interval(known.as_of));
    let status = c.get("status").and_then(|c| STATUSES.get(c.one_of(&STATUSES.map(|(name, _)| name))?));
    let sources = c.sources();
    let (from, to, _) = interval?;
    Some(Membership { bloc: bloc?, member: member?.into(), from, to, status: status?.1, sources })
}

fn read_base(c: &Cursor, known: &Known) -> Option<Base> {
    c.fields(&["id", "place", "operator", "host", "interval", "sources"], &[]);
    let place = c.get("place").and_then(|c| c.reference(&known.places));
    let operator = c.get("operator").and_then(|c| c.a3());
    let host = c.get("host").and_then(|c| c.a3());
    let interval = c.get("interval").and_then(|c| c.interval(known.as_of));
    let sources = c.sources();
    let (from, to, _) = interval?;
    Some(Base {
        id: c.record_id()?,
        place: place?,
        operator: operator?.into(),
        host: host?.into(),
        from,
        to,
        sources,
    })
}
