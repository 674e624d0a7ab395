//! The one place that asks the system what time it is.
//!
//! Debug builds can be told to believe another instant (`VIRTUS_CLOCK`, RFC 3339) and go on from there: the end-to-end
//! tests live on a fixed day. And it can be made to jump while the program runs, as a computer's does that slept: by the
//! seconds that stand in a file (`VIRTUS_CLOCK_LEAP`). Release builds ignore both.

use std::{fs, path::PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

/// The clock of this run.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    offset: TimeDelta,
    leap: Option<PathBuf>,
}

impl Clock {
    /// The system's clock, or what a debug build was told.
    pub(crate) fn of_this_run() -> Self {
        let told = |name| std::env::var(name).ok().filter(|_| cfg!(debug_assertions));
        let wanted = told("VIRTUS_CLOCK").and_then(|text| text.parse::<DateTime<Utc>>().ok());
        Self {
            offset: wanted.map_or(TimeDelta::zero(), |it| it - system_now()),
            leap: told("VIRTUS_CLOCK_LEAP").map(PathBuf::from),
        }
    }

    /// The instant.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        system_now() + self.offset + self.leapt()
    }

    fn leapt(&self) -> TimeDelta {
        let written = self.leap.as_ref().and_then(|file| fs::read_to_string(file).ok());
        let seconds = written.and_then(|text| text.trim().parse().ok());
        TimeDelta::seconds(seconds.unwrap_or_default())
    }

    /// What to add to the system's time, in milliseconds; 0 but in tests.
    pub(crate) fn offset_ms(&self) -> f64 {
        // Exact for every offset a test can ask for: far below 2^53.
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let offset = (self.offset + self.leapt()).num_milliseconds() as f64;
        offset
    }
}

#[expect(clippy::disallowed_methods, reason = "this file is where the system is asked")]
fn system_now() -> DateTime<Utc> {
    Utc::now()
}
