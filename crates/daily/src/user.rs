//! What Daily is told about a person.
//!
//! Both fields stay in Daily's meeting history, in the United States: a first name and an opaque id are
//! enough (Daily's REST documentation, "Meeting token configuration").

/// The name shown in the call: 1 to 80 characters, no control characters.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct UserName(String);

/// An id of our own for a person, 1 to 36 characters: a UUID fits exactly.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct UserId(String);

/// The id is empty, longer than 36 characters, or not printable ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a user id has 1 to 36 printable ASCII characters")]
pub struct BadUserId;

impl UserName {
    const LONGEST: usize = 80;

    /// `text` made presentable: blanks joined, controls dropped, cut after 80 characters. `None` if
    /// nothing is left; the call is then joined without a name.
    pub fn from_text(text: &str) -> Option<Self> {
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || c.is_control())
            .collect();
        let joined = words
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let cut: String = joined.chars().take(Self::LONGEST).collect();
        let name = cut.trim_end();
        (!name.is_empty()).then(|| Self(name.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for UserName {
    /// A person's name has no place in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UserName(…)")
    }
}

impl UserId {
    const LONGEST: usize = 36;

    /// Reads an id exactly as it stands.
    pub fn parse(text: &str) -> Result<Self, BadUserId> {
        let fits = (1..=Self::LONGEST).contains(&text.len());
        if fits && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadUserId)
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_presentable() {
        assert_eq!(
            UserName::from_text(" Zoé\n\tde  la\u{7} Tour ").unwrap().as_str(),
            "Zoé de la Tour"
        );
        assert_eq!(UserName::from_text(" \n "), None);
        assert_eq!(
            UserName::from_text(&"é".repeat(200))
                .unwrap()
                .as_str()
                .chars()
                .count(),
            80
        );
    }

    #[test]
    fn a_uuid_is_just_short_enough_for_an_id() {
        assert!(UserId::parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6").is_ok());
        assert_eq!(UserId::parse(&"a".repeat(37)), Err(BadUserId));
        assert_eq!(UserId::parse(""), Err(BadUserId));
        assert_eq!(UserId::parse("a b"), Err(BadUserId));
    }

    #[test]
    fn debug_does_not_show_a_persons_name() {
        assert!(!format!("{:?}", UserName::from_text("Zoé")).contains("Zoé"));
    }
}
