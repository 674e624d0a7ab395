//! What other schedulers get wrong, each as a fact about this one.

use chrono::{Days, Weekday};
use slots::{Refusal, Span, Spans, check};

use crate::support::{Coach, date, span, told, utc};

#[test]
fn an_afternoon_on_a_day_of_change_is_not_read_as_a_morning() {
    // Elsewhere the offset came from a 12-hour clock string: 01:00 and 13:00 looked the same.
    for (day, expected) in [
        ("2027-03-28", "2027-03-28 11:00"),
        ("2027-10-31", "2027-10-31 12:00"),
    ] {
        let coach = Coach::new("Europe/Paris").daily("13:00-14:00");
        assert_eq!(coach.starts_on(day), [expected]);
    }
}

#[test]
fn overlapping_ranges_are_one() {
    let coach = Coach::new("Europe/Paris")
        .daily("09:00-11:00 10:00-12:00 12:00-13:00")
        .lasting(180, 60);
    assert_eq!(
        coach.local_on("2027-06-01"),
        ["09:00", "10:00"],
        "180 minutes fit in none of the three alone"
    );
}

#[test]
fn a_range_inside_another_does_not_shorten_it() {
    let coach = Coach::new("Europe/Paris").daily("09:00-13:00 10:00-11:00");
    assert_eq!(coach.local_on("2027-06-01"), ["09:00", "10:00", "11:00", "12:00"]);
}

#[test]
fn two_blocked_periods_leave_the_rest_of_the_day() {
    let coach = Coach::new("Europe/Paris")
        .daily("09:00-17:00")
        .busy("2027-06-01 08:00", "2027-06-01 09:00")
        .busy("2027-06-01 12:00", "2027-06-01 13:00");
    assert_eq!(
        coach.local_on("2027-06-01"),
        ["09:00", "11:00", "12:00", "13:00", "15:00", "16:00"]
    );
}

#[test]
fn two_entries_for_an_exceptional_date_add_up() {
    let coach = Coach::new("Europe/Paris")
        .daily("09:00-17:00")
        .except("2027-06-01", "10:00-11:00")
        .except("2027-06-01", "15:00-16:00");
    assert_eq!(coach.local_on("2027-06-01"), ["10:00", "15:00"]);
}

#[test]
fn a_day_open_from_midnight_to_midnight_has_its_24_hours() {
    let coach = Coach::new("Europe/Paris").on(Weekday::Tue, "00:00-24:00");
    assert_eq!(coach.slots(date("2027-06-01")).len(), 24);
    assert_eq!(coach.slots(date("2027-06-02")).len(), 0);
}

#[test]
fn hours_that_never_close_have_every_hour_of_every_day() {
    let coach = Coach::new("Europe/Paris").daily("00:00-24:00");
    for (day, hours) in [("2027-06-01", 24), ("2027-03-28", 23), ("2027-10-31", 25)] {
        assert_eq!(coach.slots(date(day)).len(), hours, "{day}");
    }
}

#[test]
fn the_hour_that_comes_twice_is_two_hours() {
    let coach = Coach::new("Europe/Paris")
        .daily("01:00-04:00")
        .booked("2027-10-31 00:00", "2027-10-31 01:00");
    let expected = ["2027-10-30 23:00", "2027-10-31 01:00", "2027-10-31 02:00"];
    assert_eq!(
        coach.starts_on("2027-10-31"),
        expected,
        "the first 02:00 is taken, the second is free"
    );
}

#[test]
fn an_opening_that_closes_in_a_gap_or_a_fold_ends() {
    // Elsewhere a loop looked for a local time that never comes.
    let coach = Coach::new("Europe/Paris").daily("00:00-02:30").lasting(30, 30);
    assert_eq!(coach.local_on("2027-03-28"), ["00:00", "00:30", "01:00", "01:30"]);
    assert_eq!(
        coach.local_on("2027-10-31"),
        ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "02:00"],
        "open from the first 00:00 to the second 02:30"
    );
}

