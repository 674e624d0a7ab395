//! From an HTTP answer to a value or an [`Error`].
//!
//! Rules from Daily's REST documentation, "Errors": `error` is stable and may be branched on, `info` is
//! for people. A 404 counts as "not found" only in Daily's own words; a proxy's 404 page must not make
//! us believe a room is gone.

use crate::{Error, LONGEST_WAIT, Trouble};
use chrono::{DateTime, Utc};
use reqwest::StatusCode;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// Status, body, and the pause asked for.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: Vec<u8>,
    pub(crate) retry_after: Option<Duration>,
}

/// The body of a refusal. `deleted` comes with the 404 of a room that had expired.
#[derive(Deserialize)]
pub(crate) struct Refusal {
    error: String,
    #[serde(default, deserialize_with = "crate::lenient::text")]
    info: Option<String>,
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub(crate) deleted: bool,
}

impl Answer {
    /// The value of a success, or the error of anything else. `redact` cleans texts of secrets.
    pub(crate) fn read<T: DeserializeOwned>(self, redact: impl Fn(&str) -> String) -> Result<T, Error> {
        if !self.status.is_success() {
            return Err(self.error(redact));
        }
        serde_json::from_slice(&self.body).map_err(|error| {
            // Line and column only: the message of a serde error may quote the answer.
            tracing::warn!(
                line = error.line(),
                column = error.column(),
                "unreadable answer from Daily"
            );
            self.unreadable()
        })
    }

    /// Daily's refusal, if the body is one.
    pub(crate) fn refusal(&self) -> Option<Refusal> {
        serde_json::from_slice(&self.body).ok()
    }

    fn unreadable(&self) -> Error {
        Error::Unreadable {
            status: self.status.as_u16(),
        }
    }

    fn error(&self, redact: impl Fn(&str) -> String) -> Error {
        let after = self.retry_after;
        // These need no body: whoever answers so, the next step is the same.
        match self.status {
            StatusCode::UNAUTHORIZED => return Error::KeyRefused,
            StatusCode::TOO_MANY_REQUESTS => return Error::Limited { after },
            StatusCode::REQUEST_TIMEOUT => {
                return Error::TryLater {
                    trouble: Trouble::Timeout,
                    after,
                };
            }
            _ => {}
        }
        let refusal = self.refusal();
        let kind = refusal.as_ref().map(|refusal| refusal.error.as_str());
        let info = || {
            refusal
                .as_ref()
                .and_then(|refusal| refusal.info.as_deref())
                .map_or(String::new(), &redact)
        };
        match (self.status.as_u16(), kind) {
            (_, Some("invalid-plan-type")) | (402 | 403, Some(_)) => {
                Error::PlanRefused { info: brief(&info()) }
            }
            (status @ 500.., _) => Error::TryLater {
                trouble: Trouble::Server(status),
                after,
            },
            (404, Some(_)) => Error::NotFound,
            (_, Some("authorization-header-error")) => Error::KeyMalformed,
            (400..=499, Some(_)) => Error::Invalid { info: brief(&info()) },
            _ => self.unreadable(),
        }
    }
}

/// At most 300 characters on one line.
fn brief(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(300)
        .collect()
}

/// `Retry-After`, in seconds or as a date, which is measured against the answer's own `Date`: the clock
/// of this machine may be wrong. At most [`LONGEST_WAIT`].
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let wait = match text.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => (http_date(text)? - date(headers)?)
            .to_std()
            .unwrap_or(Duration::ZERO),
    };
    Some(wait.min(LONGEST_WAIT))
}

/// When the server says it answered.
pub(crate) fn date(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    http_date(headers.get(DATE)?.to_str().ok()?)
}

