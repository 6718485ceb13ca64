//! `cargo xtask fuzz`: gives the reader of dossiers whatever chance makes, for a time, and fails if it panics, takes too
//! much memory or time, refuses without a helpful line, or accepts what cannot be shown.
//!
//! Not guided by coverage: libFuzzer wants a C++ compiler and a nightly Rust, and the mutations below know the format.

mod bytes;
mod corpus;
mod extremes;
mod grow;
mod judge;
mod odd;
mod shrink;
mod structure;
mod tally;
mod told;
mod worker;

#[path = "../../tests/dossier/fixture.rs"]
mod fixture;
#[path = "../../xtask/src/folder.rs"]
mod folder;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use corpus::Corpus;
use fixture::Texts;
use tally::Tally;
use worker::{Ended, Worker};

/// Counts what is allocated, so that the most memory of each input is known.
#[global_allocator]
pub(crate) static MEMORY: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

/// Where the inputs of faults are kept, from the project's root.
const FOLDER: &str = "target/fuzz";
/// After so many different faults a run ends.
const MOST_FAULTS: usize = 10;

/// Fuzzes the reader of dossiers.
#[derive(Parser)]
struct Cli {
    /// How long
    #[arg(long, default_value_t = 600)]
    seconds: u64,
    /// Where chance begins; the same seed gives the same inputs in the same order
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only the input of this number, which is kept
    #[arg(long)]
    only: Option<u64>,
    /// Plant a panic on this text, to see that the fuzzer can fail
    #[arg(long, hide = true)]
    plant: Option<String>,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(faults) => {
            println!("{} passed, {faults} failed", usize::from(faults == 0));
            if faults == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the fuzzer runs natively only; the ban is for the library's wasm"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// How many faults were found.
fn run(cli: &Cli) -> Result<usize, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the fuzzer stands in no project")?;
    let corpus = Corpus::load(root)?;
    let folder = root.join(FOLDER);
    fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    println!("fuzz: seed {}, for {} s, from {}", cli.seed, cli.seconds, corpus.words());
    let mut worker = Worker::start(cli.plant.clone());
    let mut tally = Tally::default();
    let mut faults: Vec<String> = Vec::new();
    let mut end = now() + Duration::from_secs(cli.seconds);
    let mut count = cli.only.unwrap_or(0);
    while now() < end && faults.len() < MOST_FAULTS {
        // A stack that runs over ends the whole process; then this says at which input.
        let running = format!("seed {}, input {count}\n", cli.seed);
        fs::write(folder.join("running.txt"), running)
            .map_err(|e| format!("{FOLDER} cannot be written: {e}"))?;
        let made = make(&corpus, cli.seed, count);
        if cli.only.is_some() {
            let at = keep(&folder, &format!("{}-{count}", cli.seed), &made.texts)?;
            println!("input {count} ({}) is kept as {}", made.how, at.display());
        }
        let ended = worker.run(&made.texts);
        tally.add(made.how, count, &ended);
        if let Ended::Fault { what, last } = ended {
            let known = faults.iter().any(|fault| worker::kind(fault) == worker::kind(&what));
            if !known {
                let texts = if last { made.texts } else { shrink::shrink(made.texts, &what, &mut worker) };
                let at = keep(&folder, &format!("{}-{count}", cli.seed), &texts)?;
                println!(
                    "FAILED seed {} input {count} ({}): {what}; kept as {}",
                    cli.seed,
                    made.how,
                    at.display()
                );
                faults.push(what);
            }
            if last {
                break;
            }
        }
        if cli.only.is_some() {
            break;
        }
        count += 1;
        if count == corpus.unchanged() {
            // Chance has the whole of the time.
            end = now() + Duration::from_secs(cli.seconds);
        }
    }
    print!("{tally}");
    Ok(faults.len())
}

/// An input, and how it was made.
struct Made {
    how: &'static str,
    texts: Texts,
}

/// The input of this number; each has chance of its own, so that one alone can be made again.
fn make(corpus: &Corpus, seed: u64, count: u64) -> Made {
    // The unmutated come first: what is shipped must be accepted, and each fixture refused.
    if let Some(texts) = usize::try_from(count).ok().and_then(|count| corpus.as_it_is(count)) {
        return Made { how: "as it is", texts };
    }
    let mut chance = fastrand::Rng::with_seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(count));
    let chance = &mut chance;
    let (how, mut texts) = match chance.u32(0..400) {
        0 => ("extreme", extremes::extreme(corpus, chance)),
        1..=3 => ("grown", grow::grown(corpus, chance)),
        // One file that holds anything but a dossier's files.
        4 | 5 => ("odd", vec![(String::new(), odd::value(corpus, chance).to_string().into_bytes())]),
        6..=160 => ("bytes", bytes::mutated(corpus, chance)),
        _ => ("structure", structure::mutated(corpus, chance)),
    };
    if texts.len() > 1 && chance.bool() {
        texts = corpus::one_file(&texts);
        if chance.u32(0..30) == 0 {
            texts = corpus::with_odd_file(texts, &odd::value(corpus, chance), chance);
        }
    }
    Made { how, texts }
}

/// Keeps an input: one file, or a folder that `cargo xtask check` reads.
fn keep(folder: &Path, name: &str, texts: &Texts) -> Result<PathBuf, String> {
    let put = |path: PathBuf, text: &[u8]| {
        let parent = path.parent().unwrap_or(folder);
        let done = fs::create_dir_all(parent).and_then(|()| fs::write(&path, text));
        done.map_err(|e| format!("{} cannot be written: {e}", path.display()))
    };
    if let [(file, text)] = texts.as_slice() {
        if file.is_empty() {
            let path = folder.join(format!("{name}.json"));
            put(path.clone(), text)?;
            return Ok(path);
        }
    }
    let at = folder.join(name);
    for (file, text) in texts {
        put(at.join(file), text)?;
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A generator that panics would end a run after minutes.
    #[test]
    fn whatever_the_seed_an_input_is_made_and_again_the_same() {
        let _alone = worker::ALONE.lock();
        let corpus = Corpus::load(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap();
        let from = corpus.unchanged();
        for seed in 0..4 {
            for count in from..from + 1_000 {
                let made = make(&corpus, seed, count);
                assert!(!made.texts.is_empty());
                if count % 100 == 0 {
                    assert_eq!(made.texts, make(&corpus, seed, count).texts);
                }
            }
        }
        for seed in 0..200 {
            assert!(!extremes::extreme(&corpus, &mut fastrand::Rng::with_seed(seed)).is_empty());
        }
    }
}
