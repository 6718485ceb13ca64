//! The map picture: camera, places, bases, pointers to capitals beyond the edge, labels.

use super::{Ground, PlacedLabel, Rect};
use crate::dossier::{Dossier, PlaceKind};
use crate::geo::{PlaneKm, Projection, Rect4};
use crate::model::State;
use crate::relations::bases_on;
use crate::text::Measure;

/// How far the pointers and labels stay from the edge.
pub(super) const EDGE: f64 = 8.0;
/// Half the size of a base's or place's mark.
pub const PLACE_RADIUS: f64 = 4.0;

/// A base that is open on the cursor's date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BaseMark {
    /// Index of the base.
    pub base: usize,
    /// Its place.
    pub at: (f64, f64),
}

/// The place of the chosen event, tie or base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SelectedPlace {
    /// Index of the place.
    pub place: usize,
    /// Where it stands, or where its pointer stands if it is beyond the edge.
    pub at: (f64, f64),
    /// Whether it is beyond the edge.
    pub beyond: bool,
}

/// A pointer to a capital beyond the edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// Index of the place.
    pub place: usize,
    /// Tip, at the edge.
    pub tip: (f64, f64),
    /// Direction it points in: unit vector, y down.
    pub towards: (f64, f64),
}

/// A line as long as a round number of kilometres.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleBar {
    /// Left end of the line.
    pub at: (f64, f64),
    /// Its length, CSS pixels.
    pub width: f64,
    /// What it says, such as “500 km”.
    pub label: String,
}

/// The map picture as placed.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayout {
    /// The whole picture.
    pub size: Rect,
    /// CSS pixels per kilometre.
    pub px_per_km: f64,
    /// The point of the plane in the middle of the picture.
    pub centre: PlaneKm,
    /// Bases open on the cursor's date.
    pub bases: Vec<BaseMark>,
    /// Capitals in view: (place, x, y).
    pub capitals: Vec<(usize, (f64, f64))>,
    /// Capitals beyond the edge.
    pub pointers: Vec<Pointer>,
    /// The chosen place.
    pub selected: Option<SelectedPlace>,
    /// Where the event, tie or base under the pointer is, if it is in view.
    pub hovered: Option<(f64, f64)>,
    /// The scale, where there is room for one.
    pub scale_bar: Option<ScaleBar>,
    /// Labels, none over another.
    pub labels: Vec<PlacedLabel>,
}

impl MapLayout {
    /// The height the picture wants at a width, CSS pixels.
    pub fn height_for(width_css_px: f64) -> f64 {
        (width_css_px * 0.78).clamp(260.0, 560.0).round()
    }

    /// Places everything for this size.
    pub fn new(
        state: &State,
        dossier: &Dossier,
        ground: &Ground,
        size: (f64, f64),
        measure: &dyn Measure,
    ) -> Self {
        let projection = &ground.projection;
        let size = Rect::new(0.0, 0.0, size.0, size.1);
        let (x_km, y_km, radius_km) = state.motion.shown.km;
        let centre = PlaneKm { x_km, y_km };
        let px_per_km = (size.w.min(size.h) / 2.0).max(1.0) / radius_km.max(1.0);
        let mut map = Self {
            size,
            px_per_km,
            centre,
            bases: Vec::new(),
            capitals: Vec::new(),
            pointers: Vec::new(),
            selected: None,
            hovered: None,
            scale_bar: None,
            labels: Vec::new(),
        };
        map.scale_bar = map.scale_bar(dossier);
        map.place_points(state, dossier, projection);
        map.labels = map.place_all_labels(state, dossier, ground, measure);
        map
    }

    /// From the plane to the picture.
    pub fn to_px(&self, at: PlaneKm) -> (f64, f64) {
        (
            self.size.w / 2.0 + (at.x_km - self.centre.x_km) * self.px_per_km,
            self.size.h / 2.0 - (at.y_km - self.centre.y_km) * self.px_per_km,
        )
    }

    /// From the picture to the plane.
    pub fn invert(&self, x_css_px: f64, y_css_px: f64) -> PlaneKm {
        PlaneKm {
            x_km: self.centre.x_km + (x_css_px - self.size.w / 2.0) / self.px_per_km,
            y_km: self.centre.y_km - (y_css_px - self.size.h / 2.0) / self.px_per_km,
        }
    }

