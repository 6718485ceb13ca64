//! The map picture as shapes: sea and land below (in a file of their own); places, bases, pointers, labels and the
//! scale above.

use super::shape::{Ink, Scene, Shape, Stroke};
use super::Hit;
use crate::dossier::Dossier;
use crate::geo::Rect4;
use crate::layout::{Anchor, Ground, MapLayout, PlacedLabel, Rect, PLACE_RADIUS, TEXT_CSS_PX};
use crate::model::{State, Target};

/// How far beyond the edge land is still drawn, so that no stroke shows where it is cut.
const MARGIN: f64 = 6.0;

/// Builds the map picture.
pub fn map_scene(state: &State, dossier: &Dossier, ground: &Ground, layout: &MapLayout) -> Scene {
    let mut scene = Scene { size: layout.size, ..Scene::default() };
    let draw = Drawing { state, dossier, ground, layout, view: layout.view_km(MARGIN) };
    scene.base.push(Shape::Rect { rect: layout.size, fill: Ink::Sea.solid() });
    draw.land(&mut scene);
    draw.scale_bar(&mut scene);
    draw.places(&mut scene);
    for label in &layout.labels {
        draw.label(&mut scene, label);
    }
    scene
}

/// What all parts of the map are drawn from.
pub(super) struct Drawing<'a> {
    pub(super) state: &'a State,
    pub(super) dossier: &'a Dossier,
    pub(super) ground: &'a Ground,
    pub(super) layout: &'a MapLayout,
    pub(super) view: Rect4,
}

impl Drawing<'_> {
    fn scale_bar(&self, scene: &mut Scene) {
        let Some(bar) = &self.layout.scale_bar else { return };
        let ((x, y), stroke) = (bar.at, Stroke::new(Ink::Text.solid(), 1.5));
        let points = vec![(x, y - 4.0), (x, y), (x + bar.width, y), (x + bar.width, y - 4.0)];
        scene.overlay.push(Shape::Polyline { points, stroke });
        scene.overlay.push(Shape::Text {
            at: (x + 3.0, y - 10.0),
            anchor: Anchor::Start,
            text: bar.label.clone(),
            size_css_px: TEXT_CSS_PX,
            bold: false,
            colour: Ink::Text.solid(),
            halo: Some(Ink::Land.at(0.85)),
        });
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
        if let Some(at) = self.layout.hovered {
            let stroke = Some(Stroke::new(Ink::Text.solid(), 1.2));
            scene.overlay.push(Shape::Circle { at, radius: PLACE_RADIUS + 4.5, fill: None, stroke });
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
