//! What the sources say: their string literals.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../architecture/code.rs"]
mod code;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project.
pub(crate) fn text(path: &str) -> String {
    try_text(path).unwrap_or_else(|| unreachable!("{path} cannot be read"))
}

/// The same, of a file that may be missing.
pub(crate) fn try_text(path: &str) -> Option<String> {
    fs::read_to_string(root().join(path)).ok()
}

/// All files below a folder with this ending.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    assert!(found.len() > 9, "{folder} has few files");
    found
}

/// The string literals of Rust files that have two words, without unit tests and comments.
pub(crate) fn literals(files: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let code = code::code(&text(file));
        let mut rest = code.as_str();
        while let Some(at) = rest.find(['"', '\'']) {
            let literal = &rest[at..];
            if literal.starts_with('\'') {
                let char = ["'\\\"'", "'\"'"].iter().find(|char| literal.starts_with(**char));
                rest = &literal[char.map_or(1, |char| char.len())..];
                continue;
            }
            let end = end_of(literal);
            // A line that ends in a backslash goes on with the next one's first letter.
            let whole: Vec<&str> = literal[1..end].split("\\\n").map(str::trim_start).collect();
            let whole = whole.concat();
            if whole.trim().contains(' ') {
                found.push(whole.replace("\\\"", "\""));
            }
            rest = &literal[end + 1..];
        }
    }
    found
}

/// Where the quotation that this text begins with ends.
fn end_of(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len() - 1
}

/// What stands in quotation marks or backticks in JavaScript without comments, as far as it has two words.
pub(crate) fn words_of_js(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with(['/', '*'])) {
        let mut rest = line;
        while let Some(at) = rest.find(['\'', '`']) {
            let mark = rest[at..].chars().next().unwrap();
            let after = &rest[at + 1..];
            let Some(end) = after.find(mark) else { break };
            if after[..end].contains(' ') {
                found.push(after[..end].to_owned());
            }
            rest = &after[end + 1..];
        }
    }
    found
}
