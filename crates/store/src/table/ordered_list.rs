//! What the lists a coach puts into order have in common: their rows move, and leave without taking a label from
//! appointments that have it.

/// Gives [`CoachRows`](crate::CoachRows) the removal and the ordering of a list: `$table`, named by `$column` of
/// appointments.
macro_rules! ordered_list {
    ($id:ident, $table:literal, $column:literal, $delete:ident, $reorder:ident) => {
        impl $crate::CoachRows {
            /// Takes one off the list: deletes it, or archives it when appointments use it.
            pub async fn $delete(&self, id: $id, now: chrono::DateTime<chrono::Utc>) -> $crate::Result<()> {
                let (key, id, now) = (self.key(), id.to_string(), now.timestamp());
                let mut tx = self.write().await?;
                let used = sqlx::query_scalar!(
                    r#"SELECT EXISTS (SELECT 1 FROM appointments WHERE coach_id = ? AND "#
                        + $column
                        + r#" = ?) AS "used!: bool""#,
                    key,
                    id
                )
                .fetch_one(&mut *tx)
                .await?;
                let done = if used {
                    sqlx::query!(
                        "UPDATE "
                            + $table
                            + " SET archived_at = ? WHERE coach_id = ? AND id = ? AND archived_at IS NULL",
                        now,
                        key,
                        id
                    )
                    .execute(&mut *tx)
                    .await?
                } else {
                    sqlx::query!(
                        "DELETE FROM " + $table + " WHERE coach_id = ? AND id = ?",
                        key,
                        id
                    )
                    .execute(&mut *tx)
                    .await?
                };
                $crate::codec::one(done.rows_affected())?;
                Ok(tx.commit().await?)
            }

            /// Puts the list into the order of `ids`; every one must be the coach's.
            pub async fn $reorder(&self, ids: &[$id]) -> $crate::Result<()> {
                let (key, mut tx) = (self.key(), self.write().await?);
                for (position, id) in (1_i64..).zip(ids) {
                    let id = id.to_string();
                    let done = sqlx::query!(
                        "UPDATE " + $table + " SET position = ? WHERE coach_id = ? AND id = ?",
                        position,
                        key,
                        id
                    )
                    .execute(&mut *tx)
                    .await?;
                    $crate::codec::one(done.rows_affected())?;
                }
                Ok(tx.commit().await?)
            }
        }
    };
}

pub(crate) use ordered_list;
