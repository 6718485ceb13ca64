//! `cargo xtask check`: the dossier's report, with all its problems, as the browser would find them.

use std::fs;
use std::path::Path;

use us_uz_explainer::dossier::{check_report, Files, Report};

use crate::folder;
use crate::recipe::Project;
use crate::shell::say;

/// Checks `data/`, or another dossier: a folder like `data/`, or one file that holds all.
pub(crate) fn run(project: &Project, other: Option<&Path>) -> Result<(), String> {
    let path = other.map_or_else(|| project.path("data"), Path::to_path_buf);
    say(&format!("checking the dossier in {}", path.strip_prefix(&project.root).unwrap_or(&path).display()));
    verdict(&report(&path)?)
}

/// Prints a report; an error if it has problems.
pub(crate) fn verdict(report: &Report) -> Result<(), String> {
    print!("{report}");
    match report.problems.len() {
        0 => Ok(()),
        1 => Err("the dossier has a problem, named above".into()),
        n => Err(format!("the dossier has {n} problems, named above")),
    }
}

fn report(path: &Path) -> Result<Report, String> {
    if path.is_file() {
        return Ok(check_report(&Files::bundle(&bytes(path)?)));
    }
    let texts = folder::files(path)?;
    Ok(check_report(&Files::new(texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect())))
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_dossier_is_refused() {
        let project = Project::open(false).unwrap();
        let package = project.path("package.json");
        let problems = report(&package).unwrap().problems.len();
        let error = run(&project, Some(&package)).unwrap_err();
        assert_eq!(error, format!("the dossier has {problems} problems, named above"));
        let nowhere = run(&project, Some(&project.path("no-such-folder"))).unwrap_err();
        assert!(nowhere.contains("no-such-folder"), "{nowhere}");
    }
}
