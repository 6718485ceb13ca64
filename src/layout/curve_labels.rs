//! Names beside the curves, and at their largest kinks the year with the event that weighs most in it.

use super::curves::Curve;
use super::scores::Frame;
use super::stock_curves::{Kink, StockCurves};
use super::text_line::TextLine;
use super::{place_labels, Anchor, Candidate, NumberScale, Rect, Wanted, TEXT_CSS_PX};
use crate::order;
use crate::text::{ellipsis, Measure};

/// As many kinks of a curve are labelled, if there is room.
const MOST_KINKS: usize = 3;
/// Before a curve's name: a piece of its line.
pub const NAME_SAMPLE: f64 = 20.0;
const SAMPLE_GAP: f64 = 5.0;
/// A label is cut to this part of the plot, and to this width.
const WIDEST_PART: f64 = 0.55;
const WIDEST: f64 = 300.0;
/// From a curve to the middle of a label beside it; a label further away has a leader.
const BESIDE: f64 = 12.0;
const LEADER_FROM: f64 = 16.0;

/// The label of a kink.
#[derive(Clone, Debug, PartialEq)]
pub struct KinkLabel {
    /// The year.
    pub year: i32,
    /// Where the curve bends.
    pub at: (f64, f64),
    /// The year, and the event.
    pub words: TextLine,
    /// From the kink to the words, where they do not stand beside it.
    pub leader: Option<((f64, f64), (f64, f64))>,
}

/// Widths with the piece of line before a name.
struct WithSample<'a>(&'a dyn Measure);

impl Measure for WithSample<'_> {
    fn width_css_px(&self, text: &str, size_css_px: f64, bold: bool) -> f64 {
        self.0.width_css_px(text, size_css_px, bold) + NAME_SAMPLE + SAMPLE_GAP
    }
}

/// Gives both curves their names, then their kinks, the larger first. What curves and words take is returned.
pub(super) fn curve_labels(
    frame: &Frame,
    stocks: &StockCurves,
    curves: &mut [Curve; 2],
    scale: &NumberScale,
    room: &Rect,
) -> Vec<Rect> {
    let mut taken: Vec<Rect> = curves.iter().flat_map(|curve| boxes(&curve.line)).collect();
    // Curves may be crossed by a leader, words may not: they come after the curves.
    let first_word = taken.len();
    let lines = [curves[0].line.clone(), curves[1].line.clone()];
    for (n, curve) in curves.iter_mut().enumerate() {
        let name = frame.side_name(stocks.sides[n].side);
        curve.name = place_name(name, n, &lines, room, &taken, frame.measure);
        if let Some(((x, _), words)) = &curve.name {
            let rect = words.rect(frame.measure);
            taken.push(Rect::new(*x, rect.y, rect.right() - x, rect.h).grown(2.0));
        }
    }
    let mut kinks: Vec<(usize, &Kink)> = Vec::new();
    for (n, side) in stocks.sides.iter().enumerate() {
        let seen = side.kinks.iter().filter(|kink| {
            let x = frame.scale.px(kink.at.0);
            room.x <= x && x <= room.right()
        });
        kinks.extend(seen.take(MOST_KINKS).map(|kink| (n, kink)));
    }
    order::sort(&mut kinks, &mut |a, b| b.1.change.abs().total_cmp(&a.1.change.abs()));
    for (n, kink) in kinks {
        let at = (frame.scale.px(kink.at.0), scale.px(kink.at.1));
        // On the side away from the other curve.
        let other = stocks.sides[1 - n].stock.iter().find(|other| other.days >= kink.at.0);
        let up = other.is_none_or(|other| kink.at.1 >= other.value);
        let Some(label) = place_kink(frame, kink, at, up, room, (&taken, first_word)) else { continue };
        taken.push(label.words.rect(frame.measure).grown(2.0));
        taken.extend(label.leader.map(|leader| leader_rect(leader).grown(1.0)));
        if let Some(curve) = curves.get_mut(n) {
            curve.kinks.push(label);
        }
    }
    taken
}

/// What a line covers, in short pieces.
fn boxes(line: &[(f64, f64)]) -> Vec<Rect> {
    let pieces = line.chunks(3).enumerate();
    pieces
        .map(|(n, chunk)| {
            // With the first point of the next piece, so that no gap is left.
            let next = line.get((n + 1) * 3);
            let mut ends = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
            for (x, y) in chunk.iter().chain(next) {
                ends = (ends.0.min(*x), ends.1.min(*y), ends.2.max(*x), ends.3.max(*y));
            }
            Rect::new(ends.0, ends.1, ends.2 - ends.0, ends.3 - ends.1).grown(1.5)
        })
        .collect()
}

