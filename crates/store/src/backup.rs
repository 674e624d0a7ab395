//! Backups: copies of the whole agenda, each an ordinary database under a name that says when and why it was made.
//!
//! A copy is made under another name, read from end to end, and only then given its own: what the list shows can be
//! restored. Nothing here decides when to make one, and no clock is read. They are no archive: what the coach erases
//! leaves them as they are replaced by newer ones.

mod folder;
mod restore;

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveDateTime, Utc};

pub use folder::BackupFolder;
pub use restore::{bring_back, set_aside};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BackupKind {
    /// Because a day had begun.
    Daily,
    /// Because the coach asked.
    ByHand,
    /// Before another one was restored.
    BeforeRestore,
    /// Before a newer program changed the tables.
    BeforeUpdate,
}

impl BackupKind {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Daily, ""),
        (Self::ByHand, "-by-hand"),
        (Self::BeforeRestore, "-before-restore"),
        (Self::BeforeUpdate, "-before-update"),
    ];

    /// How many are kept; `None`: the program never removes them, as the coach made each on purpose.
    fn kept(self) -> Option<usize> {
        match self {
            Self::Daily => Some(14),
            Self::ByHand => None,
            Self::BeforeRestore | Self::BeforeUpdate => Some(5),
        }
    }
}

/// The name of a backup: `agenda-2027-03-01T080000Z.db`. Nothing else can be one, so that none leads out of its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BackupName {
    /// When it was made, to the second.
    pub made_at: DateTime<Utc>,
    /// Why it was made.
    pub kind: BackupKind,
}

/// The text is no name of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a backup")]
pub struct NotABackupName;

const STAMP: &str = "%Y-%m-%dT%H%M%S";

/// An instant as file names have it: no colon, which Windows refuses.
fn stamp(at: DateTime<Utc>) -> String {
    format!("{}Z", at.format(STAMP))
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suffix = BackupKind::ALL
            .iter()
            .find(|it| it.0 == self.kind)
            .map_or("", |it| it.1);
        write!(f, "agenda-{}{suffix}.db", stamp(self.made_at))
    }
}

impl FromStr for BackupName {
    type Err = NotABackupName;

    fn from_str(text: &str) -> Result<Self, NotABackupName> {
        let inner = text.strip_prefix("agenda-").and_then(|it| it.strip_suffix(".db"));
        let (at, suffix) = inner.and_then(|it| it.split_once('Z')).ok_or(NotABackupName)?;
        let made_at = NaiveDateTime::parse_from_str(at, STAMP)
            .map_err(|_| NotABackupName)?
            .and_utc();
        let kind = BackupKind::ALL
            .iter()
            .find(|it| it.1 == suffix)
            .ok_or(NotABackupName)?
            .0;
        let name = Self { made_at, kind };
        // One spelling each: the parser takes more than is ever written.
        if name.to_string() == text {
            Ok(name)
        } else {
            Err(NotABackupName)
        }
    }
}

/// A backup that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backup {
    /// When and why it was made.
    pub name: BackupName,
    /// Its size.
    pub bytes: u64,
}
