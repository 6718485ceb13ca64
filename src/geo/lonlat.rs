//! The two kinds of position: on the Earth in degrees, on the projection's plane in kilometres.

/// A position on the Earth, RFC 7946 order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Longitude in degrees, east positive, −180 to 180.
    pub lon_deg: f64,
    /// Latitude in degrees, north positive, −90 to 90.
    pub lat_deg: f64,
}

/// A position on the projection's plane: x east, y north, in kilometres from the centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneKm {
    /// East of the centre.
    pub x_km: f64,
    /// North of the centre.
    pub y_km: f64,
}
