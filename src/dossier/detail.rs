//! What is loaded after the start: the bibliography and the summaries.

use serde_json::Value;

use super::check_sources::check_sources;
use super::check_strings::check_detail_strings;
use super::cursor::Cursor;
use super::files::{parse, DETAIL, SOURCES};
use super::ids::Ids;
use super::problem::{Log, Problem};
use super::read_sources::read_sources;
use super::read_strings::read_strings;
use super::Dossier;

impl Dossier {
    /// Reads `sources.json` and the detail strings and adds them.
    ///
    /// # Errors
    /// Everything that is wrong with them, or with what cites them; the dossier then stays as it was.
    pub fn load_detail(&mut self, sources_json: &str, detail_strings_json: &str) -> Result<(), Vec<Problem>> {
        let log = Log::default();
        let sources = parse(SOURCES, sources_json.as_bytes(), &log);
        let strings = parse(DETAIL, detail_strings_json.as_bytes(), &log);
        match (sources, strings) {
            (Some(sources), Some(strings)) => self.load_detail_values(&sources, &strings),
            _ => Err(log.into_problems()),
        }
    }

    /// The same from one text, `{ "sources": <sources.json>, "strings": <strings/en.detail.json> }`, in one
    /// file. The browser loads prepared cards instead.
    ///
    /// # Errors
    /// As [`Dossier::load_detail`].
    pub fn load_detail_bundle(&mut self, json: &str) -> Result<(), Vec<Problem>> {
        const NAME: &str = "detail.json";
        let log = Log::default();
        let value = parse(NAME, json.as_bytes(), &log);
        let Some(value) = value else { return Err(log.into_problems()) };
        Cursor::file(NAME, &value, &log).fields(&["sources", "strings"], &[]);
        match (value.get("sources"), value.get("strings")) {
            (Some(sources), Some(strings)) => self.load_detail_values(sources, strings),
            _ => Err(log.into_problems()),
        }
    }

    pub(super) fn load_detail_values(
        &mut self,
        sources: &Value,
        strings: &Value,
    ) -> Result<(), Vec<Problem>> {
        let log = Log::default();
        let file = Cursor::file(SOURCES, sources, &log);
        let ids = Ids::collect(file.get("sources").as_ref(), "source");
        let mut read = read_sources(&file, self.manifest.as_of);
        check_sources(self, &ids, &log);
        let file = Cursor::file(DETAIL, strings, &log);
        let sections = read_strings(&file, self.strings.locale());
        check_detail_strings(&file, self, &read);
        if !log.is_empty() {
            return Err(log.into_problems());
        }
        read.sort_by(|a, b| a.id.cmp(&b.id));
        self.sources = read;
        self.strings.merge(sections);
        self.has_detail = true;
        Ok(())
    }
}
