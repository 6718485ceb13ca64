//! `cargo xtask`: the only place that runs tools and renders HTML and SVG natively. Paths are from the project's root.

mod bench;
mod browser;
mod build;
mod bundle;
mod bytes;
mod check;
mod digest;
mod doc_pages;
mod export;
mod folder;
mod fuzz;
mod install;
mod land;
mod pages;
mod recipe;
mod results;
mod serve;
mod shell;
mod shots;
mod test;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use recipe::Project;

/// Builds, serves and tests the explainer. Each command first installs what it needs and lacks.
#[derive(Parser)]
#[command(name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    command: Task,
    /// Stop with the command to run instead of installing what is missing
    #[arg(long, global = true)]
    no_install: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Build, then serve dist/ and print the address
    Serve {
        /// The port on this computer
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Make dist/: wasm, scripts, styles, pages
    Build,
    /// Run every check and test; the last line is `N passed, N failed`
    Test {
        /// Only what needs neither wasm nor a browser
        #[arg(long)]
        fast: bool,
    },
    /// Read the dossier and report all its problems
    Check {
        /// Another dossier: a folder like data/, or one file that holds all
        file: Option<PathBuf>,
    },
    /// Make one file out of a dossier's folder, if nothing is wrong with it
    Bundle {
        /// A folder like data/
        folder: PathBuf,
        /// The file to write; without it, the dossier's id and .json, in the working folder
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Make data/made/digest.json, what the browser starts from, out of the other files
    Digest,
    /// Make data/land.json from the published geodata
    Land {
        /// Another dossier's folder: its land.json, around the centre its manifest names
        folder: Option<PathBuf>,
    },
    /// Measure pages, memory, frames, instructions and bytes, each beside a baseline; one table closes it
    Bench {
        /// Only this part; may be given more than once
        #[arg(long, value_enum, conflicts_with = "profile")]
        only: Vec<bench::Part>,
        /// Fewer loads, acts, mounts and frames
        #[arg(long)]
        quick: bool,
        /// Instead, say which functions take the time, and keep the profiles in target/bench/
        #[arg(long, conflicts_with = "quick")]
        profile: bool,
    },
    /// What `bench` runs under valgrind
    #[command(hide = true)]
    BenchStep {
        /// A digest that `bench` laid out
        digest: PathBuf,
        /// How often each counted function is called
        calls: usize,
        /// Events of the dossier whose numbers are counted; without it, the one built in
        #[arg(long)]
        events: Option<usize>,
    },
    /// Give the reader of dossiers whatever chance makes: it must refuse with a helpful line, or accept and show
    Fuzz {
        /// How long
        #[arg(long, default_value_t = 10)]
        minutes: u64,
        /// Where chance begins; the same seed gives the same inputs in the same order
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Only the input of this number, which is kept in target/fuzz/
        #[arg(long)]
        only: Option<u64>,
    },
    /// Screenshots of the pages at three widths, light and dark, into shots/
    Shots {
        /// Instead: before and after each gesture, into shots/gestures/
        #[arg(long)]
        gestures: bool,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = Project::open(!cli.no_install).and_then(|project| match cli.command {
        Task::Serve { port } => serve::run(&project, port),
        Task::Build => build::run(&project).and_then(|built| built.within_budget()),
        Task::Test { fast } => test::run_all(&project, fast),
        Task::Check { file } => check::run(&project, file.as_deref()),
        Task::Bundle { folder, out } => export::one_file::run(&folder, out.as_deref()),
        Task::Digest => digest::refresh(&project),
        Task::Land { folder } => land::run(&project.root, folder.as_deref()),
        Task::Bench { profile: true, .. } => bench::profile(&project),
        Task::Bench { only, quick, .. } => bench::measure(&project, &only, quick),
        Task::BenchStep { digest, calls, events } => bench::step::run(&digest, calls, events),
        Task::Fuzz { minutes, seed, only } => fuzz::run_all(&project, minutes, seed, only),
        Task::Shots { gestures } => shots::run_all(&project, gestures),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // The tests' last line on stdout is their verdict; nothing may follow it there.
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}
