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

/// The table of weights and whether the files fetched before `explainer-ready` keep to their budget.
pub(crate) struct Bytes {
    pub(crate) table: String,
    pub(crate) verdict: Result<(), String>,
}

/// Compares weights with the recipe's budget.
pub(crate) fn judge(project: &Project, weights: &[Weight]) -> Result<Bytes, String> {
    let files = project.list("budgets", "startup-files")?;
    let budget = project.bytes("budgets", "startup-brotli")?;
    let aim = project.bytes("budgets", "startup-brotli-aim")?;
    let missing: Vec<_> = files.iter().filter(|f| !weights.iter().any(|w| w.name == **f)).copied().collect();
    let started = weights.iter().filter(|w| files.contains(&w.name.as_str()));
    let (raw, packed) = started.fold((0, 0), |(r, p), w| (r + w.raw_bytes, p + w.brotli_bytes));
    let verdict = if !missing.is_empty() {
        Err(format!("dist/ lacks {}; make it with cargo xtask build", missing.join(", ")))
    } else if packed > budget {
        Err(format!(
            "up to explainer-ready {packed} bytes are fetched, over the budget of {budget} in wasm-pack.toml; \
             leave something out, or fetch it later"
        ))
    } else {
        Ok(())
    };
    let word = match packed {
        _ if packed > budget => "OVER BUDGET",
        _ if packed > aim => "pass, above the aim",
        _ => "pass",
    };
    let last = format!("up to explainer-ready: budget {budget}, aim {aim}: {word}");
    Ok(Bytes { table: table(weights, &last, raw, packed), verdict })
}

fn table(weights: &[Weight], last: &str, raw: usize, packed: usize) -> String {
    let wide = weights.iter().map(|w| w.name.len()).chain([last.len()]).max().unwrap_or(0);
    let row = |name: &str, raw: &str, packed: &str| format!("{name:wide$}  {raw:>9}  {packed:>9}\n");
    let mut text = row("file in dist/", "raw", "brotli 11");
    for w in weights {
        text += &row(&w.name, &w.raw_bytes.to_string(), &w.brotli_bytes.to_string());
    }
    text + &row(last, &raw.to_string(), &packed.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(wasm: usize) -> Vec<Weight> {
        [
            ("define.js", 400),
            ("explainer.js", 20_000),
            ("index.html", 90_000),
            ("us_uz_explainer_bg.wasm", wasm),
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
        assert_eq!(bytes.table.lines().count(), 6);
    }

    #[test]
    fn too_much_and_too_little_fail() {
        let project = Project::open(false).unwrap();
        let over = judge(&project, &weights(120_000)).unwrap();
        assert!(over.verdict.unwrap_err().contains("140400 bytes"));
        assert!(over.table.contains("OVER BUDGET"));
        assert!(judge(&project, &weights(100_000)).unwrap().table.contains("above the aim"));
        let lacking = judge(&project, &weights(1)[..3]).unwrap();
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
