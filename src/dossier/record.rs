//! The records: events, ties, places, actors, blocs, bases, sources and the steps of the story.
//! References between records are indices, resolved once by the reader; words stay in the strings.

use super::claim::Account;
use crate::geo::LonLat;
use crate::text::{Day, Span, Until, When};

/// How sure the record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// One weak or indirect source.
    Low,
    /// One good source, or several that differ in detail.
    Medium,
    /// Documented beyond reasonable doubt.
    High,
}

/// Where an event happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// Index into [`super::Dossier::places`].
    Place(usize),
    /// No single place; the reason is `no_place.<key>` in the strings.
    None(String),
}

/// Who acted in a coded act between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The home country.
    Home,
    /// The partner with this index.
    Partner(usize),
    /// Both together.
    Both,
}

/// One coded act between the home country and a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Index into the manifest's partners.
    pub partner: usize,
    /// Who acted.
    pub by: Actor,
    /// CAMEO code (Schrodt 2012).
    pub cameo: String,
    /// Goldstein's score of the code, −10 to 10.
    pub score: f64,
    /// Why this code, in one short phrase.
    pub why: String,
}

/// Where the article tells an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRef {
    /// Section id; its name is `section.<id>` in the strings.
    pub section: String,
    /// Paragraph within the section, from 1.
    pub paragraph: u32,
    /// Number of the article's item, `s01` to `s48`.
    pub item: String,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable id, kebab-case.
    pub id: String,
    /// When, as precisely as known.
    pub when: When,
    /// The date as written in the data (EDTF).
    pub edtf: String,
    /// Where.
    pub place: Where,
    /// Indices of the partners concerned; the first decides the row. None: it stands on the axis.
    pub partners: Vec<usize>,
    /// Indices into [`super::Dossier::actors`].
    pub actors: Vec<usize>,
    /// Index into the manifest's themes.
    pub theme: usize,
    /// Whether the event is in the coding frame.
    pub in_frame: bool,
    /// Coded acts; empty unless in the frame.
    pub effects: Vec<Effect>,
    /// The campaign it belongs to, if any.
    pub episode: Option<String>,
    /// Source ids, resolved when `sources.json` is loaded.
    pub sources: Vec<String>,
    /// Where sources differ: each side with its own sources, two at least; empty where they do not.
    pub accounts: Vec<Account>,
    /// Where the article tells it.
    pub article: Option<ArticleRef>,
    /// How sure the record is.
    pub confidence: Confidence,
}

/// What kind of tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieKind {
    /// A treaty.
    Treaty,
    /// Membership of an organisation.
    Membership,
    /// A foreign military base.
    Base,
    /// Transit of military goods.
    Transit,
    /// A standing office.
    Office,
    /// A standing round of talks.
    Dialogue,
    /// A pipeline or power link in use.
    Pipeline,
    /// A political declaration.
    Declaration,
    /// A programme of aid or cooperation.
    Programme,
    /// Another agreement.
    Agreement,
    /// Sanctions in force.
    Sanctions,
}

/// All kinds of ties with their ids, in the order of [`TieKind`].
pub const TIE_KINDS: [(&str, TieKind); 11] = [
    ("treaty", TieKind::Treaty),
    ("membership", TieKind::Membership),
    ("base", TieKind::Base),
    ("transit", TieKind::Transit),
    ("office", TieKind::Office),
    ("dialogue", TieKind::Dialogue),
    ("pipeline", TieKind::Pipeline),
    ("declaration", TieKind::Declaration),
    ("programme", TieKind::Programme),
    ("agreement", TieKind::Agreement),
    ("sanctions", TieKind::Sanctions),
];

/// The id of the kind at a position of [`TIE_KINDS`]; the empty text beyond the last.
pub fn tie_kind_id(position: usize) -> &'static str {
    TIE_KINDS.get(position).map_or("", |(id, _)| id)
}

