//! Counting: the closing lines of cargo's, wasm-bindgen's and the browser harness' test runs, and single checks.

/// Tests and checks that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Count {
    /// One check.
    pub(crate) fn one(passed: bool) -> Count {
        Count { passed: usize::from(passed), failed: usize::from(!passed) }
    }

    /// The sum of every closing line in a run's output. A run that failed without counting a failure (it did not
    /// compile, or crashed) counts as one failed, and so does a run that ended well but ran no test at all.
    pub(crate) fn of_run(lines: &[String], success: bool) -> Count {
        let mut sum = Count::default();
        for count in lines.iter().filter_map(|line| closing_line(line)) {
            sum.add(count);
        }
        if (!success && sum.failed == 0) || sum == Count::default() {
            sum.failed += 1;
        }
        sum
    }

    /// Adds another count to this.
    pub(crate) fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Reads `test result: ok. 3 passed; 0 failed; …` and `3 passed, 0 failed`; anything else is `None`.
fn closing_line(line: &str) -> Option<Count> {
    let plain = without_colours(line);
    let line = plain.trim();
    let counts = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => line,
    };
    let mut parts = counts.split([';', ',']);
    let passed = number_before(parts.next()?, "passed")?;
    let failed = number_before(parts.next()?, "failed")?;
    Some(Count { passed, failed })
}

fn number_before(part: &str, word: &str) -> Option<usize> {
    part.trim().strip_suffix(word)?.trim_end().parse().ok()
}

/// The line without terminal colours (`ESC [ … m`), which cargo writes when it is told to.
fn without_colours(line: &str) -> String {
    let mut pieces = line.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('m').map_or(piece, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn every_runner_is_summed() {
        let output = lines(
            "running 3 tests\ntest a ... ok\n\
             test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
             test result: \u{1b}[31mFAILED\u{1b}[0m. 1 passed; 2 failed; 0 ignored; 0 filtered out\n\
             7 passed, 0 failed",
        );
        assert_eq!(Count::of_run(&output, false), Count { passed: 11, failed: 2 });
    }

    #[test]
    fn a_run_that_breaks_or_tests_nothing_has_failed() {
        assert_eq!(Count::of_run(&lines("error: could not compile"), false), Count { passed: 0, failed: 1 });
        assert_eq!(Count::of_run(&lines("4 passed, 0 failed"), false), Count { passed: 4, failed: 1 });
        assert_eq!(Count::of_run(&lines("no tests to run!"), true), Count { passed: 0, failed: 1 });
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["test passed", "3 passed", "test result: ok", "3 apples, 0 failed", ""] {
            assert_eq!(closing_line(line), None, "{line}");
        }
        assert_eq!(Count { passed: 2, failed: 1 }.to_string(), "2 passed, 1 failed");
    }
}
