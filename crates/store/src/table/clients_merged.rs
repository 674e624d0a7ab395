//! `clients_merged`: who was merged into whom, for as long as an older copy of the agenda may hold both.

use sqlx::SqliteConnection;

use crate::Result;

/// Remembers that `gone` is `kept` now, and whoever was merged into `gone` before.
pub(crate) async fn remember(tx: &mut SqliteConnection, coach: &str, gone: &str, kept: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE clients_merged SET kept_id = ? WHERE coach_id = ? AND kept_id = ?",
        kept,
        coach,
        gone
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "INSERT INTO clients_merged (coach_id, gone_id, kept_id) VALUES (?, ?, ?)",
        coach,
        gone,
        kept
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Everybody who was merged into that client.
pub(crate) async fn into(tx: &mut SqliteConnection, coach: &str, kept: &str) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        "SELECT gone_id FROM clients_merged WHERE coach_id = ? AND kept_id = ?",
        coach,
        kept
    )
    .fetch_all(tx)
    .await?)
}
