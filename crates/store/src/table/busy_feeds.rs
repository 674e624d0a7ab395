//! `busy_feeds`: calendars of others. How they are is written by whoever reads them.

use agenda::{Feed, FeedAddress, FeedCard, FeedId, FeedKind, FeedTrouble};
use chrono::{DateTime, Utc};
use slots::Spans;

use crate::{CoachRows, Error, Result, codec, table::busy_times};

/// A calendar to be written down, never read so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFeed {
    /// Which.
    pub id: FeedId,
    /// What the coach decides about it.
    pub card: FeedCard,
    /// Its address and whose server that is on; none for a file.
    pub address: Option<(FeedAddress, String)>,
}

/// What the server said of the copy we have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedVersion {
    /// ETAG.
    pub etag: Option<String>,
    /// LAST-MODIFIED, as it was written.
    pub last_modified: Option<String>,
}

/// A calendar that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedErrand {
    /// Which.
    pub id: FeedId,
    /// Where.
    pub address: FeedAddress,
    /// The copy we have, if we have one.
    pub version: FeedVersion,
    /// Up to when that copy's repetitions are written out.
    pub known_until: Option<DateTime<Utc>>,
    /// The zone its whole days were read in.
    pub zone: Option<String>,
    /// How often in a row reading it failed.
    pub failures: u32,
}

/// What a calendar said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedReading {
    /// Times of the clock.
    pub timed: Spans,
    /// Whole days.
    pub all_day: Spans,
    /// The copy this is.
    pub version: FeedVersion,
    /// Up to when repetitions are written out.
    pub known_until: DateTime<Utc>,
    /// The zone whole days were read in.
    pub zone: String,
    /// Events that were not understood.
    pub not_understood: u32,
    /// Time zones nobody knows.
    pub unknown_zones: Vec<String>,
}

struct FeedRow {
    id: String,
    name: String,
    kind: String,
    host: Option<String>,
    enabled: i64,
    all_day_blocks: i64,
    good_at: Option<i64>,
    tried_at: Option<i64>,
    trouble: Option<String>,
    known_until: Option<i64>,
    not_understood: i64,
    unknown_zones: String,
    passed_over_until: Option<i64>,
}

impl FeedRow {
    fn feed(self) -> Result<Feed> {
        let instant = |at: Option<i64>| at.map(codec::instant).transpose();
        Ok(Feed {
            id: codec::id(&self.id)?,
            card: FeedCard {
                name: codec::line(&self.name)?,
                enabled: self.enabled != 0,
                all_day_blocks: self.all_day_blocks != 0,
            },
            kind: FeedKind::from_word(&self.kind)?,
            host: self.host,
            good_at: instant(self.good_at)?,
            tried_at: instant(self.tried_at)?,
            trouble: self.trouble.as_deref().map(FeedTrouble::from_word).transpose()?,
            known_until: instant(self.known_until)?,
            not_understood: codec::number(self.not_understood)?,
            unknown_zones: self.unknown_zones.lines().map(str::to_owned).collect(),
            passed_over_until: instant(self.passed_over_until)?,
        })
    }
}

struct ErrandRow {
    id: String,
    address: Option<String>,
    etag: Option<String>,
    last_modified: Option<String>,
    known_until: Option<i64>,
    zone: Option<String>,
    failures: i64,
}

impl ErrandRow {
    fn errand(self) -> Result<FeedErrand> {
        Ok(FeedErrand {
            id: codec::id(&self.id)?,
            address: FeedAddress::new(self.address.ok_or(Error::NotFound)?),
            version: FeedVersion {
                etag: self.etag,
                last_modified: self.last_modified,
            },
            known_until: self.known_until.map(codec::instant).transpose()?,
            zone: self.zone,
            failures: codec::number(self.failures)?,
        })
    }
}

