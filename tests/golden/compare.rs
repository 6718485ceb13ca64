//! A drawing held to what was reviewed, `tests/golden/<name>.svg`.

use std::path::PathBuf;
use std::{env, fs};

/// One element a line, so that a difference is a line that a reviewer can read; sixteenths of a CSS pixel.
pub(super) fn compare(name: &str, drawn: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let (golden, actual) = (folder.join(format!("{name}.svg")), folder.join(format!("{name}.actual.svg")));
    let drawn = format!("{drawn}\n");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        assert!(env::var_os("CI").is_none(), "CI compares goldens and never writes them");
        fs::write(&golden, &drawn).unwrap();
        return;
    }
    let expected = fs::read_to_string(&golden)
        .unwrap_or_else(|e| panic!("{}: {e}; write it with UPDATE_GOLDEN=1 and review it", golden.display()));
    if expected == drawn {
        let _ = fs::remove_file(&actual);
        return;
    }
    fs::write(&actual, &drawn).unwrap();
    let line = expected.lines().zip(drawn.lines()).position(|(a, b)| a != b).unwrap_or(0) + 1;
    panic!("{name}.svg differs from line {line}; see {} beside it", actual.display());
}
