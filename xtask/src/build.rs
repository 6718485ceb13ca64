//! `cargo xtask build`: everything in `dist/`, then what it weighs.

use std::fs;

use crate::bytes::{judge, weigh, Bytes};
use crate::recipe::Project;
use crate::shell::say;
use crate::{bundle, digest, export, install, pages, wasm};

/// A finished build.
pub(crate) struct Built(Bytes);

impl Built {
    /// Whether what is fetched before `explainer-ready` keeps to its budget.
    pub(crate) fn within_budget(self) -> Result<(), String> {
        self.0.verdict
    }
}

/// Makes `dist/` anew and prints the table of bytes. What went over its budget is in the result, and served all the same.
pub(crate) fn run(project: &Project) -> Result<Built, String> {
    install::npm_packages(project)?;
    digest::refresh(project)?;
    wasm::compile(project)?;
    let dist = project.path("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|e| format!("dist/ cannot be emptied: {e}"))?;
    }
    wasm::shrink(project)?;
    bundle::scripts(project)?;
    pages::write_all(project)?;
    export::write_all(project)?;
    copy_licences(project)?;
    let bytes = judge(project, &weigh(&dist)?)?;
    say("dist/ is made");
    print!("{}", bytes.table);
    Ok(Built(bytes))
}

/// The licences go wherever the files go.
fn copy_licences(project: &Project) -> Result<(), String> {
    for name in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"] {
        fs::copy(project.path(name), project.path("dist").join(name))
            .map_err(|e| format!("{name} cannot be copied into dist/: {e}"))?;
    }
    Ok(())
}
