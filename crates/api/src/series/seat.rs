//! Places in the agenda that the appointments of a series are to take, held against the rules in their order.

use agenda::Fields;
use chrono::{DateTime, Utc};
use slots::{Booked, Bookings, Refusal, Span};

use crate::{
    Result,
    appointments::booking::whole_minute,
    availability::slots_on_offer::{Offer, Shape},
};

/// A place in the agenda that an appointment is to take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat {
    pub(crate) start: DateTime<Utc>,
    pub(crate) shape: Shape,
    /// Whether the coach passes over what may be passed over.
    pub(crate) outside_rules: bool,
}

impl Seat {
    pub(crate) fn span(&self) -> Option<Span> {
        Span::new(self.start, self.start + self.shape.duration())
    }
}

pub(crate) fn is_taken(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Taken(_))
}

/// The seats of one shape, at most 104. Seconds are cut off.
pub(crate) fn seats(starts: impl Iterator<Item = (DateTime<Utc>, bool)>, shape: Shape) -> Result<Vec<Seat>> {
    let seats: Vec<Seat> = starts
        .map(|(start, outside_rules)| {
            Ok(Seat {
                start: whole_minute(start)?,
                shape,
                outside_rules,
            })
        })
        .collect::<Result<_>>()?;
    let mut fields = Fields::new();
    let count = u32::try_from(seats.len()).unwrap_or(u32::MAX);
    fields.within("occurrences", count, 1..=u32::from(agenda::MAX_OCCURRENCES));
    Ok(fields.finish(Some(seats))?)
}

/// What stands against each seat, gravest first, when those before it are taken already. That no step of the grid starts
/// there is no reason: a series keeps a time of day.
pub(crate) fn refusals(offer: &Offer, seats: &[Seat], now: DateTime<Utc>) -> Result<Vec<Vec<Refusal>>> {
    let mut held: Bookings = offer.agenda(now).bookings.clone();
    let mut found = Vec::with_capacity(seats.len());
    for seat in seats {
        let rules = offer.rules_of(seat.shape)?;
        let agenda = slots::Agenda {
            bookings: &held,
            rules: &rules,
            ..offer.agenda(now)
        };
        let mut against = slots::refusals(&agenda, seat.start);
        against.retain(|it| *it != Refusal::OffGrid);
        if let Some(span) = seat.span().filter(|_| !against.iter().any(|it| is_taken(*it))) {
            held.insert(Booked {
                span,
                before: rules.before,
                after: rules.after,
            });
        }
        found.push(against);
    }
    Ok(found)
}
