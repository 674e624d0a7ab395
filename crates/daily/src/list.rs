//! The rooms of the domain, page by page.
//!
//! Daily lists newest first, leaves out expired rooms, and has no filter; pages continue after the id of
//! the last room (Daily's REST documentation, "Pagination").

use crate::transport::Call;
use crate::{Daily, Error, Room, RoomId};
use serde::Deserialize;
use serde_json::Value;

/// One page of rooms, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomPage {
    /// The rooms; one that cannot be understood is left out, and is then certainly none of ours.
    pub rooms: Vec<Room>,
    /// How many the whole domain has.
    pub total: u64,
    /// Where the next page starts, unless this is the last.
    pub next: Option<RoomId>,
}

#[derive(Deserialize)]
struct Wire {
    #[serde(default)]
    total_count: u64,
    data: Vec<Value>,
}

impl Daily {
    const PAGE: usize = 100;
    /// A domain with more rooms than this is not paged to its end.
    const MOST_PAGES: usize = 1000;

    /// The page after the room `after`, or the first.
    pub async fn list_rooms(&self, after: Option<&RoomId>) -> Result<RoomPage, Error> {
        let mut call = Call::get(&["rooms"]).query("limit", &Self::PAGE);
        if let Some(RoomId(id)) = after {
            call = call.query("starting_after", id);
        }
        let wire: Wire = self.transport.read(call).await?;
        let full = wire.data.len() >= Self::PAGE;
        let last = wire.data.last().and_then(|room| room.get("id")?.as_str());
        let next = last.filter(|_| full).map(|id| RoomId(id.to_owned()));
        let rooms = wire
            .data
            .into_iter()
            .filter_map(|room| serde_json::from_value(room).ok())
            .collect();
        Ok(RoomPage {
            rooms,
            total: wire.total_count,
            next,
        })
    }

    /// Every room of the domain that has not expired, ours and others.
    pub async fn all_rooms(&self) -> Result<Vec<Room>, Error> {
        let mut rooms = Vec::new();
        let mut after: Option<RoomId> = None;
        for _ in 0..Self::MOST_PAGES {
            let page = self.list_rooms(after.as_ref()).await?;
            rooms.extend(page.rooms);
            match page.next {
                Some(next) if after.as_ref() != Some(&next) => after = Some(next),
                _ => break,
            }
        }
        Ok(rooms)
    }
}
