//! Makes the digest, see `digest.rs`: each function here is the other side of one there. Used natively, and by the
//! browser's reader of a host's own dossier.

use super::cell_write::{entry, plain, position, span, until, when_after};
use super::digest::{SHAPES, SIDES, STATUSES};
use super::digest_land::condensed;
use super::{BlocKind, Dossier, PlaceKind, Where};
use serde_json::{json, Value};

/// Sections of words that the pictures, their legends and announcements use.
const SECTIONS: [&str; 13] = [
    "base", "camera", "country", "date", "no_place", "number", "partner", "plural", "question", "row",
    "step", "theme", "tie_kind",
];

/// Words of the interface that only cards and the text version use.
const ONLY_IN_TEXT: [&str; 9] =
    ["card-", "coded-", "heading-", "method-", "opens-", "precision-", "source-", "swing-", "table-"];

impl Dossier {
    /// The digest of a dossier read from `land_json`'s files. One record a line, so that a change can be read.
    pub fn digest(&self, land_json: &str) -> Option<String> {
        Some(self.digest_on(&serde_json::from_str(land_json).ok()?))
    }

    /// The same on land read into JSON.
    pub(super) fn digest_on(&self, land: &Value) -> String {
        let d = self;
        let m = &d.manifest;
        let rows = m.rows.iter().map(|r| json!([r.id, position(&SIDES, &r.side), r.tint]));
        let partners = m.partners.iter().map(|p| json!([p.id, p.row, p.capital]));
        let themes = m.themes.iter().map(|t| json!([t.id, position(&SHAPES, &t.shape)]));
        let questions = m.questions.iter().map(|q| json!([q.id, q.blocs]));
        let cameras =
            m.cameras.iter().map(|c| json!([c.id, c.centre.lon_deg, c.centre.lat_deg, c.radius_km]));
        let manifest = json!([
            m.as_of.0,
            m.domain.0 .0,
            m.domain.1 .0,
            m.home,
            m.centre.lon_deg,
            m.centre.lat_deg,
            rows.collect::<Vec<_>>(),
            partners.collect::<Vec<_>>(),
            themes.collect::<Vec<_>>(),
            questions.collect::<Vec<_>>(),
            cameras.collect::<Vec<_>>(),
            m.article.as_ref().map(|article| &article.url),
            m.article.as_ref().map(|article| span(&article.written)),
        ]);
        let mut before = 0;
        let events = d.events.iter().map(|e| {
            let place = match e.place {
                Where::Place(place) => json!(place),
                Where::None(ref reason) => json!(reason),
            };
            let towards_first = e.effects.iter().filter(|f| Some(&f.partner) == e.partners.first());
            let score: f64 = towards_first.map(|effect| effect.score).sum();
            let way = i32::from(score > 0.0) - i32::from(score < 0.0);
            let partners = match e.partners.as_slice() {
                [only] => json!(only),
                all => json!(all),
            };
            let date = when_after(&e.when, before);
            before = e.when.earliest().0;
            json!([e.id, date, place, partners, e.theme, way])
        });
        let ties = d.ties.iter().map(|t| {
            let (title, short) = (d.title("tie", &t.id), d.title("tie_short", &t.id));
            json!([t.id, t.partner, span(&t.from), until(&t.to), t.place, t.kind as usize, title, short])
        });
        let places = d.places.iter().map(|p| {
            let capital = u8::from(p.kind == PlaceKind::Capital);
            json!([p.id, p.at.lon_deg, p.at.lat_deg, capital, p.country, d.title("place", &p.id)])
        });
        let memberships = d
            .memberships
            .iter()
            .map(|m| json!([m.bloc, m.member, span(&m.from), until(&m.to), position(&STATUSES, &m.status)]));
        let bases = d.bases.iter().map(|b| json!([b.id, b.place, b.operator, span(&b.from), until(&b.to)]));
        let story = d.story.iter().map(|s| {
            let (first, last) = (s.window.0 .0, s.window.1 .0);
            json!([s.id, first, last, s.cursor.0, s.question, s.camera, s.ties, s.events])
        });
        let mut text = String::from("{\n");
        let mut put = |key: &str, value: Value| {
            text += &format!("\"{key}\":{},\n", one_record_a_line(&value));
        };
        put("locale", json!(d.strings.locale()));
        put("manifest", manifest);
        put("events", events.collect());
        put("ties", ties.collect());
        put("places", places.collect());
        put("blocs", d.blocs.iter().map(|b| json!([b.id, b.kind == BlocKind::Partnership])).collect());
        put("memberships", memberships.collect());
        put("bases", bases.collect());
        put("story", story.collect());
        put("strings", self.start_words());
        text += &format!("\"land\":{}}}\n", one_record_a_line(&condensed(land, &self.land)));
        text
    }

    fn start_words(&self) -> Value {
        let mut sections = serde_json::Map::new();
        for name in SECTIONS.into_iter().chain(["ui"]) {
            let kept = self.strings.section(name).filter(|(key, _)| match name {
                "ui" => !ONLY_IN_TEXT.iter().any(|prefix| key.starts_with(prefix)),
                "step" => key.ends_with(".title"),
                _ => true,
            });
            sections.insert(name.into(), kept.map(|(key, text)| (key.to_owned(), json!(text))).collect());
        }
        Value::Object(sections)
    }
}

/// The value as JSON, each item of an array or object on a line of its own.
fn one_record_a_line(value: &Value) -> String {
    let lines = |parts: Vec<String>, open: &str, close: &str| [open, &parts.join(",\n"), close].concat();
    match value {
        Value::Array(items) => lines(items.iter().map(plain).collect(), "[\n", "]"),
        Value::Object(map) => lines(map.iter().map(entry).collect(), "{\n", "}"),
        other => plain(other),
    }
}
