//! What is refused whole, so that half a calendar is never taken for one.

use std::time::{Duration, Instant};

use interchange::{LARGEST_CALENDAR, Unreadable, busy_times};
use slots::Zone;

use crate::{event, read_in, with, year};

fn refusal(file: &str) -> Unreadable {
    read_in("Europe/Paris", file).unwrap_err()
}

#[test]
fn what_is_no_calendar_is_refused() {
    for file in [
        "",
        "\n\n",
        "<!DOCTYPE html><html><body>Connexion</body></html>",
        "BEGIN:VCARD\nEND:VCARD\n",
        "BEGIN:VEVENT\nDTSTART:20270301T080000Z\nEND:VEVENT\n",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\n<html>",
        "{\"error\": 404}",
    ] {
        assert_eq!(refusal(file), Unreadable::NotACalendar, "{file:?}");
    }
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let whole = event("DTSTART:20270301T080000Z\nDTEND:20270301T090000Z");
    let end = whole.trim_end().len();
    for cut in 17..end {
        let found = refusal(&whole[..cut]);
        assert_eq!(found, Unreadable::CutShort, "{:?}", &whole[..cut]);
    }
    assert!(
        read_in("Europe/Paris", &whole[..end]).is_ok(),
        "the last line end may be missing"
    );
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let file = vec![b' '; LARGEST_CALENDAR + 1];
    let found = busy_times(&file, &Zone::parse("UTC").unwrap(), year(), &());
    assert_eq!(found.unwrap_err(), Unreadable::TooLarge);
}

#[test]
fn more_repetitions_than_anybody_has_are_refused() {
    let hourly = (0..20).map(|n| {
        format!("BEGIN:VEVENT\nUID:{n}\nDTSTART:19000101T0{}0000Z\nDURATION:PT1M\nRRULE:FREQ=HOURLY\nEND:VEVENT\n", n % 10)
    });
    let began = Instant::now();
    assert_eq!(refusal(&with(&hourly.collect::<String>())), Unreadable::TooMuch);
    assert!(
        began.elapsed() < Duration::from_mins(1),
        "a bound that takes for ever is none"
    );
}

#[test]
fn whoever_has_waited_long_enough_gets_an_end() {
    struct Impatient;
    impl interchange::Progress for Impatient {
        fn at(&self, _: usize, _: usize) -> bool {
            false
        }
    }
    let file = event("DTSTART:20270301T080000Z\nDURATION:PT1H");
    let found = busy_times(file.as_bytes(), &Zone::parse("UTC").unwrap(), year(), &Impatient);
    assert_eq!(found.unwrap_err(), Unreadable::Stopped);
}

#[test]
fn absurd_dates_and_numbers_neither_panic_nor_block() {
    for properties in [
        "DTSTART:00010101T000000Z\nDURATION:P9999999W",
        "DTSTART:99991231T235959Z\nDURATION:PT999999999S\nRRULE:FREQ=DAILY",
        "DTSTART:65535-01-01\nRRULE:FREQ=YEARLY;INTERVAL=0",
        "DTSTART:20270230T250000Z\nDTEND:20270301T080000Z",
        "DTSTART;VALUE=DATE:00000000\nDURATION:P1D",
        "DTSTART;VALUE=RECUR:FREQ=DAILY",
        "DTSTART:20270301T080000Z\nDURATION:-PT1H\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYSETPOS=-400",
    ] {
        let _ = read_in("Pacific/Apia", &event(properties));
    }
}

#[test]
fn names_in_an_old_encoding_do_not_spoil_the_times() {
    let mut file =
        with("X-WR-CALNAME:?t?\nBEGIN:VEVENT\nUID:a\nDTSTART:20270301T080000Z\nDURATION:PT1H\nEND:VEVENT")
            .into_bytes();
    for byte in file.iter_mut().filter(|byte| **byte == b'?') {
        *byte = 0xe9;
    }
    let found = busy_times(&file, &Zone::parse("UTC").unwrap(), year(), &()).unwrap();
    assert_eq!(found.timed.len(), 1);
}
