//! Series before they are made: looked at occurrence by occurrence, then booked all together or not at all.
//!
//! What a rule proposes is a list of starts; the coach keeps, moves or leaves out each. What is booked is the list, looked
//! at again: between a preview and its booking somebody else may have booked.

pub(crate) mod changes;
pub(crate) mod conflict;
pub(crate) mod plan;
pub(crate) mod seat;

use agenda::{Actor, AppointmentId, Block, FieldProblem, Fields, SeriesId, TypeId};
use chrono::{DateTime, Utc};
use slots::Span;

pub use self::{
    conflict::{Conflict, ConflictKind, OccurrenceConflict, TakenBy},
    plan::{NewOccurrence, NewSeries, Occurrence, SeriesPlan},
};
use crate::{
    Appointment, CoachDesk, Error, Result, Slot,
    appointments::booking::{Wish, whole_minute},
    appointments::views,
    availability::slots_on_offer::{Offer, Shape, duration},
    series::seat::{Seat, refusals, seats},
};

impl CoachDesk {
    /// Every appointment a rule would make, with what stands against each. Nothing is booked.
    pub async fn preview_series(&self, plan: &SeriesPlan, now: DateTime<Utc>) -> Result<Vec<Occurrence>> {
        let shape = self.shape_of_series(plan.type_id, plan.duration_min).await?;
        let zone = self.rows.coach_card().await?.zone;
        let first = zone.local(whole_minute(plan.first)?);
        let starts = plan.repetition.starts(first)?;
        let instants: Vec<DateTime<Utc>> = starts.iter().map(|civil| zone.opening(*civil)).collect();
        let offer = self.offer_around(shape, &instants, &[]).await?;
        let mut occurrences = Vec::with_capacity(starts.len());
        for found in slots::preview(&offer.agenda(now), starts) {
            let span = Span::new(found.slot.start, found.slot.end);
            occurrences.push(Occurrence {
                start: found.slot.start,
                end: found.slot.end,
                conflict: self
                    .conflict(&offer, span, found.refusals.first().copied())
                    .await?,
                nearest: found.nearest.map(|slot| Slot {
                    start: slot.start,
                    end: slot.end,
                }),
            });
        }
        Ok(occurrences)
    }

    /// Starts looked at as one series, in the order given: what a preview is once some were moved or left out.
    pub async fn check_occurrences(
        &self,
        type_id: TypeId,
        duration_min: Option<u32>,
        starts: &[DateTime<Utc>],
        now: DateTime<Utc>,
    ) -> Result<Vec<Occurrence>> {
        let shape = self.shape_of_series(type_id, duration_min).await?;
        let seats = seats(starts.iter().map(|start| (*start, false)), shape)?;
        let offer = self.offer_for(&seats, &[]).await?;
        let mut occurrences = Vec::with_capacity(seats.len());
        for (seat, refusals) in seats.iter().zip(refusals(&offer, &seats, now)?) {
            occurrences.push(Occurrence {
                start: seat.start,
                end: seat.start + shape.duration(),
                conflict: self
                    .conflict(&offer, seat.span(), refusals.first().copied())
                    .await?,
                nearest: None,
            });
        }
        Ok(occurrences)
    }

    /// Books a series: every one of its appointments, or, when anything stands against one of them, none.
    pub async fn create_series(&self, new: &NewSeries, now: DateTime<Utc>) -> Result<Vec<Appointment>> {
        let first = new
            .occurrences
            .first()
            .ok_or_else(|| Error::field("occurrences", FieldProblem::Required))?;
        let wish = Wish {
            by: Actor::Coach,
            message: Block::default(),
        };
        let mut draft = self.draft(&new.common(*first), wish, now).await?;
        let wanted = new.occurrences.iter().map(|it| (it.start, it.outside_rules));
        let seats = seats(wanted, draft.shape)?;
        let offer = self.offer_for(&seats, &[]).await?;
        self.refuse_conflicts(&offer, &seats, now).await?;
        let id = SeriesId::new(now);
        draft.series = Some(id);
        let bookings: Vec<_> = seats.iter().map(|seat| draft.at(seat.start, now)).collect();
        let earliest = seats.iter().map(|it| it.start).min().unwrap_or(first.start);
        let rule = new.repetition.rule(offer.zone.date_of(earliest));
        let booked = self.rows.book_series(id, &rule, &bookings, now).await;
        self.tell_taken(booked, &offer, &seats).await?;
        self.want_room_work();
        Ok(views(self.rows.entries_of_series(id).await?))
    }

    async fn shape_of_series(&self, type_id: TypeId, duration_min: Option<u32>) -> Result<Shape> {
        let mut fields = Fields::new();
        let length = duration(&mut fields, duration_min);
        let shape = self.offered_shape(&mut fields, type_id, length).await;
        Ok(fields.finish(shape)?)
    }

    /// What the engine needs for those starts.
    async fn offer_around(
        &self,
        shape: Shape,
        starts: &[DateTime<Utc>],
        moving: &[AppointmentId],
    ) -> Result<Offer> {
        let first = starts.iter().min().copied().unwrap_or_default();
        let last = starts.iter().max().copied().unwrap_or_default();
        // The nearest free slot is looked for in the week around.
        let week = chrono::TimeDelta::days(7);
        self.offer(shape, first - week, last + week, moving).await
    }

    pub(crate) async fn offer_for(&self, seats: &[Seat], moving: &[AppointmentId]) -> Result<Offer> {
        let starts: Vec<_> = seats.iter().map(|seat| seat.start).collect();
        let shape = seats.first().map(|seat| seat.shape);
        let shape = shape.ok_or_else(|| Error::field("occurrences", FieldProblem::Required))?;
        self.offer_around(shape, &starts, moving).await
    }
}
