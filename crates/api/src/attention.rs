//! What needs the coach's attention.

use agenda::{Feed, PaidFeature};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use specta::Type;

use crate::{Appointment, CoachDesk, KeyState, Result};

/// The most of one kind that are told at once.
const MOST: u32 = 50;

/// Something the coach should know or do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
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
    /// A calendar of others counts and was never read: bookings wait for it.
    CalendarUnread {
        /// What the coach calls it.
        name: String,
    },
    /// A calendar of others could not be read for more than a day.
    CalendarStale {
        /// What the coach calls it.
        name: String,
        /// When it was last read.
        good_at: DateTime<Utc>,
    },
    /// The repetitions of a calendar from a file end before bookings do.
    CalendarEnds {
        /// What the coach calls it.
        name: String,
        /// Up to when its times are known.
        known_until: DateTime<Utc>,
    },
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
        all.extend(self.calendars_in_need(now).await?);
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

    async fn calendars_in_need(&self, now: DateTime<Utc>) -> Result<Vec<Attention>> {
        let feeds = self.rows.feeds().await?;
        if feeds.is_empty() {
            return Ok(Vec::new());
        }
        let horizon = now + TimeDelta::days(i64::from(self.rows.settings().await?.horizon_days));
        Ok(feeds.iter().filter_map(|it| calendar(it, now, horizon)).collect())
    }
}

/// What a calendar of others needs. One that was just added, and is being read, needs nobody.
fn calendar(feed: &Feed, now: DateTime<Utc>, horizon: DateTime<Utc>) -> Option<Attention> {
    let name = feed.card.name.to_string();
    if feed.is_unread() && feed.tried_at.is_some() {
        return Some(Attention::CalendarUnread { name });
    }
    if feed.is_stale(now) {
        let good_at = feed.good_at?;
        return Some(Attention::CalendarStale { name, good_at });
    }
    if feed.ends_before(horizon) {
        let known_until = feed.known_until?;
        return Some(Attention::CalendarEnds { name, known_until });
    }
    None
}
