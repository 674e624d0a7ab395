//! The agenda in SQLite: one file a table, and handles that reach one coach's rows alone.
//!
//! Row shapes stay inside; `agenda` types come out. What must always hold is held by the database itself
//! (`migrations/sqlite`): this crate turns its refusals into errors a caller can act on. No rule of business lives here,
//! and no clock is read.

mod codec;
mod connect;
mod error;
mod table;

use std::path::Path;

use agenda::CoachId;
use sqlx::{Sqlite, SqlitePool, Transaction};

pub use error::{Error, Result};
pub use table::{
    appointment_notifications::{DueReminder, Settled},
    appointments::{AppointmentText, Booking, Move},
    coach_settings::VideoDomain,
    entry::{Entry, MadeRoom, OwedRoom, RoomStanding},
    room_operations::{RoomJob, RoomWish},
};

/// An opened agenda database.
#[derive(Debug, Clone)]
pub struct Store {
    pool: SqlitePool,
}

impl Store {
    /// Opens the database at `path`, makes it when missing, and brings its tables up to date.
    ///
    /// Refuses one written by a newer program ([`Error::Newer`]) and one that is no database ([`Error::Damaged`]).
    pub async fn open(path: &Path) -> Result<Self> {
        Ok(Self {
            pool: connect::open(path).await?,
        })
    }

    /// Ends every connection, so that the file can be moved or copied.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// The rows of one coach, and no others.
    pub fn as_coach(&self, coach: CoachId) -> CoachRows {
        CoachRows {
            pool: self.pool.clone(),
            coach,
        }
    }

    /// A transaction that writes. It takes the write lock at once: one that began by reading could not get it later.
    async fn write(&self) -> Result<Transaction<'static, Sqlite>> {
        begin(&self.pool).await
    }
}

/// What one coach may read and write: every statement names the coach.
#[derive(Debug, Clone)]
pub struct CoachRows {
    pool: SqlitePool,
    coach: CoachId,
}

impl CoachRows {
    /// Whose rows these are.
    pub fn coach(&self) -> CoachId {
        self.coach
    }

    /// The coach's identifier as the tables have it.
    fn key(&self) -> String {
        self.coach.to_string()
    }

    async fn write(&self) -> Result<Transaction<'static, Sqlite>> {
        begin(&self.pool).await
    }
}

async fn begin(pool: &SqlitePool) -> Result<Transaction<'static, Sqlite>> {
    Ok(pool.begin_with("BEGIN IMMEDIATE").await?)
}
