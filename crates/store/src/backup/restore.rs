//! Back from a backup, and what is done with a file that can no longer be opened.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

use super::{Backup, BackupFolder, BackupKind, BackupName, stamp};
use crate::{Error, Result, Store, connect, disk};

/// What SQLite keeps beside a database that is open, or was when its program died.
const COMPANIONS: [&str; 2] = ["-wal", "-shm"];

/// A backup on its way to become the agenda.
const INCOMING: &str = ".incoming";

impl Store {
    /// Puts a backup in place of the agenda; the present state is backed up first, and answered.
    ///
    /// Every handle has the restored agenda from then on. The present is saved after the last writer has ended, so that
    /// all that was acknowledged is in it; a call made between that and the end fails, and can be made again.
    pub async fn restore(
        &self,
        folder: &BackupFolder,
        name: BackupName,
        now: DateTime<Utc>,
    ) -> Result<Backup> {
        let _alone = self.file.copying().await;
        let agenda = self.file.path();
        folder.verify(name).await?;
        let incoming = incoming(folder, name, agenda).await?;
        self.file.pool().close().await;
        let replaced = save_and_replace(folder, &incoming, agenda, now).await;
        // Whichever agenda is there now, the handles go on with it.
        self.file.replace(connect::connect(agenda).await?);
        if replaced.is_err() {
            remove_whole(&incoming)?;
        }
        replaced
    }
}

async fn save_and_replace(
    folder: &BackupFolder,
    incoming: &Path,
    agenda: &Path,
    now: DateTime<Utc>,
) -> Result<Backup> {
    let pool = connect::connect(agenda).await?;
    let present = folder.make(&pool, BackupKind::BeforeRestore, now).await;
    pool.close().await;
    let present = present?;
    replace(incoming, agenda)?;
    Ok(present)
}

/// Copies a backup beside the agenda and brings its tables up to date: what takes the agenda's place is known to open.
async fn incoming(folder: &BackupFolder, name: BackupName, agenda: &Path) -> Result<PathBuf> {
    let incoming = disk::beside(agenda, INCOMING);
    remove_whole(&incoming)?;
    let (from, to) = (folder.place_of(name), incoming.clone());
    let copied = disk::off_the_runtime(move || disk::copy_private(&from, &to)).await;
    let ready = match copied {
        Ok(()) => bring_up_to_date(&incoming).await,
        Err(error) => Err(error),
    };
    if ready.is_err() {
        remove_whole(&incoming)?;
    }
    ready.map(|()| incoming)
}

async fn bring_up_to_date(file: &Path) -> Result<()> {
    let pool = connect::connect(file).await?;
    connect::migrate(&pool).await?;
    pool.close().await;
    Ok(())
}

/// The journal of the old file would be read into the new one, and ruin it: somebody else still has the agenda open.
fn replace(incoming: &Path, agenda: &Path) -> Result<()> {
    let journal = disk::beside(agenda, "-wal");
    if journal.metadata().is_ok_and(|it| it.len() > 0) {
        return Err(io::Error::other("another program has the agenda open").into());
    }
    Ok(disk::put_in_place(incoming, agenda)?)
}

fn remove_whole(file: &Path) -> io::Result<()> {
    for companion in COMPANIONS {
        disk::remove(&disk::beside(file, companion))?;
    }
    disk::remove(file)
}

/// Gives a file that cannot be opened another name beside its own, with what SQLite kept for it, and tells which.
///
/// Nothing of it is deleted: somebody may still get something out of it. For use on the coach's decision, with nothing
/// opened there.
pub fn set_aside(agenda: &Path, now: DateTime<Utc>) -> Result<PathBuf> {
    let mut at = now.trunc_subsecs(0);
    let mut aside = aside(agenda, at);
    while aside.try_exists()? {
        at += TimeDelta::seconds(1);
        aside = self::aside(agenda, at);
    }
    // The journal first: left behind, it would be taken for that of the file that comes next.
    for companion in COMPANIONS {
        match fs::rename(disk::beside(agenda, companion), disk::beside(&aside, companion)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    fs::rename(agenda, &aside)?;
    disk::sync_folder_of(&aside)?;
    Ok(aside)
}

fn aside(agenda: &Path, at: DateTime<Utc>) -> PathBuf {
    let stem = agenda.file_stem().unwrap_or_default().to_string_lossy();
    agenda.with_file_name(format!("{stem}-damaged-{}.db", stamp(at)))
}

/// Makes a backup the agenda where there is none, as after [`set_aside`]. Refuses to replace one.
pub async fn bring_back(folder: &BackupFolder, name: BackupName, agenda: &Path) -> Result<()> {
    if agenda.try_exists()? {
        return Err(Error::from(io::Error::from(io::ErrorKind::AlreadyExists)));
    }
    folder.verify(name).await?;
    let incoming = incoming(folder, name, agenda).await?;
    replace(&incoming, agenda)
}
