//! All that has one UID: an event, its repetitions, and what takes the place of some of them.

use std::collections::{HashMap, HashSet};

use calcard::{common::PartialDateTime, icalendar::ICalendarRecurrenceRule};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use slots::{Span, Zone};

use super::{
    Unreadable,
    event::{Event, InsteadOf},
    length::Length,
    moment::{Moment, offset},
    rule::{self, RuleProblem},
};
use crate::calendar::of_civil;

/// Repetitions counted through in one file, before the window included.
const MOST_REPETITIONS: usize = 500_000;
/// Busy times in one file, before they are merged.
const MOST_SPANS: usize = 200_000;

/// Events of one UID; one without is alone.
pub(super) fn grouped(events: Vec<Event>) -> Vec<Vec<Event>> {
    let mut place: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<Event>> = Vec::new();
    for event in events {
        let known = event.uid.as_ref().and_then(|uid| place.get(uid).copied());
        if let Some(group) = known.and_then(|at| groups.get_mut(at)) {
            group.push(event);
            continue;
        }
        if let Some(uid) = &event.uid {
            place.insert(uid.clone(), groups.len());
        }
        groups.push(vec![event]);
    }
    groups
}

/// The busy times of events inside a window, as they add up.
pub(super) struct Expansion<'a> {
    here: &'a Zone,
    window: Span,
    repetitions_left: usize,
    pub(super) timed: Vec<Span>,
    pub(super) all_day: Vec<Span>,
    pub(super) not_understood: usize,
}

impl<'a> Expansion<'a> {
    pub(super) fn new(here: &'a Zone, window: Span) -> Self {
        Self {
            here,
            window,
            repetitions_left: MOST_REPETITIONS,
            timed: Vec::new(),
            all_day: Vec::new(),
            not_understood: 0,
        }
    }

    /// The last instant that matters.
    pub(super) fn last(&self) -> DateTime<Utc> {
        self.window.end()
    }

    /// Adds a group. An event written twice counts as it was last changed; as often changed, it counts twice: better
    /// blocked too often than not.
    pub(super) fn add(&mut self, group: &[Event]) -> Result<(), Unreadable> {
        let (others, events): (Vec<_>, Vec<_>) = group.iter().partition(|it| it.instead_of.is_some());
        let exceptions = Exceptions::of(&others);
        let newest = events.iter().map(|it| it.sequence).max();
        for event in events.iter().filter(|it| Some(it.sequence) == newest) {
            self.not_understood += usize::from(event.is_odd);
            self.repeated(event, &exceptions)?;
        }
        for event in exceptions.all.iter().filter(|it| it.blocks) {
            self.push(&event.start, event.length)?;
        }
        Ok(())
    }

