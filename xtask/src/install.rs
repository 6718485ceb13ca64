//! Bringing what is missing: Rust's parts, wasm-pack, npm packages, a browser. Each step is a look when all is there.
//!
//! Tools go into the project (`.tools/`, `node_modules/`); only Rust's parts and the distribution's packages go
//! into the system, and those never without the right to: `sudo` is not used, the command to run is named instead.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::recipe::{read, write, Project};
use crate::shell::{find, program, quiet, run, say, words};

/// The recipe's lists of the distribution's packages.
const BROWSERS: &str = "browser-packages";
const PYTHON: &str = "python-packages";

/// Runs an installing command, or names it where installing is not wanted.
fn bring(project: &Project, missing: &str, command: &mut Command) -> Result<(), String> {
    if !project.may_install {
        return Err(format!("{missing} is missing; bring it with: {}", words(command)));
    }
    run(&format!("installing {missing}"), command)
        .map_err(|e| format!("{missing} is missing and could not be installed. {e}"))
}

/// clippy and rustfmt for the toolchain in use.
pub(crate) fn rust_components(project: &Project) -> Result<(), String> {
    for (tool, component) in [("cargo-clippy", "clippy"), ("rustfmt", "rustfmt")] {
        if quiet(program(project, tool).arg("--version")).is_none() {
            let mut rustup = program(project, "rustup");
            bring(project, component, rustup.args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The standard library for wasm.
pub(crate) fn rust_target(project: &Project) -> Result<(), String> {
    let target = project.text("build", "rust-target")?;
    let library = quiet(program(project, "rustc").args(["--print", "target-libdir", "--target", target]));
    if library.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    let mut rustup = program(project, "rustup");
    bring(project, &format!("Rust's target {target}"), rustup.args(["target", "add", target]))
}

/// The source of Rust's standard library, which the wasm compiles for size.
pub(crate) fn rust_source(project: &Project) -> Result<(), String> {
    let sysroot = quiet(program(project, "rustc").args(["--print", "sysroot"]));
    let source =
        sysroot.map(|folder| PathBuf::from(folder).join("lib/rustlib/src/rust/library/std/Cargo.toml"));
    if source.is_some_and(|file| file.is_file()) {
        return Ok(());
    }
    let mut rustup = program(project, "rustup");
    bring(project, "the source of Rust's standard library", rustup.args(["component", "add", "rust-src"]))
}

/// The pinned wasm-pack, in `.tools/cargo`.
pub(crate) fn wasm_pack(project: &Project) -> Result<PathBuf, String> {
    let version = project.text("tools", "wasm-pack")?;
    let path = project.path(".tools/cargo/bin/wasm-pack");
    let found = quiet(Command::new(&path).arg("--version"));
    if found.is_none_or(|line| line != format!("wasm-pack {version}")) {
        let mut cargo = crate::shell::cargo(project);
        cargo.args(["install", "--locked", "--root", ".tools/cargo", &format!("wasm-pack@{version}")]);
        bring(project, &format!("wasm-pack {version} (about two minutes)"), &mut cargo)?;
    }
    Ok(path)
}

/// The packages of `package-lock.json`, in `node_modules`.
pub(crate) fn npm_packages(project: &Project) -> Result<(), String> {
    let mut node = program(project, "node");
    if quiet(node.arg("--version")).is_none() {
        return Err(
            "Node.js is missing (version 20 or newer, with npm); on Debian: apt-get install nodejs npm"
                .into(),
        );
    }
    let lock = read(&project.path("package-lock.json"))?;
    let stamp = project.path("node_modules/.xtask-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    let mut npm = program(project, "npm");
    bring(project, "what package-lock.json lists", npm.args(["ci", "--no-audit", "--no-fund"]))?;
    write(&stamp, lock)
}

/// A program of an npm package.
pub(crate) fn npm_program(project: &Project, name: &str) -> Command {
    program(project, project.path("node_modules/.bin").join(name))
}

/// A browser that can be driven, and its driver.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Chromium and its driver as the distribution ships them.
pub(crate) fn browser(project: &Project) -> Result<Browser, String> {
    from_the_distribution(project, BROWSERS, "a browser with its driver (chromium, chromedriver)", || {
        let chromium = find(&["chromium", "chromium-browser", "google-chrome"])?;
        Some(Browser { chromium, driver: find(&["chromedriver"])? })
    })
}

/// Firefox as the distribution ships it. It needs no driver: it speaks WebDriver BiDi itself.
pub(crate) fn firefox(project: &Project) -> Result<PathBuf, String> {
    from_the_distribution(project, BROWSERS, "Firefox (firefox-esr)", || find(&["firefox-esr", "firefox"]))
}

/// WebKitGTK's driver and the browser that comes with it.
pub(crate) struct Webkit {
    pub(crate) driver: PathBuf,
    pub(crate) browser: PathBuf,
}

/// WebKitGTK as the distribution ships it, with a display of memory for its window.
pub(crate) fn webkit(project: &Project) -> Result<Webkit, String> {
    from_the_distribution(
        project,
        BROWSERS,
        "WebKitGTK with its driver and a display (webkit2gtk-driver, xvfb)",
        || {
            find(&["Xvfb"])?;
            Some(Webkit { driver: find(&["WebKitWebDriver"])?, browser: mini_browser()? })
        },
    )
}

/// The driver's browser is no command: it lies in the library's folder, which is named after the processor.
fn mini_browser() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut all = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"));
    all.find(|path| path.is_file())
}

/// Python as the distribution ships it, or another that lies on the search path.
pub(crate) fn python(project: &Project) -> Result<PathBuf, String> {
    from_the_distribution(project, PYTHON, "Python (python3)", || find(&["python3"]))
}

/// What `look` finds, if need be after installing the distribution's packages that the recipe lists under `packages`.
fn from_the_distribution<T>(
    project: &Project,
    packages: &str,
    missing: &str,
    look: impl Fn() -> Option<T>,
) -> Result<T, String> {
    if let Some(found) = look() {
        return Ok(found);
    }
    let packages = project.list("distribution", packages)?;
    let wanted =
        format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    if !project.may_install || find(&["apt-get"]).is_none() || !is_root(project) {
        return Err(format!("{missing} is missing; on Debian, as root: {wanted}"));
    }
    say("running as root, so it is installed from the distribution");
    let apt = |arguments: &[&str]| {
        let mut command = program(project, "apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    bring(project, "the distribution's package list", &mut apt(&["update"]))?;
    let mut install = apt(&["install", "-y", "--no-install-recommends"]);
    bring(project, missing, install.args(packages))?;
    look().ok_or_else(|| format!("{missing} is still missing after: {wanted}"))
}

/// Whether this process may write to the system, and whether Chromium must do without its sandbox.
pub(crate) fn is_root(project: &Project) -> bool {
    quiet(program(project, "id").arg("-u")).as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_its_command() {
        let project = Project::open(false).unwrap();
        let error = bring(&project, "the tool", Command::new("fetcher").arg("tool@1")).unwrap_err();
        assert_eq!(error, "the tool is missing; bring it with: fetcher tool@1");
    }

    #[test]
    fn a_missing_browser_is_named_with_its_packages() {
        let project = Project::open(false).unwrap();
        let error = from_the_distribution(&project, BROWSERS, "Lynx", || None::<PathBuf>).unwrap_err();
        assert!(error.starts_with("Lynx is missing; on Debian, as root: apt-get update && "), "{error}");
        for package in ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb"] {
            assert!(error.split(' ').any(|word| word == package), "{package}: {error}");
        }
        assert_eq!(from_the_distribution(&project, BROWSERS, "Lynx", || Some(1)), Ok(1));
        let error = from_the_distribution(&project, PYTHON, "Python", || None::<PathBuf>).unwrap_err();
        assert!(error.ends_with("--no-install-recommends python3"), "{error}");
    }
}
