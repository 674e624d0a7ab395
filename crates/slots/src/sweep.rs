//! The sweep: what is open, less what is taken, on the grid.

use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc};

use crate::agenda::{Agenda, Window};
use crate::openings::{LOOK_BACK, expand};
use crate::slot::Slots;
use crate::span::{DAY, Span, Tick, ceil, floor};
use crate::spans::Spans;
use crate::zone::{Clock, Day};

/// The free slots of a period, in order.
///
/// A grid starts with each opening range and goes on in elapsed time. Where the hours never close, or have
/// not for a week, each date starts its own: there is no start to count from, and a grid counted across a
/// change of clock would leave the hour.
pub fn free_slots(agenda: &Agenda<'_>, window: impl Into<Window>) -> Slots {
    let length = agenda.rules.duration.ticks();
    search(agenda, window.into(), |clock, starts| {
        let open = expand(agenda, clock, starts.widened(0, length));
        sweep(agenda, clock, starts, grids(&open, clock))
    })
}

/// The free slots inside opening ranges given as instants, whatever the hours of the agenda say. The grid
/// of each range starts with it.
pub fn free_slots_in(agenda: &Agenda<'_>, open: &Spans, window: impl Into<Window>) -> Slots {
    let whole = |span: &Span| Grid {
        anchor: span.start,
        until: Tick::MAX,
        end: span.end,
    };
    search(agenda, window.into(), |clock, starts| {
        sweep(agenda, clock, starts, open.iter().map(whole))
    })
}

/// The dates of a calendar month that have free slots, in order. `month` is any date of it.
pub fn days_with_slots(agenda: &Agenda<'_>, month: NaiveDate) -> Vec<NaiveDate> {
    let first = month.with_day(1).unwrap_or(month);
    let last = first
        .checked_add_months(Months::new(1))
        .and_then(|next| next.pred_opt())
        .unwrap_or(month);
    free_slots(agenda, first..=last).dates(agenda.zone)
}

fn search(agenda: &Agenda<'_>, window: Window, sweep: impl FnOnce(&Clock, Span) -> Slots) -> Slots {
    let found = || {
        let around = around(agenda, window)?;
        let clock = agenda.zone.clock_around(around.start, around.end);
        let starts = starts(agenda, &clock, window)?;
        Some(sweep(&clock, starts))
    };
    found().unwrap_or_else(|| none(agenda))
}

fn none(agenda: &Agenda<'_>) -> Slots {
    Slots {
        runs: Vec::new(),
        step: agenda.rules.step.ticks(),
        length: agenda.rules.duration.ticks(),
    }
}

/// The window give or take two days, short of what notice and horizon rule out: enough to make a clock for.
fn around(agenda: &Agenda<'_>, window: Window) -> Option<Span> {
    let asked = match window {
        Window::Span(span) => Some(span),
        Window::Dates(from, to) => Span::of(Day::of(from).midnight(), Day::of(to).next().midnight()),
    }?;
    let horizon = last_day(agenda).map_or(Tick::MAX, |day| day.plus(3).midnight());
    let soonest = ceil(earliest(agenda)).saturating_sub(2 * DAY);
    Span::of(
        asked.start.max(soonest),
        asked.end.min(horizon).saturating_add(2 * DAY),
    )
}

