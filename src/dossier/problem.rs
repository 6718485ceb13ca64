//! What is wrong with a dossier: which file, where in it, why, and how to mend it.

use std::cell::RefCell;
use std::fmt;

/// One thing that is wrong with a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it is named in `data/`.
    pub file: String,
    /// Where in the file, as a JSON pointer; empty for the file as a whole.
    pub path: String,
    /// What is wrong, without a full stop.
    pub message: String,
    /// How to mend it, without a full stop.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = if self.path.is_empty() { "" } else { " " };
        for part in [&self.file, before, &self.path, ": ", &self.message, "; ", &self.mend, "."] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// A list longer than this helps nobody, and a hostile dossier must not grow it without end.
const MOST: usize = 200;

/// A file's name or a path longer than this is no help either.
const MOST_LETTERS: usize = 200;

/// Collects problems while a dossier is read.
#[derive(Default)]
pub(super) struct Log(RefCell<Vec<Problem>>);

impl Log {
    /// Notes a problem, unless enough are noted already.
    pub(super) fn add(&self, file: &str, path: String, message: String, mend: &str) {
        if self.is_full() {
            return;
        }
        let problem = Problem { file: cut(file), path: cut(&path), message, mend: mend.into() };
        self.0.borrow_mut().push(problem);
    }

    /// Whether further problems are no longer noted; nothing costly should be computed for them.
    pub(super) fn is_full(&self) -> bool {
        self.0.borrow().len() >= MOST
    }

    /// Whether no problem was noted.
    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// All problems, in the order in which they were met.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        if let (MOST.., Some(last)) = (problems.len(), problems.last_mut()) {
            last.message.push_str(" (more follow and are not listed)");
        }
        problems
    }
}

/// A name or path as a list of problems shows it: keys may be as long as the file.
fn cut(name: &str) -> String {
    let mut shown: String = name.chars().filter(|c| !c.is_control()).take(MOST_LETTERS).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    shown
}

/// Joins the parts of a message: smaller than a `format!` for each.
pub(super) fn say(parts: &[&str]) -> String {
    parts.concat()
}

/// A value as a message shows it: in quotation marks, cut when it is long.
pub(super) fn quoted(value: &str) -> String {
    let mut shown: String = value.chars().filter(|c| !c.is_control()).take(40).collect();
    if shown.len() < value.len() {
        shown.push('…');
    }
    say(&["“", &shown, "”"])
}
