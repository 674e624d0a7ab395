//! Everything the engine is asked with.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};

use crate::minutes::{Buffer, Length, Notice, Step};
use crate::{Bookings, Exceptions, Span, Spans, WeeklyHours, Zone};

/// What an appointment must satisfy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How long it lasts.
    pub duration: Length,
    /// From one candidate start to the next, in elapsed time.
    pub step: Step,
    /// Kept free before its start.
    pub before: Buffer,
    /// Kept free after its end.
    pub after: Buffer,
    /// It starts no sooner than this after `now`.
    pub notice: Notice,
    /// It starts no later than this many dates after today's; `None` for no limit.
    pub horizon_days: Option<u16>,
    /// A date with this many appointments is full; `None` for no limit.
    pub max_per_day: Option<u16>,
}

impl Rules {
    /// A duration and a step, and nothing else asked.
    pub fn new(duration: Length, step: Step) -> Self {
        Self {
            duration,
            step,
            before: Buffer::NONE,
            after: Buffer::NONE,
            notice: Notice::NONE,
            horizon_days: None,
            max_per_day: None,
        }
    }
}

/// One coach's time, as it stands at `now`.
#[derive(Clone, Copy, Debug)]
pub struct Agenda<'a> {
    /// Where the hours below are kept.
    pub zone: &'a Zone,
    /// Opening hours of a usual week.
    pub weekly: &'a WeeklyHours,
    /// Dates with other hours.
    pub exceptions: &'a Exceptions,
    /// What a new appointment must satisfy.
    pub rules: &'a Rules,
    /// Appointments already there.
    pub bookings: &'a Bookings,
    /// Busy times from elsewhere; they keep no buffers.
    pub busy: &'a Spans,
    /// The present moment.
    pub now: DateTime<Utc>,
}

/// Where slots are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Slots that start on these dates of the coach, first and last included.
    Dates(NaiveDate, NaiveDate),
    /// Slots that lie wholly inside.
    Span(Span),
}

impl From<Span> for Window {
    fn from(span: Span) -> Self {
        Self::Span(span)
    }
}

impl From<NaiveDate> for Window {
    fn from(date: NaiveDate) -> Self {
        Self::Dates(date, date)
    }
}

impl From<RangeInclusive<NaiveDate>> for Window {
    fn from(dates: RangeInclusive<NaiveDate>) -> Self {
        Self::Dates(*dates.start(), *dates.end())
    }
}
