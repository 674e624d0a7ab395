//! Calendars of others, in which the coach is busy: where they come from, how they are, what may be wrong with them.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{FeedId, Line, appointment::words};

/// How long a calendar that was read counts as up to date.
pub const FEED_GOES_STALE: TimeDelta = TimeDelta::days(1);

/// How long a coach's word that an unread calendar shall not hold up bookings is good for.
pub const FEED_WORD_HOLDS: TimeDelta = TimeDelta::days(1);

/// Where a calendar comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FeedKind {
    /// A file that was read once.
    File,
    /// An address that is read again and again.
    Https,
}
words!(FeedKind { File = "file", Https = "https" });

/// Why a calendar could not be read when it was last tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FeedTrouble {
    /// No network, or no such host, or its certificate is not believed.
    Unreachable,
    /// It took too long.
    TimedOut,
    /// It wants somebody to sign in, or the secret in the address is no longer good (401, 403).
    Refused,
    /// There is nothing (any more) at that address (404, 410).
    Gone,
    /// The server failed or wants a pause (5xx, 429).
    ServerFailed,
    /// It led in circles, or to an address that is not https.
    LedAstray,
    /// It is larger than is read.
    TooLarge,
    /// What came is no calendar.
    NotACalendar,
    /// The calendar's end is missing.
    CutShort,
    /// It holds more than is read, or reading it took too long.
    TooMuch,
}
words!(FeedTrouble {
    Unreachable = "unreachable",
    TimedOut = "timed_out",
    Refused = "refused",
    Gone = "gone",
    ServerFailed = "server_failed",
    LedAstray = "led_astray",
    TooLarge = "too_large",
    NotACalendar = "not_a_calendar",
    CutShort = "cut_short",
    TooMuch = "too_much",
});

/// The address of a calendar. Whoever has it can read the calendar: it has no `Display`, and its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct FeedAddress(String);

impl FeedAddress {
    /// An address that was looked at by whoever will call it.
    pub fn new(address: String) -> Self {
        Self(address)
    }

    /// The address itself, to call it or to keep it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for FeedAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FeedAddress(…)")
    }
}

/// What the coach decides about a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedCard {
    /// What the coach calls it.
    pub name: Line<1, 80>,
    /// Whether it counts.
    pub enabled: bool,
    /// Whether its events of whole days block too.
    pub all_day_blocks: bool,
}

/// A calendar of others, and how it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Which.
    pub id: FeedId,
    /// What the coach decides about it.
    pub card: FeedCard,
    /// Where it comes from.
    pub kind: FeedKind,
    /// Whose server it is on; none for a file.
    pub host: Option<String>,
    /// When it was last known to be as we have it.
    pub good_at: Option<DateTime<Utc>>,
    /// When it was last tried.
    pub tried_at: Option<DateTime<Utc>>,
    /// What went wrong then.
    pub trouble: Option<FeedTrouble>,
    /// Up to when its times are known, repetitions included.
    pub known_until: Option<DateTime<Utc>>,
    /// Events, or repetitions of them, that were not understood.
    pub not_understood: u32,
    /// Time zones it names that nobody knows.
    pub unknown_zones: Vec<String>,
    /// Until when bookings need not wait for it though it was never read.
    pub passed_over_until: Option<DateTime<Utc>>,
}

impl Feed {
    /// Counts, and was never read: what it says is not known.
    pub fn is_unread(&self) -> bool {
        self.card.enabled && self.good_at.is_none()
    }

    /// Unread, and the coach did not say lately that bookings need not wait for it.
    pub fn holds_up_bookings(&self, now: DateTime<Utc>) -> bool {
        self.is_unread() && self.passed_over_until.is_none_or(|until| until <= now)
    }

    /// Was read, but is no longer known to be as we have it.
    pub fn is_stale(&self, now: DateTime<Utc>) -> bool {
        let old = self.good_at.is_some_and(|at| at + FEED_GOES_STALE < now);
        self.card.enabled && self.kind == FeedKind::Https && old
    }

    /// A file whose repetitions are known less far ahead than bookings go.
    pub fn ends_before(&self, horizon: DateTime<Utc>) -> bool {
        let ends = self.known_until.is_some_and(|until| until < horizon);
        self.card.enabled && self.kind == FeedKind::File && ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(good_at: Option<&str>) -> Feed {
        Feed {
            id: FeedId::new(at("2027-03-01T08:00:00Z")),
            card: FeedCard {
                name: Line::parse("Google").unwrap(),
                enabled: true,
                all_day_blocks: true,
            },
            kind: FeedKind::Https,
            host: Some("calendar.example.org".into()),
            good_at: good_at.map(at),
            tried_at: None,
            trouble: None,
            known_until: None,
            not_understood: 0,
            unknown_zones: Vec::new(),
            passed_over_until: None,
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_never_read_holds_up_bookings_until_the_coach_says_otherwise_and_then_for_a_day() {
        let now = at("2027-03-02T08:00:00Z");
        let mut it = feed(None);
        assert!(it.holds_up_bookings(now));
        it.passed_over_until = Some(now + FEED_WORD_HOLDS);
        assert!(!it.holds_up_bookings(now));
        assert!(it.is_unread(), "it is still told");
        assert!(it.holds_up_bookings(now + FEED_WORD_HOLDS));
        it.card.enabled = false;
        assert!(!it.is_unread(), "what does not count holds up nothing");
    }

    #[test]
    fn a_copy_goes_stale_after_a_day() {
        let it = feed(Some("2027-03-01T08:00:00Z"));
        assert!(!it.is_stale(at("2027-03-02T08:00:00Z")));
        assert!(it.is_stale(at("2027-03-02T08:00:01Z")));
        assert!(
            !feed(None).is_stale(at("2027-03-02T08:00:01Z")),
            "it is unread, not stale"
        );
    }

    #[test]
    fn an_address_is_in_no_log() {
        let address = FeedAddress::new("https://example.org/private-123/basic.ics".into());
        assert_eq!(format!("{address:?}"), "FeedAddress(…)");
    }
}
