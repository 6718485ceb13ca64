//! The bibliography as BibTeX: UTF-8, the keys are the ids, each title and name as printed.

use us_uz_explainer::dossier::{Dossier, Source};
use us_uz_explainer::text::When;

/// All sources, an entry each.
pub(crate) fn sources(dossier: &Dossier) -> String {
    dossier.sources.iter().map(|source| source_entry(source, dossier)).collect::<Vec<_>>().join("\n")
}

/// One source. `date` and `urldate` are biblatex's, which reads EDTF; `year` is for classic BibTeX.
pub(crate) fn source_entry(source: &Source, dossier: &Dossier) -> String {
    let kind = if source.kind == "dataset" { "dataset" } else { "online" };
    let date = source.date.as_deref().unwrap_or_default();
    let year = When::parse(date).map(|when| when.earliest().ymd().0.to_string()).unwrap_or_default();
    entry(
        kind,
        &source.id,
        &[
            ("author", &source.author.as_deref().map(as_printed).unwrap_or_default()),
            ("title", &as_printed(&source.title)),
            (if kind == "dataset" { "publisher" } else { "organization" }, &as_printed(&source.publisher)),
            ("date", date),
            ("year", &year),
            ("url", &source.url),
            ("urldate", &source.accessed.iso()),
            ("language", &escaped(dossier.title("language", &source.language))),
            ("keywords", &[source.kind.as_str(), source.owner.as_str()].join(", ")),
        ],
    )
}

/// An entry with the fields that are not empty.
pub(crate) fn entry(kind: &str, key: &str, fields: &[(&str, &str)]) -> String {
    let mut text = ["@", kind, "{", key, ",\n"].concat();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        text += &["  ", name, " = {", value, "},\n"].concat();
    }
    text + "}\n"
}

/// A name or title that stays as it is: no style changes its letters, and none takes it apart at “and”.
pub(crate) fn as_printed(text: &str) -> String {
    ["{", &escaped(text), "}"].concat()
}

/// The text with the marks that mean something to TeX written out.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', letter]),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};

    /// What a parser finds in an entry under a field.
    fn found(entry: &biblatex::Entry, field: &str) -> String {
        entry.get(field).map(|chunks| chunks.format_verbatim()).unwrap_or_default()
    }

    #[test]
    fn a_parser_reads_every_source_as_it_is() {
        let dossier = crate::pages::dossier().unwrap();
        let bibliography = Bibliography::parse(&sources(&dossier)).unwrap();
        assert_eq!(bibliography.len(), dossier.sources.len());
        assert!(dossier.sources.iter().any(|source| source.title.contains(['А', 'а'])), "no Cyrillic here");
        for source in &dossier.sources {
            let entry = bibliography.get(&source.id).unwrap();
            assert_eq!(found(entry, "title"), source.title);
            assert_eq!(found(entry, "author"), source.author.clone().unwrap_or_default(), "{}", source.id);
            let publisher = found(entry, "publisher") + &found(entry, "organization");
            assert_eq!(publisher, source.publisher);
            // This parser sets two hyphens of an address as a dash; biblatex itself takes addresses as they stand.
            let set = |address: &str| address.replace("---", "—").replace("--", "–");
            assert_eq!(set(&entry.url().unwrap()), set(&source.url));
            assert_eq!(found(entry, "urldate"), source.accessed.iso());
            assert_eq!(found(entry, "date"), source.date.clone().unwrap_or_default());
            let year = found(entry, "year");
            match source.date.as_deref().map(|date| When::parse(date).unwrap()) {
                Some(when) => assert_eq!(year, when.earliest().ymd().0.to_string()),
                None => assert!(entry.date().is_err() && year.is_empty(), "{}", source.id),
            }
        }
    }

    #[test]
    fn a_parser_reads_dates_as_dates() {
        let dossier = crate::pages::dossier().unwrap();
        let bibliography = Bibliography::parse(&sources(&dossier)).unwrap();
        for source in dossier.sources.iter().filter(|source| source.date.is_some()) {
            let entry = bibliography.get(&source.id).unwrap();
            let PermissiveType::Typed(date) = entry.date().unwrap() else { unreachable!("{}", source.id) };
            let (DateValue::At(start) | DateValue::After(start) | DateValue::Between(start, _)) = date.value
            else {
                unreachable!("{}", source.id)
            };
            let first = When::parse(source.date.as_deref().unwrap()).unwrap().earliest().ymd();
            assert_eq!(start.year, first.0, "{}", source.id);
            assert_eq!(start.month.map_or(1, |month| u32::from(month) + 1), first.1, "{}", source.id);
            assert_eq!(start.day.map_or(1, |day| u32::from(day) + 1), first.2, "{}", source.id);
        }
    }

    #[test]
    fn what_means_something_to_tex_comes_back_as_it_was() {
        let hard = "50 % of $1 & #2 a_b {c} ~d^e \\f “и” ў";
        let text =
            entry("misc", "k", &[("title", &as_printed(hard)), ("note", &escaped(hard)), ("empty", "")]);
        assert!(text.contains("\\% of \\$1 \\& \\#2 a\\_b \\{c\\}"), "{text}");
        assert!(!text.contains("empty"), "{text}");
        let bibliography = Bibliography::parse(&text).unwrap();
        assert_eq!(found(bibliography.get("k").unwrap(), "note"), hard);
    }
}
