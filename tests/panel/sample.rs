//! A small test with two sides, made up: goldens change with the drawing and not with the data.

use us_uz_explainer::dossier::{Confidence, Moment, MomentKind, TestPlan, TestSide};
use us_uz_explainer::relations::{
    Act, By, Direction, MomentEvent, MomentShown, MomentSide, MomentTie, Tested,
};
use us_uz_explainer::text::{Day, Precision, Sections, Span, Strings, Until};

/// Year, month, partner and score of each act; its event is named after its position.
const ACTS: [(i32, u32, usize, f64); 22] = [
    (1992, 3, 1, 8.0),
    (1993, 5, 0, 2.0),
    (1994, 2, 0, 8.0),
    (1994, 9, 0, 7.0),
    (1995, 6, 1, 2.0),
    (1998, 10, 1, 8.0),
    (1999, 4, 0, 4.0),
    (1999, 5, 1, -5.0),
    (2001, 10, 0, 8.0),
    (2001, 11, 0, 7.0),
    (2001, 12, 0, 3.0),
    (2002, 3, 0, 6.0),
    (2004, 6, 1, 8.0),
    (2005, 7, 0, -7.0),
    (2005, 11, 1, 8.0),
    (2006, 8, 1, 5.0),
    (2009, 2, 0, 4.0),
    (2012, 6, 1, -4.0),
    (2015, 1, 0, 5.0),
    (2016, 4, 1, 6.0),
    (2018, 5, 0, 4.0),
    (2018, 10, 1, 7.0),
];

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd(year, month, day).unwrap()
}

/// Two sides and their acts.
pub(super) fn tested() -> Tested {
    let side = |id: &str, partner| TestSide { id: id.into(), partners: vec![partner] };
    let acts = ACTS.iter().enumerate().map(|(event, (year, month, partner, score))| Act {
        event,
        partner: *partner,
        by: By::Both,
        score: *score,
        days: f64::from(day(*year, *month, 15).0) + 0.5,
        episode: None,
        sources: 1 + event % 2,
        confidence: if event % 3 == 0 { Confidence::Medium } else { Confidence::High },
    });
    Tested {
        years: (1991, 2020),
        rows: vec!["north".into(), "south".into()],
        plan: TestPlan {
            sides: vec![side("north", 0), side("south", 1)],
            declared: (0, 1),
            ..TestPlan::default()
        },
        tints: vec![0, 1],
        events: (0..ACTS.len()).map(|n| format!("event-{n}")).collect(),
        acts: acts.collect(),
        series: Vec::new(),
    }
}

/// The words that belong to it.
pub(super) fn strings() -> Strings {
    let mut sections = Sections::new();
    let mut put = |section: &str, key: &str, text: &str| {
        sections.entry(section.into()).or_default().insert(key.into(), text.into());
    };
    put("row", "north", "The North");
    put("row", "south", "South");
    put("side", "north", "The North");
    put("side", "south", "The South and its bodies");
    for n in 0..ACTS.len() {
        put("event", &format!("event-{n}"), &format!("Treaty number {n} on the common border"));
    }
    put("moment", "change.title", "1998–1999: a base for a treaty");
    put("moment", "gains.title", "2001–2002: both sides gain");
    put("tie_short", "base", "The base");
    put("tie_short", "treaty", "Treaty of 1998");
    put("tie_short", "sanctions", "Sanctions");
    super::words::with_words(Strings::new("en".into(), sections))
}

fn on(at: Day) -> Span {
    Span { earliest: at, latest: at, precision: Precision::Day, uncertain: false, approximate: false }
}

/// Two moments: one with every kind of bar and mark, one in which only events happen.
pub(super) fn moments() -> Vec<MomentShown> {
    let tie = |id: &str, from: Day, to: Option<Day>, began: bool| MomentTie {
        id: id.into(),
        from: on(from),
        to: to.map_or(Until::Open, |to| Until::Known(on(to))),
        began,
        ended: to.is_some(),
        apart: id == "sanctions",
    };
    let event = |n: usize, at: Day, direction| MomentEvent {
        id: format!("event-{n}"),
        days: f64::from(at.0) + 0.5,
        direction,
    };
    let moment = |id: &str, kind, from: i32, sides| MomentShown {
        moment: Moment { id: id.into(), kind, window: (day(from, 1, 1), day(from + 1, 12, 31)) },
        sides,
    };
    let lost = MomentSide {
        changed: vec![
            tie("base", day(1996, 1, 1), Some(day(1998, 11, 20)), false),
            tie("sanctions", day(1999, 2, 1), None, true),
        ],
        throughout: 3,
        events: vec![
            event(0, day(1998, 7, 29), Direction::Further),
            event(1, day(1998, 8, 2), Direction::Further),
        ],
    };
    let gained = MomentSide {
        changed: vec![tie("treaty", day(1998, 11, 14), Some(day(1999, 12, 31)), true)],
        throughout: 1,
        events: vec![event(5, day(1998, 11, 14), Direction::Closer)],
    };
    let quiet = |n: usize| MomentSide {
        changed: Vec::new(),
        throughout: 4,
        events: vec![event(n, day(2001, 10, 7), Direction::Closer)],
    };
    vec![
        moment("change", MomentKind::Swap, 1998, [lost, gained]),
        moment("gains", MomentKind::Both, 2001, [quiet(8), quiet(9)]),
    ]
}
