//! A made-up coach with as many appointments as asked for, the same ones every time.
//!
//! For benchmarks, here and in the crates that store what the engine reads; behind the feature `sample`, so
//! that no program carries it.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use crate::{
    Agenda, BadMinutes, BadRange, Booked, Bookings, Buffer, Exceptions, Length, Rules, Span, Spans, Step,
    TimeRange, UnknownZone, WeeklyHours, Zone,
};

/// How the stored appointments lie in time, half of them before `now`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// Five appointments of an hour on each weekday, for as many years as that takes.
    Usual,
    /// All of them in the ten years around `now`, day and night, as short as that makes them.
    Crowded,
}

/// Why a sample could not be made.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BadSample {
    /// No tzdb.
    #[error(transparent)]
    Zone(#[from] UnknownZone),
    /// A mistake in this file.
    #[error(transparent)]
    Range(#[from] BadRange),
    /// A mistake in this file.
    #[error(transparent)]
    Minutes(#[from] BadMinutes),
}

/// A coach in Paris: Monday to Friday 9–12 and 14–18, closed on ten dates a year, 60-minute appointments
/// every 15 minutes.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The coach's zone.
    pub zone: Zone,
    /// The coach's week.
    pub weekly: WeeklyHours,
    /// The coach's days off.
    pub exceptions: Exceptions,
    /// The type looked for.
    pub rules: Rules,
    /// What is stored, in order.
    pub booked: Vec<Booked>,
    /// The present moment: 4 January 2027, 07:00 UTC, a Monday.
    pub now: DateTime<chrono::Utc>,
}

impl Sample {
    /// The coach, with `stored` appointments.
    pub fn new(stored: usize, density: Density) -> Result<Self, BadSample> {
        let ranges = [
            TimeRange::from_minutes(540, 720)?,
            TimeRange::from_minutes(840, 1_080)?,
        ];
        let days = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ];
        let today = today();
        let booked = match density {
            Density::Usual => usual(stored, today),
            Density::Crowded => crowded(stored, today),
        };
        Ok(Self {
            zone: Zone::parse("Europe/Paris")?,
            weekly: WeeklyHours::new(days.into_iter().flat_map(|day| ranges.map(|range| (day, range)))),
            exceptions: Exceptions::new((0..10).map(|n| (today + TimeDelta::days(11 + 36 * n), []))),
            rules: Rules::new(Length::new(60)?, Step::new(15)?),
            booked,
            now: today.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(7),
        })
    }

    /// What the engine is asked with.
    pub fn agenda<'a>(&'a self, bookings: &'a Bookings, busy: &'a Spans) -> Agenda<'a> {
        let Self {
            zone,
            weekly,
            exceptions,
            rules,
            now,
            ..
        } = self;
        Agenda {
            zone,
            weekly,
            exceptions,
            rules,
            bookings,
            busy,
            now: *now,
        }
    }

    /// The date of `now`.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }
}

/// 4 January 2027.
fn today() -> NaiveDate {
    NaiveDate::default() + TimeDelta::days(20_822)
}

fn booked(start: NaiveDateTime, minutes: i64) -> Option<Booked> {
    let start = start.and_utc();
    let span = Span::new(start, start + TimeDelta::minutes(minutes))?;
    Some(Booked {
        span,
        before: Buffer::NONE,
        after: Buffer::NONE,
    })
}

/// Five of the seven opening hours of a winter's day, drawn for each weekday.
fn usual(stored: usize, today: NaiveDate) -> Vec<Booked> {
    let weeks = i64::try_from(stored / 50 + 1).unwrap_or(i64::MAX);
    let mut draw = Draw(7);
    let is_weekday = |date: &NaiveDate| date.weekday().num_days_from_monday() < 5;
    let days = (today - TimeDelta::weeks(weeks)).iter_days().filter(is_weekday);
    let hours = days.flat_map(|date| {
        five_hours(&mut draw).map(|hour| date.and_time(NaiveTime::MIN) + TimeDelta::hours(hour))
    });
    hours.filter_map(|start| booked(start, 60)).take(stored).collect()
}

fn five_hours(draw: &mut Draw) -> [i64; 5] {
    let mut hours = vec![8, 9, 10, 13, 14, 15, 16];
    hours.remove(draw.below(7));
    hours.remove(draw.below(6));
    std::array::from_fn(|n| hours[n])
}

/// One in each equal part of ten years, filling half of it or an hour.
fn crowded(stored: usize, today: NaiveDate) -> Vec<Booked> {
    let first = (today - TimeDelta::days(5 * 365)).and_time(NaiveTime::MIN);
    let part = 10 * 365 * 1_440 / i64::try_from(stored.max(1)).unwrap_or(i64::MAX);
    let minutes = (part / 2).clamp(1, 60);
    let mut draw = Draw(7);
    let slack = usize::try_from(part - minutes).unwrap_or(0).max(1);
    let mut start =
        |n: i64| first + TimeDelta::minutes(n * part + i64::try_from(draw.below(slack)).unwrap_or(0));
    (0..)
        .map_while(|n| booked(start(n), minutes))
        .take(stored)
        .collect()
}

/// Numbers that look random and are the same every time (`SplitMix64`).
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (most as u64)).unwrap_or(0)
    }
}
