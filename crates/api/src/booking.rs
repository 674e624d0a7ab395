//! Booking, changing and moving appointments.
//!
//! The rules of the slot engine hold unless the coach chooses to pass over them (`outside_rules`): outside the hours,
//! inside the notice, in the past. Never over another appointment: that the database refuses whatever is chosen.

use agenda::{
    Actor, AppointmentId, Block, ClientId, CoachStep, Email, Fields, Line, MAX_DURATION_MIN,
    MIN_DURATION_MIN, MeetingKind, Place, ReasonId, RoomGoal, Status, TypeId, reminders_for,
};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use serde::Deserialize;
use slots::Refusal;
use specta::Type;
use store::{AppointmentText, Booking, Entry, Move, RoomWish};

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

/// What an appointment shall say from now on.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppointmentChange {
    /// Which.
    pub id: AppointmentId,
    /// What kind of meeting; its time stays.
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
}

/// A new time for an appointment.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Reschedule {
    /// Which.
    pub id: AppointmentId,
    /// When.
    pub start: DateTime<Utc>,
    /// How long, 5 to 1440; none to keep its length.
    pub duration_min: Option<u32>,
    /// The coach's explicit choice to pass over hours, notice, horizon and the past.
    pub outside_rules: bool,
}

/// The texts of a form, as both booking and changing have them.
struct Texts<'a> {
    title: &'a str,
    description: &'a str,
    place: &'a str,
    phone: &'a str,
}

impl Texts<'_> {
    fn parse(&self, fields: &mut Fields) -> Option<(Line<0, 200>, Block<5000>, Place)> {
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

    async fn check_reason(&self, fields: &mut Fields, reason: Option<ReasonId>) {
        if let Some(id) = reason
            && self.rows.reason(id).await.is_err()
        {
            fields.refuse("reasonId", FieldProblem::Unknown, None);
        }
    }

    /// Changes what an appointment says. A meeting kind that changes makes or removes its room.
    pub async fn update_appointment(
        &self,
        change: &AppointmentChange,
        now: DateTime<Utc>,
    ) -> Result<Appointment> {
        let entry = self.rows.entry(change.id).await?;
        entry.appointment.allows(CoachStep::Edit, now)?;
        let mut fields = Fields::new();
        let texts = Texts {
            title: &change.title,
            description: &change.description,
            place: &change.place,
            phone: &change.phone,
        }
        .parse(&mut fields);
        if change.type_id != entry.appointment.type_id
            && self.rows.appointment_type(change.type_id).await.is_err()
        {
            fields.refuse("typeId", FieldProblem::Unknown, None);
        }
        self.check_reason(&mut fields, change.reason_id).await;
        let (title, description, place) = fields.finish(texts)?;
        let text = AppointmentText {
            type_id: change.type_id,
            reason_id: change.reason_id,
            kind: change.kind,
            title,
            description,
            place,
        };
        let room = room_of_kind(&entry, change.kind, now);
        self.rows
            .update_appointment(change.id, &text, room.as_ref(), now)
            .await?;
        self.want_room_work();
        self.appointment(change.id).await
    }

    /// Moves an appointment, its reminders and its room.
    pub async fn reschedule_appointment(&self, to: &Reschedule, now: DateTime<Utc>) -> Result<Appointment> {
        let entry = self.rows.entry(to.id).await?;
        entry.appointment.allows(CoachStep::Reschedule, now)?;
        let mut fields = Fields::new();
        let wanted = duration(&mut fields, to.duration_min);
        fields.finish(Some(()))?;
        let start = whole_minute(to.start)?;
        let length = wanted.map_or(entry.appointment.duration(), |it| {
            TimeDelta::minutes(i64::from(it))
        });
        if !to.outside_rules {
            let card = self.rows.appointment_type(entry.appointment.type_id).await?.card;
            let shape = Shape {
                duration_min: minutes(length),
                ..Shape::from(&card)
            };
            self.refuse_outside_rules(shape, start, Some(to.id), Actor::Coach, now)
                .await?;
        }
        let offsets = self.rows.settings().await?.reminder_offsets_min;
        let end = start + length;
        let it = Move {
            start,
            end,
            reminders: reminders_for(start, &offsets, now),
            room: room_of_time(&entry, end, now),
        };
        self.rows.move_appointment(to.id, &it, now).await?;
        self.want_room_work();
        self.appointment(to.id).await
    }

    /// The gravest reason of the engine against that start. When only its grid speaks against it, the coach may start
    /// at ten past all the same; a client may not.
    async fn refuse_outside_rules(
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

fn duration(fields: &mut Fields, minutes: Option<u32>) -> Option<u32> {
    minutes.map(|it| fields.within("durationMin", it, MIN_DURATION_MIN..=MAX_DURATION_MIN))
}

fn minutes(length: TimeDelta) -> u32 {
    u32::try_from(length.num_minutes()).unwrap_or_default()
}

/// The start, cut to its minute. Years a calendar has no use for are refused: they are slips of a program.
fn whole_minute(start: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let start = start.duration_trunc(TimeDelta::minutes(1)).ok();
    start
        .filter(|it| (946_684_800..4_102_444_800).contains(&it.timestamp()))
        .ok_or_else(|| Error::field("start", FieldProblem::OutOfRange))
}

/// What becomes of the room when the meeting kind is `kind` from now on.
fn room_of_kind(entry: &Entry, kind: MeetingKind, now: DateTime<Utc>) -> Option<RoomWish> {
    let it = &entry.appointment;
    match (it.kind == MeetingKind::Video, kind == MeetingKind::Video) {
        (false, true) if it.status == Status::Scheduled && it.end > now => Some(RoomWish {
            name: new_room_name(),
            goal: RoomGoal::Create,
        }),
        (true, false) => room_name(entry).map(|name| RoomWish {
            name,
            goal: RoomGoal::Delete,
        }),
        _ => None,
    }
}

/// What becomes of the room when the appointment ends at `end` from now on.
fn room_of_time(entry: &Entry, end: DateTime<Utc>, now: DateTime<Utc>) -> Option<RoomWish> {
    if entry.appointment.kind != MeetingKind::Video {
        return None;
    }
    match room_name(entry) {
        Some(name) => Some(RoomWish {
            name,
            goal: RoomGoal::Update,
        }),
        None => (end > now).then(|| RoomWish {
            name: new_room_name(),
            goal: RoomGoal::Create,
        }),
    }
}

/// The room of an appointment that is scheduled again: one that has none yet and is not over needs one.
pub(crate) fn room_when_reopened(entry: &Entry, now: DateTime<Utc>) -> Option<RoomWish> {
    let it = &entry.appointment;
    let needed = it.kind == MeetingKind::Video && it.end > now && room_name(entry).is_none();
    needed.then(|| RoomWish {
        name: new_room_name(),
        goal: RoomGoal::Create,
    })
}

/// The name of the appointment's room, made or still to be made.
pub(crate) fn room_name(entry: &Entry) -> Option<String> {
    let owed = entry.room.owed.as_ref().map(|it| it.name.clone());
    owed.or_else(|| entry.room.made.as_ref().map(|it| it.name.clone()))
}
