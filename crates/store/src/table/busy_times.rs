//! `busy_times`: when the coach is busy elsewhere, as calendars said when they were last read.

use agenda::FeedId;
use chrono::{DateTime, TimeDelta, Utc};
use slots::{Span, Spans};
use sqlx::SqliteConnection;

use crate::{CoachRows, Error, FeedReading, Result, codec};

/// No row is longer.
const LONGEST: TimeDelta = TimeDelta::weeks(1);

/// A time in which the coach is busy elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BusyTime {
    /// Which calendar says so.
    pub feed: FeedId,
    /// When.
    pub span: Span,
    /// Whole days.
    pub all_day: bool,
}

pub(crate) async fn replace(
    tx: &mut SqliteConnection,
    coach: &str,
    feed: &str,
    read: &FeedReading,
) -> Result<()> {
    sqlx::query!(
        "DELETE FROM busy_times WHERE coach_id = ? AND feed_id = ?",
        coach,
        feed
    )
    .execute(&mut *tx)
    .await?;
    for (spans, all_day) in [(&read.timed, false), (&read.all_day, true)] {
        for (start, end) in spans.iter().flat_map(pieces) {
            sqlx::query!(
                "INSERT INTO busy_times (coach_id, feed_id, starts_at, ends_at, all_day) VALUES (?, ?, ?, ?, ?)",
                coach,
                feed,
                start,
                end,
                all_day
            )
            .execute(&mut *tx)
            .await?;
        }
    }
    Ok(())
}

/// The seconds in which a span starts and ends, in pieces of a week. One that ends within a second takes it whole.
fn pieces(span: &Span) -> impl Iterator<Item = (i64, i64)> + use<> {
    let (start, week) = (span.start().timestamp(), LONGEST.num_seconds());
    let whole = span.end().timestamp_subsec_nanos() == 0;
    let end = span.end().timestamp() + i64::from(!whole);
    std::iter::successors(Some(start), move |last| last.checked_add(week))
        .take_while(move |from| *from < end)
        .map(move |from| (from, end.min(from.saturating_add(week))))
}

impl CoachRows {
    /// The times in which calendars that count say the coach is busy, that lie in a period or reach into it; in order
    /// of start.
    pub async fn busy_times(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<BusyTime>> {
        let (key, from, to) = (self.key(), from.timestamp(), to.timestamp());
        let rows = sqlx::query!(
            // CROSS: the times of the period first, not all times of each calendar.
            "SELECT t.feed_id, t.starts_at, t.ends_at, t.all_day AS \"all_day!: i64\" FROM busy_times AS t
             CROSS JOIN busy_feeds AS f ON f.id = t.feed_id AND f.coach_id = t.coach_id
             WHERE t.coach_id = ?1 AND t.starts_at > ?2 - 604800 AND t.starts_at < ?3 AND t.ends_at > ?2
               AND f.enabled = 1 AND (t.all_day = 0 OR f.all_day_blocks = 1)
             ORDER BY t.starts_at",
            key,
            from,
            to
        )
        .fetch_all(&self.file.pool())
        .await?;
        let times = rows.into_iter().map(|row| {
            let (start, end) = (codec::instant(row.starts_at)?, codec::instant(row.ends_at)?);
            let span = Span::new(start, end).ok_or_else(|| {
                Error::Unreadable(format!("busy time {} to {}", row.starts_at, row.ends_at))
            })?;
            Ok(BusyTime {
                feed: codec::id(&row.feed_id)?,
                span,
                all_day: row.all_day != 0,
            })
        });
        times.collect()
    }

    /// The same, as one set of instants.
    pub async fn busy(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Spans> {
        let times = self.busy_times(from, to).await?;
        Ok(times.into_iter().map(|it| it.span).collect())
    }
}
