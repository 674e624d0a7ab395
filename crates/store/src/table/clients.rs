//! `clients`: the people the coach follows.

use agenda::{Block, Client, ClientCard, ClientId, Email, Likeness, Phone, Tally, search_form};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use slots::Zone;
use sqlx::SqliteConnection;

use crate::{CoachRows, Error, Result, Store, codec};

/// No appointment is longer: one that is not over began after this long ago.
pub(super) const LONGEST: TimeDelta = TimeDelta::days(1);

#[derive(Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) zone: Option<String>,
    pub(super) notes: String,
    pub(super) archived_at: Option<i64>,
    pub(super) upcoming: i64,
}

impl Row {
    pub(super) fn client(self) -> Result<Client> {
        let email = self.email.map(|it| codec::parsed(Email::parse(&it)));
        let phone = self.phone.map(|it| codec::parsed(Phone::stored(&it)));
        let zone = self.zone.map(|it| zone(&it));
        Ok(Client {
            id: codec::id(&self.id)?,
            card: ClientCard {
                name: codec::line(&self.name)?,
                email: email.transpose()?,
                phone: phone.transpose()?,
                zone: zone.transpose()?,
                notes: codec::parsed(Block::parse(&self.notes))?,
            },
            archived: self.archived_at.is_some(),
            upcoming: codec::number(self.upcoming)?,
        })
    }
}

fn zone(name: &str) -> Result<Zone> {
    Zone::parse(name).map_err(|_| Error::Unreadable(format!("zone {name:?}")))
}

/// What a card says, as the columns hold it.
pub(crate) struct Columns<'a> {
    pub(crate) name: &'a str,
    pub(crate) search: String,
    pub(crate) email: Option<&'a str>,
    pub(crate) phone: Option<&'a str>,
    pub(crate) zone: Option<&'a str>,
    pub(crate) notes: &'a str,
    pub(crate) same: Likeness,
}

impl<'a> From<&'a ClientCard> for Columns<'a> {
    fn from(card: &'a ClientCard) -> Self {
        Self {
            name: card.name.as_str(),
            search: search_form(card.name.as_str()),
            email: card.email.as_ref().map(Email::as_str),
            phone: card.phone.as_ref().map(Phone::as_str),
            zone: card.zone.as_ref().map(Zone::name),
            notes: card.notes.as_str(),
            same: Likeness::from(card),
        }
    }
}

impl Store {
    /// The rows of the coach who follows this client. [`Error::NotFound`](crate::Error::NotFound) for one who is
    /// nobody's, or was put away.
    pub async fn coach_of(&self, client: ClientId) -> Result<CoachRows> {
        let client = client.to_string();
        let coach = sqlx::query_scalar!(
            "SELECT coach_id FROM clients WHERE id = ? AND archived_at IS NULL",
            client
        )
        .fetch_one(&self.file.pool())
        .await?;
        Ok(self.as_coach(codec::id(&coach)?))
    }
}

impl CoachRows {
    /// One client.
    pub async fn client(&self, id: ClientId, now: DateTime<Utc>) -> Result<Client> {
        let (key, since, id) = (self.key(), (now - LONGEST).timestamp(), id.to_string());
        let now = now.timestamp();
        sqlx::query_as!(
            Row,
            r#"SELECT id, name, email, phone, zone, notes, archived_at,
                 (SELECT COUNT(*) FROM appointments AS a WHERE a.coach_id = clients.coach_id AND a.client_id = clients.id
                    AND a.status = 'scheduled' AND a.starts_at > ?1 AND a.ends_at > ?2) AS "upcoming!: i64"
               FROM clients WHERE coach_id = ?3 AND id = ?4 AND erased_at IS NULL"#,
            since,
            now,
            key,
            id
        )
        .fetch_one(&self.file.pool())
        .await?
        .client()
    }

    /// Those of them who are there, in no order.
    pub async fn these_clients(&self, ids: &[ClientId], now: DateTime<Utc>) -> Result<Vec<Client>> {
        let (key, since, ids) = (self.key(), (now - LONGEST).timestamp(), codec::list(ids)?);
        let now = now.timestamp();
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT id, name, email, phone, zone, notes, archived_at,
                 (SELECT COUNT(*) FROM appointments AS a WHERE a.coach_id = clients.coach_id AND a.client_id = clients.id
                    AND a.status = 'scheduled' AND a.starts_at > ?1 AND a.ends_at > ?2) AS "upcoming!: i64"
               FROM clients WHERE coach_id = ?3 AND erased_at IS NULL AND id IN (SELECT value FROM json_each(?4))"#,
            since,
            now,
            key,
            ids
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter().map(Row::client).collect()
    }

