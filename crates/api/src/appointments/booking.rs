//! Booking appointments. Changing and moving them is `changing`'s.
//!
//! The rules of the slot engine hold unless the coach chooses to pass over them (`outside_rules`): outside the hours,
//! inside the notice, in the past, while busy elsewhere. Never over another appointment: that the database refuses
//! whatever is chosen. A calendar that was never read holds up what keeps to the rules.

use agenda::{
    Actor, AppointmentId, Block, ClientId, Email, Fields, Line, MeetingKind, Place, ReasonId, RoomGoal,
    SeriesId, Status, TypeId, reminders_for,
};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use serde::Deserialize;
use slots::Refusal;
use specta::Type;
use store::{AppointmentText, Booking, RoomWish};

use crate::{
    Appointment, CoachDesk, Error, ErrorCode, FieldProblem, Result,
    availability::slots_on_offer::{Shape, duration},
    rooms::new_room_name,
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

/// An appointment that is booked once it has a time.
pub(crate) struct Draft {
    person: agenda::Person,
    text: AppointmentText,
    wish: Wish,
    pub(crate) shape: Shape,
    reminder_offsets_min: Vec<u32>,
    pub(crate) series: Option<SeriesId>,
}

impl Draft {
    /// The booking of `start`, with its reminders and, for a video that is not over, its owed room.
    pub(crate) fn at(&self, start: DateTime<Utc>, now: DateTime<Utc>) -> Booking {
        let end = start + self.shape.duration();
        let text = self.text.clone();
        let wants_room = text.kind == MeetingKind::Video && end > now;
        Booking {
            appointment: agenda::Appointment {
                id: AppointmentId::new(now),
                person: self.person.clone(),
                type_id: text.type_id,
                reason_id: text.reason_id,
                series_id: self.series,
                kind: text.kind,
                status: Status::Scheduled,
                start,
                end,
                title: text.title,
                description: text.description,
                message: self.wish.message.clone(),
                place: text.place,
                booked_by: self.wish.by,
                cancellation: None,
                created_at: now,
            },
            buffer_before_min: self.shape.before_min,
            buffer_after_min: self.shape.after_min,
            reminders: reminders_for(start, &self.reminder_offsets_min, now),
            room: wants_room.then(|| RoomWish {
                name: new_room_name(),
                goal: RoomGoal::Create,
            }),
        }
    }
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
        let draft = self.draft(new, wish, now).await?;
        let start = whole_minute(new.start)?;
        if by == Actor::Client || !new.outside_rules {
            self.refuse_outside_rules(draft.shape, start, None, by, now)
                .await?;
        }
        let booking = draft.at(start, now);
        self.rows.book(&booking, now).await?;
        self.want_room_work();
        self.appointment(booking.appointment.id).await
    }

    /// Everything about an appointment but its time, parsed.
    pub(crate) async fn draft(&self, new: &NewAppointment, wish: Wish, now: DateTime<Utc>) -> Result<Draft> {
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
        let shape = self.offered_shape(&mut fields, new.type_id, duration).await;
        self.check_reason(&mut fields, new.reason_id).await;
        let taken = person.zip(texts).zip(shape);
        let ((person, (title, description, place)), shape) = fields.finish(taken)?;
        let text = AppointmentText {
            type_id: new.type_id,
            reason_id: new.reason_id,
            kind: new.kind,
            title,
            description,
            place,
        };
        Ok(Draft {
            person,
            text,
            wish,
            shape,
            reminder_offsets_min: self.rows.reminder_offsets_of(new.type_id).await?,
            series: None,
        })
    }

    /// The shape of a type on offer, with that duration if one is given.
    pub(crate) async fn offered_shape(
        &self,
        fields: &mut Fields,
        type_id: TypeId,
        duration_min: Option<u32>,
    ) -> Option<Shape> {
        let it = self.rows.appointment_type(type_id).await.ok();
        let Some(it) = it.filter(|it| !it.archived) else {
            fields.refuse("typeId", FieldProblem::Unknown, None);
            return None;
        };
        Some(Shape::of(&it.card, duration_min))
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
            .offer(shape, start, start + shape.duration(), moving.as_slice())
            .await?;
        let code = match slots::check(&offer.agenda(now), start) {
            Ok(()) => return self.refuse_unread_feeds(now).await,
            Err(Refusal::OffGrid) if by == Actor::Coach => return self.refuse_unread_feeds(now).await,
            Err(Refusal::Busy(span)) if by == Actor::Coach => {
                let calendars = self.busy_because_of(span).await?;
                return Err(Error::of_calendars(ErrorCode::BusyElsewhere, calendars));
            }
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
