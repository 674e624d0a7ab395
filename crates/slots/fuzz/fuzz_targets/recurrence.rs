//! Any rule from any date: it must end, in order, on dates that the rule allows.
#![no_main]

use std::num::NonZeroU16;

use chrono::{Datelike, NaiveDate, Weekday, WeekdaySet};
use libfuzzer_sys::fuzz_target;
use slots::{Ends, MonthDay, Nth, Pattern, Recurrence};

const NTH: [Nth; 6] = [
    Nth::First,
    Nth::Second,
    Nth::Third,
    Nth::Fourth,
    Nth::Fifth,
    Nth::Last,
];

fuzz_target!(|question: (u8, u8, u8, u16, Result<u16, i32>, i32, Vec<i32>)| {
    let (kind, a, b, every, ends, first, excluded) = question;
    let weekday = |n: u8| Weekday::try_from(n % 7).unwrap();
    let date = |n: i32| NaiveDate::from_num_days_from_ce_opt(n).unwrap_or(NaiveDate::MAX);
    let pattern = match kind % 4 {
        0 => Pattern::Weekly(
            (0..7)
                .filter(|n| a & (1 << n) != 0)
                .map(weekday)
                .collect::<WeekdaySet>(),
        ),
        1 => Pattern::MonthlyOn(MonthDay::new(a % 31 + 1).unwrap()),
        2 => Pattern::MonthlyOnLastDay,
        _ => Pattern::MonthlyOnThe(NTH[usize::from(a % 6)], weekday(b)),
    };
    let ends = match ends {
        Ok(times) => Ends::After(NonZeroU16::new(times).unwrap_or(NonZeroU16::MIN)),
        Err(last) => Ends::On(date(last)),
    };
    let every = NonZeroU16::new(every).unwrap_or(NonZeroU16::MIN);
    let first = date(first);
    let excluded: Vec<NaiveDate> = excluded.into_iter().map(date).collect();
    let rule = Recurrence::new(pattern, every, ends).excluding(excluded.clone());
    let dates: Vec<NaiveDate> = rule.dates(first).take(5_000).collect();
    assert!(dates.is_sorted_by(|a, b| a < b), "in order");
    assert!(
        dates
            .iter()
            .all(|date| *date >= first && !excluded.contains(date))
    );
    match ends {
        Ends::After(times) => assert!(dates.len() <= usize::from(times.get())),
        Ends::On(last) => assert!(dates.iter().all(|date| *date <= last)),
    }
    match pattern {
        Pattern::MonthlyOn(day) => assert!(dates.iter().all(|date| date.day() == u32::from(day.day()))),
        Pattern::MonthlyOnThe(_, weekday) => assert!(dates.iter().all(|date| date.weekday() == weekday)),
        _ => {}
    }
});
