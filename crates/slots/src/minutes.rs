//! Whole minutes, one type for each use, so that a step is never taken for a length.

use crate::span::{MINUTE, Tick};

/// A number of minutes outside what the thing allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} of {given} minutes: it must lie between {least} and {most}")]
pub struct BadMinutes {
    /// What was being measured, in English: "length", "step", …
    pub what: &'static str,
    /// The value refused.
    pub given: u32,
    /// The least value allowed.
    pub least: u32,
    /// The greatest value allowed.
    pub most: u32,
}

macro_rules! minutes {
    ($(#[$doc:meta])* $name:ident, $what:literal, $range:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Refuses a number of minutes out of range.
            pub fn new(minutes: u32) -> Result<Self, BadMinutes> {
                let (least, most) = (*$range.start(), *$range.end());
                let bad = BadMinutes { what: $what, given: minutes, least, most };
                if $range.contains(&minutes) { Ok(Self(minutes)) } else { Err(bad) }
            }

            /// The number of minutes.
            pub fn minutes(self) -> u32 {
                self.0
            }

            pub(crate) fn ticks(self) -> Tick {
                Tick::from(self.0) * MINUTE
            }
        }
    };
}

minutes! {
    /// How long an appointment lasts: 1 minute to 24 hours.
    Length, "a length", (1..=1_440)
}
minutes! {
    /// From one candidate start to the next: 1 minute to 24 hours.
    Step, "a step", (1..=1_440)
}
minutes! {
    /// Free time kept on one side of an appointment: 0 minutes to 24 hours.
    Buffer, "a buffer", (0..=1_440)
}
minutes! {
    /// How long before its start an appointment must be asked for: 0 minutes to 366 days.
    Notice, "a notice", (0..=527_040)
}

impl Buffer {
    /// No buffer.
    pub const NONE: Self = Self(0);
}

impl Notice {
    /// No notice.
    pub const NONE: Self = Self(0);
}
