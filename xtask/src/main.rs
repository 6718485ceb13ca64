//! `cargo xtask land`: makes `data/land.json`.

mod land;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(root) = Path::new(env!("CARGO_MANIFEST_DIR")).parent() else { return ExitCode::FAILURE };
    let result = match std::env::args().nth(1).as_deref() {
        Some("land") => land::run(root),
        _ => Err("usage: cargo xtask land".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
