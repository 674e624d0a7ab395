//! Clients: found, written down, put away.

use agenda::{ClientCard, ClientId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{CoachDesk, Result};

/// A client as the interface sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Client {
    /// Which.
    pub id: ClientId,
    /// First and last name.
    pub name: String,
    /// Where to write.
    pub email: Option<String>,
    /// Where to call.
    pub phone: Option<String>,
    /// For the coach alone.
    pub notes: String,
    /// Put away: no longer offered when booking.
    pub archived: bool,
    /// Scheduled appointments that are not over yet.
    pub upcoming_count: u32,
}

/// What a form says about a client.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientInput {
    /// First and last name, 1 to 120 characters.
    pub name: String,
    /// An address; empty counts as none.
    pub email: Option<String>,
    /// A number; empty counts as none.
    pub phone: Option<String>,
    /// At most 20 000 characters.
    pub notes: String,
}

impl ClientInput {
    fn card(&self) -> Result<ClientCard> {
        let Self {
            name,
            email,
            phone,
            notes,
        } = self;
        Ok(ClientCard::parse(
            name,
            email.as_deref(),
            phone.as_deref(),
            notes,
        )?)
    }
}

impl From<agenda::Client> for Client {
    fn from(client: agenda::Client) -> Self {
        Self {
            id: client.id,
            name: client.card.name.to_string(),
            email: client.card.email.map(|it| it.to_string()),
            phone: client.card.phone.map(|it| it.to_string()),
            notes: client.card.notes.to_string(),
            archived: client.archived,
            upcoming_count: client.upcoming,
        }
    }
}

impl CoachDesk {
    /// Clients whose name contains `search`, by name; all of them when it is empty. Archived ones come last.
    pub async fn list_clients(&self, search: &str, now: DateTime<Utc>) -> Result<Vec<Client>> {
        Ok(self
            .rows
            .clients(search, now)
            .await?
            .into_iter()
            .map(Client::from)
            .collect())
    }

    /// One client.
    pub async fn client(&self, id: ClientId, now: DateTime<Utc>) -> Result<Client> {
        Ok(self.rows.client(id, now).await?.into())
    }

    /// Adds a client.
    pub async fn create_client(&self, input: &ClientInput, now: DateTime<Utc>) -> Result<Client> {
        let id = ClientId::new(now);
        self.rows.add_client(id, &input.card()?, now).await?;
        self.client(id, now).await
    }

    /// Replaces what is written down about a client.
    pub async fn update_client(
        &self,
        id: ClientId,
        input: &ClientInput,
        now: DateTime<Utc>,
    ) -> Result<Client> {
        self.rows.update_client(id, &input.card()?).await?;
        self.client(id, now).await
    }

    /// Puts a client away, or takes them back.
    pub async fn archive_client(&self, id: ClientId, archived: bool, now: DateTime<Utc>) -> Result<Client> {
        self.rows.archive_client(id, archived.then_some(now)).await?;
        self.client(id, now).await
    }
}
