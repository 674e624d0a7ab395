//! Each rule of the product page alone, and where two meet.

use chrono::Weekday;
use slots::{Exceptions, Notice, Slots, Spans, TimeRange, days_with_slots, free_slots_in};

use crate::support::{Coach, civil, date, ranges, span, utc};

fn morning() -> Coach {
    Coach::new("Europe/Paris").daily("09:00-12:00")
}

#[test]
fn a_slot_ends_by_the_end_of_its_opening() {
    let coach = Coach::new("Europe/Paris").daily("09:00-12:00").lasting(90, 30);
    assert_eq!(coach.local_on("2027-06-01"), ["09:00", "09:30", "10:00", "10:30"]);
}

#[test]
fn each_opening_starts_its_own_grid() {
    let coach = Coach::new("Europe/Paris")
        .daily("09:10-10:30 14:05-15:05")
        .lasting(30, 25);
    assert_eq!(
        coach.local_on("2027-06-01"),
        ["09:10", "09:35", "10:00", "14:05", "14:30"]
    );
}

#[test]
fn an_appointment_leaves_the_grid_where_it_was() {
    let coach = morning()
        .lasting(30, 30)
        .booked("2027-06-01 07:10", "2027-06-01 07:20");
    assert_eq!(
        coach.local_on("2027-06-01"),
        ["09:30", "10:00", "10:30", "11:00", "11:30"]
    );
}

#[test]
fn ranges_join_across_midnight_and_go_on_with_one_grid() {
    let coach = Coach::new("Europe/Paris")
        .on(Weekday::Fri, "22:00-24:00")
        .on(Weekday::Sat, "00:00-02:00")
        .lasting(60, 45);
    assert_eq!(coach.local_on("2027-06-04"), ["22:00", "22:45", "23:30"]);
    assert_eq!(
        coach.local_on("2027-06-05"),
        ["00:15", "01:00"],
        "counted from 22:00, not from midnight"
    );
}

#[test]
fn a_grid_lasts_a_week_at_most() {
    let coach = Coach::new("Europe/Paris")
        .daily("00:00-24:00")
        .except("2027-06-01", "")
        .lasting(50, 50);
    let first = |day: &str| coach.local_on(day).remove(0);
    let firsts = [
        "2027-06-02",
        "2027-06-03",
        "2027-06-09",
        "2027-06-10",
        "2027-06-11",
    ]
    .map(first);
    assert_eq!(
        firsts,
        ["00:00", "00:10", "00:20", "00:00", "00:00"],
        "a week from the 2nd, then date by date"
    );
}

#[test]
fn a_grid_goes_on_in_elapsed_time_across_a_change_of_the_clock() {
    // Open from midnight on the 27th; the clock moves on the 28th.
    let coach = Coach::new("Europe/Paris")
        .daily("00:00-24:00")
        .except("2027-03-26", "")
        .lasting(60, 120);
    let first = |day: &str| coach.local_on(day).remove(0);
    let firsts = [
        "2027-03-27",
        "2027-03-28",
        "2027-03-29",
        "2027-04-03",
        "2027-04-04",
    ]
    .map(first);
    assert_eq!(firsts, ["00:00", "00:00", "01:00", "01:00", "00:00"]);
}

#[test]
fn an_exception_replaces_the_week_on_its_date() {
    let coach = morning()
        .except("2027-06-01", "")
        .except("2027-06-02", "20:00-22:00");
    assert!(coach.slots(date("2027-06-01")).is_empty());
    assert_eq!(coach.local_on("2027-06-02"), ["20:00", "21:00"]);
    assert_eq!(coach.local_on("2027-06-03").len(), 3);
}

#[test]
fn an_exception_may_cover_a_span_of_dates() {
    let mut coach = morning();
    let special = (date("2027-06-04"), date("2027-06-04"), ranges("15:00-16:00"));
    coach.exceptions =
        Exceptions::from_spans([(date("2027-06-02"), date("2027-06-05"), Vec::new()), special]);
    let open = [
        ("2027-06-01", 3),
        ("2027-06-02", 0),
        ("2027-06-04", 1),
        ("2027-06-05", 0),
        ("2027-06-06", 3),
    ];
    for (day, slots) in open {
        assert_eq!(coach.slots(date(day)).len(), slots, "{day}");
    }
}

