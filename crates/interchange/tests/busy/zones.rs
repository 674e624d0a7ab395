//! Whose clock a time is read from.

use crate::{event, read, read_in, told, with};

#[test]
fn a_time_without_a_zone_is_the_coach_s_own() {
    let file = event("DTSTART:20270701T090000\nDTEND:20270701T100000");
    assert_eq!(told(&read(&file).timed), ["07-01 07:00/07-01 08:00"]);
    assert_eq!(
        told(&read_in("America/New_York", &file).unwrap().timed),
        ["07-01 13:00/07-01 14:00"]
    );
}

/// A zone whose name says nothing, three hours east, four in summer.
const CUSTOM: &str = "BEGIN:VTIMEZONE\nTZID:Fuseau personnalisé\n\
    BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0300\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n\
    BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0400\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n\
    END:VTIMEZONE\n";

#[test]
fn rules_told_in_the_file_hold_where_the_name_says_nothing() {
    let event = "BEGIN:VEVENT\nUID:c\nDTSTART;TZID=Fuseau personnalisé:20270326T120000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT";
    // The clock changes in the night to the 28th.
    assert_eq!(
        told(&read(&with(&format!("{CUSTOM}{event}"))).timed),
        [
            "03-26 09:00/03-26 10:00",
            "03-27 09:00/03-27 10:00",
            "03-28 08:00/03-28 09:00",
            "03-29 08:00/03-29 09:00"
        ]
    );
}

#[test]
fn told_clocks_count_missing_and_double_hours_as_zones_do() {
    let both = "BEGIN:VEVENT\nUID:gap\nDTSTART;TZID=Fuseau personnalisé:20270328T023000\nDURATION:PT30M\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:fold\nDTSTART;TZID=Fuseau personnalisé:20271031T023000\nDURATION:PT30M\nEND:VEVENT";
    assert_eq!(
        told(&read(&with(&format!("{CUSTOM}{both}"))).timed),
        ["03-27 23:30/03-28 00:00", "10-30 22:30/10-30 23:00"]
    );
}

#[test]
fn a_name_that_is_known_has_the_word_over_stale_rules_beside_it() {
    let stale = "BEGIN:VTIMEZONE\nTZID:America/Vancouver\n\
        BEGIN:STANDARD\nDTSTART:20071104T020000\nTZOFFSETFROM:-0700\nTZOFFSETTO:-0800\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD\n\
        END:VTIMEZONE\nBEGIN:VEVENT\nUID:v\nDTSTART;TZID=America/Vancouver:20271201T090000\nDURATION:PT1H\nEND:VEVENT";
    // Seven hours behind all year since November 2026.
    assert_eq!(told(&read(&with(stale)).timed), ["12-01 16:00/12-01 17:00"]);
}

#[test]
fn a_zone_nobody_knows_is_told_and_blocks_as_the_coach_s_own() {
    let file = event("DTSTART;TZID=Ruritania/Strelsau:20270701T090000\nDURATION:PT1H");
    let found = read_in("Europe/Paris", &file).unwrap();
    assert_eq!(told(&found.timed), ["07-01 07:00/07-01 08:00"]);
    assert_eq!(found.unknown_zones, ["Ruritania/Strelsau"]);
}
