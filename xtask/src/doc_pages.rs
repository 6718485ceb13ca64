//! The pages beside the explainer, rendered whole: the test, what the article says, numbers by year, sources. They need no script.

use us_uz_explainer::dossier::Dossier;
use us_uz_explainer::model::TestView;
use us_uz_explainer::outline::{self, Node};
use us_uz_explainer::paint::svg;
use us_uz_explainer::relations::{moments_shown, Tested};

use crate::pages;
use crate::recipe::{read, write, Project};
use crate::shell::say;

/// File and, under `page` in the detail strings, the key of the title; in the order of the navigation.
pub(crate) const PAGES: [(&str, &str); 6] = [
    ("index.html", "explainer-title"),
    ("test.html", "test-title"),
    ("claims.html", "claims-title"),
    ("series.html", "series-title"),
    ("sources.html", "sources-title"),
    ("data.html", "data-title"),
];
/// The drawings are made for these widths, of which the page's styles show one.
const NARROW_CSS_PX: f64 = 300.0;
const WIDE_CSS_PX: f64 = 680.0;
/// A figure is never wider than its column.
const FIGURE_CSS_PX: f64 = 380.0;
/// The scatter is a square.
const SCATTER_CSS_PX: f64 = 480.0;
/// The half-life of the page's stock curves; the words under them say it.
const STOCK_YEARS: f64 = 2.0;

/// Writes the pages and their stylesheet into `dist/`.
pub(crate) fn write_all(project: &Project, dossier: &Dossier) -> Result<(), String> {
    let bodies = [
        ("test.html", outline::test_page(dossier)),
        ("claims.html", outline::claims_page(dossier)),
        ("series.html", outline::series_page(dossier)),
        ("sources.html", outline::sources_page(dossier)),
    ];
    for (name, body) in bodies {
        say(&format!("rendering {name}"));
        let body = with_drawings(&outline::to_html(&body), dossier)?;
        let page = framed(project, name, body, dossier)?;
        write(&project.path("dist").join(name), page)?;
    }
    let styles = read(&project.path("www/pages.css"))?;
    write(&project.path("dist/pages.css"), styles + "\n" + &svg::stylesheet_of_pages())
}

/// A page around its body: title, description and navigation.
pub(crate) fn framed(
    project: &Project,
    name: &str,
    body: String,
    dossier: &Dossier,
) -> Result<String, String> {
    let template = read(&project.path("www/pages/page.html"))?;
    let key = PAGES.iter().find(|(file, _)| *file == name).map_or("", |(_, key)| *key);
    let words = |key: &str| dossier.strings.get("page", key).unwrap_or("").to_owned();
    let title = format!("{} · {}", words(key), dossier.strings.ui("title"));
    let description = words(&key.replace("-title", "-description"));
    let parts = [
        ("title", escaped(&title)),
        ("description", escaped(&description)),
        ("nav", navigation(name, dossier)),
        ("body", body),
    ];
    let marks: Vec<(&str, &str)> = parts.iter().map(|(mark, part)| (*mark, part.as_str())).collect();
    pages::fill(&template, &marks).map_err(|e| format!("www/pages/page.html: {e}"))
}

/// Links to the pages beside the explainer, for wherever it stands: the shell knows where they lie.
pub(crate) fn beside(dossier: &Dossier) -> Node {
    links(PAGES.iter().skip(1), "", "data-page", dossier)
}

/// Links to all pages; the one at hand is marked and leads nowhere.
pub(crate) fn navigation(here: &str, dossier: &Dossier) -> String {
    let label = dossier.strings.get("page", "navigation").unwrap_or("");
    let list = links(PAGES.iter(), here, "href", dossier);
    outline::to_html(&[Node::new("nav").attr("aria-label", label).child(list)])
}

