//! What the built files weigh: raw bytes and bytes after brotli at its strongest, as a CDN sends them.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::recipe::Project;

/// One file's weight.
pub(crate) struct Weight {
    name: String,
    raw_bytes: usize,
    brotli_bytes: usize,
}

impl Weight {
    /// The file's name in its folder.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// As it lies on the disk.
    pub(crate) fn raw_bytes(&self) -> usize {
        self.raw_bytes
    }

    /// After brotli at its strongest.
    pub(crate) fn brotli_bytes(&self) -> usize {
        self.brotli_bytes
    }
}

/// Weighs every file directly in a folder, in the order of their names.
pub(crate) fn weigh(folder: &Path) -> Result<Vec<Weight>, String> {
    let cannot = |e: std::io::Error| format!("{} cannot be weighed: {e}", folder.display());
    let mut weights = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_file() {
            let content = fs::read(&path).map_err(cannot)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            weights.push(Weight { name, raw_bytes: content.len(), brotli_bytes: brotli_bytes(&content) });
        }
    }
    weights.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(weights)
}

/// The number of bytes that brotli 11 (window 22, its default) makes of this content.
fn brotli_bytes(content: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    // Writing to memory does not fail; a short count would only make the file look light, so fall back to its raw size.
    if writer.write_all(content).is_err() {
        return content.len();
    }
    drop(writer);
    packed.len()
}

/// The table of weights and whether the files that are fetched together keep to their budgets.
pub(crate) struct Bytes {
    pub(crate) table: String,
    pub(crate) verdict: Result<(), String>,
}

/// What is fetched together: when, and how its keys in the recipe's `[budgets]` begin.
const TOGETHER: [(&str, &str); 3] = [
    ("up to explainer-ready", "startup"),
    ("for a dossier of the page's own", "reader"),
    ("when the test is opened", "panel"),
];

/// Compares weights with the recipe's budgets.
pub(crate) fn judge(project: &Project, weights: &[Weight]) -> Result<Bytes, String> {
    let sums = TOGETHER.map(|(when, key)| Sum::of(project, weights, when, key));
    let sums = sums.into_iter().collect::<Result<Vec<_>, _>>()?;
    let verdict = sums.iter().try_for_each(Sum::verdict);
    Ok(Bytes { table: table(weights, &sums), verdict })
}

/// The weight of what is fetched together, beside its budget.
struct Sum {
    when: &'static str,
    missing: Vec<String>,
    raw_bytes: usize,
    brotli_bytes: usize,
    budget: usize,
    aim: usize,
}

impl Sum {
    fn of(project: &Project, weights: &[Weight], when: &'static str, key: &str) -> Result<Sum, String> {
        let files = project.list("budgets", &format!("{key}-files"))?;
        let known = |file: &str| weights.iter().any(|w| w.name == file);
        let own = || weights.iter().filter(|w| files.contains(&w.name.as_str()));
        Ok(Sum {
            when,
            missing: files.iter().filter(|file| !known(file)).map(ToString::to_string).collect(),
            raw_bytes: own().map(|w| w.raw_bytes).sum(),
            brotli_bytes: own().map(|w| w.brotli_bytes).sum(),
            budget: project.bytes("budgets", &format!("{key}-brotli"))?,
            aim: project.bytes("budgets", &format!("{key}-brotli-aim"))?,
        })
    }

    fn verdict(&self) -> Result<(), String> {
        let Sum { when, missing, brotli_bytes, budget, .. } = self;
        if !missing.is_empty() {
            return Err(format!("dist/ lacks {}; make it with cargo xtask build", missing.join(", ")));
        }
        if brotli_bytes > budget {
            return Err(format!(
                "{when} {brotli_bytes} bytes are fetched, over the budget of {budget} in wasm-pack.toml; \
                 leave something out, or fetch it later"
            ));
        }
        Ok(())
    }

    fn line(&self) -> String {
        let Sum { when, budget, aim, .. } = self;
        let word = match self.brotli_bytes {
            packed if packed > *budget => "OVER BUDGET",
            packed if packed > *aim => "pass, above the aim",
            _ => "pass",
        };
        format!("{when}: budget {budget}, aim {aim}: {word}")
    }
}

fn table(weights: &[Weight], sums: &[Sum]) -> String {
    let mut rows: Vec<(String, usize, usize)> =
        weights.iter().map(|w| (w.name.clone(), w.raw_bytes, w.brotli_bytes)).collect();
    // What is up to the start stands last: the number one looks for.
    rows.extend(sums.iter().rev().map(|sum| (sum.line(), sum.raw_bytes, sum.brotli_bytes)));
    let wide = rows.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
    let row = |name: &str, raw: &str, packed: &str| format!("{name:wide$}  {raw:>9}  {packed:>9}\n");
    let head = row("file in dist/", "raw", "brotli 11");
    rows.iter()
        .fold(head, |text, (name, raw, packed)| text + &row(name, &raw.to_string(), &packed.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(wasm: usize) -> Vec<Weight> {
        [
            ("define.js", 400),
            ("explainer.js", 20_000),
            ("index.html", 90_000),
            ("panel.js", 5_000),
            ("panel.json", 8_000),
            ("reader.js", 2_000),
            ("us_uz_explainer_bg.wasm", wasm),
            ("us_uz_panel_bg.wasm", 70_000),
            ("us_uz_reader_bg.wasm", 90_000),
        ]
        .map(|(name, n)| Weight { name: name.to_owned(), raw_bytes: 3 * n, brotli_bytes: n })
        .into()
    }

    #[test]
    fn only_startup_files_are_budgeted() {
        let project = Project::open(false).unwrap();
        let bytes = judge(&project, &weights(60_000)).unwrap();
        assert_eq!(bytes.verdict, Ok(()));
        let last = bytes.table.lines().last().unwrap();
        assert!(last.contains(": pass") && last.contains("241200") && last.ends_with("80400"), "{last}");
        assert_eq!(bytes.table.lines().count(), 13);
        let before = bytes.table.lines().rev().nth(1).unwrap();
        assert!(before.contains("page's own") && before.ends_with("92000"), "{before}");
    }

    #[test]
    fn too_much_and_too_little_fail() {
        let project = Project::open(false).unwrap();
        let over = judge(&project, &weights(120_000)).unwrap();
        assert!(over.verdict.unwrap_err().contains("140400 bytes"));
        assert!(over.table.contains("OVER BUDGET"));
        assert!(judge(&project, &weights(100_000)).unwrap().table.contains("above the aim"));
        let mut heavy = weights(60_000);
        heavy.last_mut().unwrap().brotli_bytes = 200_000;
        let over = judge(&project, &heavy).unwrap().verdict.unwrap_err();
        assert!(over.starts_with("for a dossier of the page's own 202000 bytes"), "{over}");
        let lacking = judge(&project, &weights(1)[..4]).unwrap();
        assert_eq!(
            lacking.verdict.unwrap_err(),
            "dist/ lacks us_uz_explainer_bg.wasm; make it with cargo xtask build"
        );
    }

    #[test]
    fn brotli_packs() {
        assert!(brotli_bytes("tie event tie event ".repeat(50).as_bytes()) < 60);
        assert!(brotli_bytes(b"") <= 2);
    }
}
