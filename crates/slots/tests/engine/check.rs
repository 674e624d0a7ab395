//! One start: the same answer as the listing, and the reason.

use slots::{Notice, Refusal, check, refusals};

use crate::support::{Coach, date, span, utc};

/// 1 June 2027, 9 to 18 in Paris, at 09:30 there: an hour of notice, three days, two appointments a day.
fn coach() -> Coach {
    let mut coach = Coach::new("Europe/Paris")
        .daily("09:00-18:00")
        .lasting(60, 30)
        .at("2027-06-01 07:30")
        .booked_with("2027-06-02 09:00", "2027-06-02 10:00", 0, 15)
        .busy("2027-06-02 12:00", "2027-06-02 13:00");
    coach.rules.notice = Notice::new(60).unwrap();
    coach.rules.horizon_days = Some(3);
    coach.rules.max_per_day = Some(2);
    coach
}

#[test]
fn each_rule_gives_its_own_reason() {
    let coach = coach()
        .booked("2027-06-03 07:00", "2027-06-03 08:00")
        .booked("2027-06-03 14:00", "2027-06-03 15:00");
    let expected = [
        ("2027-06-01 08:30", Ok(())),
        ("2027-06-01 07:00", Err(Refusal::Past)),
        (
            "2027-06-01 07:30",
            Err(Refusal::InsideNotice(utc("2027-06-01 08:30"))),
        ),
        ("2027-06-01 15:30", Err(Refusal::OutsideHours)),
        ("2027-06-01 03:00", Err(Refusal::OutsideHours)),
        ("2027-06-01 08:40", Err(Refusal::OffGrid)),
        (
            "2027-06-02 08:30",
            Err(Refusal::Taken(span("2027-06-02 09:00", "2027-06-02 10:00"))),
        ),
        (
            "2027-06-02 10:00",
            Err(Refusal::Taken(span("2027-06-02 09:00", "2027-06-02 10:00"))),
        ),
        (
            "2027-06-02 11:30",
            Err(Refusal::Busy(span("2027-06-02 12:00", "2027-06-02 13:00"))),
        ),
        ("2027-06-03 10:00", Err(Refusal::DayFull(date("2027-06-03")))),
        ("2027-06-04 10:00", Ok(())),
        (
            "2027-06-05 10:00",
            Err(Refusal::BeyondHorizon(date("2027-06-04"))),
        ),
    ];
    for (start, answer) in expected {
        assert_eq!(check(&coach.agenda(), utc(start)), answer, "{start}");
    }
}

#[test]
fn an_appointment_in_the_way_comes_before_what_a_coach_may_pass_over() {
    let coach = coach().booked("2027-06-01 04:00", "2027-06-01 05:00");
    let found = refusals(&coach.agenda(), utc("2027-06-01 04:30"));
    let taken = Refusal::Taken(span("2027-06-01 04:00", "2027-06-01 05:00"));
    assert_eq!(found, [taken, Refusal::OutsideHours, Refusal::Past]);
}

#[test]
fn an_endless_appointment_is_found_from_afar() {
    let coach = Coach::new("UTC")
        .daily("00:00-24:00")
        .booked("2020-01-01 00:00", "2040-01-01 00:00");
    let endless = Refusal::Taken(span("2020-01-01 00:00", "2040-01-01 00:00"));
    assert_eq!(check(&coach.agenda(), utc("2030-01-01 00:00")), Err(endless));
}

#[test]
fn a_start_between_two_seconds_is_off_the_grid() {
    let start = utc("2027-06-01 08:30") + chrono::TimeDelta::nanoseconds(1);
    assert_eq!(check(&coach().agenda(), start), Err(Refusal::OffGrid));
}

#[test]
fn the_answer_is_that_of_the_listing_at_every_minute() {
    let coach = coach();
    let listed = coach.slots(date("2027-05-30")..=date("2027-06-06"));
    let minutes = (0..7 * 1_440).map(|n| utc("2027-05-30 12:00") + chrono::TimeDelta::minutes(n));
    for start in minutes.filter(|start| start.timestamp() % 300 == 0) {
        assert_eq!(
            check(&coach.agenda(), start).is_ok(),
            listed.contains(start),
            "{start}"
        );
    }
    assert!(!listed.is_empty());
}

#[test]
fn the_ends_of_time_are_refused_without_panic() {
    let coach = coach();
    for start in [
        chrono::DateTime::<chrono::Utc>::MIN_UTC,
        chrono::DateTime::<chrono::Utc>::MAX_UTC,
    ] {
        assert!(check(&coach.agenda(), start).is_err(), "{start}");
    }
}
