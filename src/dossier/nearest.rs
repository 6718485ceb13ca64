//! The nearest right name to a wrong one, for the mend of a problem.

/// Beyond this many names a search by edit distance is not worth its time.
const MOST_NAMES: usize = 2_000;

/// The name closest to `word`, if one is close enough to have been meant.
pub(super) fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = 1 + word.len() / 4;
    names
        .take(MOST_NAMES)
        .filter(|name| name.len().abs_diff(word.len()) <= limit)
        .map(|name| (distance(word.as_bytes(), name.as_bytes()), name))
        .filter(|(edits, _)| *edits <= limit)
        .min()
        .map(|(_, name)| name)
}

/// Levenshtein's distance in bytes: ids are ASCII.
fn distance(a: &[u8], b: &[u8]) -> usize {
    if a.len() > 64 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            left = (diagonal + usize::from(x != y)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, left);
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        for (a, b, edits) in [("", "abc", 3), ("kitten", "sitting", 3), ("abc", "abc", 0), ("abc", "", 3)] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), edits, "{a} {b}");
        }
    }

    #[test]
    fn offers_only_what_is_close() {
        let names = ["tashkent", "termez", "washington"];
        assert_eq!(nearest("tashkant", names.into_iter()), Some("tashkent"));
        assert_eq!(nearest("beijing", names.into_iter()), None);
    }
}
