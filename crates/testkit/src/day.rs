//! The fixed day the tests live on, and a clock one can turn.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// Tuesday 2 March 2027, 09:00 in Paris (UTC+1).
pub const TUESDAY_NINE: &str = "2027-03-02T08:00:00Z";

/// An instant written as RFC 3339.
///
/// # Panics
/// If it is none: the test is written wrongly.
#[expect(clippy::expect_used, reason = "for tests, which have nothing better to do")]
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A clock that stands still until it is turned; clones are the same clock.
#[derive(Debug, Clone)]
pub struct StillClock(Arc<Mutex<DateTime<Utc>>>);

impl StillClock {
    /// A clock that shows `now`.
    pub fn at(now: &str) -> Self {
        Self(Arc::new(Mutex::new(at(now))))
    }

    /// What it shows.
    pub fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Turns it, backwards if negative.
    pub fn turn(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }

    /// Sets it.
    pub fn set(&self, now: &str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = at(now);
    }

    /// The same clock for the Daily stand-in.
    pub fn for_daily(&self) -> crate::daily::Clock {
        let clock = self.clone();
        Arc::new(move || clock.now())
    }
}
