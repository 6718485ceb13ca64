//! The map picture as shapes: sea, land, what the question shades and borders below; places, bases,
//! pointers and labels above.

use super::hatch::hatch;
use super::shape::{Ink, Scene, Shape, Stroke};
use super::Hit;
use crate::dossier::{Dossier, MemberStatus};
use crate::geo::{clip_line, clip_ring, dash, PlaneCountry, PlaneKm, PlaneLine, PlanePolygon, Rect4};
use crate::layout::{Ground, MapLayout, PlacedLabel, Rect, PLACE_RADIUS};
use crate::model::{State, Target};
use crate::relations::{membership_on, Certainty};

/// How far beyond the edge land is still drawn, so that no stroke shows where it is cut.
const MARGIN: f64 = 6.0;

/// Builds the map picture.
pub fn map_scene(state: &State, dossier: &Dossier, ground: &Ground, layout: &MapLayout) -> Scene {
    let mut scene = Scene { size: layout.size, ..Scene::default() };
    let draw = Drawing { state, dossier, ground, layout, view: layout.view_km(MARGIN) };
    scene.base.push(Shape::Rect { rect: layout.size, fill: Ink::Sea.solid() });
    draw.land(&mut scene);
    draw.places(&mut scene);
    for label in &layout.labels {
        draw.label(&mut scene, label);
    }
    scene
}

struct Drawing<'a> {
    state: &'a State,
    dossier: &'a Dossier,
    ground: &'a Ground,
    layout: &'a MapLayout,
    view: Rect4,
}

/// How a country is shaded.
#[derive(Clone, Copy, PartialEq)]
enum Shading {
    None,
    /// A full member, surely.
    Full,
    /// Suspended, observing, or not sure on this date.
    Part,
}

