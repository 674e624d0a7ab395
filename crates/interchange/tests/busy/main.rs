//! When somebody is busy, by calendars of the shapes that are met outside: Google's, Outlook's, Nextcloud's, holidays.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "helpers of tests panic, as tests do"
)]

mod exceptions;
mod limits;
mod repeated;
mod samples;
mod zones;

use chrono::{DateTime, Utc};
use interchange::{BusyTimes, Unreadable, busy_times};
use slots::{Span, Spans, Zone};

/// An instant.
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The year 2027.
pub fn year() -> Span {
    Span::new(at("2027-01-01T00:00:00Z"), at("2028-01-01T00:00:00Z")).unwrap()
}

/// Read by a coach of that zone.
pub fn read_in(zone: &str, file: &str) -> Result<BusyTimes, Unreadable> {
    busy_times(file.as_bytes(), &Zone::parse(zone).unwrap(), year(), &())
}

/// Read by a coach in Paris; everything in it must have been understood.
pub fn read(file: &str) -> BusyTimes {
    let found = read_in("Europe/Paris", file).unwrap();
    assert_eq!(found.not_understood, 0);
    assert!(found.unknown_zones.is_empty(), "{:?}", found.unknown_zones);
    found
}

/// A calendar with these events in it.
pub fn with(events: &str) -> String {
    let lines = events
        .trim()
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("\r\n");
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n{lines}\r\nEND:VCALENDAR\r\n")
}

/// One event with these properties.
pub fn event(properties: &str) -> String {
    with(&format!("BEGIN:VEVENT\nUID:a\n{}\nEND:VEVENT", properties.trim()))
}

/// Spans as month, day, hour and minute in UTC.
pub fn told(spans: &Spans) -> Vec<String> {
    let short = |at: DateTime<Utc>| at.format("%m-%d %H:%M").to_string();
    spans
        .iter()
        .map(|span| format!("{}/{}", short(span.start()), short(span.end())))
        .collect()
}

/// The times of the clock that one event takes, in UTC.
pub fn times(properties: &str) -> Vec<String> {
    told(&read(&event(properties)).timed)
}
