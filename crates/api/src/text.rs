//! The few texts that Rust itself says, in every language: `messages/*.json`.

use std::{collections::HashMap, sync::LazyLock};

use chrono::{Datelike, NaiveDate};

use crate::Language;

type Messages = HashMap<String, String>;

// Read once; that both files are whole is a test below, so an unreadable one cannot be shipped.
static FRENCH: LazyLock<Messages> = LazyLock::new(|| read(include_str!("../messages/fr.json")));
static ENGLISH: LazyLock<Messages> = LazyLock::new(|| read(include_str!("../messages/en.json")));

fn read(json: &str) -> Messages {
    serde_json::from_str(json).unwrap_or_default()
}

/// The text of `key`, with each `{name}` replaced by its value.
pub(crate) fn say(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    let messages = match language {
        Language::Fr => &*FRENCH,
        Language::En => &*ENGLISH,
    };
    let text = messages.get(key).map_or(key, String::as_str).to_owned();
    values.iter().fold(text, |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// A date in words: "mardi 2 mars 2027", "Tuesday 2 March 2027".
pub(crate) fn day_words(language: Language, date: NaiveDate) -> String {
    let part = |kind: &str, number: u32| say(language, &format!("{kind}_{number}"), &[]);
    let values = [
        ("weekday", &*part("weekday", date.weekday().number_from_monday())),
        ("day", &*date.day().to_string()),
        ("month", &*part("month", date.month())),
        ("year", &*date.year().to_string()),
    ];
    let form = if date.day() == 1 { "day_first" } else { "day" };
    say(language, form, &values)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn places(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect()
    }

    #[test]
    fn both_languages_say_the_same_things_with_the_same_values() {
        assert!(!FRENCH.is_empty());
        let keys = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(&FRENCH), keys(&ENGLISH));
        for (key, text) in FRENCH.iter() {
            assert_eq!(places(text), places(&ENGLISH[key]), "{key}");
        }
    }

    #[test]
    fn a_date_is_said_in_words() {
        let date = |month, day| NaiveDate::from_ymd_opt(2027, month, day).unwrap();
        assert_eq!(day_words(Language::Fr, date(3, 2)), "mardi 2 mars 2027");
        assert_eq!(day_words(Language::Fr, date(8, 1)), "dimanche 1er août 2027");
        assert_eq!(day_words(Language::En, date(12, 31)), "Friday 31 December 2027");
    }

    #[test]
    fn values_are_put_in_their_places() {
        let text = say(
            Language::Fr,
            "reminder_in_minutes",
            &[("count", "10"), ("person", "Léa Dupuis")],
        );
        assert_eq!(text, "Dans 10 min : Léa Dupuis");
    }
}
