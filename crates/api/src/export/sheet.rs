//! What stands on the agenda's printed pages, in the coach's language.

use agenda::{Coach, Language};
use chrono::{Datelike, NaiveDate, Weekday};
use interchange::{Layout, Sheet};

use super::ExportWhat;
use crate::text::say;

/// How a period is laid out on paper; none for what has no page.
pub(super) fn layout(what: &ExportWhat) -> Option<Layout> {
    match what {
        ExportWhat::Day { .. } => Some(Layout::Day),
        ExportWhat::Week { .. } => Some(Layout::Week),
        ExportWhat::Month { .. } => Some(Layout::Month),
        ExportWhat::Appointment { .. } | ExportWhat::Days { .. } | ExportWhat::All => None,
    }
}

pub(super) fn sheet(
    layout: Layout,
    from: NaiveDate,
    to: NaiveDate,
    first_weekday: Weekday,
    coach: &Coach,
) -> Sheet {
    let word = |key: &str| say(coach.language, key, &[]);
    let title = match layout {
        Layout::Day => format!("{} {}", weekday(from, coach.language), date(from, coach.language)),
        Layout::Week => format!("{} – {}", date(from, coach.language), date(to, coach.language)),
        Layout::Month => format!("{} {}", month(from, coach.language), from.year()),
    };
    Sheet {
        layout,
        from,
        to,
        first_weekday,
        title: capital(&title),
        owner: format!("{} · {}", coach.name, coach.zone.name()),
        weekdays: [1, 2, 3, 4, 5, 6, 7].map(|number| word(&format!("weekday_{number}"))),
        nothing: word("page_nothing"),
        more: word("page_more"),
        language: coach.language.word(),
    }
}

fn weekday(date: NaiveDate, language: Language) -> String {
    say(
        language,
        &format!("weekday_{}", date.weekday().number_from_monday()),
        &[],
    )
}

fn month(date: NaiveDate, language: Language) -> String {
    say(language, &format!("month_name_{}", date.month()), &[])
}

/// "1er mars 2027", "1 March 2027".
fn date(date: NaiveDate, language: Language) -> String {
    let day = match (language, date.day()) {
        (Language::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    };
    format!("{day} {} {}", month(date, language), date.year())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
