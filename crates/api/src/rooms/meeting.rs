//! Entering a video room: tokens are made at the moment of use and kept nowhere.

use agenda::{AppointmentId, CoachStep, JoinMoment, PaidFeature, join_moment};
use chrono::{DateTime, Utc};
use daily::{Daily, DomainName, JoinUrl, Role, RoomName, Token, TokenRequest, UserName};
use serde::Serialize;
use specta::Type;
use store::{Entry, MadeRoom};
use url::Url;

use crate::{
    CoachDesk, Error, ErrorCode, Result,
    rooms::attendance::client_user_id,
    rooms::options::{may_be_the_plan, owner_rights, paid},
};

/// Opens an address in the system's browser.
pub trait Browser: Send + Sync {
    /// Hands the address over; an error in English for the log, without the address.
    fn open(&self, url: &JoinUrl) -> std::result::Result<(), String>;
}

/// The coach is on the way into a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Joined {
    /// What was chosen in the settings and the account's plan refused: the session goes on without.
    pub without: Vec<PaidFeature>,
}

impl CoachDesk {
    /// Opens the room in the system's browser, with the coach as owner. The address leaves Rust for nowhere else.
    pub async fn join_meeting(
        &self,
        id: AppointmentId,
        browser: &dyn Browser,
        now: DateTime<Utc>,
    ) -> Result<Joined> {
        let entry = self.rows.entry(id).await?;
        match join_moment(&entry.appointment, now) {
            JoinMoment::Now => {}
            JoinMoment::NotYet(opens) => return Err(Error::not_yet_open(opens)),
            JoinMoment::Over => return Err(Error::of(ErrorCode::AlreadyOver, "the appointment is over")),
            JoinMoment::Never => return Err(not_a_meeting()),
        }
        let coach = self.rows.coach_card().await?;
        let rights = owner_rights(self.rows.video_options().await?);
        let (room, request) = token_request(&entry, Role::Owner(rights))?;
        let request = request
            .user_name(UserName::from_text(coach.name.as_str()))
            .user_id(self.own_user_id());
        let (client, domain) = self.daily().await?;
        let (token, without) = self.mint_if_need_be_without(&client, request, now).await?;
        browser.open(&join_url(&domain, room, &token)?).map_err(|error| {
            tracing::warn!(error, "no browser could be opened");
            Error::of(ErrorCode::BrowserUnavailable, error)
        })?;
        Ok(Joined { without })
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
        let (room, request) = token_request(entry, Role::Participant)?;
        let request = request
            .user_name(UserName::from_text(first_name(entry)))
            .user_id(client_user_id(entry));
        let (client, domain) = self.daily().await?;
        join_url(&domain, room, &client.mint_token(&request).await?)
    }

    /// Mints a token; what the plan refuses of its rights is left out, written down, and answered.
    pub(crate) async fn mint_if_need_be_without(
        &self,
        client: &Daily,
        request: TokenRequest,
        now: DateTime<Utc>,
    ) -> Result<(daily::Token, Vec<PaidFeature>)> {
        let wanted = paid(request.rights());
        match client.mint_token(&request).await {
            Err(error) if !wanted.is_empty() && may_be_the_plan(&error) => {
                let token = client.mint_token(&request.without_rights()).await?;
                self.note_refusals(&wanted, true, now).await?;
                Ok((token, wanted))
            }
            minted => {
                let token = minted?;
                self.note_refusals(&wanted, false, now).await?;
                Ok((token, Vec::new()))
            }
        }
    }
}

/// What Daily is told of a person stays there: a first name is enough to be recognised at the door.
pub(crate) fn first_name(entry: &Entry) -> &str {
    let name = entry.appointment.person.name().as_str();
    name.split_whitespace().next().unwrap_or(name)
}

fn token_request(entry: &Entry, role: Role) -> Result<(&MadeRoom, TokenRequest)> {
    let room = entry.room.made.as_ref().ok_or_else(not_ready)?;
    let name = RoomName::parse(&room.name).map_err(|_| not_ready())?;
    let request = TokenRequest::new(name, role, room.closes)
        .map_err(|bad| Error::of(ErrorCode::Internal, bad.to_string()))?;
    Ok((room, request))
}

fn join_url(domain: &DomainName, room: &MadeRoom, token: &Token) -> Result<JoinUrl> {
    let name = RoomName::parse(&room.name).map_err(|_| not_ready())?;
    let url = Url::parse(&room.url).map_err(|_| not_ready())?;
    JoinUrl::new(domain, &name, &url, token).map_err(|bad| {
        tracing::error!(%domain, "a room lies outside the coach's domain");
        Error::of(ErrorCode::DailyRefused, bad.to_string())
    })
}

fn not_ready() -> Error {
    Error::of(ErrorCode::RoomNotReady, "the room is still to be made")
}

fn not_a_meeting() -> Error {
    Error::of(ErrorCode::NotAllowedNow, "there is no room to join")
}
