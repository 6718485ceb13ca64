//! How the records are spread: over years, partners, owners, languages, kinds; and where they are few. For a person
//! who edits the data, never for the browser.

use std::collections::BTreeMap;
use std::fmt;

use super::read_events::CONFIDENCE;
use super::read_sources::KINDS;
use super::record::Confidence;
use super::Dossier;
use crate::text::Day;

/// So many ids or years stand in a hint, then only how many more there are.
const MOST_NAMED: usize = 200;
/// A domain with more years than this is told by the years with events alone.
const MOST_YEARS: i32 = 400;
/// Where a line of a hint ends.
const LINE_LETTERS: usize = 100;

/// Counts of records by one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// What the records are counted by, then what is counted in each column.
    pub head: Vec<&'static str>,
    /// Each value, with a count a column.
    pub rows: Vec<(String, Vec<usize>)>,
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = self.head.first().copied().unwrap_or_default();
        let letters = |text: &str| text.chars().count();
        let wide = self.rows.iter().map(|(value, _)| letters(value)).chain([letters(by)]).max().unwrap_or(0);
        write!(f, "{by:wide$}")?;
        for column in self.head.iter().skip(1) {
            write!(f, "  {column:>6}")?;
        }
        writeln!(f)?;
        for (value, counts) in &self.rows {
            write!(f, "{value:wide$}")?;
            for (count, column) in counts.iter().zip(self.head.iter().skip(1)) {
                write!(f, "  {count:>0$}", letters(column).max(6))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

impl Dossier {
    /// The records by year, partner, owner, language, kind and confidence; sources only once they are loaded.
    #[must_use]
    pub fn spreads(&self) -> Vec<Spread> {
        let mut spreads = vec![self.by_year(), self.by_partner()];
        if self.has_detail {
            let owners = self.manifest.owners.iter().map(String::as_str);
            spreads.push(self.sources_by("owner", owners, |source| &source.owner));
            spreads.push(self.sources_by("language", [].into_iter(), |source| &source.language));
            spreads.push(self.sources_by("kind", KINDS.into_iter(), |source| &source.kind));
        }
        spreads.push(self.by_confidence());
        spreads
    }

    /// What is few, but not wrong.
    #[must_use]
    pub fn hints(&self) -> Vec<String> {
        let empty = self.by_year().rows.into_iter().filter(|(_, counts)| counts.first() == Some(&0));
        let single = self.events.iter().filter(|event| event.sources.len() == 1);
        let hints = [
            ("years without an event", empty.map(|(year, _)| year).collect::<Vec<_>>()),
            ("events with one source only", single.map(|event| event.id.clone()).collect()),
        ];
        hints.into_iter().filter(|(_, few)| !few.is_empty()).map(|(what, few)| hint(what, &few)).collect()
    }

    /// Every year of the domain up to `as_of`, so that gaps show, and those besides in which an event began.
    fn by_year(&self) -> Spread {
        let year = |day: Day| day.ymd().0;
        let (first, last) = self.manifest.domain;
        let (first, last) = (year(first), year(last.min(self.manifest.as_of)));
        let mut years: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        if last.saturating_sub(first) < MOST_YEARS {
            years.extend((first..=last).map(|year| (year, vec![0, 0])));
        }
        for event in &self.events {
            // The same year as in a yearly score: that of the middle of the first date.
            let middle = Day(event.when.start().middle_days().floor() as i32);
            add(years.entry(year(middle)).or_insert_with(|| vec![0, 0]), [1, usize::from(event.in_frame)]);
        }
        let rows = years.into_iter().map(|(year, counts)| (year.to_string(), counts)).collect();
        Spread { head: vec!["year", "events", "framed"], rows }
    }

    /// An event counts for each partner it names.
    fn by_partner(&self) -> Spread {
        let row = |(at, partner): (usize, &super::Partner)| {
            let events = self.events.iter().filter(|event| event.partners.contains(&at)).count();
            let acts = self.events.iter().flat_map(|event| &event.effects);
            let acts = acts.filter(|act| act.partner == at).count();
            let ties = self.ties.iter().filter(|tie| tie.partner == at).count();
            (partner.id.clone(), vec![events, acts, ties])
        };
        let rows = self.manifest.partners.iter().enumerate().map(row).collect();
        Spread { head: vec!["partner", "events", "acts", "ties"], rows }
    }

    /// The sources by one of their fields: the values known, in their order, then any other.
    fn sources_by<'a>(
        &'a self,
        by: &'static str,
        known: impl Iterator<Item = &'a str>,
        field: fn(&super::Source) -> &String,
    ) -> Spread {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for source in &self.sources {
            *counts.entry(field(source)).or_default() += 1;
        }
        let mut rows: Vec<(String, Vec<usize>)> = Vec::new();
        rows.extend(known.filter_map(|value| Some((value.to_owned(), vec![counts.remove(value)?]))));
        rows.extend(counts.into_iter().map(|(value, count)| (value.to_owned(), vec![count])));
        Spread { head: vec![by, "sources"], rows }
    }

    fn by_confidence(&self) -> Spread {
        let row = |(name, confidence): (&str, Confidence)| {
            let events = self.events.iter().filter(|event| event.confidence == confidence).count();
            let ties = self.ties.iter().filter(|tie| tie.confidence == confidence).count();
            (name.to_owned(), vec![events, ties])
        };
        let all = [Confidence::Low, Confidence::Medium, Confidence::High];
        Spread {
            head: vec!["confidence", "events", "ties"],
            rows: CONFIDENCE.into_iter().zip(all).map(row).collect(),
        }
    }
}

fn add(counts: &mut [usize], more: [usize; 2]) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
    }
}

/// `hint: events with one source only (2): a, b`, broken into lines.
fn hint(what: &str, few: &[String]) -> String {
    let mut text = String::new();
    let mut line = format!("hint: {what} ({}):", few.len());
    for (at, name) in few.iter().take(MOST_NAMED).enumerate() {
        if line.len() + name.len() + 2 > LINE_LETTERS {
            text.push_str(&line);
            text.push('\n');
            line = " ".into();
        }
        line.push(' ');
        line.push_str(name);
        line.push_str(if at + 1 < few.len() { "," } else { "" });
    }
    if few.len() > MOST_NAMED {
        line.push_str(&format!(" and {} more", few.len() - MOST_NAMED));
    }
    text + &line
}
