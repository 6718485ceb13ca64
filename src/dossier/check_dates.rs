//! Do dates agree across records: ties with the events that began and ended them, memberships with each other?

use super::cursor::Cursor;
use super::problem::{quoted, say};
use super::Dossier;
use crate::text::{Day, Span, Until};

/// Checks that no tie begins with an event after its end, or ends with one before its start.
pub(super) fn check_ties(file: &Cursor, dossier: &Dossier) {
    let as_of = dossier.manifest.as_of;
    let Some(list) = file.get("ties") else { return };
    for (item, tie) in list.items().zip(&dossier.ties) {
        let event = |at: Option<usize>| at.and_then(|at| dossier.events.get(at));
        if let Some(first) =
            event(tie.starts_with).filter(|event| event.when.earliest() > last_day(tie.to, as_of))
        {
            let message = say(&["the tie ends before ", &quoted(&first.id), ", which should start it"]);
            item.problem_at("starts_with", message, "mend the interval or name another event");
        }
        let Some(last) = event(tie.ends_with) else { continue };
        if last.when.latest(as_of) < tie.from.earliest {
            let message = say(&["the tie starts after ", &quoted(&last.id), ", which should end it"]);
            item.problem_at("ends_with", message, "mend the interval or name another event");
        }
        if tie.to == Until::Open {
            let message = say(&[&quoted(&last.id), " should end a tie that is still in force"]);
            item.problem_at("ends_with", message, "give the interval its end, or remove ends_with");
        }
    }
}

/// Checks that no state is in one bloc twice at a time. Only what surely overlaps is a problem: dates may be
/// coarse, and one status may end on the day the next begins.
pub(super) fn check_memberships(file: &Cursor, dossier: &Dossier) {
    let as_of = dossier.manifest.as_of;
    let mut order: Vec<usize> = (0..dossier.memberships.len()).collect();
    let key = |at: &usize| dossier.memberships.get(*at).map(|m| (m.bloc, m.member.as_str(), m.from.latest));
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    for pair in order.windows(2) {
        let [a, b] = pair else { continue };
        let (Some(one), Some(next)) = (dossier.memberships.get(*a), dossier.memberships.get(*b)) else {
            continue;
        };
        let same = one.bloc == next.bloc && one.member == next.member;
        if same && !file.is_full() && surely_before(next.from, first_end(one.to, as_of)) {
            let Some(list) = file.get("memberships") else { return };
            let Some(item) = list.items().nth(*b) else { continue };
            let message = say(&[&next.member, " is already in this bloc then, see item ", &a.to_string()]);
            item.problem_at("interval", message, "end the earlier interval before this one starts");
        }
    }
}

fn surely_before(from: Span, end: Day) -> bool {
    from.latest < end
}

fn first_end(to: Until, as_of: Day) -> Day {
    match to {
        Until::Known(end) => end.earliest,
        Until::Open => as_of,
    }
}

fn last_day(to: Until, as_of: Day) -> Day {
    match to {
        Until::Known(end) => end.latest,
        Until::Open => as_of,
    }
}
