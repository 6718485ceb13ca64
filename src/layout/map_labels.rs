//! The map's labels: places, bases, pointers and countries, by what matters to the question.

use super::labels::{place_labels, Anchor, Candidate, PlacedLabel, Wanted};
use super::map::{MapLayout, Pointer, EDGE, PLACE_RADIUS};
use super::{Ground, NamePlace, Rect, TEXT_CSS_PX};
use crate::dossier::Dossier;
use crate::geo::{clip_ring, distance_km, PlaneCountry, PlaneKm};
use crate::model::State;
use crate::relations::membership_on;
use crate::text::Measure;

/// The view is sampled at this many steps less one each way, to find where a name may stand.
const GRID: u32 = 8;

impl MapLayout {
    /// Wants all labels there could be and places those for which there is room.
    pub(super) fn place_all_labels(
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
        let place_name =
            |ix: usize| dossier.places.get(ix).map(|p| named("place", &p.id)).unwrap_or_default();
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
            let text = dossier.strings.fill("ui", "distance", &[("place", &capital), ("km", &km)]);
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
        if let Some(bar) = &self.scale_bar {
            let width = bar.width.max(measure.width_css_px(&bar.label, TEXT_CSS_PX, false));
            obstacles.push(Rect::new(bar.at.0 - 4.0, bar.at.1 - 22.0, width + 12.0, 28.0));
        }
        let question = dossier.manifest.questions.get(state.view.question);
        for name in &ground.names {
            let Some(country) = ground.land.countries.get(name.country) else { continue };
            let Some(text) = dossier.strings.get("country", &country.a3) else { continue };
            let home = country.a3 == dossier.manifest.home;
            let member =
                question.and_then(|q| membership_on(dossier, q, &country.a3, state.view.cursor)).is_some();
            let size = if home { TEXT_CSS_PX + 1.0 } else { TEXT_CSS_PX };
            let width_px = name.width_km * self.px_per_km;
            let width = measure.width_css_px(text, size, home || member);
            // A name wider than its country may stand only where it matters to the question.
            if width > width_px * if member || home { 2.2 } else { 1.25 } {
                continue;
            }
            let Some(at) = self.name_point(name, country) else { continue };
            let priority = if home {
                90.0
            } else if member {
                50.0
            } else {
                20.0
            } + width_px.min(900.0) / 100.0;
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

    /// Where a country's name stands: at its own place, or, where that is out of view, in the midst of the part
    /// that is in view.
    fn name_point(&self, name: &NamePlace, country: &PlaneCountry) -> Option<(f64, f64)> {
        let own = self.to_px(name.at);
        if self.in_view(own) {
            return Some(own);
        }
        let view = self.view_km(-2.0 * EDGE);
        let parts = country.polygons.iter().filter(|p| p.bounds.overlaps(&view));
        let in_view = parts.map(|p| clip_ring(&p.ring, view)).max_by_key(|ring| ring.len())?;
        let at = |n: u32, from: f64, to: f64| from + (to - from) * f64::from(n) / f64::from(GRID);
        let mut grid: Vec<(f64, f64)> = Vec::new();
        for y in (1..GRID).map(|n| at(n, view.y0, view.y1)) {
            let cuts = cuts(&in_view, y);
            let inside = |x: &f64| cuts.iter().filter(|cut| *cut > x).count() % 2 == 1;
            grid.extend((1..GRID).map(|n| at(n, view.x0, view.x1)).filter(inside).map(|x| (x, y)));
        }
        let count = grid.len().max(1) as f64;
        let mean = grid.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0 / count, sum.1 + at.1 / count));
        let apart = |at: &(f64, f64)| (at.0 - mean.0).hypot(at.1 - mean.1);
        let (x_km, y_km) = grid.into_iter().min_by(|a, b| apart(a).total_cmp(&apart(b)))?;
        Some(self.to_px(PlaneKm { x_km, y_km }))
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

/// Where a ring crosses the line at this height: by the even-odd rule a point lies within if the crossings right of it
/// are odd in number.
fn cuts(ring: &[(f64, f64)], y: f64) -> Vec<f64> {
    let Some(mut a) = ring.last() else { return Vec::new() };
    let mut cuts = Vec::new();
    for b in ring {
        if (a.1 > y) != (b.1 > y) {
            cuts.push((b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0);
        }
        a = b;
    }
    cuts
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
