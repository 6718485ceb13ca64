//! A reader of plain JSON for texts that this crate wrote itself: no escapes but `\"`, `\\` and `\n`, no exponents.
//!
//! What comes from elsewhere is read by `serde_json`. In the browser, where only the digest is read, that one with its
//! exact numbers and maps costs 7,204 bytes of brotli more than this one.

/// A JSON value. Objects keep their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Map(Vec<(String, Json)>),
}

/// Nesting deeper than this is no digest.
const MOST_DEEP: usize = 24;

impl Json {
    /// Reads one value; `None` for anything else or more.
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
        let value = reader.value(MOST_DEEP)?;
        (reader.next().is_none()).then_some(value)
    }

    /// The value under a key of an object; `Null` where there is none.
    pub fn get(&self, key: &str) -> &Self {
        self.entries().iter().find(|(known, _)| known == key).map_or(&Self::Null, |(_, value)| value)
    }

    /// The value at a position of an array; `Null` where there is none.
    pub fn at(&self, position: usize) -> &Self {
        self.items().get(position).unwrap_or(&Self::Null)
    }

    /// The values of an array; none for anything else.
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self {
            items
        } else {
            &[]
        }
    }

    /// The entries of an object; none for anything else.
    pub fn entries(&self) -> &[(String, Self)] {
        if let Self::Map(entries) = self {
            entries
        } else {
            &[]
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    /// The number, if it is a whole one.
    pub fn int(&self) -> Option<i32> {
        let number = self.number()?;
        let whole = number as i32;
        (f64::from(whole) == number).then_some(whole)
    }
}

struct Reader<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Reader<'_> {
    /// The next byte that is no space, not taken.
    fn next(&mut self) -> Option<u8> {
        while let Some(byte) = self.bytes.get(self.at) {
            if !byte.is_ascii_whitespace() {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    fn takes(&mut self, wanted: u8) -> bool {
        let is = self.next() == Some(wanted);
        self.at += usize::from(is);
        is
    }

    fn value(&mut self, deep: usize) -> Option<Json> {
        let deep = deep.checked_sub(1)?;
        match self.next()? {
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                while !self.takes(b']') {
                    if !items.is_empty() && !self.takes(b',') {
                        return None;
                    }
                    items.push(self.value(deep)?);
                }
                Some(Json::List(items))
            }
            b'{' => {
                self.at += 1;
                let mut entries = Vec::new();
                while !self.takes(b'}') {
                    if !entries.is_empty() && !self.takes(b',') {
                        return None;
                    }
                    let key = self.text()?;
                    if !self.takes(b':') {
                        return None;
                    }
                    entries.push((key, self.value(deep)?));
                }
                Some(Json::Map(entries))
            }
            b'"' => self.text().map(Json::Text),
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        let is = self.bytes.get(self.at..)?.starts_with(word.as_bytes());
        self.at += word.len();
        is.then_some(value)
    }

    fn text(&mut self) -> Option<String> {
        if !self.takes(b'"') {
            return None;
        }
        let mut out: Vec<u8> = Vec::new();
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'"' => return String::from_utf8(out).ok(),
                b'\\' => {
                    let escaped = *self.bytes.get(self.at)?;
                    self.at += 1;
                    out.push(match escaped {
                        b'"' | b'\\' => escaped,
                        b'n' => b'\n',
                        _ => return None,
                    });
                }
                _ => out.push(byte),
            }
        }
    }

    /// Digits with at most one point. Up to fifteen of them the division below is exact to the last bit.
    fn number(&mut self) -> Option<Json> {
        let negative = self.takes(b'-');
        let (mut digits, mut places, mut point) = (0_i64, 0_i32, false);
        let start = self.at;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'0'..=b'9' => {
                    digits = digits.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                    places += i32::from(point);
                }
                b'.' if !point => point = true,
                _ => break,
            }
            self.at += 1;
        }
        if self.at == start {
            return None;
        }
        let mut scale = 1.0;
        for _ in 0..places {
            scale *= 10.0;
        }
        let number = digits as f64 / scale;
        Some(Json::Number(if negative { -number } else { number }))
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn what_the_digest_needs() {
        let json = Json::parse(" {\"a\": [1, -2.25, null, true, \"Oʻz \\\"x\\\\\"], \"b\": {}} ").unwrap();
        let list = json.get("a");
        assert_eq!((list.at(0).int(), list.at(1).number(), list.at(1).int()), (Some(1), Some(-2.25), None));
        assert_eq!((list.at(2), list.at(3)), (&Json::Null, &Json::Bool(true)));
        assert_eq!(list.at(4).text(), Some("Oʻz \"x\\"));
        assert_eq!((json.get("b").entries().len(), json.get("c")), (0, &Json::Null));
    }

    #[test]
    fn numbers_are_those_of_the_standard_library() {
        for text in ["0", "-0.5", "69.2797", "41.3111", "0.025", "2147483647", "9000.0", "-9.8", "0.1"] {
            assert_eq!(Json::parse(text).and_then(|n| n.number()), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn anything_else_is_nothing() {
        let deep = "[".repeat(100_000);
        for text in ["", "[1", "[1 2]", "{\"a\" 1}", "1 2", "1e5", "\"\\u0041\"", "nul", "--1", "-", &deep] {
            assert_eq!(Json::parse(text), None, "{text:.20}");
        }
        assert_eq!(Json::parse("99999999999999999999"), None);
    }
}
