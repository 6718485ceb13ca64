//! `cargo xtask bench`: what a frame costs, for dossiers of three sizes, beside a hand-written drawing loop.

mod replicas;

use std::fs;
use std::path::{Path, PathBuf};

use us_uz_explainer::dossier::Dossier;

use crate::recipe::{read, write, Project};
use crate::shell::{find, run, say};
use crate::{browser, build, install, serve, wasm};

/// Where results and what is served lie.
const FOLDER: &str = "target/bench";
/// Events of the enlarged dossiers, as the bench page names their files.
const SIZES: [usize; 2] = [1_000, 10_000];
/// Fixed, so that today's pictures are last year's.
const SEED: u64 = 1991;

/// Measures frames in every browser that is here. What is slow is told, not refused.
pub(crate) fn measure(project: &Project, quick: bool) -> Result<(), String> {
    let site = stage(project)?;
    let mut node = browser::node(project, "tests/bench/run.mjs", &serve::folder_in_background(site)?)?;
    // Firefox is measured where it is, and not brought for this.
    if let Some(firefox) = find(&["firefox-esr", "firefox"]) {
        node.env("FIREFOX", firefox);
    }
    node.arg(project.path(FOLDER).join("result.json")).args(quick.then_some("--quick"));
    run("measuring", &mut node)
}

/// Says which functions take the time of each scenario.
pub(crate) fn profile(project: &Project) -> Result<(), String> {
    let site = stage(project)?;
    wasm::shrink_with_names(project, &site)?;
    let mut node = browser::node(project, "tests/bench/profile.mjs", &serve::folder_in_background(site)?)?;
    run("profiling", node.arg(project.path(FOLDER)))
}

/// Builds, and lays out what is served: `dist/`, and in its folder `bench` the page and the dossiers.
fn stage(project: &Project) -> Result<PathBuf, String> {
    build::run(project)?;
    let site = project.path(FOLDER).join("site");
    if site.exists() {
        fs::remove_dir_all(&site).map_err(|e| format!("{} cannot be emptied: {e}", site.display()))?;
    }
    copy_files(&project.path("dist"), &site)?;
    write_dossiers(project, &site.join("bench"))?;
    bundle_page(project, &site.join("bench"))?;
    Ok(site)
}

/// The files of a folder that has no folders in it.
fn copy_files(from: &Path, to: &Path) -> Result<(), String> {
    let cannot = |e: std::io::Error| format!("{} cannot be copied: {e}", from.display());
    for entry in fs::read_dir(from).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_file() {
            let content = fs::read(&path).map_err(cannot)?;
            write(&to.join(path.file_name().unwrap_or_default()), content)?;
        }
    }
    Ok(())
}

/// The digests that the page gives to the explainer: `real.json` and one of each size.
fn write_dossiers(project: &Project, folder: &Path) -> Result<(), String> {
    let land = read(&project.path("data/land.json"))?;
    let real = Dossier::built_in().map_err(|_| "the dossier has problems: cargo xtask check".to_owned())?;
    let put = |name: &str, dossier: &Dossier| {
        let digest =
            dossier.digest(&land).ok_or("data/land.json is not JSON; make it with cargo xtask land")?;
        say(&format!("{name}: {} events, {} bytes", dossier.events.len(), digest.len()));
        write(&folder.join(name), digest)
    };
    put("real.json", &real)?;
    for events in SIZES {
        put(&format!("{events}.json"), &replicas::enlarged(&real, events, SEED))?;
    }
    Ok(())
}

/// The page's script with the wasm's glue in it, which no file of `dist/` hands out. Readable, for profiles.
fn bundle_page(project: &Project, folder: &Path) -> Result<(), String> {
    let mut tsc = install::npm_program(project, "tsc");
    run("checking the types of tests/bench/", tsc.args(["--project", "tests/bench"]))?;
    let out: PathBuf = folder.join("page.js");
    let mut esbuild = install::npm_program(project, "esbuild");
    esbuild.args([
        "tests/bench/page.js",
        "--bundle",
        "--format=esm",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    esbuild.arg(format!("--target={}", project.text("build", "js-target")?));
    run("bundling the bench page", esbuild.arg(format!("--outfile={}", out.display())))?;
    write(&folder.join("index.html"), read(&project.path("tests/bench/page.html"))?)
}
