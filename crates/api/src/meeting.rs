//! Entering a video room: tokens are made at the moment of use and kept nowhere.

use agenda::{AppointmentId, CoachStep, JoinMoment, join_moment};
use chrono::{DateTime, Utc};
use daily::{JoinUrl, OwnerRights, Role, RoomName, TokenRequest, UserName};
use store::Entry;
use url::Url;

use crate::{CoachDesk, Error, ErrorCode, Result};

/// Opens an address in the system's browser.
pub trait Browser: Send + Sync {
    /// Hands the address over; an error in English for the log, without the address.
    fn open(&self, url: &JoinUrl) -> std::result::Result<(), String>;
}

impl CoachDesk {
    /// Opens the room in the system's browser, with the coach as owner. The address leaves Rust for nowhere else.
    pub async fn join_meeting(
        &self,
        id: AppointmentId,
        browser: &dyn Browser,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let entry = self.rows.entry(id).await?;
        match join_moment(&entry.appointment, now) {
            JoinMoment::Now => {}
            JoinMoment::NotYet(opens) => return Err(Error::not_yet_open(opens)),
            JoinMoment::Over => return Err(Error::of(ErrorCode::AlreadyOver, "the appointment is over")),
            JoinMoment::Never => return Err(not_a_meeting()),
        }
        let coach = self.rows.coach_card().await?;
        let url = self
            .join_url(&entry, Role::Owner(OwnerRights::default()), coach.name.as_str())
            .await?;
        browser.open(&url).map_err(|error| {
            tracing::warn!(error, "no browser could be opened");
            Error::of(ErrorCode::BrowserUnavailable, error)
        })
    }

    /// The client's own link: a participant who knocks.
    pub async fn client_link(&self, id: AppointmentId, now: DateTime<Utc>) -> Result<JoinUrl> {
        self.client_link_of(&self.rows.entry(id).await?, now).await
    }

    pub(crate) async fn client_link_of(&self, entry: &Entry, now: DateTime<Utc>) -> Result<JoinUrl> {
        entry.appointment.allows(CoachStep::Join, now)?;
        match join_moment(&entry.appointment, now) {
            JoinMoment::Now | JoinMoment::NotYet(_) => {}
            JoinMoment::Over => return Err(Error::of(ErrorCode::AlreadyOver, "the appointment is over")),
            JoinMoment::Never => return Err(not_a_meeting()),
        }
        // What Daily is told of a person stays there: a first name is enough to be recognised at the door.
        let name = entry.appointment.person.name().as_str();
        let first = name.split_whitespace().next().unwrap_or(name).to_owned();
        self.join_url(entry, Role::Participant, &first).await
    }

    async fn join_url(&self, entry: &Entry, role: Role, user_name: &str) -> Result<JoinUrl> {
        let room = entry.room.made.as_ref().ok_or_else(not_ready)?;
        let (client, domain) = self.daily().await?;
        let name = RoomName::parse(&room.name).map_err(|_| not_ready())?;
        let url = Url::parse(&room.url).map_err(|_| not_ready())?;
        let request = TokenRequest::new(name.clone(), role, room.closes)
            .map_err(|bad| Error::of(ErrorCode::Internal, bad.to_string()))?
            .user_name(UserName::from_text(user_name));
        let token = client.mint_token(&request).await?;
        JoinUrl::new(&domain, &name, &url, &token).map_err(|bad| {
            tracing::error!(%domain, "a room lies outside the coach's domain");
            Error::of(ErrorCode::DailyRefused, bad.to_string())
        })
    }
}

fn not_ready() -> Error {
    Error::of(ErrorCode::RoomNotReady, "the room is still to be made")
}

fn not_a_meeting() -> Error {
    Error::of(ErrorCode::NotAllowedNow, "there is no room to join")
}