#[test]
fn an_exception_breaks_hours_that_never_close() {
    let coach = Coach::new("Europe/Paris")
        .daily("00:00-24:00")
        .except("2027-06-02", "")
        .lasting(120, 60);
    let late: Vec<String> = coach.local_on("2027-06-01").split_off(21);
    assert_eq!(
        late,
        ["21:00", "22:00"],
        "a slot at 23:00 would end on the closed date"
    );
    assert_eq!(
        coach.local_on("2027-06-03").first().map(String::as_str),
        Some("00:00")
    );
}

#[test]
fn buffers_of_both_are_kept_on_both_sides() {
    // 20 minutes before the new one, 10 after; 5 before the booked one, 15 after: 10 to 11 is kept 9:55 to 11:15.
    let coach = Coach::new("UTC")
        .daily("06:00-15:00")
        .lasting(60, 5)
        .buffers(20, 10)
        .booked_with("2027-06-01 10:00", "2027-06-01 11:00", 5, 15);
    let starts = coach.local_on("2027-06-01");
    let last_before = starts.iter().rfind(|at| at.as_str() < "10:00").unwrap();
    let first_after = starts.iter().find(|at| at.as_str() > "10:00").unwrap();
    assert_eq!(
        last_before, "08:45",
        "08:45 to 09:45, then 10 minutes, then the 5 that are kept before 10:00"
    );
    assert_eq!(
        first_after, "11:35",
        "15 minutes are kept after 11:00, then 20 before the start"
    );
}

#[test]
fn busy_times_have_no_buffers_but_the_appointment_keeps_its_own() {
    let coach = Coach::new("UTC")
        .daily("06:00-15:00")
        .lasting(60, 5)
        .buffers(20, 10)
        .busy("2027-06-01 10:00", "2027-06-01 11:00");
    let starts = coach.local_on("2027-06-01");
    assert!(starts.contains(&"08:50".to_owned()) && !starts.contains(&"08:55".to_owned()));
    assert!(starts.contains(&"11:20".to_owned()) && !starts.contains(&"11:15".to_owned()));
}

#[test]
fn a_buffer_may_reach_outside_opening_hours() {
    let coach = morning().buffers(30, 30);
    assert_eq!(coach.local_on("2027-06-01"), ["09:00", "10:00", "11:00"]);
}

#[test]
fn an_appointment_outside_opening_hours_keeps_its_buffer_inside() {
    let coach = morning()
        .lasting(60, 15)
        .booked_with("2027-06-01 06:00", "2027-06-01 07:00", 0, 30);
    assert_eq!(
        coach.local_on("2027-06-01").first().map(String::as_str),
        Some("09:30")
    );
}

#[test]
fn one_may_start_when_another_ends() {
    let coach = morning().booked("2027-06-01 08:00", "2027-06-01 09:00");
    assert_eq!(coach.local_on("2027-06-01"), ["09:00", "11:00"]);
}

#[test]
fn a_second_of_overlap_is_an_overlap() {
    let mut coach = morning();
    let end = utc("2027-06-01 08:00") + chrono::TimeDelta::seconds(1);
    coach.busy = Spans::new(slots::Span::new(utc("2027-06-01 07:30"), end));
    assert_eq!(coach.local_on("2027-06-01"), ["11:00"]);
}

#[test]
fn less_than_a_microsecond_of_overlap_is_an_overlap() {
    let mut coach = morning();
    let end = utc("2027-06-01 08:00") + chrono::TimeDelta::nanoseconds(1);
    coach.busy = Spans::new(slots::Span::new(utc("2027-06-01 07:30"), end));
    assert_eq!(coach.local_on("2027-06-01"), ["11:00"]);
}

