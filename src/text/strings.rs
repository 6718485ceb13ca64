//! Every word a reader sees, by section and key; placeholders `{name}`, plurals and grouped numbers.

use super::plural;
use crate::order;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Sections of words: section → key → text.
pub type Sections = BTreeMap<String, BTreeMap<String, String>>;

/// One text with its section and key.
pub type Entry = (String, String, String);

/// The words of one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strings {
    locale: String,
    /// Sorted by section, then key: a map of maps costs 3 KB more in the wasm.
    entries: Vec<Entry>,
}

impl Strings {
    /// The words of `locale` (a BCP 47 tag).
    pub fn new(locale: String, sections: Sections) -> Self {
        let mut strings = Self { locale, entries: Vec::new() };
        strings.merge(sections);
        strings
    }

    /// The words of `locale` from single entries in any order, no key twice.
    pub fn from_entries(locale: String, mut entries: Vec<Entry>) -> Self {
        order::sort(&mut entries, &mut |a, b| compare(a, &b.0, &b.1));
        Self { locale, entries }
    }

    /// Puts texts into a section, each in place of one that stands there.
    pub fn put<'a>(&mut self, section: &str, texts: impl Iterator<Item = (&'a str, &'a str)>) {
        for (key, text) in texts {
            match self.entries.binary_search_by(|entry| compare(entry, section, key)) {
                Ok(at) => self.entries[at].2 = text.to_owned(),
                Err(at) => self.entries.insert(at, (section.to_owned(), key.to_owned(), text.to_owned())),
            }
        }
    }

    /// BCP 47 tag.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// The text under a key, if there is one.
    pub fn get(&self, section: &str, id: &str) -> Option<&str> {
        let at = self.entries.binary_search_by(|entry| compare(entry, section, id)).ok()?;
        self.entries.get(at).map(|(_, _, text)| text.as_str())
    }

    /// A word of the interface; the key itself if it is missing, so that a gap shows and nothing fails.
    pub fn ui<'a>(&'a self, key: &'a str) -> &'a str {
        self.get("ui", key).unwrap_or(key)
    }

    /// A text with its placeholders filled: `{n}` becomes the value given for `n`. The key if it is missing.
    pub fn fill(&self, section: &str, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(section, key).unwrap_or(key), values)
    }

    /// The form of `key` that goes with `n` things, `{n}` filled with the number.
    pub fn plural(&self, key: &str, n: u64) -> String {
        let form = |category| self.get("plural", &format!("{key}.{category}"));
        let pattern = form(plural::category(&self.locale, n)).or_else(|| form("other")).unwrap_or(key);
        fill(pattern, &[("n", &self.number(n))])
    }

    /// A whole number with the locale's mark (`number.group`) between thousands.
    pub fn number(&self, n: u64) -> String {
        let digits = n.to_string();
        let mark = self.get("number", "group").unwrap_or("");
        let mut out = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                out.push_str(mark);
            }
            out.push(c);
        }
        out
    }

    /// A number with up to three decimals, none of them an idle zero, the locale's marks and a true minus.
    pub fn decimal(&self, value: f64) -> String {
        let thousandths = (value.abs() * 1_000.0).round();
        let whole = self.number((thousandths / 1_000.0) as u64);
        let rest = (thousandths % 1_000.0) as u64;
        let sign = if value < 0.0 && thousandths > 0.0 { "−" } else { "" };
        if rest == 0 {
            return [sign, &whole].concat();
        }
        let digits = (1_000 + rest).to_string();
        let decimals = digits.get(1..).unwrap_or("").trim_end_matches('0');
        [sign, &whole, self.get("number", "decimal").unwrap_or("."), decimals].concat()
    }

    /// All keys and texts of a section, in the order of the keys; empty if there is no such section.
    pub fn section<'a>(&'a self, section: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let from = self.entries.partition_point(|(name, _, _)| name.as_str() < section);
        let to = self.entries.partition_point(|(name, _, _)| name.as_str() <= section);
        let entries = self.entries.get(from..to).unwrap_or_default();
        entries.iter().map(|(_, key, text)| (key.as_str(), text.as_str()))
    }

    /// Adds words that were loaded later; a key that is already there is replaced.
    pub fn merge(&mut self, sections: Sections) {
        for (section, texts) in sections {
            for (key, text) in texts {
                match self.entries.binary_search_by(|entry| compare(entry, &section, &key)) {
                    Ok(at) => {
                        if let Some(entry) = self.entries.get_mut(at) {
                            entry.2 = text;
                        }
                    }
                    Err(at) => self.entries.insert(at, (section.clone(), key, text)),
                }
            }
        }
    }
}

fn compare(entry: &Entry, section: &str, key: &str) -> Ordering {
    entry.0.as_str().cmp(section).then_with(|| entry.1.as_str().cmp(key))
}

/// Fills `{name}` placeholders of a pattern; one that no value is given for stays as it is.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail))
        });
        if let Some((value, tail)) = found {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(locale: &str, entries: &[(&str, &str, &str)]) -> Strings {
        let mut sections = Sections::new();
        for (section, key, text) in entries {
            sections.entry((*section).into()).or_default().insert((*key).into(), (*text).into());
        }
        Strings::new(locale.into(), sections)
    }

    #[test]
    fn filling() {
        assert_eq!(fill("step {n} of {m}", &[("n", "3"), ("m", "9")]), "step 3 of 9");
        assert_eq!(fill("{n}{n}", &[("n", "{m}"), ("m", "9")]), "{m}{m}", "a value is not filled again");
        assert_eq!(fill("{x} {open", &[("n", "3")]), "{x} {open");
        assert_eq!(fill("{{n}", &[("n", "3")]), "{3");
    }

    #[test]
    fn missing_keys_show() {
        let s = strings("en", &[]);
        assert_eq!(s.ui("next"), "next");
        assert_eq!(s.fill("ui", "as-of", &[("date", "x")]), "as-of");
        assert_eq!(s.plural("events", 2), "events");
        assert_eq!(s.section("ui").count(), 0);
    }

    #[test]
    fn plural_forms() {
        let en = strings("en-GB", &[("plural", "e.one", "{n} event"), ("plural", "e.other", "{n} events")]);
        assert_eq!(en.plural("e", 1), "1 event");
        assert_eq!(en.plural("e", 0), "0 events");
        let ru = strings("ru", &[("plural", "e.few", "{n} события"), ("plural", "e.other", "{n} событий")]);
        assert_eq!(ru.plural("e", 3), "3 события");
        assert_eq!(ru.plural("e", 5), "5 событий", "a missing form falls back to other");
    }

    #[test]
    fn numbers_are_grouped() {
        let en = strings("en", &[("number", "group", ",")]);
        assert_eq!([9, 1234, 10_213, 1_234_567].map(|n| en.number(n)), ["9", "1,234", "10,213", "1,234,567"]);
    }

    #[test]
    fn merging() {
        let mut s = strings("en", &[("ui", "a", "1"), ("ui", "b", "2")]);
        let later = [("ui", "b", "3"), ("event", "k2", "4")];
        let mut sections = Sections::new();
        for (section, key, text) in later {
            sections.entry(section.into()).or_default().insert(key.into(), text.into());
        }
        s.merge(sections);
        assert_eq!(
            [s.get("ui", "a"), s.get("ui", "b"), s.get("event", "k2")],
            [Some("1"), Some("3"), Some("4")]
        );
    }
}
