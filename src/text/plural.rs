//! Which plural form goes with a number: CLDR's cardinal categories for whole numbers.
//!
//! Section `plural` of the strings holds one text per key and category, `<key>.<category>` with `{n}` for the
//! number: in English `events.one` “{n} event” and `events.other` “{n} events”. A locale gives exactly the
//! categories its language has; `other` always.

/// The CLDR category of `n` in the language of a BCP 47 tag (CLDR 46, `plurals.xml`, cardinal, v = 0).
///
/// Languages that are not named here follow the rule of English, Uzbek, Kazakh, German, Turkish and most
/// others: `one` for 1. Before a locale of another language is added, its rule must be.
pub fn category(locale: &str, n: u64) -> &'static str {
    match locale.split(['-', '_']).next().unwrap_or_default() {
        "ru" | "uk" | "be" => match (n % 10, n % 100) {
            (1, last) if last != 11 => "one",
            (2..=4, last) if !(12..=14).contains(&last) => "few",
            _ => "many",
        },
        // Zero and one; from a million on French also has `many`, which such counts here never reach.
        "fr" if n == 0 => "one",
        "zh" | "ja" | "ko" | "vi" | "id" | "th" => "other",
        _ if n == 1 => "one",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::category;

    #[test]
    fn english_and_uzbek() {
        for locale in ["en", "en-GB", "uz", "uz-Cyrl", "kk", "de", ""] {
            assert_eq!(
                [0, 1, 2, 21].map(|n| category(locale, n)),
                ["other", "one", "other", "other"],
                "{locale}"
            );
        }
    }

    #[test]
    fn russian() {
        let of = |n| category("ru-RU", n);
        assert_eq!([1, 21, 101].map(of), ["one"; 3]);
        assert_eq!([2, 4, 22, 104].map(of), ["few"; 4]);
        assert_eq!([0, 5, 11, 12, 14, 20, 111, 112].map(of), ["many"; 8]);
    }

    #[test]
    fn others() {
        assert_eq!([0, 1, 2].map(|n| category("fr", n)), ["one", "one", "other"]);
        assert_eq!(category("zh-Hans", 1), "other");
    }
}
