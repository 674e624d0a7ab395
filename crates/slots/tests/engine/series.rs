//! A series before it is made.

use chrono::NaiveDateTime;
use slots::{Refusal, Slot, preview};

use crate::support::{Coach, civil, span, utc};

fn slot(start: &str, end: &str) -> Slot {
    Slot {
        start: utc(start),
        end: utc(end),
    }
}

fn starts(texts: &[&str]) -> Vec<NaiveDateTime> {
    texts.iter().map(|text| civil(text)).collect()
}

#[test]
fn a_series_without_conflict_stays_as_it_is() {
    let coach = Coach::new("Europe/Paris").daily("09:00-12:00");
    let series = preview(&coach.agenda(), starts(&["2027-03-23 09:00", "2027-03-30 09:00"]));
    assert!(
        series
            .iter()
            .all(|one| one.refusals.is_empty() && one.nearest.is_none())
    );
    let slots: Vec<_> = series.iter().map(|one| one.slot).collect();
    let expected = [
        slot("2027-03-23 08:00", "2027-03-23 09:00"),
        slot("2027-03-30 07:00", "2027-03-30 08:00"),
    ];
    assert_eq!(slots, expected, "nine o'clock on both sides of the change");
}

#[test]
fn a_conflict_is_marked_and_the_nearest_slot_proposed() {
    let coach = Coach::new("UTC")
        .daily("09:00-13:00")
        .booked("2027-06-08 10:00", "2027-06-08 12:00");
    let series = preview(&coach.agenda(), starts(&["2027-06-01 10:00", "2027-06-08 10:00"]));
    assert_eq!(series[0].nearest, None);
    assert_eq!(
        series[1].refusals,
        [Refusal::Taken(span("2027-06-08 10:00", "2027-06-08 12:00"))]
    );
    assert_eq!(
        series[1].nearest,
        Some(slot("2027-06-08 09:00", "2027-06-08 10:00"))
    );
}

#[test]
fn a_conflict_on_a_full_day_moves_to_another() {
    let coach = Coach::new("UTC")
        .daily("09:00-10:00")
        .booked("2027-06-08 09:00", "2027-06-08 10:00");
    let series = preview(&coach.agenda(), starts(&["2027-06-08 09:00"]));
    assert_eq!(
        series[0].nearest,
        Some(slot("2027-06-07 09:00", "2027-06-07 10:00")),
        "the earlier of two"
    );
}

#[test]
fn two_conflicts_are_not_sent_to_the_same_slot() {
    let coach = Coach::new("UTC")
        .daily("09:00-10:00")
        .booked("2027-06-08 09:00", "2027-06-10 10:00");
    let series = preview(
        &coach.agenda(),
        starts(&["2027-06-08 09:00", "2027-06-09 09:00", "2027-06-11 09:00"]),
    );
    let proposed: Vec<_> = series
        .iter()
        .map(|one| one.nearest.map(|slot| slot.start))
        .collect();
    let expected = [Some(utc("2027-06-07 09:00")), Some(utc("2027-06-06 09:00")), None];
    assert_eq!(
        proposed, expected,
        "the 7th is proposed already, the 11th is the series' own, the 12th no nearer"
    );
}

#[test]
fn occurrences_that_meet_one_another_are_in_conflict() {
    let coach = Coach::new("UTC")
        .daily("00:00-24:00")
        .lasting(1_440, 60)
        .buffers(0, 30);
    let series = preview(&coach.agenda(), starts(&["2027-06-01 09:00", "2027-06-02 09:00"]));
    assert!(series[0].refusals.is_empty());
    assert_eq!(
        series[1].refusals,
        [Refusal::Taken(span("2027-06-01 09:00", "2027-06-02 09:00"))]
    );
}

#[test]
fn an_occurrence_outside_hours_may_move_next_to_itself() {
    let coach = Coach::new("UTC").daily("09:00-12:00").lasting(60, 30);
    let series = preview(&coach.agenda(), starts(&["2027-06-01 08:30"]));
    assert_eq!(series[0].refusals, [Refusal::OutsideHours]);
    assert_eq!(
        series[0].nearest,
        Some(slot("2027-06-01 09:00", "2027-06-01 10:00"))
    );
}

#[test]
fn a_start_between_two_steps_is_no_conflict() {
    let coach = Coach::new("UTC")
        .daily("09:00-12:00")
        .except("2027-06-08", "09:10-12:00");
    let series = preview(&coach.agenda(), starts(&["2027-06-01 10:00", "2027-06-08 10:00"]));
    assert!(series.iter().all(|one| one.refusals.is_empty()));
}

#[test]
fn nothing_is_proposed_where_nothing_is_free() {
    let coach = Coach::new("UTC");
    let series = preview(&coach.agenda(), starts(&["2027-06-01 10:00"]));
    assert_eq!(
        (series[0].refusals.as_slice(), series[0].nearest),
        ([Refusal::OutsideHours].as_slice(), None)
    );
    assert!(preview(&coach.agenda(), []).is_empty());
}

#[test]
fn an_occurrence_in_a_gap_starts_after_it() {
    let coach = Coach::new("Europe/Paris").daily("00:00-24:00");
    let series = preview(&coach.agenda(), starts(&["2027-03-21 02:30", "2027-03-28 02:30"]));
    assert_eq!(series[1].slot, slot("2027-03-28 01:00", "2027-03-28 02:00"));
    assert_eq!(series[1].civil, civil("2027-03-28 02:30"), "the wish is kept");
}
