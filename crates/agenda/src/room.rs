//! Video rooms as the agenda sees them: when they open and close, and what is still owed for them.
//!
//! The rules are the product's: a room opens 15 minutes before the start and closes 60 minutes after the end; the
//! coach is offered to join from 15 minutes before the start until the end. How a room is made is `daily`'s.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Appointment, MeetingKind, Status, appointment::words};

const OPENS_BEFORE: TimeDelta = TimeDelta::minutes(15);
const CLOSES_AFTER: TimeDelta = TimeDelta::minutes(60);

/// First instant at which the room of a meeting starting at `start` lets people in.
pub fn room_opens(start: DateTime<Utc>) -> DateTime<Utc> {
    start - OPENS_BEFORE
}

/// The instant at which the room of a meeting ending at `end` closes and sends everyone out.
pub fn room_closes(end: DateTime<Utc>) -> DateTime<Utc> {
    end + CLOSES_AFTER
}

/// First instant at which joining is offered for a meeting starting at `start`.
pub fn join_opens(start: DateTime<Utc>) -> DateTime<Utc> {
    start - OPENS_BEFORE
}

/// Whether one can join now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinMoment {
    /// There is nothing to join: no video, or not scheduled (any more).
    Never,
    /// It opens at this instant.
    NotYet(DateTime<Utc>),
    /// The door is open.
    Now,
    /// The meeting is over.
    Over,
}

/// Whether `appointment` can be joined at `now`.
pub fn join_moment(appointment: &Appointment, now: DateTime<Utc>) -> JoinMoment {
    let opens = join_opens(appointment.start);
    if appointment.kind != MeetingKind::Video || appointment.status != Status::Scheduled {
        JoinMoment::Never
    } else if now < opens {
        JoinMoment::NotYet(opens)
    } else if now < appointment.end {
        JoinMoment::Now
    } else {
        JoinMoment::Over
    }
}

/// What a room should become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomGoal {
    /// It is to be made.
    Create,
    /// Its times are to be moved.
    Update,
    /// It is to go.
    Delete,
}
words!(RoomGoal { Create = "create", Update = "update", Delete = "delete" });

/// Why a room is still owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RoomProblem {
    /// No API key was entered.
    NoKey,
    /// Daily says the key is not valid.
    KeyRefused,
    /// The system's keyring cannot be read.
    KeyringUnavailable,
    /// No network, or Daily does not answer.
    Unreachable,
    /// Too many requests: Daily asked to wait.
    Limited,
    /// The account's plan does not include what was asked for.
    PlanRefused,
    /// Daily refused the request as wrong.
    Invalid,
    /// An answer nobody expected.
    Unknown,
}
words!(RoomProblem {
    NoKey = "no_key",
    KeyRefused = "key_refused",
    KeyringUnavailable = "keyring_unavailable",
    Unreachable = "unreachable",
    Limited = "limited",
    PlanRefused = "plan_refused",
    Invalid = "invalid",
    Unknown = "unknown",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appointment::tests::{appointment, at};

    #[test]
    fn the_door_is_open_from_a_quarter_of_an_hour_before_until_the_end() {
        let it = appointment(Status::Scheduled);
        for (now, moment) in [
            (
                "2027-03-02T08:44:59Z",
                JoinMoment::NotYet(at("2027-03-02T08:45:00Z")),
            ),
            ("2027-03-02T08:45:00Z", JoinMoment::Now),
            ("2027-03-02T09:59:59Z", JoinMoment::Now),
            ("2027-03-02T10:00:00Z", JoinMoment::Over),
        ] {
            assert_eq!(join_moment(&it, at(now)), moment, "{now}");
        }
    }

    #[test]
    fn nothing_is_joined_that_is_cancelled_or_not_a_video() {
        let now = at("2027-03-02T09:00:00Z");
        assert_eq!(
            join_moment(&appointment(Status::Cancelled), now),
            JoinMoment::Never
        );
        let call = Appointment {
            kind: MeetingKind::Phone,
            ..appointment(Status::Scheduled)
        };
        assert_eq!(join_moment(&call, now), JoinMoment::Never);
    }
}
