//! The name of a room, which is also the last part of its public address.

/// 1 to 128 characters out of `A-Z a-z 0-9 - _` (Daily's REST documentation, "Create a room").
///
/// It is visible to everyone who gets the link: use an opaque id, nothing about the client.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoomName(String);

/// The text is empty, too long, or has a character room names cannot have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a room name has 1 to 128 characters out of A-Z, a-z, 0-9, '-' and '_'")]
pub struct BadRoomName;

impl RoomName {
    const LONGEST: usize = 128;

    /// Reads a name exactly as it stands.
    pub fn parse(text: &str) -> Result<Self, BadRoomName> {
        let fits = (1..=Self::LONGEST).contains(&text.len());
        let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if fits && text.bytes().all(known) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadRoomName)
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for RoomName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for RoomName {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_has_128_characters() {
        assert!(RoomName::parse(&"a".repeat(128)).is_ok());
        assert_eq!(RoomName::parse(&"a".repeat(129)), Err(BadRoomName));
    }

    #[test]
    fn only_the_documented_characters_pass() {
        assert!(RoomName::parse("vp-0_Az9").is_ok());
        for text in ["", " ", "a b", "a/b", "..", "a.b", "é", "a?t=x", "a\n"] {
            assert_eq!(RoomName::parse(text), Err(BadRoomName), "{text:?}");
        }
    }
}
