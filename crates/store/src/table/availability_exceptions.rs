//! `availability_exceptions` and `exception_ranges`: dates that are closed or have hours of their own.

use std::collections::BTreeMap;

use agenda::{Exception, ExceptionCard, ExceptionId, Opening};
use chrono::NaiveDate;
use slots::TimeRange;
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, codec, table::coach_availability::range};

async fn write_ranges(tx: &mut SqliteConnection, coach: &str, id: &str, opening: &Opening) -> Result<()> {
    sqlx::query!(
        "DELETE FROM exception_ranges WHERE coach_id = ? AND exception_id = ?",
        coach,
        id
    )
    .execute(&mut *tx)
    .await?;
    for range in opening.ranges() {
        let (start, end) = (range.start_minute(), range.end_minute());
        sqlx::query!(
            "INSERT INTO exception_ranges (coach_id, exception_id, start_min, end_min) VALUES (?, ?, ?, ?)",
            coach,
            id,
            start,
            end
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

impl CoachRows {
    /// Exceptions that speak of a date from `from` on, by date.
    pub async fn exceptions(&self, from: NaiveDate) -> Result<Vec<Exception>> {
        let (key, from) = (self.key(), from.to_string());
        let mut ranges = self.exception_ranges(&from).await?;
        let rows = sqlx::query!(
            "SELECT id, from_date, to_date, label FROM availability_exceptions
             WHERE coach_id = ? AND to_date >= ? ORDER BY from_date, id",
            key,
            from
        )
        .fetch_all(&self.file.pool())
        .await?;
        let mut exceptions = Vec::with_capacity(rows.len());
        for row in rows {
            let opening = ranges.remove(&row.id).map_or(Opening::Closed, Opening::Hours);
            let (from, to) = (codec::date(&row.from_date)?, codec::date(&row.to_date)?);
            let card = ExceptionCard {
                from,
                to,
                label: codec::line(&row.label)?,
                opening,
            };
            exceptions.push(Exception {
                id: codec::id(&row.id)?,
                card,
            });
        }
        Ok(exceptions)
    }

    async fn exception_ranges(&self, from: &str) -> Result<BTreeMap<String, Vec<TimeRange>>> {
        let key = self.key();
        let rows = sqlx::query!(
            "SELECT r.exception_id, r.start_min, r.end_min FROM exception_ranges AS r
             JOIN availability_exceptions AS e ON e.id = r.exception_id
             WHERE e.coach_id = ? AND e.to_date >= ? ORDER BY r.exception_id, r.start_min",
            key,
            from
        )
        .fetch_all(&self.file.pool())
        .await?;
        let mut ranges: BTreeMap<String, Vec<TimeRange>> = BTreeMap::new();
        for row in rows {
            ranges
                .entry(row.exception_id)
                .or_default()
                .push(range(row.start_min, row.end_min)?);
        }
        Ok(ranges)
    }

    /// Adds an exception.
    pub async fn add_exception(&self, it: &Exception) -> Result<()> {
        let (key, id, card) = (self.key(), it.id.to_string(), &it.card);
        let (from, to, label) = (card.from.to_string(), card.to.to_string(), card.label.as_str());
        let mut tx = self.write().await?;
        sqlx::query!(
            "INSERT INTO availability_exceptions (id, coach_id, from_date, to_date, label) VALUES (?, ?, ?, ?, ?)",
            id,
            key,
            from,
            to,
            label
        )
        .execute(&mut *tx)
        .await?;
        write_ranges(&mut tx, &key, &id, &card.opening).await?;
        Ok(tx.commit().await?)
    }

    /// Replaces what an exception says.
    pub async fn update_exception(&self, it: &Exception) -> Result<()> {
        let (key, id, card) = (self.key(), it.id.to_string(), &it.card);
        let (from, to, label) = (card.from.to_string(), card.to.to_string(), card.label.as_str());
        let mut tx = self.write().await?;
        let done = sqlx::query!(
            "UPDATE availability_exceptions SET from_date = ?, to_date = ?, label = ? WHERE coach_id = ? AND id = ?",
            from,
            to,
            label,
            key,
            id
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        write_ranges(&mut tx, &key, &id, &card.opening).await?;
        Ok(tx.commit().await?)
    }

    /// Removes an exception: its dates have the weekly hours again.
    pub async fn delete_exception(&self, id: ExceptionId) -> Result<()> {
        let (key, id) = (self.key(), id.to_string());
        let done = sqlx::query!(
            "DELETE FROM availability_exceptions WHERE coach_id = ? AND id = ?",
            key,
            id
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }
}
