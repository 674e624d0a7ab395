//! Erasing a client: the person goes, the numbers stay.
//!
//! What can tell who they were or what was said goes from every table; that there was an appointment, of what type, when
//! and how it ended stays. Freed pages are overwritten (`secure_delete`) and the journal is emptied afterwards.

use agenda::{Block, ClientId, Line, RoomGoal};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{
    CoachRows, Result, RoomWish, codec,
    table::{appointments, clients_told_apart, prospects, room_operations},
};

/// What is left where a text may not be empty.
const NOTHING: &str = "–";

impl CoachRows {
    /// Erases a client, with the appointments of prospects who have the same address. What lies ahead is called off, and
    /// every room is wanted away. `name` is what stands in place of theirs.
    pub async fn erase_client(&self, id: ClientId, name: &Line<1, 120>, now: DateTime<Utc>) -> Result<()> {
        let (key, id) = (self.key(), id.to_string());
        let mut tx = self.write().await?;
        sqlx::query_scalar!(
            "SELECT id FROM clients WHERE coach_id = ? AND id = ? AND erased_at IS NULL",
            key,
            id
        )
        .fetch_one(&mut *tx)
        .await?;
        erase(&mut tx, &key, &id, name, now).await?;
        tx.commit().await?;
        self.empty_journal().await
    }

    /// The journal still holds the old pages. A reader may keep it from being emptied: it is at the next chance.
    pub(super) async fn empty_journal(&self) -> Result<()> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.file.pool())
            .await?;
        Ok(())
    }
}

/// Takes away whatever tells who a client was; harmless to one who was erased before.
pub(super) async fn erase(
    tx: &mut SqliteConnection,
    coach: &str,
    client: &str,
    name: &Line<1, 120>,
    now: DateTime<Utc>,
) -> Result<()> {
    let email = sqlx::query_scalar!(
        "SELECT email FROM clients WHERE coach_id = ? AND id = ?",
        coach,
        client
    )
    .fetch_one(&mut *tx)
    .await?;
    if let Some(email) = email {
        prospects::give_all(tx, coach, &email, client, now).await?;
    }
    call_off(tx, coach, client, now).await?;
    want_rooms_away(tx, coach, client, now).await?;
    blank_appointments(tx, coach, client, now).await?;
    clients_told_apart::forget(tx, coach, client).await?;
    blank_client(tx, coach, client, name, now).await
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
           same_name = NULL, same_email = NULL, same_phone = NULL,
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
