//! Where the REST interface lives.

use url::{Host, Url};

/// The address every path is appended to: `https://api.daily.co/v1` unless a stand-in is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(Url);

/// Why an address cannot be used as base.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBaseUrl {
    /// It is no address at all.
    #[error("not an address")]
    NotAnAddress,
    /// Neither https, nor http on this very machine: the key would travel readable.
    #[error("only https is allowed, or http on this computer")]
    NotSecure,
    /// A name, password, query or fragment does not belong into a base.
    #[error("the address must have no user, query or fragment")]
    Extras,
}

impl BaseUrl {
    /// Reads an address; plain http is accepted for loopback hosts only.
    pub fn parse(text: &str) -> Result<Self, BadBaseUrl> {
        let url = Url::parse(text.trim()).map_err(|_| BadBaseUrl::NotAnAddress)?;
        let secure = match url.scheme() {
            "https" => url.has_host(),
            "http" => is_loopback(&url),
            _ => false,
        };
        if !secure {
            return Err(BadBaseUrl::NotSecure);
        }
        let plain = url.username().is_empty() && url.password().is_none();
        if !plain || url.query().is_some() || url.fragment().is_some() {
            return Err(BadBaseUrl::Extras);
        }
        Ok(Self(url))
    }

    /// Whether the host is this machine; then no proxy has a say.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }

    /// The base with `segments` appended, each percent-encoded as one segment.
    pub(crate) fn at(&self, segments: &[&str]) -> Url {
        let mut url = self.0.clone();
        // Cannot fail: http and https addresses always have segments.
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty();
            if segments.is_empty() {
                path.push("");
            }
            path.extend(segments);
        }
        url
    }
}

impl Default for BaseUrl {
    /// Daily's own address.
    #[expect(clippy::expect_used, reason = "a literal, parsed by a test")]
    fn default() -> Self {
        Self::parse("https://api.daily.co/v1").expect("a valid literal")
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_daily_over_https() {
        assert_eq!(
            BaseUrl::default().at(&["rooms"]).as_str(),
            "https://api.daily.co/v1/rooms"
        );
        assert!(!BaseUrl::default().is_loopback());
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for text in [
            "http://127.0.0.1:8080/v1",
            "http://localhost:1/v1",
            "http://[::1]:9/",
        ] {
            assert!(BaseUrl::parse(text).unwrap().is_loopback(), "{text}");
        }
        for text in [
            "http://api.daily.co/v1",
            "http://127.0.0.1.example/",
            "http://localhost.example/",
            "ftp://localhost/",
        ] {
            assert_eq!(BaseUrl::parse(text).unwrap_err(), BadBaseUrl::NotSecure, "{text}");
        }
    }

    #[test]
    fn users_queries_and_fragments_are_refused() {
        for text in [
            "https://u@api.daily.co/v1",
            "https://api.daily.co/v1?x",
            "https://api.daily.co/v1#x",
        ] {
            assert_eq!(BaseUrl::parse(text).unwrap_err(), BadBaseUrl::Extras, "{text}");
        }
        assert_eq!(BaseUrl::parse("daily").unwrap_err(), BadBaseUrl::NotAnAddress);
    }

    #[test]
    fn a_segment_cannot_leave_its_place() {
        let base = BaseUrl::parse("http://127.0.0.1:1/v1/").unwrap();
        assert_eq!(
            base.at(&["rooms", "a/../b?c"]).as_str(),
            "http://127.0.0.1:1/v1/rooms/a%2F..%2Fb%3Fc"
        );
        assert_eq!(base.at(&[]).as_str(), "http://127.0.0.1:1/v1/");
    }
}
