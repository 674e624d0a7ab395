//! Identifiers: one type a noun, so that a client's can never be taken for an appointment's.
//!
//! UUIDv7: they sort by the time they were made, which keeps the database's trees compact. They are made by the
//! caller, who knows the clock; this crate only parses and carries them.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::{NoContext, Timestamp, Uuid};

/// The text is no UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        #[serde(transparent)]
        #[specta(transparent)]
        pub struct $name(#[specta(type = String)] Uuid);

        impl $name {
            /// A new identifier, made at `now`.
            pub fn new(now: DateTime<Utc>) -> Self {
                let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
                Self(Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos())))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text).map(Self).map_err(|_| NotAnId)
            }
        }
    };
}

id!(
    /// The owner of an agenda.
    CoachId
);
id!(
    /// A person the coach follows.
    ClientId
);
id!(
    /// One meeting.
    AppointmentId
);
id!(
    /// An appointment type.
    TypeId
);
id!(
    /// An appointment reason.
    ReasonId
);
id!(
    /// An exception to the weekly hours.
    ExceptionId
);
id!(
    /// A calendar of others.
    FeedId
);
id!(
    /// Appointments made together.
    SeriesId
);
id!(
    /// One reminder of one appointment.
    NotificationId
);