fn http_date(text: &str) -> Option<DateTime<Utc>> {
    Some(DateTime::parse_from_rfc2822(text).ok()?.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(status: u16, body: &str) -> Error {
        let status = StatusCode::from_u16(status).unwrap();
        let answer = Answer {
            status,
            body: body.into(),
            retry_after: None,
        };
        answer
            .read::<serde_json::Value>(|text| text.replace("s3cret", "…"))
            .unwrap_err()
    }

    #[test]
    fn each_documented_refusal_has_its_error() {
        let info = String::new();
        assert_eq!(
            error(401, r#"{"error":"authentication-error"}"#),
            Error::KeyRefused
        );
        assert_eq!(
            error(400, r#"{"error":"authorization-header-error"}"#),
            Error::KeyMalformed
        );
        assert_eq!(
            error(400, r#"{"error":"json-parsing-error"}"#),
            Error::Invalid { info: info.clone() }
        );
        assert_eq!(
            error(403, r#"{"error":"forbidden-error"}"#),
            Error::PlanRefused { info }
        );
        assert_eq!(
            error(404, r#"{"error":"not-found","info":"room x not found"}"#),
            Error::NotFound
        );
        assert_eq!(
            error(429, r#"{"error":"rate-limit-error"}"#),
            Error::Limited { after: None }
        );
        let trouble = Trouble::Server(500);
        assert_eq!(
            error(500, r#"{"error":"server-error"}"#),
            Error::TryLater { trouble, after: None }
        );
    }

    #[test]
    fn a_plan_refusal_is_known_by_its_type_whatever_the_status() {
        for status in [400, 402, 403, 404, 500] {
            let body = r#"{"error":"invalid-plan-type","info":"paid only"}"#;
            assert_eq!(
                error(status, body),
                Error::PlanRefused {
                    info: "paid only".into()
                },
                "{status}"
            );
        }
    }

    #[test]
    fn an_unknown_type_of_refusal_is_read_by_its_status() {
        assert_eq!(
            error(400, r#"{"error":"brand-new"}"#),
            Error::Invalid { info: String::new() }
        );
        assert_eq!(
            error(409, r#"{"error":"brand-new"}"#),
            Error::Invalid { info: String::new() }
        );
    }

    #[test]
    fn pages_that_are_not_daily_s_are_unreadable() {
        for status in [200, 302, 400, 403, 404] {
            assert_eq!(
                error(status, "<html>Welcome to HotelNet"),
                Error::Unreadable { status },
                "{status}"
            );
        }
    }

    #[test]
    fn info_is_brief_one_line_and_without_the_key() {
        let body = format!(r#"{{"error":"x","info":"a\ns3cret{}"}}"#, "z".repeat(1000));
        let Error::Invalid { info } = error(400, &body) else {
            panic!()
        };
        assert!(info.starts_with("a …zz") && info.chars().count() == 300, "{info}");
    }

    fn wait(pairs: &[(reqwest::header::HeaderName, &'static str)]) -> Option<u64> {
        let pair = |(name, value): &(reqwest::header::HeaderName, &'static str)| {
            (name.clone(), value.parse().unwrap())
        };
        retry_after(&pairs.iter().map(pair).collect()).map(|wait| wait.as_secs())
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        assert_eq!(wait(&[(RETRY_AFTER, "7")]), Some(7));
        let now = (DATE, "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(
            wait(&[now.clone(), (RETRY_AFTER, "Sun, 06 Nov 1994 08:51:37 GMT")]),
            Some(120)
        );
        assert_eq!(
            wait(&[now, (RETRY_AFTER, "Sun, 06 Nov 1994 08:40:00 GMT")]),
            Some(0),
            "already over"
        );
        assert_eq!(
            wait(&[(RETRY_AFTER, "Sun, 06 Nov 1994 08:51:37 GMT")]),
            None,
            "nothing to measure it against"
        );
        assert_eq!(wait(&[(RETRY_AFTER, "soon")]), None);
        assert_eq!(wait(&[(RETRY_AFTER, "99999999")]), Some(3600), "an hour at most");
    }
}
