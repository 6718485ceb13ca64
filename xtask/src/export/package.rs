//! `datapackage.json` (Data Package 2.0): what each file and column holds, its licence and its sources. The words stand
//! in `words/datapackage.json`; what the dossier says is filled in here.

use serde_json::{json, Value};
use us_uz_explainer::dossier::{Dossier, Series};

use super::cite::Values;
use super::File;

/// Where the words stand, for a message.
const WORDS: &str = "xtask/src/export/words/datapackage.json";
const TEMPLATE: &str = include_str!("words/datapackage.json");

/// The description of these files.
pub(crate) fn describe(dossier: &Dossier, values: &Values, files: &[File]) -> Result<Value, String> {
    let mut package: Value = serde_json::from_str(&values.fill_quoted(TEMPLATE))
        .map_err(|e| format!("{WORDS} is not JSON: {e}"))?;
    let licence = values.get("licence");
    let address = ["https://spdx.org/licenses/", licence, ".html"].concat();
    package["licenses"] = json!([{ "name": licence, "path": address }]);
    let credit = |credit: &us_uz_explainer::dossier::Credit| {
        let title = dossier.title("credit", &credit.id);
        match &credit.licence {
            Some(licence) => json!({ "title": title, "path": credit.url, "licence": licence }),
            None => json!({ "title": title, "path": credit.url }),
        }
    };
    package["sources"] = dossier.manifest.credits.iter().map(credit).collect();
    for resource in package["resources"].as_array_mut().into_iter().flatten() {
        let path = resource["path"].as_str().unwrap_or_default();
        if let Some(file) = files.iter().find(|file| file.name == path) {
            resource["bytes"] = json!(file.bytes.len());
        }
        if resource["name"] == "series" && !dossier.series.is_empty() {
            resource["licenses"] = dossier.series.iter().map(|series| terms(series, dossier)).collect();
            resource["sources"] = dossier.series.iter().flat_map(|series| origins(series, dossier)).collect();
        }
    }
    Ok(package)
}

/// The terms of a series, with the address of the first source that tells them.
fn terms(series: &Series, dossier: &Dossier) -> Value {
    let source = series.sources.first().and_then(|id| dossier.source(id));
    json!({ "title": series.licence, "path": source.map(|source| source.url.as_str()) })
}

