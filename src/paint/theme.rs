//! On which ground is drawn, and how strongly: what the reader, the page or the system asks for.

/// Red, green, blue, 0 to 255, sRGB.
pub type Rgb = (u8, u8, u8);

/// What the palette depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on paper.
    Light,
    /// Light on near-black.
    Dark,
    /// As light, for who asks for more contrast.
    LightMore,
    /// As dark, for who asks for more contrast.
    DarkMore,
    /// The system's own colours, which override the page's.
    Forced {
        /// CSS `Canvas`.
        ground: Rgb,
        /// CSS `CanvasText`.
        text: Rgb,
        /// CSS `Highlight`.
        accent: Rgb,
    },
}

impl Theme {
    /// Reads what the page says: `light` or `dark`, then ` more` where more contrast is asked for; or `forced` and nine
    /// numbers from 0 to 255, the parts of the system's `Canvas`, `CanvasText` and `Highlight`. Anything else is light.
    pub fn named(text: &str) -> Self {
        match text {
            "dark" => Self::Dark,
            "light more" => Self::LightMore,
            "dark more" => Self::DarkMore,
            _ => text.strip_prefix("forced ").and_then(forced).unwrap_or(Self::Light),
        }
    }
}

fn forced(numbers: &str) -> Option<Theme> {
    let mut parts = numbers.split(' ').map(|part| part.parse::<u8>().ok());
    let mut colour = || Some((parts.next()??, parts.next()??, parts.next()??));
    Some(Theme::Forced { ground: colour()?, text: colour()?, accent: colour()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_are_read_and_anything_else_is_light() {
        assert_eq!(Theme::named("dark"), Theme::Dark);
        assert_eq!(Theme::named("light more"), Theme::LightMore);
        assert_eq!(Theme::named("dark more"), Theme::DarkMore);
        let forced = Theme::Forced { ground: (0, 0, 0), text: (255, 255, 255), accent: (26, 235, 255) };
        assert_eq!(Theme::named("forced 0 0 0 255 255 255 26 235 255"), forced);
        for other in ["", "light", "Dark", "forced", "forced 1 2 3", "forced 0 0 0 255 255 255 26 235 256"] {
            assert_eq!(Theme::named(other), Theme::Light, "{other}");
        }
    }
}
