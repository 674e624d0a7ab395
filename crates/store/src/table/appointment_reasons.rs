//! `appointment_reasons`: short labels that say why one meets.

use agenda::{Reason, ReasonId};
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, codec, table::ordered_list::ordered_list};

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
}

ordered_list!(
    ReasonId,
    "appointment_reasons",
    "reason_id",
    delete_reason,
    reorder_reasons
);
