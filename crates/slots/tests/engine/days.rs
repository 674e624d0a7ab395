//! The table of named days: one opening on one date, and the instants it must become.

use crate::support::Coach;

/// Fact, zone, date, hours of that date, openings that begin on it in UTC.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const SPRING: &[Row] = &[
    (
        "the lost hour shortens",
        "Europe/Paris",
        "2027-03-28",
        "01:00-05:00",
        &["2027-03-28 00:00/2027-03-28 03:00"],
    ),
    (
        "a start in the gap moves after it",
        "Europe/Paris",
        "2027-03-28",
        "02:30-05:00",
        &["2027-03-28 01:00/2027-03-28 03:00"],
    ),
    (
        "an end in the gap is the gap",
        "Europe/Paris",
        "2027-03-28",
        "00:00-02:30",
        &["2027-03-27 23:00/2027-03-28 01:00"],
    ),
    (
        "inside the gap there is nothing",
        "Europe/Paris",
        "2027-03-28",
        "02:15-02:45",
        &[],
    ),
    (
        "the gap itself is nothing",
        "Europe/Paris",
        "2027-03-28",
        "02:00-03:00",
        &[],
    ),
    (
        "up to the gap and from it is one",
        "Europe/Paris",
        "2027-03-28",
        "01:00-02:00 03:00-04:00",
        &["2027-03-28 00:00/2027-03-28 02:00"],
    ),
    (
        "a day of 23 hours",
        "Europe/Paris",
        "2027-03-28",
        "00:00-24:00",
        &["2027-03-27 23:00/2027-03-28 22:00"],
    ),
    (
        "the afternoon has its new offset",
        "Europe/Paris",
        "2027-03-28",
        "13:00-15:00",
        &["2027-03-28 11:00/2027-03-28 13:00"],
    ),
    (
        "the day before is ordinary",
        "Europe/Paris",
        "2027-03-27",
        "01:00-05:00",
        &["2027-03-27 00:00/2027-03-27 04:00"],
    ),
    (
        "New York",
        "America/New_York",
        "2027-03-14",
        "01:30-03:30",
        &["2027-03-14 06:30/2027-03-14 07:30"],
    ),
    (
        "a jump of two hours",
        "Antarctica/Troll",
        "2027-03-28",
        "02:00-05:00",
        &["2027-03-28 01:00/2027-03-28 03:00"],
    ),
    (
        "half an hour is lost",
        "Australia/Lord_Howe",
        "2027-10-03",
        "02:15-04:00",
        &["2027-10-02 15:30/2027-10-02 17:00"],
    ),
    (
        "a quarter past, and a gap at a quarter to",
        "Pacific/Chatham",
        "2027-09-26",
        "03:00-05:00",
        &["2027-09-25 14:00/2027-09-25 15:15"],
    ),
];

const AUTUMN: &[Row] = &[
    (
        "a start in the fold is the earlier",
        "Europe/Paris",
        "2027-10-31",
        "02:30-05:00",
        &["2027-10-31 00:30/2027-10-31 04:00"],
    ),
    (
        "an end in the fold is the later",
        "Europe/Paris",
        "2027-10-31",
        "01:00-02:30",
        &["2027-10-30 23:00/2027-10-31 01:30"],
    ),
    (
        "inside the fold both",
        "Europe/Paris",
        "2027-10-31",
        "02:15-02:45",
        &["2027-10-31 00:15/2027-10-31 01:45"],
    ),
    (
        "two ranges meet in the fold",
        "Europe/Paris",
        "2027-10-31",
        "01:00-02:15 02:30-04:00",
        &["2027-10-30 23:00/2027-10-31 03:00"],
    ),
    (
        "an end as the fold begins is before it",
        "Europe/Paris",
        "2027-10-31",
        "01:00-02:00",
        &["2027-10-30 23:00/2027-10-31 01:00"],
    ),
    (
        "a start as the fold ends is after it",
        "Europe/Paris",
        "2027-10-31",
        "03:00-04:00",
        &["2027-10-31 02:00/2027-10-31 03:00"],
    ),
    (
        "a day of 25 hours",
        "Europe/Paris",
        "2027-10-31",
        "00:00-24:00",
        &["2027-10-30 22:00/2027-10-31 23:00"],
    ),
    (
        "half an hour comes twice",
        "Australia/Lord_Howe",
        "2027-04-04",
        "01:45-03:00",
        &["2027-04-03 14:45/2027-04-03 16:30"],
    ),
    (
        "the hour before midnight comes twice",
        "America/Sao_Paulo",
        "2018-02-17",
        "23:15-23:45",
        &["2018-02-18 01:15/2018-02-18 02:45"],
    ),
    (
        "and its day has 25 hours",
        "America/Sao_Paulo",
        "2018-02-17",
        "00:00-24:00",
        &["2018-02-17 02:00/2018-02-18 03:00"],
    ),
    (
        "midnight comes twice: a day ends at the first",
        "America/Havana",
        "2027-11-06",
        "20:00-24:00",
        &["2027-11-07 00:00/2027-11-07 04:00"],
    ),
    (
        "and the next starts there",
        "America/Havana",
        "2027-11-07",
        "00:00-02:00",
        &["2027-11-07 04:00/2027-11-07 07:00"],
    ),
    (
        "Cairo repeats 23:00 on a Thursday",
        "Africa/Cairo",
        "2027-10-28",
        "22:00-24:00",
        &["2027-10-28 19:00/2027-10-28 22:00"],
    ),
];

