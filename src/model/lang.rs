//! The two languages of the program, and text that exists in both.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A language of the interface and of the bundle's headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language for a POSIX or BCP 47 locale name: `ru_RU.UTF-8` is Russian, everything unknown is English.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ru") { Self::Ru } else { Self::En }
    }
}

/// Text in both languages. In TOML either `"one text"` for both or `{ en = "…", ru = "…" }`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Localized {
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
}

impl Localized {
    /// The same text in both languages.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { en: text.to_owned(), ru: text.to_owned() }
    }

    /// The text in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
        }
    }
}

impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrBoth;
        impl<'de> Visitor<'de> for TextOrBoth {
            type Value = Localized;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text, or { en = \"…\", ru = \"…\" }")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Localized, E> {
                Ok(Localized::same(text))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Localized, A::Error> {
                let (mut en, mut ru) = (None::<String>, None::<String>);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "en" => en = Some(map.next_value()?),
                        "ru" => ru = Some(map.next_value()?),
                        other => return Err(de::Error::unknown_field(other, &["en", "ru"])),
                    }
                }
                let en = en.ok_or_else(|| de::Error::missing_field("en"))?;
                Ok(Localized { ru: ru.unwrap_or_else(|| en.clone()), en })
            }
        }
        deserializer.deserialize_any(TextOrBoth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_name_gives_its_language() {
        assert_eq!(Lang::from_locale("ru_RU.UTF-8"), Lang::Ru);
        assert_eq!(Lang::from_locale("ru-RU"), Lang::Ru);
        assert_eq!(Lang::from_locale("C"), Lang::En);
        assert_eq!(Lang::from_locale("russian"), Lang::En);
    }

    #[test]
    fn one_text_serves_both_languages() {
        #[derive(Deserialize)]
        struct File {
            a: Localized,
            b: Localized,
        }
        let file: File = toml::from_str("a = \"Steam\"\nb = { en = \"Mail\", ru = \"Почта\" }").expect("valid");
        assert_eq!(file.a, Localized::same("Steam"));
        assert_eq!(file.b.get(Lang::Ru), "Почта");
    }
}
