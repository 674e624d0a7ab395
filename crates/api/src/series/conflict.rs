//! What stands against the appointments of a series, told one by one.

use agenda::{AppointmentId, Opening};
use chrono::{DateTime, Utc};
use serde::Serialize;
use slots::{Refusal, Span};
use specta::Type;

use crate::{
    CoachDesk, Error, Result,
    availability::slots_on_offer::Offer,
    series::seat::{Seat, is_taken, refusals},
};

/// What stands against an appointment, the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Another appointment has that time, or keeps it free around itself. The coach cannot pass over this.
    Taken,
    /// A calendar of others says the coach is busy then.
    BusyElsewhere,
    /// The day has its most appointments.
    DayFull,
    /// Later than the horizon.
    BeyondHorizon,
    /// An exception closes the date.
    Closed,
    /// Outside the opening hours.
    OutsideHours,
    /// Before now.
    Past,
    /// Sooner than the notice allows.
    InsideNotice,
}

/// The appointment that has a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakenBy {
    /// Which.
    pub id: AppointmentId,
    /// Who is met.
    pub person: String,
    /// Its type's name.
    pub type_name: String,
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end.
    pub end: DateTime<Utc>,
}

/// What stands against one appointment of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// What it is.
    pub kind: ConflictKind,
    /// Who has the time; none when it is another appointment of the same series.
    pub taken_by: Option<TakenBy>,
    /// What the exception that closes the date is called, possibly empty.
    pub closed_for: Option<String>,
    /// The coach may choose to book all the same.
    pub may_pass_over: bool,
}

/// What stands against an appointment of a series, by its place in the list that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OccurrenceConflict {
    /// Its place in that list, from 0; of a series that is changed: among those that would change.
    pub index: u32,
    /// The start that was wanted.
    pub start: DateTime<Utc>,
    /// What it is.
    pub conflict: Conflict,
}

impl CoachDesk {
    /// Tells everything that stands against any of the seats and that the coach did not choose to pass over.
    pub(crate) async fn refuse_conflicts(
        &self,
        offer: &Offer,
        seats: &[Seat],
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut conflicts = Vec::new();
        for (index, (seat, refusals)) in seats.iter().zip(refusals(offer, seats, now)?).enumerate() {
            let gravest = refusals.first().copied();
            let against = gravest.filter(|it| is_taken(*it) || !seat.outside_rules);
            if let Some(conflict) = self.conflict(offer, seat.span(), against).await? {
                conflicts.push(at(index, seat, conflict));
            }
        }
        if !conflicts.is_empty() {
            return Err(Error::conflicts(conflicts));
        }
        if seats.iter().all(|seat| seat.outside_rules) {
            return Ok(());
        }
        self.refuse_unread_feeds(now).await
    }

    /// What the database refused though nothing stood against it a moment ago, told in the same way.
    pub(crate) async fn tell_taken(
        &self,
        done: store::Result<()>,
        offer: &Offer,
        seats: &[Seat],
    ) -> Result<()> {
        let Err(store::Error::SomeTaken(places)) = done else {
            return Ok(done?);
        };
        let mut conflicts = Vec::with_capacity(places.len());
        for index in places {
            let Some(seat) = seats.get(index) else { continue };
            let taken = seat.span().map(Refusal::Taken);
            if let Some(conflict) = self.conflict(offer, seat.span(), taken).await? {
                conflicts.push(at(index, seat, conflict));
            }
        }
        Err(Error::conflicts(conflicts))
    }

    pub(crate) async fn conflict(
        &self,
        offer: &Offer,
        span: Option<Span>,
        refusal: Option<Refusal>,
    ) -> Result<Option<Conflict>> {
        let (Some(refusal), Some(span)) = (refusal, span) else {
            return Ok(None);
        };
        let closed_for = match refusal {
            Refusal::OutsideHours => self.closed_for(offer, span).await?,
            _ => None,
        };
        let taken_by = match refusal {
            Refusal::Taken(by) => self.taken_by(by).await?,
            _ => None,
        };
        let kind = match refusal {
            Refusal::Taken(_) => ConflictKind::Taken,
            Refusal::Busy(_) => ConflictKind::BusyElsewhere,
            Refusal::DayFull(_) => ConflictKind::DayFull,
            Refusal::BeyondHorizon(_) => ConflictKind::BeyondHorizon,
            Refusal::OutsideHours | Refusal::OffGrid if closed_for.is_some() => ConflictKind::Closed,
            Refusal::OutsideHours | Refusal::OffGrid => ConflictKind::OutsideHours,
            Refusal::Past => ConflictKind::Past,
            Refusal::InsideNotice(_) => ConflictKind::InsideNotice,
        };
        Ok(Some(Conflict {
            kind,
            taken_by,
            closed_for,
            may_pass_over: kind != ConflictKind::Taken,
        }))
    }

    /// The label of the exception that closes the date on which `span` starts.
    async fn closed_for(&self, offer: &Offer, span: Span) -> Result<Option<String>> {
        let date = offer.zone.date_of(span.start());
        let exceptions = self.rows.exceptions(date).await?;
        Ok(exceptions
            .into_iter()
            .map(|it| it.card)
            .find(|it| it.opening == Opening::Closed && (it.from..=it.to).contains(&date))
            .map(|it| it.label.to_string()))
    }

    async fn taken_by(&self, span: Span) -> Result<Option<TakenBy>> {
        let meeting = self.rows.entries_between(span.start(), span.end()).await?;
        let scheduled = meeting
            .into_iter()
            .find(|it| it.appointment.status == agenda::Status::Scheduled);
        Ok(scheduled.map(|it| TakenBy {
            id: it.appointment.id,
            person: it.appointment.person.name().to_string(),
            type_name: it.type_name.to_string(),
            start: it.appointment.start,
            end: it.appointment.end,
        }))
    }
}

fn at(index: usize, seat: &Seat, conflict: Conflict) -> OccurrenceConflict {
    OccurrenceConflict {
        index: u32::try_from(index).unwrap_or(u32::MAX),
        start: seat.start,
        conflict,
    }
}
