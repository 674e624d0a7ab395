//! VTIMEZONE: a clock whose changes the file tells, for zones whose name means nothing to anybody else.

use calcard::{
    common::PartialDateTime,
    icalendar::{
        ICalendarComponent, ICalendarProperty as Property, ICalendarRecurrenceRule, ICalendarValue as Value,
    },
};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::{moment, rule};

/// More changes than a clock of some centuries has.
const MOST_CHANGES: usize = 4_000;

/// A change of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    /// What the clock reads as it changes, running as before.
    at: NaiveDateTime,
    /// Ahead of UTC before it.
    from: TimeDelta,
    /// Ahead of UTC from then on.
    to: TimeDelta,
}

/// A clock and all its changes, in order; at least one.
#[derive(Debug)]
pub(super) struct ToldClock {
    first: Change,
    changes: Vec<Change>,
}

impl ToldClock {
    /// The clock that these observances tell, up to `last`. None where they tell nothing.
    pub(super) fn of<'a>(
        observances: impl Iterator<Item = &'a ICalendarComponent>,
        last: DateTime<Utc>,
    ) -> Option<Self> {
        let last = last.naive_utc() + TimeDelta::days(2);
        let mut changes: Vec<Change> = observances
            .filter_map(|part| changes(part, last))
            .flatten()
            .take(MOST_CHANGES)
            .collect();
        changes.sort_unstable();
        let first = *changes.first()?;
        Some(Self { first, changes })
    }

    /// How far ahead of UTC the clock is as it reads `civil`: in a fold the first time, in a gap as before it.
    pub(super) fn offset_at(&self, civil: NaiveDateTime) -> TimeDelta {
        let holds_from = |change: &Change| change.at + (change.to - change.from).max(TimeDelta::zero());
        let held = self.changes.iter().rfind(|change| holds_from(change) <= civil);
        held.map_or(self.first.from, |change| change.to)
    }

    /// How far ahead of UTC the clock is at an instant.
    pub(super) fn offset_since(&self, at: DateTime<Utc>) -> TimeDelta {
        let instant = |change: &Change| change.at - change.from;
        let held = self
            .changes
            .iter()
            .rfind(|change| instant(change) <= at.naive_utc());
        held.map_or(self.first.from, |change| change.to)
    }
}

fn changes(part: &ICalendarComponent, last: NaiveDateTime) -> Option<Vec<Change>> {
    let at = |name: &Property| {
        part.entries
            .iter()
            .find(|entry| entry.name == *name)
            .and_then(|entry| entry.values.first())
            .and_then(|value| match value {
                Value::PartialDateTime(at) => Some(&**at),
                _ => None,
            })
    };
    let from = moment::offset(at(&Property::Tzoffsetfrom)?)?;
    let to = moment::offset(at(&Property::Tzoffsetto)?)?;
    let start = civil(at(&Property::Dtstart)?)?;
    let mut onsets = vec![start];
    for entry in &part.entries {
        for value in &entry.values {
            match (&entry.name, value) {
                (Property::Rrule, Value::RecurrenceRule(rule)) => {
                    let local = |it: &PartialDateTime| until(it, from);
                    let rule = ICalendarRecurrenceRule {
                        until: rule.until.as_ref().map(local),
                        ..(**rule).clone()
                    };
                    onsets.extend(rule::times(&rule, start, last, MOST_CHANGES).unwrap_or_default());
                }
                (Property::Rdate, Value::PartialDateTime(at)) => onsets.extend(civil(at)),
                _ => {}
            }
        }
    }
    Some(onsets.into_iter().map(|at| Change { at, from, to }).collect())
}

fn civil(at: &PartialDateTime) -> Option<NaiveDateTime> {
    let date = chrono::NaiveDate::from_ymd_opt(i32::from(at.year?), at.month?.into(), at.day?.into())?;
    let small = |part: Option<u8>| u32::from(part.unwrap_or_default());
    // Years far outside the calendar would overflow on the way to UTC.
    let within = (1..=9999).contains(&i32::from(at.year?));
    date.and_hms_opt(small(at.hour), small(at.minute), small(at.second))
        .filter(|_| within)
}

/// An end said in UTC, as the clock reads it running as before the change.
fn until(at: &PartialDateTime, ahead: TimeDelta) -> PartialDateTime {
    let local = at.has_zone().then(|| civil(at)).flatten().map(|it| it + ahead);
    local.map_or_else(|| at.clone(), crate::calendar::of_civil)
}
