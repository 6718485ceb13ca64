//! Which records are shown: by partner, theme and kind. A group in which nothing is chosen restricts nothing; within
//! a group any of the chosen will do, and a record must satisfy every group.

use crate::dossier::{tie_kind_id, Dossier, Event, Tie, TIE_KINDS};

/// The groups of things a reader can choose among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Partners of the home country.
    Partner,
    /// Themes of events.
    Theme,
    /// Kinds of records: events, then each kind of tie.
    Kind,
    /// Rows of the ties picture; chosen are those that are unfolded.
    Row,
    /// Questions of the map.
    Question,
    /// Cameras of the map.
    Camera,
}

impl Group {
    /// All groups with the names they have in links and in the page.
    pub const ALL: [(&'static str, Group); 6] = [
        ("partner", Group::Partner),
        ("theme", Group::Theme),
        ("kind", Group::Kind),
        ("row", Group::Row),
        ("question", Group::Question),
        ("camera", Group::Camera),
    ];

    /// The group with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, group)| *group)
    }

    /// How many things there are to choose among.
    pub fn len(self, dossier: &Dossier) -> usize {
        let manifest = &dossier.manifest;
        match self {
            Self::Partner => manifest.partners.len(),
            Self::Theme => manifest.themes.len(),
            Self::Kind => 1 + TIE_KINDS.len(),
            Self::Row => manifest.rows.len(),
            Self::Question => manifest.questions.len(),
            Self::Camera => manifest.cameras.len(),
        }
    }

    /// The id of one of them; the empty text beyond the last.
    pub fn id(self, ix: usize, dossier: &Dossier) -> &str {
        let manifest = &dossier.manifest;
        let id = match self {
            Self::Partner => manifest.partners.get(ix).map(|p| p.id.as_str()),
            Self::Theme => manifest.themes.get(ix).map(|t| t.id.as_str()),
            Self::Kind => Some(ix.checked_sub(1).map_or("event", tie_kind_id)),
            Self::Row => manifest.rows.get(ix).map(|r| r.id.as_str()),
            Self::Question => manifest.questions.get(ix).map(|q| q.id.as_str()),
            Self::Camera => manifest.cameras.get(ix).map(|c| c.id.as_str()),
        };
        id.unwrap_or("")
    }

    /// Which of them has this id.
    pub fn position(self, id: &str, dossier: &Dossier) -> Option<usize> {
        (0..self.len(dossier)).find(|ix| self.id(*ix, dossier) == id)
    }
}

/// A set of positions up to 31. Manifests are checked to stay within.
pub type Chosen = u32;

/// The position as a set of its own; nothing beyond 31.
pub fn bit(position: usize) -> Chosen {
    u32::try_from(position).ok().and_then(|n| 1_u32.checked_shl(n)).unwrap_or(0)
}

/// What is chosen in each group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// Chosen partners.
    pub partners: Chosen,
    /// Chosen themes. Ties have no theme: where one is chosen, no tie is shown.
    pub themes: Chosen,
    /// Chosen kinds: position 0 is events, then the kinds of ties in the order of [`TIE_KINDS`].
    pub kinds: Chosen,
}

impl Filter {
    /// The chosen of a group, if the group is one of the filter's.
    pub fn group(&mut self, group: Group) -> Option<&mut Chosen> {
        match group {
            Group::Partner => Some(&mut self.partners),
            Group::Theme => Some(&mut self.themes),
            Group::Kind => Some(&mut self.kinds),
            _ => None,
        }
    }

    /// Whether an event passes.
    pub fn event(&self, event: &Event) -> bool {
        let of_partner = event.partners.iter().any(|partner| self.partners & bit(*partner) != 0);
        (self.partners == 0 || of_partner)
            && (self.themes == 0 || self.themes & bit(event.theme) != 0)
            && (self.kinds == 0 || self.kinds & 1 != 0)
    }

    /// Whether a tie passes.
    pub fn tie(&self, tie: &Tie) -> bool {
        (self.partners == 0 || self.partners & bit(tie.partner) != 0)
            && self.themes == 0
            && (self.kinds == 0 || self.kinds & bit(1 + tie.kind as usize) != 0)
    }
}
