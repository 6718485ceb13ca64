//! The US–Uzbekistan explainer: a timeline of ties and events and a map of blocs and bases.
//!
//! # Units, axes, conventions
//!
//! * **Time** is civil days in the proleptic Gregorian calendar, counted from 1970-01-01 ([`text::Day`]).
//!   A date known only to the month or year is a span of days, never a made-up day.
//! * **Earth**: longitude, latitude in degrees, in that order (RFC 7946), east and north positive.
//! * **Plane**: kilometres from the projection's centre, x east, y **north**.
//! * **Screen**: CSS pixels, x right, y **down**, origin at the top left of the picture.
//! * **Paint**: sixteenths of a CSS pixel as integers, because plotters draws in `i32`.
//!
//! # Layers
//!
//! ```text
//! text, geo ← dossier ← relations ← model ← layout ← scene ← paint ← web
//!                                     └──── outline
//! ```
//! `order` (one sort for all) and `json` (a reader of the digest) are leaves that any may use. Each module may use only what stands to its left; `tests/architecture.rs` holds it to that.

pub mod dossier;
pub mod geo;
pub mod json;
pub mod layout;
pub mod model;
pub mod order;
pub mod outline;
pub mod paint;
pub mod relations;
pub mod scene;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;
