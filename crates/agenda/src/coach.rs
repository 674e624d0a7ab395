//! The coach: owner of the agenda, with the settings that shape it.

use std::{num::NonZeroU16, str::FromStr};

use chrono::Weekday;
use serde::{Deserialize, Serialize};
use slots::Zone;
use specta::Type;

use crate::{CoachId, Line, QuietHours, UnknownWord, appointment::words};

/// A language of the interface and of what is sent out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}
words!(Language { Fr = "fr", En = "en" });

impl Language {
    /// The language of a system locale such as `fr_CA.UTF-8` or `en-GB`: French for French, English for all else.
    pub fn of_locale(locale: &str) -> Self {
        let code = locale.split(['-', '_', '.']).next().unwrap_or_default();
        if code.eq_ignore_ascii_case("fr") {
            Self::Fr
        } else {
            Self::En
        }
    }
}

/// Light, dark, or as the system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
words!(Theme { System = "system", Light = "light", Dark = "dark" });

/// The owner of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coach {
    /// Who, to the database.
    pub id: CoachId,
    /// Who, to people.
    pub name: Line<1, 120>,
    /// The zone the working hours are in.
    pub zone: Zone,
    /// The language the coach works in.
    pub language: Language,
}

/// How the agenda of a coach behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoachSettings {
    /// Look of the window.
    pub theme: Theme,
    /// First day of a calendar's week.
    pub first_weekday: Weekday,
    /// Minutes from one offered start to the next, 5 to 240.
    pub step_min: u32,
    /// Minutes between now and the first start that is offered, 0 to 43 200 (30 days).
    pub notice_min: u32,
    /// Days ahead that are offered, 1 to 1095.
    pub horizon_days: u16,
    /// Appointments on one day at most; `None` for no limit.
    pub max_per_day: Option<NonZeroU16>,
    /// Minutes before the start at which to remind, largest first, each once.
    pub reminder_offsets_min: Vec<u32>,
    /// No person's name in notifications.
    pub hide_names: bool,
    /// When nothing pops up; `None` when anything may at any hour.
    pub quiet_hours: Option<QuietHours>,
}

impl Default for CoachSettings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            first_weekday: Weekday::Mon,
            step_min: 15,
            notice_min: 0,
            horizon_days: 365,
            max_per_day: None,
            reminder_offsets_min: vec![60, 10],
            hide_names: false,
            quiet_hours: None,
        }
    }
}

/// What a first run puts into an agenda, in the coach's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Defaults {
    /// Name, minutes and colour of each type.
    pub types: [(&'static str, u32, &'static str); 3],
    /// Labels of the reasons.
    pub reasons: [&'static str; 4],
}

impl Defaults {
    /// Opening ranges of Monday to Friday, in minutes after midnight: 9–12 and 14–18.
    pub const WEEKDAY_RANGES: [(u16, u16); 2] = [(9 * 60, 12 * 60), (14 * 60, 18 * 60)];

    /// The defaults in `language`.
    pub fn in_language(language: Language) -> Self {
        match language {
            Language::Fr => Self {
                types: [
                    ("Découverte", 30, "#0f9d76"),
                    ("Séance", 60, "#4352d9"),
                    ("Bilan", 90, "#c2571b"),
                ],
                reasons: ["Premier échange", "Suivi", "Point d’étape", "Urgence"],
            },
            Language::En => Self {
                types: [
                    ("Discovery", 30, "#0f9d76"),
                    ("Session", 60, "#4352d9"),
                    ("Review", 90, "#c2571b"),
                ],
                reasons: ["First conversation", "Follow-up", "Progress review", "Urgent"],
            },
        }
    }
}

impl FromStr for Language {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::from_word(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_french_or_else_english() {
        for (locale, language) in [
            ("fr_FR.UTF-8", Language::Fr),
            ("fr-CA", Language::Fr),
            ("en_GB", Language::En),
            ("de_DE", Language::En),
            ("C", Language::En),
            ("fry", Language::En),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
