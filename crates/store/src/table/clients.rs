//! `clients`: the people the coach follows.

use agenda::{Block, Client, ClientCard, ClientId, Email, Phone, search_form};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, Store, codec};

/// The most that one search answers: more are not read on a screen, and typing finds the others.
const MOST_FOUND: i64 = 500;

struct Row {
    id: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    notes: String,
    archived_at: Option<i64>,
    upcoming: i64,
}

impl Row {
    fn client(self) -> Result<Client> {
        Ok(Client {
            id: codec::id(&self.id)?,
            card: ClientCard {
                name: codec::line(&self.name)?,
                email: self
                    .email
                    .map(|it| codec::parsed(Email::parse(&it)))
                    .transpose()?,
                phone: self
                    .phone
                    .map(|it| codec::parsed(Phone::parse(&it)))
                    .transpose()?,
                notes: codec::parsed(Block::parse(&self.notes))?,
            },
            archived: self.archived_at.is_some(),
            upcoming: codec::number(self.upcoming)?,
        })
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
    /// Clients whose name contains `search` (accents and case do not matter), by name. Archived ones come last.
    pub async fn clients(&self, search: &str, now: DateTime<Utc>) -> Result<Vec<Client>> {
        let (key, now, search) = (self.key(), now.timestamp(), search_form(search));
        sqlx::query_as!(
            Row,
            r#"SELECT id, name, email, phone, notes, archived_at,
                 (SELECT COUNT(*) FROM appointments AS a WHERE a.coach_id = clients.coach_id AND a.client_id = clients.id
                    AND a.status = 'scheduled' AND a.ends_at > ?1) AS "upcoming!: i64"
               FROM clients WHERE coach_id = ?2 AND erased_at IS NULL AND instr(search_name, ?3) > 0
               ORDER BY archived_at IS NOT NULL, search_name, id LIMIT ?4"#,
            now,
            key,
            search,
            MOST_FOUND
        )
        .fetch_all(&self.file.pool())
        .await?
        .into_iter()
        .map(Row::client)
        .collect()
    }

    /// One client.
    pub async fn client(&self, id: ClientId, now: DateTime<Utc>) -> Result<Client> {
        let (key, now, id) = (self.key(), now.timestamp(), id.to_string());
        sqlx::query_as!(
            Row,
            r#"SELECT id, name, email, phone, notes, archived_at,
                 (SELECT COUNT(*) FROM appointments AS a WHERE a.coach_id = clients.coach_id AND a.client_id = clients.id
                    AND a.status = 'scheduled' AND a.ends_at > ?1) AS "upcoming!: i64"
               FROM clients WHERE coach_id = ?2 AND id = ?3 AND erased_at IS NULL"#,
            now,
            key,
            id
        )
        .fetch_one(&self.file.pool())
        .await?
        .client()
    }

    /// The client with that address, if there is one: of several the first by name, of those put away the last.
    pub async fn client_with_email(&self, email: &Email) -> Result<Option<ClientId>> {
        let (key, email) = (self.key(), email.as_str());
        let id = sqlx::query_scalar!(
            "SELECT id FROM clients WHERE coach_id = ? AND email = ? COLLATE NOCASE
             ORDER BY archived_at IS NOT NULL, search_name, id LIMIT 1",
            key,
            email
        )
        .fetch_optional(&self.file.pool())
        .await?;
        id.as_deref().map(codec::id).transpose()
    }

    /// Adds a client.
    pub async fn add_client(&self, id: ClientId, card: &ClientCard, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.write().await?;
        insert(&mut tx, &self.key(), id, card, now).await?;
        Ok(tx.commit().await?)
    }

    /// Replaces what is written down about a client.
    pub async fn update_client(&self, id: ClientId, card: &ClientCard) -> Result<()> {
        let (key, id) = (self.key(), id.to_string());
        let (name, search) = (card.name.as_str(), search_form(card.name.as_str()));
        let (email, phone) = (
            card.email.as_ref().map(Email::as_str),
            card.phone.as_ref().map(Phone::as_str),
        );
        let notes = card.notes.as_str();
        let done = sqlx::query!(
            "UPDATE clients SET name = ?, search_name = ?, email = ?, phone = ?, notes = ?
             WHERE coach_id = ? AND id = ? AND erased_at IS NULL",
            name,
            search,
            email,
            phone,
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
    let (id, now) = (id.to_string(), now.timestamp());
    let (name, search) = (card.name.as_str(), search_form(card.name.as_str()));
    let (email, phone) = (
        card.email.as_ref().map(Email::as_str),
        card.phone.as_ref().map(Phone::as_str),
    );
    let notes = card.notes.as_str();
    sqlx::query!(
        "INSERT INTO clients (id, coach_id, name, search_name, email, phone, notes, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        coach,
        name,
        search,
        email,
        phone,
        notes,
        now
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
