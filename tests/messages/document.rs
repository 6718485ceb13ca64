//! docs/messages.md as rows of tables.

/// One message of the document.
pub(crate) struct Row {
    /// All cells, without the marks of code.
    pub(crate) cells: Vec<String>,
    /// The message itself.
    pub(crate) message: String,
    /// The test or fixture that brings it about, or why there is none.
    pub(crate) reached: String,
}

/// The rows below a heading of the second rank.
pub(crate) fn sections(heading: &str) -> Vec<Row> {
    let document = super::spoken::text("docs/messages.md");
    let part = document.split("\n## ").find(|part| part.starts_with(heading)).unwrap_or_default();
    let mut column = 0;
    let mut rows = Vec::new();
    for line in part.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<String> =
            line.trim_matches('|').replace("\\|", "\u{1}").split('|').map(plain).collect();
        if cells.iter().all(|cell| cell == "---") {
            continue;
        }
        if cells.last().is_some_and(|last| last == "Reached by") {
            column = usize::from(cells[1] == "Message");
            continue;
        }
        let reached = cells.last().cloned().unwrap_or_default();
        rows.push(Row { message: cells[column].clone(), cells, reached });
    }
    assert!(rows.len() > 9, "{heading}: {} rows", rows.len());
    rows
}

/// A cell without the marks of code: one backtick, or two where the words have one themselves.
fn plain(cell: &str) -> String {
    let mut text = String::new();
    let cell = cell.trim().replace('\u{1}', "|");
    let mut pieces = cell.split("`` ");
    text.push_str(&pieces.next().unwrap_or_default().replace('`', ""));
    for piece in pieces {
        let (code, after) = piece.split_once(" ``").unwrap_or((piece, ""));
        text.push_str(code);
        text.push_str(&after.replace('`', ""));
    }
    text
}

/// The pieces of a message between what is filled in, as far as they have two words.
pub(crate) fn fragments(message: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = message.replace("\\n", " ").replace("\\\"", "\"");
    while let Some(open) = rest.find('{') {
        found.push(rest[..open].to_owned());
        let close = rest[open..].find('}').map_or(rest.len(), |close| open + close + 1);
        rest = rest[close..].to_owned();
    }
    found.push(rest);
    let trimmed = found.iter().map(|part| part.trim_matches([' ', ',', ';', ':', '(', ')', '.']).to_owned());
    trimmed.filter(|part| part.contains(' ')).collect()
}
