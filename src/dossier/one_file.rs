//! A dossier that a host gives as one file: read and checked whole, with the digest that the browser starts from.

use super::files::{Files, Parsed, LAND};
use super::problem::{Log, Problem};
use super::Dossier;

impl Dossier {
    /// Reads and checks a JSON object with the names of `data/`'s files as keys. Its digest comes along.
    ///
    /// # Errors
    /// Everything that is wrong, as [`Dossier::read_whole`] finds it.
    pub fn read_one_file(text: &[u8]) -> Result<(Dossier, String), Vec<Problem>> {
        let log = Log::default();
        let parsed = Parsed::new(&Files::bundle(text), &log);
        let dossier = Dossier::read_whole_parsed(&parsed, log)?;
        let digest = dossier.digest_on(parsed.get(LAND).unwrap_or(&serde_json::Value::Null));
        Ok((dossier, digest))
    }
}
