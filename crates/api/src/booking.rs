//! Booking appointments. Changing and moving them is `changing`'s.
//!
//! The rules of the slot engine hold unless the coach chooses to pass over them (`outside_rules`): outside the hours,
//! inside the notice, in the past. Never over another appointment: that the database refuses whatever is chosen.

use agenda::{
    Actor, AppointmentId, Block, ClientId, Email, Fields, Line, MAX_DURATION_MIN, MIN_DURATION_MIN,
    MeetingKind, Place, ReasonId, RoomGoal, Status, TypeId, reminders_for,
};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use serde::Deserialize;
use slots::Refusal;
use specta::Type;
use store::{Booking, RoomWish};

use crate::{
    Appointment, CoachDesk, Error, ErrorCode, FieldProblem, Result, rooms::new_room_name,
    slots_on_offer::Shape,
};

/// Who an appointment is for.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NewPerson {
    /// A client of the coach.
    Client {
        /// Which.
        id: ClientId,
    },
    /// Somebody without a profile.
    Prospect {
        /// Their name, 1 to 120 characters.
        name: String,
        /// Where to write.
        email: String,
    },
}

/// An appointment to be made.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewAppointment {
    /// With whom.
    pub person: NewPerson,
    /// What kind of meeting.
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
    /// When.
    pub start: DateTime<Utc>,
    /// How long, 5 to 1440; none for the type's.
    pub duration_min: Option<u32>,
    /// The coach's explicit choice to pass over hours, notice, horizon and the past.
    pub outside_rules: bool,
}

/// The texts of a form, as both booking and changing have them.
pub(crate) struct Texts<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    pub(crate) place: &'a str,
    pub(crate) phone: &'a str,
}

impl Texts<'_> {
    pub(crate) fn parse(&self, fields: &mut Fields) -> Option<(Line<0, 200>, Block<5000>, Place)> {
        let title = fields.take("title", Line::parse(self.title));
        let description = fields.take("description", Block::parse(self.description));
        let place = fields.take("place", Line::parse(self.place));
        let phone = fields.take("phone", Line::parse(self.phone));
        let place = place.zip(phone).map(|(place, phone)| Place { place, phone });
        title
            .zip(description)
            .zip(place)
            .map(|((title, description), place)| (title, description, place))
    }
}

/// Whose wish a booking is, and what they wrote with it.
pub(crate) struct Wish {
    pub(crate) by: Actor,
    pub(crate) message: Block<5000>,
}

impl CoachDesk {
    /// Books. Its reminders and, for a video, its owed room are written with it, all or nothing.
    pub async fn create_appointment(&self, new: &NewAppointment, now: DateTime<Utc>) -> Result<Appointment> {
        self.book(
            new,
            Wish {
                by: Actor::Coach,
                message: Block::default(),
            },
            now,
        )
        .await
    }

    /// Books for whoever wishes it. A client may pass over no rule, not even start between two steps.
    pub(crate) async fn book(
        &self,
        new: &NewAppointment,
        wish: Wish,
        now: DateTime<Utc>,
    ) -> Result<Appointment> {
        let by = wish.by;
        let booking = self.booking(new, wish, now).await?;
        let (start, end) = (booking.appointment.start, booking.appointment.end);
        let shape = Shape {
            duration_min: minutes(end - start),
            before_min: booking.buffer_before_min,
            after_min: booking.buffer_after_min,
        };
        if by == Actor::Client || !new.outside_rules {
            self.refuse_outside_rules(shape, start, None, by, now).await?;
        }
        self.rows.book(&booking, now).await?;
        self.want_room_work();
        self.appointment(booking.appointment.id).await
    }

