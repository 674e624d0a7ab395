//! Making, reading, changing and deleting rooms.

use crate::limits::Pace;
use crate::requests::{NewRoom, RoomUpdate};
use crate::transport::Call;
use crate::{Daily, Error, Room, RoomBatch, RoomName};
use reqwest::StatusCode;
use serde::Deserialize;

/// What happened to a room that should be gone. Either way it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deletion {
    /// It was there, perhaps expired, and this call removed it.
    Deleted,
    /// There was none.
    WasGone,
}

/// How [`Daily::create_or_get`] came to its room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ensured {
    /// Made by this call.
    Made(Room),
    /// It existed, just as wanted: an earlier answer got lost.
    Found(Room),
    /// It existed otherwise and was changed to what was wanted.
    Changed(Room),
}

impl Ensured {
    /// The room, however it came about.
    pub fn into_room(self) -> Room {
        match self {
            Self::Made(room) | Self::Found(room) | Self::Changed(room) => room,
        }
    }
}

impl Daily {
    /// Makes a room. A refusal is looked into, because Daily answers a taken name and a bad request
    /// alike: if the name exists it is [`Error::Duplicate`], otherwise [`Error::Invalid`] was meant.
    pub async fn create_room(&self, new: &NewRoom) -> Result<Room, Error> {
        let call = Call::post(&["rooms"]).body(&new.body());
        match self.transport.read(call).await {
            Err(invalid @ Error::Invalid { .. }) => match self.get_room(&new.name).await {
                Ok(room) => Err(Error::Duplicate(Box::new(room))),
                Err(Error::NotFound) => Err(invalid),
                Err(other) => Err(other),
            },
            other => other,
        }
    }

    /// Makes a room, or takes the one that has the name already and gives it the wanted times, privacy
    /// and lobby if they differ. Repeating it after a lost answer therefore makes one room, not two.
    /// [`Error::NotFound`] means that the room expired meanwhile: use another name.
    pub async fn create_or_get(&self, new: &NewRoom) -> Result<Ensured, Error> {
        match self.create_room(new).await {
            Ok(room) => Ok(Ensured::Made(room)),
            Err(Error::Duplicate(room)) if room.is_as_wanted(new.times) => Ok(Ensured::Found(*room)),
            Err(Error::Duplicate(_)) => {
                let update = RoomUpdate {
                    times: new.times,
                    options: Some(new.options),
                };
                Ok(Ensured::Changed(self.update_room(&new.name, &update).await?))
            }
            Err(other) => Err(other),
        }
    }

    /// The room of that name; an expired one is [`Error::NotFound`].
    pub async fn get_room(&self, name: &RoomName) -> Result<Room, Error> {
        self.transport.read(Call::get(&["rooms", name.as_str()])).await
    }

    /// Changes a room. [`Error::NotFound`] if it is not there or has expired: make a new one under a new
    /// name. How Daily refuses to change an expired room is not documented, so a refusal is looked into.
    /// People inside keep the end they joined under.
    pub async fn update_room(&self, name: &RoomName, update: &RoomUpdate) -> Result<Room, Error> {
        let path = ["rooms", name.as_str()];
        match self.transport.read(Call::post(&path).body(&update.body())).await {
            Err(invalid @ Error::Invalid { .. }) => Err(self.get_room(name).await.err().unwrap_or(invalid)),
            other => other,
        }
    }

    /// Deletes a room and throws out whoever is inside. At most one a second goes out.
    pub async fn delete_room(&self, name: &RoomName) -> Result<Deletion, Error> {
        let path = ["rooms", name.as_str()];
        let answer = self
            .transport
            .answer(Call::delete(&path).pace(Pace::Deletion))
            .await?;
        if answer.status == StatusCode::NOT_FOUND
            && let Some(refusal) = answer.refusal()
        {
            // An expired room is answered with 404 and `deleted: true`.
            return Ok(if refusal.deleted {
                Deletion::Deleted
            } else {
                Deletion::WasGone
            });
        }
        self.transport.interpret::<serde::de::IgnoredAny>(answer)?;
        Ok(Deletion::Deleted)
    }

    /// Deletes several rooms in one call, all or none; returns how many Daily says it deleted. Whether
    /// one unknown name spoils the whole batch is not documented: on an error, delete one by one.
    pub async fn delete_rooms(&self, batch: &RoomBatch) -> Result<u64, Error> {
        #[derive(Deserialize)]
        struct Deleted {
            deleted_count: u64,
        }
        let body = serde_json::json!({"room_names": batch.names()});
        let deleted: Deleted = self
            .transport
            .read(Call::delete(&["batch", "rooms"]).body(&body))
            .await?;
        Ok(deleted.deleted_count)
    }
}
