//! The agenda in SQLite: one file a table, and handles that reach one coach's rows alone.
//!
//! Row shapes stay inside; `agenda` types come out. What must always hold is held by the database itself
//! (`migrations/sqlite`): this crate turns its refusals into errors a caller can act on. No rule of business lives here,
//! and no clock is read.

pub mod backup;
mod codec;
mod connect;
mod disk;
mod error;
mod opened;
mod table;

use std::path::Path;

use agenda::CoachId;
use chrono::{DateTime, Utc};
use sqlx::{Sqlite, Transaction};

use backup::{BackupFolder, BackupKind};
use connect::Age;
use opened::Opened;

pub use error::{Error, Result};
pub use table::{
    announcements::{AnnouncementKind, DueAnnouncement},
    appointment_notifications::{DueReminder, Settled},
    appointment_series::Cancelling,
    appointments::{AppointmentText, Booking, Move, NewType},
    busy_feeds::{FeedErrand, FeedReading, FeedVersion, NewFeed},
    busy_times::BusyTime,
    coach_settings::VideoDomain,
    entry::{Entry, MadeRoom, OwedRoom, RoomStanding},
    erased::Erased,
    prospects::Profile,
    room_operations::{DueWork, OwedWork, RoomJob, RoomWish},
    rooms::WantedRoom,
    sittings::Met,
    video_options::PlanRefusal,
};

/// An opened agenda database.
#[derive(Debug, Clone)]
pub struct Store {
    file: Opened,
}

impl Store {
    /// Opens the database at `path`, makes it when missing, and brings its tables up to date.
    ///
    /// Refuses one written by a newer program ([`Error::Newer`]) and one that is no database ([`Error::Damaged`]), and
    /// leaves both as they are: what becomes of a damaged one is the coach's decision ([`backup::set_aside`]).
    pub async fn open(path: &Path) -> Result<Self> {
        let pool = connect::connect(path).await?;
        connect::migrate(&pool).await?;
        Ok(Self {
            file: Opened::new(path, pool),
        })
    }

    /// As [`Store::open`]; the tables of an older program are backed up to `backups` before they are changed.
    pub async fn open_backed_up(path: &Path, backups: &BackupFolder, now: DateTime<Utc>) -> Result<Self> {
        let pool = connect::connect(path).await?;
        let store = Self {
            file: Opened::new(path, pool.clone()),
        };
        connect::closing_on_error(&pool, store.save_if_older(backups, now)).await?;
        connect::migrate(&pool).await?;
        Ok(store)
    }

    async fn save_if_older(&self, backups: &BackupFolder, now: DateTime<Utc>) -> Result<()> {
        let age = connect::age(&mut *self.file.pool().acquire().await?).await?;
        if age == Age::Older {
            self.back_up(backups, BackupKind::BeforeUpdate, now).await?;
        }
        Ok(())
    }

    /// Ends every connection, so that the file can be moved or copied.
    pub async fn close(&self) {
        self.file.pool().close().await;
    }

    /// The rows of one coach, and no others.
    pub fn as_coach(&self, coach: CoachId) -> CoachRows {
        CoachRows {
            file: self.file.clone(),
            coach,
        }
    }

    /// A transaction that writes. It takes the write lock at once: one that began by reading could not get it later.
    async fn write(&self) -> Result<Transaction<'static, Sqlite>> {
        begin(&self.file).await
    }
}

/// What one coach may read and write: every statement names the coach.
#[derive(Debug, Clone)]
pub struct CoachRows {
    file: Opened,
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
        begin(&self.file).await
    }
}

async fn begin(file: &Opened) -> Result<Transaction<'static, Sqlite>> {
    Ok(file.pool().begin_with("BEGIN IMMEDIATE").await?)
}
