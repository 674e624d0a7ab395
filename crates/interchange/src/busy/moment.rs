//! A time as a calendar writes it: what a clock reads, and whose clock it is.

use calcard::{
    common::PartialDateTime,
    icalendar::{ICalendarEntry, ICalendarValue as Value},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::clock::{Clock, Clocks};

/// What a clock reads.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) civil: NaiveDateTime,
    pub(super) clock: Clock,
    /// A date of the coach's zone, without a time.
    pub(super) is_date: bool,
}

impl Moment {
    pub(super) fn instant(&self) -> DateTime<Utc> {
        self.clock.instant(self.civil)
    }

    /// The same clock at another reading.
    pub(super) fn reading(&self, civil: NaiveDateTime) -> Self {
        Self {
            civil,
            clock: self.clock.clone(),
            is_date: self.is_date,
        }
    }
}

/// The times a property holds; those that are none are left out.
pub(super) fn moments(entry: &ICalendarEntry, clocks: &mut Clocks) -> Vec<Moment> {
    let zone = entry.tz_id();
    entry
        .values
        .iter()
        .filter_map(|value| match value {
            Value::PartialDateTime(at) => moment(at, zone, clocks),
            _ => None,
        })
        .collect()
}

pub(super) fn moment(at: &PartialDateTime, zone: Option<&str>, clocks: &mut Clocks) -> Option<Moment> {
    let date = NaiveDate::from_ymd_opt(i32::from(at.year?), at.month?.into(), at.day?.into())?;
    let Some(time) = time(at)? else {
        return Some(Moment {
            civil: date.and_time(NaiveTime::MIN),
            clock: clocks.here(),
            is_date: true,
        });
    };
    let clock = match (offset(at), zone) {
        (Some(offset), _) => Clock::Fixed(offset),
        (None, Some(name)) => clocks.named(name),
        (None, None) => clocks.here(),
    };
    Some(Moment {
        civil: date.and_time(time),
        clock,
        is_date: false,
    })
}

/// The time of day; `Some(None)` for a mere date. A leap second is the one before it.
#[expect(
    clippy::option_option,
    reason = "no time of day is not the same as a wrong one"
)]
fn time(at: &PartialDateTime) -> Option<Option<NaiveTime>> {
    let Some(hour) = at.hour else { return Some(None) };
    let second = at.second.unwrap_or_default();
    let second = if second == 60 { 59 } else { second };
    let time = NaiveTime::from_hms_opt(hour.into(), at.minute.unwrap_or_default().into(), second.into())?;
    Some(Some(time))
}

/// How far ahead of UTC, where the value itself says so.
pub(super) fn offset(at: &PartialDateTime) -> Option<TimeDelta> {
    let minutes = i64::from(at.tz_hour?) * 60 + i64::from(at.tz_minute.unwrap_or_default());
    // No place is a whole day from Greenwich.
    let ahead = TimeDelta::minutes(if at.tz_minus { -minutes } else { minutes });
    (minutes < 24 * 60).then_some(ahead)
}
