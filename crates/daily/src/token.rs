//! Meeting tokens: what lets one person into one room.
//!
//! A token without a room opens every room of the domain and one without an end is valid for ever
//! (Daily's REST documentation, "Create a meeting token"); a [`TokenRequest`] always has both. It never
//! has eject fields: either of them would switch off the room's own ejection for that person.

use crate::times::whole_second;
use crate::{BadTimes, Language, RoomName, UserId, UserName};
use chrono::{DateTime, Utc};
use serde::Serialize;
use zeroize::Zeroizing;

/// A minted token. Whoever has it is that person: it is only ever put into a
/// [`JoinUrl`](crate::JoinUrl), and shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<String>);

/// What the holder of a token is in the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Enters at once, admits those who knock, may mute and throw out.
    Owner(OwnerRights),
    /// Knocks, and waits until an owner lets them in.
    Participant,
}

/// What an owner may do beyond hosting. All of it needs a paid Daily account; the default is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnerRights {
    /// Recording, on demand or from the start.
    pub recording: Option<Recording>,
    /// Start the transcription when the owner joins (`auto_start_transcription`).
    pub transcription: bool,
}

/// How a call may be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recording {
    /// The owner has a button (`enable_recording`).
    OnDemand(RecordingKind),
    /// Recorded in the cloud as soon as the owner joins (`start_cloud_recording`).
    FromTheStart,
}

/// What is recorded and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordingKind {
    /// Sound and picture, kept at Daily.
    Cloud,
    /// Sound only, kept at Daily.
    CloudAudioOnly,
    /// On the owner's own computer.
    Local,
    /// One file per person, in the account's own bucket.
    RawTracks,
}

/// A token to be minted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    room: RoomName,
    role: Role,
    expires: DateTime<Utc>,
    user_name: Option<UserName>,
    user_id: Option<UserId>,
    language: Option<Language>,
}

impl TokenRequest {
    /// A token for `room` that admits until `expires`; fails if Daily cannot be told of that instant.
    pub fn new(room: RoomName, role: Role, expires: DateTime<Utc>) -> Result<Self, BadTimes> {
        let expires = whole_second(expires)?;
        Ok(Self {
            room,
            role,
            expires,
            user_name: None,
            user_id: None,
            language: None,
        })
    }

    /// What its holder may do beyond hosting.
    pub fn rights(&self) -> OwnerRights {
        match self.role {
            Role::Owner(rights) => rights,
            Role::Participant => OwnerRights::default(),
        }
    }

    /// The same token without anything an account may refuse.
    #[must_use]
    pub fn without_rights(self) -> Self {
        let role = match self.role {
            Role::Owner(_) => Role::Owner(OwnerRights::default()),
            Role::Participant => Role::Participant,
        };
        Self { role, ..self }
    }

    /// The name shown in the call.
    #[must_use]
    pub fn user_name(self, user_name: Option<UserName>) -> Self {
        Self { user_name, ..self }
    }

    /// Our id of the person, which comes back in presence and attendance.
    #[must_use]
    pub fn user_id(self, user_id: Option<UserId>) -> Self {
        Self { user_id, ..self }
    }

    /// Another language than the room's for this person.
    #[must_use]
    pub fn language(self, language: Option<Language>) -> Self {
        Self { language, ..self }
    }

    pub(crate) fn body(&self) -> TokenBody<'_> {
        let rights = self.rights();
        let owner = matches!(self.role, Role::Owner(_));
        let recording = rights.recording.map(|recording| match recording {
            Recording::OnDemand(kind) => kind,
            Recording::FromTheStart => RecordingKind::Cloud,
        });
        TokenBody {
            properties: TokenProperties {
                room_name: &self.room,
                exp: self.expires.timestamp(),
                is_owner: owner,
                knocking: !owner,
                user_name: self.user_name.as_ref(),
                user_id: self.user_id.as_ref(),
                lang: self.language,
                enable_recording: recording,
                start_cloud_recording: rights.recording == Some(Recording::FromTheStart),
                auto_start_transcription: rights.transcription,
            },
        }
    }
}

#[derive(Serialize)]
pub(crate) struct TokenBody<'a> {
    properties: TokenProperties<'a>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "Daily's form, not ours")]
struct TokenProperties<'a> {
    room_name: &'a RoomName,
    exp: i64,
    #[serde(skip_serializing_if = "is_false")]
    is_owner: bool,
    #[serde(skip_serializing_if = "is_false")]
    knocking: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_name: Option<&'a UserName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<&'a UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enable_recording: Option<RecordingKind>,
    #[serde(skip_serializing_if = "is_false")]
    start_cloud_recording: bool,
    #[serde(skip_serializing_if = "is_false")]
    auto_start_transcription: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Token {
    const LONGEST: usize = 8192;

    /// Takes what Daily sent, if it can stand in an address as it is.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
        let fits = (1..=Self::LONGEST).contains(&text.len());
        (fits && text.bytes().all(safe)).then(|| Self(Zeroizing::new(text.to_owned())))
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json, to_value};

    fn body(role: Role) -> Value {
        let expires = DateTime::from_timestamp(1_893_456_000, 0).unwrap();
        let request = TokenRequest::new(RoomName::parse("vp-1").unwrap(), role, expires).unwrap();
        to_value(request.body()).unwrap()
    }

    #[test]
    fn a_participant_knocks_and_owns_nothing() {
        assert_eq!(
            body(Role::Participant),
            json!({"properties": {"room_name": "vp-1", "exp": 1_893_456_000, "knocking": true}})
        );
    }

    #[test]
    fn an_owner_walks_in() {
        assert_eq!(
            body(Role::Owner(OwnerRights::default())),
            json!({"properties": {"room_name": "vp-1", "exp": 1_893_456_000, "is_owner": true}})
        );
    }

    #[test]
    fn recording_from_the_start_also_allows_recording() {
        let rights = OwnerRights {
            recording: Some(Recording::FromTheStart),
            transcription: true,
        };
        let properties = body(Role::Owner(rights))["properties"].clone();
        assert_eq!(
            properties["enable_recording"], "cloud",
            "Daily asks for it beside start_cloud_recording"
        );
        assert_eq!(properties["start_cloud_recording"], true);
        assert_eq!(properties["auto_start_transcription"], true);
    }

    #[test]
    fn recording_on_demand_starts_nothing() {
        let kind = RecordingKind::CloudAudioOnly;
        let rights = OwnerRights {
            recording: Some(Recording::OnDemand(kind)),
            transcription: false,
        };
        let properties = body(Role::Owner(rights))["properties"].clone();
        assert_eq!(properties["enable_recording"], "cloud-audio-only");
        assert_eq!(properties.get("start_cloud_recording"), None);
    }

    #[test]
    fn a_token_that_would_change_an_address_is_not_taken() {
        for text in ["", "a b", "a&b=c", "a#b", "a/b", "é"] {
            assert_eq!(Token::parse(text), None, "{text:?}");
        }
        assert!(Token::parse("eyJh.eyJy.-_A").is_some());
    }
}
