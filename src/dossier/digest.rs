//! The digest: what the browser needs to start, as one JSON text made from the checked files.
//!
//! Reading and checking the files themselves costs 45 KB of brotli in the wasm, and the words of cards and of
//! the text version another 12 KB. So `cargo xtask digest` reads, checks and condenses them once into
//! `data/made/digest.json`, with references as positions and dates as days, and the start-up wasm reads only that.
//! What is told but not drawn (actors, sources, codings in words, the article's paragraphs) is left out: its
//! cards and text are rendered natively. A test holds the digest to the files: the same pictures from both.

use super::cell::Cell;
use super::{
    by_id, Article, Base, Bloc, BlocKind, Camera, Confidence, Dossier, Effect, Event, Manifest, MarkShape,
    MemberStatus, Membership, Partner, Place, PlaceKind, Question, Row, Side, Step, Theme, Tie, Where,
    TIE_KINDS,
};
use crate::dossier::Actor;
use crate::geo::Land;
use crate::json::Json;
use crate::text::{Day, Entry, Strings};

/// The digest this crate was built with.
const BUILT_IN: &str = include_str!("../../data/made/digest.json");

pub(super) const SHAPES: [MarkShape; 10] = [
    MarkShape::Circle,
    MarkShape::Square,
    MarkShape::Diamond,
    MarkShape::TriangleUp,
    MarkShape::TriangleDown,
    MarkShape::Star,
    MarkShape::Cross,
    MarkShape::Hexagon,
    MarkShape::Pentagon,
    MarkShape::Bar,
];
pub(super) const SIDES: [Side; 3] = [Side::Above, Side::Axis, Side::Below];
pub(super) const STATUSES: [MemberStatus; 4] =
    [MemberStatus::Member, MemberStatus::Observer, MemberStatus::Partner, MemberStatus::Suspended];

impl Dossier {
    /// Reads the digest this crate was built with; `None` only if its tests did not pass.
    pub fn built_in_digest() -> Option<Dossier> {
        Dossier::from_digest(BUILT_IN)
    }

    /// Reads a digest. The records have no actors, sources, codes or article paragraphs, and the strings only
    /// what the pictures, their legends and announcements say; titles of events follow with [`Dossier::set_titles`].
    pub fn from_digest(json: &str) -> Option<Dossier> {
        let value = Json::parse(json)?;
        let at = |key: &str| Cell(value.get(key));
        let manifest = manifest(&at("manifest"))?;
        // Events stand in order, each dated from the one before.
        let before = std::cell::Cell::new(0);
        let events = at("events").list(&|c| {
            let event = event(c, before.get())?;
            before.set(event.when.earliest().0);
            Some(event)
        })?;
        Some(Dossier {
            manifest,
            events_by_id: by_id(&events),
            event_positions: Vec::new(),
            events,
            ties: at("ties").list(&tie)?,
            places: at("places").list(&place)?,
            actors: Vec::new(),
            blocs: at("blocs").list(&bloc)?,
            memberships: at("memberships").list(&membership)?,
            bases: at("bases").list(&base)?,
            story: at("story").list(&step)?,
            land: Land::from_condensed(at("land").0)?,
            strings: Strings::from_entries(at("locale").text()?, words(&at)?),
            sources: Vec::new(),
            claims: Vec::new(),
            figures: Vec::new(),
            series: Vec::new(),
            test_plan: None,
            has_detail: false,
        })
    }
}

fn manifest(c: &Cell<'_>) -> Option<Manifest> {
    let row = |c: &Cell<'_>| {
        let tint = u8::try_from(c.at(2).index()?).ok()?;
        Some(Row { id: c.at(0).text()?, side: c.at(1).one_of(&SIDES)?, tint })
    };
    let partner =
        |c: &Cell<'_>| Some(Partner { id: c.at(0).text()?, row: c.at(1).index()?, capital: c.at(2).text() });
    let theme = |c: &Cell<'_>| Some(Theme { id: c.at(0).text()?, shape: c.at(1).one_of(&SHAPES)? });
    let question = |c: &Cell<'_>| Some(Question { id: c.at(0).text()?, blocs: c.at(1).indices()? });
    let camera = |c: &Cell<'_>| {
        Some(Camera { id: c.at(0).text()?, centre: c.position(1)?, radius_km: c.at(3).number()? })
    };
    let article = |url: String| {
        let (source, sections) = (String::new(), Vec::new());
        Some(Article { source, url, written: c.at(12).span()?, sections, items: 0 })
    };
    Some(Manifest {
        schema_version: String::new(),
        id: String::new(),
        as_of: Day(c.at(0).int()?),
        domain: (Day(c.at(1).int()?), Day(c.at(2).int()?)),
        home: c.at(3).text()?,
        centre: c.position(4)?,
        rows: c.at(6).list(&row)?,
        partners: c.at(7).list(&partner)?,
        themes: c.at(8).list(&theme)?,
        questions: c.at(9).list(&question)?,
        cameras: c.at(10).list(&camera)?,
        article: c.at(11).text().and_then(article),
        owners: Vec::new(),
        text_licence: String::new(),
        credits: Vec::new(),
    })
}

