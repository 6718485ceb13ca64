//! Some years as an example of a swap, or of both sides gaining: from ties and events alone, nothing weighed.

use super::direction::Direction;
use super::in_force::{certainty_on, Certainty};
use super::statistics::to_ten_decimals;
use crate::dossier::{Dossier, Moment, TestPlan, TieKind};
use crate::order;
use crate::text::{Day, Span, Until};

/// What a moment shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentShown {
    /// Which, and what it is an example of.
    pub moment: Moment,
    /// The two sides, in the order of the plan.
    pub sides: [MomentSide; 2],
}

/// One side in a moment's window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MomentSide {
    /// Ties that began or ended in the window, by the day of that.
    pub changed: Vec<MomentTie>,
    /// How many ties were in force all the time.
    pub throughout: usize,
    /// Coded events of the window, earliest first.
    pub events: Vec<MomentEvent>,
}

/// A tie that began or ended in the window.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentTie {
    /// Its id.
    pub id: String,
    /// First day in force.
    pub from: Span,
    /// Last day in force.
    pub to: Until,
    /// Whether it began in the window.
    pub began: bool,
    /// Whether it ended in the window.
    pub ended: bool,
    /// Sanctions: what holds two sides apart.
    pub apart: bool,
}

/// A coded event of the window.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentEvent {
    /// Its id.
    pub id: String,
    /// When it counts, days since 1970-01-01.
    pub days: f64,
    /// Which way it points for this side.
    pub direction: Direction,
}

/// All moments of a dossier's plan, in its order.
#[must_use]
pub fn moments_shown(dossier: &Dossier) -> Vec<MomentShown> {
    let Some(plan) = &dossier.test_plan else { return Vec::new() };
    plan.moments
        .iter()
        .map(|moment| MomentShown {
            moment: moment.clone(),
            sides: [plan.moment_sides.0, plan.moment_sides.1]
                .map(|side| side_in(dossier, plan, side, moment.window)),
        })
        .collect()
}

fn side_in(dossier: &Dossier, plan: &TestPlan, side: usize, (first, last): (Day, Day)) -> MomentSide {
    let partners = plan.sides.get(side).map_or(&[][..], |side| &side.partners);
    let within = |day: Day| first <= day && day <= last;
    let mut shown = MomentSide::default();
    for tie in dossier.ties.iter().filter(|tie| partners.contains(&tie.partner)) {
        let began = within(tie.from.earliest);
        let ended = matches!(tie.to, Until::Known(to) if within(to.latest));
        if began || ended {
            let apart = tie.kind == TieKind::Sanctions;
            shown.changed.push(MomentTie {
                id: tie.id.clone(),
                from: tie.from,
                to: tie.to,
                began,
                ended,
                apart,
            });
        } else if certainty_on(&tie.from, &tie.to, first) != Certainty::No && tie.kind != TieKind::Sanctions {
            shown.throughout += 1;
        }
    }
    order::sort(&mut shown.changed, &mut |a, b| turn(a).cmp(&turn(b)));
    for event in dossier.events.iter().filter(|event| event.in_frame) {
        let effects = event.effects.iter().filter(|effect| partners.contains(&effect.partner));
        let score = to_ten_decimals(effects.map(|effect| effect.score).sum());
        let days = event.when.start().middle_days();
        if score == 0.0 || !within(Day(days.floor() as i32)) {
            continue;
        }
        let direction = if score > 0.0 { Direction::Closer } else { Direction::Further };
        shown.events.push(MomentEvent { id: event.id.clone(), days, direction });
    }
    order::sort(&mut shown.events, &mut |a, b| a.days.total_cmp(&b.days));
    shown
}

/// The day for which a tie stands in the list: of its beginning, or else of its end.
fn turn(tie: &MomentTie) -> Day {
    match tie.to {
        Until::Known(to) if !tie.began => to.latest,
        _ => tie.from.earliest,
    }
}
