//! What is told? JSON in, an immutable, indexed [`Dossier`] or *all* its [`Problem`]s out.
//! Uses `text` (dates, strings) and `geo` (positions, land); knows no country by itself.

mod manifest;
mod record;

pub use manifest::{Article, Camera, Credit, Manifest, MarkShape, Partner, Question, Row, Side, Theme};
pub use record::{
    Actor, ActorKind, ActorRecord, ArticleRef, Base, Bloc, BlocKind, Confidence, Effect, Event, MemberStatus,
    Membership, Place, PlaceKind, Source, Step, Tie, TieKind, Where,
};
