//! What must hold for every coach.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use slots::{Refusal, Slots, Span, free_slots, openings, refusals};

use crate::case::{Case, Minute, at, case};
use crate::oracle::{Oracle, Reason};

fn starts(slots: &Slots) -> Vec<Minute> {
    slots.iter().map(|slot| slot.start.timestamp() / 60).collect()
}

fn minute(at: DateTime<Utc>) -> Minute {
    at.timestamp() / 60
}

fn reason(refusal: &Refusal) -> Reason {
    match refusal {
        Refusal::Taken(_) => Reason::Taken,
        Refusal::Busy(_) => Reason::Busy,
        Refusal::DayFull(_) => Reason::DayFull,
        Refusal::BeyondHorizon(_) => Reason::BeyondHorizon,
        Refusal::OutsideHours => Reason::OutsideHours,
        Refusal::Past => Reason::Past,
        Refusal::InsideNotice(_) => Reason::InsideNotice,
        Refusal::OffGrid => Reason::OffGrid,
    }
}

fn listed(case: &Case) -> Slots {
    free_slots(&case.input().agenda(), case.first..=case.last())
}

/// Few enough cases for every day; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig {
        cases: if asked { usual.cases } else { 96 },
        ..usual
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_listing_is_that_of_a_walk_minute_by_minute(case in case()) {
        let oracle = Oracle::new(&case);
        let walked: Vec<Minute> =
            oracle.minutes().into_iter().filter(|start| oracle.reasons(*start).is_empty()).collect();
        prop_assert_eq!(starts(&listed(&case)), walked);
    }

    #[test]
    fn a_refusal_gives_the_reasons_of_the_walk(case in case(), picks in prop::collection::vec(any::<prop::sample::Index>(), 40)) {
        let oracle = Oracle::new(&case);
        let input = case.input();
        let minutes = oracle.minutes();
        prop_assume!(!minutes.is_empty());
        for pick in picks {
            let start = minutes[pick.index(minutes.len())];
            let found: Vec<Reason> = refusals(&input.agenda(), at(start * 60)).iter().map(reason).collect();
            prop_assert_eq!(found, oracle.reasons(start), "{}", at(start * 60));
        }
    }

    #[test]
    fn openings_are_the_open_minutes(case in case()) {
        let oracle = Oracle::new(&case);
        let input = case.input();
        let minutes = oracle.minutes();
        prop_assume!(!minutes.is_empty());
        let (first, last) = (minutes[0], minutes[minutes.len() - 1]);
        let window = Span::new(at(first * 60), at((last + 1) * 60)).unwrap();
        let open = openings(&input.agenda(), window).cut(window);
        let told: Vec<Minute> = open.iter().flat_map(|span| minute(span.start())..minute(span.end())).collect();
        let walked: Vec<Minute> = (first..=last).filter(|minute| oracle.is_open(*minute)).collect();
        prop_assert_eq!(told, walked);
    }

    #[test]
    fn a_window_of_instants_holds_the_slots_that_lie_inside(case in case(), cut: [prop::sample::Index; 2]) {
        let whole = listed(&case);
        let input = case.input();
        let begin = minute(input.zone.start_of_day(case.first));
        let end = minute(input.zone.start_of_day(case.last() + chrono::Days::new(1)));
        let mut cut = cut.map(|cut| begin + cut.index(usize::try_from(end - begin + 1).unwrap()).cast_signed() as i64);
        cut.sort_unstable();
        let [from, to] = cut;
        prop_assume!(from < to);
        let inside = free_slots(&input.agenda(), Span::new(at(from * 60), at(to * 60)).unwrap());
        let kept = |start: &Minute| from <= *start && start + i64::from(case.duration) <= to;
        let expected: Vec<Minute> = starts(&whole).into_iter().filter(kept).collect();
        prop_assert_eq!(starts(&inside), expected, "a window moves no grid");
    }

    #[test]
    fn slots_come_in_order_and_are_as_many_as_they_say(case in case()) {
        let slots = listed(&case);
        let starts = starts(&slots);
        prop_assert_eq!(slots.len(), starts.len());
        prop_assert!(starts.is_sorted_by(|a, b| a < b), "strictly in order");
        prop_assert!(slots.iter().all(|slot| (slot.end - slot.start).num_minutes() == i64::from(case.duration)));
        let zone = case.input().zone;
        let told: Vec<_> = slots.by_date(&zone).into_iter().flat_map(|(_, slots)| slots).collect();
        prop_assert_eq!(told, slots.iter().collect::<Vec<_>>());
    }

    #[test]
    fn the_nearest_is_the_least_far(case in case(), off in -3_000..8_000_i64) {
        let slots = listed(&case);
        let wanted = at(case.input().zone.start_of_day(case.first).timestamp() + off * 60);
        let least = slots.iter().min_by_key(|slot| (slot.start - wanted).abs());
        prop_assert_eq!(slots.nearest(wanted), least);
    }
}
