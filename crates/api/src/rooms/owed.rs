//! All that is still owed to Daily, removals included, for the coach to see: what, why, since when.

use agenda::{AppointmentId, RoomGoal, RoomProblem};
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;

use crate::{CoachDesk, Result};

/// The most that are told at once.
const MOST: u32 = 50;

/// What is to be done for a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RoomNeed {
    /// It is to be made.
    Creation,
    /// Its times or options are to be changed.
    Change,
    /// It is to be deleted.
    Removal,
}

/// A room something is still owed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwedRoom {
    /// For this appointment.
    pub appointment: AppointmentId,
    /// Whom it is with.
    pub person: String,
    /// When it starts.
    pub start: DateTime<Utc>,
    /// What is to be done.
    pub need: RoomNeed,
    /// Since when.
    pub since: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: u32,
    /// Why it was not done when last tried; none before the first try.
    pub problem: Option<RoomProblem>,
    /// When it is tried next.
    pub next_try_at: DateTime<Utc>,
}

impl CoachDesk {
    /// Everything still owed to Daily, the nearest session first.
    pub async fn owed_rooms(&self) -> Result<Vec<OwedRoom>> {
        let owed = self.rows.owed_rooms(MOST).await?;
        Ok(owed.into_iter().map(OwedRoom::from).collect())
    }
}

impl From<store::OwedWork> for OwedRoom {
    fn from(it: store::OwedWork) -> Self {
        Self {
            appointment: it.appointment,
            person: it.person,
            start: it.start,
            need: match it.room.goal {
                RoomGoal::Create => RoomNeed::Creation,
                RoomGoal::Update => RoomNeed::Change,
                RoomGoal::Delete => RoomNeed::Removal,
            },
            since: it.room.since,
            attempts: it.room.attempts,
            problem: it.room.problem,
            next_try_at: it.room.next_try_at,
        }
    }
}
