//! Slow and plain: every minute of some weeks, what the local clock reads in it, whether it is open.
//!
//! Asks jiff for the offset of each minute and knows nothing of spans, sweeps or changes of offset. The
//! rules are read from the product page again.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::case::{Case, Minute, Taken};

const DAY: i64 = 1_440;

/// Days walked before the first date asked for: a week to find where an opening began, and some.
const BEFORE: i64 = 11;
const AFTER: i64 = 4;

pub struct Oracle<'a> {
    case: &'a Case,
    begin: Minute,
    /// What the local clock reads, in minutes of its own since 1970, at each minute from `begin`.
    reads: Vec<i64>,
    open: Vec<bool>,
    today: i64,
}

/// Why not, as far as this walk can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Taken,
    Busy,
    DayFull,
    BeyondHorizon,
    OutsideHours,
    Past,
    InsideNotice,
    OffGrid,
}

fn reading(zone: &TimeZone, seconds: i64) -> i64 {
    let offset = zone.to_offset(Timestamp::from_second(seconds).unwrap()).seconds();
    (seconds + i64::from(offset)).div_euclid(60)
}

impl<'a> Oracle<'a> {
    pub fn new(case: &'a Case) -> Self {
        let zone = crate::case::zone_rules(case.zone);
        let midnight = case.first.and_time(chrono::NaiveTime::MIN).and_utc().timestamp() / 60;
        let begin = midnight - BEFORE * DAY;
        let minutes = (BEFORE + case.days.cast_signed() + AFTER) * DAY;
        let reads: Vec<i64> = (begin..begin + minutes)
            .map(|minute| reading(&zone, minute * 60))
            .collect();
        let today = reading(&zone, case.now).div_euclid(DAY);
        let mut oracle = Self {
            case,
            begin,
            open: vec![false; reads.len()],
            reads,
            today,
        };
        oracle.open_up();
        oracle
    }

    fn first_reading(&self, at_least: i64) -> usize {
        self.reads
            .iter()
            .position(|reads| *reads >= at_least)
            .unwrap_or(self.reads.len())
    }

    /// After the last minute that reads less; at that minute, if it reads just that.
    fn last_reading(&self, at_most: i64) -> usize {
        let last = self.reads.iter().rposition(|reads| *reads <= at_most);
        last.map_or(0, |n| if self.reads[n] == at_most { n } else { n + 1 })
    }

    fn open_up(&mut self) {
        let (first, last) = (
            self.reads[0].div_euclid(DAY) + 1,
            self.reads[self.reads.len() - 1].div_euclid(DAY) - 1,
        );
        for day in first..=last {
            for (start, end) in self.ranges(day) {
                let from = self.first_reading(day * DAY + i64::from(start));
                let to = if end == 1_440 {
                    self.first_reading((day + 1) * DAY)
                } else {
                    self.last_reading(day * DAY + i64::from(end))
                };
                (from..to).for_each(|n| self.open[n] = true);
            }
        }
    }

    fn ranges(&self, day: i64) -> Vec<(u16, u16)> {
        let first = self
            .case
            .first
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            .timestamp()
            / 86_400;
        let special: Vec<_> = self
            .case
            .exceptions
            .iter()
            .filter(|(off, _)| first + off == day)
            .collect();
        if special.is_empty() {
            self.case.weekly[usize::try_from((day + 3).rem_euclid(7)).unwrap()].clone()
        } else {
            special
                .into_iter()
                .flat_map(|(_, ranges)| ranges.clone())
                .collect()
        }
    }

    fn day(&self, minute: Minute) -> i64 {
        self.reads[self.index(minute)].div_euclid(DAY)
    }

    fn index(&self, minute: Minute) -> usize {
        usize::try_from(minute - self.begin).unwrap()
    }

    /// The minutes that read a date asked for.
    pub fn minutes(&self) -> Vec<Minute> {
        let first = self
            .case
            .first
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            .timestamp()
            / 86_400;
        let asked = first..first + self.case.days.cast_signed();
        let all = self.begin..self.begin + self.reads.len().cast_signed() as i64;
        all.filter(|minute| asked.contains(&self.day(*minute))).collect()
    }

    pub fn is_open(&self, minute: Minute) -> bool {
        self.open[self.index(minute)]
    }

    /// Everything that stands against a start; nothing when it is a slot.
    pub fn reasons(&self, start: Minute) -> Vec<Reason> {
        let case = self.case;
        let end = start + i64::from(case.duration);
        let meets = |one: &&Taken, before: u32, after: u32| {
            let from = one.start - i64::from(before) * 60;
            let to = one.end + i64::from(after) * 60;
            let kept = (start - i64::from(case.before)) * 60..(end + i64::from(case.after)) * 60;
            one.start < one.end && from < kept.end && kept.start < to
        };
        let inside = (start..end).all(|minute| self.is_open(minute));
        let seconds = start * 60;
        let mut reasons = Vec::new();
        let mut add = |holds: bool, reason| {
            if holds {
                reasons.push(reason);
            }
        };
        add(
            case.booked.iter().any(|one| meets(&one, one.before, one.after)),
            Reason::Taken,
        );
        add(case.busy.iter().any(|one| meets(&one, 0, 0)), Reason::Busy);
        add(self.is_full(start), Reason::DayFull);
        add(
            case.horizon
                .is_some_and(|days| self.day(start) > self.today + i64::from(days)),
            Reason::BeyondHorizon,
        );
        add(!inside, Reason::OutsideHours);
        add(seconds < case.now, Reason::Past);
        add(
            seconds >= case.now && seconds < case.now + i64::from(case.notice) * 60,
            Reason::InsideNotice,
        );
        if reasons.is_empty() && !self.on_grid(start) {
            reasons.push(Reason::OffGrid);
        }
        reasons
    }

    fn is_full(&self, start: Minute) -> bool {
        let Some(most) = self.case.most else { return false };
        let zone = crate::case::zone_rules(self.case.zone);
        let real = self.case.booked.iter().filter(|one| one.start < one.end);
        let same_day = real.filter(|one| reading(&zone, one.start).div_euclid(DAY) == self.day(start));
        same_day.count() >= usize::from(most)
    }

    /// Counts from the minute the opening began; from the first of the date, when that was over a week ago.
    fn on_grid(&self, start: Minute) -> bool {
        let day = self.day(start);
        let first_of = |day: i64| self.begin + self.first_reading(day * DAY).cast_signed() as i64;
        let mut anchor = start;
        while anchor > self.begin && self.is_open(anchor - 1) {
            anchor -= 1;
        }
        if anchor < first_of(day - 7) {
            anchor = first_of(day);
        }
        (start - anchor) % i64::from(self.case.step) == 0
    }
}
