//! Changing and moving appointments that are booked, with what becomes of their rooms.
//!
//! Moving keeps to the same rules as booking, and the coach may pass over the same ones.

use agenda::{
    Actor, AppointmentId, CoachStep, Fields, MeetingKind, ReasonId, RoomGoal, Status, TypeId, reminders_for,
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use specta::Type;
use store::{AppointmentText, Entry, Move, NewType, RoomWish};

use crate::{
    Appointment, CoachDesk, FieldProblem, Result,
    appointments::booking::{Texts, minutes, whole_minute},
    availability::slots_on_offer::{Shape, duration},
    rooms::new_room_name,
};

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
    /// Another type; none to keep it.
    pub type_id: Option<TypeId>,
    /// How long, 5 to 1440; none for the other type's, or to keep its length.
    pub duration_min: Option<u32>,
    /// The coach's explicit choice to pass over hours, notice, horizon and the past.
    pub outside_rules: bool,
}

impl CoachDesk {
    /// Changes what an appointment says. A meeting kind that changes makes or removes its room.
    pub async fn update_appointment(
        &self,
        change: &AppointmentChange,
        now: DateTime<Utc>,
    ) -> Result<Appointment> {
        let entry = self.rows.entry(change.id).await?;
        entry.appointment.allows(CoachStep::Edit, now)?;
        let text = self.new_text(&entry, change).await?;
        let room = room_of_kind(&entry, change.kind, now);
        self.rows
            .update_appointment(change.id, &text, room.as_ref(), now)
            .await?;
        self.want_room_work();
        self.appointment(change.id).await
    }

    /// What the change asks for, parsed.
    pub(crate) async fn new_text(
        &self,
        entry: &Entry,
        change: &AppointmentChange,
    ) -> Result<AppointmentText> {
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
        Ok(AppointmentText {
            type_id: change.type_id,
            reason_id: change.reason_id,
            kind: change.kind,
            title,
            description,
            place,
        })
    }

    /// Moves an appointment, its reminders and its room; to another type or length if that is asked for.
    pub async fn reschedule_appointment(&self, to: &Reschedule, now: DateTime<Utc>) -> Result<Appointment> {
        let entry = self.rows.entry(to.id).await?;
        entry.appointment.allows(CoachStep::Reschedule, now)?;
        let plan = self.plan(&entry, to).await?;
        let start = whole_minute(to.start)?;
        let shape = plan.shape(&entry);
        if !to.outside_rules {
            self.refuse_outside_rules(shape, start, Some(to.id), Actor::Coach, now)
                .await?;
        }
        let it = plan.at(&entry, start, now);
        self.rows.move_appointment(to.id, &it, now).await?;
        self.want_room_work();
        self.appointment(to.id).await
    }

    /// What a move asks for beside the time, parsed.
    pub(crate) async fn plan(&self, entry: &Entry, to: &Reschedule) -> Result<MovePlan> {
        let mut fields = Fields::new();
        let duration_min = duration(&mut fields, to.duration_min);
        let other = to.type_id.filter(|id| *id != entry.appointment.type_id);
        let new_type = match other {
            Some(id) => self
                .offered_shape(&mut fields, id, duration_min)
                .await
                .map(|shape| (id, shape)),
            None => None,
        };
        fields.finish(Some(()))?;
        let type_id = other.unwrap_or(entry.appointment.type_id);
        let kept = self.rows.appointment_type(entry.appointment.type_id).await?.card;
        Ok(MovePlan {
            new_type,
            duration_min,
            kept: Shape::from(&kept),
            reminder_offsets_min: self.rows.reminder_offsets_of(type_id).await?,
        })
    }
}

/// What is asked of a move beside its time.
pub(crate) struct MovePlan {
    new_type: Option<(TypeId, Shape)>,
    duration_min: Option<u32>,
    /// Of the type it has.
    kept: Shape,
    reminder_offsets_min: Vec<u32>,
}

impl MovePlan {
    /// What an appointment is to take up: its own length, unless another or another type is asked for.
    pub(crate) fn shape(&self, entry: &Entry) -> Shape {
        self.new_type.map_or(
            Shape {
                duration_min: self
                    .duration_min
                    .unwrap_or_else(|| minutes(entry.appointment.duration())),
                ..self.kept
            },
            |(_, shape)| shape,
        )
    }

    /// The move of an appointment to `start`.
    pub(crate) fn at(&self, entry: &Entry, start: DateTime<Utc>, now: DateTime<Utc>) -> Move {
        let end = start + self.shape(entry).duration();
        Move {
            start,
            end,
            new_type: self.new_type.map(|(id, shape)| NewType {
                id,
                buffer_before_min: shape.before_min,
                buffer_after_min: shape.after_min,
            }),
            reminders: reminders_for(start, &self.reminder_offsets_min, now),
            room: room_of_time(entry, end, now),
        }
    }
}

/// What becomes of the room when the meeting kind is `kind` from now on.
pub(crate) fn room_of_kind(entry: &Entry, kind: MeetingKind, now: DateTime<Utc>) -> Option<RoomWish> {
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
