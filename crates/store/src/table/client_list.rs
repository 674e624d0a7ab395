//! The list of clients in each of its orders, as it is searched while somebody types: 200 of them at most.
//!
//! By name and by age an index has the order, and the walk ends with the last that is shown. Who is met next the appointments
//! ahead tell, walked in order of time until enough people were met; whoever has none comes after them by name. A search that may
//! find few walks the clients instead, in the order of their first scheduled appointment, which is kept beside each. The whole
//! list does not: those whose first is past and was never closed are asked for the next one by one, and that may be everybody.

use agenda::{Client, ClientOrder, ClientSearch, search_form};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::clients::{LONGEST, Row};
use crate::{CoachRows, Error, Result, codec};

/// The most that one search answers: more are not read on a screen, and typing finds the others.
const MOST_FOUND: i64 = 200;

/// So many appointments ahead are walked before clients are: a search that finds few would otherwise walk them all.
const MOST_WALKED: i64 = 1_000;

/// A search as its statements take it.
struct Wanted {
    key: String,
    now: i64,
    since: i64,
    text: String,
    digits: Option<String>,
    /// How many of them.
    most: i64,
}

impl Wanted {
    fn of(rows: &CoachRows, search: &ClientSearch, now: DateTime<Utc>) -> Self {
        Self {
            key: rows.key(),
            now: now.timestamp(),
            since: (now - LONGEST).timestamp(),
            text: search_form(&search.text),
            digits: search.digits(),
            most: MOST_FOUND,
        }
    }

    /// Of `most`, those that were not found yet are wanted from now on.
    fn less(&mut self, most: i64, found: &[Row]) {
        self.most = most - i64::try_from(found.len()).unwrap_or(most).min(most);
    }
}

/// Clients who are searched, from somewhere, in some order. The macro that checks statements wants each spelled out. What is
/// looked at is written as the indexes have it (`0014_by_client.sql`).
macro_rules! found {
    ($on:expr, $it:expr, $from:literal, $condition:literal, $order:literal, $($more:expr),+) => {
        sqlx::query_scalar!(
            "SELECT json_group_array(json_array(id, name, email, phone, zone, notes, archived_at, upcoming)) AS \"rows!: String\"
             FROM (SELECT c.id, c.name, c.email, c.phone, c.zone, c.notes, c.archived_at,
                 (SELECT COUNT(*) FROM appointments AS a WHERE a.coach_id = c.coach_id AND a.client_id = c.id
                    AND a.status = 'scheduled' AND a.starts_at > ?2 AND a.ends_at > ?1) AS upcoming
               FROM "
                + $from
                + " WHERE c.coach_id = ?3 AND c.erased_at IS NULL
                 AND (instr(c.search_name || char(10) || coalesce(lower(c.email), ''), ?4) > 0
                   OR (?5 IS NOT NULL AND instr(c.phone, ?5) > 0)) AND "
                + $condition
                + " ORDER BY "
                + $order
                + " LIMIT ?6) AS found",
            $it.now,
            $it.since,
            $it.key,
            $it.text,
            $it.digits,
            $it.most,
            $($more),+
        )
        .fetch_one(&mut *$on)
        .await
        .map_err(Error::from)
        .and_then(|json| codec::rows::<Row>(&json))
    };
}

impl CoachRows {
    /// Clients whose name, address or number contains what is searched (accents and case do not matter), 200 at most.
    pub async fn clients(&self, search: &ClientSearch, now: DateTime<Utc>) -> Result<Vec<Client>> {
        let wanted = Wanted::of(self, search, now);
        // One view of the agenda for all statements: nobody is listed twice because an appointment moved meanwhile.
        let mut tx = self.file.pool().begin().await?;
        let rows = match search.order {
            ClientOrder::Name => by_name(&mut tx, &wanted, search.archived).await?,
            ClientOrder::Newest => by_age(&mut tx, &wanted, search.archived).await?,
            ClientOrder::Next => by_next(&mut tx, wanted, search.archived).await?,
        };
        rows.into_iter().map(Row::client).collect()
    }
}

async fn by_name(tx: &mut SqliteConnection, it: &Wanted, archived: Option<bool>) -> Result<Vec<Row>> {
    found!(
        tx,
        it,
        "clients AS c",
        "(?7 IS NULL OR (c.archived_at IS NOT NULL) = ?7)",
        "(c.archived_at IS NOT NULL), c.search_name, c.id",
        archived
    )
}

async fn by_age(tx: &mut SqliteConnection, it: &Wanted, archived: Option<bool>) -> Result<Vec<Row>> {
    found!(
        tx,
        it,
        "clients AS c",
        "(?7 IS NULL OR (c.archived_at IS NOT NULL) = ?7)",
        "(c.archived_at IS NOT NULL), c.created_at DESC, c.id",
        archived
    )
}

/// Who is met next, then who is not met; those put away after all others.
async fn by_next(tx: &mut SqliteConnection, mut it: Wanted, archived: Option<bool>) -> Result<Vec<Row>> {
    if let Some(rows) = walked(tx, &mut it, archived).await? {
        return Ok(rows);
    }
    let (most, mut rows) = (it.most, Vec::new());
    for away in [false, true] {
        if archived.is_some_and(|wanted| wanted != away) || it.most == 0 {
            continue;
        }
        rows.extend(searched(tx, &it, away).await?);
        it.less(most, &rows);
    }
    Ok(rows)
}

/// What the appointments ahead tell of who is met next; none where walking them does not pay.
async fn walked(
    tx: &mut SqliteConnection,
    it: &mut Wanted,
    archived: Option<bool>,
) -> Result<Option<Vec<Row>>> {
    // Few have a longer text in them: most appointments would be walked past in vain.
    if it.text.chars().count() > 1 {
        return Ok(None);
    }
    let most = it.most;
    let horizon = horizon(tx, it).await?;
    let mut rows = Vec::new();
    for away in [false, true] {
        if archived.is_some_and(|wanted| wanted != away) || it.most == 0 {
            continue;
        }
        rows.extend(met_before(tx, it, away, horizon.unwrap_or(i64::MAX)).await?);
        it.less(most, &rows);
        if horizon.is_some() && it.most > 0 {
            it.most = most;
            return Ok(None);
        }
        rows.extend(not_met(tx, it, away).await?);
        it.less(most, &rows);
    }
    Ok(Some(rows))
}

/// The start of the first appointment that is not walked any more; none when all that are ahead can be.
async fn horizon(tx: &mut SqliteConnection, it: &Wanted) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        "SELECT starts_at FROM appointments WHERE coach_id = ? AND status = 'scheduled' AND starts_at > ?
         ORDER BY starts_at LIMIT 1 OFFSET ?",
        it.key,
        it.now,
        MOST_WALKED
    )
    .fetch_optional(tx)
    .await?)
}

