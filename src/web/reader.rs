//! The class that reads a host's own dossier: all that is wrong with it, or what the page shows of it. A wasm of its
//! own, loaded only for an element with `src`.

use crate::dossier::{Dossier, Problem};
use crate::order;
use crate::outline;
use crate::relations::exchange;
use serde_json::{json, Value};
use wasm_bindgen::prelude::*;

/// One file that holds a dossier, read and checked.
#[wasm_bindgen]
pub struct OwnDossier(Result<(Dossier, String), Vec<Problem>>);

#[wasm_bindgen]
impl OwnDossier {
    /// Reads the bytes of the file.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> OwnDossier {
        OwnDossier(Dossier::read_one_file(bytes))
    }

    /// All that is wrong, as JSON: `[{ file, path, message, mend }, …]`.
    pub fn problems(&self) -> String {
        let problem =
            |p: &Problem| json!({ "file": p.file, "path": p.path, "message": p.message, "mend": p.mend });
        self.0.as_ref().err().into_iter().flatten().map(problem).collect::<Value>().to_string()
    }

    /// What the pictures start from; the empty text if there are problems, as of the methods below.
    pub fn digest(&self) -> String {
        self.with(|_, digest| digest.to_owned())
    }

    /// The language of its words, BCP 47.
    pub fn locale(&self) -> String {
        self.with(|dossier, _| dossier.strings.locale().to_owned())
    }

    /// Every record's card by its key, as JSON, in the order of the keys: the page keeps the titles in it in that order,
    /// and would make room for each of thousands in the middle of the others. Under `test` what the panel's button says, if
    /// the dossier tests anything.
    pub fn cards(&self) -> String {
        self.with(|dossier, _| {
            let mut cards = outline::record_cards(dossier);
            let door = outline::test_door(dossier);
            cards.extend((!door.is_empty()).then(|| ("test".to_owned(), door)));
            order::sort(&mut cards, &mut |a, b| a.0.cmp(&b.0));
            let mut json = String::new();
            for (key, nodes) in cards {
                json += if json.is_empty() { "{" } else { "," };
                outline::write_text(&key, &mut json);
                json += ":";
                json += &outline::write_json(&nodes, false);
            }
            if json.is_empty() {
                json += "{";
            }
            json + "}"
        })
    }

    /// What the panel “Test it” computes from; the empty text if the dossier tests nothing.
    pub fn panel(&self) -> String {
        self.with(|dossier, _| exchange::write(dossier).unwrap_or_default())
    }

    /// The text version as it stands under a host's heading, as JSON.
    pub fn text(&self) -> String {
        self.with(|dossier, _| outline::write_json(&outline::document_without_test(dossier), true))
    }
}

impl OwnDossier {
    fn with(&self, say: impl FnOnce(&Dossier, &str) -> String) -> String {
        self.0.as_ref().map_or(String::new(), |(dossier, digest)| say(dossier, digest))
    }
}
