//! Erasing a client: the person goes, the numbers stay.
//!
//! What can tell who they were or what was said goes from every table; that there was an appointment, of what type, when
//! and how it ended stays. Freed pages are overwritten (`secure_delete`) and the journal is emptied afterwards.

use agenda::{Block, ClientId, CoachId, Line, RoomGoal};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{
    CoachRows, Result, RoomWish, Store, codec,
    table::{appointments, prospects, room_operations},
};

/// What is left where a text may not be empty.
const NOTHING: &str = "–";

impl CoachRows {
    /// Erases a client, with the appointments of prospects who have the same address. What lies ahead is called off, and
    /// every room is wanted away. `name` is what stands in place of theirs.
    pub async fn erase_client(&self, id: ClientId, name: &Line<1, 120>, now: DateTime<Utc>) -> Result<()> {
        let (key, id) = (self.key(), id.to_string());
        let mut tx = self.write().await?;
        let email = sqlx::query_scalar!(
            "SELECT email FROM clients WHERE coach_id = ? AND id = ? AND erased_at IS NULL",
            key,
            id
        )
        .fetch_one(&mut *tx)
        .await?;
        if let Some(email) = email {
            prospects::give_all(&mut tx, &key, &email, &id, now).await?;
        }
        call_off(&mut tx, &key, &id, now).await?;
        want_rooms_away(&mut tx, &key, &id, now).await?;
        blank_appointments(&mut tx, &key, &id, now).await?;
        blank_client(&mut tx, &key, &id, name, now).await?;
        tx.commit().await?;
        self.empty_journal().await
    }

    /// The journal still holds the old pages. A reader may keep it from being emptied: it is at the next chance.
    async fn empty_journal(&self) -> Result<()> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.file.pool())
            .await?;
        Ok(())
    }
}

/// Cancels what is scheduled and not over.
async fn call_off(tx: &mut SqliteConnection, coach: &str, client: &str, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    let ahead = sqlx::query_scalar!(
        "SELECT id FROM appointments WHERE coach_id = ? AND client_id = ? AND status = 'scheduled' AND ends_at > ?",
        coach,
        client,
        at
    )
    .fetch_all(&mut *tx)
    .await?;
    let reason = codec::parsed(Block::parse(NOTHING))?;
    for id in ahead {
        appointments::cancel(tx, coach, codec::id(&id)?, &reason, agenda::Actor::Coach, now).await?;
    }
    Ok(())
}

async fn want_rooms_away(
    tx: &mut SqliteConnection,
    coach: &str,
    client: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let rooms = sqlx::query!(
        r#"SELECT a.id AS "id!: String", a.room_name AS "name!: String" FROM appointments AS a
           WHERE a.coach_id = ?1 AND a.client_id = ?2 AND a.room_name IS NOT NULL
           UNION
           SELECT a.id, o.room_name FROM appointments AS a JOIN room_operations AS o ON o.appointment_id = a.id
           WHERE a.coach_id = ?1 AND a.client_id = ?2 AND o.goal <> 'delete'"#,
        coach,
        client
    )
    .fetch_all(&mut *tx)
    .await?;
    for room in rooms {
        let away = RoomWish {
            name: room.name,
            goal: RoomGoal::Delete,
        };
        room_operations::wish(tx, coach, &room.id, &away, now).await?;
    }
    // The names stay in the list of what Daily was asked for, or nobody could remove them there; but not whose they were.
    sqlx::query!(
        "UPDATE rooms SET appointment_id = NULL WHERE coach_id = ?1
           AND appointment_id IN (SELECT id FROM appointments WHERE coach_id = ?1 AND client_id = ?2)",
        coach,
        client
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn blank_appointments(
    tx: &mut SqliteConnection,
    coach: &str,
    client: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "UPDATE appointments SET title = '', description = '', message = '', place = '', phone = '',
           cancel_reason = CASE WHEN cancel_reason IS NULL THEN NULL ELSE ? END,
           room_name = NULL, room_url = NULL, room_opens_at = NULL, room_closes_at = NULL, updated_at = ?
         WHERE coach_id = ? AND client_id = ?",
        NOTHING,
        at,
        coach,
        client
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn blank_client(
    tx: &mut SqliteConnection,
    coach: &str,
    client: &str,
    name: &Line<1, 120>,
    now: DateTime<Utc>,
) -> Result<()> {
    let (name, at) = (name.as_str(), now.timestamp());
    let done = sqlx::query!(
        "UPDATE clients SET name = ?1, search_name = '', email = NULL, phone = NULL, zone = NULL, notes = '',
           archived_at = COALESCE(archived_at, ?2), erased_at = ?2 WHERE coach_id = ?3 AND id = ?4",
        name,
        at,
        coach,
        client
    )
    .execute(tx)
    .await?;
    codec::one(done.rows_affected())
}

impl Store {
    /// Every client who was erased, and what stands in place of the name: so that going back to an older copy of the
    /// agenda brings nobody back.
    pub async fn erased_clients(&self) -> Result<Vec<(CoachId, ClientId, Line<1, 120>)>> {
        let rows = sqlx::query!(
            r#"SELECT coach_id AS "coach_id!: String", id AS "id!: String", name AS "name!: String"
               FROM clients WHERE erased_at > 0"#
        )
        .fetch_all(&self.file.pool())
        .await?;
        let erased = rows.iter().map(|row| {
            Ok((
                codec::id(&row.coach_id)?,
                codec::id(&row.id)?,
                codec::line(&row.name)?,
            ))
        });
        erased.collect()
    }
}
