//! What needs the coach's attention.

use agenda::PaidFeature;
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;

use crate::{Appointment, CoachDesk, KeyState, Result};

/// The most of one kind that are told at once.
const MOST: u32 = 50;

/// Something the coach should know or do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Attention {
    /// A room could not be made yet.
    RoomOwed {
        /// For this appointment.
        appointment: Box<Appointment>,
    },
    /// It is over, and nobody said whether it took place.
    ToClose {
        /// This one.
        appointment: Box<Appointment>,
    },
    /// Daily says that the key is not valid (any more).
    KeyRefused,
    /// The keyring does not answer.
    KeyringUnavailable,
    /// The account's plan refuses something that was chosen: sessions go on without.
    PlanRefused {
        /// What.
        feature: PaidFeature,
        /// Since when.
        since: DateTime<Utc>,
    },
}

impl CoachDesk {
    /// What needs attention, the most pressing first.
    pub async fn attention(&self, now: DateTime<Utc>) -> Result<Vec<Attention>> {
        let mut all = Vec::new();
        match self.video_account().await?.state {
            KeyState::Refused => all.push(Attention::KeyRefused),
            KeyState::KeyringUnavailable => all.push(Attention::KeyringUnavailable),
            KeyState::NotSet | KeyState::Set | KeyState::SessionOnly => {}
        }
        let owed = self.rows.entries_owed_a_room(now, MOST).await?;
        // One that is being made at this moment needs nobody.
        let stuck = |entry: &store::Entry| entry.room.owed.as_ref().is_some_and(|it| it.problem.is_some());
        all.extend(owed.into_iter().filter(stuck).map(|it| Attention::RoomOwed {
            appointment: Box::new(it.into()),
        }));
        let refused = self.rows.plan_refusals().await?;
        all.extend(refused.into_iter().map(|it| Attention::PlanRefused {
            feature: it.feature,
            since: it.since,
        }));
        let unclosed = self.rows.unclosed_entries(now, MOST).await?;
        all.extend(unclosed.into_iter().map(|it| Attention::ToClose {
            appointment: Box::new(it.into()),
        }));
        Ok(all)
    }
}
