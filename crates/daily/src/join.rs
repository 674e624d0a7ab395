//! The address that takes one person into one room.
//!
//! It is a capability: handed to the system browser or put on the clipboard, never logged. Browsers open
//! what they are given, so every part is checked against what it must be: https, the coach's own Daily
//! host, the room, nothing else.

use crate::{DomainName, RoomName, Token};
use url::Url;
use zeroize::Zeroizing;

/// `https://<domain>.daily.co/<room>?t=<token>`, exactly that form.
#[derive(Clone, PartialEq, Eq)]
pub struct JoinUrl(Zeroizing<String>);

/// The address is not that of this room on this domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the address is not that of this room on this Daily domain")]
pub struct NotOurRoom;

impl JoinUrl {
    /// Puts `token` behind `room_url`, provided that is where `domain` has `room`: https on the default
    /// port, that exact host, the room as only path segment, no user, query or fragment.
    pub fn new(
        domain: &DomainName,
        room: &RoomName,
        room_url: &Url,
        token: &Token,
    ) -> Result<Self, NotOurRoom> {
        // Comparing the whole parsed address leaves no part unchecked.
        if *room_url != domain.room_url(room) {
            return Err(NotOurRoom);
        }
        Ok(Self(Zeroizing::new(format!("{room_url}?t={}", token.expose()))))
    }

    /// The address itself, for the browser or the clipboard.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for JoinUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JoinUrl(…)")
    }
}

/// Daily's site, to be given a host and a path.
#[expect(clippy::expect_used, reason = "a literal, parsed by every test here")]
pub(crate) fn daily_site() -> Url {
    Url::parse("https://daily.co/").expect("a valid literal")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(room_url: &str) -> Result<JoinUrl, NotOurRoom> {
        let domain = DomainName::parse("virtus").unwrap();
        let room = RoomName::parse("vp-1").unwrap();
        JoinUrl::new(
            &domain,
            &room,
            &Url::parse(room_url).unwrap(),
            &Token::parse("to.k-en").unwrap(),
        )
    }

    #[test]
    fn the_token_follows_the_room() {
        assert_eq!(
            join("https://virtus.daily.co/vp-1").unwrap().expose(),
            "https://virtus.daily.co/vp-1?t=to.k-en"
        );
        assert!(
            join("https://VIRTUS.daily.co:443/vp-1").is_ok(),
            "the same address, written otherwise"
        );
    }

    #[test]
    fn any_other_address_is_refused() {
        for url in [
            "http://virtus.daily.co/vp-1",
            "https://virtus.daily.co:8443/vp-1",
            "https://virtus.daily.co.evil.example/vp-1",
            "https://evil.example/virtus.daily.co/vp-1",
            "https://other.daily.co/vp-1",
            "https://user@virtus.daily.co/vp-1",
            "https://user:pw@virtus.daily.co/vp-1",
            "https://virtus.daily.co/vp-2",
            "https://virtus.daily.co/VP-1",
            "https://virtus.daily.co/vp-1/",
            "https://virtus.daily.co/x/vp-1",
            "https://virtus.daily.co/vp-1?t=other",
            "https://virtus.daily.co/vp-1?",
            "https://virtus.daily.co/vp-1#x",
            "file:///vp-1",
            "javascript:alert(1)",
        ] {
            assert_eq!(join(url), Err(NotOurRoom), "{url}");
        }
    }

    #[test]
    fn debug_does_not_show_the_token() {
        assert_eq!(
            format!("{:?}", join("https://virtus.daily.co/vp-1")),
            "Ok(JoinUrl(…))"
        );
    }
}
