//! The manifest, `dossier.json`: what this dossier is about and how its parts are drawn.

use super::{BlocKind, Dossier};
use crate::geo::LonLat;
use crate::text::{Day, Span};

/// The manifest of a dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Manifest {
    /// Version of the dossier schema this file follows, semver.
    pub schema_version: String,
    /// The dossier's own id, kebab-case.
    pub id: String,
    /// The day up to which the data were checked.
    pub as_of: Day,
    /// First and last day of the time axis.
    pub domain: (Day, Day),
    /// Alpha-3 code of the country the dossier is about.
    pub home: String,
    /// Centre of the map projection.
    pub centre: LonLat,
    /// Rows of the ties picture, in reading order from top to bottom.
    pub rows: Vec<Row>,
    /// Everyone the home country has ties with.
    pub partners: Vec<Partner>,
    /// Themes an event may have.
    pub themes: Vec<Theme>,
    /// The questions the map can answer, the default first.
    pub questions: Vec<Question>,
    /// Named views of the map, the default first.
    pub cameras: Vec<Camera>,
    /// The text the dossier starts from, if it starts from one.
    pub article: Option<Article>,
    /// Ids of those who may own or fund a publisher; each name is `owner.<id>` in the detail strings.
    pub owners: Vec<String>,
    /// Licence of the dossier's words, an SPDX expression.
    pub text_licence: String,
    /// Who is credited for what, in order.
    pub credits: Vec<Credit>,
}

/// Where a row stands relative to the time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above the axis.
    Above,
    /// On the axis: what concerns no partner.
    Axis,
    /// Below the axis.
    Below,
}

/// A row of the ties picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Id; its name is `row.<id>` in the strings.
    pub id: String,
    /// Above, on or below the axis.
    pub side: Side,
    /// Which of the palette's partner colours the row has, 0 to 5.
    pub tint: u8,
}

/// A state, alliance or body that the home country has ties with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Id; its name is `partner.<id>` in the strings.
    pub id: String,
    /// Index into [`Manifest::rows`].
    pub row: usize,
    /// Place id of its capital or seat, if the map may point there.
    pub capital: Option<String>,
}

/// The shape of a theme's mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkShape {
    /// A disc.
    Circle,
    /// A square.
    Square,
    /// A square on its corner.
    Diamond,
    /// A triangle pointing up.
    TriangleUp,
    /// A triangle pointing down.
    TriangleDown,
    /// A five-pointed star.
    Star,
    /// An upright cross.
    Cross,
    /// A hexagon.
    Hexagon,
    /// A pentagon.
    Pentagon,
    /// A short upright bar.
    Bar,
}

/// What an event is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Id; its name is `theme.<id>` in the strings.
    pub id: String,
    /// The shape of its marks.
    pub shape: MarkShape,
}

/// A question the map answers by shading countries as of the cursor's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Id; its wording is `question.<id>` in the strings.
    pub id: String,
    /// Indices of the blocs whose members are shaded.
    pub blocs: Vec<usize>,
}

impl Question {
    /// Whether all it asks about are partnership programmes: those are drawn as outlines.
    pub fn is_partnership(&self, dossier: &Dossier) -> bool {
        let kind = |ix: &usize| dossier.blocs.get(*ix).map(|bloc| bloc.kind);
        self.blocs.iter().all(|ix| kind(ix) == Some(BlocKind::Partnership))
    }
}

/// A named view of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Camera {
    /// Id; its name is `camera.<id>` in the strings.
    pub id: String,
    /// The point in the middle of the picture.
    pub centre: LonLat,
    /// Half of the height or width shown, whichever is smaller, in kilometres.
    pub radius_km: f64,
}

/// The article the dossier starts from.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Id in `sources.json`.
    pub source: String,
    /// Address of the article: shown with the credit before any detail is loaded.
    pub url: String,
    /// When it was written: the line "the article ends here" is drawn at its end.
    pub written: Span,
    /// Its sections in reading order; empty in a dossier read from a digest.
    pub sections: Vec<Section>,
    /// How many datable items it has: events name theirs as `s01`, `s02`, ….
    pub items: u32,
}

/// A section of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Id; its name is `section.<id>` in the strings.
    pub id: String,
    /// How many paragraphs it has.
    pub paragraphs: u32,
}

/// One line of the credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// Id; its wording is `credit.<id>` in the strings.
    pub id: String,
    /// Address, https.
    pub url: String,
    /// SPDX id or name of the licence, if the credited work has one.
    pub licence: Option<String>,
}
