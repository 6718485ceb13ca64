//! What was in force, and how do scores move? Ties, memberships and bases on a day, and which way an event points; coded acts
//! as yearly scores and stocks, compared with each other.
//! Pure functions over the dossier's records; uses `text` (dates), `dossier` and `order`.

mod acts;
mod bootstrap;
mod compare;
mod direction;
pub mod exchange;
mod exchange_read;
mod exchange_text;
mod exchange_write;
mod in_force;
mod judged;
mod moments;
mod random;
mod statistics;
mod stock;
mod tested;
mod yearly;

pub use acts::{acts, scored, Act, By, Quality, Scored, Weight, Whose};
pub use bootstrap::{block_length, Bootstrap, Interval, LEVEL_PERCENT, RESAMPLES, SEED};
pub use compare::{steps, Coefficients, Comparison, Intervals, Levels, Reading, LEAST_STEPS};
pub use direction::{direction, score, Direction};
pub use in_force::{bases_on, certainty_on, membership_on, ties_on, Certainty};
pub use judged::Judged;
pub use moments::{moments_shown, MomentEvent, MomentShown, MomentSide, MomentTie};
pub use random::Random;
pub use statistics::{
    counts, first_autocorrelation, pearson, ranks, spearman, to_ten_decimals, Counts, Step,
};
pub use stock::{fan, months, standardised, stock, Stock, DAYS_A_YEAR, HALF_LIVES};
pub use tested::{LinePair, Role, SidePair, Tested};
pub use yearly::{behind, mean_and_deviation, yearly, Behind, Year};
