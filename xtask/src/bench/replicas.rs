//! Dossiers of any size out of the real one: its own events told again at other dates, with other partners and
//! themes. The same seed gives the same dossier, so that two runs measure the same pictures.

use std::collections::BTreeMap;

use us_uz_explainer::dossier::{Dossier, Event, Step};
use us_uz_explainer::text::{Day, Precision, Sections, Span, Until, When};

/// Numbers that only look like chance: SplitMix64 (Steele, Lea and Flood 2014).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from `least` to `most`; `least` where there is none between.
    fn between(&mut self, least: i32, most: i32) -> i32 {
        let count = i64::from(most) - i64::from(least) + 1;
        let Ok(count @ 1..) = u64::try_from(count) else { return least };
        least.saturating_add(i32::try_from(self.next() % count).unwrap_or(0))
    }

    fn below(&mut self, count: usize) -> usize {
        let most = i32::try_from(count.saturating_sub(1)).unwrap_or(i32::MAX);
        usize::try_from(self.between(0, most)).unwrap_or(0)
    }
}

/// The dossier with replicas of its events added until there are `events`, or without its last ones where it has more;
/// the ties, the places and the story stay as they are.
pub(super) fn enlarged(real: &Dossier, events: usize, seed: u64) -> Dossier {
    let mut numbers = Numbers(seed);
    let mut all: Vec<_> = real.events.iter().take(events).cloned().collect();
    let mut titles = BTreeMap::new();
    let originals = real.events.iter().cycle();
    for (number, original) in originals.take(events.saturating_sub(all.len())).enumerate() {
        let replica = replica(real, original, number + 1, &mut numbers);
        let title = format!("{} ({})", real.title("event", &original.id), number + 1);
        titles.insert(replica.id.clone(), title);
        all.push(replica);
    }
    all.sort_by(|a, b| (a.when.earliest(), &a.id).cmp(&(b.when.earliest(), &b.id)));
    let mut dossier = real.clone();
    dossier.story = real.story.iter().map(|step| pointing_into(&all, step, real)).collect();
    dossier.events = all;
    dossier.strings.merge(Sections::from([("event".to_owned(), titles)]));
    dossier
}

fn replica(real: &Dossier, original: &Event, number: usize, numbers: &mut Numbers) -> Event {
    let mut event = original.clone();
    event.id = format!("{}-{number}", original.id);
    event.when = elsewhere(&original.when, real.manifest.domain, numbers);
    event.theme = numbers.below(real.manifest.themes.len());
    let partner = numbers.below(real.manifest.partners.len());
    if !event.partners.is_empty() {
        event.partners = vec![partner];
        for effect in &mut event.effects {
            effect.partner = partner;
        }
    }
    event
}

/// The same stretch of time elsewhere in the domain: moved by days where it is known to the day, by whole years
/// where it is not, so that a month stays a month.
fn elsewhere(when: &When, domain: (Day, Day), numbers: &mut Numbers) -> When {
    let last = match when {
        When::At(span) | When::Between { to: Until::Known(span), .. } => span.latest,
        When::Between { from, to: Until::Open } => from.latest,
    };
    let first = when.earliest();
    let to_the_day = |span: &Span| span.precision == Precision::Day;
    let by_days = match when {
        When::At(span) | When::Between { from: span, to: Until::Open } => to_the_day(span),
        When::Between { from, to: Until::Known(to) } => to_the_day(from) && to_the_day(to),
    };
    let moved: Box<dyn Fn(Day) -> Day> = if by_days {
        let days = numbers.between(domain.0 .0 - first.0, domain.1 .0 - last.0);
        Box::new(move |day| Day(day.0 + days))
    } else {
        let year = |day: Day| day.ymd().0;
        let years = numbers.between(year(domain.0) - year(first), year(domain.1) - year(last));
        Box::new(move |day| years_later(day, years))
    };
    let span = |span: &Span| Span { earliest: moved(span.earliest), latest: moved(span.latest), ..*span };
    match when {
        When::At(at) => When::At(span(at)),
        When::Between { from, to: Until::Known(to) } => {
            When::Between { from: span(from), to: Until::Known(span(to)) }
        }
        When::Between { from, to: Until::Open } => When::Between { from: span(from), to: Until::Open },
    }
}

