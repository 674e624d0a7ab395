//! Who is in a room just now.
//!
//! It lags by 10 to 25 seconds and may show someone twice after they rejoined: something to look at, not
//! something to decide by.

use crate::transport::Call;
use crate::{Daily, Error, RoomName, lenient};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use std::time::Duration;

/// Someone in a room.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Present {
    /// Daily's id of this visit.
    #[serde(default)]
    pub id: String,
    /// Our id, if their token had one.
    #[serde(rename = "userId", default, deserialize_with = "lenient::text")]
    pub user_id: Option<String>,
    /// The name they carry in the call.
    #[serde(rename = "userName", default, deserialize_with = "lenient::text")]
    pub user_name: Option<String>,
    /// When they came in.
    #[serde(rename = "joinTime", default, deserialize_with = "lenient::instant")]
    pub joined: Option<DateTime<Utc>>,
    /// How long they have been in, in whole seconds.
    #[serde(default, deserialize_with = "lenient::duration")]
    pub duration: Duration,
}

impl std::fmt::Debug for Present {
    /// Without the name: people have no place in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Present")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl Daily {
    /// The people in the room; [`Error::NotFound`] if there is no such room.
    pub async fn presence(&self, room: &RoomName) -> Result<Vec<Present>, Error> {
        #[derive(Deserialize)]
        struct Wire {
            data: Vec<Present>,
        }
        let wire: Wire = self
            .transport
            .read(Call::get(&["rooms", room.as_str(), "presence"]))
            .await?;
        Ok(wire.data)
    }
}
