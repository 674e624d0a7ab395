//! Backups as the interface sees them: made every day, made on request, listed, restored.
//!
//! The rules are `store::backup`'s; the folder is the shell's to name. The agenda is everybody's who uses this computer,
//! so these are the planner's use cases and not one coach's.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;
use store::{
    Store,
    backup::{self, BackupFolder, BackupName},
};

use crate::{Error, ErrorCode, Planner, Result};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// Because a day had begun.
    Daily,
    /// Because the coach asked.
    ByHand,
    /// Before another one was restored.
    BeforeRestore,
    /// Before a newer version changed the tables.
    BeforeUpdate,
}

impl From<backup::BackupKind> for BackupKind {
    fn from(kind: backup::BackupKind) -> Self {
        match kind {
            backup::BackupKind::Daily => Self::Daily,
            backup::BackupKind::ByHand => Self::ByHand,
            backup::BackupKind::BeforeRestore => Self::BeforeRestore,
            backup::BackupKind::BeforeUpdate => Self::BeforeUpdate,
        }
    }
}

/// A copy of the whole agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// What it is restored by.
    pub name: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Its size in KiB, rounded up.
    pub size_kib: u32,
    /// Why it was made.
    pub kind: BackupKind,
}

impl From<backup::Backup> for Backup {
    fn from(it: backup::Backup) -> Self {
        Self {
            name: it.name.to_string(),
            made_at: it.name.made_at,
            size_kib: u32::try_from(it.bytes.div_ceil(1024)).unwrap_or(u32::MAX),
            kind: it.name.kind.into(),
        }
    }
}

/// The backups of an opened agenda.
#[derive(Debug, Clone)]
pub struct Backups {
    store: Store,
    folder: BackupFolder,
}

impl Planner {
    /// The backups kept in `folder`, which need not be there yet.
    pub fn backups(&self, folder: impl Into<PathBuf>) -> Backups {
        Backups {
            store: self.store.clone(),
            folder: BackupFolder::new(folder),
        }
    }
}

impl Backups {
    /// Makes the backup of the day (UTC) unless it is there; `None` when it is. The last 14 are kept.
    pub async fn daily_backup(&self, now: DateTime<Utc>) -> Result<Option<Backup>> {
        Ok(self
            .store
            .daily_backup(&self.folder, now)
            .await?
            .map(Backup::from))
    }

    /// Makes one because the coach asks. It is kept until the coach removes it.
    pub async fn backup_now(&self, now: DateTime<Utc>) -> Result<Backup> {
        let made = self
            .store
            .back_up(&self.folder, backup::BackupKind::ByHand, now)
            .await?;
        Ok(made.into())
    }

    /// What there is, the latest first.
    pub fn list_backups(&self) -> Result<Vec<Backup>> {
        list(&self.folder)
    }

    /// Removes one for good.
    pub fn delete_backup(&self, name: &str) -> Result<()> {
        Ok(self.folder.delete(parse(name)?)?)
    }

    /// Puts a backup in place of the agenda and answers the one made of the present first. Everything read before is
    /// stale then. Clients who were erased since stay erased.
    ///
    /// [`ErrorCode::NotFound`] for a name that is none, [`ErrorCode::DatabaseDamaged`] for a backup that is.
    pub async fn restore_backup(&self, name: &str, now: DateTime<Utc>) -> Result<Backup> {
        let name = parse(name)?;
        let erased = self.store.erased_clients().await?;
        let present = self.store.restore(&self.folder, name, now).await?;
        for it in &erased {
            self.store.as_coach(it.coach).erase_again(it, now).await?;
        }
        Ok(present.into())
    }
}

/// What there is to go back to when the agenda cannot be opened, the latest first.
pub fn backups_in(folder: &Path) -> Result<Vec<Backup>> {
    list(&BackupFolder::new(folder))
}

/// Sets aside an agenda that cannot be opened, on the coach's decision, and puts the named backup in its place; with no
/// name the agenda begins anew. Answers where the damaged file is now: nothing of it is deleted.
///
/// The backup is read from end to end before anything is moved.
pub async fn replace_damaged(
    agenda: &Path,
    folder: &Path,
    name: Option<&str>,
    now: DateTime<Utc>,
) -> Result<PathBuf> {
    let folder = BackupFolder::new(folder);
    let name = name.map(parse).transpose()?;
    if let Some(name) = name {
        folder.verify(name).await?;
    }
    let aside = backup::set_aside(agenda, now)?;
    if let Some(name) = name {
        backup::bring_back(&folder, name, agenda).await?;
    }
    Ok(aside)
}

fn list(folder: &BackupFolder) -> Result<Vec<Backup>> {
    Ok(folder.list()?.into_iter().map(Backup::from).collect())
}

/// A name from the interface: nothing that leads out of the folder is one.
fn parse(name: &str) -> Result<BackupName> {
    name.parse()
        .map_err(|_| Error::of(ErrorCode::NotFound, "no backup has that name"))
}
