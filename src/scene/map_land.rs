//! The map's land as shapes: countries, what the question shades or outlines, lakes, borders, disputed lines.

use super::hatch::hatch;
use super::map::Drawing;
use super::shape::{Ink, Scene, Shape, Stroke};
use crate::dossier::MemberStatus;
use crate::geo::{clip_line, clip_ring, dash, PlaneCountry, PlaneKm, PlaneLine, PlanePolygon};
use crate::relations::{membership_on, Certainty};

/// Opacity of shading over land: seen apart by every eye, and words on it are still read. `tests/palette.rs` measures it.
pub const SHADE_ALPHA: f64 = 0.4;

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
    pub(super) fn land(&self, scene: &mut Scene) {
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
                if self.as_outlines() {
                    // A partnership is no bloc: its states are outlined, never filled.
                    let pattern: &[f64] = if shading == Shading::Full { &[] } else { &[5.0, 3.0] };
                    outline(scene, ring, pattern);
                    continue;
                }
                if shading == Shading::Part {
                    for points in hatch(&ring, 5.0) {
                        let stroke = Stroke::new(Ink::Shade.at(0.8), 1.5);
                        scene.base.push(Shape::Polyline { points, stroke });
                    }
                }
                let fill = (shading == Shading::Full).then(|| Ink::Shade.at(SHADE_ALPHA));
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

    /// Whether the question asks about partnerships alone.
    fn as_outlines(&self) -> bool {
        self.dossier
            .manifest
            .questions
            .get(self.state.view.question)
            .is_some_and(|q| q.is_partnership(self.dossier))
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
            // Squares: a root for each of thousands of points is felt.
            let apart = |p: &(f64, f64)| (p.0 - at.0).powi(2) + (p.1 - at.1).powi(2);
            let near = out.last().is_some_and(|p| apart(p) < 0.25);
            if !near || ix == last {
                out.push(at);
            }
        }
        out
    }
}

/// A country's edge as a line; whole without a pattern.
fn outline(scene: &mut Scene, ring: Vec<(f64, f64)>, pattern: &[f64]) {
    let stroke = Stroke::new(Ink::Shade.solid(), 2.6);
    if pattern.is_empty() {
        scene.base.push(Shape::Ring { points: ring, fill: None, stroke: Some(stroke) });
        return;
    }
    for points in dash(&closed(ring), pattern, 0.0) {
        scene.base.push(Shape::Polyline { points, stroke });
    }
}

fn closed(mut ring: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    if let Some(first) = ring.first().copied() {
        ring.push(first);
    }
    ring
}
