//! The closing table: each part leaves its rows in `target/bench/<part>.json`, and all of them make one report.

use serde_json::Value;

use super::machine::Machine;
use super::{Part, FOLDER};
use crate::recipe::{read, write, Project};
use crate::shell::say;

/// What one part tells: a title with its conditions, and rows of what, ours and the baseline's.
pub(super) struct Told {
    pub(super) title: String,
    pub(super) browser: String,
    pub(super) rows: Vec<[String; 3]>,
}

impl Told {
    /// Keeps it where [`close`] finds it.
    pub(super) fn keep(&self, project: &Project, part: Part) -> Result<(), String> {
        let rows: Vec<Value> = self.rows.iter().map(|row| Value::from(row.to_vec())).collect();
        let told = serde_json::json!({ "title": self.title, "browser": self.browser, "rows": rows });
        write(&project.path(FOLDER).join(part.file()), told.to_string())
    }

    fn parse(json: &str) -> Option<Told> {
        let value: Value = serde_json::from_str(json).ok()?;
        let text = |of: &Value| of.as_str().map(str::to_owned);
        let row = |row: &Value| Some([text(row.get(0)?)?, text(row.get(1)?)?, text(row.get(2)?)?]);
        Some(Told {
            title: text(value.get("title")?)?,
            browser: text(value.get("browser")?).unwrap_or_default(),
            rows: value.get("rows")?.as_array()?.iter().map(row).collect::<Option<_>>()?,
        })
    }
}

/// Prints the report of the parts that were measured now, and keeps it in `target/bench/report.md`.
pub(super) fn close(project: &Project, parts: &[(Part, Machine)]) -> Result<(), String> {
    let mut text = String::new();
    if let Some((_, machine)) = parts.first() {
        text += &format!("{}.\n\n", machine.name());
    }
    text += "| | ours | baseline |\n|---|---:|---:|\n";
    for (part, machine) in parts {
        let path = project.path(FOLDER).join(part.file());
        let told = Told::parse(&read(&path)?)
            .ok_or_else(|| format!("{} is not what a part of the bench leaves", path.display()))?;
        text += &section(&told, &machine.load());
    }
    let path = project.path(FOLDER).join("report.md");
    write(&path, &text)?;
    println!("\n{text}");
    say(&format!("the report is in {}", path.display()));
    Ok(())
}

fn section(told: &Told, load: &str) -> String {
    let by = if told.browser.is_empty() { String::new() } else { format!("; {}", told.browser) };
    let mut text = format!("| **{}{by}; {load}** | | |\n", told.title);
    for [what, ours, baseline] in &told.rows {
        text += &format!("| {what} | {ours} | {baseline} |\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_s_rows_stand_under_its_title() {
        let told = Told::parse(
            r#"{"title":"Page","browser":"Chromium 1","rows":[["ready, ms","5 / 6",""]],"more":1}"#,
        );
        let text = section(&told.unwrap(), "load 0.1 before");
        assert_eq!(text, "| **Page; Chromium 1; load 0.1 before** | | |\n| ready, ms | 5 / 6 |  |\n");
    }

    #[test]
    fn what_is_no_part_s_is_refused() {
        assert!(Told::parse("{}").is_none());
        assert!(Told::parse(r#"{"title":"Page","rows":[["only", "two"]]}"#).is_none());
    }
}
