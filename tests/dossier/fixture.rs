//! A bad dossier as `tests/fixtures/bad/` has it: the base with one thing made wrong. The fuzzer starts from them too.
//!
//! `file` is what is touched. Without more it is the JSON pointer `path` in it that is set to `set`, or, without
//! `set`, removed; an empty `path` removes the file. `like` first puts another file of the base there. Instead of `path`:
//!
//! * `text` or `bytes`: the whole file;
//! * `repeat`: the whole file, a text and how often it stands there;
//! * `cut_at`: the file ends after so many bytes;
//! * `pad_to_bytes`: spaces follow until the file has so many bytes;
//! * `encode`: the file in `utf-16le`, `utf-16be` (both after a byte order mark, if `bom` is true) or `latin-1`, its
//!   first e made an é, which is not ASCII.

use serde_json::Value;

/// Names and bytes of a dossier's files.
pub(crate) type Texts = Vec<(String, Vec<u8>)>;

/// The base as the fixture wants it; `None` if the fixture leads nowhere.
pub(crate) fn applied(fixture: &Value, base: &Texts) -> Option<Texts> {
    let mut texts = base.clone();
    let name = fixture["file"].as_str()?;
    let of = |name: &str| base.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone());
    let before = match fixture["like"].as_str() {
        Some(like) => of(like),
        None => of(name),
    };
    texts.retain(|(known, _)| known != name);
    if let Some(text) = made(fixture, before)? {
        texts.push((name.to_owned(), text));
    }
    Some(texts)
}

/// The file's new bytes, or none for a file that is gone.
fn made(fixture: &Value, before: Option<Vec<u8>>) -> Option<Option<Vec<u8>>> {
    if let Some(text) = fixture["text"].as_str() {
        return Some(Some(text.into()));
    }
    if let Some(bytes) = fixture["bytes"].as_array() {
        let byte = |byte: &Value| u8::try_from(byte.as_u64()?).ok();
        return bytes.iter().map(byte).collect::<Option<Vec<u8>>>().map(Some);
    }
    if let Some(repeat) = fixture["repeat"].as_array() {
        let times = usize::try_from(repeat.get(1)?.as_u64()?).ok()?;
        return Some(Some(repeat.first()?.as_str()?.repeat(times).into()));
    }
    let number = |key: &str| fixture[key].as_u64().and_then(|n| usize::try_from(n).ok());
    if let Some(bytes) = number("cut_at") {
        return Some(Some(before?.get(..bytes)?.to_vec()));
    }
    if let Some(bytes) = number("pad_to_bytes") {
        let mut text = before?;
        text.resize(bytes.max(text.len()), b' ');
        return Some(Some(text));
    }
    if let Some(encoding) = fixture["encode"].as_str() {
        return encoded(&String::from_utf8(before?).ok()?, encoding, fixture["bom"] == true).map(Some);
    }
    let pointer = fixture["path"].as_str()?;
    if pointer.is_empty() {
        return Some(None);
    }
    let mut value = serde_json::from_slice(&before?).ok()?;
    patch(&mut value, pointer, fixture.get("set"))?;
    Some(Some(value.to_string().into_bytes()))
}

/// Sets (or, without a value, removes) what stands at a JSON pointer.
fn patch(value: &mut Value, pointer: &str, new: Option<&Value>) -> Option<()> {
    let (parent, key) = pointer.rsplit_once('/')?;
    match (value.pointer_mut(parent)?, new) {
        (Value::Object(map), Some(new)) => drop(map.insert(key.to_owned(), new.clone())),
        (Value::Object(map), None) => drop(map.remove(key)?),
        (Value::Array(list), Some(new)) => *list.get_mut(key.parse::<usize>().ok()?)? = new.clone(),
        (Value::Array(list), None) => {
            let at = key.parse().ok().filter(|at| *at < list.len())?;
            list.remove(at);
        }
        _ => return None,
    }
    Some(())
}

/// A text in another encoding than UTF-8.
pub(crate) fn encoded(text: &str, encoding: &str, bom: bool) -> Option<Vec<u8>> {
    let mark = if bom { "\u{feff}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    match encoding {
        "utf-16le" => Some(units.flat_map(u16::to_le_bytes).collect()),
        "utf-16be" => Some(units.flat_map(u16::to_be_bytes).collect()),
        "latin-1" => {
            Some(text.replacen('e', "é", 1).chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect())
        }
        _ => None,
    }
}
