//! Running other programs: says what runs, keeps what it printed where that is read, and names what failed.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, io};

use crate::recipe::Project;

/// A program to be run from the project's root.
pub(crate) fn program(project: &Project, name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(&project.root);
    command
}

/// Cargo as it runs this xtask. Its variables about *this* package are not passed on.
pub(crate) fn cargo(project: &Project) -> Command {
    let mut command = program(project, env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_MANIFEST_PATH");
    command
}

/// Says what is being done.
pub(crate) fn say(what: &str) {
    println!("xtask: {what}");
}

/// Runs a command with its output shown.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<(), String> {
    say(&format!("{what}: {}", words(command)));
    let took = Clock::start();
    let status = command.status().map_err(|e| cannot_start(command, &e))?;
    if !status.success() {
        return Err(format!("{what} failed ({status}): {}", words(command)));
    }
    took.tell(what);
    Ok(())
}

/// What a command printed on stdout, and whether it succeeded.
pub(crate) struct Printed {
    pub(crate) lines: Vec<String>,
    pub(crate) success: bool,
}

/// Runs a command with its output shown and its stdout kept.
pub(crate) fn run_keeping(what: &str, command: &mut Command) -> Result<Printed, String> {
    say(&format!("{what}: {}", words(command)));
    let took = Clock::start();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| cannot_start(command, &e))?;
    let mut lines = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|e| format!("{what}: its output cannot be read: {e}"))?;
            let line = String::from_utf8_lossy(&line).into_owned();
            println!("{line}");
            lines.push(line);
        }
    }
    let status = child.wait().map_err(|e| format!("{what}: {e}"))?;
    took.tell(what);
    Ok(Printed { lines, success: status.success() })
}

/// What a command prints on stdout, unshown; `None` if it cannot start or fails.
pub(crate) fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of these programs that lies on the search path.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names
        .iter()
        .find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|p| p.is_file()))
}

/// A command as one would type it.
pub(crate) fn words(command: &Command) -> String {
    let name = PathBuf::from(command.get_program());
    let name = name.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    command.get_args().fold(name, |line, arg| format!("{line} {}", arg.to_string_lossy()))
}

fn cannot_start(command: &Command, error: &io::Error) -> String {
    format!("`{}` cannot start: {error}", command.get_program().to_string_lossy())
}

/// Seconds on the wall, told of steps slow enough to wonder about.
struct Clock(Instant);

impl Clock {
    #[expect(
        clippy::disallowed_methods,
        reason = "xtask runs natively only; the ban is for the library's wasm"
    )]
    fn start() -> Clock {
        Clock(Instant::now())
    }

    fn tell(&self, what: &str) {
        let seconds = self.0.elapsed().as_secs();
        if seconds >= 5 {
            say(&format!("{what} took {seconds} s"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_show_the_program_without_its_folder() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["test", "--locked"]);
        assert_eq!(words(&command), "cargo test --locked");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run("nothing", &mut Command::new("no-such-program-here")).unwrap_err();
        assert!(error.contains("no-such-program-here"), "{error}");
    }
}
