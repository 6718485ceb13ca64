//! The scripts: `define.js` and `explainer.js` bundled by esbuild, and www/ held to its types by tsc.

use std::fs;
use std::path::PathBuf;

use crate::install;
use crate::recipe::{read, write, Project};
use crate::shell::run;

/// Bundles the two modules into `dist/`, the wasm's JS glue inside `explainer.js`, and copies the hand-written types.
pub(crate) fn scripts(project: &Project) -> Result<(), String> {
    let sources = beside_the_glue(project)?;
    // define.js stays a module of its own that imports ./explainer.js, so that a page may define its own tag.
    for (name, apart) in [("explainer.js", None), ("define.js", Some("--external:./explainer.js"))] {
        let mut esbuild = install::npm_program(project, "esbuild");
        esbuild.arg(sources.join(name)).arg(format!("--outfile=dist/{name}"));
        esbuild.args(["--bundle", "--format=esm", "--minify", "--charset=utf8", "--log-level=warning"]);
        esbuild.arg(format!("--target={}", project.text("build", "js-target")?)).args(apart);
        run(&format!("bundling {name}"), &mut esbuild)?;
    }
    let types = "explainer.d.ts";
    fs::copy(project.path("www").join(types), project.path("dist").join(types))
        .map_err(|e| format!("www/{types} cannot be copied: {e}"))?;
    Ok(())
}

/// The sources of www/ import the wasm's glue as their neighbour, where it lies for readers, but it is made in `pkg/`:
/// esbuild gets a folder with both.
fn beside_the_glue(project: &Project) -> Result<PathBuf, String> {
    let folder = project.path(".tools/bundle");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|e| format!("{} cannot be emptied: {e}", folder.display()))?;
    }
    let www = project.path("www");
    let cannot = |e: std::io::Error| format!("www/ cannot be read: {e}");
    let mut scripts = vec![project.path("pkg").join(project.text("build", "out-name")?).with_extension("js")];
    for entry in fs::read_dir(&www).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        scripts.extend(path.extension().is_some_and(|e| e == "js").then_some(path));
    }
    for script in scripts {
        write(&folder.join(script.file_name().unwrap_or_default()), read(&script)?)?;
    }
    Ok(folder)
}

/// Checks the JSDoc types of www/. Needs `pkg/`, whose glue they import.
pub(crate) fn check_types(project: &Project) -> Result<(), String> {
    install::npm_packages(project)?;
    let mut tsc = install::npm_program(project, "tsc");
    run("checking the types of www/", tsc.args(["--project", "www"]))
}
