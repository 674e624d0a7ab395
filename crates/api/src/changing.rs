//! Changing and moving appointments that are booked, with what becomes of their rooms.
//!
//! Moving keeps to the same rules as booking, and the coach may pass over the same ones.

use agenda::{
    Actor, AppointmentId, CoachStep, Fields, MeetingKind, ReasonId, RoomGoal, Status, TypeId, reminders_for,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use specta::Type;
use store::{AppointmentText, Entry, Move, RoomWish};

use crate::{
    Appointment, CoachDesk, FieldProblem, Result,
    booking::{Texts, duration, minutes, whole_minute},
    rooms::new_room_name,
    slots_on_offer::Shape,
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
    /// How long, 5 to 1440; none to keep its length.
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
