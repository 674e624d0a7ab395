//! The Daily domain a key belongs to.

use crate::RoomName;
use serde::Deserialize;
use url::Url;

/// The part before `.daily.co`: one host label, 1 to 63 of `a-z 0-9 -`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DomainName(String);

/// The text is no host label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a Daily domain has 1 to 63 characters out of a-z, 0-9 and '-'")]
pub struct BadDomainName;

/// What `GET /` says; of its configuration nothing is read, its types vary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// The name in every address.
    pub name: DomainName,
    /// Daily's id of it.
    pub id: String,
}

impl Domain {
    /// `<name>.daily.co`.
    pub fn host(&self) -> String {
        self.name.host()
    }
}

impl DomainName {
    /// Reads a name; capitals become small letters, as in any host name.
    pub fn parse(text: &str) -> Result<Self, BadDomainName> {
        let name = text.to_ascii_lowercase();
        let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let framed = !name.starts_with('-') && !name.ends_with('-');
        if (1..=63).contains(&name.len()) && framed && name.bytes().all(known) {
            Ok(Self(name))
        } else {
            Err(BadDomainName)
        }
    }

    /// The name as text, without `.daily.co`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `<name>.daily.co`, the only host a join link may have.
    pub fn host(&self) -> String {
        format!("{}.daily.co", self.0)
    }

    /// Where Daily puts a room of that name.
    pub fn room_url(&self, room: &RoomName) -> Url {
        let mut url = crate::join::daily_site();
        // Neither can fail: the label and the name hold only what an address may.
        let _ = url.set_host(Some(&self.host()));
        url.set_path(room.as_str());
        url
    }
}

impl std::fmt::Display for DomainName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Domain {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Wire {
            domain_name: String,
            #[serde(default)]
            domain_id: String,
        }
        let wire = Wire::deserialize(deserializer)?;
        let name = DomainName::parse(&wire.domain_name).map_err(serde::de::Error::custom)?;
        Ok(Self {
            name,
            id: wire.domain_id,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_name_is_one_host_label() {
        assert_eq!(
            DomainName::parse("Virtus-Coach").unwrap().host(),
            "virtus-coach.daily.co"
        );
        for text in [
            "",
            "-a",
            "a-",
            "a.b",
            "a/b",
            "a b",
            "evil.example/x",
            "é",
            &"a".repeat(64),
        ] {
            assert_eq!(DomainName::parse(text), Err(BadDomainName), "{text:?}");
        }
    }

    #[test]
    fn a_room_lives_under_its_domain() {
        let url = DomainName::parse("virtus")
            .unwrap()
            .room_url(&RoomName::parse("vp-1").unwrap());
        assert_eq!(url.as_str(), "https://virtus.daily.co/vp-1");
    }
}
