//! Which ties, memberships and bases held on a day, and how sure that is given how precisely dates are known.

use crate::dossier::{Dossier, Membership, Question, TieKind};
use crate::text::{Day, Span, Until};

/// How sure it is that something held on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It did not hold.
    No,
    /// The day lies within the imprecision of its start or end.
    Possible,
    /// It held.
    Yes,
}

/// Whether something from `from` to `to` held on `day`.
///
/// The last day counts as in force. An open end never ends.
pub fn certainty_on(from: &Span, to: &Until, day: Day) -> Certainty {
    let (end_earliest, end_latest) = match to {
        Until::Known(span) => (span.earliest, span.latest),
        Until::Open => (Day(i32::MAX), Day(i32::MAX)),
    };
    if day < from.earliest || day > end_latest {
        Certainty::No
    } else if day >= from.latest && day <= end_earliest {
        Certainty::Yes
    } else {
        Certainty::Possible
    }
}

/// Indices of the ties that held, or may have held, on `day`, in the dossier's order. Sanctions are drawn among the ties,
/// but they hold two apart and are counted as none.
pub fn ties_on(dossier: &Dossier, day: Day) -> Vec<usize> {
    let holds = |tie: &crate::dossier::Tie| {
        tie.kind != TieKind::Sanctions && certainty_on(&tie.from, &tie.to, day) != Certainty::No
    };
    dossier.ties.iter().enumerate().filter(|(_, tie)| holds(tie)).map(|(ix, _)| ix).collect()
}

/// Indices of the bases that were, or may have been, open on `day`, in the dossier's order.
pub fn bases_on(dossier: &Dossier, day: Day) -> Vec<usize> {
    let open = |base: &crate::dossier::Base| certainty_on(&base.from, &base.to, day) != Certainty::No;
    dossier.bases.iter().enumerate().filter(|(_, base)| open(base)).map(|(ix, _)| ix).collect()
}

/// How the country `a3` belonged, on `day`, to any of the blocs a map question asks about.
///
/// Where two memberships meet on the same day, the surer one counts.
pub fn membership_on<'d>(
    dossier: &'d Dossier,
    question: &Question,
    a3: &str,
    day: Day,
) -> Option<(&'d Membership, Certainty)> {
    dossier
        .memberships
        .iter()
        .filter(|m| question.blocs.contains(&m.bloc) && m.member == a3)
        .map(|m| (m, certainty_on(&m.from, &m.to, day)))
        .filter(|(_, certainty)| *certainty != Certainty::No)
        .max_by_key(|(_, certainty)| *certainty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::When;

    fn interval(edtf: &str) -> (Span, Until) {
        match When::parse(edtf).unwrap() {
            When::Between { from, to } => (from, to),
            When::At(span) => (span, Until::Known(span)),
        }
    }

    fn on(edtf: &str, iso: &str) -> Certainty {
        let (from, to) = interval(edtf);
        certainty_on(&from, &to, Day::parse_iso(iso).unwrap())
    }

    #[test]
    fn a_day_to_day_tie_holds_from_its_first_to_its_last_day() {
        assert_eq!(on("2001-10-07/2005-11-21", "2001-10-06"), Certainty::No);
        assert_eq!(on("2001-10-07/2005-11-21", "2001-10-07"), Certainty::Yes);
        assert_eq!(on("2001-10-07/2005-11-21", "2005-11-21"), Certainty::Yes);
        assert_eq!(on("2001-10-07/2005-11-21", "2005-11-22"), Certainty::No);
    }

    #[test]
    fn a_start_known_to_the_year_is_only_possible_within_it() {
        assert_eq!(on("1998/2004", "1998-06-01"), Certainty::Possible);
        assert_eq!(on("1998/2004", "1999-01-01"), Certainty::Yes);
        assert_eq!(on("1998/2004", "2004-06-01"), Certainty::Possible);
    }

    #[test]
    fn an_open_tie_never_ends() {
        assert_eq!(on("1994-07-13/..", "2999-01-01"), Certainty::Yes);
    }
}
