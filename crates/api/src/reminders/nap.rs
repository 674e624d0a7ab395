//! How long a worker may sleep that follows the wall clock.
//!
//! A timer runs on another clock: it stands still while the computer sleeps, and knows nothing of a clock that is set.
//! So it is never trusted for long, and what it wakes looks at the wall clock again.

use std::time::Duration;

use chrono::{DateTime, Utc};

/// The longest a worker sleeps: so late is, at most, what fell due while the computer slept, or while the clock was set.
pub const LONGEST_NAP: Duration = Duration::from_secs(30);

/// The shortest: a clock that goes back and forth must not make anybody spin.
const SHORTEST_NAP: Duration = Duration::from_millis(200);

/// How long to sleep from `now` when the next thing to do is at `next`, if anything is.
pub fn nap(next: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Duration {
    let until = |next: DateTime<Utc>| (next - now).to_std().unwrap_or_default();
    next.map_or(LONGEST_NAP, until).clamp(SHORTEST_NAP, LONGEST_NAP)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_nap_ends_when_something_is_due_and_is_never_long() {
        let now: DateTime<Utc> = "2027-03-02T08:00:00Z".parse().unwrap();
        let until = |seconds| nap(Some(now + TimeDelta::seconds(seconds)), now);
        assert_eq!(until(12), Duration::from_secs(12));
        assert_eq!(until(3600), LONGEST_NAP);
        assert_eq!(nap(None, now), LONGEST_NAP);
        assert_eq!(until(-3600), SHORTEST_NAP);
    }
}
