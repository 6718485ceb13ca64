//! Where the map looks: a point of the projection's plane and how far from it, in whole kilometres, so that every
//! look has a link.

use crate::dossier::Dossier;
use crate::geo::Projection;

/// The closest look: a province fills the picture.
const LEAST_RADIUS_KM: i32 = 120;
/// The widest look, and how far its middle may stand from the centre: half of the way round the Earth.
const MOST_RADIUS_KM: i32 = 10_000;

/// What the map shows: a square of at least twice the radius around a point of the plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Kilometres east of the dossier's centre.
    pub east_km: i32,
    /// Kilometres north of the dossier's centre.
    pub north_km: i32,
    /// Half of the height or width shown, whichever is smaller.
    pub radius_km: i32,
}

impl Look {
    /// A look at a point of the plane; `as` saturates, so anything may be asked for.
    pub fn new(east_km: f64, north_km: f64, radius_km: f64) -> Self {
        let whole = |km: f64| km.round() as i32;
        Self { east_km: whole(east_km), north_km: whole(north_km), radius_km: whole(radius_km) }.bounded()
    }

    /// The nearest look that still shows something.
    #[must_use]
    pub fn bounded(self) -> Self {
        let near = |km: i32| km.clamp(-MOST_RADIUS_KM, MOST_RADIUS_KM);
        Self {
            east_km: near(self.east_km),
            north_km: near(self.north_km),
            radius_km: self.radius_km.clamp(LEAST_RADIUS_KM, MOST_RADIUS_KM),
        }
    }

    /// The manifest's camera with this index, or its first.
    pub fn preset(dossier: &Dossier, camera: usize) -> Self {
        let manifest = &dossier.manifest;
        let Some(camera) = manifest.cameras.get(camera).or(manifest.cameras.first()) else {
            return Self::new(0.0, 0.0, 2000.0);
        };
        let middle = Projection::azimuthal_equidistant(manifest.centre).project(camera.centre);
        Self::new(middle.x_km, middle.y_km, camera.radius_km)
    }

    /// Which of the manifest's cameras this is.
    pub fn camera(self, dossier: &Dossier) -> Option<usize> {
        (0..dossier.manifest.cameras.len()).find(|ix| Self::preset(dossier, *ix) == self)
    }
}
