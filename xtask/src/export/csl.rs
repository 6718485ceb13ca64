//! The bibliography as CSL-JSON 1.0.2, for citation processors; the ids are ours.

use serde_json::{json, Map, Value};
use us_uz_explainer::dossier::{Dossier, Source};
use us_uz_explainer::text::{Day, Precision, Span, Until, When};

/// All sources, an item each.
pub(crate) fn sources(dossier: &Dossier) -> Value {
    dossier.sources.iter().map(item).collect()
}

/// What CSL calls a source of this kind.
fn kind(source: &Source) -> &'static str {
    match source.kind.as_str() {
        "dataset" => "dataset",
        "news" => "article-newspaper",
        "official" | "ngo" => "document",
        "reference" => "entry",
        _ => "webpage",
    }
}

fn item(source: &Source) -> Value {
    let mut item = Map::new();
    let mut put = |key: &str, value: Value| item.insert(key.to_owned(), value);
    put("id", json!(source.id));
    put("type", json!(kind(source)));
    put("title", json!(source.title));
    if let Some(author) = &source.author {
        put("author", json!([{ "literal": author }]));
    }
    put("publisher", json!(source.publisher));
    // A newspaper, a site or a reference work is also what holds the text.
    if ["article-newspaper", "entry", "webpage"].contains(&kind(source)) {
        put("container-title", json!(source.publisher));
    }
    if let Some(when) = source.date.as_deref().and_then(|date| When::parse(date).ok()) {
        put("issued", date(&when));
    }
    put("accessed", json!({ "date-parts": [parts(source.accessed, Precision::Day)] }));
    put("URL", json!(source.url));
    put("language", json!(source.language));
    Value::Object(item)
}

/// A date, or the two ends of an interval or of a decade.
fn date(when: &When) -> Value {
    let from = when.start();
    let mut ends = vec![parts(from.earliest, from.precision)];
    match *when {
        When::Between { to: Until::Known(to), .. } => ends.push(parts(to.earliest, to.precision)),
        _ if from.precision == Precision::Decade => ends.push(parts(from.latest, from.precision)),
        _ => {}
    }
    let mut date = json!({ "date-parts": ends });
    if from.precision == Precision::Season {
        date["season"] = json!(season(from));
    }
    if from.approximate || from.uncertain || from.precision == Precision::Decade {
        date["circa"] = json!(true);
    }
    date
}

/// 1 is spring, which begins in March.
fn season(span: Span) -> u32 {
    span.earliest.ymd().1 / 3
}

/// Year, month and day, as far as they are known.
fn parts(day: Day, precision: Precision) -> Vec<i64> {
    let (year, month, day) = day.ymd();
    let known = match precision {
        Precision::Day => 3,
        Precision::Month => 2,
        Precision::Season | Precision::Year | Precision::Decade => 1,
    };
    [i64::from(year), i64::from(month), i64::from(day)].into_iter().take(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        for (edtf, csl) in [
            ("2014-10-10", json!({ "date-parts": [[2014, 10, 10]] })),
            ("2014-10", json!({ "date-parts": [[2014, 10]] })),
            ("2016-21", json!({ "date-parts": [[2016]], "season": 1 })),
            ("2016~", json!({ "date-parts": [[2016]], "circa": true })),
            ("2015/2016-02", json!({ "date-parts": [[2015], [2016, 2]] })),
            ("199X", json!({ "date-parts": [[1990], [1999]], "circa": true })),
        ] {
            assert_eq!(date(&When::parse(edtf).unwrap()), csl, "{edtf}");
        }
    }

    /// The part of CSL-JSON 1.0.2 that is used here, written after its published schema.
    fn schema() -> Value {
        let text = json!({ "type": "string", "minLength": 1 });
        let part = json!({ "type": "array", "items": { "type": "integer" }, "minItems": 1, "maxItems": 3 });
        let date = json!({
            "type": "object",
            "required": ["date-parts"],
            "properties": {
                "date-parts": { "type": "array", "items": part, "minItems": 1, "maxItems": 2 },
                "season": { "enum": [1, 2, 3, 4] },
                "circa": { "type": "boolean" }
            },
            "additionalProperties": false
        });
        let name = json!({
            "type": "object",
            "required": ["literal"],
            "properties": { "literal": text },
            "additionalProperties": false
        });
        json!({
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "id", "title", "URL", "accessed"],
                "properties": {
                    "type": { "enum": ["dataset", "article-newspaper", "document", "entry", "webpage"] },
                    "id": text, "title": text, "publisher": text, "container-title": text, "URL": text,
                    "language": text, "issued": date, "accessed": date,
                    "author": { "type": "array", "items": name }
                },
                "additionalProperties": false
            }
        })
    }

    #[test]
    fn every_source_is_an_item_of_csl_json() {
        let dossier = crate::pages::dossier().unwrap();
        let items = sources(&dossier);
        let schema = jsonschema::validator_for(&schema()).unwrap();
        let wrong: Vec<String> =
            schema.iter_errors(&items).map(|e| format!("{} {e}", e.instance_path())).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let items = items.as_array().unwrap();
        assert_eq!(items.len(), dossier.sources.len());
        for (item, source) in items.iter().zip(&dossier.sources) {
            assert_eq!(item["id"], source.id.as_str());
            assert_eq!(item["title"], source.title.as_str());
            assert_eq!(item["URL"], source.url.as_str());
            assert_eq!(item["author"][0]["literal"].as_str(), source.author.as_deref());
            assert_eq!(item.get("issued").is_some(), source.date.is_some());
        }
        assert!(!schema.is_valid(&json!([{ "id": "a", "type": "book" }])));
    }
}
