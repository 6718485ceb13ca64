//! Rust source as checks read it: without comments, without unit tests.

/// The source without its unit tests.
pub(crate) fn body(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The source without its unit tests and without comments. Strings stay, and `//` in them too.
pub(crate) fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = body(text);
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => {
                rest = rest.split_once('\n').map_or("", |(_, after)| after);
                code.push('\n');
                continue;
            }
            '"' => string_length(rest),
            '\'' => ["'\\\"'", "'\"'", "'/'"].iter().find(|l| rest.starts_with(**l)).map_or(1, |l| l.len()),
            c => c.len_utf8(),
        };
        code.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    code
}

/// How long the string literal is that this text begins with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}
