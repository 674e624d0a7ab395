//! One start looked at closely: whether it is a free slot, and why it is not.

use chrono::{DateTime, NaiveDate, Utc};

use crate::agenda::Agenda;
use crate::openings::openings;
use crate::span::{self, Span};
use crate::sweep::{earliest, free_slots, full_days, last_day};

/// Why an appointment cannot start at some instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It would meet this appointment, or its buffers.
    #[error("taken by an appointment, {0:?}")]
    Taken(Span),
    /// It would meet this busy time.
    #[error("busy elsewhere, {0:?}")]
    Busy(Span),
    /// That date has all the appointments it may.
    #[error("{0} is full")]
    DayFull(NaiveDate),
    /// It comes after the last date that can be booked.
    #[error("bookings end on {0}")]
    BeyondHorizon(NaiveDate),
    /// It does not lie inside opening hours.
    #[error("outside opening hours")]
    OutsideHours,
    /// It has started already.
    #[error("in the past")]
    Past,
    /// It comes before the soonest start that the notice allows.
    #[error("too soon, not before {0}")]
    InsideNotice(DateTime<Utc>),
    /// Nothing stands in its way, but no step of the grid starts there.
    #[error("between two starts")]
    OffGrid,
}

/// Whether [`free_slots`] lists that start; if not, the gravest reason, in the order of [`Refusal`].
///
/// One who may pass over some reasons asks for all of them with [`refusals`].
pub fn check(agenda: &Agenda<'_>, start: DateTime<Utc>) -> Result<(), Refusal> {
    refusals(agenda, start).first().copied().map_or(Ok(()), Err)
}

/// All that stands against that start, gravest first; nothing when [`free_slots`] lists it.
pub fn refusals(agenda: &Agenda<'_>, start: DateTime<Utc>) -> Vec<Refusal> {
    let length = agenda.rules.duration.ticks();
    let tick = span::floor(start);
    let meeting = Span {
        start: tick,
        end: tick.saturating_add(length),
    };
    if free_slots(agenda, meeting).contains(start) {
        return Vec::new();
    }
    let found: Vec<Refusal> = [
        taken(agenda, meeting),
        busy(agenda, meeting),
        day_full(agenda, meeting),
        horizon(agenda, start),
    ]
    .into_iter()
    .chain([hours(agenda, meeting), soon(agenda, start)])
    .flatten()
    .collect();
    if found.is_empty() {
        vec![Refusal::OffGrid]
    } else {
        found
    }
}

fn kept(agenda: &Agenda<'_>, meeting: Span) -> Span {
    meeting.widened(agenda.rules.before.ticks(), agenda.rules.after.ticks())
}

fn taken(agenda: &Agenda<'_>, meeting: Span) -> Option<Refusal> {
    agenda
        .bookings
        .meeting(kept(agenda, meeting))
        .map(|booked| Refusal::Taken(booked.span))
}

fn busy(agenda: &Agenda<'_>, meeting: Span) -> Option<Refusal> {
    agenda
        .busy
        .overlapping(kept(agenda, meeting))
        .first()
        .copied()
        .map(Refusal::Busy)
}

fn day_full(agenda: &Agenda<'_>, meeting: Span) -> Option<Refusal> {
    let clock = agenda.zone.clock_around(meeting.start, meeting.end);
    let full = full_days(agenda, &clock, meeting);
    full.contains(meeting.start())
        .then(|| Refusal::DayFull(agenda.zone.date_of(meeting.start())))
}

fn horizon(agenda: &Agenda<'_>, start: DateTime<Utc>) -> Option<Refusal> {
    let last = last_day(agenda)?.date();
    (agenda.zone.date_of(start) > last).then_some(Refusal::BeyondHorizon(last))
}

fn hours(agenda: &Agenda<'_>, meeting: Span) -> Option<Refusal> {
    openings(agenda, meeting)
        .covering(meeting)
        .is_none()
        .then_some(Refusal::OutsideHours)
}

fn soon(agenda: &Agenda<'_>, start: DateTime<Utc>) -> Option<Refusal> {
    let earliest = earliest(agenda);
    match start {
        start if start < agenda.now => Some(Refusal::Past),
        start if start < earliest => Some(Refusal::InsideNotice(earliest)),
        _ => None,
    }
}
