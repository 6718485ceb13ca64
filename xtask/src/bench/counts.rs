//! Instructions of each step natively, by callgrind: the same on a busy machine as on a quiet one.

use std::path::{Path, PathBuf};

use super::numbers;
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
    for (name, events) in SIZES {
        counts.push(count(project, &xtask, &digests.join(format!("{name}.json")), events)?);
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

/// The functions that are counted, in the order of the rows, with how often each is called; the last is a baseline.
fn counted() -> Vec<(&'static str, usize)> {
    let of_test = numbers::COUNTED.iter().map(|(name, _)| *name).chain([numbers::BASELINE]);
    COUNTED.iter().map(|(name, _)| (*name, CALLS)).chain(of_test.map(|name| (name, 1))).collect()
}

/// Instructions a call of each counted function, in their order.
fn count(project: &Project, xtask: &Path, digest: &Path, events: Option<usize>) -> Result<Vec<f64>, String> {
    let out = project.path(FOLDER).join("callgrind.out");
    let mut valgrind = program(project, "valgrind");
    valgrind.args(["--quiet", "--tool=callgrind", "--collect-atstart=no"]);
    valgrind.args(counted().iter().map(|(name, _)| format!("--toggle-collect=*::{name}")));
    valgrind.arg(format!("--callgrind-out-file={}", out.display()));
    valgrind.arg(xtask).arg("bench-step").arg(digest).arg(CALLS.to_string());
    valgrind.args(events.map(|events| format!("--events={events}")));
    run("counting", &mut valgrind)?;
    let mut annotate = program(project, "callgrind_annotate");
    annotate.args(["--inclusive=yes", "--threshold=100", "--show-percs=no", "--auto=no"]).arg(&out);
    let table = quiet(&mut annotate).ok_or("callgrind_annotate failed")?;
    counted()
        .into_iter()
        .map(|(name, calls)| {
            let all = inclusive(&table, name)
                .ok_or_else(|| format!("callgrind saw no {name}: was it inlined or renamed?"))?;
            Ok(all as f64 / calls as f64)
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
    let mut rows: Vec<[String; 3]> = Vec::new();
    let of =
        |size: usize, at: usize| counts.get(size).and_then(|all| all.get(at)).copied().unwrap_or(f64::NAN);
    let cells =
        |at: usize| (0..SIZES.len()).map(|size| thousands(of(size, at))).collect::<Vec<_>>().join(" / ");
    for (at, (_, what)) in COUNTED.iter().chain(&numbers::COUNTED).enumerate() {
        // From the thousand to the ten thousand: what one more event costs.
        let growth = (of(3, at) - of(2, at)) / 9_000.0;
        let title = format!("{what}, thousand instructions");
        rows.push([title, cells(at), format!("{growth:.0} an event")]);
    }
    // The resamples are as many as they are, however many events there were.
    if let Some([.., baseline]) = rows.last_mut() {
        *baseline =
            format!("{} for as many plain coefficients", cells(COUNTED.len() + numbers::COUNTED.len()));
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
        let counts = [1e3, 2e3, 10e3, 100e3].map(|count| vec![count; counted().len()]);
        let told = told(&counts);
        assert_eq!(told.rows.last().unwrap()[2], "1.0 / 2.0 / 10.0 / 100 for as many plain coefficients");
        assert_eq!(told.rows[0][1], "1.0 / 2.0 / 10.0 / 100");
        assert_eq!(told.rows[0][2], "10 an event");
    }
}
