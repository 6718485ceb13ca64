//! Reads `dossier.json` into the [`Manifest`].

use super::cursor::Cursor;
use super::files::MOST_REFERENCES;
use super::ids::{is_kebab_case, Ids};
use super::known::Known;
use super::manifest::{
    Article, Camera, Credit, Manifest, MarkShape, Partner, Question, Row, Section, Side, Theme,
};
use super::problem::{quoted, say};
use crate::geo::LonLat;
use crate::text::{Day, Until, When};

/// What is chosen among them is kept as the bits of 32.
const MOST: usize = 31;
const NEEDED: [&str; 14] = [
    "schema_version",
    "id",
    "as_of",
    "domain",
    "home",
    "centre",
    "rows",
    "partners",
    "themes",
    "questions",
    "cameras",
    "owners",
    "text_licence",
    "credits",
];
const SIDES: [(&str, Side); 3] = [("above", Side::Above), ("axis", Side::Axis), ("below", Side::Below)];
const SHAPES: [(&str, MarkShape); 10] = [
    ("circle", MarkShape::Circle),
    ("square", MarkShape::Square),
    ("diamond", MarkShape::Diamond),
    ("triangle-up", MarkShape::TriangleUp),
    ("triangle-down", MarkShape::TriangleDown),
    ("star", MarkShape::Star),
    ("cross", MarkShape::Cross),
    ("hexagon", MarkShape::Hexagon),
    ("pentagon", MarkShape::Pentagon),
    ("bar", MarkShape::Bar),
];
/// Half of the Earth's circumference: no camera can show more.
const HALF_ROUND_KM: f64 = 20_015.0;

/// Reads the manifest; `known` gives the ids it refers to.
pub(super) fn read_manifest(file: &Cursor, known: &Known) -> Option<Manifest> {
    file.fields(&NEEDED, &["article", "$schema"]);
    let schema_version = file.get("schema_version").and_then(|c| read_version(&c));
    let id = file.get("id").and_then(|c| c.text());
    let home = file.get("home").and_then(|c| c.a3());
    let centre = file.get("centre").and_then(|c| read_centre(&c));
    let as_of = file.get("as_of").and_then(|c| c.day());
    let domain = file.get("domain").and_then(|c| c.window());
    let rows = file.get("rows").map(|c| read_rows(&c)).unwrap_or_default();
    let partners = list(file, "partners", |c| read_partner(c, known));
    let themes = file.get("themes").map(|c| read_themes(&c)).unwrap_or_default();
    let questions = list(file, "questions", |c| read_question(c, &known.blocs));
    let cameras = list(file, "cameras", read_camera);
    let article = file.get("article").and_then(|c| read_article(&c));
    let owners = file.get("owners").map(|c| c.distinct_ids()).unwrap_or_default();
    let text_licence = file.get("text_licence").and_then(|c| c.words(60));
    let credits = list(file, "credits", read_credit);
    for key in ["rows", "partners", "themes", "questions", "cameras"] {
        if let Some(c) = file.get(key).filter(|c| c.value().as_array().is_some_and(Vec::is_empty)) {
            c.problem("this list is empty".into(), "give at least one");
        }
        if let Some(c) = file.get(key).filter(|c| c.value().as_array().is_some_and(|l| l.len() > MOST)) {
            c.problem("this list is longer than 31".into(), "give at most 31, so that a reader can choose");
        }
    }
    Some(Manifest {
        schema_version: schema_version?.into(),
        id: id?.into(),
        as_of: as_of?,
        domain: domain?,
        home: home?.into(),
        centre: centre?,
        rows,
        partners,
        themes,
        questions,
        cameras,
        article,
        owners,
        text_licence: text_licence?.into(),
        credits,
    })
}

/// Each item of the array `key` that can be read.
fn list<T>(file: &Cursor, key: &str, read: impl Fn(&Cursor) -> Option<T>) -> Vec<T> {
    file.get(key).map(|c| c.items().filter_map(|item| read(&item)).collect()).unwrap_or_default()
}

/// Semver; this reader knows the first major version.
fn read_version<'v>(c: &Cursor<'v, '_>) -> Option<&'v str> {
    let text = c.text()?;
    let numbers: Vec<&str> = text.split('.').collect();
    let whole = |part: &&str| !part.is_empty() && part.len() < 6 && part.bytes().all(|b| b.is_ascii_digit());
    if numbers.len() != 3 || !numbers.iter().all(whole) || numbers.first() != Some(&"1") {
        c.problem(say(&["schema version ", &quoted(text), " is not one this reader knows"]), "write 1.0.0");
    }
    Some(text)
}

