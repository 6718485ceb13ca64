//! Builds the text of the exchange piece by piece: in the reader's wasm a tree of JSON values for it would cost twice as many
//! bytes of code.

use crate::dossier::{plain, span, until};
use crate::text::{Span, Until};
use serde_json::json;

/// So many digits the reader reads to the last bit.
const MOST_DIGITS: usize = 15;

/// A text of plain JSON under way. Commas come by themselves.
#[derive(Default)]
pub(super) struct ExchangeText(String);

impl ExchangeText {
    pub(super) fn open(&mut self, bracket: char) {
        self.comma();
        self.0.push(bracket);
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub(super) fn key(&mut self, key: &str) {
        self.text(key);
        self.0.push(':');
    }

    pub(super) fn text(&mut self, text: &str) {
        self.raw(&plain(&json!(text)));
    }

    pub(super) fn int(&mut self, number: i64) {
        self.raw(&number.to_string());
    }

    pub(super) fn index(&mut self, index: usize) {
        self.int(i64::try_from(index).unwrap_or(0));
    }

    /// A position, or −1 for none.
    pub(super) fn position(&mut self, position: Option<usize>) {
        self.int(position.and_then(|at| i64::try_from(at).ok()).unwrap_or(-1));
    }

    pub(super) fn indices(&mut self, indices: &[usize]) {
        self.open('[');
        indices.iter().for_each(|index| self.index(*index));
        self.close(']');
    }

    pub(super) fn pairs(&mut self, pairs: &[(usize, usize)]) {
        self.open('[');
        pairs.iter().for_each(|(a, b)| self.indices(&[*a, *b]));
        self.close(']');
    }

    /// A number, or its bits where its decimals are too many for the reader.
    pub(super) fn number(&mut self, value: f64) {
        let decimals = plain(&json!(value));
        if decimals.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS {
            return self.raw(&decimals);
        }
        let bits = value.to_bits();
        self.open('[');
        self.int((bits >> 32) as i64);
        self.int((bits & 0xFFFF_FFFF) as i64);
        self.close(']');
    }

    pub(super) fn span(&mut self, date: &Span) {
        self.raw(&plain(&span(date)));
    }

    pub(super) fn until(&mut self, end: &Until) {
        self.raw(&plain(&until(end)));
    }

    pub(super) fn done(self) -> String {
        self.0
    }

    fn raw(&mut self, value: &str) {
        self.comma();
        self.0.push_str(value);
    }

    fn comma(&mut self) {
        if !matches!(self.0.chars().next_back(), None | Some('[' | '{' | ':')) {
            self.0.push(',');
        }
    }
}
