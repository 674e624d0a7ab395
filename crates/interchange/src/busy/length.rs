//! How long an event lasts.

use calcard::icalendar::ICalendarDuration;
use chrono::{DateTime, Days, TimeDelta, Utc};

use super::moment::Moment;

/// How long an event lasts, each time it takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// So many days of the calendar, then so much time: days of 23 hours count whole.
    Nominal(u32, TimeDelta),
    /// So much time.
    Exact(TimeDelta),
}

impl Length {
    pub(super) const ONE_DAY: Self = Self::Nominal(1, TimeDelta::zero());
    pub(super) const NONE: Self = Self::Exact(TimeDelta::zero());

    /// From one time to another; none when it would be backwards.
    ///
    /// Between two times of the clock it is exact, and the same for every repetition (RFC 5545, 3.8.5.3). A date that
    /// ends as it begins lasts that day: that is what is meant by those who write it.
    pub(super) fn between(start: &Moment, end: &Moment) -> Option<Self> {
        if start.is_date && end.is_date {
            let days = (end.civil - start.civil).num_days();
            return u32::try_from(days)
                .ok()
                .map(|days| Self::Nominal(days.max(1), TimeDelta::zero()));
        }
        let time = end.instant() - start.instant();
        (time >= TimeDelta::zero()).then_some(Self::Exact(time))
    }

    /// That of a DURATION; none when it is negative.
    pub(super) fn of(duration: &ICalendarDuration) -> Option<Self> {
        let days = duration.weeks.checked_mul(7)?.checked_add(duration.days)?;
        let seconds =
            i64::from(duration.hours) * 3600 + i64::from(duration.minutes) * 60 + i64::from(duration.seconds);
        let nothing = days == 0 && seconds == 0;
        (!duration.neg || nothing).then(|| Self::Nominal(days, TimeDelta::seconds(seconds)))
    }

    /// The end of what starts then; none beyond the calendar.
    pub(super) fn after(self, start: &Moment) -> Option<DateTime<Utc>> {
        match self {
            Self::Exact(time) | Self::Nominal(0, time) => start.instant().checked_add_signed(time),
            Self::Nominal(days, time) => {
                let civil = start.civil.checked_add_days(Days::new(days.into()))?;
                start.clock.instant(civil).checked_add_signed(time)
            }
        }
    }
}
