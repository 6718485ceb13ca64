//! What chance begins with: the shipped dossier, the second one, the small one of the fixtures, and every bad fixture.

use std::fs;
use std::path::Path;

use fastrand::Rng;
use serde_json::Value;

use crate::fixture::{applied, Texts};
use crate::folder;

/// The dossiers, and the texts that stand in them.
pub(crate) struct Corpus {
    /// Sound ones, the small one first.
    pub(crate) sound: Vec<Texts>,
    /// The small one with one thing made wrong.
    pub(crate) bad: Vec<Texts>,
    /// Ids, dates, words and addresses of all kinds, to stand where another kind should.
    pub(crate) words: Vec<String>,
}

impl Corpus {
    /// Reads them below the project's root.
    pub(crate) fn load(root: &Path) -> Result<Corpus, String> {
        let base = folder::files(&root.join("tests/fixtures/base"))?;
        let mut bad = Vec::new();
        for path in folder::json_files(&root.join("tests/fixtures/bad"))? {
            let fixture: Value = serde_json::from_slice(&read(&path)?)
                .map_err(|e| format!("{} is not JSON: {e}", path.display()))?;
            bad.push(applied(&fixture, &base).ok_or_else(|| format!("{} leads nowhere", path.display()))?);
        }
        let mut sound = vec![base];
        for other in ["www/examples/finland", "data"] {
            if root.join(other).is_dir() {
                sound.push(folder::files(&root.join(other))?);
            }
        }
        let mut words = Vec::new();
        for (_, text) in sound.iter().take(2).flatten() {
            collect(&serde_json::from_slice(text).unwrap_or_default(), &mut words);
        }
        words.sort();
        words.dedup();
        Ok(Corpus { sound, bad, words })
    }

    /// How much there is.
    pub(crate) fn words(&self) -> String {
        format!("{} sound dossiers and {} bad ones", self.sound.len(), self.bad.len())
    }

    /// How many inputs there are without any change.
    pub(crate) fn unchanged(&self) -> u64 {
        2 * (self.sound.len() + self.bad.len()) as u64
    }

    /// Each dossier without any change, in folders and then in one file.
    pub(crate) fn as_it_is(&self, count: usize) -> Option<Texts> {
        let all = self.sound.len() + self.bad.len();
        let texts = self.sound.iter().chain(&self.bad).nth(count % all)?;
        match count / all {
            0 => Some(texts.clone()),
            1 => Some(one_file(texts)),
            _ => None,
        }
    }

    /// One of them. Mostly the small one, of which many can be read in a second.
    pub(crate) fn any(&self, chance: &mut Rng) -> &Texts {
        let at = match chance.u32(0..100) {
            0..=94 => 0,
            95..=98 => 1,
            _ => 2,
        };
        self.sound.get(at).unwrap_or(&self.bad[0])
    }

    /// The small one.
    pub(crate) fn small(&self) -> Texts {
        self.sound.first().cloned().unwrap_or_default()
    }

    /// A text that stands somewhere in the dossiers.
    pub(crate) fn word(&self, chance: &mut Rng) -> &str {
        chance.choice(&self.words).map_or("", String::as_str)
    }
}

/// All files in one, as a host gives them; as bytes, because they need not be JSON.
pub(crate) fn one_file(texts: &Texts) -> Texts {
    let mut all = b"{".to_vec();
    for (at, (name, text)) in texts.iter().enumerate() {
        all.extend_from_slice(if at == 0 { b"\"" } else { b",\"" });
        all.extend_from_slice(name.as_bytes());
        all.extend_from_slice(b"\":");
        all.extend_from_slice(text);
    }
    all.push(b'}');
    vec![(String::new(), all)]
}

/// One file for all, with one among them that a dossier does not have.
pub(crate) fn with_odd_file(mut texts: Texts, value: &Value, chance: &mut Rng) -> Texts {
    let names = [
        "",
        " ",
        "\n",
        "a/b",
        "strings/.json",
        "strings/uz.json",
        "strings/en.detail.detail.json",
        "notes.json",
    ];
    let name = Value::from(names[chance.usize(0..names.len())]);
    if let Some((_, text)) = texts.first_mut() {
        text.splice(0..1, format!("{{{name}:{value},").into_bytes());
    }
    texts
}

fn collect(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::String(text) => words.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|value| collect(value, words)),
        Value::Object(map) => map.values().for_each(|value| collect(value, words)),
        _ => {}
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))
}