    /// The part of the plane in view, with `margin_css_px` more on every side, in kilometres.
    pub fn view_km(&self, margin_css_px: f64) -> Rect4 {
        let low = self.invert(-margin_css_px, self.size.h + margin_css_px);
        let high = self.invert(self.size.w + margin_css_px, -margin_css_px);
        Rect4 { x0: low.x_km, y0: low.y_km, x1: high.x_km, y1: high.y_km }
    }

    pub(super) fn in_view(&self, (x, y): (f64, f64)) -> bool {
        x > EDGE && y > EDGE && x < self.size.w - EDGE && y < self.size.h - EDGE
    }

    /// Indices of the places in view.
    pub fn places_in_view(&self, dossier: &Dossier, ground: &Ground) -> Vec<usize> {
        let in_view = |ix: &usize| {
            dossier
                .places
                .get(*ix)
                .is_some_and(|at| self.in_view(self.to_px(ground.projection.project(at.at))))
        };
        (0..dossier.places.len()).filter(in_view).collect()
    }

    fn place_points(&mut self, state: &State, dossier: &Dossier, projection: &Projection) {
        let px = |map: &Self, ix: usize| {
            dossier.places.get(ix).map(|place| map.to_px(projection.project(place.at)))
        };
        for base in bases_on(dossier, state.view.cursor) {
            let at = dossier.bases.get(base).and_then(|b| px(self, b.place));
            if let Some(at) = at.filter(|at| self.in_view(*at)) {
                self.bases.push(BaseMark { base, at });
            }
        }
        let mut pointed: Vec<usize> = Vec::new();
        for (ix, place) in dossier.places.iter().enumerate() {
            let Some(at) = px(self, ix) else { continue };
            if place.kind == PlaceKind::Capital && self.in_view(at) {
                self.capitals.push((ix, at));
            }
        }
        // One pointer a row, to the first capital named in it: more would crowd the edge.
        for row in 0..dossier.manifest.rows.len() {
            let mut in_row = dossier.manifest.partners.iter().filter(|partner| partner.row == row);
            let capital = in_row.find_map(|partner| partner.capital.as_deref());
            let Some(ix) = capital.and_then(|id| dossier.place_ix(id)) else { continue };
            if pointed.contains(&ix) {
                continue;
            }
            if let Some(at) = px(self, ix).filter(|at| !self.in_view(*at)) {
                pointed.push(ix);
                self.pointers.push(self.pointer(ix, at));
            }
        }
        let hovered = state.motion.hover.as_ref().and_then(|target| target.place(dossier));
        self.hovered = hovered.and_then(|place| px(self, place)).filter(|at| self.in_view(*at));
        let chosen = state.view.selected.as_ref().and_then(|target| target.place(dossier));
        if let Some((place, at)) = chosen.and_then(|place| px(self, place).map(|at| (place, at))) {
            let beyond = !self.in_view(at);
            let at = if beyond { self.pointer(place, at).tip } else { at };
            if beyond && !pointed.contains(&place) {
                if let Some(far) = px(self, place) {
                    self.pointers.push(self.pointer(place, far));
                }
            }
            self.selected = Some(SelectedPlace { place, at, beyond });
        }
    }

    /// The longest of 1, 2 and 5 times a power of ten that takes up at most a quarter of the width.
    fn scale_bar(&self, dossier: &Dossier) -> Option<ScaleBar> {
        let most_km = self.size.w / 4.0 / self.px_per_km;
        let mut km = 1.0;
        for next in [2.0, 2.5, 2.0].iter().cycle().take(15) {
            if km * next > most_km {
                break;
            }
            km *= next;
        }
        let (width, at) = (km * self.px_per_km, (EDGE + 4.0, self.size.h - EDGE - 4.0));
        let number = dossier.strings.number(km as u64);
        let label = dossier.strings.fill("ui", "scale", &[("km", &number)]);
        (km <= most_km && width >= 24.0).then_some(ScaleBar { at, width, label })
    }

    /// Where the straight line from the middle of the picture to a point beyond the edge leaves it.
    fn pointer(&self, place: usize, (x, y): (f64, f64)) -> Pointer {
        let (cx, cy) = (self.size.w / 2.0, self.size.h / 2.0);
        let (dx, dy) = (x - cx, y - cy);
        let length = dx.hypot(dy).max(1e-6);
        let (half_w, half_h) = ((cx - EDGE).max(1.0), (cy - EDGE).max(1.0));
        let along = (half_w / dx.abs().max(1e-6)).min(half_h / dy.abs().max(1e-6));
        Pointer { place, tip: (cx + dx * along, cy + dy * along), towards: (dx / length, dy / length) }
    }
}
