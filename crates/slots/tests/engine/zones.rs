//! Zones and their clock.

use slots::Zone;

use crate::support::{civil, date, told, utc};

#[test]
fn a_zone_is_known_by_its_name_whatever_the_case() {
    assert_eq!(Zone::parse("europe/paris").unwrap().name(), "Europe/Paris");
    assert_eq!(Zone::parse("UTC").unwrap().name(), "UTC");
    assert_eq!(Zone::parse("Europe/Paris"), Zone::parse("EUROPE/PARIS"));
    assert_ne!(Zone::parse("Europe/Paris"), Zone::parse("Europe/Berlin"));
}

#[test]
fn a_name_that_is_none_is_refused_and_told() {
    let names = [
        "",
        "Mars/Olympus",
        "Europe/Paris ",
        "../../etc/passwd",
        "CET-1CEST",
        "Etc/Unknown",
        "Europe",
        "é",
    ];
    for name in names
        .into_iter()
        .chain(["right/Europe/Paris", "posix/Europe/Paris"])
    {
        let error = Zone::parse(name).unwrap_err();
        assert_eq!(error.0, name);
    }
    assert_eq!(
        Zone::parse("Mars/Olympus").unwrap_err().to_string(),
        "unknown time zone \"Mars/Olympus\""
    );
}

#[test]
fn names_of_the_past_are_still_known() {
    for name in ["US/Pacific", "Asia/Calcutta", "Europe/Kiev", "Asia/Saigon"] {
        assert!(Zone::parse(name).is_ok(), "{name}");
    }
}

#[test]
fn a_local_clock_reads_its_offset() {
    let zone = Zone::parse("Europe/Paris").unwrap();
    assert_eq!(zone.local(utc("2027-03-28 00:59")), civil("2027-03-28 01:59"));
    assert_eq!(zone.local(utc("2027-03-28 01:00")), civil("2027-03-28 03:00"));
    assert_eq!(zone.date_of(utc("2027-06-01 22:00")), date("2027-06-02"));
}

#[test]
fn an_opening_and_a_closing_differ_only_in_a_fold() {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let both = |at: &str| (told(zone.opening(civil(at))), told(zone.closing(civil(at))));
    let rows = [
        ("2027-06-01 09:00", "2027-06-01 07:00", "2027-06-01 07:00"),
        ("2027-03-28 02:00", "2027-03-28 01:00", "2027-03-28 01:00"),
        ("2027-03-28 02:30", "2027-03-28 01:00", "2027-03-28 01:00"),
        ("2027-03-28 03:00", "2027-03-28 01:00", "2027-03-28 01:00"),
        ("2027-10-31 02:00", "2027-10-31 00:00", "2027-10-31 01:00"),
        ("2027-10-31 02:30", "2027-10-31 00:30", "2027-10-31 01:30"),
        ("2027-10-31 03:00", "2027-10-31 02:00", "2027-10-31 02:00"),
    ];
    for (at, opening, closing) in rows {
        assert_eq!(both(at), (opening.to_owned(), closing.to_owned()), "{at}");
    }
}

#[test]
fn a_day_starts_with_its_first_instant() {
    let rows = [
        ("Europe/Paris", "2027-06-01", "2027-05-31 22:00"),
        ("Asia/Beirut", "2027-03-28", "2027-03-27 22:00"),
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04 03:00"),
        ("Africa/Cairo", "2027-04-30", "2027-04-29 22:00"),
        ("America/Havana", "2027-11-07", "2027-11-07 04:00"),
        ("Pacific/Apia", "2011-12-30", "2011-12-30 10:00"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30 10:00"),
    ];
    for (zone, day, expected) in rows {
        assert_eq!(
            told(Zone::parse(zone).unwrap().start_of_day(date(day))),
            expected,
            "{zone} {day}"
        );
    }
}

#[test]
fn times_beyond_every_rule_have_an_answer() {
    use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
    let zone = Zone::parse("America/New_York").unwrap();
    for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let local = zone.local(at);
        assert!(
            (local - at.naive_utc()).abs() <= chrono::TimeDelta::hours(26),
            "{at}"
        );
    }
    assert_eq!(zone.opening(NaiveDateTime::MAX), zone.closing(NaiveDateTime::MAX));
    assert!(zone.start_of_day(NaiveDate::MIN) < zone.start_of_day(NaiveDate::MAX));
}
