//! `appointments`: the meetings, with the reminders and the room work that go with each change.
//!
//! Reading them with their labels is `entry`'s, their times alone `bookings`'. Whatever changes an appointment writes its reminders and its room's goal in the same transaction.

use agenda::{
    Actor, Appointment, AppointmentId, Block, Line, MeetingKind, Person, Place, ReasonId, Reminder, Status,
    TypeId,
};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{
    CoachRows, Result, codec,
    table::{
        announcements::{AnnouncementKind, announce},
        appointment_notifications as notifications,
        entry::MadeRoom,
        reminder_offsets,
        room_operations::{self, RoomJob, RoomWish},
    },
};

/// An appointment to be made, with all that goes with it.
#[derive(Debug, Clone)]
pub struct Booking {
    /// What is booked. Its person's name is the profile's and is not stored for a client.
    pub appointment: Appointment,
    /// Minutes kept free before it.
    pub buffer_before_min: u32,
    /// Minutes kept free after it.
    pub buffer_after_min: u32,
    /// When to remind.
    pub reminders: Vec<Reminder>,
    /// Its room, when it is a video appointment.
    pub room: Option<RoomWish>,
}

/// What an appointment says, without its time, its person and its status.
#[derive(Debug, Clone)]
pub struct AppointmentText {
    /// What kind of meeting.
    pub type_id: TypeId,
    /// Why.
    pub reason_id: Option<ReasonId>,
    /// How one meets.
    pub kind: MeetingKind,
    /// A title of its own.
    pub title: Line<0, 200>,
    /// For the coach.
    pub description: Block<5000>,
    /// Where, when not in a room.
    pub place: Place,
}

/// Another type for an appointment, with what comes with it.
#[derive(Debug, Clone)]
pub struct NewType {
    /// Which.
    pub id: TypeId,
    /// Minutes kept free before the appointment.
    pub buffer_before_min: u32,
    /// Minutes kept free after it.
    pub buffer_after_min: u32,
}

/// A new time for an appointment.
#[derive(Debug, Clone)]
pub struct Move {
    /// New start.
    pub start: DateTime<Utc>,
    /// New end.
    pub end: DateTime<Utc>,
    /// Its type from now on; none to keep it.
    pub new_type: Option<NewType>,
    /// The reminders of the new time.
    pub reminders: Vec<Reminder>,
    /// What becomes of its room.
    pub room: Option<RoomWish>,
}

impl CoachRows {
    /// Books. [`Error::SlotTaken`] when another scheduled appointment is there, whoever was first.
    pub async fn book(&self, booking: &Booking, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.write().await?;
        insert(&mut tx, &self.key(), booking, now).await?;
        Ok(tx.commit().await?)
    }

    /// Changes what an appointment says; `room` is what becomes of its room when the meeting kind changes.
    pub async fn update_appointment(
        &self,
        id: AppointmentId,
        text: &AppointmentText,
        room: Option<&RoomWish>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        update(&mut tx, &self.key(), id, text, now).await?;
        wish_room(&mut tx, &self.key(), &id.to_string(), room, now).await?;
        Ok(tx.commit().await?)
    }

    /// Moves a scheduled appointment, its reminders and its room.
    pub async fn move_appointment(&self, id: AppointmentId, to: &Move, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.write().await?;
        place(&mut tx, &self.key(), id, to, now).await?;
        Ok(tx.commit().await?)
    }

    /// Cancels a scheduled appointment: frees its time, silences its reminders, has its room removed.
    pub async fn cancel_appointment(
        &self,
        id: AppointmentId,
        reason: &Block<1000>,
        by: Actor,
        room: Option<&RoomWish>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        cancel(&mut tx, &self.key(), id, reason, by, now).await?;
        wish_room(&mut tx, &self.key(), &id.to_string(), room, now).await?;
        Ok(tx.commit().await?)
    }

