//! What each file of `dist/` weighs: raw, gzip as a plain host sends it, brotli as a CDN does.

use super::report::Told;
use super::Part;
use crate::bytes::weigh;
use crate::recipe::Project;
use crate::shell::{program, quiet, say};

pub(super) fn measure(project: &Project) -> Result<(), String> {
    let weights = weigh(&project.path("dist"))?;
    let has_gzip = quiet(program(project, "gzip").arg("--version")).is_some();
    if !has_gzip {
        say("gzip is not here: its column stays empty (apt-get install gzip)");
    }
    let rows = weights.iter().map(|weight| {
        let gzip = if has_gzip { gzip_bytes(project, weight.name()) } else { None };
        let gzip = gzip.map_or_else(|| "–".to_owned(), |bytes| bytes.to_string());
        let packed = format!("{} / {gzip} / {}", weight.raw_bytes(), weight.brotli_bytes());
        [format!("`{}`, bytes raw / gzip 9 / brotli 11", weight.name()), packed, String::new()]
    });
    let told = Told {
        title: "Bytes of each file in dist/".to_owned(),
        browser: String::new(),
        rows: rows.collect(),
    };
    told.keep(project, Part::Bytes)
}

/// The number of bytes that gzip makes of a file of `dist/` at its strongest, without its name.
fn gzip_bytes(project: &Project, name: &str) -> Option<usize> {
    let output = program(project, "gzip")
        .args(["-9", "-n", "-c"])
        .arg(project.path("dist").join(name))
        .output()
        .ok()?;
    output.status.success().then_some(output.stdout.len())
}