/// Who is met before `horizon`, as the appointments ahead tell: no two of them begin together, so they have one order.
async fn met_before(tx: &mut SqliteConnection, it: &Wanted, away: bool, horizon: i64) -> Result<Vec<Row>> {
    found!(
        tx,
        it,
        "appointments AS n CROSS JOIN clients AS c ON c.coach_id = n.coach_id AND c.id = n.client_id",
        "n.coach_id = ?3 AND n.status = 'scheduled' AND n.starts_at > ?1 AND n.starts_at < ?8
           AND (c.archived_at IS NOT NULL) = ?7 AND NOT EXISTS (
             SELECT 1 FROM appointments AS e WHERE e.coach_id = c.coach_id AND e.client_id = c.id
               AND e.status = 'scheduled' AND e.starts_at > ?1 AND e.starts_at < n.starts_at)",
        "n.starts_at",
        away,
        horizon
    )
}

/// Who has nothing ahead, by name.
async fn not_met(tx: &mut SqliteConnection, it: &Wanted, away: bool) -> Result<Vec<Row>> {
    found!(
        tx,
        it,
        "clients AS c",
        "(c.archived_at IS NOT NULL) = ?7 AND NOT EXISTS (
           SELECT 1 FROM appointments AS e WHERE e.coach_id = c.coach_id AND e.client_id = c.id
             AND e.status = 'scheduled' AND e.starts_at > ?1)",
        "c.search_name, c.id",
        away
    )
}

/// Those who are searched, in order of what is next, as an index has those whose first scheduled appointment is ahead. Of the others,
/// those whose first is past and was never closed are asked for the next, and whoever has none comes by name.
async fn searched(tx: &mut SqliteConnection, it: &Wanted, away: bool) -> Result<Vec<Row>> {
    found!(
        tx,
        it,
        "(SELECT row, next FROM (
            SELECT * FROM (
              SELECT k.rowid AS row, k.first_scheduled_at AS next, k.search_name AS name, k.id AS id
              FROM clients AS k INDEXED BY clients_by_next
              WHERE k.coach_id = ?3 AND (k.archived_at IS NOT NULL) = ?7 AND k.first_scheduled_at > ?1 AND k.erased_at IS NULL
                AND (instr(k.search_name || char(10) || coalesce(lower(k.email), ''), ?4) > 0
                  OR (?5 IS NOT NULL AND instr(k.phone, ?5) > 0))
              ORDER BY k.first_scheduled_at LIMIT ?6) AS found
            UNION ALL
            SELECT k.rowid, (SELECT n.starts_at FROM appointments AS n WHERE n.coach_id = k.coach_id AND n.client_id = k.id
              AND n.status = 'scheduled' AND n.starts_at > ?1 ORDER BY n.starts_at LIMIT 1), k.search_name, k.id
            FROM clients AS k INDEXED BY clients_by_next
            WHERE k.coach_id = ?3 AND (k.archived_at IS NOT NULL) = ?7 AND k.first_scheduled_at <= ?1 AND k.erased_at IS NULL
              AND (instr(k.search_name || char(10) || coalesce(lower(k.email), ''), ?4) > 0
                OR (?5 IS NOT NULL AND instr(k.phone, ?5) > 0))
            UNION ALL
            SELECT * FROM (
              SELECT k.rowid, NULL, k.search_name, k.id
              FROM clients AS k INDEXED BY clients_by_next
              WHERE k.coach_id = ?3 AND (k.archived_at IS NOT NULL) = ?7 AND k.first_scheduled_at IS NULL AND k.erased_at IS NULL
                AND (instr(k.search_name || char(10) || coalesce(lower(k.email), ''), ?4) > 0
                  OR (?5 IS NOT NULL AND instr(k.phone, ?5) > 0))
              ORDER BY k.search_name, k.id LIMIT ?6) AS found) AS found
          ORDER BY next IS NULL, next, name, id LIMIT ?6) AS shown
          CROSS JOIN clients AS c ON c.rowid = shown.row",
        "TRUE",
        "shown.next IS NULL, shown.next, c.search_name, c.id",
        away
    )
}