impl Drawing<'_> {
    fn land(&self, scene: &mut Scene) {
        let land = &self.ground.land;
        for country in &land.countries {
            for ring in self.rings(&country.polygons) {
                // A stroke of the same colour closes the hairline that anti-aliasing leaves between neighbours.
                let stroke = Some(Stroke::new(Ink::Land.solid(), 0.6));
                scene.base.push(Shape::Ring { points: ring, fill: Some(Ink::Land.solid()), stroke });
            }
        }
        for country in &land.countries {
            let shading = self.shading(country);
            if shading == Shading::None {
                continue;
            }
            for ring in self.rings(&country.polygons) {
                if shading == Shading::Part {
                    for points in hatch(&ring, 5.0) {
                        let stroke = Stroke::new(Ink::Shade.at(0.8), 1.5);
                        scene.base.push(Shape::Polyline { points, stroke });
                    }
                }
                let fill = (shading == Shading::Full).then(|| Ink::Shade.at(0.5));
                let stroke = Some(Stroke::new(Ink::Shade.solid(), 1.0));
                scene.base.push(Shape::Ring { points: ring, fill, stroke });
            }
        }
        for ring in self.rings(&land.lakes) {
            scene.base.push(Shape::Ring { points: ring, fill: Some(Ink::Sea.solid()), stroke: None });
        }
        for ring in self.rings(&land.historic_lakes) {
            for points in dash(&closed(ring), &[1.5, 2.5], 0.0) {
                scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Muted.at(0.7), 0.8) });
            }
        }
        for points in self.lines(&land.borders) {
            scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Border.solid(), 0.9) });
        }
        for line in self.lines(&land.disputed) {
            for points in dash(&line, &[3.0, 2.5], 0.0) {
                scene.base.push(Shape::Polyline { points, stroke: Stroke::new(Ink::Muted.solid(), 1.0) });
            }
        }
        let home = land.countries.iter().find(|c| c.a3 == self.dossier.manifest.home);
        for ring in home.map(|c| self.rings(&c.polygons)).unwrap_or_default() {
            let stroke = Some(Stroke::new(Ink::Text.solid(), 1.6));
            scene.base.push(Shape::Ring { points: ring, fill: None, stroke });
        }
    }

    fn shading(&self, country: &PlaneCountry) -> Shading {
        let question = self.dossier.manifest.questions.get(self.state.view.question);
        let found =
            question.and_then(|q| membership_on(self.dossier, q, &country.a3, self.state.view.cursor));
        match found {
            None => Shading::None,
            Some((membership, Certainty::Yes)) if membership.status == MemberStatus::Member => Shading::Full,
            Some(_) => Shading::Part,
        }
    }

    fn rings(&self, polygons: &[PlanePolygon]) -> Vec<Vec<(f64, f64)>> {
        polygons
            .iter()
            .filter(|p| p.bounds.overlaps(&self.view))
            .map(|p| self.to_px(clip_ring(&p.ring, self.view)))
            .filter(|ring| ring.len() > 2)
            .collect()
    }

    fn lines(&self, lines: &[PlaneLine]) -> Vec<Vec<(f64, f64)>> {
        let cut = lines.iter().filter(|l| l.bounds.overlaps(&self.view));
        cut.flat_map(|l| clip_line(&l.points, self.view)).map(|line| self.to_px(line)).collect()
    }

    /// To pixels, dropping points that stand within half a pixel of the one before.
    fn to_px(&self, points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
        let mut out: Vec<(f64, f64)> = Vec::with_capacity(points.len());
        let last = points.len().saturating_sub(1);
        for (ix, (x_km, y_km)) in points.into_iter().enumerate() {
            let at = self.layout.to_px(PlaneKm { x_km, y_km });
            let near = out.last().is_some_and(|p| (p.0 - at.0).hypot(p.1 - at.1) < 0.5);
            if !near || ix == last {
                out.push(at);
            }
        }
        out
    }

    fn places(&self, scene: &mut Scene) {
        for (_, (x, y)) in &self.layout.capitals {
            scene.overlay.push(Shape::Circle {
                at: (*x, *y),
                radius: 2.2,
                fill: Some(Ink::Text.solid()),
                stroke: Some(Stroke::new(Ink::Surface.solid(), 0.8)),
            });
        }
        for mark in &self.layout.bases {
            self.base_mark(scene, mark.base, mark.at);
        }
        for pointer in &self.layout.pointers {
            let (x, y) = pointer.tip;
            let (dx, dy) = pointer.towards;
            let points = vec![
                (x + dx * 5.0, y + dy * 5.0),
                (x - dx * 4.0 - dy * 4.0, y - dy * 4.0 + dx * 4.0),
                (x - dx * 4.0 + dy * 4.0, y - dy * 4.0 - dx * 4.0),
            ];
            scene.overlay.push(Shape::Ring { points, fill: Some(Ink::Text.solid()), stroke: None });
        }
        if let Some(selected) = self.layout.selected {
            let ring = |radius: f64, ink: Ink, width: f64| Shape::Circle {
                at: selected.at,
                radius,
                fill: None,
                stroke: Some(Stroke::new(ink.solid(), width)),
            };
            scene.overlay.push(ring(PLACE_RADIUS + 4.5, Ink::Surface, 4.0));
            scene.overlay.push(ring(PLACE_RADIUS + 4.5, Ink::Text, 2.0));
        }
    }

    /// A base: a square with the operator's row colour where it is a partner's, standing on its corner.
    fn base_mark(&self, scene: &mut Scene, base: usize, (x, y): (f64, f64)) {
        let r = PLACE_RADIUS + 1.0;
        let target = Target::Base(base);
        let points = vec![(x, y - r - 1.0), (x + r + 1.0, y), (x, y + r + 1.0), (x - r - 1.0, y)];
        scene.overlay.push(Shape::Ring {
            points,
            fill: Some(self.operator_tint(base).solid()),
            stroke: Some(Stroke::new(Ink::Surface.solid(), 1.4)),
        });
        if self.state.motion.hover.as_ref() == Some(&target) {
            let stroke = Some(Stroke::new(Ink::Text.solid(), 1.2));
            scene.overlay.push(Shape::Circle { at: (x, y), radius: r + 4.0, fill: None, stroke });
        }
        scene.hits.push(Hit { rect: Rect::new(x - r, y - r, 2.0 * r, 2.0 * r), target });
    }

    /// The colour of the row whose partner's capital stands in the operator's country.
    fn operator_tint(&self, base: usize) -> Ink {
        let manifest = &self.dossier.manifest;
        let operator = self.dossier.bases.get(base).map(|b| b.operator.as_str());
        let country_of = |place: &str| {
            self.dossier
                .place_ix(place)
                .and_then(|ix| self.dossier.places.get(ix))
                .map(|p| p.country.as_str())
        };
        let partner =
            manifest.partners.iter().find(|p| p.capital.as_deref().and_then(country_of) == operator);
        let row = partner.and_then(|p| manifest.rows.get(p.row));
        row.map_or(Ink::Text, |row| Ink::Tint(row.tint))
    }

    fn label(&self, scene: &mut Scene, label: &PlacedLabel) {
        scene.overlay.push(Shape::Text {
            at: (label.at.x, label.at.y),
            anchor: label.at.anchor,
            text: label.text.clone(),
            size_css_px: label.size_css_px,
            bold: label.bold,
            colour: Ink::Text.solid(),
            halo: Some(Ink::Land.at(0.85)),
        });
    }
}

fn closed(mut ring: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    if let Some(first) = ring.first().copied() {
        ring.push(first);
    }
    ring
}
