//! Values as `cell.rs` reads them, written natively and by the reader of a host's own dossier.

use super::cell::PRECISIONS;
use crate::text::{Precision, Span, Until, When};
use serde_json::{json, Value};

pub(crate) fn position<T: PartialEq>(values: &[T], value: &T) -> Option<usize> {
    values.iter().position(|known| known == value)
}

pub(crate) fn span(span: &Span) -> Value {
    span_after(span, 0)
}

fn span_after(span: &Span, base: i32) -> Value {
    let doubts = u8::from(span.uncertain) | u8::from(span.approximate) << 1;
    if span.precision == Precision::Day && doubts == 0 {
        return json!(span.earliest.0 - base);
    }
    let days = span.latest.0 - span.earliest.0;
    json!([span.earliest.0 - base, days, position(&PRECISIONS, &span.precision), doubts])
}

pub(crate) fn until(until: &Until) -> Value {
    until_after(until, 0)
}

fn until_after(until: &Until, base: i32) -> Value {
    match until {
        Until::Known(end) => span_after(end, base),
        Until::Open => Value::Null,
    }
}

pub(crate) fn when_after(when: &When, base: i32) -> Value {
    match when {
        When::At(at) => span_after(at, base),
        When::Between { from, to } => json!([span_after(from, base), until_after(to, from.earliest.0)]),
    }
}

/// The value as the plain JSON that [`crate::json`] reads: few escapes and no exponents, whatever a host's numbers and
/// words are.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Array(items) => ["[", &items.iter().map(plain).collect::<Vec<_>>().join(","), "]"].concat(),
        Value::Object(map) => ["{", &map.iter().map(entry).collect::<Vec<_>>().join(","), "}"].concat(),
        Value::String(text) => quote(text),
        Value::Number(number) => {
            let text = number.to_string();
            match number.as_f64() {
                Some(number) if text.contains('e') => format!("{number}"),
                _ => text,
            }
        }
        other => other.to_string(),
    }
}

pub(crate) fn entry((key, value): (&String, &Value)) -> String {
    [&quote(key), ":", &plain(value)].concat()
}

fn quote(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"), "\""].concat()
}
