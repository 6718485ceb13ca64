//! How is it worded and how wide is it? Strings by key, dates and numbers in words, text width.
//! Knows no country and no pixel but the em; uses nothing else of this crate.

mod day;
mod edtf;
mod fold;
mod measure;
pub mod plural;
mod strings;
mod when;
mod widths;
mod window;
pub mod words;
mod wrap;

pub use day::Day;
pub use edtf::WhenError;
pub use fold::fold;
pub use measure::{Measure, TableMeasure};
pub use strings::{fill, Entry, Sections, Strings};
pub use when::{Precision, Span, Until, When};
pub use window::{window, NoWindow};
pub use wrap::{ellipsis, wrap};
