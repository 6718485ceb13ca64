//! `cargo xtask test`: every check and test, however the others end; the last line of stdout is the sum.

use std::process::Command;
use std::thread;

use crate::recipe::Project;
use crate::results::Count;
use crate::shell::{cargo, program, run, run_keeping, say};
use crate::{browser, build, bundle, check, digest, fuzz, install};

/// The fuzzer runs this long within the tests, always from the same seed; `cargo xtask fuzz` runs longer.
const FUZZ_SECONDS: u64 = 10;
const FUZZ_SEED: u64 = 1;
/// Said of what runs beside something else and panics.
const BROKE_OFF: &str = "it broke off; the lines before say why";

/// Runs the checks and tests. `fast` leaves out what needs wasm or a browser.
pub(crate) fn run_all(project: &Project, fast: bool) -> Result<(), String> {
    let mut sum = Sum::default();
    if fast {
        natively(project, &mut sum);
        return sum.close();
    }
    // Side by side: much of each has only one core to do. What both would install or write is done before; cargo keeps
    // their builds apart.
    let ready = before_all(project);
    let built = thread::scope(|threads| {
        let building = threads.spawn(|| ready.clone().and_then(|()| build::run(project)));
        natively(project, &mut sum);
        building.join().unwrap_or_else(|_| Err(BROKE_OFF.into()))
    });
    in_the_browser(project, &mut sum, built);
    sum.close()
}

fn before_all(project: &Project) -> Result<(), String> {
    install::rust_components(project)?;
    install::rust_target(project)?;
    install::rust_source(project)?;
    digest::refresh(project)
}

fn natively(project: &Project, sum: &mut Sum) {
    let parts = install::rust_components(project);
    let with_parts = |what: &str, arguments: &[&str]| {
        parts.clone()?;
        run(what, cargo(project).args(arguments))
    };
    sum.check("format", with_parts("checking the format", &["fmt", "--all", "--check"]));
    let strict = ["--", "-D", "warnings"];
    let host = [&["clippy", "--workspace", "--all-targets", "--locked"], &strict[..]].concat();
    sum.check("clippy", with_parts("clippy", &host));
    sum.tests("native tests", || {
        let mut tests = cargo(project);
        run_keeping("native tests", tests.args(["test", "--workspace", "--locked", "--no-fail-fast"]))
    });
    sum.check("dossier", check::run(project, None));
    sum.tests("fuzzing", || run_keeping("fuzzing", &mut fuzz::command(project, FUZZ_SECONDS, FUZZ_SEED)));
}

fn in_the_browser(project: &Project, sum: &mut Sum, built: Result<build::Built, String>) {
    let lint = install::rust_target(project).and_then(|()| {
        let target = project.text("build", "rust-target")?;
        let package = [
            "clippy",
            "--package",
            "us-uz-explainer",
            "--lib",
            "--test",
            "web",
            "--test",
            "web_explore",
            "--test",
            "web_reader",
            "--test",
            "web_panel",
            "--features",
            "reader,panel",
            "--locked",
        ];
        run(
            "clippy for wasm",
            cargo(project).args(package).args(["--target", target, "--", "-D", "warnings"]),
        )
    });
    sum.check("clippy for wasm", lint);
    let types = if built.is_ok() {
        bundle::check_types(project)
    } else {
        Err("not checked, because the build failed".into())
    };
    sum.check("types of www/", types);
    let pages = built.as_ref().map(|_| ()).map_err(Clone::clone);
    match built {
        Ok(built) => {
            sum.check("build", Ok(()));
            sum.check("byte budget", built.within_budget());
        }
        Err(sentence) => sum.check("build", Err(sentence)),
    }
    for (name, arguments) in [("numbers computed anew", &[][..]), ("numbers made wrong", &["--self-test"])] {
        sum.tests(name, || {
            pages.clone()?;
            run_keeping(name, &mut recompute(project, arguments)?)
        });
    }
    sum.tests("tests in wasm", || run_keeping("tests in wasm", &mut browser::wasm_tests(project)?));
    // What they need is brought one after the other, and they run side by side: each waits for its browsers most of the time.
    let one = pages.clone().and_then(|()| browser::script(project, "run.mjs"));
    let both = pages.clone().and_then(|()| browser::script_with_hosts(project, "both.mjs"));
    let (one, both) = thread::scope(|threads| {
        let one = threads.spawn(|| run_keeping("tests in the browser", &mut one?));
        let both = both.and_then(|mut both| run_keeping("tests in both engines", &mut both));
        (one.join().unwrap_or_else(|_| Err(BROKE_OFF.into())), both)
    });
    sum.tests("tests in the browser", || one);
    sum.tests("tests in both engines", || both);
    sum.tests("faults in three engines", || {
        pages?;
        run_keeping("faults in three engines", &mut browser::script_with_webkit(project, "faults.mjs")?)
    });
}

/// The program that computes the numbers of `dist/data/` anew from its tables, in another language than ours.
fn recompute(project: &Project, arguments: &[&str]) -> Result<Command, String> {
    let mut command = program(project, install::python(project)?);
    command.arg("tests/recompute/recompute.py").args(arguments).arg("dist/data");
    Ok(command)
}

/// What passed and failed so far, with a line for each failure.
#[derive(Default)]
struct Sum {
    count: Count,
    failures: Vec<String>,
}

impl Sum {
    /// Counts one check.
    fn check(&mut self, name: &str, outcome: Result<(), String>) {
        self.count.add(Count::one(outcome.is_ok()));
        match outcome {
            Ok(()) => say(&format!("{name}: ok")),
            Err(sentence) => self.fail(format!("{name}: {sentence}")),
        }
    }

    /// Counts what a run of tests counted itself.
    fn tests(&mut self, name: &str, run: impl FnOnce() -> Result<crate::shell::Printed, String>) {
        match run() {
            Ok(printed) => {
                let count = Count::of_run(&printed.lines, printed.success);
                self.count.add(count);
                match count.failed {
                    0 => say(&format!("{name}: {count}")),
                    _ => self.fail(format!("{name}: {count}")),
                }
            }
            Err(sentence) => {
                self.count.add(Count::one(false));
                self.fail(format!("{name}: {sentence}"));
            }
        }
    }

    fn fail(&mut self, line: String) {
        say(&format!("FAILED {line}"));
        self.failures.push(line);
    }

    /// Repeats the failures, then prints the sum as the last line.
    fn close(self) -> Result<(), String> {
        for line in &self.failures {
            println!("FAILED {line}");
        }
        println!("{}", self.count);
        match self.count.failed {
            0 => Ok(()),
            _ => Err("not everything passed; the lines above that begin with FAILED say what".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::Printed;

    #[test]
    fn checks_and_tests_are_summed_and_failures_kept() {
        let mut sum = Sum::default();
        sum.check("format", Ok(()));
        sum.check("clippy", Err("two warnings".into()));
        sum.tests("native", || Ok(Printed { lines: vec!["5 passed, 0 failed".into()], success: true }));
        sum.tests("browser", || Err("no browser".into()));
        assert_eq!(sum.count, Count { passed: 6, failed: 2 });
        assert_eq!(sum.failures, ["clippy: two warnings", "browser: no browser"]);
        assert!(sum.close().is_err());
    }
}
