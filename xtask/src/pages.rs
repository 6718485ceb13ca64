//! The pages and the files beside them: the dossier as HTML and SVG before any script, styles, and what the shell
//! loads after the start: the cards (detail.json), what the panel of the test computes from (panel.json) and, for a page without
//! it, the text version (text.json). Then the examples: other people's pages.

use std::fs;

use us_uz_explainer::dossier::{Dossier, Files, Problem};
use us_uz_explainer::layout::MapLayout;
use us_uz_explainer::model::State;
use us_uz_explainer::outline::{self, Node};
use us_uz_explainer::paint;
use us_uz_explainer::relations::exchange;

use crate::doc_pages;
use crate::export::one_file;
use crate::folder;
use crate::recipe::{read, write, Project};
use crate::shell::say;

/// The pictures before any script are laid out for these widths, of which the page's styles show one: for a phone
/// and for all else.
const NARROW_CSS_PX: f64 = 340.0;
const WIDE_CSS_PX: f64 = 720.0;

/// Writes the pages, explainer.css, detail.json, panel.json, text.json and the examples into `dist/`.
pub(crate) fn write_all(project: &Project) -> Result<(), String> {
    let dossier = dossier()?;
    let parts = Parts::of(&dossier, <[Node]>::to_vec)?;
    for name in ["index.html", "frame.html"] {
        say(&format!("rendering {name}"));
        let template = read(&project.path("www/pages").join(name))?;
        let in_place = |e: String| format!("www/pages/{name}: {e}");
        let mut page = fill(&template, &parts.marks()).map_err(in_place)?;
        // A frame stands in somebody else's page, whose navigation is theirs.
        if name == "index.html" {
            page = fill_one(&page, "nav", &doc_pages::navigation(name, &dossier)).map_err(in_place)?;
        }
        write(&project.path("dist").join(name), page)?;
    }
    let styles = read(&project.path("www/explainer.css"))? + "\n" + &paint::svg::stylesheet();
    write(&project.path("dist/explainer.css"), styles)?;
    write(&project.path("dist/detail.json"), detail(&dossier))?;
    write(&project.path("dist/panel.json"), exchange::write(&dossier).unwrap_or_default())?;
    let text = outline::under_a_host(&outline::document(&dossier));
    write(&project.path("dist/text.json"), outline::to_json(&text).to_string())?;
    doc_pages::write_all(project, &dossier)?;
    write_examples(project, &Parts::of(&dossier, outline::under_a_host)?)
}

/// Writes the pages of `www/examples/`, and puts the text in place where one has the marks for it. A host's page has a
/// heading of its own, so that the text's stand lower. A folder there is another dossier: it becomes one file.
fn write_examples(project: &Project, parts: &Parts) -> Result<(), String> {
    say("rendering the examples");
    let cannot = |e: std::io::Error| format!("www/examples/ cannot be read: {e}");
    for entry in fs::read_dir(project.path("www/examples")).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() {
            let name = path.with_extension("json");
            let name = name.file_name().unwrap_or_default();
            write(&project.path("dist/examples").join(name), one_file::joined(&folder::files(&path)?))?;
            continue;
        }
        let source = read(&path)?;
        let page = if source.contains("<!--ux:") { fill(&source, &parts.marks()) } else { Ok(source) };
        let name = path.file_name().unwrap_or_default();
        let page = page.map_err(|e| format!("www/examples/{}: {e}", name.to_string_lossy()))?;
        write(&project.path("dist/examples").join(name), page)?;
    }
    Ok(())
}

/// The dossier with its sources and summaries: a page's text has all of it.
pub(crate) fn dossier() -> Result<Dossier, String> {
    Dossier::read_whole(&Files::built_in_with_detail()).map_err(|p| one_a_line(&p))
}

fn one_a_line(problems: &[Problem]) -> String {
    problems
        .iter()
        .fold("the dossier has problems:".to_owned(), |text, problem| format!("{text}\n  {problem}"))
}

