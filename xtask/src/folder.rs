//! A dossier's folder: its files by name.

use std::fs;
use std::path::{Path, PathBuf};

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

/// The JSON files directly in a folder, in the order of their names.
pub(crate) fn json_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
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
