//! What was in force? Ties, memberships and bases on a day, and which way an event points.
//! Pure functions over the dossier's records; uses `text` (dates) and `dossier`.

mod direction;
mod in_force;

pub use direction::{direction, score, Direction};
pub use in_force::{bases_on, certainty_on, membership_on, ties_on, Certainty};
