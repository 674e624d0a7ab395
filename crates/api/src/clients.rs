//! Clients: found, written down, put away.

pub(crate) mod desk;
pub(crate) mod duplicates;
pub(crate) mod file;
pub(crate) mod import;
pub(crate) mod prospects;
pub(crate) mod record;

use agenda::{Block, ClientCard, ClientForm, ClientId, ClientOrder, ClientSearch, Country, Tally};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{CoachDesk, Error, Result};

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
    /// Where to call, in E.164: what a telephone dials.
    pub phone: Option<String>,
    /// The same as the coach's country writes it: "06 12 34 56 78" there, "+33 6 12 34 56 78" everywhere else.
    pub phone_written: Option<String>,
    /// The IANA name of where they live by the clock; none where the coach does.
    pub zone: Option<String>,
    /// For the coach alone. Markdown.
    pub notes: String,
    /// Put away: no longer offered when booking.
    pub archived: bool,
    /// Scheduled appointments that are not over yet.
    pub upcoming_count: u32,
}

/// What a form says about a client.
#[derive(Debug, Clone, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientInput {
    /// First and last name, 1 to 120 characters.
    pub name: String,
    /// An address; empty counts as none.
    pub email: Option<String>,
    /// A number, of the coach's country unless it says otherwise; empty counts as none.
    pub phone: Option<String>,
    /// An IANA name; empty counts as none.
    pub zone: Option<String>,
    /// At most 20 000 characters. A client who is there already keeps theirs: see [`CoachDesk::update_client_notes`].
    pub notes: String,
}

/// Which clients are wanted.
#[derive(Debug, Clone, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientsWanted {
    /// Part of a name, an address or a number; everybody when empty.
    pub search: String,
    /// Only those put away, or only those not; everybody, those put away last, when none.
    pub archived: Option<bool>,
    /// In which order.
    pub order: ClientOrder,
}

/// How the appointments of a client ended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientAttendance {
    /// They came.
    pub completed: u32,
    /// They did not.
    pub no_show: u32,
    /// Called off, by whomever.
    pub cancelled: u32,
    /// Of those to which they could come or not, the share to which they came, 0 to 1; none when there were none.
    pub rate: Option<f64>,
}

impl From<Tally> for ClientAttendance {
    fn from(tally: Tally) -> Self {
        Self {
            completed: tally.completed,
            no_show: tally.no_show,
            cancelled: tally.cancelled,
            rate: tally.attendance_rate(),
        }
    }
}

impl ClientInput {
    fn card(&self, home: Option<Country>) -> Result<ClientCard> {
        let form = ClientForm {
            name: &self.name,
            email: self.email.as_deref().unwrap_or_default(),
            phone: self.phone.as_deref().unwrap_or_default(),
            zone: self.zone.as_deref().unwrap_or_default(),
            notes: &self.notes,
        };
        Ok(ClientCard::parse(form, home)?)
    }
}

impl Client {
    pub(crate) fn new(client: agenda::Client, home: Option<Country>) -> Self {
        let card = client.card;
        Self {
            id: client.id,
            name: card.name.to_string(),
            email: card.email.map(|it| it.to_string()),
            phone_written: card.phone.as_ref().map(|it| it.written(home)),
            phone: card.phone.map(|it| it.to_string()),
            zone: card.zone.map(|it| it.name().to_owned()),
            notes: card.notes.to_string(),
            archived: client.archived,
            upcoming_count: client.upcoming,
        }
    }
}

impl CoachDesk {
    /// Clients whose name, address or number contains what is searched, 200 at most.
    pub async fn list_clients(&self, wanted: &ClientsWanted, now: DateTime<Utc>) -> Result<Vec<Client>> {
        let search = ClientSearch {
            text: wanted.search.clone(),
            archived: wanted.archived,
            order: wanted.order,
        };
        let home = self.home().await?;
        let found = self.rows.clients(&search, now).await?;
        Ok(found.into_iter().map(|it| Client::new(it, home)).collect())
    }

    /// One client.
    pub async fn client(&self, id: ClientId, now: DateTime<Utc>) -> Result<Client> {
        let home = self.home().await?;
        Ok(Client::new(self.rows.client(id, now).await?, home))
    }

    /// Adds a client.
    pub async fn create_client(&self, input: &ClientInput, now: DateTime<Utc>) -> Result<Client> {
        let (id, card) = (ClientId::new(now), input.card(self.home().await?)?);
        self.rows.add_client(id, &card, now).await?;
        self.client(id, now).await
    }

    /// Replaces what is written down about a client, but for the notes.
    pub async fn update_client(
        &self,
        id: ClientId,
        input: &ClientInput,
        now: DateTime<Utc>,
    ) -> Result<Client> {
        let card = input.card(self.home().await?)?;
        self.rows.update_client(id, &card).await?;
        self.client(id, now).await
    }

    /// Replaces the notes on a client, at most 20 000 characters.
    pub async fn update_client_notes(&self, id: ClientId, notes: &str) -> Result<()> {
        let notes = Block::parse(notes).map_err(|(problem, limit)| {
            Error::fields(vec![agenda::Field {
                field: "notes".into(),
                problem,
                limit,
            }])
        })?;
        Ok(self.rows.update_client_notes(id, &notes).await?)
    }

    /// How often a client came, and how often not.
    pub async fn client_attendance(&self, id: ClientId) -> Result<ClientAttendance> {
        Ok(self.rows.tally_of_client(id).await?.into())
    }

    /// Puts a client away, or takes them back.
    pub async fn archive_client(&self, id: ClientId, archived: bool, now: DateTime<Utc>) -> Result<Client> {
        self.rows.archive_client(id, archived.then_some(now)).await?;
        self.client(id, now).await
    }

    /// The country whose numbers the coach writes without its code: that of the agenda's zone.
    pub(crate) async fn home(&self) -> Result<Option<Country>> {
        Ok(Country::of_zone(&self.rows.coach_card().await?.zone))
    }
}
