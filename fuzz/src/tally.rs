//! What a run did: how many inputs of each kind, what became of them, the slowest and the largest.

use std::fmt;
use std::time::Duration;

use crate::worker::Ended;

#[derive(Default)]
struct Row {
    accepted: u64,
    refused: u64,
    faults: u64,
}

/// The counts so far.
#[derive(Default)]
pub(crate) struct Tally {
    rows: Vec<(&'static str, Row)>,
    /// The slowest, with how it was made and its number.
    slowest: (Duration, &'static str, u64),
    /// The one with the most memory.
    largest: (usize, &'static str, u64),
}

impl Tally {
    /// Counts one input.
    pub(crate) fn add(&mut self, how: &'static str, number: u64, ended: &Ended) {
        if !self.rows.iter().any(|(known, _)| *known == how) {
            self.rows.push((how, Row::default()));
        }
        let Some((_, row)) = self.rows.iter_mut().find(|(known, _)| *known == how) else { return };
        match ended {
            Ended::Fault { .. } => row.faults += 1,
            Ended::Well { accepted, took, bytes } => {
                *(if *accepted { &mut row.accepted } else { &mut row.refused }) += 1;
                self.slowest = self.slowest.max((*took, how, number));
                self.largest = self.largest.max((*bytes, how, number));
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = |count: fn(&Row) -> u64| self.rows.iter().map(|(_, row)| count(row)).sum::<u64>();
        let all =
            Row { accepted: sum(|r| r.accepted), refused: sum(|r| r.refused), faults: sum(|r| r.faults) };
        for (how, row) in self.rows.iter().map(|(how, row)| (*how, row)).chain([("all", &all)]) {
            let Row { accepted, refused, faults } = row;
            let inputs = accepted + refused + faults;
            writeln!(
                f,
                "{how:9}  {inputs:>8} inputs: {accepted} accepted, {refused} refused, {faults} with a fault"
            )?;
        }
        let ((took, slow, at), (bytes, large, by)) = (self.slowest, self.largest);
        writeln!(f, "slowest: {:.2} s ({slow}, input {at})", took.as_secs_f64())?;
        writeln!(f, "most memory: {:.1} MB ({large}, input {by})", bytes as f64 / 1e6)
    }
}
