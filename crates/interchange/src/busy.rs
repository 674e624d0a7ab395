//! iCalendar (RFC 5545) read for one thing: when somebody is busy.
//!
//! Nothing else of a calendar is kept: no titles, no places, no people. What counts as busy is decided in
//! docs/decisions, "What counts as busy". A calendar that could not be read whole is an error, never half a calendar: what
//! was not understood inside one that could is counted and told.

mod clock;
mod event;
mod freebusy;
mod group;
mod length;
mod lines;
mod moment;
mod rule;
mod told_clock;

use std::collections::BTreeSet;

use calcard::{Entry, Parser, icalendar::ICalendar};
use slots::{Span, Spans, Zone};

use crate::{Progress, Stopped, progress::look};
use clock::Clocks;
use event::Event;
use group::{Expansion, grouped};

/// The largest file that is read, in bytes.
pub const LARGEST_CALENDAR: usize = 10 << 20;

/// When somebody is busy, as a calendar says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BusyTimes {
    /// What the calendar calls itself, at most 120 characters.
    pub name: Option<String>,
    /// Times of the clock.
    pub timed: Spans,
    /// Whole days of the coach's zone.
    pub all_day: Spans,
    /// How many events there were.
    pub events: usize,
    /// How many of them, or of their repetitions, were not understood.
    pub not_understood: usize,
    /// Names of time zones nobody knows; their times were taken as the coach's own. At most ten.
    pub unknown_zones: Vec<String>,
}

/// Why a file says nothing about when somebody is busy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More than [`LARGEST_CALENDAR`].
    #[error("larger than 10 MiB")]
    TooLarge,
    /// Something else: a web page, a picture, nothing.
    #[error("not an iCalendar file")]
    NotACalendar,
    /// Its end is missing.
    #[error("the file ends too soon")]
    CutShort,
    /// More lines, events or repetitions than any real calendar has.
    #[error("more events than are read")]
    TooMuch,
    /// Whoever asked thought better of it, or has waited long enough.
    #[error("stopped")]
    Stopped,
}

impl From<Stopped> for Unreadable {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// When the owner of this calendar is busy inside `window`. Whole days, and times without a zone, are those of `here`.
pub fn busy_times(
    file: &[u8],
    here: &Zone,
    window: Span,
    progress: &dyn Progress,
) -> Result<BusyTimes, Unreadable> {
    if file.len() > LARGEST_CALENDAR {
        return Err(Unreadable::TooLarge);
    }
    let text = lines::sifted(file)?;
    let mut read = Reading {
        expansion: Expansion::new(here, window),
        name: None,
        unknown_zones: BTreeSet::new(),
        events: 0,
    };
    for calendar in calendars(&text)? {
        read.calendar(&calendar, here, progress)?;
    }
    Ok(read.done(window))
}

/// The calendars of a file, which may hold several.
fn calendars(text: &str) -> Result<Vec<ICalendar>, Unreadable> {
    let mut parser = Parser::new(text);
    let mut found = Vec::new();
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => found.push(calendar),
            Entry::Eof => return Ok(found),
            Entry::TooManyComponents => return Err(Unreadable::TooMuch),
            Entry::UnterminatedComponent(_) => return Err(Unreadable::CutShort),
            _ => {}
        }
    }
}

struct Reading<'a> {
    expansion: Expansion<'a>,
    name: Option<String>,
    unknown_zones: BTreeSet<String>,
    events: usize,
}

impl Reading<'_> {
    fn calendar(
        &mut self,
        calendar: &ICalendar,
        here: &Zone,
        progress: &dyn Progress,
    ) -> Result<(), Unreadable> {
        let about = event::About::of(calendar);
        let mut clocks = Clocks::of(calendar, here, self.expansion.last());
        let mut events = Vec::new();
        for component in event::events(calendar) {
            self.events += 1;
            match Event::read(component, &about, &mut clocks) {
                Some(event) => events.push(event),
                None => self.expansion.not_understood += 1,
            }
        }
        let groups = grouped(events);
        let total = groups.len();
        for (done, group) in groups.iter().enumerate() {
            look(progress, done, total)?;
            self.expansion.add(group)?;
        }
        self.expansion.timed.extend(freebusy::spans(calendar));
        self.name = self.name.take().or(about.name);
        self.unknown_zones.extend(clocks.unknown);
        Ok(())
    }

    fn done(self, window: Span) -> BusyTimes {
        let spans = |all: Vec<Span>| Spans::new(all).cut(window);
        BusyTimes {
            name: self.name,
            timed: spans(self.expansion.timed),
            all_day: spans(self.expansion.all_day),
            events: self.events,
            not_understood: self.expansion.not_understood,
            unknown_zones: self.unknown_zones.into_iter().take(10).collect(),
        }
    }
}
