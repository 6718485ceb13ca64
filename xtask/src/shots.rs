//! `cargo xtask shots`: what the pages look like, and what gestures do to them, as PNG files in `shots/`, for eyes.

use std::fs;

use crate::recipe::Project;
use crate::shell::run;
use crate::{browser, build};

/// Builds and takes the pictures of the pages or, with `gestures`, of before and after each gesture.
pub(crate) fn run_all(project: &Project, gestures: bool) -> Result<(), String> {
    build::run(project)?;
    let (under, what) = if gestures {
        ("shots/gestures", "taking screenshots before and after each gesture into shots/gestures/")
    } else {
        ("shots", "taking screenshots into shots/")
    };
    let folder = project.path(under);
    fs::create_dir_all(&folder).map_err(|e| format!("{under}/ cannot be made: {e}"))?;
    let mut script = if gestures {
        browser::script_with_hosts(project, "gestures.mjs")?
    } else {
        browser::script(project, "shots.mjs")?
    };
    run(what, script.arg(folder))
}
