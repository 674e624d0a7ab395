//! Who came, and for how long (`GET /meetings`).
//!
//! A meeting begins when the first person enters an empty room and ends when the last one leaves, so one
//! appointment may have several.

use crate::transport::Call;
use crate::{Daily, Error, RoomName, lenient};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use std::time::Duration;

/// One meeting in a room.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Meeting {
    /// Daily's id.
    pub id: String,
    /// When the first person came in.
    #[serde(rename = "start_time", default, deserialize_with = "lenient::seconds")]
    pub started: Option<DateTime<Utc>>,
    /// From the first to the last, in whole seconds.
    #[serde(default, deserialize_with = "lenient::duration")]
    pub duration: Duration,
    /// Somebody is still inside.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub ongoing: bool,
    /// Everyone who was in, once per visit.
    #[serde(default)]
    pub participants: Vec<Attendance>,
}

/// One visit of one person.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Attendance {
    /// Our id, if their token had one.
    #[serde(default, deserialize_with = "lenient::text")]
    pub user_id: Option<String>,
    /// The name they carried in the call.
    #[serde(default, deserialize_with = "lenient::text")]
    pub user_name: Option<String>,
    /// When they came in.
    #[serde(rename = "join_time", default, deserialize_with = "lenient::seconds")]
    pub joined: Option<DateTime<Utc>>,
    /// How long they stayed, in whole seconds.
    #[serde(default, deserialize_with = "lenient::duration")]
    pub duration: Duration,
}

impl std::fmt::Debug for Attendance {
    /// Without the name: people have no place in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Attendance");
        shown
            .field("joined", &self.joined)
            .field("duration", &self.duration)
            .finish_non_exhaustive()
    }
}

impl Daily {
    const MEETINGS: usize = 100;
    const MOST_MEETING_PAGES: usize = 20;

    /// The meetings of a room, newest first, also after the room is gone. A room that never was has none;
    /// that is no error at Daily.
    pub async fn meetings(&self, room: &RoomName) -> Result<Vec<Meeting>, Error> {
        #[derive(Deserialize)]
        struct Wire {
            data: Vec<Meeting>,
        }
        let mut meetings: Vec<Meeting> = Vec::new();
        for _ in 0..Self::MOST_MEETING_PAGES {
            let mut call = Call::get(&["meetings"])
                .query("room", room)
                .query("limit", &Self::MEETINGS);
            if let Some(last) = meetings.last() {
                call = call.query("starting_after", &last.id);
            }
            let page: Wire = self.transport.read(call).await?;
            let full = page.data.len() >= Self::MEETINGS;
            meetings.extend(page.data);
            if !full {
                break;
            }
        }
        Ok(meetings)
    }
}