fn read_rows(c: &Cursor) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for item in c.items() {
        item.fields(&["id", "side", "tint"], &[]);
        let side = item.get("side").and_then(|c| c.one_of(&SIDES.map(|(name, _)| name)));
        let tint = item.get("tint").and_then(|c| c.number_within(0.0, 5.0).filter(|n| n.fract() == 0.0));
        let (Some(id), Some(side), Some(tint)) = (item.record_id(), side.and_then(|at| SIDES.get(at)), tint)
        else {
            continue;
        };
        rows.push(Row { id, side: side.1, tint: tint as u8 });
    }
    if rows.iter().filter(|row| row.side == Side::Axis).count() != 1 {
        c.problem("not exactly one row is the axis".into(), "give one row the side “axis”");
    }
    rows
}

fn read_partner(c: &Cursor, known: &Known) -> Option<Partner> {
    c.fields(&["id", "row"], &["capital"]);
    let row = c.get("row").and_then(|c| c.reference(&known.rows));
    let capital = c.get("capital").and_then(|c| c.reference(&known.places).and(c.text()));
    Some(Partner { id: c.record_id()?, row: row?, capital: capital.map(String::from) })
}

/// Themes are told apart by shape, so no two may share one.
fn read_themes(c: &Cursor) -> Vec<Theme> {
    let mut themes: Vec<Theme> = Vec::new();
    for item in c.items() {
        item.fields(&["id", "shape"], &[]);
        let shape = item.get("shape").and_then(|c| c.one_of(&SHAPES.map(|(name, _)| name)));
        let (Some(id), Some((_, shape))) = (item.record_id(), shape.and_then(|at| SHAPES.get(at))) else {
            continue;
        };
        if let Some(other) = themes.iter().find(|theme| theme.shape == *shape) {
            item.problem_at(
                "shape",
                say(&["“", &other.id, "” has this shape already"]),
                "give each theme its own",
            );
        }
        themes.push(Theme { id, shape: *shape });
    }
    themes
}

fn read_question(c: &Cursor, blocs: &Ids) -> Option<Question> {
    c.fields(&["id", "blocs"], &[]);
    let blocs = c.get("blocs").map(|c| c.references(blocs));
    Some(Question { id: c.record_id()?, blocs: blocs? })
}

fn read_centre(c: &Cursor) -> Option<LonLat> {
    c.fields(&["lon", "lat"], &[]);
    c.position()
}

fn read_camera(c: &Cursor) -> Option<Camera> {
    c.fields(&["id", "centre", "radius_km"], &[]);
    let centre = c.get("centre").and_then(|c| read_centre(&c));
    let radius_km = c.get("radius_km").and_then(|c| c.number_within(1.0, HALF_ROUND_KM));
    Some(Camera { id: c.record_id()?, centre: centre?, radius_km: radius_km? })
}

fn read_article(c: &Cursor) -> Option<Article> {
    c.fields(&["source", "url", "written"], &["sections", "items"]);
    let source = c.get("source").and_then(|c| c.text());
    let url = c.get("url").and_then(|c| c.https());
    let written = c.get("written").and_then(|c| c.date());
    let sections = list(c, "sections", |c| {
        c.fields(&["id", "paragraphs"], &[]);
        let paragraphs = c.get("paragraphs").and_then(|c| c.count());
        Some(Section { id: c.record_id()?, paragraphs: paragraphs? })
    });
    let items = c.get("items").map_or(Some(0), |c| c.count());
    Some(Article { source: source?.into(), url: url?.into(), written: written?.0, sections, items: items? })
}

fn read_credit(c: &Cursor) -> Option<Credit> {
    c.fields(&["id", "url"], &["licence"]);
    let url = c.get("url").and_then(|c| c.https());
    let licence = c.get("licence").and_then(|c| c.words(60)).map(String::from);
    Some(Credit { id: c.record_id()?, url: url?.into(), licence })
}

impl Cursor<'_, '_> {
    /// The id of this record; what is wrong with it was noted when the ids were collected.
    pub(super) fn record_id(&self) -> Option<String> {
        self.get("id")?.value().as_str().map(String::from)
    }

    /// A list of ids, each once.
    fn distinct_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        if self.is_longer_than(MOST_REFERENCES) {
            return ids;
        }
        for item in self.items() {
            let Some(id) = item.text() else { continue };
            if !is_kebab_case(id) {
                item.problem(
                    say(&[&quoted(id), " is not an id"]),
                    "use lower-case letters, digits and hyphens",
                );
            } else if ids.iter().any(|known| known == id) {
                item.problem("this is named twice".into(), "name it once");
            } else {
                ids.push(id.into());
            }
        }
        ids
    }

    /// A window of time, `1991/2025`: from the first possible day to the last, both known.
    pub(super) fn window(&self) -> Option<(Day, Day)> {
        let (when, text) = self.when()?;
        match when {
            When::Between { from, to: Until::Known(to) } => Some((from.earliest, to.latest)),
            _ => {
                self.problem(
                    say(&[&quoted(text), " is not a window"]),
                    "write its first and last date as 1991/2025",
                );
                None
            }
        }
    }
}
