//! One HTTP call: the key, the pace, the timeouts, the size of the answer.
//!
//! Redirects are not followed: Daily has none, and one would come from somebody in between. The proxies
//! of the system are honoured, except towards this very machine.

use crate::answer::{self, Answer};
use crate::limits::{Limits, Pace};
use crate::{ApiKey, BaseUrl, Error, Reach, Trouble};
use chrono::{DateTime, Utc};
use reqwest::header::AUTHORIZATION;
use reqwest::{Client, Method, Response, redirect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::Instant;

/// How long a call may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Until there is a connection; 10 s by default.
    pub connect: Duration,
    /// From the first byte sent to the last received, connection included; 30 s by default.
    pub whole: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(30),
        }
    }
}

pub(crate) struct Transport {
    http: Client,
    base: BaseUrl,
    key: ApiKey,
    limits: Limits,
    reach: Reach,
    /// The server's time at the last answer, and when that was.
    server: Mutex<Option<(DateTime<Utc>, Instant)>>,
}

/// A call to be made, without the key.
pub(crate) struct Call<'a> {
    method: Method,
    path: &'a [&'a str],
    query: Vec<(&'static str, String)>,
    body: Option<serde_json::Value>,
    pace: Pace,
}

impl<'a> Call<'a> {
    fn new(method: Method, path: &'a [&'a str]) -> Self {
        Self {
            method,
            path,
            query: Vec::new(),
            body: None,
            pace: Pace::General,
        }
    }

    pub(crate) fn get(path: &'a [&'a str]) -> Self {
        Self::new(Method::GET, path)
    }

    pub(crate) fn post(path: &'a [&'a str]) -> Self {
        Self::new(Method::POST, path)
    }

    pub(crate) fn delete(path: &'a [&'a str]) -> Self {
        Self::new(Method::DELETE, path)
    }

    pub(crate) fn query(mut self, name: &'static str, value: &impl ToString) -> Self {
        self.query.push((name, value.to_string()));
        self
    }

    pub(crate) fn pace(self, pace: Pace) -> Self {
        Self { pace, ..self }
    }

    /// `body` as JSON. Our own types always are; should one not be, the call goes without and is refused.
    pub(crate) fn body(self, body: &impl Serialize) -> Self {
        Self {
            body: serde_json::to_value(body).ok(),
            ..self
        }
    }
}

impl Transport {
    /// The largest answer read: a hundred rooms are 100 kB.
    const LARGEST: usize = 8 << 20;

    pub(crate) fn new(base: BaseUrl, key: ApiKey, timeouts: Timeouts, reach: Reach) -> Result<Self, Error> {
        // Fails if somebody chose one before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut http = Client::builder()
            .user_agent(concat!("VirtusPlanning/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(timeouts.connect)
            .timeout(timeouts.whole)
            .redirect(redirect::Policy::none());
        http = if base.is_loopback() {
            http.no_proxy()
        } else {
            http.https_only(true)
        };
        let http = http.build().map_err(trouble)?;
        Ok(Self {
            http,
            base,
            key,
            limits: Limits::new(),
            reach,
            server: Mutex::new(None),
        })
    }

    /// Makes the call and reads a success as `T`.
    pub(crate) async fn read<T: DeserializeOwned>(&self, call: Call<'_>) -> Result<T, Error> {
        self.interpret(self.answer(call).await?)
    }

    /// Reads an answer as `T`.
    pub(crate) fn interpret<T: DeserializeOwned>(&self, answer: Answer) -> Result<T, Error> {
        answer.read(|text| self.key.removed_from(text))
    }

    /// Makes the call and returns whatever came back.
    pub(crate) async fn answer(&self, call: Call<'_>) -> Result<Answer, Error> {
        let result = self.ask(call).await;
        self.reach.note(&result);
        result
    }

    async fn ask(&self, call: Call<'_>) -> Result<Answer, Error> {
        self.limits.turn(call.pace).await;
        let bearer = self.key.bearer().ok_or(Error::KeyMalformed)?;
        let mut request = self.http.request(call.method.clone(), self.base.at(call.path));
        request = request.header(AUTHORIZATION, bearer).query(&call.query);
        if let Some(body) = &call.body {
            request = request.json(body);
        }
        let path = call.path.join("/");
        let response = request.send().await.map_err(trouble)?;
        let answer = self.receive(response).await?;
        tracing::debug!(method = %call.method, path, status = answer.status.as_u16(), "asked Daily");
        Ok(answer)
    }

    async fn receive(&self, mut response: Response) -> Result<Answer, Error> {
        self.note_time(&response);
        let status = response.status();
        let retry_after = answer::retry_after(response.headers());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(trouble)? {
            body.extend_from_slice(&chunk);
            if body.len() > Self::LARGEST {
                return Err(Error::Unreadable {
                    status: status.as_u16(),
                });
            }
        }
        Ok(Answer {
            status,
            body,
            retry_after,
        })
    }

    fn note_time(&self, response: &Response) {
        if let (Some(date), Ok(mut server)) = (answer::date(response.headers()), self.server.lock()) {
            *server = Some((date, Instant::now()));
        }
    }

    /// The server's time now, as far as the last answer tells.
    pub(crate) fn server_time(&self) -> Option<DateTime<Utc>> {
        let (date, noted) = (*self.server.lock().ok()?)?;
        date.checked_add_signed(chrono::TimeDelta::from_std(noted.elapsed()).ok()?)
    }
}

/// What a failure of the HTTP library means. Its text goes to the log, without the address.
fn trouble(error: reqwest::Error) -> Error {
    let error = error.without_url();
    let trouble = if error.is_connect() || error.is_builder() {
        Trouble::Offline
    } else if error.is_timeout() {
        Trouble::Timeout
    } else {
        Trouble::Lost
    };
    tracing::warn!(%trouble, cause = chain(&error), "Daily could not be asked");
    Error::TryLater { trouble, after: None }
}

fn chain(error: &dyn std::error::Error) -> String {
    std::iter::successors(error.source(), |cause| cause.source())
        .fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
