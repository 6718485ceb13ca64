//! Where on the plane? Longitude and latitude in degrees to kilometres around a centre, and back;
//! clipping, holes and dashes for what is drawn from them. Knows no country; uses nothing else of this crate.

mod lonlat;

pub use lonlat::{LonLat, PlaneKm};