fn event(c: &Cell<'_>, before: i32) -> Option<Event> {
    let partners = match c.at(3).index() {
        Some(only) => vec![only],
        None => c.at(3).indices()?,
    };
    let score = c.at(5).number()?;
    // The acts are summed up: the pictures need only which way they point, so that 1 and −1 stand for any score.
    let effect = |partner: &usize| Effect {
        partner: *partner,
        by: Actor::Both,
        cameo: String::new(),
        score,
        why: String::new(),
    };
    Some(Event {
        id: c.at(0).text()?,
        when: c.at(1).when_after(before)?,
        edtf: String::new(),
        place: match c.at(2).index() {
            Some(place) => Where::Place(place),
            None => Where::None(c.at(2).text()?),
        },
        effects: partners.first().filter(|_| score != 0.0).map(effect).into_iter().collect(),
        partners,
        actors: Vec::new(),
        theme: c.at(4).index()?,
        in_frame: score != 0.0,
        episode: None,
        sources: Vec::new(),
        accounts: Vec::new(),
        article: None,
        confidence: Confidence::High,
    })
}

fn tie(c: &Cell<'_>) -> Option<Tie> {
    Some(Tie {
        id: c.at(0).text()?,
        partner: c.at(1).index()?,
        kind: TIE_KINDS.get(c.at(5).index()?)?.1,
        from: c.at(2).span()?,
        to: c.at(3).until()?,
        edtf: String::new(),
        place: c.at(4).index(),
        starts_with: None,
        ends_with: None,
        sources: Vec::new(),
        confidence: Confidence::High,
    })
}

fn place(c: &Cell<'_>) -> Option<Place> {
    let kind = if c.at(3).index()? == 1 { PlaceKind::Capital } else { PlaceKind::Site };
    Some(Place { id: c.at(0).text()?, at: c.position(1)?, kind, country: c.at(4).text()? })
}

fn bloc(c: &Cell<'_>) -> Option<Bloc> {
    let kind = if *c.at(1).0 == Json::Bool(true) { BlocKind::Partnership } else { BlocKind::Defence };
    Some(Bloc { id: c.at(0).text()?, kind })
}

fn membership(c: &Cell<'_>) -> Option<Membership> {
    Some(Membership {
        bloc: c.at(0).index()?,
        member: c.at(1).text()?,
        from: c.at(2).span()?,
        to: c.at(3).until()?,
        status: c.at(4).one_of(&STATUSES)?,
        sources: Vec::new(),
    })
}

fn base(c: &Cell<'_>) -> Option<Base> {
    Some(Base {
        id: c.at(0).text()?,
        place: c.at(1).index()?,
        operator: c.at(2).text()?,
        host: String::new(),
        from: c.at(3).span()?,
        to: c.at(4).until()?,
        sources: Vec::new(),
    })
}

fn step(c: &Cell<'_>) -> Option<Step> {
    Some(Step {
        id: c.at(0).text()?,
        window: (Day(c.at(1).int()?), Day(c.at(2).int()?)),
        cursor: Day(c.at(3).int()?),
        question: c.at(4).index()?,
        camera: c.at(5).index()?,
        ties: c.at(6).indices()?,
        events: c.at(7).indices()?,
        figure_source: None,
    })
}

/// The words under their sections, and those that stand in the records they name.
fn words<'v>(at: &dyn Fn(&str) -> Cell<'v>) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    for (section, texts) in at("strings").0.entries() {
        for (key, text) in texts.entries() {
            entries.push((section.clone(), key.clone(), text.text()?.to_owned()));
        }
    }
    for (list, section, field) in [("ties", "tie", 6), ("ties", "tie_short", 7), ("places", "place", 5)] {
        for record in at(list).0.items() {
            let (id, text) = (record.at(0).text()?, record.at(field).text()?);
            entries.push((section.to_owned(), id.to_owned(), text.to_owned()));
        }
    }
    Some(entries)
}
