//! `rooms`: every room this agenda ever asked Daily for, written down before asking.
//!
//! A name that stands here is ours; any other on the domain is somebody else's, whatever it looks like.

use agenda::{AppointmentId, CoachId};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, Store, codec, table::room_operations::RoomWish};

/// How long a room that belongs to no appointment is left alone: it is being tried at this moment.
const TRIAL: TimeDelta = TimeDelta::minutes(10);

/// A room that stands at Daily and is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedRoom {
    /// Its name.
    pub name: String,
    /// For which appointment.
    pub appointment: AppointmentId,
    /// When it lets people in.
    pub opens: DateTime<Utc>,
    /// When it closes.
    pub closes: DateTime<Utc>,
}

/// Writes a room down. One that is known already stays as it is.
pub(crate) async fn remember(
    tx: &mut SqliteConnection,
    coach: &str,
    name: &str,
    appointment: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = now.timestamp();
    sqlx::query!(
        "INSERT INTO rooms (room_name, coach_id, appointment_id, asked_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (room_name) DO NOTHING",
        name,
        coach,
        appointment,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Writes down that Daily does not have the room (any more), and takes it off its appointment.
pub(crate) async fn gone(
    tx: &mut SqliteConnection,
    coach: CoachId,
    name: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let (coach, now) = (coach.to_string(), now.timestamp());
    sqlx::query!(
        "UPDATE rooms SET gone_at = ? WHERE coach_id = ? AND room_name = ? AND gone_at IS NULL",
        now,
        coach,
        name
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE appointments SET room_name = NULL, room_url = NULL, room_opens_at = NULL, room_closes_at = NULL
         WHERE room_name = ? AND coach_id = ?",
        name,
        coach
    )
    .execute(tx)
    .await?;
    Ok(())
}

impl CoachRows {
    /// Writes down a room that is made to try the account, before Daily is asked.
    pub async fn remember_trial_room(&self, name: &str, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.write().await?;
        remember(&mut tx, &self.key(), name, None, now).await?;
        Ok(tx.commit().await?)
    }

    /// Writes down that Daily does not have a room of ours (any more).
    pub async fn room_is_gone(&self, name: &str, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.write().await?;
        gone(&mut tx, self.coach, name, now).await?;
        Ok(tx.commit().await?)
    }

    /// The names of all rooms of an appointment, those that are gone too, the latest first.
    pub async fn rooms_of(&self, appointment: AppointmentId) -> Result<Vec<String>> {
        let (key, id) = (self.key(), appointment.to_string());
        let names = sqlx::query_scalar!(
            "SELECT room_name FROM rooms WHERE coach_id = ? AND appointment_id = ? ORDER BY asked_at DESC",
            key,
            id
        );
        Ok(names.fetch_all(&self.file.pool()).await?)
    }

    /// Whether any room was ever asked for.
    pub async fn has_asked_for_rooms(&self) -> Result<bool> {
        let key = self.key();
        let found = sqlx::query_scalar!(
            "SELECT 1 AS \"found: i64\" FROM rooms WHERE coach_id = ? LIMIT 1",
            key
        );
        Ok(found.fetch_optional(&self.file.pool()).await?.is_some())
    }

    /// Rooms that may still be there and that nobody needs at `now`: of cancelled and ended appointments, of
    /// appointments that are erased or no video any more, and trials left lying.
    pub async fn rooms_to_remove(&self, now: DateTime<Utc>) -> Result<Vec<String>> {
        let (key, now, trial) = (self.key(), now.timestamp(), (now - TRIAL).timestamp());
        let names = sqlx::query_scalar!(
            "SELECT room_name AS \"room_name!: String\" FROM known_rooms
             WHERE coach_id = ?1 AND gone_at IS NULL AND NOT owed
               AND (NOT wanted OR closes_at <= ?2) AND (appointment_id IS NOT NULL OR asked_at <= ?3)
             ORDER BY room_name",
            key,
            now,
            trial
        );
        Ok(names.fetch_all(&self.file.pool()).await?)
    }

    /// Whether a room that Daily has is ours and went before: a request of ours that was thought lost made it again.
    pub async fn came_back(&self, name: &str) -> Result<bool> {
        let key = self.key();
        let found = sqlx::query_scalar!(
            "SELECT 1 AS \"found: i64\" FROM known_rooms
             WHERE room_name = ? AND coach_id = ? AND gone_at IS NOT NULL AND NOT owed AND NOT wanted",
            name,
            key
        );
        Ok(found.fetch_optional(&self.file.pool()).await?.is_some())
    }

    /// The rooms that are made and needed at `now`, but for those with work still owed.
    pub async fn wanted_rooms(&self, now: DateTime<Utc>) -> Result<Vec<WantedRoom>> {
        let (key, now) = (self.key(), now.timestamp());
        let rows = sqlx::query!(
            "SELECT room_name AS \"name!: String\", appointment_id AS \"appointment!: String\",
               opens_at AS \"opens!: i64\", closes_at AS \"closes!: i64\"
             FROM known_rooms
             WHERE coach_id = ? AND gone_at IS NULL AND wanted AND NOT owed AND closes_at > ?
             ORDER BY room_name",
            key,
            now
        )
        .fetch_all(&self.file.pool())
        .await?;
        let wanted = rows.into_iter().map(|row| {
            Ok(WantedRoom {
                appointment: codec::id(&row.appointment)?,
                opens: codec::instant(row.opens)?,
                closes: codec::instant(row.closes)?,
                name: row.name,
            })
        });
        wanted.collect()
    }
}

impl Store {
    /// Has a room put right that Daily has otherwise than it should, unless its appointment changed meanwhile.
    pub async fn put_right(&self, coach: CoachId, room: &WantedRoom, now: DateTime<Utc>) -> Result<()> {
        let (key, id) = (coach.to_string(), room.appointment.to_string());
        let mut tx = self.write().await?;
        let still = sqlx::query_scalar!(
            "SELECT 1 AS \"found: i64\" FROM known_rooms WHERE room_name = ? AND coach_id = ? AND wanted AND NOT owed",
            room.name,
            key
        )
        .fetch_optional(&mut *tx)
        .await?;
        if still.is_some() {
            let wish = RoomWish {
                name: room.name.clone(),
                goal: agenda::RoomGoal::Update,
            };
            super::room_operations::wish(&mut tx, &key, &id, &wish, now).await?;
        }
        Ok(tx.commit().await?)
    }
}
