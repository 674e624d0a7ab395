//! The clean-up: what is left at Daily and nobody needs goes, what should be there and is not is put right.
//!
//! Ours is a room whose name this agenda wrote down before asking for it (`rooms`), and no other: a foreign room is not
//! touched, nor is that of another installation of the same coach, however alike its name looks.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use daily::{Daily, Room, RoomName};
use store::WantedRoom;

use crate::{CoachDesk, Planner, Result, rooms::PREFIX, rooms::account::Access};

/// What a clean-up did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CleanedUp {
    /// Rooms that are gone now.
    pub removed: u32,
    /// Rooms that were not as they should be, and are owed now.
    pub owed: u32,
}

impl Planner {
    /// Deletes the rooms of cancelled and ended appointments that may still exist, and those that a request thought lost
    /// has made since; has rooms that vanished, or have other times than they should, put right.
    ///
    /// Does nothing before the first run, without a key, and before any room was asked for. One deletion a second goes
    /// out. It may be ended anywhere: what is not done is found again next time.
    pub async fn cleanup_expired_rooms(&self, now: DateTime<Utc>) -> Result<CleanedUp> {
        let Some(coach) = self.store.first_coach().await? else {
            return Ok(CleanedUp::default());
        };
        let desk = self.as_coach(coach.id);
        if !desk.rows.has_asked_for_rooms().await? {
            return Ok(CleanedUp::default());
        }
        let Access::Client(client, _) = self.account.access().await? else {
            return Ok(CleanedUp::default());
        };
        let cleaned = desk.clean_up(&client, now).await?;
        if cleaned.owed > 0 {
            desk.want_room_work();
        }
        Ok(cleaned)
    }
}

impl CoachDesk {
    async fn clean_up(&self, client: &Daily, now: DateTime<Utc>) -> Result<CleanedUp> {
        // Before the list is asked for: what is made while it is on its way is not missed in it.
        let wanted = self.rows.wanted_rooms(now).await?;
        let listed = client.all_rooms().await?;
        // Deleting a room throws out who is inside: a clock that runs ahead of Daily's must not end a session.
        let over = client.server_time().map_or(now, |daily| daily.min(now));
        Ok(CleanedUp {
            owed: self.put_right(&wanted, &listed, now).await?,
            removed: self.remove(client, &listed, over, now).await?,
        })
    }

    async fn put_right(&self, wanted: &[WantedRoom], listed: &[Room], now: DateTime<Utc>) -> Result<u32> {
        let listed: HashMap<&str, &Room> = listed.iter().map(|room| (room.name.as_str(), room)).collect();
        let mut owed = 0;
        for room in wanted {
            if listed.get(room.name.as_str()).is_some_and(|it| stands(it, room)) {
                continue;
            }
            tracing::warn!(appointment = %room.appointment, "a room is not as it should be");
            self.planner.store.put_right(self.rows.coach(), room, now).await?;
            owed += 1;
        }
        Ok(owed)
    }

    async fn remove(
        &self,
        client: &Daily,
        listed: &[Room],
        over: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<u32> {
        let mut names = self.rows.rooms_to_remove(over).await?;
        for room in listed.iter().map(|it| it.name.as_str()) {
            if room.starts_with(PREFIX) && self.rows.came_back(room).await? {
                names.push(room.to_owned());
            }
        }
        let mut removed = 0;
        for name in names {
            let Ok(room) = RoomName::parse(&name) else {
                continue;
            };
            client.delete_room(&room).await?;
            self.rows.room_is_gone(&name, now).await?;
            removed += 1;
        }
        Ok(removed)
    }
}

fn stands(listed: &Room, wanted: &WantedRoom) -> bool {
    listed.opens == Some(wanted.opens) && listed.closes == Some(wanted.closes)
}
