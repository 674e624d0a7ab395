//! What went wrong, by what a caller does about it.

use crate::Room;
use std::time::Duration;

/// A call that did not succeed. No variant ever carries the key, a token, or an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Daily does not know the key (401): ask the coach for another.
    #[error("Daily refuses the key")]
    KeyRefused,
    /// Daily did not find a usable key in the request (400 `authorization-header-error`).
    #[error("Daily could not read the key")]
    KeyMalformed,
    /// The account may not do this: a paid feature, or something forbidden to it. Tell the coach, and go
    /// on without the feature. `info` is Daily's own text.
    #[error("the Daily account does not allow this: {info}")]
    PlanRefused {
        /// Daily's explanation, for a log; it may be empty and may change.
        info: String,
    },
    /// There is no such room (any more): make another.
    #[error("Daily has no such room")]
    NotFound,
    /// A room of that name exists already; here it is.
    #[error("a room named {} exists already", .0.name)]
    Duplicate(Box<Room>),
    /// Too many calls (429): wait at least this long, or by [`backoff`](crate::backoff) if not told.
    #[error("Daily asks for a pause")]
    Limited {
        /// The pause Daily asked for, at most [`LONGEST_WAIT`](crate::LONGEST_WAIT).
        after: Option<Duration>,
    },
    /// Nothing wrong with the request; the same one may succeed later.
    #[error("Daily could not be asked: {trouble}")]
    TryLater {
        /// What happened.
        trouble: Trouble,
        /// The pause Daily asked for, if it did.
        after: Option<Duration>,
    },
    /// The request itself is refused (400): repeating it is useless, something must change first.
    #[error("Daily refuses the request: {info}")]
    Invalid {
        /// Daily's explanation, for a log; it may be empty and may change.
        info: String,
    },
    /// Something answered, but not in Daily's words: a proxy, a captive portal, a changed interface.
    /// Whether the request had its effect is unknown.
    #[error("the answer is not one of Daily's (status {status})")]
    Unreadable {
        /// The HTTP status it came with.
        status: u16,
    },
}

/// Why there was no answer to a good request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No connection could be made: no network, no such host, certificate refused. The request was
    /// certainly not carried out.
    #[error("no connection")]
    Offline,
    /// It took too long. The request may have been carried out.
    #[error("no answer in time")]
    Timeout,
    /// The connection broke. The request may have been carried out.
    #[error("the connection broke")]
    Lost,
    /// Daily itself failed (5xx). The request may have been carried out.
    #[error("Daily failed with status {0}")]
    Server(u16),
}

impl Error {
    /// The pause Daily asked for before the next call.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Limited { after } | Self::TryLater { after, .. } => *after,
            _ => None,
        }
    }

    /// Whether the same request may succeed later, with nothing changed. Unreadable answers count: what
    /// spoils them is usually on the way, and passes.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Limited { .. } | Self::TryLater { .. } | Self::Unreadable { .. }
        )
    }
}
