//! `dist/data/` and `data.html`: the dossier to take away, in one file, as tables, as a bibliography, and how to cite it.

mod bibtex;
mod cite;
mod csl;
mod edtf;
pub(crate) mod one_file;
mod package;
mod page;
mod shown;
mod table;
mod tested;
mod told;
mod values;
mod world;

use serde_json::Value;
use us_uz_explainer::dossier::Dossier;

use crate::doc_pages::framed;
use crate::folder;
use crate::pages::dossier;
use crate::recipe::{read, write, Project};
use crate::shell::say;
use cite::Values;
use table::Table;

const README: &str = include_str!("export/words/README.txt");
const CITATION: &str = include_str!("export/words/citation.txt");
const CITATION_CFF: &str = include_str!("export/words/CITATION.cff");

/// A file of `dist/data/`.
struct File {
    name: String,
    bytes: Vec<u8>,
}

/// Writes `dist/data/`, `dist/data.html`, and, if it changed, `CITATION.cff` for those who cite the
/// repository.
pub(crate) fn write_all(project: &Project) -> Result<(), String> {
    say("writing the data to take away");
    let dossier = dossier()?;
    let values = Values::of(&dossier);
    let whole = one_file::joined(&folder::files(&project.path("data"))?);
    let (files, package) = files(&dossier, &values, whole)?;
    for file in &files {
        write(&project.path("dist/data").join(&file.name), &file.bytes)?;
    }
    let template = read(&project.path("www/pages/data.html"))?;
    let body = page::render(&template, &dossier, &values, &package);
    let body = body.map_err(|e| format!("www/pages/data.html: {e}"))?;
    write(&project.path("dist/data.html"), framed(project, "data.html", body, &dossier)?)?;
    let (path, citation) = (project.path("CITATION.cff"), values.fill_quoted(CITATION_CFF));
    if read(&path).is_ok_and(|old| old == citation) {
        return Ok(());
    }
    say("CITATION.cff is made anew");
    write(&path, citation)
}

/// Every table, in the order of `datapackage.json`.
fn tables(d: &Dossier) -> [Table; 17] {
    [
        told::events(d),
        told::effects(d),
        told::ties(d),
        world::memberships(d),
        world::bases(d),
        world::places(d),
        world::actors(d),
        world::partners(d),
        world::blocs(d),
        shown::sources(d),
        told::accounts(d),
        shown::claims(d),
        shown::figures(d),
        shown::series(d),
        tested::sides(d),
        tested::scores(d),
        tested::comparisons(d),
    ]
}