fn links<'p>(
    pages: impl Iterator<Item = &'p (&'p str, &'p str)>,
    here: &str,
    attribute: &'static str,
    dossier: &Dossier,
) -> Node {
    let words = |key: &str| dossier.strings.get("page", key).unwrap_or("");
    let items = pages.map(|(file, key)| {
        Node::new("li").child(match *file == here {
            true => Node::of("span", words(key)).attr("aria-current", "page"),
            false => Node::of("a", words(key)).attr(attribute, file),
        })
    });
    Node::new("ul").children(items)
}

/// Puts the drawings where the outline left room for them.
fn with_drawings(html: &str, dossier: &Dossier) -> Result<String, String> {
    let mut parts = html.split("<div data-drawing=\"");
    let mut page = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (name, rest) = part.split_once("\"></div>").ok_or("a place for a drawing is not an empty div")?;
        for (class, width) in [("ux-narrow", NARROW_CSS_PX), ("ux-wide", WIDE_CSS_PX)] {
            let kind = name.split(':').next().unwrap_or("");
            let drawn = drawing(name, width, dossier)?;
            page += &format!("<div class=\"{class} ux-drawn-{kind}\">\n{drawn}\n</div>\n");
        }
        page += rest.trim_start_matches('\n');
    }
    Ok(page)
}

fn drawing(name: &str, width_css_px: f64, dossier: &Dossier) -> Result<String, String> {
    let unknown = || format!("there is no drawing {name}");
    let (kind, id) = name.split_once(':').ok_or_else(unknown)?;
    let drawn = match kind {
        "figure" => {
            let figure = dossier.figures.iter().find(|figure| figure.id == id).ok_or_else(unknown)?;
            svg::figure(dossier, figure, width_css_px.min(FIGURE_CSS_PX))
        }
        "scores" => {
            let (tested, mut view) = tested(dossier).ok_or_else(unknown)?;
            if id == "stock" {
                (view.half_life, view.fan) = (Some(STOCK_YEARS), true);
            }
            svg::scores(&tested, &dossier.strings, &view, width_css_px)
        }
        "scatter" => {
            let (tested, view) = tested(dossier).ok_or_else(unknown)?;
            let side = width_css_px.min(SCATTER_CSS_PX);
            svg::scatter(&tested, &dossier.strings, &view, (side, side))
        }
        "moments" => {
            let (tested, _) = tested(dossier).ok_or_else(unknown)?;
            let sides = [tested.plan.moment_sides.0, tested.plan.moment_sides.1];
            let name =
                |side: usize| tested.plan.sides.get(side).map_or("", |side| dossier.title("side", &side.id));
            svg::moments(&moments_shown(dossier), sides.map(name), &dossier.strings, width_css_px)
        }
        _ => {
            let series = dossier.series.iter().find(|series| series.id == id).ok_or_else(unknown)?;
            svg::series(dossier, series, width_css_px)
        }
    };
    drawn.map_err(|e| format!("{name} cannot be drawn: {e}"))
}

/// What is tested, and how the page shows it: the declared pair over the whole period.
fn tested(dossier: &Dossier) -> Option<(Tested, TestView)> {
    let tested = Tested::of(dossier)?;
    let view = TestView::first(&tested);
    Some((tested, view))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use us_uz_explainer::dossier::Files;

    #[test]
    fn every_place_for_a_drawing_gets_both_widths() {
        let dossier = Dossier::read_whole(&Files::built_in_with_detail()).unwrap();
        let html = outline::to_html(&outline::claims_page(&dossier));
        let page = with_drawings(&html, &dossier).unwrap();
        assert!(!page.contains("data-drawing"));
        assert_eq!(page.matches("<svg").count(), 2 * dossier.figures.len());
        let refused = |html| with_drawings(html, &dossier).unwrap_err();
        assert_eq!(refused("<div data-drawing=\"figure:none\"></div>"), "there is no drawing figure:none");
        assert!(refused("<div data-drawing=\"figure:a\">b</div>").contains("empty div"));
    }
}
