//! CAMEO event codes and the Goldstein score of each.
//!
//! Goldstein (1992, *Journal of Conflict Resolution* 36:2) had a panel score the event types of WEIS from −10
//! (attack) to 10 (union). Others extended the scale to the codes of CAMEO (Schrodt 2012, *CAMEO Conflict and
//! Mediation Event Observations Codebook*, 1.1b3); this is the extension that the GDELT project publishes as
//! `CAMEO.goldsteinscale.txt` (free with attribution). Limits: it scores a *type* of act, never its size or
//! its consequence; most codes merely inherit the score of their group; and no panel has rated them since.

/// Tenths of a score, and the number of finer codes below it.
type Code = (i8, u8);

/// For each root code 01 to 20: its score in tenths, and its codes `…0`, `…1` and so on. The finer codes below
/// one of those are numbered from 1 and share its score, except for [`EXCEPTIONS`].
#[rustfmt::skip]
const ROOTS: [(i8, &[Code]); 20] = [
    (0, &[(0, 0), (-1, 0), (-4, 0), (4, 0), (0, 0), (0, 0), (-20, 0), (0, 0), (34, 0), (34, 0)]),
    (30, &[(30, 0), (34, 4), (32, 0), (34, 4), (-3, 4), (-3, 6), (40, 0), (40, 0), (40, 0)]),
    (40, &[(40, 0), (52, 4), (45, 0), (52, 4), (70, 4), (70, 6), (40, 0), (50, 0), (70, 0), (50, 0)]),
    (10, &[(10, 0), (10, 0), (19, 0), (28, 0), (25, 0), (50, 0), (70, 0)]),
    (35, &[(35, 0), (34, 0), (35, 0), (38, 0), (60, 0), (70, 0), (70, 0), (80, 0)]),
    (60, &[(60, 0), (64, 0), (74, 0), (74, 0), (70, 0)]),
    (70, &[(70, 0), (74, 0), (83, 0), (74, 0), (85, 0), (70, 0)]),
    (50, &[(50, 0), (50, 4), (50, 0), (50, 4), (70, 2), (70, 0), (90, 3), (90, 4)]),
    (-20, &[(-20, 0), (-20, 0), (-20, 0), (-20, 0), (-20, 0)]),
    (-50, &[(-50, 0), (-50, 4), (-50, 0), (-50, 4), (-50, 4), (-50, 6), (-50, 0), (-50, 0), (-50, 0)]),
    (-20, &[(-20, 0), (-20, 0), (-20, 5), (-20, 0), (-20, 0), (-20, 0), (-20, 0)]),
    (-40, &[(-40, 0), (-40, 2), (-40, 4), (-40, 4), (-40, 6), (-50, 0), (-50, 0), (-50, 0), (-50, 0), (-50, 0)]),
    (-60, &[(-44, 0), (-58, 3), (-58, 4), (-58, 0), (-58, 0), (-58, 0), (-70, 0), (-70, 0), (-70, 5), (-70, 0)]),
    (-65, &[(-65, 0), (-65, 4), (-65, 4), (-65, 4), (-75, 4), (-75, 4)]),
    (-72, &[(-72, 0), (-72, 0), (-72, 0), (-72, 0), (-72, 0)]),
    (-40, &[(-40, 0), (-40, 0), (-56, 3), (-80, 0), (-70, 0), (-65, 0), (-70, 3)]),
    (-70, &[(-70, 0), (-92, 2), (-50, 4), (-50, 0), (-50, 0), (-90, 0)]),
    (-90, &[(-90, 0), (-90, 0), (-95, 3), (-100, 3), (-80, 0), (-80, 0), (-100, 0)]),
    (-100, &[(-100, 0), (-95, 0), (-95, 0), (-100, 0), (-100, 0), (-100, 0), (-95, 0)]),
    (-100, &[(-100, 0), (-95, 0), (-100, 0), (-100, 0), (-100, 2)]),
];

/// Finer codes whose score differs from that of the code above them.
const EXCEPTIONS: [(&str, i8); 5] =
    [("0334", 60), ("0874", 100), ("1821", -90), ("1822", -90), ("1823", -100)];

/// Goldstein's score of a CAMEO code, −10 to 10; `None` if there is no such code.
///
/// ```
/// use us_uz_explainer::dossier::goldstein;
/// assert_eq!(goldstein("057"), Some(8.0)); // sign formal agreement
/// assert_eq!(goldstein("0579"), None);
/// ```
#[must_use]
pub fn goldstein(cameo: &str) -> Option<f64> {
    let digit =
        |at: usize| cameo.as_bytes().get(at).filter(|b| b.is_ascii_digit()).map(|b| usize::from(b - b'0'));
    let root = (digit(0)? * 10 + digit(1)?).checked_sub(1)?;
    let (root_score, codes) = ROOTS.get(root)?;
    let tenths = match cameo.len() {
        2 => *root_score,
        3 => codes.get(digit(2)?)?.0,
        4 => {
            let (score, finer) = codes.get(digit(2)?)?;
            let last = digit(3)?;
            if last == 0 || last > usize::from(*finer) {
                return None;
            }
            EXCEPTIONS.iter().find(|(code, _)| *code == cameo).map_or(*score, |(_, tenths)| *tenths)
        }
        _ => return None,
    };
    Some(f64::from(tenths) / 10.0)
}
