//! The coded acts of a dossier as plain numbers, and which of them score for a side.
//!
//! Only acts of events in the coding frame are here. One campaign is one episode and scores once for a partner, by its
//! first act (coding rule 8).

use crate::dossier::{Actor, Confidence, Dossier};
use crate::text::Day;

/// Who acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The home country.
    Home,
    /// The partner.
    Partner,
    /// Both together.
    Both,
}

/// Whose acts are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    All,
    /// What the home country did, alone or together with the partner.
    Home,
}

/// How an act is weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Goldstein's score of its code.
    Goldstein,
    /// One for closer, minus one for further.
    Sign,
    /// Goldstein's, and every act of an episode by itself.
    EveryAct,
}

/// Which acts are good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// All.
    All,
    /// Those of events with two sources or more.
    TwoSources,
    /// Those of events with high confidence.
    HighConfidence,
}

/// One coded act between the home country and a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Index of its event: natively into the dossier's events, always into [`super::Tested::events`].
    pub event: usize,
    /// Index into the manifest's partners.
    pub partner: usize,
    /// Who acted.
    pub by: By,
    /// Goldstein's score of its code, −10 to 10.
    pub score: f64,
    /// When it counts, in days since 1970-01-01: the middle of the first date of its event, as precise as that is known.
    pub days: f64,
    /// The campaign it belongs to, a number of its own.
    pub episode: Option<usize>,
    /// How many sources its event has.
    pub sources: usize,
    /// How sure its event is.
    pub confidence: Confidence,
}

impl Act {
    /// The year in which it counts.
    #[must_use]
    pub fn year(&self) -> i32 {
        // A date has fewer days than an i32 has numbers by far.
        Day(self.days.floor() as i32).ymd().0
    }

    fn counts(&self, whose: Whose, quality: Quality) -> bool {
        let by = whose == Whose::All || self.by != By::Partner;
        let good = match quality {
            Quality::All => true,
            Quality::TwoSources => self.sources >= 2,
            Quality::HighConfidence => self.confidence == Confidence::High,
        };
        by && good
    }
}

/// All coded acts of a dossier, earliest first.
#[must_use]
pub fn acts(dossier: &Dossier) -> Vec<Act> {
    let mut episodes: Vec<&str> = Vec::new();
    let mut acts = Vec::new();
    for (ix, event) in dossier.events.iter().enumerate().filter(|(_, event)| event.in_frame) {
        let episode = event.episode.as_deref().map(|name| {
            episodes.iter().position(|known| *known == name).unwrap_or_else(|| {
                episodes.push(name);
                episodes.len() - 1
            })
        });
        for effect in &event.effects {
            let by = match effect.by {
                Actor::Home => By::Home,
                Actor::Partner(_) => By::Partner,
                Actor::Both => By::Both,
            };
            acts.push(Act {
                event: ix,
                partner: effect.partner,
                by,
                score: effect.score,
                days: event.when.start().middle_days(),
                episode,
                sources: event.sources.len(),
                confidence: event.confidence,
            });
        }
    }
    crate::order::sort(&mut acts, &mut |a, b| a.days.total_cmp(&b.days));
    acts
}

/// An act that scores, and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Index of its event.
    pub event: usize,
    /// When it counts, days since 1970-01-01.
    pub days: f64,
    /// What it adds.
    pub score: f64,
    /// How many further acts of its episode it stands for.
    pub others: usize,
}

impl Scored {
    /// The year in which it counts.
    #[must_use]
    pub fn year(&self) -> i32 {
        Day(self.days.floor() as i32).ymd().0
    }
}

/// What scores for a side, earliest first: the acts with its partners, each episode once a partner.
#[must_use]
pub fn scored(
    acts: &[Act],
    partners: &[usize],
    whose: Whose,
    weight: Weight,
    quality: Quality,
) -> Vec<Scored> {
    let mut out: Vec<Scored> = Vec::new();
    let mut seen: Vec<((usize, usize), usize)> = Vec::new();
    for act in acts.iter().filter(|act| partners.contains(&act.partner) && act.counts(whose, quality)) {
        if let Some(episode) = act.episode.filter(|_| weight != Weight::EveryAct) {
            let key = (episode, act.partner);
            if let Some((_, at)) = seen.iter().find(|(known, _)| *known == key) {
                if let Some(first) = out.get_mut(*at) {
                    first.others += 1;
                }
                continue;
            }
            seen.push((key, out.len()));
        }
        let score = match weight {
            Weight::Sign if act.score > 0.0 => 1.0,
            Weight::Sign if act.score < 0.0 => -1.0,
            _ => act.score,
        };
        out.push(Scored { event: act.event, days: act.days, score, others: 0 });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(event: usize, days: f64, episode: Option<usize>, by: By, score: f64) -> Act {
        Act { event, partner: 0, by, score, days, episode, sources: 1, confidence: Confidence::High }
    }

    #[test]
    fn an_episode_scores_once_by_its_first_act() {
        let acts = [
            act(0, 10.0, Some(0), By::Home, -7.0),
            act(1, 20.0, None, By::Both, 8.0),
            act(2, 30.0, Some(0), By::Partner, -7.0),
        ];
        let of = |whose, weight| scored(&acts, &[0], whose, weight, Quality::All);
        let once = of(Whose::All, Weight::Goldstein);
        assert_eq!(
            once.iter().map(|s| (s.event, s.score, s.others)).collect::<Vec<_>>(),
            [(0, -7.0, 1), (1, 8.0, 0)]
        );
        assert_eq!(of(Whose::All, Weight::EveryAct).len(), 3);
        assert_eq!(of(Whose::Home, Weight::EveryAct).len(), 2);
        assert_eq!(of(Whose::All, Weight::Sign).iter().map(|s| s.score).sum::<f64>(), 0.0);
        assert!(scored(&acts, &[0], Whose::All, Weight::Goldstein, Quality::TwoSources).is_empty());
        assert!(scored(&acts, &[1], Whose::All, Weight::Goldstein, Quality::All).is_empty());
    }
}