#[test]
fn nothing_starts_inside_the_notice() {
    let mut coach = morning().at("2027-06-01 06:00");
    coach.rules.notice = Notice::new(120).unwrap();
    assert_eq!(coach.local_on("2027-06-01"), ["10:00", "11:00"]);
    coach.now += chrono::TimeDelta::nanoseconds(1);
    assert_eq!(
        coach.local_on("2027-06-01"),
        ["11:00"],
        "10:00 is now a nanosecond too soon"
    );
}

#[test]
fn nothing_starts_in_the_past() {
    let coach = morning().at("2027-06-01 08:00");
    assert_eq!(
        coach.local_on("2027-06-01"),
        ["10:00", "11:00"],
        "now itself is not past"
    );
    assert!(coach.slots(date("2027-05-31")).is_empty());
}

#[test]
fn the_horizon_counts_dates_of_the_coach() {
    // 22:30 UTC on the 1st is the 2nd in Paris.
    let mut coach = morning().at("2027-06-01 22:30");
    coach.rules.horizon_days = Some(1);
    let dates = coach
        .slots(date("2027-06-01")..=date("2027-06-30"))
        .dates(&coach.zone);
    assert_eq!(dates, [date("2027-06-02"), date("2027-06-03")]);
    coach.rules.horizon_days = Some(0);
    assert_eq!(coach.slots(date("2027-06-01")..=date("2027-06-30")).len(), 3);
}

#[test]
fn a_full_day_offers_nothing() {
    let mut coach = Coach::new("Europe/Paris")
        .daily("09:00-18:00")
        .booked("2027-06-01 07:00", "2027-06-01 07:30")
        .booked("2027-06-01 20:00", "2027-06-01 20:30");
    coach.rules.max_per_day = Some(2);
    assert!(
        coach.slots(date("2027-06-01")).is_empty(),
        "one of the two is outside hours, and counts"
    );
    assert_eq!(coach.slots(date("2027-06-02")).len(), 9);
    coach.rules.max_per_day = Some(3);
    assert_eq!(coach.slots(date("2027-06-01")).len(), 8);
    coach.rules.max_per_day = Some(0);
    assert!(coach.slots(date("2027-06-02")).is_empty());
}

#[test]
fn a_day_counts_the_appointments_that_start_on_it_there() {
    // 22:30 UTC on the 1st is the 2nd in Paris; the first starts on the 1st and ends on the 2nd.
    let mut coach = Coach::new("Europe/Paris")
        .daily("09:00-10:00")
        .booked("2027-06-01 21:30", "2027-06-01 22:30");
    coach.rules.max_per_day = Some(1);
    assert!(coach.slots(date("2027-06-01")).is_empty());
    assert_eq!(coach.slots(date("2027-06-02")).len(), 1);
}

#[test]
fn busy_times_do_not_fill_a_day() {
    let mut coach = morning().busy("2027-06-01 05:00", "2027-06-01 06:00");
    coach.rules.max_per_day = Some(1);
    assert_eq!(coach.slots(date("2027-06-01")).len(), 3);
}

#[test]
fn a_full_day_keeps_the_slots_of_the_night_on_both_sides() {
    let mut coach = Coach::new("Europe/Paris")
        .daily("00:00-24:00")
        .booked("2027-06-02 10:00", "2027-06-02 11:00");
    coach.rules.max_per_day = Some(1);
    let slots = coach.slots(date("2027-06-01")..=date("2027-06-03"));
    assert_eq!(slots.len(), 48);
    assert!(
        slots.contains(utc("2027-06-01 21:00")),
        "23:00 to 24:00 on the 1st"
    );
    assert!(!slots.contains(utc("2027-06-01 22:00")), "00:00 on the 2nd");
}

#[test]
fn a_date_lists_the_slots_that_start_on_it() {
    let coach = Coach::new("Europe/Paris").daily("00:00-24:00").lasting(120, 60);
    assert_eq!(
        coach.local_on("2027-06-01").last().map(String::as_str),
        Some("23:00")
    );
    let inside = coach.slots(span("2027-05-31 22:00", "2027-06-01 22:00"));
    assert_eq!(
        inside.iter().last().map(|slot| slot.end),
        Some(utc("2027-06-01 22:00")),
        "a span holds them whole"
    );
}

