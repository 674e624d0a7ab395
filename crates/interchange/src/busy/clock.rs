//! Whose clock a time is read from.
//!
//! A zone's name, where anybody knows it, has the word over the rules written beside it: the rules in calendars are older
//! than the law, and those of the system are kept up to date.

use std::{
    collections::{BTreeSet, HashMap},
    str::FromStr,
    sync::Arc,
};

use calcard::{
    common::timezone::Tz,
    icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty as Property},
};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use slots::Zone;

use super::told_clock::ToldClock;

/// A clock that calendars read times from.
#[derive(Debug, Clone)]
pub(super) enum Clock {
    /// Always as far ahead of UTC.
    Fixed(TimeDelta),
    /// That of a zone with a name.
    Zone(Zone),
    /// One whose changes the file itself tells.
    Told(Arc<ToldClock>),
}

impl Clock {
    /// The instant meant by a reading (RFC 5545, 3.3.5).
    pub(super) fn instant(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Fixed(ahead) => before(civil, *ahead),
            Self::Zone(zone) => zone.reading(civil),
            Self::Told(told) => before(civil, told.offset_at(civil)),
        }
    }

    /// What the clock reads at an instant.
    pub(super) fn reads(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let ahead = match self {
            Self::Zone(zone) => return zone.local(at),
            Self::Fixed(ahead) => *ahead,
            Self::Told(told) => told.offset_since(at),
        };
        at.naive_utc().checked_add_signed(ahead).unwrap_or(at.naive_utc())
    }
}

fn before(civil: NaiveDateTime, ahead: TimeDelta) -> DateTime<Utc> {
    civil.checked_sub_signed(ahead).unwrap_or(civil).and_utc()
}

/// The clocks a calendar names.
pub(super) struct Clocks {
    here: Zone,
    known: HashMap<String, Clock>,
    /// Names that nobody knows.
    pub(super) unknown: BTreeSet<String>,
}

/// A file that names more clocks than this is not believed to mean them.
const MOST_UNKNOWN: usize = 100;

impl Clocks {
    /// Those a calendar tells, their changes up to `last`, and that of `here` for times without a zone.
    pub(super) fn of(calendar: &ICalendar, here: &Zone, last: DateTime<Utc>) -> Self {
        let mut known = HashMap::new();
        for component in calendar.timezones() {
            let Some(id) = text(component, &Property::Tzid) else {
                continue;
            };
            if let Some(clock) = told(calendar, component, id, last) {
                known.entry(id.to_owned()).or_insert(clock);
            }
        }
        Self {
            here: here.clone(),
            known,
            unknown: BTreeSet::new(),
        }
    }

    pub(super) fn here(&self) -> Clock {
        Clock::Zone(self.here.clone())
    }

    /// The clock of that name; that of the coach where nobody knows it.
    pub(super) fn named(&mut self, name: &str) -> Clock {
        if let Some(clock) = self.known.get(name) {
            return clock.clone();
        }
        let found = zone_called(name).map(Clock::Zone);
        if found.is_none() && self.unknown.len() < MOST_UNKNOWN {
            self.unknown.insert(name.chars().take(80).collect());
        }
        let clock = found.unwrap_or_else(|| self.here());
        if self.known.len() < 2 * MOST_UNKNOWN {
            self.known.insert(name.to_owned(), clock.clone());
        }
        clock
    }
}

fn told(
    calendar: &ICalendar,
    component: &ICalendarComponent,
    id: &str,
    last: DateTime<Utc>,
) -> Option<Clock> {
    let alias = Property::Other("X-LIC-LOCATION".to_owned());
    zone_called(id)
        .or_else(|| text(component, &alias).and_then(zone_called))
        .map(Clock::Zone)
        .or_else(|| {
            let parts = component
                .component_ids
                .iter()
                .filter_map(|part| calendar.components.get(usize::try_from(*part).ok()?))
                .filter(|part| {
                    matches!(
                        part.component_type,
                        ICalendarComponentType::Standard | ICalendarComponentType::Daylight
                    )
                });
            ToldClock::of(parts, last).map(|told| Clock::Told(Arc::new(told)))
        })
}

pub(super) fn text<'a>(component: &'a ICalendarComponent, name: &Property) -> Option<&'a str> {
    let entry = component.entries.iter().find(|entry| entry.name == *name)?;
    entry.values.first()?.as_text()
}

/// The zone of an IANA name, also behind a path of a program (`/freeassociation.sourceforge.net/Europe/Paris`), or of
/// one of Windows' names (`Romance Standard Time`). What the latter mean is calcard's to say; the rules are ours.
fn zone_called(name: &str) -> Option<Zone> {
    let name = name.trim().trim_matches('"');
    let path: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
    let endings = (0..path.len()).map(|from| path[from..].join("/"));
    let windows = || Zone::parse(&Tz::from_str(name).ok()?.name()?).ok();
    // America/Argentina/Ushuaia has three parts; more are no zone.
    endings
        .filter(|ending| ending.matches('/').count() <= 2)
        .take(8)
        .find_map(|ending| Zone::parse(&ending).ok())
        .or_else(windows)
}
