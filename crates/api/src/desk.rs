//! The planner, and the desk of one coach at it: every use case starts from a desk, and a desk reaches one agenda.

use std::{path::Path, sync::Arc};

use agenda::{ClockFace, CoachId, Language};
use chrono::{DateTime, Utc};
use daily::BaseUrl;
use store::{CoachRows, Store, backup::BackupFolder};
use tokio::sync::Notify;

use crate::{Error, ErrorCode, KeySafe, Result, rooms::account::Account};

/// The whole application, without its window.
#[derive(Clone)]
pub struct Planner {
    pub(crate) store: Store,
    pub(crate) account: Arc<Account>,
    pub(crate) room_work: Arc<Notify>,
    pub(crate) feed_work: Arc<Notify>,
    /// The system's, which tells how hours are counted.
    locale: Arc<str>,
}

impl Planner {
    /// A planner over an opened database, asking Daily at `base` with the key in `safe`.
    pub fn new(store: Store, base: BaseUrl, safe: Arc<dyn KeySafe>) -> Self {
        Self {
            store,
            account: Arc::new(Account::new(base, safe)),
            room_work: Arc::new(Notify::new()),
            feed_work: Arc::new(Notify::new()),
            locale: Arc::default(),
        }
    }

    /// Opens the agenda in the file `agenda`, made when missing, as [`Planner::new`] wants it. One of an older program
    /// is backed up to the folder `backups` before it is changed.
    pub async fn open(
        agenda: &Path,
        backups: &Path,
        base: BaseUrl,
        safe: Arc<dyn KeySafe>,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let store = Store::open_backed_up(agenda, &BackupFolder::new(backups), now).await?;
        Ok(Self::new(store, base, safe))
    }

    /// Tells times of day as is the custom where the system's locale is, such as `en-US`.
    #[must_use]
    pub fn in_locale(mut self, locale: &str) -> Self {
        self.locale = locale.into();
        self
    }

    /// How hours are counted for somebody who reads `language`.
    pub(crate) fn clock_face(&self, language: Language) -> ClockFace {
        ClockFace::of_locale(&self.locale, language)
    }

    /// The desk of the coach of this computer. [`ErrorCode::NotSetUp`] before the first run is done.
    pub async fn desk(&self) -> Result<CoachDesk> {
        let coach = self.store.first_coach().await?;
        let coach = coach.ok_or_else(|| Error::of(ErrorCode::NotSetUp, "no coach has been set up"))?;
        Ok(self.as_coach(coach.id))
    }

    /// The desk of one coach.
    pub fn as_coach(&self, coach: CoachId) -> CoachDesk {
        CoachDesk {
            rows: self.store.as_coach(coach),
            planner: self.clone(),
        }
    }

    /// Ends every connection to the database.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Returns when there may be room work to do before its time: something was booked, moved or cancelled.
    pub async fn room_work_wanted(&self) {
        self.room_work.notified().await;
    }
}

/// What one coach can do.
#[derive(Clone)]
pub struct CoachDesk {
    pub(crate) rows: CoachRows,
    pub(crate) planner: Planner,
}

impl CoachDesk {
    /// Wakes the room worker.
    pub(crate) fn want_room_work(&self) {
        self.planner.room_work.notify_one();
    }
}