/// A name stands where its curve is furthest from the other, on the far side.
fn place_name(
    name: &str,
    nth: usize,
    lines: &[Vec<(f64, f64)>; 2],
    room: &Rect,
    taken: &[Rect],
    measure: &dyn Measure,
) -> Option<((f64, f64), TextLine)> {
    let own = lines.get(nth)?;
    let other = lines.get(1 - nth.min(1))?;
    let mut places: Vec<((f64, f64), f64)> =
        own.iter().zip(other).step_by(4).map(|(own, other)| (*own, own.1 - other.1)).collect();
    order::sort(&mut places, &mut |a, b| b.1.abs().total_cmp(&a.1.abs()));
    let mut candidates = Vec::new();
    for (at, apart) in &places {
        let way = if *apart > 0.0 { 1.0 } else { -1.0 };
        for away in [BESIDE, BESIDE + 6.0] {
            for anchor in [Anchor::Middle, Anchor::Start, Anchor::End] {
                candidates.push(Candidate { x: at.0, y: at.1 + way * away, anchor });
            }
        }
    }
    // Else at the edge of the room, one above and one below.
    let y = if nth == 0 { room.y + 8.0 } else { room.bottom() - 8.0 };
    candidates.push(Candidate { x: room.x, y, anchor: Anchor::Start });
    let measure = WithSample(measure);
    let wanted = Wanted {
        text: ellipsis(name, &measure, TEXT_CSS_PX, true, room.w),
        size_css_px: TEXT_CSS_PX,
        bold: true,
        priority: 1.0,
        optional: false,
        candidates,
    };
    let placed = place_labels(&[wanted], room, taken, &measure).into_iter().next()?;
    let y = placed.rect.y + placed.rect.h / 2.0;
    let words = (placed.rect.x + NAME_SAMPLE + SAMPLE_GAP, y);
    Some(((placed.rect.x, y), TextLine::bold(placed.text, words, Anchor::Start)))
}

fn place_kink(
    frame: &Frame,
    kink: &Kink,
    (x, y): (f64, f64),
    up: bool,
    room: &Rect,
    (taken, first_word): (&[Rect], usize),
) -> Option<KinkLabel> {
    let id = frame.tested.events.get(kink.event).map_or("", String::as_str);
    let title = frame.strings.get("event", id).unwrap_or("…");
    let words = [&kink.year.to_string(), " ", title].concat();
    let widest = (room.w * WIDEST_PART).min(WIDEST);
    let text = ellipsis(&words, frame.measure, TEXT_CSS_PX, false, widest);
    let half = TEXT_CSS_PX * 0.62;
    let ways = if up { [-1.0, 1.0] } else { [1.0, -1.0] };
    let mut candidates = Vec::new();
    for way in ways {
        let steps = (room.h / 4.0) as usize;
        for away in (0..steps).map(|n| BESIDE + 4.0 * n as f64) {
            for anchor in [Anchor::Start, Anchor::End, Anchor::Middle] {
                // Held a little off the leader, which passes beneath.
                let aside = match anchor {
                    Anchor::Start => -3.0,
                    Anchor::Middle => 0.0,
                    Anchor::End => 3.0,
                };
                let at = Candidate { x: x + aside, y: y + way * away, anchor };
                let leader = leader((x, y), at.y, half);
                let rect = leader.map(leader_rect);
                let crosses =
                    rect.is_some_and(|rect| taken.iter().skip(first_word).any(|word| word.overlaps(&rect)));
                if !crosses {
                    candidates.push(at);
                }
            }
        }
    }
    let wanted =
        Wanted { text, size_css_px: TEXT_CSS_PX, bold: false, priority: 1.0, optional: true, candidates };
    let placed = place_labels(&[wanted], room, taken, frame.measure).into_iter().next()?;
    let at = placed.at;
    Some(KinkLabel {
        year: kink.year,
        at: (x, y),
        words: TextLine { text: placed.text, at: (at.x, at.y), anchor: at.anchor, bold: false },
        leader: leader((x, y), at.y, half),
    })
}

fn leader(from: (f64, f64), to_y: f64, half: f64) -> Option<((f64, f64), (f64, f64))> {
    let away = to_y - from.1;
    (away.abs() > LEADER_FROM).then_some((from, (from.0, to_y - half * away.signum())))
}

fn leader_rect((from, to): ((f64, f64), (f64, f64))) -> Rect {
    Rect::new(from.0 - 0.5, from.1.min(to.1), 1.0, (to.1 - from.1).abs())
}
