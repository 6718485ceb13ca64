//! What must be true of any input: it is refused with lines that help, or accepted and shown.

use us_uz_explainer::dossier::{check_report, Dossier, Files, Problem};

use crate::fixture::Texts;
use crate::told;

/// Longer than this no line helps.
const MOST_LETTERS: usize = 1_500;
/// Of each of the two passes of the check 200.
const MOST_PROBLEMS: usize = 400;

/// Whether the reader accepted it.
///
/// # Errors
/// What should not be so.
pub(crate) fn judge(texts: &Texts) -> Result<bool, String> {
    let files = || Files::new(texts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect());
    let report = check_report(&files());
    helpful(&report.problems)?;
    if report.to_string().is_empty() {
        return Err("the report is empty".into());
    }
    let dossier = match Dossier::read_whole(&files()) {
        Ok(dossier) => dossier,
        Err(problems) => {
            helpful(&problems)?;
            // The check lets the detail be absent, the reader of the whole does not.
            let unknown =
                problems.iter().find(|p| p.message != "this file is missing" && !report.problems.contains(p));
            return match (unknown, problems.len()) {
                (_, 0) => Err("refused without a problem".into()),
                (Some(problem), 1..200) if report.problems.len() < 200 => {
                    Err(format!("the check does not know of: {problem}"))
                }
                _ => Ok(false),
            };
        }
    };
    drop(report);
    let digest = match texts.as_slice() {
        [(name, text)] if name.is_empty() => {
            let (again, digest) = Dossier::read_one_file(text).map_err(|_| "one file is read in two ways")?;
            if again != dossier {
                return Err("one file gives two dossiers".into());
            }
            digest
        }
        _ => {
            let land = texts.iter().find(|(name, _)| name == "land.json").map(|(_, text)| text.as_slice());
            let land =
                std::str::from_utf8(land.unwrap_or_default()).map_err(|_| "accepted land is no text")?;
            dossier.digest(land).ok_or("what was accepted has no digest")?
        }
    };
    let from_digest = Dossier::from_digest(&digest).ok_or("the digest of what was accepted does not read")?;
    same(&dossier, &from_digest)?;
    told::told(&dossier, &from_digest)?;
    Ok(true)
}

/// A list that a person can work through.
fn helpful(problems: &[Problem]) -> Result<(), String> {
    if problems.len() > MOST_PROBLEMS {
        return Err(format!("a list of {} problems", problems.len()));
    }
    for problem in problems {
        let line = problem.to_string();
        let missing =
            [&problem.file, &problem.message, &problem.mend].iter().any(|part| part.trim().is_empty());
        if missing || !(problem.path.is_empty() || problem.path.starts_with('/')) {
            return Err(format!("a line that does not help: {}", cut(&line)));
        }
        if line.chars().count() > MOST_LETTERS {
            return Err(format!("a line too long to read: {}", cut(&line)));
        }
        if line.chars().any(char::is_control) {
            return Err(format!("a line with control characters: {}", cut(&line)));
        }
    }
    Ok(())
}

fn cut(line: &str) -> String {
    let all = line.len();
    let shown: String = line.chars().take(120).collect();
    format!("{shown:?} ({all} bytes)")
}

/// The digest has the same records.
fn same(whole: &Dossier, digest: &Dossier) -> Result<(), String> {
    let ids = |dossier: &Dossier| {
        let events = dossier.events.iter().map(|event| (event.id.clone(), event.when.earliest()));
        let ties = dossier.ties.iter().map(|tie| (tie.id.clone(), tie.from.earliest));
        events.chain(ties).collect::<Vec<_>>()
    };
    let sizes = |dossier: &Dossier| {
        let land = &dossier.land;
        let map = [
            land.countries.len(),
            land.lakes.len(),
            land.borders.len(),
            land.coasts.len(),
            land.disputed.len(),
        ];
        (map, [dossier.places.len(), dossier.memberships.len(), dossier.bases.len(), dossier.story.len()])
    };
    match (ids(whole) == ids(digest), sizes(whole) == sizes(digest)) {
        (true, true) => Ok(()),
        (false, _) => Err("the digest has other events or ties".into()),
        (_, false) => Err(format!("the digest has other sizes: {:?}, {:?}", sizes(whole), sizes(digest))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(message: &str, mend: &str) -> Problem {
        Problem {
            file: "events.json".into(),
            path: String::new(),
            message: message.into(),
            mend: mend.into(),
        }
    }

    #[test]
    fn lines_that_do_not_help_are_faults() {
        let said = |problems: &[Problem]| helpful(problems).unwrap_err();
        assert!(helpful(&[problem("this file is missing", "add it")]).is_ok());
        assert!(said(&[problem("this file is missing", " ")]).starts_with("a line that does not help: "));
        assert!(said(&[problem("a\0b", "add it")]).starts_with("a line with control characters: "));
        assert!(said(&[problem(&"a".repeat(2_000), "add it")]).starts_with("a line too long to read: "));
        assert_eq!(said(&vec![problem("a", "b"); 401]), "a list of 401 problems");
    }

    /// A dossier is compared with its digest: one with an event less is not the same.
    #[test]
    fn a_digest_with_other_records_is_a_fault() {
        let whole = Dossier::built_in().unwrap();
        let mut less = whole.clone();
        assert!(same(&whole, &less).is_ok());
        less.events.pop();
        assert_eq!(same(&whole, &less).unwrap_err(), "the digest has other events or ties");
        let mut less = whole.clone();
        less.land.lakes.clear();
        assert!(same(&whole, &less).unwrap_err().starts_with("the digest has other sizes: "));
    }
}
