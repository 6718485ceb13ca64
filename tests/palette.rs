//! The palettes as readers see them: contrast by WCAG 2.2, and how far the rows' colours stand apart for eyes that lack
//! one kind of cone, and without any colour.

#![cfg(not(target_arch = "wasm32"))]

use palette::color_difference::{EuclideanDistance, Wcag21RelativeContrast};
use palette::{FromColor, LinSrgb, Oklab, Srgb};
use us_uz_explainer::paint::{Palette, Rgb, Theme};
use us_uz_explainer::scene::{Ink, SHADE_ALPHA};

const THEMES: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::LightMore, Theme::DarkMore];
/// Windows' four contrast themes and a plain pair: ground, text, accent.
const FORCED: [(Rgb, Rgb, Rgb); 5] = [
    ((0, 0, 0), (255, 255, 255), (26, 235, 255)),
    ((255, 255, 255), (0, 0, 0), (55, 0, 110)),
    ((32, 32, 32), (255, 255, 255), (142, 231, 240)),
    ((45, 50, 54), (255, 255, 255), (168, 230, 255)),
    ((255, 250, 239), (61, 61, 61), (144, 57, 9)),
];

fn linear((r, g, b): Rgb) -> LinSrgb<f64> {
    Srgb::new(r, g, b).into_linear()
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    Srgb::new(a.0, a.1, a.2)
        .into_format::<f64>()
        .relative_contrast(Srgb::new(b.0, b.1, b.2).into_format::<f64>())
}

/// How a colour looks to somebody.
#[derive(Clone, Copy, Debug)]
enum Eye {
    All,
    /// One kind of cone is missing: matrices on linear sRGB for severity 1.0 from Machado, Oliveira and Fernandes, “A
    /// Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15 (6), 2009, table of results.
    Lacking([[f64; 3]; 3]),
    /// A print without colours.
    Grey,
}

const PROTAN: Eye = Eye::Lacking([
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
]);
const DEUTAN: Eye = Eye::Lacking([
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
]);
const TRITAN: Eye = Eye::Lacking([
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.303900],
]);

fn seen(colour: Rgb, eye: Eye) -> Oklab<f64> {
    let c = linear(colour);
    let as_seen = match eye {
        Eye::All => c,
        Eye::Lacking(rows) => {
            let [r, g, b] = rows.map(|[x, y, z]| (x * c.red + y * c.green + z * c.blue).clamp(0.0, 1.0));
            LinSrgb::new(r, g, b)
        }
        Eye::Grey => {
            let y = 0.2126 * c.red + 0.7152 * c.green + 0.0722 * c.blue;
            LinSrgb::new(y, y, y)
        }
    };
    Oklab::from_color(as_seen)
}

/// Distance in Oklab; 0.02 is about what is just noticed side by side.
fn apart(a: Rgb, b: Rgb, eye: Eye) -> f64 {
    seen(a, eye).distance(seen(b, eye))
}

fn all_themes() -> Vec<Theme> {
    let forced = FORCED.map(|(ground, text, accent)| Theme::Forced { ground, text, accent });
    THEMES.into_iter().chain(forced).collect()
}

#[test]
fn words_and_marks_stand_out_from_every_ground_they_are_drawn_on() {
    for theme in all_themes() {
        let p = Palette::of(theme);
        for ground in [Ink::Surface, Ink::Land, Ink::Sea] {
            let ratio = contrast(p.rgb(Ink::Text), p.rgb(ground));
            assert!(ratio > 7.0, "{theme:?} text on {ground:?}: {ratio:.2}");
        }
        for ground in [Ink::Grid, Ink::Surface] {
            let ratio = contrast(p.rgb(Ink::Muted), p.rgb(ground));
            assert!(ratio > 4.5, "{theme:?} muted words on {ground:?}: {ratio:.2}");
        }
        for n in 0..6 {
            let ratio = contrast(p.rgb(Ink::Tint(n)), p.rgb(Ink::Surface));
            assert!(ratio > 4.5, "{theme:?} tint {n}: {ratio:.2}");
        }
        for line in [Ink::Border, Ink::Shade] {
            for ground in [Ink::Land, Ink::Sea] {
                let ratio = contrast(p.rgb(line), p.rgb(ground));
                assert!(ratio > 3.0, "{theme:?} {line:?} on {ground:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn who_asks_for_more_contrast_gets_seven_to_one() {
    for theme in [Theme::LightMore, Theme::DarkMore] {
        let p = Palette::of(theme);
        for ink in [Ink::Muted, Ink::Tint(0), Ink::Tint(1), Ink::Tint(2), Ink::Tint(3), Ink::Tint(4)] {
            let ratio = contrast(p.rgb(ink), p.rgb(Ink::Surface));
            assert!(ratio > 7.0, "{theme:?} {ink:?}: {ratio:.2}");
        }
    }
}

#[test]
fn rows_stay_apart_for_eyes_that_lack_a_cone_and_without_colour() {
    let eyes = [(Eye::All, 0.08), (PROTAN, 0.07), (DEUTAN, 0.07), (TRITAN, 0.07), (Eye::Grey, 0.025)];
    for theme in THEMES {
        let p = Palette::of(theme);
        for (eye, least) in eyes {
            for a in 0..6 {
                for b in 0..a {
                    let distance = apart(p.rgb(Ink::Tint(a)), p.rgb(Ink::Tint(b)), eye);
                    assert!(distance > least, "{theme:?} tints {a} and {b} to {eye:?}: {distance:.3}");
                }
            }
        }
    }
}

/// The question of the whole work is asked of the first two rows.
#[test]
fn the_two_sides_of_the_question_are_furthest_apart_where_colour_is_seen() {
    for theme in THEMES {
        let p = Palette::of(theme);
        for eye in [Eye::All, PROTAN, DEUTAN, TRITAN] {
            let distance = apart(p.rgb(Ink::Tint(0)), p.rgb(Ink::Tint(1)), eye);
            assert!(distance > 0.11, "{theme:?} to {eye:?}: {distance:.3}");
        }
    }
}

/// What the map shades is told from plain land by its edge and by its filling, to every eye.
#[test]
fn shaded_land_is_told_from_plain_land_by_every_eye() {
    for theme in all_themes() {
        let p = Palette::of(theme);
        let over = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * SHADE_ALPHA).round() as u8;
        let (land, shade) = (p.rgb(Ink::Land), p.rgb(Ink::Shade));
        let shaded = (over(land.0, shade.0), over(land.1, shade.1), over(land.2, shade.2));
        for eye in [Eye::All, PROTAN, DEUTAN, TRITAN, Eye::Grey] {
            let distance = apart(shaded, land, eye);
            assert!(distance > 0.1, "{theme:?} to {eye:?}: {distance:.3}");
        }
        let words = contrast(p.rgb(Ink::Text), shaded);
        assert!(words > 4.5, "{theme:?} words on shaded land: {words:.2}");
    }
}

/// So that the stylesheet of the static pictures can tell roles by their values.
#[test]
fn all_values_of_the_palettes_of_the_static_pictures_differ() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut values: Vec<Rgb> = Palette::roles().iter().map(|ink| Palette::of(theme).rgb(*ink)).collect();
        values.sort_unstable();
        values.dedup();
        assert_eq!(values.len(), Palette::roles().len());
    }
}
