//! One text of a dossier from bytes to a JSON value, or why not, in words a person can act on.

use serde_json::{Error, Value};

use super::problem::{quoted, say, Log};

/// All files together may have this many bytes.
pub(super) const MOST_BYTES: usize = 10_000_000;

/// One text as JSON. serde_json stops at 128 levels of nesting, so a deep text cannot exhaust the stack.
pub(super) fn parse(name: &str, bytes: &[u8], log: &Log) -> Option<Value> {
    let read = text(bytes).and_then(|text| serde_json::from_str(text).map_err(|error| why(text, &error)));
    match read {
        Ok(value) => Some(value),
        Err((message, mend)) => {
            log.add(name, String::new(), message, mend);
            None
        }
    }
}

/// What is wrong, and how to mend it.
type Refusal = (String, &'static str);

/// The bytes as text.
fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(("this file has more than 10 MB".into(), "leave something out"));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(("this file begins with a byte order mark".into(), "save it as UTF-8 without BOM"));
    }
    if is_utf_16(bytes) {
        return Err(("this file is UTF-16".into(), "save it as UTF-8 without BOM"));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + good.iter().rev().take_while(|byte| **byte != b'\n').count();
        let at = [line, column].map(|n| n.to_string());
        let message = say(&["this file is not UTF-8, at line ", &at[0], " column ", &at[1]]);
        (message, "save it as UTF-8; it may be Latin-1 or another older encoding")
    })
}

/// A byte order mark of UTF-16, or none and a zero in each of the first two characters: JSON begins with ASCII.
fn is_utf_16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [a, b, c, d, ..] => matches!(
            (*a != 0, *b != 0, *c != 0, *d != 0),
            (true, false, true, false) | (false, true, false, true)
        ),
        _ => false,
    }
}

/// Why a text is not JSON, where serde_json's own words can be bettered.
fn why(text: &str, error: &Error) -> Refusal {
    let at = say(&[&error.line().to_string(), " column ", &error.column().to_string()]);
    let words = error.to_string();
    if text.trim().is_empty() {
        return ("this file is empty".into(), "write its JSON, see data/README.md");
    }
    if error.is_eof() {
        let message = say(&["this file ends too early, at line ", &at]);
        return (message, "bring all of it, or close the brackets and quotation marks that are open");
    }
    if words.starts_with("recursion") {
        let message = say(&["this is nested more than 127 levels deep, at line ", &at]);
        return (message, "leave out the brackets that are too many; no field needs more than 10");
    }
    if words.starts_with("number") {
        let message =
            say(&["the number ", &quoted(number_at(text, error)), " is too large to be read, at line ", &at]);
        return (message, "write one below 1e308; each field has narrower bounds still");
    }
    (say(&["this is not JSON: ", &words]), "mend it at the line and column named")
}

/// The number that ends about where the reader stopped.
fn number_at<'t>(text: &'t str, error: &Error) -> &'t str {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
    // The column counts bytes; it is that of the last one read.
    let read = line.get(..error.column().min(line.len())).unwrap_or(line);
    let start = read.trim_end_matches(|c| !part(c)).trim_end_matches(part).len();
    let number = line.get(start..).unwrap_or_default();
    number.split(|c| !part(c)).next().unwrap_or_default()
}

/// About how many bytes of memory a text takes once it is read, never much too few: `{"":0},` takes a hundred times
/// its own length. What stands in quotation marks counts too, which makes hardly a difference.
pub(super) fn weight(bytes: &[u8]) -> usize {
    let of = |byte: &u8| match byte {
        // A node of a map has room for eleven entries, that of a list for four values.
        b'{' => 700,
        b'[' => 150,
        // Many entries leave half of their nodes empty, and each key is a text of its own.
        b':' => 96,
        // A list doubles its room when it is full.
        b',' => 64,
        b'"' => 16,
        _ => 1,
    };
    bytes.iter().map(of).sum()
}
