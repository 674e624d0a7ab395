//! What takes the place of repetitions.

use crate::{event, read, times, told, with};

const WEEKLY: &str = "BEGIN:VEVENT\nUID:w\nDTSTART;TZID=Europe/Paris:20270302T090000\n\
    DTEND;TZID=Europe/Paris:20270302T100000\nRRULE:FREQ=WEEKLY;COUNT=5\nEND:VEVENT\n";

fn weekly_with(others: &str) -> Vec<String> {
    told(&read(&with(&format!("{WEEKLY}{others}"))).timed)
}

#[test]
fn a_moved_repetition_blocks_where_it_went_and_no_longer_where_it_was() {
    let moved = "BEGIN:VEVENT\nUID:w\nRECURRENCE-ID;TZID=Europe/Paris:20270309T090000\n\
        DTSTART;TZID=Europe/Paris:20270311T140000\nDTEND;TZID=Europe/Paris:20270311T163000\nEND:VEVENT";
    let found = weekly_with(moved);
    assert_eq!(found.len(), 5);
    assert!(!found.iter().any(|it| it.starts_with("03-09")));
    assert_eq!(found[1], "03-11 13:00/03-11 15:30");
}

#[test]
fn a_repetition_named_in_utc_by_its_date_or_before_its_event_is_the_same_one() {
    for name in [
        "RECURRENCE-ID:20270309T080000Z",
        "RECURRENCE-ID;VALUE=DATE:20270309",
    ] {
        let freed = format!(
            "BEGIN:VEVENT\nUID:w\n{name}\nDTSTART:20270309T080000Z\nDTEND:20270309T090000Z\nTRANSP:TRANSPARENT\nEND:VEVENT\n"
        );
        assert_eq!(weekly_with(&freed).len(), 4, "{name}");
        let before = told(&read(&with(&format!("{freed}{WEEKLY}"))).timed);
        assert_eq!(before.len(), 4, "{name}");
    }
}

#[test]
fn a_cancelled_repetition_is_free() {
    let cancelled = "BEGIN:VEVENT\nUID:w\nRECURRENCE-ID;TZID=Europe/Paris:20270309T090000\n\
        DTSTART;TZID=Europe/Paris:20270309T090000\nSTATUS:CANCELLED\nEND:VEVENT";
    assert_eq!(weekly_with(cancelled).len(), 4);
}

#[test]
fn this_and_the_following_move_together() {
    let moved = "BEGIN:VEVENT\nUID:w\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20270316T090000\n\
        DTSTART;TZID=Europe/Paris:20270317T110000\nDTEND;TZID=Europe/Paris:20270317T113000\nEND:VEVENT";
    assert_eq!(
        weekly_with(moved),
        [
            "03-02 08:00/03-02 09:00",
            "03-09 08:00/03-09 09:00",
            "03-17 10:00/03-17 10:30",
            "03-24 10:00/03-24 10:30",
            // Summer time has begun.
            "03-31 09:00/03-31 09:30",
        ]
    );
}

#[test]
fn the_newest_word_on_a_repetition_counts() {
    let word = |sequence: u32, hour: u32| {
        format!(
            "BEGIN:VEVENT\nUID:w\nSEQUENCE:{sequence}\nRECURRENCE-ID;TZID=Europe/Paris:20270309T090000\n\
             DTSTART:20270309T{hour}0000Z\nDURATION:PT1H\nEND:VEVENT\n"
        )
    };
    let found = weekly_with(&format!("{}{}{}", word(2, 15), word(3, 17), word(1, 13)));
    assert_eq!(found[1], "03-09 17:00/03-09 18:00");
    assert_eq!(found.len(), 5);
}

#[test]
fn a_repetition_whose_event_is_not_in_the_file_blocks_on_its_own() {
    let alone = "RECURRENCE-ID:20270309T080000Z\nDTSTART:20270309T100000Z\nDTEND:20270309T110000Z";
    assert_eq!(times(alone), ["03-09 10:00/03-09 11:00"]);
}

#[test]
fn exclusions_hold_by_date_too_and_for_whole_days_by_their_midnight() {
    let by_date = "DTSTART;TZID=Europe/Paris:20270302T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20270303";
    assert_eq!(times(by_date).len(), 2);
    let whole = event(
        "DTSTART;VALUE=DATE:20270302\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Paris:20270302T000000,20270304T000000",
    );
    assert_eq!(told(&read(&whole).all_day), ["03-02 23:00/03-03 23:00"]);
}

#[test]
fn a_calendar_that_is_a_cancellation_frees_all_in_it() {
    let file =
        with("METHOD:CANCEL\nBEGIN:VEVENT\nUID:x\nDTSTART:20270302T090000Z\nDURATION:PT1H\nEND:VEVENT");
    assert!(read(&file).timed.is_empty());
}