impl CoachRows {
    /// All calendars, in the order they were added.
    pub async fn feeds(&self) -> Result<Vec<Feed>> {
        let key = self.key();
        let rows = sqlx::query_as!(
            FeedRow,
            "SELECT id, name, kind, host, enabled, all_day_blocks, good_at, tried_at, trouble, known_until,
               not_understood, unknown_zones, passed_over_until
             FROM busy_feeds WHERE coach_id = ? ORDER BY created_at, id",
            key
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter().map(FeedRow::feed).collect()
    }

    /// One calendar.
    pub async fn feed(&self, id: FeedId) -> Result<Feed> {
        let (key, id) = (self.key(), id.to_string());
        let row = sqlx::query_as!(
            FeedRow,
            "SELECT id, name, kind, host, enabled, all_day_blocks, good_at, tried_at, trouble, known_until,
               not_understood, unknown_zones, passed_over_until
             FROM busy_feeds WHERE coach_id = ? AND id = ?",
            key,
            id
        )
        .fetch_one(&self.file.pool())
        .await?;
        row.feed()
    }

    /// Writes a calendar down; one with an address is due at once.
    pub async fn add_feed(&self, new: &NewFeed, now: DateTime<Utc>) -> Result<()> {
        let (key, id, now) = (self.key(), new.id.to_string(), now.timestamp());
        let kind = if new.address.is_some() {
            FeedKind::Https
        } else {
            FeedKind::File
        };
        let (kind, name) = (kind.word(), new.card.name.as_str());
        let address = new.address.as_ref().map(|(address, _)| address.reveal());
        let host = new.address.as_ref().map(|(_, host)| host.as_str());
        sqlx::query!(
            "INSERT INTO busy_feeds
               (id, coach_id, name, kind, address, host, enabled, all_day_blocks, created_at, next_try_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?9, ?9)",
            id,
            key,
            name,
            kind,
            address,
            host,
            new.card.enabled,
            new.card.all_day_blocks,
            now
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }

    /// Replaces what the coach decides about a calendar. One that is to count again is due at once.
    pub async fn update_feed(&self, id: FeedId, card: &FeedCard) -> Result<()> {
        let (key, id, name) = (self.key(), id.to_string(), card.name.as_str());
        let done = sqlx::query!(
            "UPDATE busy_feeds SET name = ?1, next_try_at = CASE WHEN ?2 > enabled THEN 0 ELSE next_try_at END,
               enabled = ?2, all_day_blocks = ?3
             WHERE coach_id = ?4 AND id = ?5",
            name,
            card.enabled,
            card.all_day_blocks,
            key,
            id
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }

    /// Removes a calendar and its times.
    pub async fn remove_feed(&self, id: FeedId) -> Result<()> {
        let (key, id) = (self.key(), id.to_string());
        let done = sqlx::query!("DELETE FROM busy_feeds WHERE coach_id = ? AND id = ?", key, id)
            .execute(&self.file.pool())
            .await?;
        codec::one(done.rows_affected())
    }

    /// Bookings need not wait, until then, for calendars that were never read.
    pub async fn pass_over_unread_feeds(&self, until: DateTime<Utc>) -> Result<()> {
        let (key, until) = (self.key(), until.timestamp());
        sqlx::query!(
            "UPDATE busy_feeds SET passed_over_until = ? WHERE coach_id = ? AND good_at IS NULL AND enabled = 1",
            until,
            key
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }

    /// Whether a calendar with that address is there already.
    pub async fn has_feed_at(&self, address: &FeedAddress) -> Result<bool> {
        let (key, address) = (self.key(), address.reveal());
        let found = sqlx::query_scalar!(
            "SELECT 1 AS \"there!: i64\" FROM busy_feeds WHERE coach_id = ? AND address = ?",
            key,
            address
        )
        .fetch_optional(&self.file.pool())
        .await?;
        Ok(found.is_some())
    }

    /// The calendars whose time has come, or whose last try lies in the future: a clock that was set back must not put
    /// them off for ever. And those whose whole days are not those of the coach's zone any more.
    pub async fn due_feeds(&self, now: DateTime<Utc>) -> Result<Vec<FeedErrand>> {
        let (key, now) = (self.key(), now.timestamp());
        let rows = sqlx::query_as!(
            ErrandRow,
            "SELECT id, address, etag, last_modified, known_until, zone, failures FROM busy_feeds
             WHERE coach_id = ?1 AND kind = 'https' AND enabled = 1
               AND (next_try_at <= ?2 OR tried_at > ?2
                 OR (failures = 0 AND zone <> (SELECT zone FROM coaches WHERE id = ?1)))
             ORDER BY created_at, id",
            key,
            now
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter().map(ErrandRow::errand).collect()
    }

    /// One calendar with an address, to be read whether it is due or not.
    pub async fn feed_errand(&self, id: FeedId) -> Result<FeedErrand> {
        let (key, id) = (self.key(), id.to_string());
        let row = sqlx::query_as!(
            ErrandRow,
            "SELECT id, address, etag, last_modified, known_until, zone, failures FROM busy_feeds
             WHERE coach_id = ? AND id = ? AND kind = 'https'",
            key,
            id
        )
        .fetch_one(&self.file.pool())
        .await?;
        row.errand()
    }

    /// Writes down what a calendar said, in place of what it said before.
    pub async fn feed_was_read(
        &self,
        id: FeedId,
        read: &FeedReading,
        now: DateTime<Utc>,
        next: DateTime<Utc>,
    ) -> Result<()> {
        let (key, id) = (self.key(), id.to_string());
        let (now, next, until) = (now.timestamp(), next.timestamp(), read.known_until.timestamp());
        let (etag, last_modified) = (&read.version.etag, &read.version.last_modified);
        let unknown = read.unknown_zones.join("\n");
        let mut tx = self.write().await?;
        let done = sqlx::query!(
            "UPDATE busy_feeds SET good_at = ?1, tried_at = ?1, trouble = NULL, failures = 0, next_try_at = ?2,
               etag = ?3, last_modified = ?4, known_until = ?5, zone = ?6, not_understood = ?7, unknown_zones = ?8,
               passed_over_until = NULL
             WHERE coach_id = ?9 AND id = ?10",
            now,
            next,
            etag,
            last_modified,
            until,
            read.zone,
            read.not_understood,
            unknown,
            key,
            id
        )
        .execute(&mut *tx)
        .await?;
        codec::one(done.rows_affected())?;
        busy_times::replace(&mut tx, &key, &id, read).await?;
        Ok(tx.commit().await?)
    }

    /// Writes down that a calendar is still as we have it.
    pub async fn feed_is_unchanged(&self, id: FeedId, now: DateTime<Utc>, next: DateTime<Utc>) -> Result<()> {
        let (key, id, now, next) = (self.key(), id.to_string(), now.timestamp(), next.timestamp());
        let done = sqlx::query!(
            "UPDATE busy_feeds SET good_at = ?1, tried_at = ?1, trouble = NULL, failures = 0, next_try_at = ?2
             WHERE coach_id = ?3 AND id = ?4 AND good_at IS NOT NULL",
            now,
            next,
            key,
            id
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }

    /// Writes down that a calendar could not be read. What it said before stays.
    pub async fn feed_failed(
        &self,
        id: FeedId,
        trouble: FeedTrouble,
        now: DateTime<Utc>,
        next: DateTime<Utc>,
    ) -> Result<()> {
        let (key, id, trouble) = (self.key(), id.to_string(), trouble.word());
        let (now, next) = (now.timestamp(), next.timestamp());
        let done = sqlx::query!(
            "UPDATE busy_feeds SET tried_at = ?1, trouble = ?2, failures = failures + 1, next_try_at = ?3
             WHERE coach_id = ?4 AND id = ?5",
            now,
            trouble,
            next,
            key,
            id
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }
}
