//! Opening hours as instants.

use crate::agenda::Agenda;
use crate::hours::TimeRange;
use crate::span::{MINUTE, Span, Tick};
use crate::spans::Spans;
use crate::zone::{Clock, Day, Steady};

/// The opening ranges that overlap `window`, as instants.
///
/// Ranges that touch or overlap are one, across midnight too. They begin where they begin, up to a week
/// before, but are followed no further than the last date of `window`.
pub fn openings(agenda: &Agenda<'_>, window: Span) -> Spans {
    let clock = agenda.zone.clock_around(window.start, window.end);
    Spans::new(expand(agenda, &clock, window).overlapping(window).iter().copied())
}

/// How many dates before the first one asked for are looked at, to find where an opening began.
pub(crate) const LOOK_BACK: i64 = 8;

/// The ranges from [`LOOK_BACK`] days before `window` until one starts after it.
pub(crate) fn expand(agenda: &Agenda<'_>, clock: &Clock, window: Span) -> Spans {
    let mut day = clock.day_of(window.start).plus(-LOOK_BACK);
    let mut exceptions = agenda.exceptions.since(day);
    let mut steady: Option<Steady> = None;
    let mut open = Spans::default();
    while clock.opening(day.midnight()) < window.end {
        if steady.is_none_or(|steady| !steady.holds(day)) {
            steady = clock.steady(day.midnight()).filter(|steady| steady.holds(day));
        }
        let hours = exceptions
            .ranges(day)
            .unwrap_or_else(|| agenda.weekly.of(day.weekday()));
        for range in hours {
            let span = match &steady {
                Some(steady) => ordinary(*range, day, steady),
                None => changing(*range, day, clock),
            };
            if let Some(span) = span {
                open.push(span);
            }
        }
        day = day.next();
    }
    open
}

fn ordinary(range: TimeRange, day: Day, steady: &Steady) -> Option<Span> {
    let midnight = steady.instant(day.midnight());
    let at = |minute: u16| midnight + Tick::from(minute) * MINUTE;
    Span::of(at(range.start_minute()), at(range.end_minute()))
}

/// 24:00 is the start of the next date, even where that midnight comes twice: a day ends at the next one.
fn changing(range: TimeRange, day: Day, clock: &Clock) -> Option<Span> {
    let civil = |minute: u16| day.midnight() + Tick::from(minute) * MINUTE;
    let start = clock.opening(civil(range.start_minute()));
    let ends_the_day = range.end_minute() == TimeRange::WHOLE_DAY.end_minute();
    let end = if ends_the_day {
        clock.opening(day.next().midnight())
    } else {
        clock.closing(civil(range.end_minute()))
    };
    Span::of(start, end)
}
