//! What the panel “Test it” computes from, as one text: written natively, or by the reader of a host's own dossier, and read in
//! the panel's wasm, whose digest of the dossier has neither codes nor series. Plain JSON, see [`crate::json`].
//!
//! Only what the test uses goes along: the events that acts name, the series that the plan compares, the words of the panel.

use super::acts::By;
use super::direction::Direction;
use crate::dossier::{Change, Confidence, MomentKind};

pub use super::exchange_read::read;
pub use super::exchange_write::write;

pub(super) const BY: [By; 3] = [By::Home, By::Partner, By::Both];
pub(super) const SURE: [Confidence; 3] = [Confidence::High, Confidence::Medium, Confidence::Low];
pub(super) const CHANGES: [Change; 2] = [Change::Difference, Change::Log];
pub(super) const KINDS: [MomentKind; 2] = [MomentKind::Swap, MomentKind::Both];
pub(super) const DIRECTIONS: [Direction; 2] = [Direction::Closer, Direction::Further];
