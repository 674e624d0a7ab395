//! Addresses of calendars.
//!
//! Any host may be meant, also one at home: a coach's own Nextcloud is as good as Google's. Only its owner types
//! addresses here, what comes from them is never shown, and a redirect may not leave https: see docs/security.md.

use agenda::FeedAddress;
use url::Url;

/// Why a text is no address of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// No address at all, or one without a host.
    #[error("not an address")]
    NotAnAddress,
    /// Anybody on the way could read it.
    #[error("not https")]
    NotSecure,
    /// More than 2000 characters.
    #[error("too long")]
    TooLong,
}

/// The longest address, in bytes.
const LONGEST: usize = 2000;

/// Reads an address, and whose server it is on. `webcal://` is what calendars call https.
pub fn parse(text: &str) -> Result<(FeedAddress, String), BadAddress> {
    let text = text.trim();
    let https = ["webcal://", "webcals://"].iter().find_map(|scheme| {
        let head = text.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme)
            .then(|| format!("https://{}", &text[scheme.len()..]))
    });
    let mut url = Url::parse(https.as_deref().unwrap_or(text)).map_err(|_| BadAddress::NotAnAddress)?;
    let host = url
        .host_str()
        .map(str::to_owned)
        .ok_or(BadAddress::NotAnAddress)?;
    if !may_be_called(&url) {
        return Err(BadAddress::NotSecure);
    }
    url.set_fragment(None);
    if url.as_str().len() > LONGEST {
        return Err(BadAddress::TooLong);
    }
    Ok((FeedAddress::new(url.into()), host))
}

/// https; and, for the tests of builds that are never released, http on this very machine.
pub(crate) fn may_be_called(url: &Url) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        #[cfg(debug_assertions)]
        "http" => is_loopback(url),
        _ => false,
    }
}

#[cfg(debug_assertions)]
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(it)) => it.is_loopback(),
        Some(url::Host::Ipv6(it)) => it.is_loopback(),
        Some(url::Host::Domain(_)) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webcal_is_https_and_the_host_alone_is_told() {
        let (address, host) = parse(" webcal://Calendar.example.org/private-1a2b/basic.ics#x ").unwrap();
        assert_eq!(
            address.reveal(),
            "https://calendar.example.org/private-1a2b/basic.ics"
        );
        assert_eq!(host, "calendar.example.org");
    }

    #[test]
    fn what_is_no_address_and_what_is_not_secure_are_refused() {
        for text in ["", "calendrier", "https://", "calendar.example.org/basic.ics"] {
            assert_eq!(parse(text), Err(BadAddress::NotAnAddress), "{text}");
        }
        for text in [
            "http://calendar.example.org/basic.ics",
            "http://localhost/basic.ics",
            "ftp://example.org/a.ics",
        ] {
            assert_eq!(parse(text), Err(BadAddress::NotSecure), "{text}");
        }
        for text in [
            "file:///etc/passwd",
            "data:text/calendar,BEGIN",
            "javascript:alert(1)",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        let long = format!("https://example.org/{}", "a".repeat(2000));
        assert_eq!(parse(&long), Err(BadAddress::TooLong));
    }

    #[test]
    fn a_server_at_home_is_allowed() {
        for text in [
            "https://192.168.1.20/remote.php/dav/public-calendars/x?export",
            "https://nas.local/a.ics",
        ] {
            assert!(parse(text).is_ok(), "{text}");
        }
    }
}