#[test]
fn the_listing_of_a_period_is_that_of_its_dates() {
    let coach = Coach::new("Europe/Paris").daily("00:00-24:00").lasting(50, 50);
    let whole: Vec<_> = coach
        .slots(date("2027-03-20")..=date("2027-04-10"))
        .iter()
        .collect();
    let days = date("2027-03-20").iter_days().take(22);
    let apart: Vec<_> = days
        .flat_map(|day| coach.slots(day).iter().collect::<Vec<_>>())
        .collect();
    assert_eq!(whole, apart);
}

#[test]
fn a_reversed_window_holds_nothing() {
    assert!(
        morning()
            .slots(date("2027-06-02")..=date("2027-06-01"))
            .is_empty()
    );
}

#[test]
fn openings_given_as_instants_stand_in_for_the_hours() {
    let coach = morning().booked("2027-06-01 13:00", "2027-06-01 14:00");
    let open = Spans::new([span("2027-06-01 12:20", "2027-06-01 16:30")]);
    let slots: Slots = free_slots_in(&coach.agenda(), &open, date("2027-06-01"));
    let starts: Vec<_> = slots.iter().map(|slot| slot.start).collect();
    assert_eq!(starts, [utc("2027-06-01 14:20"), utc("2027-06-01 15:20")]);
}

#[test]
fn a_month_names_its_days_with_slots() {
    let coach = Coach::new("Europe/Paris")
        .on(Weekday::Tue, "09:00-10:00")
        .booked("2027-06-08 07:00", "2027-06-08 08:00");
    let days = days_with_slots(&coach.agenda(), date("2027-06-17"));
    assert_eq!(
        days,
        ["2027-06-01", "2027-06-15", "2027-06-22", "2027-06-29"].map(date)
    );
}

#[test]
fn slots_are_grouped_by_the_date_of_the_coach() {
    let coach = Coach::new("Pacific/Auckland").daily("00:00-01:00 23:00-24:00");
    let days = coach
        .slots(date("2027-06-01")..=date("2027-06-02"))
        .by_date(&coach.zone);
    let counts: Vec<_> = days.iter().map(|(day, slots)| (*day, slots.len())).collect();
    assert_eq!(counts, [(date("2027-06-01"), 2), (date("2027-06-02"), 2)]);
}

#[test]
fn the_nearest_slot_is_the_nearest_and_the_earlier_of_two() {
    let coach = morning().booked("2027-06-01 08:00", "2027-06-01 09:00");
    let slots = coach.slots(date("2027-06-01")..=date("2027-06-02"));
    let nearest = |at: &str| slots.nearest(utc(at)).map(|slot| slot.start);
    assert_eq!(
        nearest("2027-06-01 08:00"),
        Some(utc("2027-06-01 07:00")),
        "07:00 and 09:00 are equally near"
    );
    assert_eq!(nearest("2027-06-01 08:10"), Some(utc("2027-06-01 09:00")));
    assert_eq!(nearest("2026-01-01 00:00"), Some(utc("2027-06-01 07:00")));
    assert_eq!(nearest("2028-01-01 00:00"), Some(utc("2027-06-02 09:00")));
    assert_eq!(
        nearest("2027-06-02 07:30"),
        Some(utc("2027-06-02 07:00")),
        "of one grid too"
    );
    assert_eq!(nearest("2027-06-02 07:29"), Some(utc("2027-06-02 07:00")));
    assert_eq!(nearest("2027-06-02 07:31"), Some(utc("2027-06-02 08:00")));
    assert_eq!(
        coach
            .slots(date("2027-05-01")..=date("2027-04-01"))
            .nearest(utc("2027-06-01 08:00")),
        None
    );
}

