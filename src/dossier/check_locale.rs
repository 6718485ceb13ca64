//! Has a translation the same keys and placeholders as the English words?

use super::cursor::Cursor;
use super::problem::{quoted, say};

/// Compares every section of `other` with the same section of `english`.
pub(super) fn check_locale(english: &Cursor, other: &Cursor) {
    for (name, section) in english.entries() {
        let Some(translated) = other.get(name) else {
            other.problem(
                say(&["the section ", &quoted(name), " is missing"]),
                "translate it from the English file",
            );
            continue;
        };
        // Which plural forms there are is the language's own business.
        let plural = name == "plural";
        for (key, text) in section.entries() {
            // A hostile dossier may have many locales and many words.
            if other.is_full() {
                return;
            }
            let Some(words) = translated.get(key) else {
                if !plural {
                    translated.problem_at(
                        key,
                        say(&["the words for ", &quoted(key), " are missing"]),
                        "translate them",
                    );
                }
                continue;
            };
            let (Some(here), Some(there)) = (text.text(), words.text()) else { continue };
            if placeholders(here) != placeholders(there) {
                let mend = say(&["use ", &placeholders(here).join(" ")]);
                words.problem("the placeholders differ from the English ones".into(), &mend);
            }
        }
        for (key, words) in translated.entries() {
            if !plural && section.get(key).is_none() {
                words.problem(say(&["the English words have no key ", &quoted(key)]), "remove or rename it");
            }
        }
    }
}

/// The placeholders `{name}` of a text, sorted, each once: a language may repeat one.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for part in text.split('{').skip(1) {
        names.extend(part.split_once('}').map(|(name, _)| name));
    }
    names.sort_unstable();
    names.dedup();
    names
}
