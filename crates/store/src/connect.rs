//! The one place that opens a connection: every pragma is set here.

use std::{path::Path, time::Duration};

use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{Error, Result};

/// Longer than any transaction of ours by far: 32 writers queueing for one slot wait some tenths of a second.
const BUSY_TIMEOUT: Duration = Duration::from_secs(15);

pub(crate) async fn open(path: &Path) -> Result<SqlitePool> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // An agenda must survive a power cut with its last appointment: NORMAL would lose it.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .optimize_on_close(true, None);
    let pool = SqlitePoolOptions::new()
        .max_connections(8)
        .connect_with(options)
        .await?;
    sqlx::migrate!("../../migrations/sqlite").run(&pool).await?;
    check(&pool).await?;
    Ok(pool)
}

/// A cheap look at the file's structure: a damaged one is told at the door, not in the middle of a booking.
async fn check(pool: &SqlitePool) -> Result<()> {
    let answer: String = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(pool)
        .await?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged)
    }
}
