//! The palettes, a value for every role. Text keeps 4.5:1 and graphics 3:1 on the ground they stand on, and the rows'
//! colours stay apart for readers who see fewer of them; tests measure both.

use super::theme::{Rgb, Theme};
use crate::scene::Ink;

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
            Theme::LightMore => LIGHT_MORE,
            Theme::DarkMore => DARK_MORE,
            Theme::Forced { ground, text, accent } => Self::forced(ground, text, accent),
        }
    }

    /// From three of the system's colours. Rows differ by place, marks by shape and filling: none needs a hue.
    const fn forced(ground: Rgb, text: Rgb, accent: Rgb) -> Self {
        Self {
            surface: ground,
            sea: ground,
            land: ground,
            border: text,
            text,
            muted: text,
            grid: mixed(ground, text),
            tints: [text; 6],
            shade: accent,
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

/// A fifth of the way from one colour to another.
const fn mixed(from: Rgb, to: Rgb) -> Rgb {
    const fn step(a: u8, b: u8) -> u8 {
        ((4 * a as u16 + b as u16) / 5) as u8
    }
    (step(from.0, to.0), step(from.1, to.1), step(from.2, to.2))
}

const LIGHT: Palette = Palette {
    surface: (253, 252, 248),
    sea: (227, 235, 238),
    land: (246, 243, 234),
    border: (140, 132, 114),
    text: (29, 28, 26),
    muted: (92, 88, 80),
    grid: (230, 226, 216),
    tints: [
        (32, 53, 136),  // the West: blue
        (145, 43, 14),  // Russia: brick
        (142, 94, 24),  // China: ochre
        (54, 126, 105), // neighbours: green
        (91, 82, 152),  // others: violet
        (74, 69, 70),   // the home country: ink
    ],
    shade: (196, 96, 72),
};

const DARK: Palette = Palette {
    surface: (22, 24, 27),
    sea: (14, 19, 24),
    land: (38, 42, 46),
    border: (112, 118, 122),
    text: (237, 234, 226),
    muted: (172, 168, 158),
    grid: (46, 49, 53),
    tints: [
        (130, 145, 203),
        (227, 139, 100),
        (209, 189, 126),
        (94, 219, 216),
        (171, 165, 240),
        (243, 233, 234),
    ],
    shade: (201, 97, 74),
};

/// For who asks for more contrast: the same hues, 7:1.
const LIGHT_MORE: Palette = Palette {
    surface: (255, 255, 255),
    sea: (226, 238, 244),
    land: (250, 247, 238),
    border: (86, 80, 66),
    text: (0, 0, 0),
    muted: (58, 55, 48),
    grid: (205, 200, 188),
    tints: [(51, 32, 112), (103, 49, 12), (143, 66, 4), (4, 91, 75), (81, 59, 129), (26, 31, 30)],
    shade: (172, 60, 34),
};

const DARK_MORE: Palette = Palette {
    surface: (0, 0, 0),
    sea: (2, 12, 20),
    land: (24, 28, 32),
    border: (168, 174, 178),
    text: (255, 255, 255),
    muted: (214, 211, 203),
    grid: (66, 70, 75),
    tints: [
        (142, 151, 222),
        (235, 143, 95),
        (230, 192, 135),
        (139, 221, 244),
        (164, 178, 255),
        (244, 237, 243),
    ],
    shade: (238, 124, 98),
};
