//! What is said? The same content as headings, lists, links and tables: for the page before any script, for
//! screen readers, for the card beside the pictures. Uses `text`, `dossier`, `relations`, `model`; no pixels.

mod card;
mod document;
mod legend;
mod node;
mod say;

pub use card::card;
pub use document::{document, head, text};
pub use legend::{map_legend, ties_legend};
pub use node::{to_html, Child, Node};
pub use say::{announce_cursor, announce_selection, announce_step, row_name};
