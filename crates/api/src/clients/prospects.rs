//! Prospects who become clients, with the appointments they have.

use agenda::{AppointmentId, ClientCard, ClientId, Email, Phone};
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;
use store::Profile;

use crate::{Appointment, Client, CoachDesk, Error, ErrorCode, Result, appointments::views};

/// The most appointments of one prospect that are told.
const MOST_TOLD: u32 = 500;

/// Somebody without a profile, as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Prospect {
    /// Their name on the appointment that was asked about.
    pub name: String,
    /// Where to write.
    pub email: String,
    /// Every appointment with that address, by start.
    pub appointments: Vec<Appointment>,
    /// The client who has that address already.
    pub client: Option<Client>,
}

/// Who a prospect's appointment is with.
struct Standing {
    card: ClientCard,
    email: Email,
}

impl CoachDesk {
    /// The prospect of an appointment. [`ErrorCode::NotAllowedNow`] when it is a client's.
    pub async fn prospect(&self, id: AppointmentId, now: DateTime<Utc>) -> Result<Prospect> {
        let Standing { card, email } = self.standing(id).await?;
        let known = self.rows.client_with_email(&email).await?;
        let client = match known {
            Some(client) => Some(self.client(client, now).await?),
            None => None,
        };
        Ok(Prospect {
            name: card.name.to_string(),
            appointments: views(self.rows.entries_of_prospect(&email, MOST_TOLD).await?),
            email: email.to_string(),
            client,
        })
    }

    /// Makes a client of the prospect of an appointment, which becomes the client's, and so do `others` of the same
    /// address. When a client has that address already, the appointments become theirs; one put away comes back.
    pub async fn create_client_from_prospect(
        &self,
        id: AppointmentId,
        others: &[AppointmentId],
        now: DateTime<Utc>,
    ) -> Result<Client> {
        let Standing { card, email } = self.standing(id).await?;
        let known = self.rows.client_with_email(&email).await?;
        let client = known.unwrap_or_else(|| ClientId::new(now));
        let profile = known.map_or(Profile::New(client, &card), Profile::Known);
        let mut appointments = vec![id];
        appointments.extend(others.iter().filter(|other| **other != id));
        self.rows
            .give_profile(&email, profile, &appointments, now)
            .await?;
        self.client(client, now).await
    }

    async fn standing(&self, id: AppointmentId) -> Result<Standing> {
        let it = self.rows.entry(id).await?.appointment;
        let agenda::Person::Prospect { name, email } = it.person else {
            return Err(Error::of(
                ErrorCode::NotAllowedNow,
                "a client has a profile already",
            ));
        };
        let card = ClientCard {
            name,
            email: Some(email.clone()),
            phone: Phone::parse(it.place.phone.as_str(), self.home().await?).ok(),
            zone: None,
            notes: agenda::Block::default(),
        };
        Ok(Standing { card, email })
    }
}
