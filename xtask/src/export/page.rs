//! `data.html`, “Take the data away”: each file with its size and what it holds, how to cite, licences.

use serde_json::Value;
use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::outline::{to_html, Node};
use us_uz_explainer::text::words::day_words;

use super::cite::Values;
use super::values::part;
use crate::pages::fill;

/// The page’s body out of its template; `package` says what the files hold.
pub(crate) fn render(
    template: &str,
    dossier: &Dossier,
    values: &Values,
    package: &Value,
) -> Result<String, String> {
    let credits = dossier.manifest.credits.iter();
    let credits = credits.map(|credit| {
        work(dossier.title("credit", &credit.id), &credit.url, credit.licence.as_deref().unwrap_or_default())
    });
    let series = dossier.series.iter().map(|series| {
        let source = series.sources.first().and_then(|id| dossier.source(id));
        let title = part(dossier, "series", &series.id, "title");
        work(&title, source.map_or("", |source| &source.url), &series.licence)
    });
    let licences: Vec<Node> = credits.chain(series).collect();
    let day = day_words(dossier.manifest.as_of, &dossier.strings);
    let marks = [
        ("as-of", dossier.strings.fill("ui", "as-of", &[("date", &day)]) + "."),
        ("plain", values.get("plain").into()),
        ("plain-entry", values.get("plain_entry").into()),
        ("bibtex", values.get("bibtex").into()),
        ("licence", values.get("licence").into()),
    ];
    let marks = marks.map(|(name, text)| (name, escaped(&text)));
    let mut marks: Vec<(&str, &str)> = marks.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let (files, licences) = (to_html(&[files(package, dossier)]), to_html(&licences));
    let article = linked(values.get("plain_article"), values.get("article_url"));
    marks.extend([("files", files.as_str()), ("licences", &licences), ("plain-article", &article)]);
    fill(template, &marks)
}

/// Each file with its size and what it holds.
fn files(package: &Value, dossier: &Dossier) -> Node {
    let mut list = Node::new("dl");
    for resource in package["resources"].as_array().into_iter().flatten() {
        let text = |key: &str| resource[key].as_str().unwrap_or_default();
        let size = resource["bytes"].as_u64().map(|bytes| dossier.strings.number(bytes.div_ceil(1000)));
        let size = size.map(|size| ["\u{a0}· ", &size, "\u{a0}kB"].concat()).unwrap_or_default();
        let link = Node::of("a", text("path")).attr("href", &["./data/", text("path")].concat());
        list = list
            .child(Node::new("dt").child(link).child(Node::of("span", &size)))
            .child(Node::of("dd", text("description")));
    }
    list
}

/// A text that ends with an address, the address as a link.
fn linked(text: &str, url: &str) -> String {
    let before = text.strip_suffix(url).unwrap_or(text);
    escaped(before) + &to_html(&[Node::of("a", url).attr("href", url)])
}

/// A work of others, with its address and terms.
fn work(title: &str, url: &str, licence: &str) -> Node {
    let item = Node::new("li").child(Node::of("a", title).attr("href", url));
    if licence.is_empty() {
        item
    } else {
        item.text(" · ").text(licence)
    }
}

/// A text for HTML: the outline's own escaping, of a node that adds nothing.
fn escaped(text: &str) -> String {
    let html = to_html(&[Node::of("b", text)]);
    html.trim_start_matches("<b>").trim_end_matches("</b>").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{read, Project};

    #[test]
    fn the_page_links_every_file_and_says_how_to_cite() {
        let dossier = crate::pages::dossier().unwrap();
        let values = Values::of(&dossier);
        let (files, package) = super::super::files(&dossier, &values, b"{}".to_vec()).unwrap();
        let template = read(&Project::open(false).unwrap().path("www/pages/data.html")).unwrap();
        let page = render(&template, &dossier, &values, &package).unwrap();
        for file in &files {
            assert!(page.contains(&format!("href=\"./data/{}\"", file.name)), "{}", file.name);
        }
        assert!(!page.contains("<!--ux:") && !page.contains("<script"), "a mark or a script is left");
        for name in ["plain", "plain_entry", "bibtex", "licence"] {
            assert!(page.contains(&escaped(values.get(name))), "{name}");
        }
        let (article, url) = (values.get("plain_article"), values.get("article_url"));
        assert!(
            page.contains(&linked(article, url)) && page.contains(&format!("<a href=\"{url}\">{url}</a>"))
        );
        for series in &dossier.series {
            assert!(page.contains(&escaped(&series.licence)), "{}", series.id);
        }
    }

    #[test]
    fn what_html_would_read_is_escaped() {
        assert_eq!(escaped("<b>a & b</b>"), "&lt;b&gt;a &amp; b&lt;/b&gt;");
        assert_eq!(
            to_html(&[work("a<b", "https://example.org/?a&b", "")]).trim(),
            "<li><a href=\"https://example.org/?a&amp;b\">a&lt;b</a></li>"
        );
    }
}
