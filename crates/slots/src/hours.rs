//! Opening hours of a week, in civil time.
//!
//! A range belongs to the date it starts on and ends at 24:00 at the latest; one that goes on after midnight
//! is two ranges, which the engine joins again.

use chrono::{NaiveTime, Timelike, Weekday};

/// The minutes of a civil day: 24:00.
const MIDNIGHT: u16 = 1_440;

/// A range that is no stretch of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("from minute {start} to minute {end}: a range needs its start before its end, and its end by 1440")]
pub struct BadRange {
    /// Minutes from midnight.
    pub start: u16,
    /// Minutes from midnight.
    pub end: u16,
}

/// A stretch of a civil day, in whole minutes from its midnight: 0 ≤ start < end ≤ 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeRange {
    start: u16,
    end: u16,
}

impl TimeRange {
    /// The whole day, 00:00 to 24:00.
    pub const WHOLE_DAY: Self = Self {
        start: 0,
        end: MIDNIGHT,
    };

    /// Refuses an empty or reversed range, and an end after 24:00 (minute 1440).
    pub fn from_minutes(start: u16, end: u16) -> Result<Self, BadRange> {
        if start < end && end <= MIDNIGHT {
            Ok(Self { start, end })
        } else {
            Err(BadRange { start, end })
        }
    }

    /// From one time of day to another, seconds ignored; an end of 00:00 is taken for 24:00.
    pub fn from_times(start: NaiveTime, end: NaiveTime) -> Result<Self, BadRange> {
        let end = minute_of(end);
        Self::from_minutes(minute_of(start), if end == 0 { MIDNIGHT } else { end })
    }

    /// Minutes from midnight to the start.
    pub fn start_minute(self) -> u16 {
        self.start
    }

    /// Minutes from midnight to the end; 1440 is 24:00.
    pub fn end_minute(self) -> u16 {
        self.end
    }
}

fn minute_of(time: NaiveTime) -> u16 {
    // At most 23 × 60 + 59.
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(MIDNIGHT)
}

/// Sorts, and joins what overlaps or touches.
pub(crate) fn merge(mut ranges: Vec<TimeRange>) -> Vec<TimeRange> {
    ranges.sort_unstable();
    ranges.dedup_by(|next, last| {
        let joined = next.start <= last.end;
        if joined {
            last.end = last.end.max(next.end);
        }
        joined
    });
    ranges
}

/// The ranges of each day of the week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeeklyHours {
    days: [Vec<TimeRange>; 7],
}

impl WeeklyHours {
    /// Any order, overlaps allowed: what overlaps or touches becomes one range.
    pub fn new(ranges: impl IntoIterator<Item = (Weekday, TimeRange)>) -> Self {
        let mut days: [Vec<TimeRange>; 7] = Default::default();
        for (day, range) in ranges {
            days[day.num_days_from_monday() as usize].push(range);
        }
        Self {
            days: days.map(merge),
        }
    }

    /// The merged ranges of a day, in order.
    pub fn ranges(&self, day: Weekday) -> &[TimeRange] {
        &self.days[day.num_days_from_monday() as usize]
    }

    /// Days count from Monday, 0, to Sunday, 6.
    pub(crate) fn of(&self, weekday: usize) -> &[TimeRange] {
        self.days.get(weekday).map_or(&[], Vec::as_slice)
    }

    /// Whether no day has any range.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }
}
