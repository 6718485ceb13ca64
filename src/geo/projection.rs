//! The azimuthal equidistant projection of a sphere: degrees to kilometres around a centre and back.
//! Distances and directions from the centre are true. Uses only [`LonLat`] and [`PlaneKm`].

use super::{LonLat, PlaneKm};

/// Mean radius of the Earth in kilometres (IUGG R₁, Moritz 2000, "Geodetic Reference System 1980").
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// Below this sine of the angular distance a direction cannot be told: a hundredth of a millimetre on the ground.
const NO_DIRECTION: f64 = 1e-12;

/// A projection with a fixed centre. The centre's antipode is a circle on the plane, radius π · R.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    centre: LonLat,
    sin_lat: f64,
    cos_lat: f64,
}

impl Projection {
    /// Azimuthal equidistant around `centre`, which becomes the plane's origin.
    pub fn azimuthal_equidistant(centre: LonLat) -> Self {
        let (sin_lat, cos_lat) = centre.lat_deg.to_radians().sin_cos();
        Projection { centre, sin_lat, cos_lat }
    }

    /// The position that becomes the plane's origin.
    pub fn centre(&self) -> LonLat {
        self.centre
    }

    /// The position on the plane. The antipode, which has no direction, goes due north.
    pub fn project(&self, at: LonLat) -> PlaneKm {
        let (east, north, up) = self.turned(at);
        let sine = east.hypot(north);
        let distance_km = EARTH_RADIUS_KM * sine.atan2(up);
        if sine < NO_DIRECTION {
            return PlaneKm { x_km: 0.0, y_km: distance_km };
        }
        PlaneKm { x_km: distance_km * east / sine, y_km: distance_km * north / sine }
    }

    /// The position on the Earth, `None` beyond the antipode and for coordinates that are no number.
    pub fn unproject(&self, at: PlaneKm) -> Option<LonLat> {
        let distance_km = at.x_km.hypot(at.y_km);
        let angle = distance_km / EARTH_RADIUS_KM;
        // The width of a few last digits lets a projected antipode come back.
        if angle.is_nan() || angle > std::f64::consts::PI + 1e-9 {
            return None;
        }
        if distance_km < EARTH_RADIUS_KM * NO_DIRECTION {
            return Some(self.centre);
        }
        let (sine, up) = angle.sin_cos();
        let east = sine * at.x_km / distance_km;
        let north = sine * at.y_km / distance_km;
        let towards_equator = up * self.cos_lat - north * self.sin_lat;
        let towards_pole = up * self.sin_lat + north * self.cos_lat;
        let lon_deg = self.centre.lon_deg + east.atan2(towards_equator).to_degrees();
        let lat_deg = towards_pole.atan2(east.hypot(towards_equator)).to_degrees();
        Some(LonLat { lon_deg: wrap_lon(lon_deg), lat_deg })
    }

    /// Unit vector of a position seen from the centre: east, north, up.
    fn turned(&self, at: LonLat) -> (f64, f64, f64) {
        let (sin_lat, cos_lat) = at.lat_deg.to_radians().sin_cos();
        let (sin_lon, cos_lon) = (at.lon_deg - self.centre.lon_deg).to_radians().sin_cos();
        (
            cos_lat * sin_lon,
            self.cos_lat * sin_lat - self.sin_lat * cos_lat * cos_lon,
            self.sin_lat * sin_lat + self.cos_lat * cos_lat * cos_lon,
        )
    }
}

/// Great-circle distance in kilometres.
pub fn distance_km(a: LonLat, b: LonLat) -> f64 {
    let (east, north, up) = Projection::azimuthal_equidistant(a).turned(b);
    EARTH_RADIUS_KM * east.hypot(north).atan2(up)
}

/// Direction in which the great circle from `a` to `b` starts: degrees clockwise from north, 0 to 360;
/// 0 between equal places.
pub fn bearing_deg(a: LonLat, b: LonLat) -> f64 {
    let (east, north, _) = Projection::azimuthal_equidistant(a).turned(b);
    if east.hypot(north) < NO_DIRECTION {
        return 0.0;
    }
    let bearing = east.atan2(north).to_degrees().rem_euclid(360.0);
    // A hair west of north rounds to 360.
    if bearing < 360.0 {
        bearing
    } else {
        0.0
    }
}

/// The same longitude within −180 to 180; also the short way round for a difference of longitudes.
pub(super) fn wrap_lon(lon_deg: f64) -> f64 {
    if (-180.0..=180.0).contains(&lon_deg) {
        lon_deg
    } else {
        (lon_deg + 180.0).rem_euclid(360.0) - 180.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TASHKENT: LonLat = LonLat { lon_deg: 69.2797, lat_deg: 41.3111 };
    const WASHINGTON: LonLat = LonLat { lon_deg: -77.0369, lat_deg: 38.9072 };

    #[test]
    fn centre_is_the_origin() {
        let plane = Projection::azimuthal_equidistant(TASHKENT);
        let origin = plane.project(TASHKENT);
        assert!(origin.x_km.abs() < 1e-9 && origin.y_km.abs() < 1e-9);
        assert_eq!(plane.unproject(PlaneKm { x_km: 0.0, y_km: 0.0 }), Some(TASHKENT));
        assert_eq!(plane.centre(), TASHKENT);
    }

    #[test]
    fn distance_and_direction_from_the_centre_are_true() {
        let at = Projection::azimuthal_equidistant(TASHKENT).project(WASHINGTON);
        let away = distance_km(TASHKENT, WASHINGTON);
        assert!((at.x_km.hypot(at.y_km) - away).abs() < 1e-6);
        let bearing = at.x_km.atan2(at.y_km).to_degrees().rem_euclid(360.0);
        assert!((bearing - bearing_deg(TASHKENT, WASHINGTON)).abs() < 1e-9);
    }

    #[test]
    fn known_lengths_and_directions() {
        let a = LonLat { lon_deg: 0.0, lat_deg: 0.0 };
        let quarter = EARTH_RADIUS_KM * std::f64::consts::FRAC_PI_2;
        assert!((distance_km(a, LonLat { lon_deg: 90.0, lat_deg: 0.0 }) - quarter).abs() < 1e-6);
        assert!((distance_km(a, LonLat { lon_deg: 0.0, lat_deg: -90.0 }) - quarter).abs() < 1e-6);
        assert!((bearing_deg(a, LonLat { lon_deg: -10.0, lat_deg: 0.0 }) - 270.0).abs() < 1e-9);
        assert_eq!(bearing_deg(a, a), 0.0);
    }

    #[test]
    fn beyond_the_antipode_is_nowhere() {
        let plane = Projection::azimuthal_equidistant(TASHKENT);
        assert_eq!(plane.unproject(PlaneKm { x_km: 20_100.0, y_km: 0.0 }), None);
        assert_eq!(plane.unproject(PlaneKm { x_km: f64::NAN, y_km: 0.0 }), None);
        let antipode = LonLat { lon_deg: TASHKENT.lon_deg - 180.0, lat_deg: -TASHKENT.lat_deg };
        let back = plane.unproject(plane.project(antipode)).unwrap();
        assert!(distance_km(antipode, back) < 0.001);
    }
}
