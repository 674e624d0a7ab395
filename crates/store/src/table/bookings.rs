//! What slots are cut around: the times of scheduled appointments, with their buffers, and nothing else of them.

use std::collections::BTreeSet;

use agenda::AppointmentId;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use slots::{Booked, Bookings, Buffer, Span};

use crate::{CoachRows, Error, Result, codec};

#[derive(Deserialize)]
struct Row {
    id: String,
    starts_at: i64,
    ends_at: i64,
    buffer_before_min: i64,
    buffer_after_min: i64,
}

impl CoachRows {
    /// The scheduled appointments that meet `[from, to)`, with their buffers, but for `without`: what slots are cut
    /// around.
    pub async fn bookings(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        without: &[AppointmentId],
    ) -> Result<Bookings> {
        let (key, from, to) = (self.key(), from.timestamp(), to.timestamp());
        let without: BTreeSet<String> = without.iter().map(ToString::to_string).collect();
        let rows = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(id, starts_at, ends_at, buffer_before_min, buffer_after_min)) AS "rows!: String"
             FROM (SELECT id, starts_at, ends_at, buffer_before_min, buffer_after_min FROM appointments
               WHERE coach_id = ?1 AND status = 'scheduled' AND starts_at > ?2 - 86400 AND starts_at < ?3 AND ends_at > ?2
               ORDER BY starts_at) AS held"#,
            key,
            from,
            to
        )
        .fetch_one(&self.file.pool())
        .await?;
        let rows: Vec<Row> = codec::rows(&rows)?;
        let mut booked = Vec::with_capacity(rows.len());
        for row in rows.into_iter().filter(|row| !without.contains(&row.id)) {
            booked.push(Booked {
                span: span(row.starts_at, row.ends_at)?,
                before: buffer(row.buffer_before_min)?,
                after: buffer(row.buffer_after_min)?,
            });
        }
        Ok(Bookings::new(booked))
    }
}

fn span(start: i64, end: i64) -> Result<Span> {
    Span::new(codec::instant(start)?, codec::instant(end)?)
        .ok_or_else(|| Error::Unreadable(format!("span {start} to {end}")))
}

fn buffer(minutes: i64) -> Result<Buffer> {
    Buffer::new(codec::number(minutes)?).map_err(|bad| Error::Unreadable(bad.to_string()))
}
