//! Coming to a room as a person: what the browser would do with a link.
//!
//! Rules from Daily's guide "Controlling who joins a meeting": a private room wants a token or a knock,
//! times of room and token decide about coming in, a token walks past the lobby unless it says `knocking`.

use super::DailyStandIn;
use super::people::Visitor;
use super::rooms::StandInRoom;
use super::server::lock;
use super::tokens::Minted;
use chrono::{DateTime, Utc};

/// Where a link led.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// Into the room; the id of the visit.
    Inside(String),
    /// Into the lobby, until an owner opens.
    Knocking,
}

/// Why a link led nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEntry {
    /// Not an address of a room on this domain.
    NotALink,
    /// No such room, or it has expired.
    NoRoom,
    /// The room or the token is not valid yet.
    TooEarly,
    /// The token is over, unknown, or for another room.
    BadToken,
    /// The room is private, there is no token, and no lobby.
    Private,
}

impl DailyStandIn {
    /// Puts somebody into a room, whatever its doors say; returns the id of the visit. The room need not
    /// exist: meetings of rooms that are gone are listed as well.
    pub fn enter(&self, room: &str, user_name: &str) -> String {
        let visitor = Visitor {
            user_name: Some(user_name.to_owned()),
            user_id: None,
        };
        self.enter_as(room, visitor)
    }

    /// The same, saying more about them.
    pub fn enter_as(&self, room: &str, visitor: Visitor) -> String {
        let mut world = lock(&self.world);
        let now = world.settle();
        let out_at = world.rooms.find(room).ok().and_then(ejection);
        world.people.enter(room, visitor, now, out_at)
    }

    /// Somebody leaves by themselves; `false` if they were out already.
    pub fn leave(&self, visit: &str) -> bool {
        let mut world = lock(&self.world);
        let now = world.settle();
        world.people.leave(visit, now)
    }

    /// Follows a link as a browser does, with the token behind `?t=` if there is one.
    pub fn follow(&self, link: &str) -> Result<Door, NoEntry> {
        let url = url::Url::parse(link).map_err(|_| NoEntry::NotALink)?;
        let ours = url.scheme() == "https" && url.host_str() == Some(&format!("{}.daily.co", self.domain));
        let name = url.path().trim_start_matches('/').to_owned();
        if !ours || name.is_empty() || name.contains('/') {
            return Err(NoEntry::NotALink);
        }
        let token = url
            .query_pairs()
            .find(|(name, _)| name == "t")
            .map(|(_, token)| token.into_owned());
        self.come_to(&name, token.as_deref())
    }

    fn come_to(&self, name: &str, token: Option<&str>) -> Result<Door, NoEntry> {
        let mut world = lock(&self.world);
        let now = world.settle();
        let room = world.rooms.find(name).map_err(|_| NoEntry::NoRoom)?.clone();
        let minted = match token {
            Some(token) => Some(world.tokens.find(token).ok_or(NoEntry::BadToken)?.clone()),
            None => None,
        };
        match door(&room, minted.as_ref(), now)? {
            None => Ok(Door::Knocking),
            Some(visitor) => Ok(Door::Inside(world.people.enter(
                name,
                visitor,
                now,
                ejection(&room),
            ))),
        }
    }
}

/// Who comes in; `None` has to knock.
fn door(room: &StandInRoom, token: Option<&Minted>, now: DateTime<Utc>) -> Result<Option<Visitor>, NoEntry> {
    if room.opens().is_some_and(|opens| now < opens) {
        return Err(NoEntry::TooEarly);
    }
    let lobby = room.has("enable_knocking") && room.privacy == "private";
    let Some(token) = token else {
        return match (room.privacy.as_str(), lobby) {
            ("public", _) => Ok(Some(Visitor::default())),
            (_, true) => Ok(None),
            _ => Err(NoEntry::Private),
        };
    };
    if token.room() != room.name || !token.is_valid(now, true) {
        return Err(NoEntry::BadToken);
    }
    if !token.is_valid(now, false) {
        return Err(NoEntry::TooEarly);
    }
    if token.has("knocking") && lobby {
        return Ok(None);
    }
    let text = |name: &str| token.text(name).map(str::to_owned);
    Ok(Some(Visitor {
        user_name: text("user_name"),
        user_id: text("user_id"),
    }))
}

/// When the room throws out somebody who comes in now.
fn ejection(room: &StandInRoom) -> Option<DateTime<Utc>> {
    room.closes().filter(|_| room.has("eject_at_room_exp"))
}
