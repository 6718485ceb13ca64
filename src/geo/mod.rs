//! Where on the plane? Longitude and latitude in degrees to kilometres around a centre, and back;
//! clipping, holes and dashes for what is drawn from them. Knows no country; uses nothing else of this crate.

mod clip;
mod condensed;
mod dash;
mod keyhole;
mod land;
mod lonlat;
mod plane_land;
mod projection;
mod topojson;

pub use clip::{clip_line, clip_ring, Rect4};
pub use dash::dash;
pub use keyhole::{keyhole, signed_area};
pub use land::{Country, Land, Polygon};
pub use lonlat::{LonLat, PlaneKm};
pub use plane_land::{PlaneCountry, PlaneLand, PlaneLine, PlanePolygon};
pub use projection::{bearing_deg, distance_km, Projection, EARTH_RADIUS_KM};
pub use topojson::LandProblem;