#[test]
fn a_meeting_without_length_takes_no_time() {
    let instant = utc("2027-06-01 08:00");
    assert_eq!(Span::new(instant, instant), None);
    let coach = Coach::new("Europe/Paris")
        .daily("09:00-11:00")
        .busy("2027-06-01 07:30", "2027-06-01 07:30");
    assert_eq!(coach.local_on("2027-06-01"), ["09:00", "10:00"]);
}

#[test]
fn a_missing_midnight_is_no_accident() {
    let coach = Coach::new("Asia/Beirut").daily("00:00-24:00");
    let window = date("2027-03-27")..=date("2027-03-29");
    let slots = coach.slots(window);
    assert_eq!(slots.len(), 24 + 23 + 24);
    assert_eq!(
        told(coach.zone.start_of_day(date("2027-03-28"))),
        "2027-03-27 22:00"
    );
}

#[test]
fn a_grid_of_two_hours_keeps_its_hours_when_the_clock_changes() {
    for hours in ["08:00-18:00", "00:00-24:00"] {
        let coach = Coach::new("Europe/Paris").daily(hours).lasting(60, 120);
        for (before, after) in [("2027-03-27", "2027-03-29"), ("2027-10-30", "2027-11-01")] {
            assert_eq!(
                coach.local_on(before),
                coach.local_on(after),
                "{hours} from {before} to {after}"
            );
        }
    }
}

#[test]
fn a_grid_starts_where_the_hours_do_in_zones_of_half_hours() {
    // Elsewhere starts were rounded to multiples of the step since 1970, in UTC.
    for zone in [
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Pacific/Chatham",
        "Australia/Adelaide",
        "America/St_Johns",
    ] {
        let coach = Coach::new(zone).daily("09:00-12:00");
        assert_eq!(
            coach.local_on("2027-06-01"),
            ["09:00", "10:00", "11:00"],
            "{zone}"
        );
    }
}

#[test]
fn busy_times_that_could_not_be_read_are_not_free_time() {
    let one = span("2027-06-01 08:00", "2027-06-01 09:00");
    let read: Result<Spans, &str> = [Ok(one), Err("the calendar did not answer")]
        .into_iter()
        .collect();
    assert_eq!(
        read,
        Err("the calendar did not answer"),
        "a set of spans cannot be made of half a reading"
    );
}

#[test]
fn a_day_of_two_hundred_busy_pieces_offers_what_lies_between() {
    let mut coach = Coach::new("UTC").daily("00:00-24:00").lasting(1, 1);
    let start = utc("2027-06-01 00:00");
    let minute = |n: i64| start + chrono::TimeDelta::minutes(n);
    coach.busy = (0..200)
        .filter_map(|n| Span::new(minute(7 * n), minute(7 * n + 5)))
        .collect();
    assert_eq!(coach.slots(date("2027-06-01")).len(), 1_440 - 200 * 5);
}

#[test]
fn busy_for_ever_ends_the_slots_and_not_the_program() {
    let mut coach = Coach::new("Europe/Paris").daily("09:00-12:00");
    coach.busy = Spans::new(Span::new(
        utc("2027-06-01 08:00"),
        chrono::DateTime::<chrono::Utc>::MAX_UTC,
    ));
    let month = date("2027-05-31")..=date("2027-05-31") + Days::new(60);
    assert_eq!(coach.slots(month).len(), 3 + 1);
    assert!(matches!(
        check(&coach.agenda(), utc("2027-07-01 08:00")),
        Err(Refusal::Busy(_))
    ));
}

#[test]
fn busy_times_in_any_order_and_over_one_another_are_one_set() {
    let mut coach = Coach::new("UTC").daily("09:00-15:00");
    let spans = [
        span("2027-06-01 13:00", "2027-06-01 14:00"),
        span("2027-06-01 09:30", "2027-06-01 10:30"),
        span("2027-06-01 09:00", "2027-06-01 11:00"),
        span("2027-06-01 10:00", "2027-06-01 12:00"),
    ];
    coach.busy = spans.into_iter().collect();
    assert_eq!(coach.busy.len(), 2);
    assert_eq!(coach.local_on("2027-06-01"), ["12:00", "14:00"]);
}
