//! The one place that asks the system what time it is.
//!
//! Debug builds can be told to believe another instant (`VIRTUS_CLOCK`, RFC 3339) and go on from there: the end-to-end
//! tests live on a fixed day. Release builds ignore it.

use chrono::{DateTime, TimeDelta, Utc};

/// The clock of this run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    offset: TimeDelta,
}

impl Clock {
    /// The system's clock, or what a debug build was told.
    pub(crate) fn of_this_run() -> Self {
        let told = if cfg!(debug_assertions) {
            std::env::var("VIRTUS_CLOCK").ok()
        } else {
            None
        };
        let wanted = told.and_then(|text| text.parse::<DateTime<Utc>>().ok());
        Self {
            offset: wanted.map_or(TimeDelta::zero(), |it| it - system_now()),
        }
    }

    /// The instant.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        system_now() + self.offset
    }

    /// What to add to the system's time, in milliseconds; 0 but in tests.
    pub(crate) fn offset_ms(&self) -> f64 {
        // Exact for every offset a test can ask for: far below 2^53.
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let offset = self.offset.num_milliseconds() as f64;
        offset
    }
}

#[expect(clippy::disallowed_methods, reason = "this file is where the system is asked")]
fn system_now() -> DateTime<Utc> {
    Utc::now()
}
