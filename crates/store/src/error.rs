//! What can go wrong with a database, by what the caller does next.

use agenda::UnknownWord;

/// The result of anything that touches the database.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the database did not do it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another scheduled appointment of the coach is there.
    #[error("another appointment has that time")]
    SlotTaken,
    /// Of several written together these, by their place in the list, meet another scheduled appointment of the coach.
    #[error("other appointments have the times of {0:?}")]
    SomeTaken(Vec<usize>),
    /// A cancelled appointment cannot come back.
    #[error("a cancelled appointment stays cancelled")]
    CancelledIsFinal,
    /// No such row for this person.
    #[error("not found")]
    NotFound,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder cannot be written.
    #[error("the database cannot be written")]
    ReadOnly,
    /// A newer program wrote it.
    #[error("the database was written by a newer version of the program")]
    Newer,
    /// The file is no database, or is damaged.
    #[error("the database is damaged")]
    Damaged,
    /// A row says something this program cannot read.
    #[error("the database holds something unreadable: {0}")]
    Unreadable(String),
    /// Anything else.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
}

// SQLite's primary result codes (sqlite.org/rescode.html); the extended ones carry them in the low byte.
const SQLITE_READONLY: i32 = 8;
const SQLITE_CORRUPT: i32 = 11;
const SQLITE_FULL: i32 = 13;
const SQLITE_CANTOPEN: i32 = 14;
const SQLITE_NOTADB: i32 = 26;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let sqlx::Error::Database(refusal) = &error else {
            return if matches!(error, sqlx::Error::RowNotFound) {
                Self::NotFound
            } else {
                Self::Database(error)
            };
        };
        match refusal.message() {
            "slot_taken" => return Self::SlotTaken,
            "cancelled_is_final" => return Self::CancelledIsFinal,
            _ => {}
        }
        let code = refusal
            .code()
            .and_then(|code| code.parse::<i32>().ok())
            .unwrap_or_default()
            & 0xff;
        match code {
            SQLITE_FULL => Self::DiskFull,
            SQLITE_READONLY | SQLITE_CANTOPEN => Self::ReadOnly,
            SQLITE_CORRUPT | SQLITE_NOTADB => Self::Damaged,
            _ => Self::Database(error),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError;
        match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Self::Newer,
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            other => Self::Database(sqlx::Error::Migrate(Box::new(other))),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Database(sqlx::Error::Io(error)),
        }
    }
}

impl From<UnknownWord> for Error {
    fn from(word: UnknownWord) -> Self {
        Self::Unreadable(word.to_string())
    }
}