#[test]
fn minutes_out_of_range_are_refused() {
    assert!(slots::Length::new(0).is_err() && slots::Length::new(1_441).is_err());
    assert!(slots::Step::new(0).is_err() && slots::Buffer::new(1_441).is_err());
    assert!(Notice::new(527_041).is_err());
    assert!(TimeRange::from_minutes(600, 600).is_err() && TimeRange::from_minutes(600, 1_441).is_err());
    let told = slots::Step::new(0).unwrap_err().to_string();
    assert_eq!(told, "a step of 0 minutes: it must lie between 1 and 1440");
}

#[test]
fn a_time_of_day_range_may_end_at_midnight() {
    let time = |text: &str| civil(&format!("2027-06-01 {text}")).time();
    assert_eq!(
        TimeRange::from_times(time("22:00"), time("00:00")),
        TimeRange::from_minutes(1_320, 1_440)
    );
    assert!(TimeRange::from_times(time("22:00"), time("02:00")).is_err());
}

#[test]
fn exceptions_that_share_dates_add_up_whatever_their_spans() {
    let all = [
        ("2027-06-01", "2027-06-10", ""),
        ("2027-06-05", "2027-06-12", "09:00-10:00"),
        ("2027-06-07", "2027-06-07", "09:30-11:00"),
        ("2027-06-09", "2027-06-02", "20:00-21:00"),
    ];
    let exceptions =
        Exceptions::from_spans(all.map(|(first, last, hours)| (date(first), date(last), ranges(hours))));
    let rows = [
        ("2027-05-31", None),
        ("2027-06-01", Some("")),
        ("2027-06-04", Some("")),
        ("2027-06-05", Some("09:00-10:00")),
        ("2027-06-07", Some("09:00-11:00")),
        ("2027-06-08", Some("09:00-10:00")),
        ("2027-06-12", Some("09:00-10:00")),
        ("2027-06-13", None),
        ("2027-06-09", Some("09:00-10:00")),
    ];
    for (day, expected) in rows {
        assert_eq!(
            exceptions.ranges(date(day)),
            expected.map(ranges).as_deref(),
            "{day}"
        );
    }
    assert_eq!(exceptions.iter().count(), 12);
}

#[test]
fn a_leave_without_end_is_one_exception() {
    let mut coach = morning();
    coach.exceptions = Exceptions::from_spans([(date("2027-06-02"), chrono::NaiveDate::MAX, [])]);
    assert_eq!(coach.slots(date("2027-06-01")..=date("2028-06-01")).len(), 3);
    coach.exceptions = Exceptions::from_spans([(chrono::NaiveDate::MIN, date("2027-06-01"), [])]);
    assert_eq!(coach.slots(date("2027-06-01")..=date("2027-06-02")).len(), 3);
}

#[test]
fn the_last_dates_of_all_have_slots_and_no_more() {
    let mut coach = Coach::new("America/New_York").daily("00:00-24:00");
    coach.now = chrono::DateTime::<chrono::Utc>::MIN_UTC;
    for day in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
        let slots = coach.slots(day);
        assert!(
            slots
                .iter()
                .all(|slot| slot.end - slot.start == chrono::TimeDelta::hours(1)),
            "{day}"
        );
        assert!(slots.len() <= 24, "{day}");
    }
}

#[test]
fn slots_on_both_sides_of_a_utc_midnight_are_told_right() {
    let mut coach = Coach::new("Asia/Tokyo").daily("00:00-24:00").lasting(90, 45);
    coach.now = utc("1960-01-01 00:00");
    for day in ["2027-06-01", "1969-12-31", "1970-01-01"] {
        let midnight = coach.zone.start_of_day(date(day));
        let told: Vec<_> = coach
            .slots(date(day))
            .iter()
            .map(|slot| (slot.start, slot.end))
            .collect();
        let counted = (0..32).map(|n| midnight + chrono::TimeDelta::minutes(45 * n));
        let expected: Vec<_> = counted
            .map(|start| (start, start + chrono::TimeDelta::minutes(90)))
            .collect();
        assert_eq!(told, expected, "{day}");
    }
}
