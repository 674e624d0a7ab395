//! One calendar fetched: at most six calls, each over https, in one deadline.
//!
//! Redirects are followed here and not by the HTTP library: each address is looked at before it is called, and nothing
//! of the one before goes with it, neither its credentials nor itself.

use std::time::Duration;

use agenda::FeedAddress;
use reqwest::{
    Client, Response, StatusCode,
    header::{
        ACCEPT, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, IF_MODIFIED_SINCE,
        IF_NONE_MATCH, LAST_MODIFIED, LOCATION, RETRY_AFTER,
    },
    redirect,
};
use url::Url;

use crate::address::may_be_called;

/// How long and how large a fetch may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Until there is a connection; 10 s.
    pub connect: Duration,
    /// From the first call to the last byte, redirects included; 60 s.
    pub whole: Duration,
    /// Bytes of a calendar; 10 MiB.
    pub size: usize,
    /// Addresses it may lead to; 5.
    pub redirects: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            whole: Duration::from_mins(1),
            size: 10 << 20,
            redirects: 5,
        }
    }
}

/// What the server said of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copy {
    /// ETAG.
    pub etag: Option<String>,
    /// LAST-MODIFIED, as it was written.
    pub last_modified: Option<String>,
}

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// The copy we have is still the calendar.
    Unchanged {
        /// How long the server says that will be so.
        fresh_for: Option<Duration>,
    },
    /// The calendar, or what calls itself so.
    File {
        /// Its bytes.
        bytes: Vec<u8>,
        /// What the server says of it.
        copy: Copy,
        /// How long the server says it will be as it is.
        fresh_for: Option<Duration>,
    },
}

/// Why nothing came. None says where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotFetched {
    /// No connection: no network, no such host, a certificate that is not believed.
    #[error("no connection")]
    Unreachable,
    /// It took too long.
    #[error("no answer in time")]
    TimedOut,
    /// 401 or 403.
    #[error("refused")]
    Refused,
    /// 404 or 410.
    #[error("nothing there")]
    Gone,
    /// The server failed, or wants a pause.
    #[error("status {status}")]
    ServerFailed {
        /// Its status.
        status: u16,
        /// The pause it asked for.
        after: Option<Duration>,
    },
    /// More redirects than allowed, to no address, or to one that is not https.
    #[error("led astray")]
    LedAstray,
    /// Larger than allowed.
    #[error("too large")]
    TooLarge,
    /// A web page.
    #[error("a web page")]
    WebPage,
}

/// Fetches calendars.
#[derive(Clone)]
pub struct Fetcher {
    http: Client,
    limits: Limits,
}

impl std::fmt::Debug for Fetcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fetcher(…)")
    }
}

impl Fetcher {
    /// Nothing is sent yet; fails only where TLS cannot be set up.
    pub fn new(limits: Limits) -> Result<Self, NotFetched> {
        // Fails if somebody chose one before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = Client::builder()
            .user_agent(concat!("VirtusPlanning/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(limits.connect)
            .redirect(redirect::Policy::none())
            .referer(false);
        // What is on this very machine, in tests, is behind no proxy; builds that are released honour the system's.
        #[cfg(debug_assertions)]
        let http = http.no_proxy();
        #[cfg(not(debug_assertions))]
        let http = http.https_only(true);
        let http = http.build().map_err(trouble)?;
        Ok(Self { http, limits })
    }

    /// Fetches what is at `address`, unless it is still `known`.
    pub async fn fetch(&self, address: &FeedAddress, known: &Copy) -> Result<Fetched, NotFetched> {
        let whole = tokio::time::timeout(self.limits.whole, self.follow(address, known));
        whole.await.unwrap_or(Err(NotFetched::TimedOut))
    }

    async fn follow(&self, address: &FeedAddress, known: &Copy) -> Result<Fetched, NotFetched> {
        let mut url = Url::parse(address.reveal()).map_err(|_| NotFetched::LedAstray)?;
        for _ in 0..=self.limits.redirects {
            if !may_be_called(&url) {
                return Err(NotFetched::LedAstray);
            }
            let response = self.call(url.clone(), known).await?;
            if !is_redirect(response.status()) {
                return self.take(response).await;
            }
            let next = text(response.headers(), &LOCATION).ok_or(NotFetched::LedAstray)?;
            url = url.join(&next).map_err(|_| NotFetched::LedAstray)?;
        }
        Err(NotFetched::LedAstray)
    }

    async fn call(&self, url: Url, known: &Copy) -> Result<Response, NotFetched> {
        let mut request = self.http.get(url).header(ACCEPT, "text/calendar, */*;q=0.1");
        if let Some(etag) = &known.etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(date) = &known.last_modified {
            request = request.header(IF_MODIFIED_SINCE, date);
        }
        request.send().await.map_err(trouble)
    }

    async fn take(&self, response: Response) -> Result<Fetched, NotFetched> {
        let headers = response.headers();
        let fresh_for = fresh_for(headers);
        match response.status() {
            StatusCode::NOT_MODIFIED => Ok(Fetched::Unchanged { fresh_for }),
            StatusCode::OK => {
                let copy = Copy {
                    etag: text(headers, &ETAG),
                    last_modified: text(headers, &LAST_MODIFIED),
                };
                let bytes = self.body(response).await?;
                Ok(Fetched::File {
                    bytes,
                    copy,
                    fresh_for,
                })
            }
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(NotFetched::Refused),
            StatusCode::NOT_FOUND | StatusCode::GONE => Err(NotFetched::Gone),
            status => Err(NotFetched::ServerFailed {
                status: status.as_u16(),
                after: seconds(text(headers, &RETRY_AFTER).as_deref()),
            }),
        }
    }

    async fn body(&self, mut response: Response) -> Result<Vec<u8>, NotFetched> {
        let kind = text(response.headers(), &CONTENT_TYPE).unwrap_or_default();
        if kind.trim_start().to_ascii_lowercase().starts_with("text/html") {
            return Err(NotFetched::WebPage);
        }
        let told = text(response.headers(), &CONTENT_LENGTH).and_then(|it| it.parse::<usize>().ok());
        if told.is_some_and(|size| size > self.limits.size) {
            return Err(NotFetched::TooLarge);
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(trouble)? {
            if bytes.len() + chunk.len() > self.limits.size {
                return Err(NotFetched::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    (value.len() <= 1000).then(|| value.to_owned())
}

/// `max-age`, and nothing else that may be said there.
fn fresh_for(headers: &HeaderMap) -> Option<Duration> {
    let told = text(headers, &CACHE_CONTROL)?;
    let age = told
        .split(',')
        .find_map(|part| part.trim().strip_prefix("max-age="));
    seconds(age)
}

fn seconds(text: Option<&str>) -> Option<Duration> {
    text?.trim().parse().ok().map(Duration::from_secs)
}

/// What a failure of the HTTP library means. Its text goes to the log, without the address.
fn trouble(error: reqwest::Error) -> NotFetched {
    let error = error.without_url();
    let trouble = if error.is_timeout() {
        NotFetched::TimedOut
    } else {
        NotFetched::Unreachable
    };
    tracing::info!(%trouble, cause = chain(&error), "a calendar could not be fetched");
    trouble
}

fn chain(error: &dyn std::error::Error) -> String {
    std::iter::successors(error.source(), |cause| cause.source())
        .fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
