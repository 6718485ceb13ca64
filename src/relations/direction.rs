//! Which way an event points between the home country and a partner: closer, further, or not coded.

use crate::dossier::Event;

/// Which way an event points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The coded acts add up to more than zero.
    Closer,
    /// The coded acts add up to less than zero.
    Further,
    /// The event is outside the coding frame, or its acts add up to zero.
    NotCoded,
}

/// The sum of the event's coded acts towards its first partner, on Goldstein's scale; 0 without codes.
pub fn score(event: &Event) -> f64 {
    let Some(first) = event.partners.first() else { return 0.0 };
    event.effects.iter().filter(|effect| effect.partner == *first).map(|effect| effect.score).sum()
}

/// Which way the event points for the partner in whose row it stands.
pub fn direction(event: &Event) -> Direction {
    let score = score(event);
    if score > 0.0 {
        Direction::Closer
    } else if score < 0.0 {
        Direction::Further
    } else {
        Direction::NotCoded
    }
}
