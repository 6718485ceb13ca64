//! What a pointer or a key can mean: one record, several, or a moment.

use super::Group;
use crate::dossier::{Dossier, Where};
use crate::text::Day;

/// A thing that can be hovered, chosen or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The event with this index.
    Event(usize),
    /// The tie with this index.
    Tie(usize),
    /// The base with this index.
    Base(usize),
    /// Events drawn as one counted cluster, in date order.
    Cluster(Vec<usize>),
    /// A row of the ties picture, by its name.
    Row(usize),
    /// A moment on the time axis.
    Time(Day),
}

impl Target {
    /// The stable text form used between Rust and the page, such as `event:k2-agreement`.
    pub fn to_text(&self, dossier: &Dossier) -> String {
        let event = |ix: &usize| dossier.events.get(*ix).map_or("", |e| e.id.as_str());
        match self {
            Self::Event(ix) => ["event:", event(ix)].concat(),
            Self::Tie(ix) => ["tie:", dossier.ties.get(*ix).map_or("", |t| &t.id)].concat(),
            Self::Base(ix) => ["base:", dossier.bases.get(*ix).map_or("", |b| &b.id)].concat(),
            Self::Cluster(events) => {
                ["cluster:", &events.iter().map(event).collect::<Vec<_>>().join(" ")].concat()
            }
            Self::Row(ix) => ["row:", Group::Row.id(*ix, dossier)].concat(),
            Self::Time(day) => ["time:", &day.iso()].concat(),
        }
    }

    /// Reads the text form back; `None` for anything that names no record of this dossier.
    pub fn parse(text: &str, dossier: &Dossier) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        match kind {
            "event" => dossier.event_ix(id).map(Self::Event),
            "tie" => dossier.tie_ix(id).map(Self::Tie),
            "base" => dossier.bases.iter().position(|b| b.id == id).map(Self::Base),
            "cluster" => {
                let events: Option<Vec<_>> = id.split(' ').map(|id| dossier.event_ix(id)).collect();
                events.filter(|events| !events.is_empty()).map(Self::Cluster)
            }
            "row" => Group::Row.position(id, dossier).map(Self::Row),
            "time" => Day::parse_iso(id).map(Self::Time),
            _ => None,
        }
    }

    /// Index of the place where it is, if it has one.
    pub fn place(&self, dossier: &Dossier) -> Option<usize> {
        match self {
            Self::Event(ix) => match dossier.events.get(*ix)?.place {
                Where::Place(place) => Some(place),
                Where::None(_) => None,
            },
            Self::Tie(ix) => dossier.ties.get(*ix)?.place,
            Self::Base(ix) => dossier.bases.get(*ix).map(|b| b.place),
            Self::Cluster(_) | Self::Row(_) | Self::Time(_) => None,
        }
    }

    /// The date this target stands for: where the cursor goes when it is chosen.
    pub fn day(&self, dossier: &Dossier) -> Option<Day> {
        match self {
            Self::Event(ix) => dossier.events.get(*ix).map(|e| e.when.earliest()),
            Self::Tie(ix) => dossier.ties.get(*ix).map(|t| t.from.earliest),
            Self::Base(ix) => dossier.bases.get(*ix).map(|b| b.from.earliest),
            Self::Cluster(events) => {
                events.first().and_then(|ix| dossier.events.get(*ix)).map(|e| e.when.earliest())
            }
            Self::Row(_) => None,
            Self::Time(day) => Some(*day),
        }
    }
}
