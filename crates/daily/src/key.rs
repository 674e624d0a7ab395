//! The API key of a Daily domain.
//!
//! Whoever has it owns the domain: every room, token and recording. So it has no `Display`, its `Debug`
//! says nothing, and its memory is wiped when dropped. (The copy inside a request header is marked
//! sensitive; wiping that one is beyond our reach.)

use reqwest::header::HeaderValue;
use zeroize::Zeroizing;

/// An API key in the form Daily can receive: 1 to 512 printable ASCII characters, no blanks.
///
/// Whether Daily accepts it is only known after [`Daily::domain`](crate::Daily::domain).
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Zeroizing<String>);

/// Why a text cannot be an API key. Never carries the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// Nothing but blanks was entered.
    #[error("the key is empty")]
    Empty,
    /// A blank, a line break, a control character or a character outside ASCII is inside.
    #[error("the key contains a blank or a character no key has")]
    Characters,
    /// More than 512 characters: something else was pasted.
    #[error("the key is too long")]
    TooLong,
}

impl ApiKey {
    const LONGEST: usize = 512;

    /// Reads a pasted key; blanks and line breaks around it are forgiven, inside it they are not.
    pub fn parse(text: &str) -> Result<Self, BadKey> {
        let key = text.trim();
        if key.is_empty() {
            return Err(BadKey::Empty);
        }
        if key.len() > Self::LONGEST {
            return Err(BadKey::TooLong);
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(BadKey::Characters);
        }
        Ok(Self(Zeroizing::new(key.to_owned())))
    }

    /// The key itself, for the keyring. Nothing else should want it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The `Authorization` header; marked sensitive, so that HTTP logs hide it.
    pub(crate) fn bearer(&self) -> Option<HeaderValue> {
        let text = Zeroizing::new(format!("Bearer {}", self.expose()));
        let mut value = HeaderValue::from_str(&text).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// `text` without the key, should a server or a proxy have echoed it.
    pub(crate) fn removed_from(&self, text: &str) -> String {
        text.replace(self.expose(), "…")
    }
}

impl std::fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_a_pasted_key_are_trimmed() {
        assert_eq!(ApiKey::parse(" \tabc123\r\n").unwrap().expose(), "abc123");
    }

    #[test]
    fn an_empty_key_is_refused() {
        assert_eq!(ApiKey::parse(" \n ").unwrap_err(), BadKey::Empty);
    }

    #[test]
    fn blanks_line_breaks_controls_and_foreign_letters_inside_are_refused() {
        for text in [
            "a b",
            "a\nb",
            "a\r\nX-Evil: 1",
            "a\u{0}b",
            "a\tb",
            "clé",
            "a\u{200b}b",
        ] {
            assert_eq!(ApiKey::parse(text).unwrap_err(), BadKey::Characters, "{text:?}");
        }
    }

    #[test]
    fn the_longest_key_has_512_characters() {
        assert!(ApiKey::parse(&"k".repeat(512)).is_ok());
        assert_eq!(ApiKey::parse(&"k".repeat(513)).unwrap_err(), BadKey::TooLong);
    }

    #[test]
    fn debug_does_not_show_the_key_nor_its_header() {
        let key = ApiKey::parse("s3cret").unwrap();
        let shown = format!("{key:?} {:?}", key.bearer());
        assert!(!shown.contains("s3cret"), "{shown}");
    }
}
