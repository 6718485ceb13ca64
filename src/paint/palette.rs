//! The two palettes. Text keeps 4.5:1 and graphics 3:1 on the ground they stand on; a test measures it.

use crate::scene::Ink;

/// Red, green, blue, 0 to 255, sRGB.
pub type Rgb = (u8, u8, u8);

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on paper.
    Light,
    /// Light on near-black.
    Dark,
}

impl Theme {
    /// Reads the name used by the page; anything but `dark` is light.
    pub fn named(name: &str) -> Self {
        if name == "dark" {
            Self::Dark
        } else {
            Self::Light
        }
    }
}

/// A value for every role. All values of a palette differ, so that a drawing's colours can be told apart
/// again and restyled (see [`super::svg::stylesheet`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    surface: Rgb,
    sea: Rgb,
    land: Rgb,
    border: Rgb,
    text: Rgb,
    muted: Rgb,
    grid: Rgb,
    tints: [Rgb; 6],
    shade: Rgb,
}

impl Palette {
    /// The palette of a theme.
    pub const fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
        }
    }

    /// The value of a role.
    pub fn rgb(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Surface => self.surface,
            Ink::Sea => self.sea,
            Ink::Land => self.land,
            Ink::Border => self.border,
            Ink::Text => self.text,
            Ink::Muted => self.muted,
            Ink::Grid => self.grid,
            Ink::Tint(n) => self.tints.get(usize::from(n)).copied().unwrap_or(self.muted),
            Ink::Shade => self.shade,
        }
    }

    /// Every role once, in a fixed order.
    pub fn roles() -> [Ink; 14] {
        [
            Ink::Surface,
            Ink::Sea,
            Ink::Land,
            Ink::Border,
            Ink::Text,
            Ink::Muted,
            Ink::Grid,
            Ink::Tint(0),
            Ink::Tint(1),
            Ink::Tint(2),
            Ink::Tint(3),
            Ink::Tint(4),
            Ink::Tint(5),
            Ink::Shade,
        ]
    }
}

const LIGHT: Palette = Palette {
    surface: (253, 252, 248),
    sea: (227, 235, 238),
    land: (246, 243, 234),
    border: (176, 169, 152),
    text: (29, 28, 26),
    muted: (92, 88, 80),
    grid: (230, 226, 216),
    tints: [
        (31, 95, 168),  // the West: blue
        (172, 58, 36),  // Russia: brick
        (138, 96, 0),   // China: ochre
        (40, 112, 92),  // neighbours: green
        (108, 74, 150), // others: violet
        (74, 72, 66),   // the home country: ink
    ],
    shade: (196, 96, 72),
};

const DARK: Palette = Palette {
    surface: (22, 24, 27),
    sea: (14, 19, 24),
    land: (38, 42, 46),
    border: (94, 100, 104),
    text: (237, 234, 226),
    muted: (172, 168, 158),
    grid: (46, 49, 53),
    tints: [
        (126, 178, 239),
        (242, 140, 116),
        (221, 177, 79),
        (112, 200, 174),
        (189, 158, 232),
        (202, 198, 188),
    ],
    shade: (201, 97, 74),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast ratio as WCAG 2.2 defines them.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let luminance = |(r, g, b): Rgb| {
            let linear = |v: u8| {
                let v = f64::from(v) / 255.0;
                if v <= 0.04045 {
                    v / 12.92
                } else {
                    ((v + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_and_marks_stand_out_from_every_ground_they_are_drawn_on() {
        for theme in [Theme::Light, Theme::Dark] {
            let p = Palette::of(theme);
            for ground in [Ink::Surface, Ink::Land, Ink::Sea] {
                assert!(contrast(p.rgb(Ink::Text), p.rgb(ground)) > 7.0, "{theme:?} text on {ground:?}");
            }
            assert!(contrast(p.rgb(Ink::Muted), p.rgb(Ink::Grid)) > 4.5, "{theme:?} tick labels on the axis");
            for n in 0..6 {
                let ratio = contrast(p.rgb(Ink::Tint(n)), p.rgb(Ink::Surface));
                assert!(ratio > 4.5, "{theme:?} tint {n}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn all_values_of_a_palette_differ() {
        for theme in [Theme::Light, Theme::Dark] {
            let mut values: Vec<Rgb> =
                Palette::roles().iter().map(|ink| Palette::of(theme).rgb(*ink)).collect();
            values.sort_unstable();
            values.dedup();
            assert_eq!(values.len(), Palette::roles().len());
        }
    }
}
