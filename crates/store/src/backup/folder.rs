//! The folder of backups: what is in it, and how one gets there.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use sqlx::SqlitePool;

use super::{Backup, BackupKind, BackupName};
use crate::{Error, Result, Store, connect, disk};

/// What a copy is called until it is known to be good. A program killed meanwhile leaves it; the next backup removes it.
const UNFINISHED: &str = ".part";

/// A folder in which backups are kept. Other files in it are left alone and not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFolder {
    path: PathBuf,
}

impl BackupFolder {
    /// The folder at `path`, which need not be there yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where a backup of that name is, or would be.
    pub fn place_of(&self, name: BackupName) -> PathBuf {
        self.path.join(name.to_string())
    }

    /// The backups there are, the latest first.
    pub fn list(&self) -> Result<Vec<Backup>> {
        let mut backups = Vec::new();
        for file in self.files()? {
            let Some(name) = file.file_name().to_str().and_then(|it| it.parse().ok()) else {
                continue;
            };
            backups.push(Backup {
                name,
                bytes: file.metadata()?.len(),
            });
        }
        backups.sort_unstable_by_key(|it| std::cmp::Reverse(it.name));
        Ok(backups)
    }

    /// Reads a backup from end to end: [`Error::NotFound`], [`Error::Damaged`], [`Error::Newer`], or it can be restored.
    pub async fn verify(&self, name: BackupName) -> Result<()> {
        let file = self.place_of(name);
        if !file.try_exists()? {
            return Err(Error::NotFound);
        }
        connect::inspect(&file).await
    }

    /// Removes a backup for good. [`Error::NotFound`] when there is none of that name.
    pub fn delete(&self, name: BackupName) -> Result<()> {
        let file = self.place_of(name);
        if !file.try_exists()? {
            return Err(Error::NotFound);
        }
        Ok(disk::remove(&file)?)
    }

    fn files(&self) -> Result<Vec<fs::DirEntry>> {
        match fs::read_dir(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            files => Ok(files?.collect::<io::Result<_>>()?),
        }
    }

    fn remove_unfinished(&self) -> Result<()> {
        for file in self.files()? {
            let name = file.file_name();
            let finished = name.to_str().and_then(|it| it.strip_suffix(UNFINISHED));
            if finished.is_some_and(|it| it.parse::<BackupName>().is_ok()) {
                disk::remove(&file.path())?;
            }
        }
        Ok(())
    }

    /// A name nothing has yet: the second of `at`, or the first free one after it.
    fn free_name(&self, kind: BackupKind, at: DateTime<Utc>) -> Result<BackupName> {
        let mut name = BackupName {
            made_at: at.trunc_subsecs(0),
            kind,
        };
        while self.place_of(name).try_exists()? {
            name.made_at += TimeDelta::seconds(1);
        }
        Ok(name)
    }

    /// Removes the oldest of a kind beyond the number kept.
    fn rotate(&self, kind: BackupKind) -> Result<()> {
        let Some(kept) = kind.kept() else { return Ok(()) };
        for old in self.list()?.iter().filter(|it| it.name.kind == kind).skip(kept) {
            disk::remove(&self.place_of(old.name))?;
        }
        Ok(())
    }

    /// Makes a backup of what `pool` has open.
    pub(super) async fn make(
        &self,
        pool: &SqlitePool,
        kind: BackupKind,
        now: DateTime<Utc>,
    ) -> Result<Backup> {
        disk::make_private_folder(&self.path)?;
        self.remove_unfinished()?;
        let name = self.free_name(kind, now)?;
        let place = self.place_of(name);
        let unfinished = disk::beside(&place, UNFINISHED);
        let copied = copy(pool, &unfinished, place).await;
        if copied.is_err() {
            disk::remove(&unfinished)?;
        }
        let bytes = copied?;
        self.rotate(kind)?;
        Ok(Backup { name, bytes })
    }
}

/// Copies, reads the copy, and gives it its name. Answers its size.
async fn copy(pool: &SqlitePool, unfinished: &Path, place: PathBuf) -> Result<u64> {
    // SQLite fills a file that is empty, and keeps its mode.
    disk::make_private(unfinished)?;
    let text = unfinished
        .to_str()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a path that is no text"))?;
    sqlx::query("VACUUM INTO ?").bind(text).execute(pool).await?;
    connect::inspect(unfinished).await?;
    let unfinished = unfinished.to_owned();
    disk::off_the_runtime(move || {
        disk::put_in_place(&unfinished, &place)?;
        Ok(place.metadata()?.len())
    })
    .await
}

impl Store {
    /// Backs the whole agenda up, while others read and write it. What was committed before is in it.
    pub async fn back_up(
        &self,
        folder: &BackupFolder,
        kind: BackupKind,
        now: DateTime<Utc>,
    ) -> Result<Backup> {
        let _alone = self.file.copying().await;
        folder.make(&self.file.pool(), kind, now).await
    }

    /// Makes the backup of the day (UTC) unless it is there; `None` when it is.
    pub async fn daily_backup(&self, folder: &BackupFolder, now: DateTime<Utc>) -> Result<Option<Backup>> {
        let of_today = |it: &Backup| {
            it.name.kind == BackupKind::Daily && it.name.made_at.date_naive() == now.date_naive()
        };
        if folder.list()?.iter().any(of_today) {
            return Ok(None);
        }
        self.back_up(folder, BackupKind::Daily, now).await.map(Some)
    }
}
