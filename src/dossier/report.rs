//! What a person who edits the data wants to know: how much there is, how it is spread, and what is wrong with it.

use std::fmt;

use super::check_locale::check_locale;
use super::cursor::Cursor;
use super::duplicate_keys::check_duplicate_keys;
use super::files::{locale_of, shown, Files, Parsed, DETAIL, STRINGS};
use super::problem::{Log, Problem};
use super::read_strings::read_strings;
use super::spread::Spread;
use super::Dossier;

/// The outcome of checking a whole dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Name and size in bytes of each file read.
    pub files: Vec<(String, usize)>,
    /// How many records of each kind; empty if the dossier could not be read.
    pub counts: Vec<(&'static str, usize)>,
    /// How the records are spread; empty if the dossier could not be read.
    pub spreads: Vec<Spread>,
    /// What is few, but not wrong.
    pub hints: Vec<String>,
    /// Everything that is wrong.
    pub problems: Vec<Problem>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, bytes) in &self.files {
            // A dossier in one file has no name of its own.
            let name = if name.is_empty() { "the dossier" } else { name };
            writeln!(f, "{name}: {bytes} bytes")?;
        }
        for (what, count) in &self.counts {
            writeln!(f, "{what}: {count}")?;
        }
        for spread in &self.spreads {
            write!(f, "\n{spread}")?;
        }
        for hint in &self.hints {
            writeln!(f, "\n{hint}")?;
        }
        if !self.spreads.is_empty() {
            writeln!(f)?;
        }
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        writeln!(f, "problems: {}", self.problems.len())
    }
}

/// Checks all files given: everything [`Dossier::read_whole`] checks, and beyond that
/// repeated keys and every further locale. The bibliography and the detail may be absent.
#[must_use]
pub fn check_report(files: &Files) -> Report {
    let mut report = Report::default();
    report.files.extend(files.sizes().map(|(name, bytes)| (name.to_owned(), bytes)));
    let log = Log::default();
    let parsed = Parsed::new(files, &log);
    let sound = log.is_empty();
    // Nothing of what is too much is looked at.
    if parsed.iter().next().is_some() {
        for (name, text) in files.texts() {
            if let Ok(text) = std::str::from_utf8(text) {
                check_duplicate_keys(shown(name), text, &log);
            }
        }
    }
    check_locales(&parsed, &log);
    report.problems = log.into_problems();
    if !sound {
        return report;
    }
    match Dossier::read_parsed(&parsed, Log::default()) {
        Ok(mut dossier) => {
            report.problems.extend(dossier.add_detail(&parsed).err().unwrap_or_default());
            report.counts = dossier.counts();
            report.spreads = dossier.spreads();
            report.hints = dossier.hints();
        }
        Err(problems) => report.problems.extend(problems),
    }
    let mut seen: Vec<Problem> = Vec::new();
    report.problems.retain(|problem| {
        let new = !seen.contains(problem);
        seen.push(problem.clone());
        new
    });
    report
}

/// Each further locale by itself and against the English.
fn check_locales(parsed: &Parsed, log: &Log) {
    for (name, value) in parsed.iter() {
        let Some((locale, detail)) = locale_of(name).filter(|(locale, _)| *locale != "en") else { continue };
        let file = Cursor::file(name, value, log);
        read_strings(&file, locale);
        let english = if detail { DETAIL } else { STRINGS };
        if let Some(value) = parsed.get(english) {
            check_locale(&Cursor::file(english, value, log), &file);
        }
    }
}
