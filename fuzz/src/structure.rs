//! Mutation of a dossier's structure: the text stays JSON, and mostly near to a dossier.

use fastrand::Rng;
use serde_json::{json, Value};

use crate::corpus::Corpus;
use crate::fixture::Texts;
use crate::odd;

/// A dossier with a few things changed.
pub(crate) fn mutated(corpus: &Corpus, chance: &mut Rng) -> Texts {
    let mut texts = corpus.any(chance).clone();
    for _ in 0..=chance.usize(0..3) {
        let at = chance.usize(0..texts.len());
        // A third of the changes are of the map and the words, which are most of the bytes.
        let Some((_, text)) = texts.get_mut(at) else { continue };
        let mut value: Value = serde_json::from_slice(text).unwrap_or_default();
        for _ in 0..=chance.usize(0..2) {
            mutate(below(&mut value, chance), corpus, chance);
        }
        *text = value.to_string().into_bytes();
    }
    texts
}

/// Walks down from a value, at each place into any that stands there.
fn below<'v>(value: &'v mut Value, chance: &mut Rng) -> &'v mut Value {
    let mut here = value;
    loop {
        let children = match &*here {
            Value::Array(list) => list.len(),
            Value::Object(map) => map.len(),
            _ => 0,
        };
        if children == 0 || chance.u32(0..8) == 0 {
            return here;
        }
        let at = chance.usize(0..children);
        here = match here {
            Value::Array(list) => &mut list[at],
            Value::Object(map) => match map.values_mut().nth(at) {
                Some(child) => child,
                None => unreachable!("there are as many values as the map has entries"),
            },
            other => return other,
        };
    }
}

fn mutate(value: &mut Value, corpus: &Corpus, chance: &mut Rng) {
    if chance.u32(0..6) == 0 {
        *value = odd::value(corpus, chance);
        return;
    }
    match value {
        Value::Object(map) => {
            let keys: Vec<String> = map.keys().cloned().collect();
            let any = |chance: &mut Rng| chance.choice(&keys).cloned().unwrap_or_default();
            let (one, other) = (any(chance), any(chance));
            match chance.u32(0..5) {
                0 => drop(map.remove(&one)),
                1 => drop(map.insert(corpus.word(chance).to_owned(), odd::value(corpus, chance))),
                2 => {
                    let taken = map.remove(&one).unwrap_or_default();
                    map.insert(one + "s", taken);
                }
                3 => {
                    let taken = map.get(&one).cloned().unwrap_or_default();
                    map.insert(other, taken);
                }
                _ => drop(map.insert(one, odd::value(corpus, chance))),
            }
        }
        Value::Array(list) if list.is_empty() => list.push(odd::value(corpus, chance)),
        Value::Array(list) => {
            let (one, other) = (chance.usize(0..list.len()), chance.usize(0..list.len()));
            match chance.u32(0..6) {
                0 => drop(list.remove(one)),
                1 => list.swap(one, other),
                2 => list.reverse(),
                3 => list.push(list[one].clone()),
                4 => {
                    let times = if chance.u32(0..30) == 0 { 3_000 } else { chance.usize(1..60) };
                    let item = list[one].clone();
                    list.extend((0..times).map(|n| renamed(&item, n)));
                }
                _ => list[one] = odd::value(corpus, chance),
            }
        }
        Value::String(text) => *text = retold(text, corpus, chance),
        Value::Number(number) => {
            let before = number.as_f64().unwrap_or(0.0);
            *value = match chance.u32(0..5) {
                0 => json!(-before),
                1 => json!(before + 1.0),
                2 => json!((before as i64).saturating_sub(1)),
                3 => json!(before * 1000.0),
                _ => json!(before / 3.0),
            };
        }
        Value::Bool(truth) => *truth = !*truth,
        Value::Null => *value = odd::value(corpus, chance),
    }
}

/// A record with another id.
fn renamed(item: &Value, number: usize) -> Value {
    let mut item = item.clone();
    if let Some(id) = item.get_mut("id") {
        *id = json!(format!("x{number}"));
    }
    item
}

/// Another text, of the same kind if that can be seen.
fn retold(text: &str, corpus: &Corpus, chance: &mut Rng) -> String {
    let looks_like_a_date = text.len() <= 25 && text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if looks_like_a_date && chance.u32(0..4) > 0 {
        return odd::date(chance).to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let at = chance.usize(0..=letters.len());
    let cut: String = letters.iter().take(at).collect();
    match chance.u32(0..5) {
        0 => corpus.word(chance).to_owned(),
        1 => cut,
        2 => text.repeat(chance.usize(2..9)),
        3 => cut + corpus.word(chance),
        _ => text.to_uppercase(),
    }
}
