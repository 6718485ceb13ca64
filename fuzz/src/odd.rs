//! Values that are at an edge of something.

use fastrand::Rng;
use serde_json::{json, Value};

use crate::corpus::Corpus;

/// Dates at the edges of the calendar, of EDTF and of good sense; some are sound.
const DATES: [&str; 34] = [
    "2005",
    "2005-11",
    "2005-11-21",
    "2005-21",
    "2005-24",
    "199X",
    "2005?",
    "2005~",
    "2005%",
    "2004-02-29",
    "1900-02-29",
    "2005-02-30",
    "2005-00",
    "2005-13",
    "2005-11-00",
    "0000",
    "-0001",
    "-9999",
    "9999-12-31",
    "10000",
    "Y170000002",
    "2005-11-21T10:00:00Z",
    "1991/2025",
    "-9999/9999",
    "2005/2004",
    "2005/..",
    "../2005",
    "2005/",
    "/",
    "..",
    "2005/2005",
    "20XX",
    "2005-XX-21",
    "[2005,2006]",
];

/// Texts that something might trip over.
const TEXTS: [&str; 30] = [
    "",
    " ",
    "-",
    "a",
    "us",
    "UZB",
    "ZZZ",
    "057",
    "9999",
    "NaN",
    "true",
    "<b>x</b>",
    "&lt;",
    "&#x41;",
    "javascript:alert(1)",
    "https://",
    "https://a.b",
    "https://example.org/ä",
    "http://example.org",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "𐍈",
    "é",
    "e\u{301}",
    "{n}",
    "{",
    "}{",
    "line\nbreak\ttab",
    "\\u0000\"",
];

/// Numbers at the edges of their types.
const NUMBERS: [f64; 16] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    31.0,
    32.0,
    90.0,
    90.000_001,
    180.0,
    -180.0,
    4_294_967_296.0,
    1e15,
    1e300,
    1.7e308,
    5e-324,
];

/// A date.
pub(crate) fn date(chance: &mut Rng) -> &'static str {
    DATES[chance.usize(0..DATES.len())]
}

/// Any value, mostly a small one.
pub(crate) fn value(corpus: &Corpus, chance: &mut Rng) -> Value {
    match chance.u32(0..40) {
        0..=7 => json!(date(chance)),
        8..=14 => json!(TEXTS[chance.usize(0..TEXTS.len())]),
        15..=21 => json!(corpus.word(chance)),
        22..=26 => json!(NUMBERS[chance.usize(0..NUMBERS.len())]),
        27 => json!([u64::MAX, 1 << 53][chance.usize(0..2)]),
        28 => json!([i64::MIN, -1][chance.usize(0..2)]),
        29 => json!(chance.i32(..)),
        30 => json!(chance.bool()),
        31 => Value::Null,
        32 => json!([]),
        33 => json!({}),
        34 => json!([{}, [], null]),
        35 => json!({ "id": corpus.word(chance), "a/b~c": [date(chance)] }),
        36 => nested(chance),
        37 => json!(TEXTS[chance.usize(1..TEXTS.len())].repeat(chance.usize(1..100))),
        38 if chance.u32(0..20) == 0 => json!("long ".repeat(chance.usize(1..60_000))),
        38 => json!("a".repeat(chance.usize(50..70))),
        _ => Value::Array((0..chance.usize(1..40)).map(|_| json!(corpus.word(chance))).collect()),
    }
}

/// Lists or objects in each other, up to the depth that the JSON reader takes and a little beyond.
fn nested(chance: &mut Rng) -> Value {
    let mut value = json!(0);
    let depth = if chance.bool() { chance.usize(1..12) } else { chance.usize(100..140) };
    for _ in 0..depth {
        value = if chance.bool() { json!([value]) } else { json!({ "id": value }) };
    }
    value
}
