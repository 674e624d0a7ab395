//! Appointments found by a word: of their client, their prospect, their title or their type.
//!
//! Each source answers from an index of its own, nearest to `now` first, and only what is told is read whole.
//! Descriptions and messages are not searched: what a client confided is not to appear while somebody types a name.

use agenda::{AppointmentId, search_form};
use chrono::{DateTime, Utc};

use crate::{CoachRows, Entry, Result, codec};

/// How many are told.
const MOST_TOLD: i64 = 12;
/// Of how many clients whose name fits, appointments are looked for.
const MOST_CLIENTS: i64 = 20;
/// How many titles and prospects' names are read, the latest first.
const MOST_READ: i64 = 5_000;

struct Found {
    id: String,
    starts_at: i64,
}

impl CoachRows {
    /// Those whose client, prospect, title or type contains `search` (accents and case do not matter): what is ahead by
    /// start, then what is past, the latest first; 12 at most. None for an empty search.
    pub async fn found_entries(&self, search: &str, now: DateTime<Utc>) -> Result<Vec<Entry>> {
        let search = search_form(search);
        if search.is_empty() {
            return Ok(Vec::new());
        }
        let now = now.timestamp();
        let (mut found, of_type, by_words) = tokio::try_join!(
            self.found_by_client(&search, now),
            self.found_by_type(&search, now),
            self.found_by_words(&search)
        )?;
        found.extend(of_type);
        found.extend(by_words);
        let mut entries = Vec::new();
        for id in nearest(found, now) {
            entries.push(self.entry(codec::id::<AppointmentId>(&id)?).await?);
        }
        Ok(entries)
    }

    async fn found_by_client(&self, search: &str, now: i64) -> Result<Vec<Found>> {
        let key = self.key();
        let found = sqlx::query_as!(
            Found,
            r#"SELECT id, starts_at FROM appointments
               WHERE coach_id = ?1 AND client_id IN (
                 SELECT c.id FROM clients AS c WHERE c.coach_id = ?1 AND instr(c.search_name, ?2) > 0 LIMIT ?3)
               ORDER BY abs(starts_at - ?4) LIMIT ?5"#,
            key,
            search,
            MOST_CLIENTS,
            now,
            MOST_TOLD
        );
        Ok(found.fetch_all(&self.file.pool()).await?)
    }

    async fn found_by_type(&self, search: &str, now: i64) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        for kind in self.appointment_types().await? {
            if search_form(kind.card.name.as_str()).contains(search) {
                found.extend(self.around(&kind.id.to_string(), now).await?);
            }
        }
        Ok(found)
    }

    /// The nearest of a type on both sides of `now`.
    async fn around(&self, kind: &str, now: i64) -> Result<Vec<Found>> {
        let key = self.key();
        let mut found = sqlx::query_as!(
            Found,
            "SELECT id, starts_at FROM appointments
             WHERE coach_id = ? AND type_id = ? AND starts_at >= ? ORDER BY starts_at LIMIT ?",
            key,
            kind,
            now,
            MOST_TOLD
        )
        .fetch_all(&self.file.pool())
        .await?;
        let behind = sqlx::query_as!(
            Found,
            "SELECT id, starts_at FROM appointments
             WHERE coach_id = ? AND type_id = ? AND starts_at < ? ORDER BY starts_at DESC LIMIT ?",
            key,
            kind,
            now,
            MOST_TOLD
        );
        found.extend(behind.fetch_all(&self.file.pool()).await?);
        Ok(found)
    }

    async fn found_by_words(&self, search: &str) -> Result<Vec<Found>> {
        let key = self.key();
        // By itself SQLite takes the index of all appointments, which begins with the same columns.
        let rows = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(id, starts_at, title, prospect_name)) AS "rows!: String"
               FROM (SELECT id, starts_at, title, prospect_name FROM appointments INDEXED BY appointments_with_words
                 WHERE coach_id = ? AND (title <> '' OR prospect_name IS NOT NULL)
                 ORDER BY starts_at DESC LIMIT ?) AS found"#,
            key,
            MOST_READ
        )
        .fetch_one(&self.file.pool())
        .await?;
        let rows: Vec<(String, i64, String, Option<String>)> = codec::rows(&rows)?;
        let says = |text: &str| search_form(text).contains(search);
        let fits = rows
            .into_iter()
            .filter(|(_, _, title, prospect)| says(title) || prospect.as_deref().is_some_and(says));
        Ok(fits.map(|(id, starts_at, ..)| Found { id, starts_at }).collect())
    }
}

/// Each once: what is ahead by start, then what is past, the latest first.
fn nearest(mut found: Vec<Found>, now: i64) -> impl Iterator<Item = String> {
    found.sort_by_key(|it| (it.starts_at < now, (it.starts_at - now).abs(), it.id.clone()));
    found.dedup_by(|a, b| a.id == b.id);
    let most = usize::try_from(MOST_TOLD).unwrap_or(usize::MAX);
    found.into_iter().take(most).map(|it| it.id)
}