fn origins(series: &Series, dossier: &Dossier) -> Vec<Value> {
    let sources = series.sources.iter().filter_map(|id| dossier.source(id));
    sources.map(|source| json!({ "title": source.title, "path": source.url })).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use us_uz_explainer::dossier::Files;
    use us_uz_explainer::text::Day;

    use super::super::table::Table;
    use super::super::{files, tables};
    use super::*;

    fn small() -> Dossier {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/base");
        let texts = crate::folder::files(&base).unwrap();
        let named = texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect();
        Dossier::read_whole(&Files::new(named)).unwrap()
    }

    fn described(dossier: &Dossier) -> Value {
        let values = Values::of(dossier);
        files(dossier, &values, b"{}".to_vec()).unwrap().1
    }

    fn list(value: &Value) -> Vec<&Value> {
        value.as_array().into_iter().flatten().collect()
    }

    fn texts(value: &Value) -> Vec<&str> {
        match value.as_str() {
            Some(one) => vec![one],
            None => list(value).into_iter().filter_map(Value::as_str).collect(),
        }
    }

    /// A cell as the value its type says; none if it is not of the type.
    fn typed(cell: &str, kind: &str) -> Option<Value> {
        match kind {
            "string" => Some(json!(cell)),
            "date" => Day::parse_iso(cell).map(|_| json!(cell)),
            "year" | "integer" => cell.parse::<i64>().ok().map(|n| json!(n)),
            "number" => cell.parse::<f64>().ok().filter(|n| n.is_finite()).map(|n| json!(n)),
            "boolean" => cell.parse::<bool>().ok().map(|b| json!(b)),
            _ => None,
        }
    }

    /// A field's constraints as JSON Schema, which has the same names for them.
    fn schema(field: &Value) -> Value {
        let mut schema = field.get("constraints").cloned().unwrap_or_else(|| json!({}));
        schema.as_object_mut().unwrap().retain(|name, _| !["required", "unique"].contains(&name.as_str()));
        schema
    }

    /// The values in the columns named, joined as one key a row; rows with an empty one have none.
    fn keys(table: &Table, columns: &[&str]) -> Vec<String> {
        let at: Vec<usize> =
            columns.iter().map(|name| table.head.iter().position(|known| known == name).unwrap()).collect();
        let rows = table.rows.iter().filter(|row| at.iter().all(|at| !row[*at].is_empty()));
        rows.map(|row| at.iter().map(|at| row[*at].as_str()).collect::<Vec<_>>().join("\u{1}")).collect()
    }

    /// Everything in which tables and description differ.
    fn wrong(package: &Value, tables: &[Table]) -> Vec<String> {
        let mut wrong = Vec::new();
        let described: Vec<&Value> =
            list(&package["resources"]).into_iter().filter(|resource| resource["type"] == "table").collect();
        let names: Vec<&str> = described.iter().filter_map(|resource| resource["name"].as_str()).collect();
        if names != tables.iter().map(|table| table.name).collect::<Vec<_>>() {
            wrong.push(format!("other tables: {names:?}"));
        }
        let all = |table: &str, column: &str| -> BTreeSet<String> {
            let table = tables.iter().find(|known| known.name == table).unwrap();
            keys(table, &[column]).into_iter().collect()
        };
        for (resource, table) in described.iter().zip(tables) {
            let mut note = |what: String| wrong.push(format!("{}: {what}", table.name));
            let fields = list(&resource["schema"]["fields"]);
            let head: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
            if head != table.head {
                note(format!("other columns: {head:?}"));
                continue;
            }
            for (at, field) in fields.iter().enumerate() {
                let (name, kind) = (head[at], field["type"].as_str().unwrap());
                let schema = jsonschema::validator_for(&schema(field)).unwrap();
                let of = field["list"]["of"].as_str().and_then(|of| of.split_once('.'));
                let known = of.map(|(table, column)| all(table, column));
                for row in &table.rows {
                    let cell = &row[at];
                    if cell.is_empty() {
                        if field["constraints"]["required"] == true {
                            note(format!("{name} is empty in {}", row[0]));
                        }
                        continue;
                    }
                    match typed(cell, kind) {
                        Some(value) if schema.is_valid(&value) => {}
                        _ => note(format!("{name} of {} may not be {cell}", row[0])),
                    }
                    if let Some(known) = &known {
                        for id in cell.split(' ').filter(|id| !known.contains(*id)) {
                            note(format!("{name} of {} names {id}", row[0]));
                        }
                    }
                }
                let cells = keys(table, &[name]);
                let once: BTreeSet<&String> = cells.iter().collect();
                if field["constraints"]["unique"] == true && once.len() < cells.len() {
                    note(format!("{name} is not unique"));
                }
            }
            let found = keys(table, &texts(&resource["schema"]["primaryKey"]));
            if found.len() < table.rows.len() || found.iter().collect::<BTreeSet<_>>().len() < found.len() {
                note("the primary key is empty or taken twice".into());
            }
            for foreign in list(&resource["schema"]["foreignKeys"]) {
                let reference = &foreign["reference"];
                let known =
                    all(reference["resource"].as_str().unwrap(), reference["fields"].as_str().unwrap());
                for id in keys(table, &texts(&foreign["fields"])).iter().filter(|id| !known.contains(*id)) {
                    note(format!("{} names {id}", foreign["fields"]));
                }
            }
        }
        wrong
    }

    #[test]
    fn every_row_is_as_described() {
        for dossier in [crate::pages::dossier().unwrap(), small()] {
            let wrong = wrong(&described(&dossier), &tables(&dossier));
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
        // The small dossier has a row in each table, so that no column goes unseen.
        for table in tables(&small()) {
            assert!(!table.rows.is_empty(), "{}", table.name);
        }
    }

    #[test]
    fn what_is_not_as_described_is_found() {
        let dossier = small();
        let package = described(&dossier);
        let changed = |table: &str, column: &str, cell: &str| {
            let mut tables = tables(&dossier);
            let table = tables.iter_mut().find(|known| known.name == table).unwrap();
            let at = table.head.iter().position(|name| *name == column).unwrap();
            table.rows.last_mut().unwrap()[at] = cell.into();
            wrong(&package, &tables).join("; ")
        };
        for (table, column, cell, what) in [
            ("events", "title", "", "title is empty"),
            ("events", "earliest", "2005-02-30", "earliest of"),
            ("events", "theme", "Not An Id", "theme of"),
            ("events", "sources", "izimov-2016 nobody", "names nobody"),
            ("effects", "goldstein", "11", "goldstein of"),
            ("effects", "partner", "atlantis", "names atlantis"),
            ("ties", "kind", "friendship", "kind of"),
            ("ties", "open", "perhaps", "open of"),
            ("sources", "id", "crs-k2-2006", "id is not unique"),
            ("series", "year", "1996", "taken twice"),
        ] {
            let wrong = changed(table, column, cell);
            assert!(wrong.contains(what), "{table}.{column} = {cell}: {wrong}");
        }
    }

    #[test]
    fn the_description_names_every_file_with_its_size_its_licence_and_its_sources() {
        let dossier = crate::pages::dossier().unwrap();
        let values = Values::of(&dossier);
        let (files, package) = files(&dossier, &values, b"{}".to_vec()).unwrap();
        let described: Vec<(&str, u64)> = list(&package["resources"])
            .iter()
            .map(|resource| (resource["path"].as_str().unwrap(), resource["bytes"].as_u64().unwrap()))
            .collect();
        let there: Vec<(&str, u64)> =
            files.iter().map(|file| (file.name.as_str(), file.bytes.len() as u64)).collect();
        assert_eq!(described, there[..there.len() - 1]);
        assert_eq!(there.last().unwrap().0, "datapackage.json");
        assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
        assert_eq!(list(&package["sources"]).len(), dossier.manifest.credits.len());
        let series = list(&package["resources"]).into_iter().find(|r| r["name"] == "series").unwrap();
        assert_eq!(series["licenses"][0]["title"], dossier.series[0].licence.as_str());
        assert!(series["licenses"][0]["path"].as_str().unwrap().starts_with("https://"));
    }
}
