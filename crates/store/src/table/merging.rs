//! Two clients become one.

use agenda::{Client, ClientCard};
use chrono::{DateTime, Utc};

use crate::{
    CoachRows, Result, codec,
    table::{clients::Columns, clients_merged},
};

impl CoachRows {
    /// Gives all appointments of `gone` to `kept`, who has `card` from now on, and removes `gone`.
    ///
    /// [`Error::NotFound`](crate::Error::NotFound), and nothing changed, when either was removed or had their notes
    /// changed since they were read: `card` would not hold what was added.
    pub async fn merge_clients(
        &self,
        kept: &Client,
        gone: &Client,
        card: &ClientCard,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (key, now) = (self.key(), now.timestamp());
        let (kept_id, gone_id) = (kept.id.to_string(), gone.id.to_string());
        let (it, as_read) = (Columns::from(card), kept.card.notes.as_str());
        let mut tx = self.write().await?;
        let done = sqlx::query!(
            "UPDATE clients SET name = ?, search_name = ?, email = ?, phone = ?, zone = ?, notes = ?,
               same_name = ?, same_email = ?, same_phone = ?
             WHERE coach_id = ? AND id = ? AND erased_at IS NULL AND notes = ?",
            it.name,
            it.search,
            it.email,
            it.phone,
            it.zone,
            it.notes,
            it.same.name,
            it.same.email,
            it.same.phone,
            key,
            kept_id,
            as_read
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        sqlx::query!(
            "UPDATE appointments SET client_id = ?, updated_at = ? WHERE coach_id = ? AND client_id = ?",
            kept_id,
            now,
            key,
            gone_id
        )
        .execute(&mut *tx)
        .await?;
        clients_merged::remember(&mut tx, &key, &gone_id, &kept_id).await?;
        let as_read = gone.card.notes.as_str();
        let done = sqlx::query!(
            "DELETE FROM clients WHERE coach_id = ? AND id = ? AND erased_at IS NULL AND notes = ?",
            key,
            gone_id,
            as_read
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        Ok(tx.commit().await?)
    }
}
