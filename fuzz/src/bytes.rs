//! Mutation of bytes, which knows little of JSON and nothing of a dossier.

use fastrand::Rng;

use crate::corpus::Corpus;
use crate::fixture::{encoded, Texts};

/// What is put in anywhere.
const TOKENS: [&str; 24] = [
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "\\udfff\\ud800",
    "null",
    "-",
    "1e400",
    "1e-400",
    "0",
    "9999999999999999999999",
    "\u{feff}",
    "\n",
    "\0",
    "[[[[[[[[[[[[[[[[",
    "\"id\":",
    "//",
    "'",
];

/// A dossier or a bad fixture with a few bytes of one file changed.
pub(crate) fn mutated(corpus: &Corpus, chance: &mut Rng) -> Texts {
    let from_bad = chance.u32(0..4) == 0;
    let mut texts = match chance.choice(&corpus.bad) {
        // One fixture is too large to be copied a thousand times.
        Some(bad) if from_bad && bad.iter().map(|(_, text)| text.len()).sum::<usize>() < 100_000 => {
            bad.clone()
        }
        _ => corpus.any(chance).clone(),
    };
    let at = chance.usize(0..texts.len());
    let donor = corpus.any(chance).clone();
    let donor = chance.choice(&donor).map_or(&[][..], |(_, text)| text);
    if let Some((_, text)) = texts.get_mut(at) {
        for _ in 0..=chance.usize(0..4) {
            mutate(text, donor, chance);
        }
    }
    texts
}

fn mutate(text: &mut Vec<u8>, donor: &[u8], chance: &mut Rng) {
    let at = chance.usize(0..=text.len());
    let most = 1 << chance.usize(0..12);
    let length = chance.usize(0..=(text.len() - at).min(most));
    match chance.u32(0..12) {
        0..=2 => {
            if let Some(byte) = text.get_mut(at) {
                *byte ^= 1 << chance.u32(0..8);
            }
        }
        3 => {
            if let Some(byte) = text.get_mut(at) {
                *byte = chance.u8(..);
            }
        }
        4 | 5 => drop(text.splice(at..at, TOKENS[chance.usize(0..TOKENS.len())].bytes())),
        6 => drop(text.drain(at..at + length)),
        7 => {
            let part = text[at..at + length].to_vec();
            let to = chance.usize(0..=text.len());
            text.splice(to..to, part);
        }
        8 => {
            let from = chance.usize(0..=donor.len());
            let to = from + length.min(donor.len() - from);
            text.splice(at..at, donor[from..to].iter().copied());
        }
        9 => text.truncate(at),
        10 => digits(text, at, chance),
        _ if chance.u32(0..6) == 0 => {
            let encoding = ["utf-16le", "utf-16be", "latin-1"][chance.usize(0..3)];
            let plain = String::from_utf8_lossy(text).into_owned();
            *text = encoded(&plain, encoding, chance.bool()).unwrap_or_default();
        }
        _ => text.extend_from_slice(TOKENS[chance.usize(0..TOKENS.len())].as_bytes()),
    }
}

/// Makes the next number after a place another.
fn digits(text: &mut Vec<u8>, at: usize, chance: &mut Rng) {
    let digit = |byte: &u8| byte.is_ascii_digit();
    let Some(from) = text.iter().skip(at).position(digit).map(|n| n + at) else { return };
    let to = text.iter().skip(from).position(|byte| !digit(byte)).map_or(text.len(), |n| n + from);
    let new = match chance.u32(0..4) {
        0 => "9".repeat(chance.usize(1..420)),
        1 => chance.u32(0..10_000).to_string(),
        2 => format!("{}e{}", chance.u8(..), chance.i32(-400..400)),
        _ => chance.i64(..).to_string(),
    };
    text.splice(from..to, new.bytes());
}
