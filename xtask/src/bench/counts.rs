//! Instructions of each step natively, by callgrind: the same on a busy machine as on a quiet one.

use std::path::{Path, PathBuf};

use super::report::Told;
use super::step::COUNTED;
use super::{Part, FOLDER};
use crate::recipe::Project;
use crate::shell::{cargo, find, program, quiet, run, say};

/// Calls of each function; their mean is told, because each call of `update` chooses another event.
const CALLS: usize = 10;
/// The digests that `bench` lays out, with the number of their events; `None`: the real dossier.
const SIZES: [(&str, Option<usize>); 4] =
    [("100", Some(100)), ("real", None), ("1000", Some(1_000)), ("10000", Some(10_000))];

/// Counts where valgrind is; elsewhere says how it is brought.
pub(super) fn measure(project: &Project, digests: &Path) -> Result<bool, String> {
    if find(&["valgrind"]).is_none() || find(&["callgrind_annotate"]).is_none() {
        say("instructions are not counted: that needs valgrind (apt-get install valgrind)");
        return Ok(false);
    }
    let xtask = build(project)?;
    let mut counts = Vec::new();
    for (name, _) in SIZES {
        counts.push(count(project, &xtask, &digests.join(format!("{name}.json")))?);
    }
    told(&counts).keep(project, Part::Counts)?;
    Ok(true)
}

/// This xtask again, as the wasm is optimized, with the functions' names.
fn build(project: &Project) -> Result<PathBuf, String> {
    let mut build = cargo(project);
    build.args(["build", "--quiet", "--package", "xtask", "--profile", "counts", "--locked"]);
    build.args(["--config", "profile.counts.inherits=\"release\"", "--config", "profile.counts.debug=1"]);
    run("building what is counted", &mut build)?;
    Ok(project.path("target/counts/xtask"))
}

/// Instructions a call of each counted function, in their order.
fn count(project: &Project, xtask: &Path, digest: &Path) -> Result<Vec<f64>, String> {
    let out = project.path(FOLDER).join("callgrind.out");
    let mut valgrind = program(project, "valgrind");
    valgrind.args(["--quiet", "--tool=callgrind", "--collect-atstart=no"]);
    valgrind.args(COUNTED.map(|(name, _)| format!("--toggle-collect=*::{name}")));
    valgrind.arg(format!("--callgrind-out-file={}", out.display()));
    valgrind.arg(xtask).arg("bench-step").arg(digest).arg(CALLS.to_string());
    run("counting", &mut valgrind)?;
    let mut annotate = program(project, "callgrind_annotate");
    annotate.args(["--inclusive=yes", "--threshold=100", "--show-percs=no", "--auto=no"]).arg(&out);
    let table = quiet(&mut annotate).ok_or("callgrind_annotate failed")?;
    COUNTED
        .iter()
        .map(|(name, _)| {
            let all = inclusive(&table, name)
                .ok_or_else(|| format!("callgrind saw no {name}: was it inlined or renamed?"))?;
            Ok(all as f64 / CALLS as f64)
        })
        .collect()
}

/// `1,234  xtask/src/bench/step.rs:xtask::bench::step::count_card [/path/xtask]` → 1234
fn inclusive(table: &str, name: &str) -> Option<u64> {
    let ends = format!("::{name}");
    let line = table.lines().find(|line| line.split_whitespace().any(|word| word.ends_with(&ends)))?;
    line.split_whitespace().next()?.replace(',', "").parse().ok()
}

fn told(counts: &[Vec<f64>]) -> Told {
    let mut rows = Vec::new();
    for (at, (_, what)) in COUNTED.iter().enumerate() {
        let of = |size: usize| counts.get(size).and_then(|all| all.get(at)).copied().unwrap_or(f64::NAN);
        let cells: Vec<String> = (0..SIZES.len()).map(|size| thousands(of(size))).collect();
        // From the thousand to the ten thousand: what one more event costs.
        let growth = (of(3) - of(2)) / 9_000.0;
        rows.push([
            format!("{what}, thousand instructions"),
            cells.join(" / "),
            format!("{growth:.0} an event"),
        ]);
    }
    let title = "Instructions a call, native: 100 events / the real dossier / 1,000 / 10,000; instead of a baseline what \
                 each event from 1,000 on adds";
    Told { title: title.to_owned(), browser: String::new(), rows }
}

fn thousands(instructions: f64) -> String {
    if instructions < 100_000.0 {
        format!("{:.1}", instructions / 1_000.0)
    } else {
        format!("{:.0}", instructions / 1_000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_s_line_is_found_by_its_whole_name() {
        let table = "Ir\n9,000  a.rs:x::recount_card [/x]\n1,234  a.rs:x::step::count_card [/x]\n";
        assert_eq!(inclusive(table, "count_card"), Some(1_234));
        assert_eq!(inclusive(table, "count_plan"), None);
    }

    #[test]
    fn growth_is_told_an_event() {
        let counts = [1e3, 2e3, 10e3, 100e3].map(|count| vec![count; COUNTED.len()]);
        let told = told(&counts);
        assert_eq!(told.rows[0][1], "1.0 / 2.0 / 10.0 / 100");
        assert_eq!(told.rows[0][2], "10 an event");
    }
}
