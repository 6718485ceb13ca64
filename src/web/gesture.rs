//! Pointers, wheel, keys and time: what moves the window and the look. Pixels in, dates and kilometres out.

use super::explainer::Explainer;
use crate::geo::PlaneKm;
use crate::layout::{MapLayout, TimeScale};
use crate::model::{Look, Msg, LEAST_DAYS};
use wasm_bindgen::prelude::*;

/// How near the cursor's line a press takes hold of it, in CSS pixels.
const CURSOR_REACH: f64 = 10.0;
/// Two fingers nearer than this say nothing about a scale.
const LEAST_SPREAD: f64 = 12.0;

/// What the pointers hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Grab {
    Nothing,
    Cursor,
    /// The moments beneath the pointers, in days.
    Time(f64, f64),
    /// The points of the plane beneath the pointers.
    Map(PlaneKm, PlaneKm),
}

#[wasm_bindgen]
impl Explainer {
    /// Whether changes of window and look are shown as a short way.
    #[wasm_bindgen(js_name = setMotion)]
    pub fn set_motion(&mut self, animate: bool) {
        self.send(Msg::Animate(animate));
    }

    /// Lets milliseconds pass; whether more of them are wanted.
    pub fn tick(&mut self, ms: f64) -> bool {
        if self.state.motion.tween.is_some() || self.state.motion.playing.is_some() {
            self.send(Msg::Tick(ms));
        }
        self.state.motion.tween.is_some() || self.state.motion.playing.is_some()
    }

    /// Lets the cursor run through the window, or stops it.
    pub fn play(&mut self, on: bool) {
        self.send(Msg::Play(on));
    }

    /// Pointers went down on a picture; one pointer is given twice.
    pub fn grab(&mut self, picture: &str, x1: f64, y1: f64, x2: f64, y2: f64) {
        self.build(picture);
        self.grab = Grab::Nothing;
        if !(x1 + y1 + x2 + y2).is_finite() {
            return;
        }
        if picture == "map" {
            if let Some(map) = &self.map.layout {
                self.grab = Grab::Map(map.invert(x1, y1), map.invert(x2, y2));
            }
        } else if let Some(ties) = &self.ties.layout {
            let one = x1 == x2 && y1 == y2;
            let near = ties.cursor_x.is_some_and(|x| (x - x1).abs() <= CURSOR_REACH);
            // Where all of time is shown there is nothing to drag but the cursor.
            self.grab = if one && (near || self.state.view.is_whole(&self.dossier)) {
                Grab::Cursor
            } else {
                Grab::Time(ties.scale.days_at(x1), ties.scale.days_at(x2))
            };
        }
    }

    /// The pointers moved: what they hold stays beneath them.
    pub fn drag(&mut self, picture: &str, x1: f64, y1: f64, x2: f64, y2: f64) {
        if !(x1 + y1 + x2 + y2).is_finite() {
            return;
        }
        self.build(picture);
        match self.grab {
            Grab::Nothing => {}
            Grab::Cursor => {
                if let Some(day) = self.ties.layout.as_ref().map(|ties| ties.scale.day_at(x1)) {
                    self.send(Msg::Cursor(day));
                }
            }
            Grab::Time(a, b) => {
                let Some(ties) = &self.ties.layout else { return };
                let spread = (x2 - x1).abs();
                let px_per_day = if spread >= LEAST_SPREAD && a != b {
                    spread / (b - a).abs()
                } else {
                    ties.scale.px_per_day()
                };
                let middle = f64::midpoint(a, b);
                self.window_at(middle, f64::midpoint(x1, x2), px_per_day, true);
            }
            Grab::Map(a, b) => {
                let Some(map) = &self.map.layout else { return };
                let (spread, km) = ((x2 - x1).hypot(y2 - y1), (b.x_km - a.x_km).hypot(b.y_km - a.y_km));
                let px_per_km = if spread >= LEAST_SPREAD && km > 0.0 { spread / km } else { map.px_per_km };
                let held =
                    PlaneKm { x_km: f64::midpoint(a.x_km, b.x_km), y_km: f64::midpoint(a.y_km, b.y_km) };
                let at = (f64::midpoint(x1, x2), f64::midpoint(y1, y2));
                let look = look_at(map, held, at, px_per_km);
                self.send(Msg::Look { look, at_once: true });
            }
        }
    }