/// All files, the last of them the description of the others, which comes beside them.
fn files(dossier: &Dossier, values: &Values, whole: Vec<u8>) -> Result<(Vec<File>, Value), String> {
    let mut files = vec![File { name: [values.get("id"), ".json"].concat(), bytes: whole }];
    for table in tables(dossier) {
        files.push(File { name: [table.name, ".csv"].concat(), bytes: table.csv()? });
    }
    for (name, text) in [
        ("sources.bib", bibtex::sources(dossier)),
        ("sources.csl.json", pretty(&csl::sources(dossier))),
        ("citation.txt", values.fill(CITATION)),
        ("README.txt", values.fill(README)),
    ] {
        files.push(File { name: name.into(), bytes: text.into_bytes() });
    }
    let package = package::describe(dossier, values, &files)?;
    files.push(File { name: "datapackage.json".into(), bytes: pretty(&package).into_bytes() });
    Ok((files, package))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use us_uz_explainer::text::{Day, When};

    use super::*;

    /// A table read back from its CSV: each row by the names of its columns.
    fn read_back(table: &Table) -> Vec<BTreeMap<String, String>> {
        let csv = table.csv().unwrap();
        let mut reader = csv::Reader::from_reader(csv.as_slice());
        let head = reader.headers().unwrap().clone();
        assert_eq!(head.iter().collect::<Vec<_>>(), table.head);
        let row = |row: csv::StringRecord| {
            head.iter().zip(row.iter()).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
        };
        reader.records().map(|record| row(record.unwrap())).collect()
    }

    fn table(name: &str) -> Table {
        tables(&dossier().unwrap()).into_iter().find(|table| table.name == name).unwrap()
    }

    /// What a file of `data/` says in a field, as a cell has it.
    fn as_cell(value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Array(ids) => ids.iter().map(as_cell).collect::<Vec<_>>().join(" "),
            value => value.to_string(),
        }
    }

    fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn what_is_read_back_is_what_was_written() {
        for table in tables(&dossier().unwrap()) {
            let back = read_back(&table);
            assert_eq!(back.len(), table.rows.len(), "{}", table.name);
            for (row, written) in back.iter().zip(&table.rows) {
                let cells: Vec<&String> = table.head.iter().map(|name| &row[*name]).collect();
                assert_eq!(cells, written.iter().collect::<Vec<_>>(), "{}", table.name);
            }
        }
    }

    /// Against the files themselves: each field of each record, and its words.
    #[test]
    fn tables_say_what_the_files_say() {
        let (words, detail) = (
            json(include_str!("../../data/strings/en.json")),
            json(include_str!("../../data/strings/en.detail.json")),
        );
        let files = [
            (
                "events",
                json(include_str!("../../data/events.json")),
                "title",
                Some("event"),
                "summary",
                Some("event_summary"),
            ),
            (
                "ties",
                json(include_str!("../../data/ties.json")),
                "title",
                Some("tie"),
                "summary",
                Some("tie_summary"),
            ),
            ("places", json(include_str!("../../data/places.json")), "name", Some("place"), "", None),
            ("actors", json(include_str!("../../data/actors.json")), "name", Some("actor"), "", None),
            ("sources", json(include_str!("../../data/sources.json")), "", None, "owner_name", None),
        ];
        for (name, file, title, title_words, summary, summary_words) in files {
            let rows: BTreeMap<String, _> =
                read_back(&table(name)).into_iter().map(|row| (row["id"].clone(), row)).collect();
            let records = file[name].as_array().unwrap();
            assert_eq!(rows.len(), records.len(), "{name}");
            for record in records {
                let id = record["id"].as_str().unwrap();
                let row = &rows[id];
                for (field, value) in record.as_object().unwrap() {
                    let column = if field == "frame" { "in_frame" } else { field };
                    // An office stands there by its name; a term, effects and accounts have no cell of their own.
                    if let Some(cell) = row.get(column).filter(|_| field != "office") {
                        assert_eq!(*cell, as_cell(value), "{name} {id} {field}");
                    } else {
                        assert!(
                            ["office", "term", "effects", "article", "accounts"].contains(&column),
                            "{column}"
                        );
                    }
                }
                for (column, text) in [
                    (title, title_words.map(|s| &words[s][id])),
                    (summary, summary_words.map(|s| &detail[s][id])),
                ] {
                    if let Some(text) = text {
                        assert_eq!(row[column], as_cell(text), "{name} {id}");
                    }
                }
                if name == "sources" {
                    assert_eq!(row["owner_name"], as_cell(&detail["owner"][row["owner"].as_str()]));
                }
                if name == "events" {
                    assert_eq!(row["article_item"], as_cell(&record["article"]["item"]), "{id}");
                    let acts = record["effects"].as_array().map_or(0, Vec::len);
                    assert_eq!(row["effects_count"], acts.to_string(), "{id}");
                }
            }
        }
        let (acts, events) = (read_back(&table("effects")), json(include_str!("../../data/events.json")));
        let coded = events["events"].as_array().unwrap().iter();
        let coded: usize = coded.map(|event| event["effects"].as_array().map_or(0, Vec::len)).sum();
        assert_eq!(acts.len(), coded);
    }

    /// From effects.csv alone, the yearly scores that the records themselves give: an episode scores once a partner.
    #[test]
    fn yearly_scores_and_stocks_follow_from_the_table_of_acts() {
        let dossier = dossier().unwrap();
        let mut by_table: BTreeMap<(String, String), f64> = BTreeMap::new();
        for row in read_back(&table("effects")) {
            if row["scores"] == "true" {
                let goldstein: f64 = row["goldstein"].parse().unwrap();
                *by_table.entry((row["partner"].clone(), row["year"].clone())).or_default() += goldstein;
            }
            let event = &dossier.events[dossier.event_ix(&row["event"]).unwrap()];
            let counts_at: f64 = row["counts_at"].parse().unwrap();
            assert!((counts_at - event.when.start().middle_days()).abs() < 1e-9, "{}", event.id);
        }
        let mut by_record: BTreeMap<(String, String), f64> = BTreeMap::new();
        let mut framed: Vec<_> = dossier.events.iter().filter(|event| event.in_frame).collect();
        framed.sort_by(|a, b| a.when.start().middle_days().total_cmp(&b.when.start().middle_days()));
        let mut told = BTreeSet::new();
        for event in framed {
            for act in &event.effects {
                let partner = dossier.manifest.partners[act.partner].id.clone();
                if event.episode.as_ref().is_some_and(|of| !told.insert((of.clone(), act.partner))) {
                    continue;
                }
                let start = event.when.start();
                let year = Day((start.earliest.0 + start.latest.0).div_euclid(2)).ymd().0;
                *by_record.entry((partner, year.to_string())).or_default() += act.score;
            }
        }
        assert!(by_table.len() > 50, "{} scores", by_table.len());
        assert_eq!(by_table, by_record);
        let rows = read_back(&table("scores"));
        let of_us = rows.iter().filter(|row| row["side"] == "us" && row["whose"] == "all");
        for row in of_us {
            let score = by_table.get(&("us".to_owned(), row["year"].clone())).copied().unwrap_or(0.0);
            assert!((row["score"].parse::<f64>().unwrap() - score).abs() < 1e-9, "{row:?}");
        }
    }

    /// From series.csv alone, what is known of the agreement in the UN General Assembly.
    #[test]
    fn the_agreement_series_follows_from_its_table() {
        let rows = read_back(&table("series"));
        let line = |name: &str| -> BTreeMap<i32, f64> {
            let rows = rows.iter().filter(|row| row["series"] == "unga-agreement" && row["line"] == name);
            rows.map(|row| (row["year"].parse().unwrap(), row["value"].parse().unwrap())).collect()
        };
        let (us, russia) = (line("us"), line("russia"));
        let levels: Vec<(f64, f64)> = us.iter().map(|(year, us)| (*us, russia[year])).collect();
        let step = |line: &BTreeMap<i32, f64>, year: i32| Some(line.get(&(year + 1))? - line.get(&year)?);
        let changes: Vec<(f64, f64)> =
            us.keys().filter_map(|year| Some((step(&us, *year)?, step(&russia, *year)?))).collect();
        let opposite = changes.iter().filter(|(us, russia)| us * russia < 0.0).count();
        assert_eq!((levels.len(), changes.len(), opposite), (25, 23, 13));
        assert!((correlation(&levels) + 0.698).abs() < 0.000_5, "{}", correlation(&levels));
        assert!((correlation(&changes) + 0.135).abs() < 0.000_5, "{}", correlation(&changes));
    }

    /// Pearson's coefficient.
    fn correlation(pairs: &[(f64, f64)]) -> f64 {
        let n = pairs.len() as f64;
        let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0 / n, y + pair.1 / n));
        let sum = |f: fn(f64, f64) -> f64| pairs.iter().map(|pair| f(pair.0 - x, pair.1 - y)).sum::<f64>();
        sum(|a, b| a * b) / (sum(|a, _| a * a) * sum(|_, b| b * b)).sqrt()
    }

    #[test]
    fn every_interval_is_written_as_in_the_files() {
        let dossier = dossier().unwrap();
        for tie in &dossier.ties {
            assert_eq!(edtf::interval(tie.from, tie.to), tie.edtf, "{}", tie.id);
        }
        for (table, column) in
            [("memberships", "interval"), ("bases", "interval"), ("events", "date"), ("sources", "date")]
        {
            for row in read_back(&self::table(table)).iter().filter(|row| !row[column].is_empty()) {
                assert!(When::parse(&row[column]).is_ok(), "{table}: {}", row[column]);
            }
        }
    }
}
