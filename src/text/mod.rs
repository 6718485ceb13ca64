//! How is it worded and how wide is it? Strings by key, dates and numbers in words, text width.
//! Knows no country and no pixel but the em; uses nothing else of this crate.

mod when;

pub use when::{Day, Precision, Span, Until, When};
