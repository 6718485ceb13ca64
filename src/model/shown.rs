//! What is shown while it moves: the window and the look as they are drawn, on their way to those of the view.

use super::{Look, View};

/// How long a change of window or look takes. Long enough to be followed, short enough not to be waited for.
const TWEEN_MS: f64 = 280.0;

/// The window and the look as drawn. Equal to the view's, unless on the way or under the reader's fingers.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Shown {
    /// Where the plot begins and ends, in days since 1970-01-01; the end is the midnight after the last day.
    pub days: (f64, f64),
    /// East and north of the centre, and the radius, in kilometres.
    pub km: (f64, f64, f64),
}

impl Shown {
    /// What a view shows at rest.
    pub fn of(view: &View) -> Self {
        let Look { east_km, north_km, radius_km } = view.look;
        Self {
            days: (f64::from(view.window.0 .0), f64::from(view.window.1 .0) + 1.0),
            km: (f64::from(east_km), f64::from(north_km), f64::from(radius_km)),
        }
    }

    /// A part of the way from here to there; 0 is here, 1 is there.
    fn towards(&self, there: &Self, part: f64) -> Self {
        let mix = |a: f64, b: f64| a + (b - a) * part;
        Self {
            days: (mix(self.days.0, there.days.0), mix(self.days.1, there.days.1)),
            km: (mix(self.km.0, there.km.0), mix(self.km.1, there.km.1), mix(self.km.2, there.km.2)),
        }
    }
}

/// A way that is being gone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tween {
    /// Where it began.
    pub from: Shown,
    /// How long ago.
    pub gone_ms: f64,
}

impl Tween {
    /// Where this way stands now, and whether it is at its end.
    pub fn at(&self, aim: &Shown) -> (Shown, bool) {
        let t = (self.gone_ms / TWEEN_MS).clamp(0.0, 1.0);
        if t >= 1.0 {
            return (*aim, true);
        }
        // Fast at first, then slower: cubic ease-out.
        (self.from.towards(aim, 1.0 - (1.0 - t).powi(3)), false)
    }
}
