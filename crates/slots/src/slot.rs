//! Slots, kept as runs of evenly spaced starts and told one by one on demand.

use chrono::{DateTime, NaiveDate, Utc};

use crate::Zone;
use crate::span::{Tick, ceil, floor, instant};
use crate::zone::Day;

/// A start where the appointment would fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end, without buffers.
    pub end: DateTime<Utc>,
}

impl Slot {
    pub(crate) fn at(start: Tick, length: Tick) -> Self {
        Self {
            start: instant(start),
            end: instant(start.saturating_add(length)),
        }
    }
}

/// Starts from `first` to `last`, both included, one every step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) first: Tick,
    pub(crate) last: Tick,
}

/// Free slots, in order of start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
    pub(crate) runs: Vec<Run>,
    pub(crate) step: Tick,
    pub(crate) length: Tick,
}

impl Slots {
    /// How many there are.
    pub fn len(&self) -> usize {
        let count = |run: &Run| usize::try_from((run.last - run.first) / self.step + 1).unwrap_or(usize::MAX);
        self.runs.iter().map(count).fold(0, usize::saturating_add)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Every slot, in order.
    pub fn iter(&self) -> impl Iterator<Item = Slot> + '_ {
        self.ticks().map(|tick| self.slot(tick))
    }

    /// Whether one starts at that instant.
    pub fn contains(&self, start: DateTime<Utc>) -> bool {
        let tick = floor(start);
        let run = &self.runs[..self.runs.partition_point(|run| run.first <= tick)];
        let fits = |run: &Run| tick <= run.last && (tick - run.first) % self.step == 0;
        ceil(start) == tick && run.last().is_some_and(fits)
    }

    /// The one that starts closest to `wanted`, the earlier of two equally close.
    pub fn nearest(&self, wanted: DateTime<Utc>) -> Option<Slot> {
        let wanted = floor(wanted);
        let closest = |run: &Run| {
            let up = wanted.clamp(run.first, run.last) - run.first;
            let steps = (up + (self.step - 1) / 2) / self.step;
            run.first + (steps * self.step).min(run.last - run.first)
        };
        self.runs
            .iter()
            .map(closest)
            .min_by_key(|tick| wanted.abs_diff(*tick))
            .map(|tick| self.slot(tick))
    }

    /// The slots of each local date that has some, in order.
    pub fn by_date(&self, zone: &Zone) -> Vec<(NaiveDate, Vec<Slot>)> {
        let mut dates: Vec<(NaiveDate, Vec<Slot>)> = Vec::new();
        for (day, slot) in self.days(zone) {
            match dates.last_mut() {
                Some((last, slots)) if *last == day.date() => slots.push(slot),
                _ => dates.push((day.date(), vec![slot])),
            }
        }
        dates
    }

    /// The local dates that have slots, in order.
    pub fn dates(&self, zone: &Zone) -> Vec<NaiveDate> {
        let mut days: Vec<Day> = self.days(zone).map(|(day, _)| day).collect();
        days.dedup();
        days.into_iter().map(Day::date).collect()
    }

    fn days(&self, zone: &Zone) -> impl Iterator<Item = (Day, Slot)> + '_ {
        let first = self.runs.first().map_or(0, |run| run.first);
        let last = self.runs.last().map_or(0, |run| run.last);
        let clock = zone.clock_around(first, last);
        self.ticks()
            .map(move |tick| (clock.day_of(tick), self.slot(tick)))
    }

    fn ticks(&self) -> impl Iterator<Item = Tick> + '_ {
        let step = self.step;
        self.runs.iter().flat_map(move |run| {
            let last = run.last;
            std::iter::successors(Some(run.first), move |at| {
                Some(at + step).filter(|next| *next <= last)
            })
        })
    }

    fn slot(&self, start: Tick) -> Slot {
        Slot {
            start: instant(start),
            end: instant(start.saturating_add(self.length)),
        }
    }
}
