//! Repetition rules, as calendars use them.

use crate::{event, read, read_in, times, told};

#[test]
fn an_event_is_there_once_though_its_rule_does_not_hold_its_start() {
    assert_eq!(
        times("DTSTART:20270301T080000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2"),
        [
            "03-01 08:00/03-01 09:00",
            "03-02 08:00/03-02 09:00",
            "03-09 08:00/03-09 09:00"
        ],
        "the first date blocks whatever the rule says of it"
    );
}

#[test]
fn a_rule_without_end_goes_on_to_the_end_of_the_window() {
    let found = times("DTSTART:20261201T080000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1");
    assert_eq!(found.len(), 12);
    assert_eq!(found.last().unwrap(), "12-31 08:00/12-31 09:00");
}

#[test]
fn an_end_said_as_a_date_includes_that_date() {
    let found =
        times("DTSTART;TZID=Europe/Paris:20270301T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20270303");
    assert_eq!(found.len(), 3);
}

#[test]
fn an_end_said_in_utc_is_compared_as_an_instant() {
    let until = |end: &str| {
        let rule = format!(
            "DTSTART;TZID=Europe/Paris:20270701T003000\nDURATION:PT10M\nRRULE:FREQ=DAILY;UNTIL={end}"
        );
        times(&rule).len()
    };
    assert_eq!(
        until("20270702T223000Z"),
        3,
        "half past midnight of the third, in Paris"
    );
    assert_eq!(until("20270702T222959Z"), 2);
}

#[test]
fn whole_days_repeat_and_end_with_the_date_that_is_said() {
    let all_day = |end: &str| {
        let file = event(&format!(
            "DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270302\nRRULE:FREQ=WEEKLY;UNTIL={end}"
        ));
        told(&read(&file).all_day)
    };
    let two = ["02-28 23:00/03-01 23:00", "03-07 23:00/03-08 23:00"];
    assert_eq!(all_day("20270308"), two);
    assert_eq!(all_day("20270308T235959Z"), two);
}

#[test]
fn a_day_is_as_long_as_the_coach_s_own() {
    let file = event("DTSTART;VALUE=DATE:20270328");
    assert_eq!(
        told(&read(&file).all_day),
        ["03-27 23:00/03-28 22:00"],
        "23 hours"
    );
    assert_eq!(
        told(&read_in("Asia/Kolkata", &file).unwrap().all_day),
        ["03-27 18:30/03-28 18:30"]
    );
}

#[test]
fn a_night_shift_from_before_the_window_reaches_into_it() {
    assert_eq!(
        times("DTSTART:20261231T200000Z\nDTEND:20270101T040000Z"),
        ["01-01 00:00/01-01 04:00"],
        "cut to the window"
    );
}

#[test]
fn a_missing_hour_is_counted_from_before_and_a_double_one_from_its_first() {
    assert_eq!(
        times("DTSTART;TZID=Europe/Paris:20270328T023000\nDURATION:PT30M"),
        ["03-28 01:30/03-28 02:00"]
    );
    assert_eq!(
        times("DTSTART;TZID=Europe/Paris:20271031T023000\nDURATION:PT30M"),
        ["10-31 00:30/10-31 01:00"]
    );
}

#[test]
fn a_rule_that_is_not_understood_still_blocks_its_first_date_and_is_counted() {
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=FORTNIGHTLY",
        "FREQ=YEARLY;BYMONTH=13",
        "RSCALE=CHINESE;FREQ=YEARLY",
    ] {
        let file = event(&format!("DTSTART:20270301T080000Z\nDURATION:PT1H\nRRULE:{rule}"));
        let found = read_in("Europe/Paris", &file).unwrap();
        assert_eq!(told(&found.timed), ["03-01 08:00/03-01 09:00"], "{rule}");
        assert_eq!(found.not_understood, 1, "{rule}");
    }
}

#[test]
fn what_takes_no_time_blocks_nothing_and_what_ends_before_it_starts_is_counted() {
    assert!(times("DTSTART:20270301T080000Z").is_empty());
    assert!(times("DTSTART:20270301T080000Z\nDTEND:20270301T080000Z").is_empty());
    let backwards = event("DTSTART:20270301T080000Z\nDTEND:20270301T070000Z");
    assert_eq!(read_in("Europe/Paris", &backwards).unwrap().not_understood, 1);
    let never = event("SUMMARY:sans date");
    assert_eq!(read_in("Europe/Paris", &never).unwrap().not_understood, 1);
}

#[test]
fn a_whole_day_that_ends_as_it_begins_is_one_day() {
    let file = event("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270301");
    assert_eq!(told(&read(&file).all_day), ["02-28 23:00/03-01 23:00"]);
}
