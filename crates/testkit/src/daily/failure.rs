//! What can go wrong between a client and Daily, on demand.

use super::Endpoint;
use chrono::{DateTime, Utc};
use std::collections::{HashMap, VecDeque};
use std::time::Duration;

/// How a call fails. Unless it says otherwise, the call then has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// 500 `server-error`.
    ServerError,
    /// 503 `server-error` with `Retry-After` in seconds.
    Unavailable(u64),
    /// 429 `rate-limit-error`, without a word about how long.
    Limited,
    /// The same with `Retry-After` in seconds.
    LimitedFor(u64),
    /// The same with `Retry-After` as a date.
    LimitedUntil(DateTime<Utc>),
    /// 401 `authentication-error`.
    KeyRefused,
    /// 403 `forbidden-error`.
    Forbidden,
    /// `invalid-plan-type`.
    PlanRefused,
    /// 400 `invalid-request-error` although the request is good.
    Invalid,
    /// The connection is closed without an answer.
    Dropped,
    /// The call has its effect, then the connection is closed without an answer.
    AnswerLost,
    /// The call has its effect, then the connection breaks in the middle of the answer.
    AnswerCut,
    /// The call has its effect at once, the answer comes after this long.
    AnswerLate(Duration),
    /// The call waits this long before it has its effect, also if the client has hung up.
    EffectLate(Duration),
    /// The call is carried out twice, as by a proxy that repeats it; the second answer is sent.
    CarriedOutTwice,
    /// The call has its effect; the answer is a web page with this status.
    WebPage(u16),
    /// The call has its effect; the answer is JSON that stops in the middle.
    BrokenJson,
    /// The call has its effect; the answer is good JSON of a quite different shape.
    OtherJson,
    /// The call has its effect; the answer carries fields nobody has heard of.
    UnknownFields,
    /// 302 to somewhere else, as a captive portal does.
    Redirect,
}

/// The failures that are planned.
#[derive(Debug, Default)]
pub(super) struct Failures {
    next: HashMap<Endpoint, VecDeque<Failure>>,
    each: HashMap<Endpoint, Failure>,
    all: Option<Failure>,
}

impl Failures {
    pub(super) fn next(&mut self, endpoint: Endpoint, failure: Failure) {
        self.next.entry(endpoint).or_default().push_back(failure);
    }

    pub(super) fn each(&mut self, endpoint: Endpoint, failure: Failure) {
        self.each.insert(endpoint, failure);
    }

    pub(super) fn all(&mut self, failure: Failure) {
        self.all = Some(failure);
    }

    /// What the coming call suffers: what is planned for it first, then what holds for its kind, then
    /// what holds for all.
    pub(super) fn take(&mut self, endpoint: Endpoint) -> Option<Failure> {
        let planned = self.next.get_mut(&endpoint).and_then(VecDeque::pop_front);
        planned
            .or_else(|| self.each.get(&endpoint).cloned())
            .or_else(|| self.all.clone())
    }
}
