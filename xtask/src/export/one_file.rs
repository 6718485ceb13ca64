//! A dossier in one file: an object with the names of its files as keys, each file's text as it is.

use std::path::{Path, PathBuf};

use us_uz_explainer::dossier::{check_report, Dossier, Files};

use crate::check;
use crate::folder;
use crate::recipe::write;
use crate::shell::say;

/// The files of a folder by name.
pub(crate) type Texts = Vec<(String, Vec<u8>)>;

/// Joins the texts, which are JSON already.
pub(crate) fn joined(texts: &Texts) -> Vec<u8> {
    let mut whole = Vec::new();
    for (at, (name, text)) in texts.iter().enumerate() {
        whole.extend_from_slice(if at == 0 { b"{\n\"" } else { b",\n\"" });
        whole.extend_from_slice(name.as_bytes());
        whole.extend_from_slice(b"\": ");
        whole.extend_from_slice(text.trim_ascii());
    }
    whole.extend_from_slice(b"\n}\n");
    whole
}

/// `cargo xtask bundle`: makes one file out of a folder, if nothing is wrong with it.
pub(crate) fn run(folder: &Path, out: Option<&Path>) -> Result<(), String> {
    let texts = folder::files(folder)?;
    let files = Files::new(texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect());
    check::verdict(&check_report(&files))?;
    let whole = joined(&texts);
    // Only its size can be wrong where the files were sound.
    check::verdict(&check_report(&Files::bundle(&whole)))?;
    let id = Dossier::read(&files).map(|dossier| dossier.manifest.id).unwrap_or_default();
    let out = out.map_or_else(|| PathBuf::from([&id, ".json"].concat()), Path::to_path_buf);
    write(&out, &whole)?;
    say(&format!("{}: {} bytes", out.display(), whole.len()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
    }

    /// `data/` is what the crate was built with, and one file gives the very same dossier.
    #[test]
    fn one_file_is_read_as_the_folder_is() {
        let texts = folder::files(&folder("data")).unwrap();
        let whole = joined(&texts);
        let report = check_report(&Files::bundle(&whole));
        assert!(report.problems.is_empty(), "{report}");
        let one = Dossier::read_whole(&Files::bundle(&whole)).unwrap();
        assert!(one == Dossier::read_whole(&Files::built_in_with_detail()).unwrap());
        let values: serde_json::Value = serde_json::from_slice(&whole).unwrap();
        for (name, text) in &texts {
            assert_eq!(values[name], serde_json::from_slice::<serde_json::Value>(text).unwrap(), "{name}");
        }
    }

    #[test]
    fn anyones_folder_becomes_one_file_and_a_bad_one_none() {
        let out = std::env::temp_dir().join(format!("xtask-bundle-{}", std::process::id()));
        let file = out.join("small.json");
        run(&folder("tests/fixtures/base"), Some(&file)).unwrap();
        let whole = std::fs::read(&file).unwrap();
        assert_eq!(Dossier::read_whole(&Files::bundle(&whole)).unwrap().manifest.id, "small");
        assert!(check_report(&Files::bundle(&whole)).problems.is_empty());
        for (name, text) in folder::files(&folder("tests/fixtures/base")).unwrap() {
            if name != "events.json" {
                write(&out.join("bad").join(name), text).unwrap();
            }
        }
        let bad = out.join("bad.json");
        assert!(run(&out.join("bad"), Some(&bad)).unwrap_err().contains("named above"));
        assert!(!bad.exists());
        std::fs::remove_dir_all(&out).unwrap();
    }
}
