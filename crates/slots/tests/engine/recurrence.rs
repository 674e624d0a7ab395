//! Recurrence, against dates worked out by python-dateutil and against a walk day by day.

use std::num::NonZeroU16;

use chrono::{Datelike, NaiveDate, Weekday, WeekdaySet};
use proptest::prelude::*;
use slots::{Ends, MonthDay, Nth, Pattern, Recurrence};

use crate::support::{Coach, civil, date, told};

const NTH: [Nth; 6] = [
    Nth::First,
    Nth::Second,
    Nth::Third,
    Nth::Fourth,
    Nth::Fifth,
    Nth::Last,
];

fn number(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

fn times(n: u16) -> Ends {
    Ends::After(number(n))
}

fn on(day: u8) -> Pattern {
    Pattern::MonthlyOn(MonthDay::new(day).unwrap())
}

fn pattern(text: &str) -> Pattern {
    match text.split_once(' ').unwrap() {
        ("weekly", "-") => Pattern::Weekly(WeekdaySet::EMPTY),
        ("weekly", days) => Pattern::Weekly(
            days.split(',')
                .map(|day| day.parse::<Weekday>().unwrap())
                .collect(),
        ),
        ("date", day) => on(day.parse().unwrap()),
        ("last", _) => Pattern::MonthlyOnLastDay,
        (_, nth) => {
            let (n, day) = nth.split_once(':').unwrap();
            let n = if n == "-1" {
                5
            } else {
                n.parse::<usize>().unwrap() - 1
            };
            Pattern::MonthlyOnThe(NTH[n], day.parse().unwrap())
        }
    }
}

fn ends(text: &str) -> Ends {
    match text.split_once(' ').unwrap() {
        ("count", n) => times(n.parse().unwrap()),
        (_, day) => Ends::On(date(day)),
    }
}

#[test]
fn dates_are_those_of_python_dateutil() {
    let rows: Vec<&str> = include_str!("recurrence.txt").lines().skip(1).collect();
    assert_eq!(rows.len(), 120);
    for row in rows {
        let fields: Vec<&str> = row.split('|').map(str::trim).collect();
        let rule = Recurrence::new(
            pattern(fields[1]),
            number(fields[2].parse().unwrap()),
            ends(fields[3]),
        );
        let dates: Vec<String> = rule
            .dates(date(fields[0]))
            .take(10)
            .map(|day| day.to_string())
            .collect();
        assert_eq!(dates, fields[4].split_whitespace().collect::<Vec<_>>(), "{row}");
    }
}

#[test]
fn an_excluded_date_counts_and_is_left_out() {
    let rule = Recurrence::new(Pattern::Weekly(WeekdaySet::EMPTY), number(1), times(3));
    let rule = rule
        .excluding([date("2027-06-08")])
        .excluding([date("2030-01-01")]);
    assert_eq!(
        rule.dates(date("2027-06-01")).collect::<Vec<_>>(),
        ["2027-06-01", "2027-06-15"].map(date)
    );
}

#[test]
fn months_without_the_day_are_passed_over() {
    let dates: Vec<_> = Recurrence::new(on(31), number(1), times(3))
        .dates(date("2027-01-31"))
        .collect();
    assert_eq!(dates, ["2027-01-31", "2027-03-31", "2027-05-31"].map(date));
    assert!(MonthDay::new(0).is_err() && MonthDay::new(32).is_err());
}

#[test]
fn a_rule_that_never_holds_ends() {
    let never = Recurrence::new(on(31), number(12), times(1));
    assert_eq!(never.dates(date("2027-02-01")).next(), None);
    let last = NaiveDate::MAX;
    assert!(
        Recurrence::new(on(31), number(1), Ends::On(last))
            .dates(last)
            .count()
            <= 1
    );
    assert!(
        Recurrence::new(Pattern::Weekly(WeekdaySet::EMPTY), number(1), Ends::On(last))
            .dates(last)
            .count()
            <= 1
    );
}

#[test]
fn wall_time_stays_when_the_clock_changes() {
    let zone = Coach::new("Europe/Paris").zone;
    let rule = Recurrence::new(Pattern::Weekly(WeekdaySet::EMPTY), number(1), times(3));
    let starts: Vec<String> = rule
        .instants(civil("2027-03-16 09:00"), &zone)
        .map(told)
        .collect();
    assert_eq!(
        starts,
        ["2027-03-16 08:00", "2027-03-23 08:00", "2027-03-30 07:00"]
    );
    let nights: Vec<String> = rule
        .instants(civil("2027-03-21 02:30"), &zone)
        .map(told)
        .collect();
    assert_eq!(
        nights,
        ["2027-03-21 01:30", "2027-03-28 01:00", "2027-04-04 00:30"],
        "in the gap, after it"
    );
    let autumn: Vec<String> = rule
        .instants(civil("2027-10-24 02:30"), &zone)
        .map(told)
        .collect();
    assert_eq!(
        autumn,
        ["2027-10-24 00:30", "2027-10-31 00:30", "2027-11-07 01:30"],
        "in the fold, the earlier"
    );
}

/// Whether the rule, its ends aside, holds a date; worked out from the date alone.
fn holds(pattern: Pattern, every: i64, first: NaiveDate, day: NaiveDate) -> bool {
    let months =
        i64::from((day.year() - first.year()) * 12 + day.month().cast_signed() - first.month().cast_signed());
    let next_week = day + chrono::Days::new(7);
    let (last_day, last_week) = (
        day.succ_opt().unwrap().month() != day.month(),
        next_week.month() != day.month(),
    );
    let nth = (day.day() - 1) / 7;
    match pattern {
        Pattern::Weekly(days) => {
            let monday = |day: NaiveDate| {
                i64::from(day.num_days_from_ce()) - i64::from(day.weekday().num_days_from_monday())
            };
            let days = if days.is_empty() {
                WeekdaySet::single(first.weekday())
            } else {
                days
            };
            (monday(day) - monday(first)) / 7 % every == 0 && days.contains(day.weekday())
        }
        _ if months % every != 0 => false,
        Pattern::MonthlyOn(number) => day.day() == u32::from(number.day()),
        Pattern::MonthlyOnLastDay => last_day,
        Pattern::MonthlyOnThe(Nth::Last, weekday) => day.weekday() == weekday && last_week,
        Pattern::MonthlyOnThe(which, weekday) => day.weekday() == weekday && NTH[nth as usize] == which,
    }
}

fn any_weekday() -> impl Strategy<Value = Weekday> {
    (0..7_u8).prop_map(|n| Weekday::try_from(n).unwrap())
}

fn any_pattern() -> impl Strategy<Value = Pattern> {
    prop_oneof![
        prop::collection::vec(any_weekday(), 0..4)
            .prop_map(|days| Pattern::Weekly(days.into_iter().collect())),
        (1..=31_u8).prop_map(on),
        Just(Pattern::MonthlyOnLastDay),
        (0..6_usize, any_weekday()).prop_map(|(nth, day)| Pattern::MonthlyOnThe(NTH[nth], day)),
    ]
}

proptest! {
    #[test]
    fn dates_are_those_of_a_walk_day_by_day(
        pattern in any_pattern(),
        every in 1..6_u16,
        offset in 0..2_000_u64,
        times in 1..12_u16,
        length in 0..900_u64,
        excluded in prop::collection::vec(0..900_u64, 0..40),
    ) {
        let first = date("2024-01-01") + chrono::Days::new(offset);
        let last = first + chrono::Days::new(length);
        let excluded: Vec<NaiveDate> = excluded.into_iter().map(|n| first + chrono::Days::new(n)).collect();
        let held = || first.iter_days().filter(|day| holds(pattern, i64::from(every), first, *day));
        let kept = |day: &NaiveDate| !excluded.contains(day);

        let until = Recurrence::new(pattern, number(every), Ends::On(last)).excluding(excluded.clone());
        let walked: Vec<_> = held().take_while(|day| *day <= last).filter(kept).collect();
        prop_assert_eq!(until.dates(first).collect::<Vec<_>>(), walked);

        // The walk must end, should the rule never hold: 31st of every second month from a February on.
        let soon = first + chrono::Days::new(12 * 366);
        let count = Recurrence::new(pattern, number(every), Ends::After(number(times))).excluding(excluded.clone());
        let walked: Vec<_> = held().take_while(|day| *day <= soon).take(usize::from(times)).filter(kept).collect();
        let counted: Vec<_> = count.dates(first).take_while(|day| *day <= soon).collect();
        prop_assert_eq!(counted, walked);
    }
}
