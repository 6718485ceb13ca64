//! One cursor over a JSON value: it knows its file and path, and notes every problem instead of stopping at
//! the first (a derived deserialiser stops there, and costs 22 KB of brotli more).

use serde_json::Value;

use super::nearest::nearest;
use super::problem::{quoted, say, Log};

/// How a cursor was reached from its parent.
#[derive(Clone, Copy)]
enum Step<'p> {
    File(&'p str),
    Key(&'p str),
    Item(usize),
}

/// A position in a JSON file; `'v` is how long the value lives, `'p` how long the cursor's parents do.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'v, 'p> {
    value: &'v Value,
    step: Step<'p>,
    parent: Option<&'p Cursor<'v, 'p>>,
    log: &'p Log,
}

impl<'v, 'p> Cursor<'v, 'p> {
    /// The whole of a file.
    pub(super) fn file(name: &'p str, value: &'v Value, log: &'p Log) -> Self {
        Cursor { value, step: Step::File(name), parent: None, log }
    }

    /// The value itself.
    pub(super) fn value(&self) -> &'v Value {
        self.value
    }

    /// Whether further problems are not noted any more.
    pub(super) fn is_full(&self) -> bool {
        self.log.is_full()
    }

    /// Notes a problem here.
    pub(super) fn problem(&self, message: String, mend: &str) {
        let mut path = String::new();
        let file = self.trace(&mut path);
        self.log.add(file, path, message, mend);
    }

    /// Notes a problem in the field `key`, which need not be there.
    pub(super) fn problem_at(&self, key: &str, message: String, mend: &str) {
        Cursor { value: self.value, step: Step::Key(key), parent: Some(self), log: self.log }
            .problem(message, mend);
    }

    /// Writes the JSON pointer (RFC 6901) and returns the file's name.
    fn trace(&self, path: &mut String) -> &'p str {
        let file = self.parent.map_or("", |parent| parent.trace(path));
        match self.step {
            Step::File(name) => return name,
            Step::Key(key) => {
                path.push('/');
                path.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Step::Item(index) => {
                path.push('/');
                path.push_str(&index.to_string());
            }
        }
        file
    }

    /// Checks that this is an object that has all of `needed` and nothing beside them but `allowed`.
    pub(super) fn fields(&self, needed: &[&str], allowed: &[&str]) {
        let Some(map) = self.value.as_object() else { return self.must_be("an object") };
        for key in map.keys().map(String::as_str) {
            let known = || needed.iter().chain(allowed).copied();
            if known().any(|name| name == key) || self.is_full() {
                continue;
            }
            let mend = match nearest(key, known()) {
                Some(near) => say(&["write ", &quoted(near), " or remove it"]),
                None => say(&["remove it; the fields are ", &known().collect::<Vec<_>>().join(", ")]),
            };
            self.problem_at(key, say(&["unknown field ", &quoted(key)]), &mend);
        }
        for key in needed {
            if !map.contains_key(*key) {
                self.problem(say(&["the field ", &quoted(key), " is missing"]), "add it, see data/README.md");
            }
        }
    }

    /// The field `key`, if it is there.
    pub(super) fn get<'b>(&'b self, key: &'b str) -> Option<Cursor<'v, 'b>> {
        let value = self.value.as_object()?.get(key)?;
        Some(Cursor { value, step: Step::Key(key), parent: Some(self), log: self.log })
    }

    /// The items of this array; none, and a problem, if it is not one.
    pub(super) fn items<'b>(&'b self) -> impl Iterator<Item = Cursor<'v, 'b>> {
        let list: &'v [Value] = match self.value.as_array() {
            Some(list) => list,
            None => {
                self.must_be("an array");
                &[]
            }
        };
        let below = move |(index, value)| Cursor {
            value,
            step: Step::Item(index),
            parent: Some(self),
            log: self.log,
        };
        list.iter().enumerate().map(below)
    }

    /// Whether this array or object has more than `most` items, which is a problem.
    pub(super) fn is_longer_than(&self, most: usize) -> bool {
        let long = match self.value {
            Value::Array(list) => list.len() > most,
            Value::Object(map) => map.len() > most,
            _ => false,
        };
        if long {
            self.problem(say(&["this list has more than ", &most.to_string(), " items"]), "leave some out");
        }
        long
    }

    /// The entries of this object in order of their keys; none, and a problem, if it is not one.
    pub(super) fn entries<'b>(&'b self) -> impl Iterator<Item = (&'v str, Cursor<'v, 'b>)>
    where
        'v: 'b,
    {
        let map = self.value.as_object();
        if map.is_none() {
            self.must_be("an object");
        }
        map.into_iter().flatten().map(move |(key, value)| {
            (key.as_str(), Cursor { value, step: Step::Key(key), parent: Some(self), log: self.log })
        })
    }

    /// This text as it is.
    pub(super) fn text(&self) -> Option<&'v str> {
        self.value.as_str().or_else(|| self.not("a text"))
    }

    /// This number, finite.
    pub(super) fn number(&self) -> Option<f64> {
        self.value.as_f64().or_else(|| self.not("a number"))
    }

    /// This number between `least` and `most`.
    pub(super) fn number_within(&self, least: f64, most: f64) -> Option<f64> {
        let number = self.number()?;
        if (least..=most).contains(&number) {
            return Some(number);
        }
        let message = say(&[&number.to_string(), " is out of range"]);
        self.problem(message, &say(&["write ", &least.to_string(), " to ", &most.to_string()]));
        None
    }

    /// This year, from 1 to 9,999.
    pub(super) fn year(&self) -> Option<i32> {
        let year = self.number_within(1.0, 9_999.0)?;
        if year.fract() == 0.0 {
            return Some(year as i32);
        }
        self.problem(say(&[&year.to_string(), " is not a year"]), "write a whole number, such as 1995");
        None
    }

    /// This whole number, from 1 to 10,000.
    pub(super) fn count(&self) -> Option<u32> {
        let count =
            self.value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| (1..=10_000).contains(n));
        count.or_else(|| self.not("a whole number from 1"))
    }

    /// This `true` or `false`.
    pub(super) fn truth(&self) -> Option<bool> {
        self.value.as_bool().or_else(|| self.not("true or false"))
    }

    /// The position of this text among `names`.
    pub(super) fn one_of(&self, names: &[&str]) -> Option<usize> {
        let text = self.text()?;
        let position = names.iter().position(|name| *name == text);
        if position.is_none() {
            let mend = say(&["write one of ", &names.join(", ")]);
            self.problem(say(&[&quoted(text), " is not known here"]), &mend);
        }
        position
    }

    fn not<T>(&self, wanted: &str) -> Option<T> {
        self.must_be(wanted);
        None
    }

    fn must_be(&self, wanted: &str) {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number that does not fit",
            Value::String(_) => "a text",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        self.problem(say(&["this is ", found]), &say(&["write ", wanted]));
    }
}
