//! `appointment_series`: appointments made together, and what is done to several of them at once, all or nothing.

use agenda::{Actor, AppointmentId, Block, Repetition, SeriesId};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{
    AppointmentText, Booking, CoachRows, Error, Move, Result, RoomWish, codec,
    table::appointments::{cancel, insert, place, update, wish_room},
};

/// Further ahead than any appointment, in seconds: ten thousand years. Appointments that move together are put there
/// first, in the same transaction, so that none meets the old time of another.
const OUT_OF_THE_WAY: i64 = 315_569_520_000;

/// An appointment to be called off, with what becomes of its room.
pub type Cancelling = (AppointmentId, Option<RoomWish>);

impl CoachRows {
    /// Books a series that repeats by `rule` (RFC 5545). The bookings carry its identifier.
    ///
    /// [`Error::SomeTaken`] tells every booking whose time another scheduled appointment has; nothing is booked then.
    pub async fn book_series(
        &self,
        id: SeriesId,
        rule: &str,
        bookings: &[Booking],
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (key, id, at) = (self.key(), id.to_string(), now.timestamp());
        let mut tx = self.write().await?;
        sqlx::query!(
            "INSERT INTO appointment_series (id, coach_id, rule, created_at) VALUES (?, ?, ?, ?)",
            id,
            key,
            rule,
            at
        )
        .execute(&mut *tx)
        .await?;
        let mut taken = Taken::default();
        for booking in bookings {
            taken.next(insert(&mut tx, &key, booking, now).await)?;
        }
        taken.none()?;
        Ok(tx.commit().await?)
    }

    /// How a series repeats.
    pub async fn repetition(&self, series: SeriesId) -> Result<Repetition> {
        let (key, series) = (self.key(), series.to_string());
        let rule = sqlx::query_scalar!(
            "SELECT rule FROM appointment_series WHERE coach_id = ? AND id = ?",
            key,
            series
        )
        .fetch_one(&self.file.pool())
        .await?;
        Ok(Repetition::from_rule(&rule)?)
    }

    /// Moves scheduled appointments, which may take each other's places. [`Error::SomeTaken`] as in
    /// [`CoachRows::book_series`].
    pub async fn move_appointments(&self, moves: &[(AppointmentId, Move)], now: DateTime<Utc>) -> Result<()> {
        let key = self.key();
        let mut tx = self.write().await?;
        for (id, _) in moves {
            put_out_of_the_way(&mut tx, &key, *id).await?;
        }
        let mut taken = Taken::default();
        for (id, to) in moves {
            taken.next(place(&mut tx, &key, *id, to, now).await)?;
        }
        taken.none()?;
        Ok(tx.commit().await?)
    }

    /// Cancels scheduled appointments for one reason.
    pub async fn cancel_appointments(
        &self,
        which: &[Cancelling],
        reason: &Block<1000>,
        by: Actor,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let key = self.key();
        let mut tx = self.write().await?;
        for (id, room) in which {
            cancel(&mut tx, &key, *id, reason, by, now).await?;
            wish_room(&mut tx, &key, &id.to_string(), room.as_ref(), now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Changes what appointments say, each with what becomes of its room.
    pub async fn update_appointments(
        &self,
        changes: &[(AppointmentId, AppointmentText, Option<RoomWish>)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        let key = self.key();
        let mut tx = self.write().await?;
        for (id, text, room) in changes {
            update(&mut tx, &key, *id, text, now).await?;
            wish_room(&mut tx, &key, &id.to_string(), room.as_ref(), now).await?;
        }
        Ok(tx.commit().await?)
    }
}

async fn put_out_of_the_way(tx: &mut SqliteConnection, coach: &str, id: AppointmentId) -> Result<()> {
    let id = id.to_string();
    let done = sqlx::query!(
        "UPDATE appointments SET starts_at = starts_at + ?1, ends_at = ends_at + ?1
         WHERE coach_id = ?2 AND id = ?3 AND status = 'scheduled'",
        OUT_OF_THE_WAY,
        coach,
        id
    )
    .execute(tx)
    .await?;
    codec::one(done.rows_affected())
}

/// Which of several statements met a time that is taken. The database gives up the statement alone then, and the
/// others can still be tried, so that all are told at once.
#[derive(Default)]
struct Taken {
    seen: usize,
    taken: Vec<usize>,
}

impl Taken {
    fn next(&mut self, done: Result<()>) -> Result<()> {
        let place = self.seen;
        self.seen += 1;
        match done {
            Err(Error::SlotTaken) => self.taken.push(place),
            other => other?,
        }
        Ok(())
    }

    fn none(self) -> Result<()> {
        if self.taken.is_empty() {
            Ok(())
        } else {
            Err(Error::SomeTaken(self.taken))
        }
    }
}
