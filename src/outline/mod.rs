//! What is said? The same content as headings, lists, links and tables: for the page before any script, for
//! screen readers, for the card beside the pictures. Uses `text`, `dossier`, `relations`, `model`; no pixels.

mod bibliography;
mod card;
mod claims;
mod document;
mod found;
mod legend;
mod node;
mod record_cards;
mod say;
mod series;
mod table;
mod test_choices;
mod test_moments;
mod test_page;
mod test_results;
mod test_say;
mod test_section;
mod write_json;

pub use bibliography::sources_page;
pub use card::{card, card_key};
pub use claims::claims_page;
pub use document::{document, document_without_test, head, text};
pub use found::{choices, list, places, shelf, Choice};
pub use legend::{map_legend, ties_legend};
pub use node::{to_html, to_json, under_a_host, Child, Node};
pub use record_cards::record_cards;
pub use say::{announce_cursor, announce_filter, announce_selection, announce_step, row_name};
pub use series::series_page;
pub use test_choices::{test_curves, test_door, test_legend, test_pairs};
pub use test_page::test_page;
pub use test_results::{test_results, test_year};
pub use write_json::{write_json, write_text};