    /// Says that a scheduled appointment took place, or that the person did not come.
    pub async fn close_appointment(
        &self,
        id: AppointmentId,
        status: Status,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (key, id, at, status) = (self.key(), id.to_string(), now.timestamp(), status.word());
        let mut tx = self.write().await?;
        let done = sqlx::query!(
            "UPDATE appointments SET status = ?, updated_at = ? WHERE coach_id = ? AND id = ? AND status = 'scheduled'",
            status,
            at,
            key,
            id
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        notifications::cancel(&mut tx, &key, &id, now).await?;
        room_operations::forget(&mut tx, &key, &id).await?;
        Ok(tx.commit().await?)
    }

    /// Sets a completed or no-show appointment back to scheduled. [`Error::SlotTaken`] when its time was given away.
    pub async fn reopen_appointment(
        &self,
        id: AppointmentId,
        reminders: &[Reminder],
        room: Option<&RoomWish>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (key, id, at) = (self.key(), id.to_string(), now.timestamp());
        let mut tx = self.write().await?;
        let done = sqlx::query!(
            "UPDATE appointments SET status = 'scheduled', updated_at = ?
             WHERE coach_id = ? AND id = ? AND status IN ('completed', 'no_show')",
            at,
            key,
            id
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        notifications::insert(&mut tx, &key, &id, reminders, now).await?;
        wish_room(&mut tx, &key, &id, room, now).await?;
        Ok(tx.commit().await?)
    }
}

pub(crate) async fn wish_room(
    tx: &mut SqliteConnection,
    coach: &str,
    id: &str,
    room: Option<&RoomWish>,
    now: DateTime<Utc>,
) -> Result<()> {
    match room {
        Some(wish) => room_operations::wish(tx, coach, id, wish, now).await,
        None => Ok(()),
    }
}

/// Changes what an appointment says, and brings its reminders in line.
pub(crate) async fn update(
    tx: &mut SqliteConnection,
    coach: &str,
    id: AppointmentId,
    text: &AppointmentText,
    now: DateTime<Utc>,
) -> Result<()> {
    let (id, at) = (id.to_string(), now.timestamp());
    let (type_id, reason) = (text.type_id.to_string(), text.reason_id.map(|it| it.to_string()));
    let (kind, title, description) = (text.kind.word(), text.title.as_str(), text.description.as_str());
    let (place, phone) = (text.place.place.as_str(), text.place.phone.as_str());
    let done = sqlx::query!(
        "UPDATE appointments SET type_id = ?, reason_id = ?, kind = ?, title = ?, description = ?, place = ?,
           phone = ?, updated_at = ? WHERE coach_id = ? AND id = ? AND status <> 'cancelled'",
        type_id,
        reason,
        kind,
        title,
        description,
        place,
        phone,
        at,
        coach,
        id
    )
    .execute(&mut *tx)
    .await?;
    codec::one(done.rows_affected())?;
    // It may be of another type now.
    reminder_offsets::replan_one(tx, coach, &id, now).await
}

/// Gives a scheduled appointment another time, with its reminders and its room.
pub(crate) async fn place(
    tx: &mut SqliteConnection,
    coach: &str,
    id: AppointmentId,
    to: &Move,
    now: DateTime<Utc>,
) -> Result<()> {
    let (id, at) = (id.to_string(), now.timestamp());
    let (start, end) = (to.start.timestamp(), to.end.timestamp());
    let new = to.new_type.as_ref();
    let type_id = new.map(|it| it.id.to_string());
    let (before, after) = (
        new.map(|it| it.buffer_before_min),
        new.map(|it| it.buffer_after_min),
    );
    let done = sqlx::query!(
        "UPDATE appointments SET starts_at = ?, ends_at = ?, type_id = COALESCE(?, type_id),
           buffer_before_min = COALESCE(?, buffer_before_min), buffer_after_min = COALESCE(?, buffer_after_min),
           updated_at = ? WHERE coach_id = ? AND id = ? AND status = 'scheduled'",
        start,
        end,
        type_id,
        before,
        after,
        at,
        coach,
        id
    )
    .execute(&mut *tx)
    .await?;
    codec::one(done.rows_affected())?;
    notifications::cancel(tx, coach, &id, now).await?;
    notifications::insert(tx, coach, &id, &to.reminders, now).await?;
    wish_room(tx, coach, &id, to.room.as_ref(), now).await
}

/// Cancels a scheduled appointment and silences its reminders.
pub(crate) async fn cancel(
    tx: &mut SqliteConnection,
    coach: &str,
    id: AppointmentId,
    reason: &Block<1000>,
    by: Actor,
    now: DateTime<Utc>,
) -> Result<()> {
    let (id, at) = (id.to_string(), now.timestamp());
    let (reason, actor, by) = (reason.as_str(), by, by.word());
    let done = sqlx::query!(
        "UPDATE appointments SET status = 'cancelled', cancel_reason = ?, cancelled_at = ?, cancelled_by = ?,
           updated_at = ? WHERE coach_id = ? AND id = ? AND status = 'scheduled'",
        reason,
        at,
        by,
        at,
        coach,
        id
    )
    .execute(&mut *tx)
    .await?;
    codec::one(done.rows_affected())?;
    notifications::cancel(tx, coach, &id, now).await?;
    if actor == Actor::Client {
        announce(tx, coach, &id, AnnouncementKind::Cancelled, now).await?;
    }
    Ok(())
}

pub(crate) async fn insert(
    tx: &mut SqliteConnection,
    coach: &str,
    booking: &Booking,
    now: DateTime<Utc>,
) -> Result<()> {
    let it = &booking.appointment;
    let (id, type_id) = (it.id.to_string(), it.type_id.to_string());
    let (reason, series) = (
        it.reason_id.map(|id| id.to_string()),
        it.series_id.map(|id| id.to_string()),
    );
    let (client, name, email) = match &it.person {
        Person::Client { id, .. } => (Some(id.to_string()), None, None),
        Person::Prospect { name, email } => (None, Some(name.as_str()), Some(email.as_str())),
    };
    let (kind, status, by) = (it.kind.word(), it.status.word(), it.booked_by.word());
    let (start, end, at) = (it.start.timestamp(), it.end.timestamp(), now.timestamp());
    let (title, description, message) = (it.title.as_str(), it.description.as_str(), it.message.as_str());
    let (place, phone) = (it.place.place.as_str(), it.place.phone.as_str());
    sqlx::query!(
        "INSERT INTO appointments (id, coach_id, client_id, prospect_name, prospect_email, type_id, reason_id, series_id,
           kind, status, starts_at, ends_at, buffer_before_min, buffer_after_min, title, description, message, place,
           phone, booked_by, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        coach,
        client,
        name,
        email,
        type_id,
        reason,
        series,
        kind,
        status,
        start,
        end,
        booking.buffer_before_min,
        booking.buffer_after_min,
        title,
        description,
        message,
        place,
        phone,
        by,
        at,
        at
    )
    .execute(&mut *tx)
    .await?;
    notifications::insert(tx, coach, &id, &booking.reminders, now).await?;
    if it.booked_by == Actor::Client {
        announce(tx, coach, &id, AnnouncementKind::Booked, now).await?;
    }
    wish_room(tx, coach, &id, booking.room.as_ref(), now).await
}

/// Writes the room of a job's appointment as Daily has it now.
pub(crate) async fn set_room(tx: &mut SqliteConnection, job: &RoomJob, room: &MadeRoom) -> Result<()> {
    let (coach, appointment) = (job.coach.to_string(), job.appointment.to_string());
    let (opens, closes) = (room.opens.timestamp(), room.closes.timestamp());
    sqlx::query!(
        "UPDATE appointments SET room_name = ?, room_url = ?, room_opens_at = ?, room_closes_at = ?
         WHERE coach_id = ? AND id = ?",
        room.name,
        room.url,
        opens,
        closes,
        coach,
        appointment
    )
    .execute(tx)
    .await?;
    Ok(())
}
