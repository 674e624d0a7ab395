//! Series before they are made: looked at occurrence by occurrence, then booked all together or not at all.
//!
//! What a rule proposes is a list of starts; the coach keeps, moves or leaves out each. What is booked is the list, looked
//! at again: between a preview and its booking somebody else may have booked.

use agenda::{
    Actor, AppointmentId, Block, FieldProblem, Fields, MeetingKind, Opening, ReasonId, Repetition, SeriesId,
    TypeId,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use slots::{Booked, Bookings, Refusal, Span};
use specta::Type;

use crate::{
    Appointment, CoachDesk, Error, NewAppointment, NewPerson, Result, Slot,
    appointments::views,
    booking::{Wish, duration, whole_minute},
    slots_on_offer::{Offer, Shape},
};

/// A rule to look at.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SeriesPlan {
    /// What kind of meetings.
    pub type_id: TypeId,
    /// How long each, 5 to 1440; none for the type's.
    pub duration_min: Option<u32>,
    /// The first start. The others have its time of day in the coach's zone.
    pub first: DateTime<Utc>,
    /// How it repeats.
    pub repetition: Repetition,
}

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

/// One appointment a series would have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Occurrence {
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end.
    pub end: DateTime<Utc>,
    /// What stands against it.
    pub conflict: Option<Conflict>,
    /// When something does: the closest free slot within a week that the others do not need.
    pub nearest: Option<Slot>,
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

/// One appointment of a series to be made.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewOccurrence {
    /// When: as the rule has it, or moved.
    pub start: DateTime<Utc>,
    /// The coach's explicit choice to pass over hours, notice, horizon and the past for this one.
    pub outside_rules: bool,
}

/// A series to be made.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewSeries {
    /// With whom.
    pub person: NewPerson,
    /// What kind of meetings.
    pub type_id: TypeId,
    /// Why.
    pub reason_id: Option<ReasonId>,
    /// How one meets.
    pub kind: MeetingKind,
    /// At most 200 characters.
    pub title: String,
    /// At most 5000 characters.
    pub description: String,
    /// Where one meets in person, at most 300 characters.
    pub place: String,
    /// The number to call, at most 40 characters.
    pub phone: String,
    /// How long each, 5 to 1440; none for the type's.
    pub duration_min: Option<u32>,
    /// How it repeats: kept, so that it can be told.
    pub repetition: Repetition,
    /// Those to be made, 1 to 104. The ones left out are not in the list.
    pub occurrences: Vec<NewOccurrence>,
}

impl NewSeries {
    /// What all of them have in common, as one appointment.
    fn common(&self, first: NewOccurrence) -> NewAppointment {
        NewAppointment {
            person: self.person.clone(),
            type_id: self.type_id,
            reason_id: self.reason_id,
            kind: self.kind,
            title: self.title.clone(),
            description: self.description.clone(),
            place: self.place.clone(),
            phone: self.phone.clone(),
            start: first.start,
            duration_min: self.duration_min,
            outside_rules: first.outside_rules,
        }
    }
}

/// A place in the agenda that an appointment is to take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat {
    pub(crate) start: DateTime<Utc>,
    pub(crate) shape: Shape,
    /// Whether the coach passes over what may be passed over.
    pub(crate) outside_rules: bool,
}

impl Seat {
    fn span(&self) -> Option<Span> {
        Span::new(self.start, self.start + self.shape.duration())
    }
}

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

    async fn conflict(
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

fn is_taken(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Taken(_))
}

/// The seats of one shape, at most 104. Seconds are cut off.
fn seats(starts: impl Iterator<Item = (DateTime<Utc>, bool)>, shape: Shape) -> Result<Vec<Seat>> {
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
fn refusals(offer: &Offer, seats: &[Seat], now: DateTime<Utc>) -> Result<Vec<Vec<Refusal>>> {
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
