//! The map picture: camera, places, bases, pointers to capitals beyond the edge, labels.

use super::labels::{place_labels, Anchor, Candidate, PlacedLabel, Wanted};
use super::{Ground, Rect, TEXT_CSS_PX};
use crate::dossier::{Dossier, PlaceKind, Where};
use crate::geo::{distance_km, PlaneKm, Projection, Rect4};
use crate::model::{State, Target};
use crate::relations::{bases_on, membership_on};
use crate::text::Measure;

/// How far the pointers and labels stay from the edge.
const EDGE: f64 = 8.0;
/// Half the size of a base's or place's mark.
pub(crate) const PLACE_RADIUS: f64 = 4.0;

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
        let (centre, radius_km) = match dossier.manifest.cameras.get(state.view.camera) {
            Some(camera) => (projection.project(camera.centre), camera.radius_km),
            None => (PlaneKm { x_km: 0.0, y_km: 0.0 }, 2000.0),
        };
        let px_per_km = (size.w.min(size.h) / 2.0).max(1.0) / radius_km.max(1.0);
        let mut map = Self {
            size,
            px_per_km,
            centre,
            bases: Vec::new(),
            capitals: Vec::new(),
            pointers: Vec::new(),
            selected: None,
            labels: Vec::new(),
        };
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

    fn in_view(&self, (x, y): (f64, f64)) -> bool {
        x > EDGE && y > EDGE && x < self.size.w - EDGE && y < self.size.h - EDGE
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
        for partner in &dossier.manifest.partners {
            let Some(ix) = partner.capital.as_deref().and_then(|id| dossier.place_ix(id)) else { continue };
            if pointed.contains(&ix) {
                continue;
            }
            if let Some(at) = px(self, ix).filter(|at| !self.in_view(*at)) {
                pointed.push(ix);
                self.pointers.push(self.pointer(ix, at));
            }
        }
        let chosen = match &state.view.selected {
            Some(Target::Event(ix)) => dossier.events.get(*ix).and_then(|e| match e.place {
                Where::Place(place) => Some(place),
                Where::None(_) => None,
            }),
            Some(Target::Tie(ix)) => dossier.ties.get(*ix).and_then(|t| t.place),
            Some(Target::Base(ix)) => dossier.bases.get(*ix).map(|b| b.place),
            _ => None,
        };
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

    /// Where the straight line from the middle of the picture to a point beyond the edge leaves it.
    fn pointer(&self, place: usize, (x, y): (f64, f64)) -> Pointer {
        let (cx, cy) = (self.size.w / 2.0, self.size.h / 2.0);
        let (dx, dy) = (x - cx, y - cy);
        let length = dx.hypot(dy).max(1e-6);
        let (half_w, half_h) = ((cx - EDGE).max(1.0), (cy - EDGE).max(1.0));
        let along = (half_w / dx.abs().max(1e-6)).min(half_h / dy.abs().max(1e-6));
        Pointer {
            place,
            tip: (cx + dx * along, cy + dy * along),
            towards: (dx / length, dy / length),
        }
    }

    fn place_all_labels(
        &self,
        state: &State,
        dossier: &Dossier,
        ground: &Ground,
        measure: &dyn Measure,
    ) -> Vec<PlacedLabel> {
        let mut wanted = Vec::new();
        let mut obstacles: Vec<Rect> = Vec::new();
        let dot = |(x, y): (f64, f64), r: f64| Rect::new(x - r, y - r, 2.0 * r, 2.0 * r);
        let named = |section: &str, id: &str| dossier.strings.get(section, id).unwrap_or(id).to_owned();
        let place_name = |ix: usize| dossier.places.get(ix).map(|p| named("place", &p.id)).unwrap_or_default();
        if let Some(selected) = self.selected.filter(|s| !s.beyond) {
            obstacles.push(dot(selected.at, PLACE_RADIUS + 3.0));
            wanted.push(around(place_name(selected.place), selected.at, true, 100.0, false));
        }
        for mark in &self.bases {
            obstacles.push(dot(mark.at, PLACE_RADIUS + 2.0));
            let Some(base) = dossier.bases.get(mark.base) else { continue };
            if self.selected.is_some_and(|s| s.place == base.place) {
                continue;
            }
            wanted.push(around(named("base", &base.id), mark.at, false, 80.0, true));
        }
        for pointer in &self.pointers {
            let Some(place) = dossier.places.get(pointer.place) else { continue };
            let km = (distance_km(dossier.manifest.centre, place.at) / 10.0).round() * 10.0;
            let km = dossier.strings.number(km as u64);
            let capital = named("place", &place.id);
            let text = dossier.strings.fill("ui", "distance-pointer", &[("place", &capital), ("km", &km)]);
            obstacles.push(dot(pointer.tip, 5.0));
            let chosen = self.selected.is_some_and(|s| s.beyond && s.place == pointer.place);
            wanted.push(self.beside_pointer(text, pointer, chosen));
        }
        for (ix, at) in &self.capitals {
            obstacles.push(dot(*at, 2.5));
            let home = dossier.places.get(*ix).is_some_and(|p| p.country == dossier.manifest.home);
            if self.selected.is_none_or(|s| s.place != *ix) {
                wanted.push(around(place_name(*ix), *at, false, if home { 60.0 } else { 15.0 }, true));
            }
        }
        let question = dossier.manifest.questions.get(state.view.question);
        for name in &ground.names {
            let Some(country) = ground.land.countries.get(name.country) else { continue };
            let at = self.to_px(name.at);
            let Some(text) = dossier.strings.get("country", &country.a3) else { continue };
            let home = country.a3 == dossier.manifest.home;
            let member = question
                .and_then(|q| membership_on(dossier, q, &country.a3, state.view.cursor))
                .is_some();
            let size = if home { TEXT_CSS_PX + 1.0 } else { TEXT_CSS_PX };
            let width_px = name.width_km * self.px_per_km;
            let width = measure.width_css_px(text, size, home || member);
            // A name wider than its country may stand only where it matters to the question.
            if width > width_px * if member || home { 2.2 } else { 1.25 } {
                continue;
            }
            let priority = if home { 90.0 } else if member { 50.0 } else { 20.0 } + width_px.min(900.0) / 100.0;
            let shifted = |dy: f64| Candidate { x: at.0, y: at.1 + dy, anchor: Anchor::Middle };
            wanted.push(Wanted {
                text: text.to_owned(),
                size_css_px: size,
                bold: home || member,
                priority,
                optional: true,
                candidates: [0.0, 14.0, -14.0, 26.0, -26.0].into_iter().map(shifted).collect(),
            });
        }
        place_labels(&wanted, &self.size.grown(-3.0), &obstacles, measure)
    }

    /// Places for a pointer's label: inside its tip, then sliding along the edge.
    fn beside_pointer(&self, text: String, pointer: &Pointer, chosen: bool) -> Wanted {
        let (x, y) = pointer.tip;
        let on_side = pointer.tip.0 <= EDGE + 1.0 || pointer.tip.0 >= self.size.w - EDGE - 1.0;
        let anchor = if x < self.size.w * 0.35 {
            Anchor::Start
        } else if x > self.size.w * 0.65 {
            Anchor::End
        } else {
            Anchor::Middle
        };
        let inward = if y < self.size.h / 2.0 { 1.0 } else { -1.0 };
        let inset = match (on_side, anchor) {
            (true, Anchor::Start) => 10.0,
            (true, Anchor::End) => -10.0,
            _ => 0.0,
        };
        let first = if on_side { 0.0 } else { 15.0 * inward };
        let candidates = [0.0, 16.0, -16.0, 32.0, -32.0, 48.0, -48.0, 64.0, 80.0]
            .into_iter()
            .map(|slide| Candidate { x: x + inset, y: y + first + slide * inward, anchor })
            .collect();
        Wanted {
            text,
            size_css_px: TEXT_CSS_PX,
            bold: chosen,
            priority: if chosen { 95.0 } else { 70.0 },
            optional: !chosen,
            candidates,
        }
    }
}

/// Places for the label of a point: right, left, above, below.
fn around(text: String, (x, y): (f64, f64), bold: bool, priority: f64, optional: bool) -> Wanted {
    let at = |dx: f64, dy: f64, anchor: Anchor| Candidate { x: x + dx, y: y + dy, anchor };
    Wanted {
        text,
        size_css_px: TEXT_CSS_PX,
        bold,
        priority,
        optional,
        candidates: vec![
            at(9.0, 0.0, Anchor::Start),
            at(-9.0, 0.0, Anchor::End),
            at(0.0, -15.0, Anchor::Middle),
            at(0.0, 15.0, Anchor::Middle),
            at(9.0, 12.0, Anchor::Start),
            at(9.0, -12.0, Anchor::Start),
        ],
    }
}
