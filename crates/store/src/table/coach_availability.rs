//! `coach_availability`: the weekly opening hours.

use agenda::WEEK;
use slots::{TimeRange, WeeklyHours};
use sqlx::SqliteConnection;

use crate::{CoachRows, Error, Result, codec};

/// Replaces the whole week.
pub(crate) async fn write(tx: &mut SqliteConnection, key: &str, weekly: &WeeklyHours) -> Result<()> {
    sqlx::query!("DELETE FROM coach_availability WHERE coach_id = ?", key)
        .execute(&mut *tx)
        .await?;
    for (weekday, _) in WEEK {
        for range in weekly.ranges(weekday) {
            let day = weekday.number_from_monday();
            let (start, end) = (range.start_minute(), range.end_minute());
            sqlx::query!(
                "INSERT INTO coach_availability (coach_id, weekday, start_min, end_min) VALUES (?, ?, ?, ?)",
                key,
                day,
                start,
                end
            )
            .execute(&mut *tx)
            .await?;
        }
    }
    Ok(())
}

impl CoachRows {
    /// The weekly opening hours.
    pub async fn weekly_hours(&self) -> Result<WeeklyHours> {
        let key = self.key();
        let rows = sqlx::query!(
            "SELECT weekday, start_min, end_min FROM coach_availability WHERE coach_id = ? ORDER BY weekday, start_min",
            key
        )
        .fetch_all(&self.file.pool())
        .await?;
        let mut ranges = Vec::with_capacity(rows.len());
        for row in rows {
            let day = usize::try_from(row.weekday - 1)
                .ok()
                .and_then(|index| WEEK.get(index));
            let (weekday, _) = day.ok_or_else(|| Error::Unreadable(format!("weekday {}", row.weekday)))?;
            ranges.push((*weekday, range(row.start_min, row.end_min)?));
        }
        Ok(WeeklyHours::new(ranges))
    }

    /// Replaces the whole week.
    pub async fn replace_weekly_hours(&self, weekly: &WeeklyHours) -> Result<()> {
        let mut tx = self.write().await?;
        write(&mut tx, &self.key(), weekly).await?;
        Ok(tx.commit().await?)
    }
}

/// A range as two columns have it.
pub(crate) fn range(start: i64, end: i64) -> Result<TimeRange> {
    let (start, end) = (codec::number(start)?, codec::number(end)?);
    TimeRange::from_minutes(start, end).map_err(|_| Error::Unreadable(format!("range {start} to {end}")))
}
