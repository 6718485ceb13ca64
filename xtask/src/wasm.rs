//! The wasms, that of the start, that which reads a host's own dossier, and that of the panel of the test: compiled and bound by wasm-pack, shrunk by the pinned wasm-opt, and free of this computer's paths.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::install;
use crate::recipe::{write, Project};
use crate::shell::{program, quiet, run, say};

/// wasm-pack with its cache (the wasm-bindgen programs it builds on first use) inside the project.
pub(crate) fn wasm_pack(project: &Project) -> Result<Command, String> {
    install::rust_target(project)?;
    let mut command = program(project, install::wasm_pack(project)?);
    command.env("WASM_PACK_CACHE", project.path(".tools/wasm-pack")).env_remove("RUSTFLAGS");
    if !project.path(".tools/wasm-pack").is_dir() {
        say("the first run of wasm-pack builds the wasm-bindgen programs, about three minutes");
    }
    Ok(command)
}

/// The names of all in the recipe, and what of the library each is made of.
const MODULES: [(&str, &[&str]); 3] = [
    ("out-name", &[]),
    ("reader-out-name", &["--no-default-features", "--features", "reader"]),
    ("panel-out-name", &["--no-default-features", "--features", "panel"]),
];

/// The names of all, as `pkg/` has them.
pub(crate) fn names(project: &Project) -> Result<Vec<&str>, String> {
    MODULES.iter().map(|(key, _)| project.text("build", key)).collect()
}

/// Compiles the library into `pkg/`, once for each wasm: as wasm-bindgen leaves it, its JS glue and types.
pub(crate) fn compile(project: &Project) -> Result<(), String> {
    MODULES.iter().try_for_each(|(key, features)| compile_one(project, project.text("build", key)?, features))
}

fn compile_one(project: &Project, name: &str, features: &[&str]) -> Result<(), String> {
    // For the wasm alone: in the environment these flags would also reach the programs that wasm-pack installs.
    let mut flags: Vec<String> = local_folders(project)
        .iter()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .collect();
    flags.extend(project.list("build", "rustc")?.into_iter().map(str::to_owned));
    install::rust_source(project)?;
    let mut command = wasm_pack(project)?;
    // The standard library is compiled along, for size: see `rustc` and `cargo` in wasm-pack.toml.
    command.env("RUSTC_BOOTSTRAP", "1");
    command.args(["build", &format!("--{}", project.text("build", "profile")?)]);
    command.args(["--target", project.text("build", "wasm-pack-target")?]);
    command.args(["--out-dir", "pkg", "--out-name", name, "--no-pack"]);
    let target = project.text("build", "rust-target")?;
    command.args(["--", "--locked"]).args(features).args(project.list("build", "cargo")?);
    // A TOML array of strings, as `{:?}` writes one.
    command.args(["--config", &format!("target.{target}.rustflags={flags:?}")]);
    run(&format!("compiling {name}"), &mut command)
}

/// Shrinks what was compiled into `dist/`. Skipped for a wasm that was shrunk the same way before.
pub(crate) fn shrink(project: &Project) -> Result<(), String> {
    names(project)?.into_iter().try_for_each(|name| shrink_one(project, name))
}

fn shrink_one(project: &Project, out_name: &str) -> Result<(), String> {
    let name = format!("{out_name}_bg.wasm");
    let compiled = project.path("pkg").join(&name);
    let kept = project.path(".tools/shrunk").join(out_name);
    let (kept_input, kept_output, kept_recipe) =
        (kept.join("input.wasm"), kept.join(&name), kept.join("recipe"));
    let options = wasm_opt(project)?;
    let recipe = format!("binaryen {} {}", project.text("npm", "binaryen")?, options.join(" "));
    let input = fs::read(&compiled).map_err(|e| format!("{} cannot be read: {e}", compiled.display()))?;
    let same = fs::read(&kept_input).is_ok_and(|old| old == input)
        && fs::read_to_string(&kept_recipe).is_ok_and(|old| old == recipe)
        && kept_output.is_file();
    if same {
        say("wasm-opt: nothing changed");
    } else {
        if kept.exists() {
            fs::remove_dir_all(&kept).map_err(|e| format!("{} cannot be emptied: {e}", kept.display()))?;
        }
        write(&kept_input, &input)?;
        let mut command = install::npm_program(project, "wasm-opt");
        command.args(&options).arg(&compiled).arg("-o").arg(&kept_output);
        run("shrinking the wasm", &mut command)?;
        write(&kept_recipe, recipe)?;
    }
    let shrunk =
        fs::read(&kept_output).map_err(|e| format!("{} cannot be read: {e}", kept_output.display()))?;
    no_local_path(project, &name, &shrunk)?;
    write(&project.path("dist").join(&name), shrunk)
}

/// The options of wasm-opt.
fn wasm_opt(project: &Project) -> Result<Vec<String>, String> {
    let mut options: Vec<String> =
        project.list("build", "wasm-opt")?.into_iter().map(str::to_owned).collect();
    // Exactly the allowed features: a module that uses another is refused here and not by a reader's browser.
    options.push("--mvp-features".into());
    options.extend(project.list("build", "wasm-features")?.iter().map(|f| format!("--enable-{f}")));
    Ok(options)
}

/// The same wasm with the names of its functions, which a profile shows; the code is that of `dist/`.
pub(crate) fn shrink_with_names(project: &Project, folder: &Path) -> Result<(), String> {
    let name = format!("{}_bg.wasm", project.text("build", "out-name")?);
    let mut options = wasm_opt(project)?;
    options.retain(|option| !option.starts_with("--strip"));
    let mut command = install::npm_program(project, "wasm-opt");
    command.args(&options).arg("--debuginfo").arg(project.path("pkg").join(&name));
    run("shrinking the wasm but not its names", command.arg("-o").arg(folder.join(&name)))
}

/// Folders of this computer that rustc would write into panic messages, and what to write instead.
fn local_folders(project: &Project) -> Vec<(PathBuf, &'static str)> {
    let home = env::var_os("HOME").map(PathBuf::from);
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home?.join(".cargo")));
    let sysroot = quiet(program(project, "rustc").args(["--print", "sysroot"])).map(PathBuf::from);
    let mut folders = vec![(project.root.clone(), "/us-uz-explainer")];
    folders.extend(cargo.map(|folder| (folder, "/cargo")));
    folders.extend(sysroot.map(|folder| (folder, "/rust")));
    folders
}

/// Fails if a built file names a folder of the computer it was built on.
fn no_local_path(project: &Project, name: &str, content: &[u8]) -> Result<(), String> {
    for (folder, _) in local_folders(project) {
        let path = folder.to_string_lossy().into_owned();
        if content.windows(path.len()).any(|window| window == path.as_bytes()) {
            return Err(format!(
                "{name} contains the local path {path}: --remap-path-prefix missed it; see local_folders in \
                 xtask/src/wasm.rs"
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_path_is_found() {
        let project = Project::open(false).unwrap();
        let leak = format!("\0panicked at {}/src/lib.rs", project.root.display());
        assert!(no_local_path(&project, "x.wasm", leak.as_bytes()).unwrap_err().contains("x.wasm"));
        assert_eq!(no_local_path(&project, "x.wasm", b"panicked at /us-uz-explainer/src/lib.rs"), Ok(()));
    }
}
