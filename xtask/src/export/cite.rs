//! How to cite: the values that the templates of citations, of the read-me and of the page are filled with.

use serde_json::Value;
use us_uz_explainer::dossier::{Dossier, Source};
use us_uz_explainer::text;

use super::bibtex::{as_printed, entry, escaped, source_entry};

/// The sentences of a citation, each with `{name}` for what stands before it among the values.
const SENTENCES: &str = include_str!("words/cite.json");

/// The values by the names that the templates have for them.
pub(crate) struct Values(Vec<(&'static str, String)>);

impl Values {
    pub(crate) fn of(dossier: &Dossier) -> Values {
        let manifest = &dossier.manifest;
        let mut values = Values(vec![
            ("id", manifest.id.clone()),
            ("title", dossier.strings.ui("title").to_owned()),
            ("as_of", manifest.as_of.iso()),
            ("year", manifest.as_of.ymd().0.to_string()),
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
            ("licence", manifest.text_licence.clone()),
        ]);
        values.add_article(dossier);
        // Any entry will do as an example; the first event that the story points out is one that matters.
        let first = dossier.story.iter().find_map(|step| dossier.events.get(*step.events.first()?));
        if let Some(event) = first {
            values.0.push(("entry_id", event.id.clone()));
            values.0.push(("entry", dossier.title("event", &event.id).to_owned()));
        }
        for name in ["authors", "note", "plain", "entry_title", "entry_note", "plain_entry", "plain_article"]
        {
            let sentence = values.fill(&sentence(name));
            values.0.push((name, sentence));
        }
        let key = [values.get("id"), values.get("entry_id")].join(":");
        let whole = values.bibtex(values.get("id"), "title", "note");
        let one = values.bibtex(&key, "entry_title", "entry_note");
        values.0.extend([("bibtex", whole), ("bibtex_entry", one)]);
        values
    }

    fn add_article(&mut self, dossier: &Dossier) {
        let Some(article) = dossier.manifest.article.as_ref() else { return };
        let Some(source) = dossier.source(&article.source) else { return };
        let Source { author, title, publisher, .. } = source.clone();
        self.0.extend([
            ("article_author", author.unwrap_or_else(|| publisher.clone())),
            ("article_title", title),
            ("article_publisher", publisher),
            ("article_year", article.written.earliest.ymd().0.to_string()),
            ("article_url", article.url.clone()),
            ("bibtex_article", source_entry(source, dossier)),
        ]);
    }

    /// An entry for the explainer or a part of it: the values of these names are its title and its note.
    fn bibtex(&self, key: &str, title: &str, note: &str) -> String {
        let fields = [
            ("author", as_printed(self.get("authors"))),
            ("title", as_printed(self.get(title))),
            ("year", self.get("year").to_owned()),
            ("note", escaped(self.get(note))),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        entry("misc", key, &fields)
    }

    /// The value of this name; nothing where the dossier has none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// A template with its `{name}` filled.
    pub(crate) fn fill(&self, template: &str) -> String {
        let values: Vec<(&str, &str)> = self.0.iter().map(|(name, value)| (*name, value.as_str())).collect();
        text::fill(template, &values)
    }

    /// The same where each value stands between quotation marks of YAML or JSON.
    pub(crate) fn fill_quoted(&self, template: &str) -> String {
        let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        Values(self.0.iter().map(|(name, value)| (*name, quoted(value))).collect()).fill(template)
    }
}

/// A sentence of `words/cite.json`.
fn sentence(name: &str) -> String {
    let sentences: Value = serde_json::from_str(SENTENCES).unwrap_or_default();
    sentences.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use biblatex::{Bibliography, ChunksExt};
    use yaml_rust2::YamlLoader;

    use super::*;
    use crate::recipe::{read, Project};

    fn values() -> Values {
        Values::of(&crate::pages::dossier().unwrap())
    }

    #[test]
    fn a_template_has_no_gap_left() {
        let values = values();
        for template in [super::super::README, super::super::CITATION, super::super::CITATION_CFF] {
            let text = values.fill(template);
            for piece in template.split('{').skip(1) {
                let name = piece.split('}').next().unwrap();
                assert!(!values.get(name).is_empty(), "{name} has no value");
                assert!(!text.contains(&["{", name, "}"].concat()), "{name} is not filled");
            }
        }
        assert!(values.fill(super::super::README).lines().count() <= 40, "more than a screen");
    }

    #[test]
    fn explainer_entry_and_article_can_be_cited_from_bibtex() {
        let values = values();
        let text = values.fill(super::super::CITATION);
        let bibliography = Bibliography::parse(text.split("BibTeX\n").nth(1).unwrap()).unwrap();
        let title = |key: &str| bibliography.get(key).unwrap().get("title").unwrap().format_verbatim();
        assert_eq!(bibliography.len(), 3);
        assert_eq!(title(values.get("id")), values.get("title"));
        let entry = title(&[values.get("id"), ":", values.get("entry_id")].concat());
        assert!(entry.starts_with(values.get("entry")) && entry.ends_with(values.get("title")), "{entry}");
        assert_eq!(title("izimov-2016"), values.get("article_title"));
        for part in ["plain", "plain_entry", "plain_article"] {
            assert!(text.contains(values.get(part)) && !values.get(part).contains(['{', '}']), "{part}");
        }
        assert!(values.get("plain").contains(values.get("as_of")));
    }

    /// What stands at the top of the repository is what a build would write, and GitHub and Zenodo can read it.
    #[test]
    fn citation_cff_is_yaml_and_current() {
        let values = values();
        let text = read(&Project::open(false).unwrap().path("CITATION.cff")).unwrap();
        assert_eq!(
            text,
            values.fill_quoted(super::super::CITATION_CFF),
            "make it anew with cargo xtask build"
        );
        let documents = YamlLoader::load_from_str(&text).unwrap();
        let cff = &documents[0];
        let of = |key: &str| cff[key].as_str().unwrap_or_default();
        assert_eq!(of("cff-version"), "1.2.0");
        assert_eq!(of("type"), "dataset");
        assert_eq!((of("title"), of("version")), (values.get("title"), env!("CARGO_PKG_VERSION")));
        assert_eq!((of("license"), of("date-released")), (values.get("licence"), values.get("as_of")));
        assert!(!of("message").is_empty() && !of("abstract").is_empty());
        assert_eq!(cff["authors"][0]["name"].as_str(), Some(values.get("authors")));
        let article = &cff["references"][0];
        assert_eq!(article["url"].as_str(), Some(values.get("article_url")));
        assert_eq!(article["title"].as_str(), Some(values.get("article_title")));
        assert_eq!(article["year"].as_i64(), values.get("article_year").parse().ok());
    }

    #[test]
    fn quotation_marks_stay_within_their_text() {
        let values = Values(vec![("title", "a \"b\" \\c".into())]);
        let documents = YamlLoader::load_from_str(&values.fill_quoted("title: \"{title}\"")).unwrap();
        assert_eq!(documents[0]["title"].as_str(), Some("a \"b\" \\c"));
    }
}
