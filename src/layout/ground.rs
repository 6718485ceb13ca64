//! The ground of the map, computed once: land on the plane, and where each country's name would stand.

use crate::dossier::Dossier;
use crate::geo::{PlaneKm, PlaneLand, Projection};

/// Where a country's name stands and how much room it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamePlace {
    /// Index into [`PlaneLand::countries`].
    pub country: usize,
    /// The middle of the name.
    pub at: PlaneKm,
    /// Width of the country's largest part, kilometres.
    pub width_km: f64,
}

/// Land on the plane with the places of its names.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The projection all of it is drawn in.
    pub projection: Projection,
    /// The land, in kilometres from the dossier's centre.
    pub land: PlaneLand,
    /// Where names stand.
    pub names: Vec<NamePlace>,
}

impl Ground {
    /// Projects the dossier's land. A few milliseconds; keep the result.
    pub fn new(dossier: &Dossier) -> Self {
        let projection = Projection::azimuthal_equidistant(dossier.manifest.centre);
        let land = PlaneLand::new(&dossier.land, &projection);
        let name_place = |(country, c): (usize, &crate::geo::PlaneCountry)| {
            let at = projection.project(dossier.land.countries.get(country)?.name_at?);
            let widths = c.polygons.iter().map(|p| p.bounds.x1 - p.bounds.x0);
            Some(NamePlace { country, at, width_km: widths.fold(0.0, f64::max) })
        };
        let names = land.countries.iter().enumerate().filter_map(name_place).collect();
        Self { projection, land, names }
    }
}
