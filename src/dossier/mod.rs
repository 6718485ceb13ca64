//! What is told? JSON in, an immutable, indexed [`Dossier`] or *all* its [`Problem`]s out.
//! Uses `text` (dates, strings) and `geo` (positions, land); knows no country by itself.

mod cell;
mod cell_write;
mod check_claims;
mod check_dates;
mod check_locale;
mod check_places;
mod check_references;
mod check_sources;
mod check_strings;
mod claim;
mod cursor;
mod decode;
mod detail;
mod digest;
mod digest_land;
mod digest_write;
mod duplicate_keys;
mod files;
mod goldstein;
mod ids;
mod known;
mod manifest;
mod nearest;
mod one_file;
mod problem;
mod read;
mod read_blocs;
mod read_claims;
mod read_events;
mod read_figures;
mod read_manifest;
mod read_places;
mod read_sources;
mod read_story;
mod read_strings;
mod read_test_plan;
mod read_ties;
mod record;
mod report;
mod spread;
mod test_plan;
mod values;

use crate::geo::Land;
use crate::order::sorted_positions;
use crate::text::Strings;

pub(crate) use cell::Cell;
pub(crate) use cell_write::{plain, position, span, until};
pub use claim::{Account, Claim, ClaimKind, Figure, FigureValue, Series, SeriesLine, CLAIM_KINDS};
pub use files::Files;
pub use goldstein::goldstein;
pub use manifest::{
    Article, Camera, Credit, Manifest, MarkShape, Partner, Question, Row, Section, Side, Theme,
};
pub use problem::Problem;
pub use record::{
    tie_kind_id, Actor, ActorKind, ActorRecord, ArticleRef, Base, Bloc, BlocKind, Confidence, Effect, Event,
    MemberStatus, Membership, Place, PlaceKind, Source, Step, Tie, TieKind, Where, TIE_KINDS,
};
pub use report::{check_report, Report};
pub use spread::Spread;
pub use test_plan::{Change, Moment, MomentKind, SeriesPlan, TestPlan, TestSide, MOMENT_KINDS};

/// All that is told, read and checked. Indices in records are positions in these lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// What the dossier is about.
    pub manifest: Manifest,
    /// What happened, by earliest day, then by id.
    pub events: Vec<Event>,
    /// What was in force, in the order of the file.
    pub ties: Vec<Tie>,
    /// Where.
    pub places: Vec<Place>,
    /// Who.
    pub actors: Vec<ActorRecord>,
    /// Blocs of states.
    pub blocs: Vec<Bloc>,
    /// Who belonged to which, when.
    pub memberships: Vec<Membership>,
    /// Foreign military bases.
    pub bases: Vec<Base>,
    /// The guided story.
    pub story: Vec<Step>,
    /// The map, in degrees.
    pub land: Land,
    /// Every word: those needed to start, and the summaries once the detail is loaded.
    pub strings: Strings,
    /// The bibliography, by id; empty until the detail is loaded.
    pub sources: Vec<Source>,
    /// What the article claims and how it fares, in the order told; empty until the detail is loaded.
    pub claims: Vec<Claim>,
    /// The article's numbers; empty until the detail is loaded.
    pub figures: Vec<Figure>,
    /// Numbers by year; empty until the detail is loaded.
    pub series: Vec<Series>,
    /// What is put to the test; none until the detail is loaded, or if the dossier tests nothing.
    pub test_plan: Option<TestPlan>,
    /// Whether sources and summaries are loaded.
    pub has_detail: bool,
    /// For each event its position in `events.json`, to name it in a problem.
    event_positions: Vec<usize>,
    /// Positions of the events sorted by id.
    events_by_id: Vec<usize>,
}

/// Positions of the events sorted by id, for looking one up.
fn by_id(events: &[Event]) -> Vec<usize> {
    let id = |at: usize| events.get(at).map(|event| &event.id);
    sorted_positions(events.len(), &mut |a, b| id(a).cmp(&id(b)))
}

impl Dossier {
    /// Position of the event with this id.
    #[must_use]
    pub fn event_ix(&self, id: &str) -> Option<usize> {
        let key = |at: &usize| self.events.get(*at).map(|event| event.id.as_str());
        let at = self.events_by_id.binary_search_by(|at| key(at).cmp(&Some(id))).ok()?;
        self.events_by_id.get(at).copied()
    }

    /// Position of the tie with this id.
    #[must_use]
    pub fn tie_ix(&self, id: &str) -> Option<usize> {
        self.ties.iter().position(|tie| tie.id == id)
    }

    /// Position of the place with this id.
    #[must_use]
    pub fn place_ix(&self, id: &str) -> Option<usize> {
        self.places.iter().position(|place| place.id == id)
    }

    /// Position of the step with this id.
    #[must_use]
    pub fn step_ix(&self, id: &str) -> Option<usize> {
        self.story.iter().position(|step| step.id == id)
    }

    /// The source with this id; `None` also while the detail is not loaded.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        let at = self.sources.binary_search_by(|source| source.id.as_str().cmp(id)).ok()?;
        self.sources.get(at)
    }

    /// Index of the row an event stands in: that of its first partner, or the axis.
    #[must_use]
    pub fn row_of_event(&self, event: &Event) -> usize {
        match event.partners.first() {
            Some(partner) => self.row_of_partner(*partner),
            None => self.axis_row(),
        }
    }

    /// Index of the row a tie stands in.
    #[must_use]
    pub fn row_of_tie(&self, tie: &Tie) -> usize {
        self.row_of_partner(tie.partner)
    }

    /// Index of a partner's row.
    #[must_use]
    pub fn row_of_partner(&self, partner: usize) -> usize {
        self.manifest.partners.get(partner).map_or_else(|| self.axis_row(), |partner| partner.row)
    }

    /// Index of the row on the axis.
    #[must_use]
    pub fn axis_row(&self) -> usize {
        self.manifest.rows.iter().position(|row| row.side == Side::Axis).unwrap_or(0)
    }

    /// The name or title under an id in a section of the strings (`event`, `tie`, `place`, …); the id itself if
    /// there is none, so that a gap shows. The titles of events may still be on their way: `…` stands for one.
    #[must_use]
    pub fn title<'a>(&'a self, section: &str, id: &'a str) -> &'a str {
        let still = if section == "event" { "…" } else { id };
        self.strings.get(section, id).unwrap_or(still)
    }

    /// The titles of events, which are not needed to draw and come after the start: a line each, the id and, after a
    /// tab, the title. Lines of another form are passed over.
    pub fn set_titles(&mut self, lines: &str) {
        let titles = lines.lines().filter_map(|line| line.split_once('\t'));
        self.strings.put("event", titles);
    }

    /// How many records of each kind there are.
    #[must_use]
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        vec![
            ("events", self.events.len()),
            ("events in the frame", self.events.iter().filter(|event| event.in_frame).count()),
            ("ties", self.ties.len()),
            ("places", self.places.len()),
            ("actors", self.actors.len()),
            ("blocs", self.blocs.len()),
            ("memberships", self.memberships.len()),
            ("bases", self.bases.len()),
            ("steps", self.story.len()),
            ("countries", self.land.countries.len()),
            ("sources", self.sources.len()),
            ("claims", self.claims.len()),
            ("figures", self.figures.len()),
            ("series", self.series.len()),
        ]
    }
}