/// The cards of all records, which the shell loads after it is ready: key → nodes; under `pages` the links to the pages
/// beside the explainer, under `test` the words around the panel of the test.
fn detail(dossier: &Dossier) -> String {
    let card = |(key, nodes): (String, Vec<Node>)| (key, outline::to_json(&nodes));
    let pages = ("pages".to_owned(), vec![doc_pages::beside(dossier)]);
    let test = ("test".to_owned(), outline::test_door(dossier));
    outline::record_cards(dossier)
        .into_iter()
        .chain([pages, test])
        .map(card)
        .collect::<serde_json::Map<_, _>>()
        .into_iter()
        .collect::<serde_json::Value>()
        .to_string()
}

/// The dossier as it stands in a page's light DOM.
struct Parts {
    head: String,
    pictures: String,
    text: String,
}

impl Parts {
    /// `step` moves the headings to where the page needs them.
    fn of(dossier: &Dossier, step: fn(&[Node]) -> Vec<Node>) -> Result<Parts, String> {
        let state = State::first(dossier);
        let cannot = |e| format!("the pictures cannot be drawn: {e}");
        let mut pictures = [String::new(), String::new()];
        for (width, class) in [(NARROW_CSS_PX, "ux-narrow"), (WIDE_CSS_PX, "ux-wide")] {
            let height = MapLayout::height_for(width);
            let ties = paint::svg::ties(dossier, &state, width).map_err(cannot)?;
            let map = paint::svg::map(dossier, &state, width, height).map_err(cannot)?;
            for (all, one) in pictures.iter_mut().zip([ties, map]) {
                *all += &format!("<div class=\"{class}\">\n{one}\n</div>\n");
            }
        }
        let [ties, map] = pictures;
        Ok(Parts {
            head: outline::to_html(&step(&[outline::head(dossier)])),
            pictures: [
                "<div slot=\"pictures\">",
                &figure(&ties, &outline::ties_legend(dossier)),
                &figure(&map, &outline::map_legend(&state, dossier)),
                "</div>\n",
            ]
            .concat(),
            text: outline::to_html(&step(&[outline::text(dossier)])),
        })
    }

    /// The parts by the names of their marks.
    fn marks(&self) -> [(&str, &str); 3] {
        [("head", &self.head), ("pictures", &self.pictures), ("text", &self.text)]
    }
}

/// A picture with its legend: without a script nothing else says what its marks mean.
fn figure(picture: &str, legend: &[Node]) -> String {
    format!("<figure>\n{picture}\n<figcaption>\n{}</figcaption></figure>\n", outline::to_html(legend))
}

/// Puts the parts where a template marks their places; each mark stands there exactly once.
pub(crate) fn fill(template: &str, marks: &[(&str, &str)]) -> Result<String, String> {
    let mut page = template.to_owned();
    for (name, part) in marks {
        page = fill_one(&page, name, part)?;
    }
    Ok(page)
}

/// Puts one part where a template marks its place.
pub(crate) fn fill_one(template: &str, name: &str, part: &str) -> Result<String, String> {
    let mark = format!("<!--ux:{name}-->");
    match template.matches(&mark).count() {
        1 => Ok(template.replacen(&mark, part, 1)),
        n => Err(format!("the mark {mark} stands there {n} times instead of once")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts { head: "<h1>T</h1>".into(), pictures: "<svg/>".into(), text: "<p>x</p>".into() }
    }

    #[test]
    fn each_mark_is_filled_once() {
        let page = fill("<b><!--ux:head--><!--ux:pictures-->-<!--ux:text--></b>", &parts().marks()).unwrap();
        assert_eq!(page, "<b><h1>T</h1><svg/>-<p>x</p></b>");
    }

    #[test]
    fn a_missing_or_repeated_mark_is_named() {
        assert!(fill("<!--ux:head--><!--ux:text-->", &parts().marks())
            .unwrap_err()
            .contains("<!--ux:pictures-->"));
        assert!(fill("<!--ux:head--><!--ux:head-->", &parts().marks()).unwrap_err().contains("2 times"));
    }
}
