//! The sources as the checks read them, and what they import.

use std::fs;
use std::path::{Path, PathBuf};

/// One file of `src/`.
pub(crate) struct Source {
    /// From the repository’s root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All of them.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    assert!(found.len() > 60, "the sources were not found");
    found
}

/// The layer a file belongs to; none for `lib.rs`.
pub(crate) fn layer(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("src/")?;
    Some(rest.split(['/', '.']).next().unwrap_or(rest)).filter(|name| *name != "lib")
}

/// The names at the crate’s root that a piece of code uses: layers, and what else stands there, in plain and in grouped imports and by way of `super`.
pub(crate) fn used(path: &str, code: &str) -> Vec<String> {
    // A layer's own mod.rs stands right under the crate, its other files one level deeper.
    let up = if path.ends_with("/mod.rs") || path.matches('/').count() == 1 {
        "super::"
    } else {
        "super::super::"
    };
    let mut names = Vec::new();
    for root in ["crate::", "us_uz_explainer::", up] {
        for (at, _) in code.match_indices(root) {
            if code[..at].ends_with("super::") {
                continue;
            }
            names.extend(first_names(&code[at + root.len()..]));
        }
    }
    names
}

/// The name a path goes on with, or those of the group it goes on with: `a::b` or `{a, b::{c, d}}`.
fn first_names(rest: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
    };
    let Some(group) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let (mut depth, mut begins, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(word(&group[begins..at]));
                begins = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}
