//! Makes an input smaller while it still leads to the same fault, for a few seconds.

use std::time::Duration;

use crate::fixture::Texts;
use crate::now;
use crate::worker::{kind, Ended, Worker};

const MOST_TIME: Duration = Duration::from_secs(8);

/// A part of the input that has the same fault.
pub(crate) fn shrink(mut texts: Texts, fault: &str, worker: &mut Worker) -> Texts {
    let end = now() + MOST_TIME;
    for file in 0..texts.len() {
        // Halves, quarters and so on are left out, as long as that does not change the fault.
        let mut size = texts[file].1.len().div_ceil(2);
        while size > 0 && now() < end {
            let mut at = 0;
            while at < texts[file].1.len() && now() < end {
                let mut fewer = texts.clone();
                let until = (at + size).min(fewer[file].1.len());
                fewer[file].1.drain(at..until);
                match worker.run(&fewer) {
                    Ended::Fault { what, last: false } if kind(&what) == kind(fault) => texts = fewer,
                    _ => at += size,
                }
            }
            size /= 2;
        }
    }
    texts
}
