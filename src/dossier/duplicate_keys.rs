//! Finds keys that stand twice in one JSON object: the JSON reader keeps the last and says nothing.

use std::collections::BTreeSet;

use super::problem::{quoted, say, Log};

/// Notes each repeated key with its line. The text is known to be JSON.
pub(super) fn check_duplicate_keys(file: &str, text: &str, log: &Log) {
    let mut open: Vec<BTreeSet<&str>> = Vec::new();
    let mut line = 1;
    let mut rest = text.char_indices();
    while let Some((start, c)) = rest.next() {
        match c {
            '\n' => line += 1,
            '{' | '[' => open.push(BTreeSet::new()),
            '}' | ']' => {
                open.pop();
            }
            '"' => {
                let mut escaped = false;
                let end = rest.find(|(_, c)| {
                    let ends = *c == '"' && !escaped;
                    escaped = *c == '\\' && !escaped;
                    ends
                });
                let Some((end, _)) = end else { return };
                let is_key = rest.as_str().trim_start().starts_with(':');
                let (Some(key), Some(keys), true) = (text.get(start + 1..end), open.last_mut(), is_key)
                else {
                    continue;
                };
                if log.is_full() {
                    return;
                }
                if !keys.insert(key) {
                    let at = line.to_string();
                    let message =
                        say(&["the key ", &quoted(key), " stands twice in one object, again on line ", &at]);
                    log.add(file, String::new(), message, "keep one of the two");
                }
            }
            _ => {}
        }
    }
}
