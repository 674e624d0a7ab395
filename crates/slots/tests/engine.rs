//! The engine as its callers see it.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use slots::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_paris_morning_has_its_starts_every_quarter_of_an_hour() {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let weekly = WeeklyHours::new([(Weekday::Mon, TimeRange::from_minutes(540, 720).unwrap())]);
    let rules = Rules::new(Length::new(60).unwrap(), Step::new(15).unwrap());
    let agenda = Agenda {
        zone: &zone,
        weekly: &weekly,
        exceptions: &Exceptions::default(),
        rules: &rules,
        bookings: &Bookings::default(),
        busy: &Spans::default(),
        now: utc("2027-01-01T00:00:00Z"),
    };
    let slots = free_slots(&agenda, date("2027-01-01")..=date("2027-01-10"));
    let starts: Vec<_> = slots.iter().map(|slot| slot.start).collect();
    assert_eq!(starts.first(), Some(&utc("2027-01-04T08:00:00Z")));
    assert_eq!(starts.last(), Some(&utc("2027-01-04T10:00:00Z")));
    assert_eq!(starts.len(), 9);
    assert_eq!(check(&agenda, utc("2027-01-04T09:30:00Z")), Ok(()));
    assert_eq!(check(&agenda, utc("2027-01-04T09:40:00Z")), Err(Refusal::OffGrid));
    assert_eq!(
        check(&agenda, utc("2027-01-04T10:15:00Z")),
        Err(Refusal::OutsideHours)
    );
}