    async fn booking(&self, new: &NewAppointment, wish: Wish, now: DateTime<Utc>) -> Result<Booking> {
        let mut fields = Fields::new();
        let person = self.person(&mut fields, &new.person, now).await?;
        let texts = Texts {
            title: &new.title,
            description: &new.description,
            place: &new.place,
            phone: &new.phone,
        }
        .parse(&mut fields);
        let duration = duration(&mut fields, new.duration_min);
        let card = self
            .rows
            .appointment_type(new.type_id)
            .await
            .ok()
            .filter(|it| !it.archived);
        if card.is_none() {
            fields.refuse("typeId", FieldProblem::Unknown, None);
        }
        self.check_reason(&mut fields, new.reason_id).await;
        let taken = person.zip(texts).zip(card);
        let ((person, (title, description, place)), it) = fields.finish(taken)?;
        let start = whole_minute(new.start)?;
        let end = start + TimeDelta::minutes(i64::from(duration.unwrap_or(it.card.duration_min)));
        let offsets = self.rows.settings().await?.reminder_offsets_min;
        let wants_room = new.kind == MeetingKind::Video && end > now;
        Ok(Booking {
            appointment: agenda::Appointment {
                id: AppointmentId::new(now),
                person,
                type_id: new.type_id,
                reason_id: new.reason_id,
                series_id: None,
                kind: new.kind,
                status: Status::Scheduled,
                start,
                end,
                title,
                description,
                message: wish.message,
                place,
                booked_by: wish.by,
                cancellation: None,
                created_at: now,
            },
            buffer_before_min: it.card.buffer_before_min,
            buffer_after_min: it.card.buffer_after_min,
            reminders: reminders_for(start, &offsets, now),
            room: wants_room.then(|| RoomWish {
                name: new_room_name(),
                goal: RoomGoal::Create,
            }),
        })
    }

    async fn person(
        &self,
        fields: &mut Fields,
        person: &NewPerson,
        now: DateTime<Utc>,
    ) -> Result<Option<agenda::Person>> {
        match person {
            NewPerson::Client { id } => match self.rows.client(*id, now).await {
                Ok(client) => Ok(Some(agenda::Person::Client {
                    id: *id,
                    name: client.card.name,
                })),
                Err(store::Error::NotFound) => {
                    fields.refuse("person", FieldProblem::Unknown, None);
                    Ok(None)
                }
                Err(error) => Err(error.into()),
            },
            NewPerson::Prospect { name, email } => {
                let name = fields.take("person.name", Line::parse(name));
                let email = fields.take("person.email", Email::parse(email));
                Ok(name
                    .zip(email)
                    .map(|(name, email)| agenda::Person::Prospect { name, email }))
            }
        }
    }

    pub(crate) async fn check_reason(&self, fields: &mut Fields, reason: Option<ReasonId>) {
        if let Some(id) = reason
            && self.rows.reason(id).await.is_err()
        {
            fields.refuse("reasonId", FieldProblem::Unknown, None);
        }
    }

    /// The gravest reason of the engine against that start. When only its grid speaks against it, the coach may start
    /// at ten past all the same; a client may not.
    pub(crate) async fn refuse_outside_rules(
        &self,
        shape: Shape,
        start: DateTime<Utc>,
        moving: Option<AppointmentId>,
        by: Actor,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let offer = self
            .offer(
                shape,
                start,
                start + TimeDelta::minutes(i64::from(shape.duration_min)),
                moving,
            )
            .await?;
        let code = match slots::check(&offer.agenda(now), start) {
            Ok(()) => return Ok(()),
            Err(Refusal::OffGrid) if by == Actor::Coach => return Ok(()),
            Err(Refusal::Taken(_) | Refusal::Busy(_)) => ErrorCode::SlotTaken,
            Err(Refusal::DayFull(_)) => ErrorCode::DayFull,
            Err(Refusal::BeyondHorizon(_)) => ErrorCode::BeyondHorizon,
            Err(Refusal::OutsideHours | Refusal::OffGrid) => ErrorCode::OutsideHours,
            Err(Refusal::Past) => ErrorCode::InThePast,
            Err(Refusal::InsideNotice(_)) => ErrorCode::InsideNotice,
        };
        Err(Error::of(code, "the rules of the agenda speak against that time"))
    }
}

pub(crate) fn duration(fields: &mut Fields, minutes: Option<u32>) -> Option<u32> {
    minutes.map(|it| fields.within("durationMin", it, MIN_DURATION_MIN..=MAX_DURATION_MIN))
}

pub(crate) fn minutes(length: TimeDelta) -> u32 {
    u32::try_from(length.num_minutes()).unwrap_or_default()
}

/// The start, cut to its minute. Years a calendar has no use for are refused: they are slips of a program.
pub(crate) fn whole_minute(start: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let start = start.duration_trunc(TimeDelta::minutes(1)).ok();
    start
        .filter(|it| (946_684_800..4_102_444_800).contains(&it.timestamp()))
        .ok_or_else(|| Error::field("start", FieldProblem::OutOfRange))
}
