//! One half-open stretch of instants, and the tick the engine counts in.
//!
//! A tick is a microsecond since 1970: every instant chrono can hold fits in an `i64` of them, whereas
//! nanoseconds end in 2262 and a calendar's "for ever" does not.

use chrono::{DateTime, NaiveDateTime, Utc};

/// Microseconds since 1970, of the UTC or of a local clock.
pub(crate) type Tick = i64;

pub(crate) const SECOND: Tick = 1_000_000;
pub(crate) const MINUTE: Tick = 60 * SECOND;
pub(crate) const DAY: Tick = 1_440 * MINUTE;

/// The tick at or before `at`.
pub(crate) fn floor(at: DateTime<Utc>) -> Tick {
    at.timestamp_micros()
}

/// The tick at or after `at`.
pub(crate) fn ceil(at: DateTime<Utc>) -> Tick {
    let finer = !at.timestamp_subsec_nanos().is_multiple_of(1_000);
    at.timestamp_micros().saturating_add(Tick::from(finer))
}

pub(crate) fn instant(tick: Tick) -> DateTime<Utc> {
    let beyond = if tick < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    };
    DateTime::from_timestamp_micros(tick).unwrap_or(beyond)
}

pub(crate) fn civil_tick(civil: NaiveDateTime) -> Tick {
    civil.and_utc().timestamp_micros()
}

/// A stretch of time from `start` up to, and without, `end`; never empty.
///
/// Kept to the microsecond. Finer bounds widen it to the next whole ones, so that a busy time never shrinks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub(crate) start: Tick,
    pub(crate) end: Tick,
}

impl Span {
    /// `None` unless `start` comes before `end`.
    pub fn new(start: DateTime<Utc>, end: DateTime<Utc>) -> Option<Self> {
        (start < end).then(|| Self {
            start: floor(start),
            end: ceil(end),
        })
    }

    pub(crate) fn of(start: Tick, end: Tick) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// The first instant inside.
    pub fn start(&self) -> DateTime<Utc> {
        instant(self.start)
    }

    /// The first instant after.
    pub fn end(&self) -> DateTime<Utc> {
        instant(self.end)
    }

    /// Whether some instant lies in both; spans that only touch do not overlap.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the instant lies inside.
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.start <= floor(at) && floor(at) < self.end
    }

    /// Whether all of `other` lies inside.
    pub fn covers(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) fn widened(self, before: Tick, after: Tick) -> Self {
        Self {
            start: self.start.saturating_sub(before),
            end: self.end.saturating_add(after),
        }
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{:?}, {:?})", self.start(), self.end())
    }
}
