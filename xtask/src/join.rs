//! A dossier's folder: its files by name, and all of them joined into one, as a host gives its own dossier.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// The folder's JSON texts with their names as a dossier has them (`events.json`, `strings/en.json`), in the order of
/// these names.
pub(crate) fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut texts = Vec::new();
    for (folder, before) in [(folder.to_path_buf(), ""), (folder.join("strings"), "strings/")] {
        for file in json_files(&folder)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read(&file).map_err(|e| format!("{} cannot be read: {e}", file.display()))?;
            texts.push((format!("{before}{name}"), text));
        }
    }
    Ok(texts)
}

/// One JSON object with the names of the folder's files as keys; what is for editors only is left out.
pub(crate) fn one_file(folder: &Path) -> Result<String, String> {
    let mut all = Map::new();
    for (name, text) in files(folder)? {
        let mut value: Value = serde_json::from_slice(&text)
            .map_err(|e| format!("{} is not JSON: {e}", folder.join(&name).display()))?;
        if let Some(file) = value.as_object_mut() {
            file.remove("$schema");
        }
        all.insert(name, value);
    }
    Ok(Value::Object(all).to_string())
}

/// The JSON files directly in a folder, in the order of their names.
fn json_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let cannot = |e: std::io::Error| format!("{} cannot be read: {e}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.extension().is_some_and(|e| e == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use us_uz_explainer::dossier::{Dossier, Files};

    fn example() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/examples/finland")
    }

    #[test]
    fn a_joined_dossier_is_the_one_in_the_folder() {
        let texts = files(&example()).unwrap();
        let named = texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect();
        let joined = one_file(&example()).unwrap();
        assert_eq!(
            Dossier::read_whole(&Files::bundle(joined.as_bytes())).unwrap(),
            Dossier::read_whole(&Files::new(named)).unwrap()
        );
        assert!(!joined.contains("$schema"));
    }

    #[test]
    fn a_file_that_is_not_json_is_named() {
        let folder = std::env::temp_dir().join(format!("join-not-json-{}", std::process::id()));
        fs::create_dir_all(folder.join("strings")).unwrap();
        fs::write(folder.join("events.json"), "{").unwrap();
        let said = one_file(&folder).unwrap_err();
        fs::remove_dir_all(&folder).unwrap();
        assert!(said.contains("events.json is not JSON: "), "{said}");
    }
}
