//! Slots, kept as runs of evenly spaced starts and told one by one on demand.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::Zone;
use crate::span::{DAY, SECOND, Tick, ceil, floor, instant};
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

/// So many starts from `first` on, one every step; never none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) first: Tick,
    pub(crate) count: usize,
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
        self.runs
            .iter()
            .map(|run| run.count)
            .fold(0, usize::saturating_add)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Every slot, in order.
    pub fn iter(&self) -> Iter<'_> {
        Iter {
            runs: self.runs.iter(),
            run: Run { first: 0, count: 0 },
            left: self.len(),
            slots: self,
            start: Dial::default(),
            end: Dial::default(),
        }
    }

    /// Whether one starts at that instant.
    pub fn contains(&self, start: DateTime<Utc>) -> bool {
        let tick = floor(start);
        let before = &self.runs[..self.runs.partition_point(|run| run.first <= tick)];
        let fits = |run: &Run| tick <= self.last_of(run) && (tick - run.first) % self.step == 0;
        ceil(start) == tick && before.last().is_some_and(fits)
    }

    /// The one that starts closest to `wanted`, the earlier of two equally close.
    pub fn nearest(&self, wanted: DateTime<Utc>) -> Option<Slot> {
        let wanted = floor(wanted);
        let closest = |run: &Run| {
            let up = wanted.clamp(run.first, self.last_of(run)) - run.first;
            run.first + (up + (self.step - 1) / 2) / self.step * self.step
        };
        let tick = self
            .runs
            .iter()
            .map(closest)
            .min_by_key(|tick| wanted.abs_diff(*tick));
        tick.map(|tick| Slot::at(tick, self.length))
    }

    /// Adds the starts of a grid between two ticks, both included.
    pub(crate) fn add(&mut self, anchor: Tick, from: Tick, to: Tick) {
        let first = anchor + (from - anchor + self.step - 1) / self.step * self.step;
        if first <= to {
            let count = usize::try_from((to - first) / self.step + 1).unwrap_or(usize::MAX);
            self.runs.push(Run { first, count });
        }
    }

    fn last_of(&self, run: &Run) -> Tick {
        let steps = Tick::try_from(run.count - 1).unwrap_or(Tick::MAX);
        run.first.saturating_add(steps.saturating_mul(self.step))
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
        let last = self.runs.last().map_or(0, |run| self.last_of(run));
        let clock = zone.clock_around(first, last);
        self.iter()
            .map(move |slot| (clock.day_of(floor(slot.start)), slot))
    }
}

impl<'a> IntoIterator for &'a Slots {
    type Item = Slot;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Turns ticks into instants, and remembers the date of the last one: it costs more than the rest to work
/// out, and slots come many to a date.
#[derive(Clone, Copy, Debug, Default)]
struct Dial {
    midnight: Tick,
    date: NaiveDate,
}

impl Dial {
    fn instant(&mut self, tick: Tick) -> DateTime<Utc> {
        if !(self.midnight..self.midnight + DAY).contains(&tick) {
            self.midnight = tick.div_euclid(DAY) * DAY;
            self.date = instant(tick).date_naive();
        }
        let since = u32::try_from((tick - self.midnight) / SECOND).ok();
        let nanos = u32::try_from((tick - self.midnight) % SECOND * 1_000).ok();
        let time = since
            .zip(nanos)
            .and_then(|(since, nanos)| NaiveTime::from_num_seconds_from_midnight_opt(since, nanos));
        time.map_or_else(|| instant(tick), |time| self.date.and_time(time).and_utc())
    }
}

/// Tells slots one by one.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    runs: std::slice::Iter<'a, Run>,
    /// What is left of the run at hand.
    run: Run,
    left: usize,
    slots: &'a Slots,
    start: Dial,
    end: Dial,
}

impl Iterator for Iter<'_> {
    type Item = Slot;

    fn next(&mut self) -> Option<Slot> {
        if self.run.count == 0 {
            self.run = *self.runs.next()?;
        }
        let start = self.run.first;
        self.run = Run {
            first: start.saturating_add(self.slots.step),
            count: self.run.count - 1,
        };
        self.left = self.left.saturating_sub(1);
        let end = start.saturating_add(self.slots.length);
        Some(Slot {
            start: self.start.instant(start),
            end: self.end.instant(end),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Iter<'_> {}
