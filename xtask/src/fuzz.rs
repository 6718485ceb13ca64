//! `cargo xtask fuzz`: the fuzzer, a program of its own because it counts memory and catches panics.

use std::process::Command;

use crate::recipe::Project;
use crate::shell::{cargo, run};

/// Fuzzes for a time, or runs one input again.
pub(crate) fn run_all(project: &Project, minutes: u64, seed: u64, only: Option<u64>) -> Result<(), String> {
    let mut command = command(project, minutes * 60, seed);
    if let Some(only) = only {
        command.args(["--only", &only.to_string()]);
    }
    run("fuzzing", &mut command)
}

/// The fuzzer for so many seconds; its last line is a count.
pub(crate) fn command(project: &Project, seconds: u64, seed: u64) -> Command {
    let mut command = cargo(project);
    command.args(["run", "--quiet", "--profile", "fuzz", "--package", "fuzz", "--locked", "--"]);
    command.args(["--seconds", &seconds.to_string(), "--seed", &seed.to_string()]);
    command
}
