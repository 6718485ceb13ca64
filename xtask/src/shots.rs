//! `cargo xtask shots`: what the pages look like, as PNG files in `shots/`, for eyes.

use std::fs;

use crate::recipe::Project;
use crate::shell::run;
use crate::{browser, build};

/// Builds and takes the pictures.
pub(crate) fn run_all(project: &Project) -> Result<(), String> {
    build::run(project)?;
    let folder = project.path("shots");
    fs::create_dir_all(&folder).map_err(|e| format!("shots/ cannot be made: {e}"))?;
    run("taking screenshots into shots/", browser::script(project, "shots.mjs")?.arg(folder))
}
