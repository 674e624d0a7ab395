//! Repetition in wall time, after RFC 5545: weekly on some days or monthly, every n, a number of times or
//! until a date, less some dates.
//!
//! Dates are expanded first and placed in a zone afterwards, so that "Tuesdays at nine" stays at nine.
//! As there, a month without a 31st, or without a fifth Tuesday, is passed over; weeks begin on Monday; an
//! excluded date counts towards the number of times; the first date is one of them only if the pattern
//! holds it. Left out: years, hours and everything below, positions in a set, and the text form.

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, Utc, Weekday, WeekdaySet};

use crate::Zone;

/// A day of the month that no month has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no month has a day {0}")]
pub struct BadMonthDay(pub u8);

/// A day of the month, 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay(u8);

impl MonthDay {
    /// Refuses what is not from 1 to 31.
    pub fn new(day: u8) -> Result<Self, BadMonthDay> {
        if (1..=31).contains(&day) {
            Ok(Self(day))
        } else {
            Err(BadMonthDay(day))
        }
    }

    /// From 1 to 31.
    pub fn day(self) -> u8 {
        self.0
    }
}

/// Which of a month's Mondays, Tuesdays, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nth {
    /// From the 1st to the 7th.
    First,
    /// From the 8th to the 14th.
    Second,
    /// From the 15th to the 21st.
    Third,
    /// From the 22nd to the 28th.
    Fourth,
    /// From the 29th on, where there is one.
    Fifth,
    /// The last there is, fourth or fifth.
    Last,
}

/// On which dates of its week or month a recurrence falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// These days of the week; the weekday of the first date when the set is empty.
    Weekly(WeekdaySet),
    /// This day of the month.
    MonthlyOn(MonthDay),
    /// The last day of the month.
    MonthlyOnLastDay,
    /// "The second Tuesday."
    MonthlyOnThe(Nth, Weekday),
}

/// When a recurrence stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// After this many dates, excluded ones counted.
    After(NonZeroU16),
    /// With this date at the latest.
    On(NaiveDate),
}

/// A rule that says on which dates something comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    pattern: Pattern,
    every: NonZeroU16,
    ends: Ends,
    excluded: BTreeSet<NaiveDate>,
}

impl Recurrence {
    /// Every `every` weeks or months.
    pub fn new(pattern: Pattern, every: NonZeroU16, ends: Ends) -> Self {
        Self {
            pattern,
            every,
            ends,
            excluded: BTreeSet::new(),
        }
    }

    /// Leaves these dates out, besides those left out already.
    #[must_use]
    pub fn excluding(mut self, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.excluded.extend(dates);
        self
    }

    /// The dates, in order, none before `first`.
    pub fn dates(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let (most, last) = match self.ends {
            Ends::After(times) => (usize::from(times.get()), NaiveDate::MAX),
            Ends::On(date) => (usize::MAX, date),
        };
        self.periods(first)
            .take_while(move |period| *period <= last)
            .flat_map(move |period| self.in_period(period, first))
            .filter(move |date| *date >= first)
            .take_while(move |date| *date <= last)
            .take(most)
            .filter(|date| !self.excluded.contains(date))
    }

    /// The wall-clock starts, in order, at the time of day of `first`.
    pub fn starts(&self, first: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> + '_ {
        self.dates(first.date())
            .map(move |date| date.and_time(first.time()))
    }

    /// The starts as instants, by [`Zone::opening`]: in a gap the first instant after it, in a fold the
    /// earlier one.
    pub fn instants<'a>(
        &'a self,
        first: NaiveDateTime,
        zone: &'a Zone,
    ) -> impl Iterator<Item = DateTime<Utc>> + 'a {
        self.starts(first).map(|civil| zone.opening(civil))
    }

    /// The Mondays, or first days of months, of the periods that count; up to the year 9999.
    fn periods(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let every = self.every;
        let weekly = matches!(self.pattern, Pattern::Weekly(_));
        let begin = if weekly {
            monday_of(first)
        } else {
            first.with_day(1)
        };
        let next = move |period: &NaiveDate| {
            if weekly {
                period.checked_add_days(Days::new(7 * u64::from(every.get())))
            } else {
                period.checked_add_months(Months::new(u32::from(every.get())))
            }
        };
        std::iter::successors(begin, next).take_while(|period| period.year() <= 9999)
    }

    fn in_period(&self, period: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        match self.pattern {
            Pattern::Weekly(days) if days.is_empty() => in_week(period, WeekdaySet::single(first.weekday())),
            Pattern::Weekly(days) => in_week(period, days),
            Pattern::MonthlyOn(day) => period.with_day(u32::from(day.0)).into_iter().collect(),
            Pattern::MonthlyOnLastDay => last_day(period).into_iter().collect(),
            Pattern::MonthlyOnThe(nth, weekday) => nth_weekday(period, nth, weekday).into_iter().collect(),
        }
    }
}

fn monday_of(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))
}

fn in_week(monday: NaiveDate, days: WeekdaySet) -> Vec<NaiveDate> {
    let date = |day: Weekday| monday.checked_add_days(Days::new(u64::from(day.num_days_from_monday())));
    days.iter(Weekday::Mon).filter_map(date).collect()
}

fn last_day(month: NaiveDate) -> Option<NaiveDate> {
    month.checked_add_months(Months::new(1))?.pred_opt()
}

fn nth_weekday(month: NaiveDate, nth: Nth, weekday: Weekday) -> Option<NaiveDate> {
    let (year, number) = (month.year(), month.month());
    let the = |n: u8| NaiveDate::from_weekday_of_month_opt(year, number, weekday, n);
    match nth {
        Nth::First => the(1),
        Nth::Second => the(2),
        Nth::Third => the(3),
        Nth::Fourth => the(4),
        Nth::Fifth => the(5),
        Nth::Last => the(5).or_else(|| the(4)),
    }
}
