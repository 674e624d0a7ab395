//! `clients_told_apart`: pairs who look alike and are two people.

use std::collections::BTreeSet;

use agenda::ClientId;
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, codec};

impl CoachRows {
    /// Every pair the coach told apart, the smaller identifier first.
    pub async fn clients_told_apart(&self) -> Result<BTreeSet<(ClientId, ClientId)>> {
        let key = self.key();
        let rows = sqlx::query!(
            "SELECT first_id, other_id FROM clients_told_apart WHERE coach_id = ?",
            key
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.iter()
            .map(|row| Ok((codec::id(&row.first_id)?, codec::id(&row.other_id)?)))
            .collect()
    }

    /// Remembers that these are two people. [`Error::NotFound`](crate::Error::NotFound) when one of them is nobody's.
    pub async fn tell_clients_apart(&self, one: ClientId, other: ClientId) -> Result<()> {
        let (key, first, other) = (self.key(), one.min(other).to_string(), one.max(other).to_string());
        let done = sqlx::query!(
            "INSERT INTO clients_told_apart (coach_id, first_id, other_id)
             SELECT a.coach_id, a.id, b.id FROM clients AS a JOIN clients AS b ON b.coach_id = a.coach_id
             WHERE a.coach_id = ? AND a.id = ? AND b.id = ?
             ON CONFLICT (coach_id, first_id, other_id) DO UPDATE SET other_id = excluded.other_id",
            key,
            first,
            other
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }
}

/// Forgets whom somebody was told apart from: that the two looked alike tells of both.
pub(crate) async fn forget(tx: &mut SqliteConnection, coach: &str, client: &str) -> Result<()> {
    sqlx::query!(
        "DELETE FROM clients_told_apart WHERE coach_id = ?1 AND (first_id = ?2 OR other_id = ?2)",
        coach,
        client
    )
    .execute(tx)
    .await?;
    Ok(())
}
