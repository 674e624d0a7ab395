//! A series looked at before it is made: which occurrences stand in conflict, and where each could go.

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::agenda::{Agenda, Window};
use crate::bookings::{Booked, Bookings};
use crate::check::{Refusal, refusals};
use crate::slot::Slot;
use crate::span::{Span, ceil, floor};
use crate::sweep::free_slots;
use crate::zone::Day;

/// How many days before and after are searched for another slot. A week further on, a weekly series has its
/// next occurrence.
const REACH: u64 = 7;

/// One appointment of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its start on the wall clock.
    pub civil: NaiveDateTime,
    /// Its start and end.
    pub slot: Slot,
    /// What stands against it, gravest first; [`Refusal::OffGrid`] does not, for a series repeats a time of
    /// day and not a step.
    pub refusals: Vec<Refusal>,
    /// The closest free slot within a week, when something stands against it; the rest of the series,
    /// and what was proposed for earlier occurrences, are kept clear of.
    pub nearest: Option<Slot>,
}

/// Looks at each start of a series, in the order given.
pub fn preview(agenda: &Agenda<'_>, starts: impl IntoIterator<Item = NaiveDateTime>) -> Vec<Occurrence> {
    let starts: Vec<NaiveDateTime> = starts.into_iter().collect();
    let mut held = Held::new(agenda, &starts);
    let mut series: Vec<Occurrence> = starts.into_iter().map(|civil| held.look(civil)).collect();
    for occurrence in series.iter_mut().filter(|one| !one.refusals.is_empty()) {
        occurrence.nearest = held.propose(occurrence);
    }
    series
}

/// The agenda, with what the series itself holds so far.
struct Held<'a> {
    agenda: Agenda<'a>,
    bookings: Bookings,
}

impl<'a> Held<'a> {
    fn new(agenda: &Agenda<'a>, starts: &[NaiveDateTime]) -> Self {
        let dates = || starts.iter().map(NaiveDateTime::date);
        let near = dates().min().zip(dates().max()).and_then(|(first, last)| {
            let margin = 2 * REACH.cast_signed();
            Span::of(
                Day::of(first).plus(-margin).midnight(),
                Day::of(last).plus(margin).midnight(),
            )
        });
        let bookings = near.map(|near| agenda.bookings.around(near)).unwrap_or_default();
        Self {
            agenda: *agenda,
            bookings,
        }
    }

    fn agenda(&self) -> Agenda<'_> {
        Agenda {
            bookings: &self.bookings,
            ..self.agenda
        }
    }

    /// An occurrence that meets nothing is held, even where the hours or the notice speak against it: the
    /// coach may keep it.
    fn look(&mut self, civil: NaiveDateTime) -> Occurrence {
        let start = floor(self.agenda.zone.opening(civil));
        let slot = Slot::at(start, self.agenda.rules.duration.ticks());
        let mut refusals = refusals(&self.agenda(), slot.start);
        refusals.retain(|refusal| *refusal != Refusal::OffGrid);
        let occurrence = Occurrence {
            civil,
            slot,
            refusals,
            nearest: None,
        };
        if occurrence.is_held() {
            self.hold(slot);
        }
        occurrence
    }

    /// The occurrence itself leaves its place if it takes the one proposed.
    fn propose(&mut self, occurrence: &Occurrence) -> Option<Slot> {
        if occurrence.is_held() {
            self.bookings = self.bookings.without(self.booked(occurrence.slot));
        }
        let window = dates_around(occurrence.civil.date());
        let nearest = free_slots(&self.agenda(), window).nearest(occurrence.slot.start);
        if let Some(slot) = nearest {
            self.hold(slot);
        }
        if occurrence.is_held() {
            self.hold(occurrence.slot);
        }
        nearest
    }

    fn hold(&mut self, slot: Slot) {
        let booked = self.booked(slot);
        self.bookings.insert(booked);
    }

    fn booked(&self, slot: Slot) -> Booked {
        let span = Span {
            start: floor(slot.start),
            end: ceil(slot.end),
        };
        Booked {
            span,
            before: self.agenda.rules.before,
            after: self.agenda.rules.after,
        }
    }
}

impl Occurrence {
    fn is_held(&self) -> bool {
        !self
            .refusals
            .iter()
            .any(|refusal| matches!(refusal, Refusal::Taken(_) | Refusal::Busy(_)))
    }
}

fn dates_around(date: NaiveDate) -> Window {
    let from = date.checked_sub_days(Days::new(REACH)).unwrap_or(NaiveDate::MIN);
    let to = date.checked_add_days(Days::new(REACH)).unwrap_or(NaiveDate::MAX);
    Window::Dates(from, to)
}