/// The soonest start that the notice allows.
pub(crate) fn earliest(agenda: &Agenda<'_>) -> DateTime<Utc> {
    let notice = TimeDelta::microseconds(agenda.rules.notice.ticks());
    agenda
        .now
        .checked_add_signed(notice)
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// The last date of the horizon.
pub(crate) fn last_day(agenda: &Agenda<'_>) -> Option<Day> {
    let today = Day::of(agenda.zone.date_of(agenda.now));
    agenda.rules.horizon_days.map(|days| today.plus(i64::from(days)))
}

/// The instants at which a slot may start, as far as window, notice, horizon and chrono's years go.
fn starts(agenda: &Agenda<'_>, clock: &Clock, window: Window) -> Option<Span> {
    let midnight = |day: Day| clock.opening(day.midnight());
    let length = agenda.rules.duration.ticks();
    let asked = match window {
        Window::Dates(from, to) => Span::of(midnight(Day::of(from)), midnight(Day::of(to).next())),
        Window::Span(span) => Span::of(span.start, span.end.saturating_sub(length - 1)),
    }?;
    let horizon = last_day(agenda).map_or(Tick::MAX, |day| midnight(day.next()));
    let first = [floor(DateTime::<Utc>::MIN_UTC), ceil(earliest(agenda))];
    let last = [floor(DateTime::<Utc>::MAX_UTC) - length, horizon];
    let start = first.into_iter().fold(asked.start, Tick::max);
    Span::of(start, last.into_iter().fold(asked.end, Tick::min))
}

/// A grid of starts: every step from `anchor` on, before `until`, for appointments over by `end`.
#[derive(Clone, Copy, Debug)]
struct Grid {
    anchor: Tick,
    until: Tick,
    end: Tick,
}

/// The grid of each opening; of each date, where an opening has lasted a week.
fn grids<'a>(open: &'a Spans, clock: &'a Clock) -> impl Iterator<Item = Grid> + 'a {
    open.iter().flat_map(move |span| {
        let midnight = move |day: Day| clock.opening(day.midnight());
        // Most openings are over long before a week, and need no midnight.
        let long_after = span.start.saturating_add((LOOK_BACK - 2) * DAY);
        let until = if span.end < long_after {
            Tick::MAX
        } else {
            midnight(clock.day_of(span.start).plus(LOOK_BACK))
        };
        let first = Grid {
            anchor: span.start,
            until,
            end: span.end,
        };
        std::iter::successors(Some(first), move |last| {
            let until = midnight(clock.day_of(last.until).next());
            (last.until < last.end).then_some(Grid {
                anchor: last.until,
                until,
                end: last.end,
            })
        })
    })
}

fn sweep(agenda: &Agenda<'_>, clock: &Clock, starts: Span, grids: impl Iterator<Item = Grid>) -> Slots {
    let mut slots = none(agenda);
    let forbidden = forbidden(agenda, clock, starts);
    let mut ahead = forbidden.as_slice();
    for grid in grids {
        let last = (grid.end - slots.length).min(grid.until - 1).min(starts.end - 1);
        let mut from = grid.anchor.max(starts.start);
        ahead = &ahead[ahead.iter().take_while(|hole| hole.end <= from).count()..];
        for hole in ahead.iter().take_while(|hole| hole.start <= last) {
            slots.add(grid.anchor, from, hole.start - 1);
            from = hole.end;
        }
        slots.add(grid.anchor, from, last);
    }
    slots
}

/// The starts, among `starts`, at which the appointment would meet another, a busy time or a full day.
fn forbidden(agenda: &Agenda<'_>, clock: &Clock, starts: Span) -> Spans {
    let (before, after) = (
        agenda.rules.before.ticks(),
        agenda.rules.duration.ticks() + agenda.rules.after.ticks(),
    );
    let near = starts.widened(before, after);
    // An appointment may end, buffer and all, as the next thing starts.
    let meeting = |span: &Span| span.widened(after - 1, before);
    let booked = Spans::merged(agenda.bookings.kept().overlapping(near).iter().map(meeting));
    let busy = Spans::merged(agenda.busy.overlapping(near).iter().map(meeting));
    let full = full_days(agenda, clock, starts);
    [busy, full]
        .iter()
        .filter(|more| !more.is_empty())
        .fold(booked, |all, more| all.union(more))
}

/// The instants of the dates that have all the appointments they may.
pub(crate) fn full_days(agenda: &Agenda<'_>, clock: &Clock, window: Span) -> Spans {
    let Some(most) = agenda.rules.max_per_day else {
        return Spans::default();
    };
    let near = window.widened(2 * DAY, 2 * DAY);
    let starting = agenda.bookings.starting(near.start, near.end);
    let mut days: Vec<Day> = starting.iter().map(|one| clock.day_of(one.span.start)).collect();
    days.sort_unstable();
    let count =
        |day: Day| days.partition_point(|other| *other <= day) - days.partition_point(|other| *other < day);
    let full = clock
        .days(window)
        .filter(|(day, _)| count(*day) >= usize::from(most));
    Spans::new(full.map(|(_, span)| span))
}
