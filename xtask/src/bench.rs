//! `cargo xtask bench`: what we cost a reader and a host, in parts that can be measured alone, each beside a baseline.

mod bytes;
mod counts;
mod machine;
mod numbers;
mod replicas;
mod report;
pub(crate) mod step;

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use us_uz_explainer::dossier::Dossier;

use self::machine::Machine;
use crate::recipe::{read, write, Project};
use crate::shell::{find, run, say};
use crate::{browser, build, install, serve, wasm};

/// Where results and what is served lie.
const FOLDER: &str = "target/bench";
/// Events of the enlarged dossiers, as the bench page names their files.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// Fixed, so that today's pictures are last year's.
const SEED: u64 = 1991;

/// What is measured, in the order in which it is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// A host's article without us and with us, loaded by a slow phone
    Page,
    /// How long a reader waits after an act, and what all of it costs
    Acts,
    /// Opening the test, and whether its computing ever holds up a frame
    Panel,
    /// What stays after mounting and choosing
    Memory,
    /// Panning, zooming and choosing, beside a hand-written drawing loop
    Frames,
    /// Instructions of each step, natively
    Counts,
    /// What each file weighs
    Bytes,
}

impl Part {
    /// The file in which it leaves its rows.
    fn file(self) -> &'static str {
        match self {
            Part::Page => "page.json",
            Part::Acts => "acts.json",
            Part::Panel => "panel.json",
            Part::Memory => "memory.json",
            Part::Frames => "frames.json",
            Part::Counts => "counts.json",
            Part::Bytes => "bytes.json",
        }
    }
}

/// Measures the parts that are asked for, or all, and prints one table. What is slow is told, not refused.
pub(crate) fn measure(project: &Project, only: &[Part], quick: bool) -> Result<(), String> {
    let parts = Part::value_variants().iter().filter(|part| only.is_empty() || only.contains(part));
    let site = project.path(FOLDER).join("site");
    // Instructions are counted natively: they need no build for the browser.
    if only == [Part::Counts] {
        write_dossiers(project, &site.join("bench"))?;
    } else {
        stage(project)?;
    }
    let mut measured = Vec::new();
    for part in parts {
        let machine = Machine::now();
        let is_there = match part {
            Part::Page => in_browser(project, "loads.mjs", &site, *part, quick),
            Part::Acts => in_browser(project, "acts.mjs", &site, *part, quick),
            Part::Panel => in_browser(project, "panel.mjs", &site, *part, quick),
            Part::Memory => in_browser(project, "memory.mjs", &site, *part, quick),
            Part::Frames => frames(project, &site, quick),
            Part::Counts => counts::measure(project, &site.join("bench")),
            Part::Bytes => bytes::measure(project).map(|()| true),
        }?;
        if is_there {
            measured.push((*part, machine));
        }
    }
    report::close(project, &measured)
}

/// Runs a script that serves the site itself, packed as a real host's.
fn in_browser(project: &Project, script: &str, site: &Path, part: Part, quick: bool) -> Result<bool, String> {
    let mut node = browser::node(project, &format!("tests/bench/{script}"), &site.to_string_lossy())?;
    node.arg(project.path(FOLDER).join(part.file())).args(quick.then_some("--quick"));
    run("measuring", &mut node).map(|()| true)
}

/// Measures frames in every browser that is here.
fn frames(project: &Project, site: &Path, quick: bool) -> Result<bool, String> {
    let address = serve::folder_in_background(site.to_owned())?;
    let mut node = browser::node(project, "tests/bench/run.mjs", &address)?;
    // Firefox is measured where it is, and not brought for this.
    if let Some(firefox) = find(&["firefox-esr", "firefox"]) {
        node.env("FIREFOX", firefox);
    }
    node.arg(project.path(FOLDER).join(Part::Frames.file())).args(quick.then_some("--quick"));
    run("measuring", &mut node).map(|()| true)
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
