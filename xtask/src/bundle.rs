//! The scripts: `define.js`, `explainer.js`, `explore.js`, `reader.js` and `panel.js` bundled by esbuild, and www/ held to its types by tsc.

use std::fs;
use std::path::PathBuf;

use crate::install;
use crate::recipe::{read, write, Project};
use crate::shell::run;
use crate::wasm;

/// Bundles the five modules into `dist/`, the JS glue of the wasms inside `explainer.js`, `reader.js` and `panel.js`, and copies the
/// hand-written types.
pub(crate) fn scripts(project: &Project) -> Result<(), String> {
    let sources = beside_the_glue(project)?;
    // define.js stays a module of its own that imports ./explainer.js, so that a page may define its own tag;
    // explainer.js imports ./explore.js when it is ready, and ./reader.js for a dossier of the page's own; explore.js imports
    // ./panel.js when the reader opens the test.
    let scripts: [(&str, &[&str]); 5] = [
        ("explainer.js", &["--external:./explore.js", "--external:./reader.js"]),
        ("define.js", &["--external:./explainer.js"]),
        ("explore.js", &["--external:./panel.js"]),
        ("reader.js", &[]),
        ("panel.js", &[]),
    ];
    for (name, apart) in scripts {
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
    let glue = |name: &str| project.path("pkg").join(name).with_extension("js");
    let mut scripts: Vec<PathBuf> = wasm::names(project)?.into_iter().map(glue).collect();
    for entry in fs::read_dir(&www).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        scripts.extend(path.extension().is_some_and(|e| e == "js").then_some(path));
    }
    for script in scripts {
        let name = script.file_name().unwrap_or_default();
        let styles = name.to_string_lossy().contains("styles");
        let source = read(&script)?;
        write(&folder.join(name), if styles { tight(&source) } else { source })?;
    }
    Ok(folder)
}

/// A module with a stylesheet in a template, without the comments and blanks of the sheet: to esbuild it is a text like
/// any other.
fn tight(source: &str) -> String {
    let Some((before, rest)) = source.split_once('`') else { return source.to_owned() };
    let Some((sheet, after)) = rest.rsplit_once('`') else { return source.to_owned() };
    let mut css = String::with_capacity(sheet.len());
    for (n, piece) in sheet.split("/*").enumerate() {
        let code = if n == 0 { piece } else { piece.split_once("*/").map_or("", |(_, code)| code) };
        for line in code.lines() {
            css += line.trim();
            css.push('\n');
        }
    }
    let blanks =
        [("\n\n", "\n"), (" {\n", "{"), (";\n", ";"), (",\n", ","), (": ", ":"), (";}", "}"), ("}\n", "}")];
    for (loose, close) in blanks {
        while css.contains(loose) {
            css = css.replace(loose, close);
        }
    }
    [before, "`", css.trim(), "`", after].concat()
}

/// Checks the JSDoc types of www/. Needs `pkg/`, whose glue they import.
pub(crate) fn check_types(project: &Project) -> Result<(), String> {
    install::npm_packages(project)?;
    let mut tsc = install::npm_program(project, "tsc");
    run("checking the types of www/", tsc.args(["--project", "www"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_loses_its_blanks_and_comments_and_nothing_else() {
        let source = "// What; and why,\nexport const S = `\n.a :is(b, c) {\n  /* so */\n  margin: 0 auto;\n}\n@media (x: y) {\n  .d,\n  .e { f: g; }\n}\n`;\n";
        let tightened = "// What; and why,\nexport const S = `.a :is(b, c){margin:0 auto}@media (x:y){.d,.e { f:g; }}`;\n";
        assert_eq!(tight(source), tightened);
    }
}
