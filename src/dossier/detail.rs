//! What is loaded after the start: the bibliography, the summaries, what the article claims, figures and series.

use super::check_claims::check_claims;
use super::check_sources::check_sources;
use super::check_strings::check_detail_strings;
use super::cursor::Cursor;
use super::files::{Files, Parsed};
use super::files::{CLAIMS, DETAIL, FIGURES, SERIES, SOURCES, TEST};
use super::ids::Ids;
use super::known::Known;
use super::problem::{Log, Problem};
use super::read_claims::read_claims;
use super::read_figures::{read_figures, read_series};
use super::read_sources::read_sources;
use super::read_strings::read_strings;
use super::read_test_plan::read_test_plan;
use super::Dossier;

impl Dossier {
    /// Reads and checks all files: those needed to start and those loaded later.
    ///
    /// # Errors
    /// Everything that is wrong. The later files are looked at once the first are sound.
    pub fn read_whole(files: &Files) -> Result<Dossier, Vec<Problem>> {
        let log = Log::default();
        let parsed = Parsed::new(files, &log);
        Dossier::read_whole_parsed(&parsed, log)
    }

    /// The same of files read into JSON, unless `log` has a problem with them already.
    pub(super) fn read_whole_parsed(parsed: &Parsed, log: Log) -> Result<Dossier, Vec<Problem>> {
        if log.is_empty() {
            for name in [SOURCES, DETAIL] {
                if parsed.get(name).is_none() {
                    log.add(name, String::new(), "this file is missing".into(), "add it, see data/README.md");
                }
            }
        }
        let mut dossier = Dossier::read_parsed(parsed, log)?;
        dossier.add_detail(parsed)?;
        Ok(dossier)
    }

    /// Adds what `parsed` has beyond the start. Files that are not there are not missed.
    ///
    /// # Errors
    /// Everything that is wrong with it, or with what cites it; the dossier then stays as it was.
    pub(super) fn add_detail(&mut self, parsed: &Parsed) -> Result<(), Vec<Problem>> {
        let (Some(sources), Some(strings)) = (parsed.get(SOURCES), parsed.detail_strings()) else {
            return Ok(());
        };
        let log = Log::default();
        let mut known = Known::collect(parsed, &Log::default());
        known.set_event_order(&self.event_positions);
        let mut whole = self.clone();
        let of = |name: &'static str| Some(Cursor::file(name, parsed.get(name)?, &log));
        for (name, key, what) in
            [(CLAIMS, "claims", "claim"), (FIGURES, "figures", "figure"), (SERIES, "series", "series")]
        {
            Ids::collect(of(name).as_ref().and_then(|file| file.get(key)).as_ref(), what);
        }
        whole.claims = of(CLAIMS).map(|c| read_claims(&c, &known)).unwrap_or_default();
        whole.figures = of(FIGURES).map(|c| read_figures(&c, &known)).unwrap_or_default();
        whole.series = of(SERIES).map(|c| read_series(&c, &known)).unwrap_or_default();
        whole.test_plan = of(TEST).and_then(|c| read_test_plan(&c, &known, &whole.series));
        let file = Cursor::file(SOURCES, sources, &log);
        let ids = Ids::collect(file.get("sources").as_ref(), "source");
        let owners: Vec<&str> = self.manifest.owners.iter().map(String::as_str).collect();
        whole.sources = read_sources(&file, &owners, self.manifest.as_of);
        check_sources(&whole, &ids, &log);
        check_claims(&whole, of(CLAIMS));
        let (name, words) = strings;
        let file = Cursor::file(name, words, &log);
        let sections = read_strings(&file, self.strings.locale());
        check_detail_strings(&file, &whole);
        if !log.is_empty() {
            return Err(log.into_problems());
        }
        whole.sources.sort_by(|a, b| a.id.cmp(&b.id));
        whole.strings.merge(sections);
        whole.has_detail = true;
        *self = whole;
        Ok(())
    }
}