/// Something in force between the home country and a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Stable id, kebab-case.
    pub id: String,
    /// Index into the manifest's partners.
    pub partner: usize,
    /// What kind.
    pub kind: TieKind,
    /// First day in force, as precisely as known.
    pub from: Span,
    /// Last day in force.
    pub to: Until,
    /// The interval as written in the data (EDTF).
    pub edtf: String,
    /// Index of its place, if it has one.
    pub place: Option<usize>,
    /// Index of the event that began it.
    pub starts_with: Option<usize>,
    /// Index of the event that ended it.
    pub ends_with: Option<usize>,
    /// Source ids.
    pub sources: Vec<String>,
    /// How sure the record is.
    pub confidence: Confidence,
}

/// What kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A capital.
    Capital,
    /// Another city or town.
    City,
    /// A military base.
    Base,
    /// A building, plant or station.
    Site,
    /// A wider area, shown by its middle.
    Area,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Stable id, kebab-case.
    pub id: String,
    /// Where.
    pub at: LonLat,
    /// What kind.
    pub kind: PlaceKind,
    /// Alpha-3 code of its country.
    pub country: String,
}

/// What kind of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A person, for public acts in office only.
    Person,
    /// A state or its government.
    State,
    /// An organisation.
    Organisation,
}

/// Someone who acts in an event.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorRecord {
    /// Stable id, kebab-case.
    pub id: String,
    /// What kind.
    pub kind: ActorKind,
    /// Alpha-3 code of its country.
    pub country: Option<String>,
    /// Office held; its name is `office.<key>` in the strings.
    pub office: Option<String>,
}

/// What a bloc is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlocKind {
    /// Mutual defence.
    Defence,
    /// Trade, customs or currency.
    Economic,
    /// Consultation in a region.
    Regional,
    /// A partnership programme of another body.
    Partnership,
}

/// A bloc of states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bloc {
    /// Stable id, kebab-case.
    pub id: String,
    /// What it is for.
    pub kind: BlocKind,
}

/// How a state belongs to a bloc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberStatus {
    /// Full member or party.
    Member,
    /// Observer.
    Observer,
    /// Partner.
    Partner,
    /// Membership suspended or participation frozen.
    Suspended,
}

/// A state's time in a bloc.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// Index into [`super::Dossier::blocs`].
    pub bloc: usize,
    /// Alpha-3 code.
    pub member: String,
    /// First day, as precisely as known.
    pub from: Span,
    /// Last day.
    pub to: Until,
    /// How it belongs.
    pub status: MemberStatus,
    /// Source ids.
    pub sources: Vec<String>,
}

/// A foreign military base.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// Stable id; its name is `base.<id>` in the strings.
    pub id: String,
    /// Index of its place.
    pub place: usize,
    /// Alpha-3 code of who runs it.
    pub operator: String,
    /// Alpha-3 code of the country it stands in.
    pub host: String,
    /// First day, as precisely as known.
    pub from: Span,
    /// Last day.
    pub to: Until,
    /// Source ids.
    pub sources: Vec<String>,
}

/// One entry of the bibliography.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Title as printed.
    pub title: String,
    /// Author, if named.
    pub author: Option<String>,
    /// Publisher.
    pub publisher: String,
    /// Who owns or funds the publisher; its name is `owner.<key>` in the detail strings.
    pub owner: String,
    /// Date of publication (EDTF), if known.
    pub date: Option<String>,
    /// Address, https.
    pub url: String,
    /// Day it was looked at.
    pub accessed: Day,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Kind; its name is `source_kind.<key>` in the detail strings.
    pub kind: String,
    /// Whether the publisher takes part in what it reports.
    pub party: bool,
}

/// One step of the guided story: a view, and a text under `step.<id>.*` in the strings.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Stable id, kebab-case.
    pub id: String,
    /// First and last day of the window.
    pub window: (Day, Day),
    /// The cursor's date.
    pub cursor: Day,
    /// Index of the map question.
    pub question: usize,
    /// Index of the camera.
    pub camera: usize,
    /// Indices of the ties it points out.
    pub ties: Vec<usize>,
    /// Indices of the events it points out.
    pub events: Vec<usize>,
    /// Source id of its figure, if it has one.
    pub figure_source: Option<String>,
}
