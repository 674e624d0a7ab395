//! The one place that opens a connection: every pragma is set here, and the tables are brought up to date.

use std::{path::Path, time::Duration};

use sqlx::{
    Connection, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    Error, Result,
    disk::{make_private, off_the_runtime},
    table::likeness,
};

/// Longer than any transaction of ours by far: 32 writers queueing for one slot wait some tenths of a second.
const BUSY_TIMEOUT: Duration = Duration::from_secs(15);

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/sqlite");

/// How the tables of a file compare with those of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    /// It has no tables yet.
    Empty,
    /// An older program made them.
    Older,
    /// They are those of today.
    Current,
}

/// Opens the file, makes it when missing, and looks at its structure. Its tables stay as they are.
pub(crate) async fn connect(path: &Path) -> Result<SqlitePool> {
    // SQLite gives what it puts beside a file the permissions of that file. Why it cannot be made, it tells best itself.
    let new = path.to_owned();
    let _ = off_the_runtime(move || make_private(&new)).await;
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
        // What is erased is overwritten, not only forgotten: an agenda holds what people said in confidence.
        .pragma("secure_delete", "ON")
        // KiB. With years of use in the file, the 2 MB of SQLite's own choice are read anew for every list.
        .pragma("cache_size", "-16384")
        // A month's rows are read in one go, not in turns of fifty with the thread that asks for them.
        .row_buffer_size(2_048)
        .optimize_on_close(true, None);
    let pool = SqlitePoolOptions::new()
        // Each holds a cache of its own, the tables' descriptions and a thread. A window asks for little more at a time.
        .max_connections(4)
        // A full disk makes SQLite roll back by itself, and sqlx then believes for ever that the transaction is open:
        // such a connection is closed and another takes its place.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .connect_with(options)
        .await?;
    closing_on_error(&pool, look_over(&pool)).await?;
    Ok(pool)
}

/// Brings the tables up to date.
pub(crate) async fn migrate(pool: &SqlitePool) -> Result<()> {
    closing_on_error(pool, async {
        MIGRATIONS.run(pool).await?;
        likeness::complete(pool).await
    })
    .await
}

/// A file that is refused is let go at once: it may be moved away next.
pub(crate) async fn closing_on_error<T>(
    pool: &SqlitePool,
    step: impl Future<Output = Result<T>>,
) -> Result<T> {
    let done = step.await;
    if done.is_err() {
        pool.close().await;
    }
    done
}

/// A cheap look at the file's structure: a damaged one is told at the door, not in the middle of a booking.
async fn look_over(pool: &SqlitePool) -> Result<()> {
    let answer: String = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(pool)
        .await?;
    sound(&answer)
}

fn sound(answer: &str) -> Result<()> {
    if answer == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged)
    }
}

/// How the tables compare with those of this program. [`Error::Newer`] when it does not know them.
pub(crate) async fn age(connection: &mut SqliteConnection) -> Result<Age> {
    let known = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')";
    if !sqlx::query_scalar(known).fetch_one(&mut *connection).await? {
        return Ok(Age::Empty);
    }
    let newest: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(connection)
        .await?;
    let Some(newest) = newest else {
        return Ok(Age::Empty);
    };
    let today = MIGRATIONS.iter().map(|it| it.version).max().unwrap_or_default();
    match newest.cmp(&today) {
        std::cmp::Ordering::Less => Ok(Age::Older),
        std::cmp::Ordering::Equal => Ok(Age::Current),
        std::cmp::Ordering::Greater => Err(Error::Newer),
    }
}

/// Reads a file from end to end without changing it: that it is an agenda this program knows, whole and consistent.
pub(crate) async fn inspect(path: &Path) -> Result<()> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON");
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let told = inspect_opened(&mut connection).await;
    connection.close().await?;
    told
}

async fn inspect_opened(connection: &mut SqliteConnection) -> Result<()> {
    let answer: String = sqlx::query_scalar("PRAGMA integrity_check(1)")
        .fetch_one(&mut *connection)
        .await?;
    sound(&answer)?;
    let stray = sqlx::query("PRAGMA foreign_key_check")
        .fetch_optional(&mut *connection)
        .await?;
    if stray.is_some() || age(connection).await? == Age::Empty {
        return Err(Error::Damaged);
    }
    Ok(())
}