    fn repeated(&mut self, event: &Event, exceptions: &Exceptions) -> Result<(), Unreadable> {
        let excluded = Excluded::of(&event.except);
        let mut seen = HashSet::new();
        for (at, length) in self.occurrences(event)? {
            if excluded.holds(&at) || exceptions.replaced.holds(&at) || !seen.insert(at.instant()) {
                continue;
            }
            match exceptions.changed(&at) {
                Some((change, from)) if change.blocks => {
                    let shift = change.start.civil - from.civil;
                    let civil = at.civil.checked_add_signed(shift).unwrap_or(at.civil);
                    self.push(&change.start.reading(civil), change.length)?;
                }
                None if event.blocks => self.push(&at, length.unwrap_or(event.length))?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Every time an event takes place, as far as the window; exceptions included.
    fn occurrences(&mut self, event: &Event) -> Result<Vec<(Moment, Option<Length>)>, Unreadable> {
        let mut all = vec![(event.start.clone(), None)];
        all.extend(event.more.iter().cloned());
        let last = event.start.clock.reads(self.last());
        for rule in &event.rules {
            let rule = ending_in_wall_time(rule, &event.start);
            match rule::times(&rule, event.start.civil, last, self.repetitions_left) {
                Ok(times) => {
                    self.repetitions_left -= times.len();
                    all.extend(times.into_iter().map(|civil| (event.start.reading(civil), None)));
                }
                Err(RuleProblem::TooMany) => return Err(Unreadable::TooMuch),
                Err(RuleProblem::NotUnderstood) => self.not_understood += 1,
            }
        }
        Ok(all)
    }

    fn push(&mut self, start: &Moment, length: Length) -> Result<(), Unreadable> {
        let end = length.after(start).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let Some(span) = Span::new(self.start_of(start), end).filter(|span| span.overlaps(&self.window))
        else {
            return Ok(());
        };
        if self.timed.len() + self.all_day.len() >= MOST_SPANS {
            return Err(Unreadable::TooMuch);
        }
        if start.is_date {
            self.all_day.push(span);
        } else {
            self.timed.push(span);
        }
        Ok(())
    }

    /// A day begins when its midnight does, or what follows where midnight is missing.
    fn start_of(&self, start: &Moment) -> DateTime<Utc> {
        if start.is_date {
            self.here.start_of_day(start.civil.date())
        } else {
            start.instant()
        }
    }
}

/// Repetitions that do not take place, by instant or by date.
#[derive(Default)]
struct Excluded {
    instants: HashSet<DateTime<Utc>>,
    dates: HashSet<NaiveDate>,
    /// Times of the clock by which an all-day event was excluded: some programs write them so.
    readings: HashSet<NaiveDateTime>,
}

impl Excluded {
    fn of<'a>(moments: impl IntoIterator<Item = &'a Moment>) -> Self {
        let mut all = Self::default();
        for at in moments {
            if at.is_date {
                all.dates.insert(at.civil.date());
            } else {
                all.instants.insert(at.instant());
                all.readings.insert(at.civil);
            }
        }
        all
    }

    fn holds(&self, at: &Moment) -> bool {
        self.dates.contains(&at.civil.date())
            || self.instants.contains(&at.instant())
            || (at.is_date && self.readings.contains(&at.civil))
    }
}

/// What takes the place of repetitions.
struct Exceptions<'a> {
    /// The newest for each repetition.
    all: Vec<&'a Event>,
    replaced: Excluded,
    /// Those that hold from then on, in order.
    later: Vec<(&'a Event, &'a InsteadOf)>,
}

impl<'a> Exceptions<'a> {
    fn of(others: &[&'a Event]) -> Self {
        let mut newest: HashMap<DateTime<Utc>, i64> = HashMap::new();
        let told = others
            .iter()
            .filter_map(|it| Some((*it, it.instead_of.as_ref()?)));
        for (event, instead) in told.clone() {
            let known = newest.entry(instead.at.instant()).or_insert(event.sequence);
            *known = event.sequence.max(*known);
        }
        let all: Vec<_> = told
            .filter(|(event, instead)| newest.get(&instead.at.instant()) == Some(&event.sequence))
            .collect();
        let mut later: Vec<_> = all.iter().copied().filter(|(_, it)| it.and_later).collect();
        later.sort_by_key(|(_, instead)| instead.at.instant());
        Self {
            replaced: Excluded::of(all.iter().map(|(_, instead)| &instead.at)),
            all: all.into_iter().map(|(event, _)| event).collect(),
            later,
        }
    }

    /// The change that holds for a repetition, and from which one on.
    fn changed(&self, at: &Moment) -> Option<(&'a Event, &'a Moment)> {
        let instant = at.instant();
        let found = self.later.iter().rfind(|(_, it)| it.at.instant() <= instant);
        found.map(|(event, instead)| (*event, &instead.at))
    }
}

/// The rule with its end as the event's own clock reads it: ends are mostly said in UTC. Whole days end with the date
/// that is said, whatever time and zone are said with it.
fn ending_in_wall_time(rule: &ICalendarRecurrenceRule, start: &Moment) -> ICalendarRecurrenceRule {
    let local = |until: &PartialDateTime| {
        let said = until.to_date_time()?.date_time;
        if start.is_date {
            return said.date().and_hms_opt(23, 59, 59);
        }
        let utc = said.checked_sub_signed(offset(until)?)?;
        Some(start.clock.reads(utc.and_utc()))
    };
    let until = rule.until.as_ref();
    ICalendarRecurrenceRule {
        until: until.map(|until| local(until).map_or_else(|| until.clone(), of_civil)),
        ..rule.clone()
    }
}