    /// Comes closer by a factor about a point. Where `x` is no number: about the cursor, or the middle, on a short way.
    pub fn zoom(&mut self, picture: &str, factor: f64, x: f64, y: f64) {
        if !(factor.is_finite() && factor > 0.0) {
            return;
        }
        self.build(picture);
        let at_once = x.is_finite();
        if picture == "map" {
            let Some(map) = &self.map.layout else { return };
            let look = if at_once {
                look_at(map, map.invert(x, y), (x, y), map.px_per_km * factor)
            } else {
                // From where it is going to, so that quick presses add up.
                let Look { east_km, north_km, radius_km } = self.state.view.look;
                Look::new(f64::from(east_km), f64::from(north_km), f64::from(radius_km) / factor)
            };
            self.send(Msg::Look { look, at_once });
        } else {
            let Some(ties) = &self.ties.layout else { return };
            let (x0, x1) = (ties.scale.x0(), ties.scale.x1());
            let scale = if at_once { ties.scale } else { TimeScale::new(self.state.view.window, x0, x1) };
            let cursor = Some(scale.mid_px(self.state.view.cursor)).filter(|at| (x0..=x1).contains(at));
            let x = if at_once { x } else { cursor.unwrap_or(f64::midpoint(x0, x1)) };
            self.window_at(scale.days_at(x), x, scale.px_per_day() * factor, at_once);
        }
    }

    /// Moves the picture's content by CSS pixels, on a short way: to the right shows what is later, or east.
    pub fn pan(&mut self, picture: &str, dx: f64, dy: f64) {
        if !(dx.is_finite() && dy.is_finite()) {
            return;
        }
        self.build(picture);
        if picture == "map" {
            let Some(map) = &self.map.layout else { return };
            // From where it is going to, so that quick presses add up.
            let Look { east_km, north_km, radius_km } = self.state.view.look;
            let km = f64::from(radius_km) / (map.size.w.min(map.size.h) / 2.0).max(1.0);
            let look =
                Look::new(f64::from(east_km) + dx * km, f64::from(north_km) - dy * km, f64::from(radius_km));
            self.send(Msg::Look { look, at_once: false });
        } else {
            let Some(ties) = &self.ties.layout else { return };
            let (from, to) = self.state.view.window;
            let (from, until) = (f64::from(from.0), f64::from(to.0) + 1.0);
            let by = dx * (until - from) / (ties.scale.x1() - ties.scale.x0());
            // Bounded here: a window shoved out of the domain would be no window.
            let (first, last) = self.dossier.manifest.domain;
            let by = by.clamp(f64::from(first.0) - from, f64::from(last.0) + 1.0 - until);
            self.send(Msg::Window { from: from + by, until: until + by, at_once: false });
        }
    }
}

impl Explainer {
    /// Shows the window in which this moment stands at this x at this scale; moved back where it leaves the domain.
    fn window_at(&mut self, days: f64, x: f64, px_per_day: f64, at_once: bool) {
        let Some(ties) = &self.ties.layout else { return };
        let (x0, x1) = (ties.scale.x0(), ties.scale.x1());
        let (first, last) = self.dossier.manifest.domain;
        let (first, end) = (f64::from(first.0), f64::from(last.0) + 1.0);
        let span = ((x1 - x0) / px_per_day).max(LEAST_DAYS).min(end - first);
        let from = (days - (x - x0) / (x1 - x0) * span).clamp(first, end - span);
        self.send(Msg::Window { from, until: from + span, at_once });
    }
}

/// The look in which this point of the plane stands at this point of the picture at this scale. The radius is bounded
/// before the middle is found: at the bound the point stays where it is.
fn look_at(map: &MapLayout, held: PlaneKm, (x, y): (f64, f64), px_per_km: f64) -> Look {
    let half = map.size.w.min(map.size.h) / 2.0;
    let radius_km = f64::from(Look::new(0.0, 0.0, half / px_per_km).radius_km);
    let km = radius_km / half.max(1.0);
    Look::new(held.x_km - (x - map.size.w / 2.0) * km, held.y_km + (y - map.size.h / 2.0) * km, radius_km)
}