const MIDNIGHTS: &[Row] = &[
    (
        "Beirut has no midnight",
        "Asia/Beirut",
        "2027-03-28",
        "00:00-02:00",
        &["2027-03-27 22:00/2027-03-27 23:00"],
    ),
    (
        "nor any time before one",
        "Asia/Beirut",
        "2027-03-28",
        "00:00-01:00",
        &[],
    ),
    (
        "the evening before ends all the same",
        "Asia/Beirut",
        "2027-03-27",
        "22:00-24:00",
        &["2027-03-27 20:00/2027-03-27 22:00"],
    ),
    (
        "São Paulo had none",
        "America/Sao_Paulo",
        "2018-11-04",
        "00:00-02:00",
        &["2018-11-04 03:00/2018-11-04 04:00"],
    ),
    (
        "Cairo has none on a Friday",
        "Africa/Cairo",
        "2027-04-30",
        "00:00-03:00",
        &["2027-04-29 22:00/2027-04-30 00:00"],
    ),
    (
        "a date that never was",
        "Pacific/Apia",
        "2011-12-30",
        "00:00-24:00",
        &[],
    ),
    (
        "the date before it is whole",
        "Pacific/Apia",
        "2011-12-29",
        "00:00-24:00",
        &["2011-12-29 10:00/2011-12-30 10:00"],
    ),
    (
        "and the one after",
        "Pacific/Apia",
        "2011-12-31",
        "00:00-24:00",
        &["2011-12-30 10:00/2011-12-31 10:00"],
    ),
];

const OFFSETS: &[Row] = &[
    (
        "Kolkata",
        "Asia/Kolkata",
        "2027-06-01",
        "09:00-12:00",
        &["2027-06-01 03:30/2027-06-01 06:30"],
    ),
    (
        "Kathmandu",
        "Asia/Kathmandu",
        "2027-06-01",
        "09:00-12:00",
        &["2027-06-01 03:15/2027-06-01 06:15"],
    ),
    (
        "Chatham",
        "Pacific/Chatham",
        "2027-06-01",
        "09:00-12:00",
        &["2027-05-31 20:15/2027-05-31 23:15"],
    ),
    (
        "Eucla",
        "Australia/Eucla",
        "2027-06-01",
        "09:00-12:00",
        &["2027-06-01 00:15/2027-06-01 03:15"],
    ),
    (
        "Kiritimati is a day ahead",
        "Pacific/Kiritimati",
        "2027-06-01",
        "09:00-12:00",
        &["2027-05-31 19:00/2027-05-31 22:00"],
    ),
    (
        "Niue is nearly a day behind",
        "Pacific/Niue",
        "2027-06-01",
        "18:00-24:00",
        &["2027-06-02 05:00/2027-06-02 11:00"],
    ),
    (
        "UTC",
        "UTC",
        "2027-06-01",
        "09:00-12:00",
        &["2027-06-01 09:00/2027-06-01 12:00"],
    ),
    (
        "Dublin's winter is its saving time",
        "Europe/Dublin",
        "2027-01-04",
        "09:00-10:00",
        &["2027-01-04 09:00/2027-01-04 10:00"],
    ),
    (
        "Casablanca pauses in Ramadan",
        "Africa/Casablanca",
        "2027-02-15",
        "09:00-10:00",
        &["2027-02-15 09:00/2027-02-15 10:00"],
    ),
    (
        "29 February",
        "Europe/Paris",
        "2028-02-29",
        "09:00-10:00",
        &["2028-02-29 08:00/2028-02-29 09:00"],
    ),
];

fn hold(rows: &[Row]) {
    for (fact, zone, day, hours, expected) in rows {
        let coach = Coach::new(zone).except(day, hours);
        assert_eq!(coach.open_on(day), *expected, "{fact}: {zone}, {day}, {hours}");
    }
}

#[test]
fn a_clock_set_forward_loses_its_hour() {
    hold(SPRING);
}

#[test]
fn a_clock_set_back_repeats_its_hour() {
    hold(AUTUMN);
}

#[test]
fn a_day_may_lack_its_midnight_or_be_missing() {
    hold(MIDNIGHTS);
}

#[test]
fn offsets_are_not_whole_hours() {
    hold(OFFSETS);
}

#[test]
fn hours_join_across_a_missing_midnight() {
    let coach = Coach::new("Asia/Beirut")
        .except("2027-03-27", "22:00-24:00")
        .except("2027-03-28", "00:00-02:00");
    assert_eq!(coach.open_on("2027-03-27"), ["2027-03-27 20:00/2027-03-27 23:00"]);
    assert_eq!(coach.local_on("2027-03-27"), ["22:00", "23:00"]);
    assert_eq!(
        coach.local_on("2027-03-28"),
        ["01:00"],
        "01:00 is the first hour of that date"
    );
}

#[test]
fn hours_join_across_a_midnight_that_comes_twice() {
    let coach = Coach::new("America/Havana")
        .except("2027-11-06", "22:00-24:00")
        .except("2027-11-07", "00:00-01:00");
    assert_eq!(coach.open_on("2027-11-06"), ["2027-11-07 02:00/2027-11-07 06:00"]);
    assert_eq!(
        coach.local_on("2027-11-07"),
        ["00:00", "00:00"],
        "two different hours, both called midnight"
    );
}