/// The same day of the month in another year; the last of February for its 29th in a year without one.
fn years_later(day: Day, years: i32) -> Day {
    let (year, month, date) = day.ymd();
    let of = |date| Day::from_ymd(year.saturating_add(years), month, date);
    of(date).or_else(|| of(28)).unwrap_or(day)
}

/// The step with its events found again among all.
fn pointing_into(all: &[Event], step: &Step, real: &Dossier) -> Step {
    let found = |ix: &usize| {
        let id = &real.events.get(*ix)?.id;
        all.iter().position(|event| event.id == *id)
    };
    Step { events: step.events.iter().filter_map(found).collect(), ..step.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAND: &str = include_str!("../../../data/land.json");

    fn real() -> Dossier {
        Dossier::built_in().unwrap()
    }

    fn digest(events: usize, seed: u64) -> String {
        enlarged(&real(), events, seed).digest(LAND).unwrap()
    }

    #[test]
    fn the_same_seed_gives_the_same_digest_and_another_seed_another() {
        assert_eq!(digest(1000, 7), digest(1000, 7));
        assert_ne!(digest(1000, 7), digest(1000, 8));
    }

    #[test]
    fn the_digest_reads_back_with_that_many_events_in_order() {
        let real = real();
        let read = Dossier::from_digest(&digest(1000, 7)).unwrap();
        assert_eq!(read.events.len(), 1000);
        assert!(read.events.is_sorted_by_key(|event| (event.when.earliest(), event.id.clone())));
        for (position, event) in read.events.iter().enumerate() {
            assert_eq!(read.event_ix(&event.id), Some(position), "{} is there once", event.id);
            assert_ne!(read.title("event", &event.id), event.id, "it has a title");
        }
        let ids = |dossier: &Dossier, step: &Step| -> Vec<String> {
            step.events.iter().map(|ix| dossier.events[*ix].id.clone()).collect()
        };
        for (enlarged, original) in read.story.iter().zip(&real.story) {
            assert_eq!(ids(&read, enlarged), ids(&real, original));
        }
    }

    #[test]
    fn fewer_events_are_the_first_ones() {
        let read = Dossier::from_digest(&digest(100, 7)).unwrap();
        assert_eq!(read.events.len(), 100);
        assert!(read.events.iter().zip(&real().events).all(|(few, all)| few.id == all.id));
        assert!(read.story.iter().all(|step| step.events.iter().all(|ix| *ix < 100)));
    }

    #[test]
    fn replicas_lie_in_the_domain_all_over_it_and_stay_as_precise() {
        let real = real();
        let large = enlarged(&real, 5000, 7);
        let (first, last) = real.manifest.domain;
        let mut of_year = BTreeMap::new();
        for event in &large.events {
            let When::At(span) = event.when else { continue };
            assert!(span.earliest >= first && span.latest <= last, "{}: {span:?}", event.id);
            if span.precision == Precision::Month {
                assert_eq!(span.earliest.ymd().2, 1, "{}: a month begins on its first day", event.id);
            }
            *of_year.entry(span.earliest.ymd().0).or_insert(0) += 1;
        }
        assert!((first.ymd().0..=last.ymd().0).all(|year| of_year.get(&year).is_some_and(|n| *n > 30)));
        let rows: Vec<usize> = large.events.iter().map(|event| large.row_of_event(event)).collect();
        assert!((0..real.manifest.rows.len()).all(|row| rows.iter().filter(|r| **r == row).count() > 100));
    }

    #[test]
    fn a_leap_day_has_a_place_in_every_year() {
        let day = |iso| Day::parse_iso(iso).unwrap();
        assert_eq!(years_later(day("2004-02-29"), 1), day("2005-02-28"));
        assert_eq!(years_later(day("2004-02-29"), 4), day("2008-02-29"));
    }
}