    /// How the appointments of a client ended; minutes are not counted.
    pub async fn tally_of_client(&self, id: ClientId) -> Result<Tally> {
        let (key, id) = (self.key(), id.to_string());
        let row = sqlx::query!(
            r#"SELECT COUNT(*) AS "total!: i64", COUNT(*) FILTER (WHERE status = 'scheduled') AS "scheduled!: i64",
                 COUNT(*) FILTER (WHERE status = 'completed') AS "completed!: i64",
                 COUNT(*) FILTER (WHERE status = 'no_show') AS "no_show!: i64",
                 COUNT(*) FILTER (WHERE status = 'cancelled') AS "cancelled!: i64"
               FROM appointments WHERE coach_id = ? AND client_id = ?"#,
            key,
            id
        )
        .fetch_one(&self.file.pool())
        .await?;
        Ok(Tally {
            total: codec::number(row.total)?,
            scheduled: codec::number(row.scheduled)?,
            completed: codec::number(row.completed)?,
            no_show: codec::number(row.no_show)?,
            cancelled: codec::number(row.cancelled)?,
            ..Tally::default()
        })
    }

    /// The client with that address, if there is one: of several the first by name, of those put away the last.
    pub async fn client_with_email(&self, email: &Email) -> Result<Option<ClientId>> {
        let (key, email) = (self.key(), email.as_str());
        // The sign keeps SQLite from walking everybody in that order until the address is met.
        let id = sqlx::query_scalar!(
            "SELECT id FROM clients WHERE coach_id = ? AND email = ? COLLATE NOCASE
             ORDER BY +(archived_at IS NOT NULL), search_name, id LIMIT 1",
            key,
            email
        )
        .fetch_optional(&self.file.pool())
        .await?;
        id.as_deref().map(codec::id).transpose()
    }

    /// Adds a client.
    pub async fn add_client(&self, id: ClientId, card: &ClientCard, now: DateTime<Utc>) -> Result<()> {
        self.add_clients(&[(id, card.clone())], now).await
    }

    /// Adds clients, all or none.
    pub async fn add_clients(&self, clients: &[(ClientId, ClientCard)], now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.write().await?;
        for (id, card) in clients {
            insert(&mut tx, &self.key(), *id, card, now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Replaces what is written down about a client, but for the notes.
    pub async fn update_client(&self, id: ClientId, card: &ClientCard) -> Result<()> {
        let (key, id, it) = (self.key(), id.to_string(), Columns::from(card));
        let done = sqlx::query!(
            "UPDATE clients SET name = ?, search_name = ?, email = ?, phone = ?, zone = ?,
               same_name = ?, same_email = ?, same_phone = ?
             WHERE coach_id = ? AND id = ? AND erased_at IS NULL",
            it.name,
            it.search,
            it.email,
            it.phone,
            it.zone,
            it.same.name,
            it.same.email,
            it.same.phone,
            key,
            id
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }

    /// Replaces the notes on a client.
    pub async fn update_client_notes(&self, id: ClientId, notes: &Block<20_000>) -> Result<()> {
        let (key, id, notes) = (self.key(), id.to_string(), notes.as_str());
        let done = sqlx::query!(
            "UPDATE clients SET notes = ? WHERE coach_id = ? AND id = ? AND erased_at IS NULL",
            notes,
            key,
            id
        )
        .execute(&self.file.pool())
        .await?;
        codec::one(done.rows_affected())
    }

    /// Puts a client away (`Some` instant) or takes them back (`None`).
    pub async fn archive_client(&self, id: ClientId, archived_at: Option<DateTime<Utc>>) -> Result<()> {
        let mut tx = self.write().await?;
        set_archived(&mut tx, &self.key(), id, archived_at).await?;
        Ok(tx.commit().await?)
    }
}

pub(crate) async fn insert(
    tx: &mut SqliteConnection,
    coach: &str,
    id: ClientId,
    card: &ClientCard,
    now: DateTime<Utc>,
) -> Result<()> {
    let (id, now, it) = (id.to_string(), now.timestamp(), Columns::from(card));
    sqlx::query!(
        "INSERT INTO clients (id, coach_id, name, search_name, email, phone, zone, notes, created_at,
           same_name, same_email, same_phone)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        coach,
        it.name,
        it.search,
        it.email,
        it.phone,
        it.zone,
        it.notes,
        now,
        it.same.name,
        it.same.email,
        it.same.phone
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(crate) async fn set_archived(
    tx: &mut SqliteConnection,
    coach: &str,
    id: ClientId,
    archived_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let (id, at) = (id.to_string(), archived_at.map(|at| at.timestamp()));
    let done = sqlx::query!(
        "UPDATE clients SET archived_at = ? WHERE coach_id = ? AND id = ? AND erased_at IS NULL",
        at,
        coach,
        id
    )
    .execute(tx)
    .await?;
    codec::one(done.rows_affected())
}
