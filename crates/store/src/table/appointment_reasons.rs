//! `appointment_reasons`: short labels that say why one meets.

use agenda::{Reason, ReasonId};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, codec};

struct Row {
    id: String,
    label: String,
    archived_at: Option<i64>,
}

impl Row {
    fn reason(self) -> Result<Reason> {
        Ok(Reason {
            id: codec::id(&self.id)?,
            label: codec::line(&self.label)?,
            archived: self.archived_at.is_some(),
        })
    }
}

/// Appends a reason to the end of the coach's list.
pub(crate) async fn insert(tx: &mut SqliteConnection, coach: &str, it: &Reason) -> Result<()> {
    let (id, label) = (it.id.to_string(), it.label.as_str());
    sqlx::query!(
        "INSERT INTO appointment_reasons (id, coach_id, label, position)
         SELECT ?1, ?2, ?3, COALESCE(MAX(position), 0) + 1 FROM appointment_reasons WHERE coach_id = ?2",
        id,
        coach,
        label
    )
    .execute(tx)
    .await?;
    Ok(())
}

impl CoachRows {
    /// The reasons on offer, in the coach's order.
    pub async fn reasons(&self) -> Result<Vec<Reason>> {
        let key = self.key();
        sqlx::query_as!(
            Row,
            "SELECT id, label, archived_at FROM appointment_reasons WHERE coach_id = ? AND archived_at IS NULL
             ORDER BY position, id",
            key
        )
        .fetch_all(&self.file.pool())
        .await?
        .into_iter()
        .map(Row::reason)
        .collect()
    }

    /// One reason, also an archived one.
    pub async fn reason(&self, id: ReasonId) -> Result<Reason> {
        let (key, id) = (self.key(), id.to_string());
        sqlx::query_as!(
            Row,
            "SELECT id, label, archived_at FROM appointment_reasons WHERE coach_id = ? AND id = ?",
            key,
            id
        )
        .fetch_one(&self.file.pool())
        .await?
        .reason()
    }

    /// Adds a reason at the end.
    pub async fn add_reason(&self, it: &Reason) -> Result<()> {
        let mut tx = self.write().await?;
        insert(&mut tx, &self.key(), it).await?;
        Ok(tx.commit().await?)
    }

    /// Changes the label, for past appointments too.
    pub async fn update_reason(&self, it: &Reason) -> Result<()> {
        let (key, id, label) = (self.key(), it.id.to_string(), it.label.as_str());
        let done = sqlx::query!(
            "UPDATE appointment_reasons SET label = ? WHERE coach_id = ? AND id = ?",
            label,
            key,
            id
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }

    /// Deletes a reason, or archives it when appointments use it.
    pub async fn delete_reason(&self, id: ReasonId, now: DateTime<Utc>) -> Result<()> {
        let (key, id, now) = (self.key(), id.to_string(), now.timestamp());
        let mut tx = self.write().await?;
        let used = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM appointments WHERE coach_id = ? AND reason_id = ?) AS "used!: bool""#,
            key,
            id
        )
        .fetch_one(&mut *tx)
        .await?;
        let done = if used {
            sqlx::query!(
                "UPDATE appointment_reasons SET archived_at = ? WHERE coach_id = ? AND id = ? AND archived_at IS NULL",
                now,
                key,
                id
            )
            .execute(&mut *tx)
            .await?
        } else {
            sqlx::query!(
                "DELETE FROM appointment_reasons WHERE coach_id = ? AND id = ?",
                key,
                id
            )
            .execute(&mut *tx)
            .await?
        };
        codec::one(done.rows_affected())?;
        Ok(tx.commit().await?)
    }

    /// Puts the reasons into the order of `ids`; every one must be the coach's.
    pub async fn reorder_reasons(&self, ids: &[ReasonId]) -> Result<()> {
        let (key, mut tx) = (self.key(), self.write().await?);
        for (position, id) in (1_i64..).zip(ids) {
            let id = id.to_string();
            let done = sqlx::query!(
                "UPDATE appointment_reasons SET position = ? WHERE coach_id = ? AND id = ?",
                position,
                key,
                id
            )
            .execute(&mut *tx)
            .await?;
            codec::one(done.rows_affected())?;
        }
        Ok(tx.commit().await?)
    }
}
