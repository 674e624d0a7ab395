//! Who was erased, and what of them an older copy of the agenda may still hold: the client under the same identifier, the
//! twins that were merged into them since, and the prospect they were before they had a profile.

use agenda::{AppointmentId, ClientId, CoachId, Line};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{clients_merged, erasing::erase};
use crate::{CoachRows, Result, Store, codec};

/// A client who was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Whose client.
    pub coach: CoachId,
    /// Which.
    pub id: ClientId,
    /// Other profiles that were merged into theirs.
    pub twins: Vec<ClientId>,
    /// Their appointments.
    pub appointments: Vec<AppointmentId>,
    /// What stands in place of the name.
    pub name: Line<1, 120>,
}

impl Store {
    /// Every client who was erased.
    pub async fn erased_clients(&self) -> Result<Vec<Erased>> {
        let mut connection = self.file.pool().acquire().await?;
        let rows = sqlx::query!(
            r#"SELECT coach_id AS "coach_id!: String", id AS "id!: String", name AS "name!: String"
               FROM clients WHERE erased_at > 0"#
        )
        .fetch_all(&mut *connection)
        .await?;
        let mut erased = Vec::with_capacity(rows.len());
        for row in rows {
            let twins = clients_merged::into(&mut connection, &row.coach_id, &row.id).await?;
            let appointments = appointments_of(&mut connection, &row.coach_id, &row.id).await?;
            erased.push(Erased {
                coach: codec::id(&row.coach_id)?,
                id: codec::id(&row.id)?,
                twins: twins.iter().map(|it| codec::id(it)).collect::<Result<_>>()?,
                appointments: appointments
                    .iter()
                    .map(|it| codec::id(it))
                    .collect::<Result<_>>()?,
                name: codec::line(&row.name)?,
            });
        }
        Ok(erased)
    }
}

impl CoachRows {
    /// Erases somebody from an older copy of the agenda, whatever they were in it.
    pub async fn erase_again(&self, erased: &Erased, now: DateTime<Utc>) -> Result<()> {
        let key = self.key();
        let mut tx = self.write().await?;
        let were_prospects = of_prospects(&mut tx, &key, &erased.appointments).await?;
        if !were_prospects.is_empty() {
            stand_in(&mut tx, &key, erased, now).await?;
            give(&mut tx, &key, erased, &were_prospects, now).await?;
        }
        for id in erased.twins.iter().chain([&erased.id]) {
            let id = id.to_string();
            if is_there(&mut tx, &key, &id).await? {
                erase(&mut tx, &key, &id, &erased.name, now).await?;
            }
        }
        tx.commit().await?;
        self.empty_journal().await
    }
}

async fn appointments_of(
    connection: &mut SqliteConnection,
    coach: &str,
    client: &str,
) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!(
        "SELECT id FROM appointments WHERE coach_id = ? AND client_id = ?",
        coach,
        client
    )
    .fetch_all(connection)
    .await?)
}

/// Those of them that are a prospect's here.
async fn of_prospects(tx: &mut SqliteConnection, coach: &str, all: &[AppointmentId]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for id in all {
        let id = id.to_string();
        found.extend(
            sqlx::query_scalar!(
                "SELECT id FROM appointments WHERE coach_id = ? AND id = ? AND prospect_email IS NOT NULL",
                coach,
                id
            )
            .fetch_optional(&mut *tx)
            .await?,
        );
    }
    Ok(found)
}

/// The client's row, which the older copy may not have yet, so that there is whom to give appointments to.
async fn stand_in(tx: &mut SqliteConnection, coach: &str, erased: &Erased, now: DateTime<Utc>) -> Result<()> {
    let (id, name, now) = (erased.id.to_string(), erased.name.as_str(), now.timestamp());
    sqlx::query!(
        "INSERT INTO clients (id, coach_id, name, search_name, created_at) VALUES (?, ?, ?, '', ?)
         ON CONFLICT DO NOTHING",
        id,
        coach,
        name,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn give(
    tx: &mut SqliteConnection,
    coach: &str,
    erased: &Erased,
    appointments: &[String],
    now: DateTime<Utc>,
) -> Result<()> {
    let (client, now) = (erased.id.to_string(), now.timestamp());
    for id in appointments {
        sqlx::query!(
            "UPDATE appointments SET client_id = ?, prospect_name = NULL, prospect_email = NULL, updated_at = ?
             WHERE coach_id = ? AND id = ?",
            client,
            now,
            coach,
            id
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

async fn is_there(tx: &mut SqliteConnection, coach: &str, client: &str) -> Result<bool> {
    let found = sqlx::query_scalar!(
        "SELECT id FROM clients WHERE coach_id = ? AND id = ?",
        coach,
        client
    )
    .fetch_optional(tx)
    .await?;
    Ok(found.is_some())
}
