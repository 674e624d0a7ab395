//! What a coach can choose about a room.
//!
//! Recording is not here: on the room it would be unclear who may start it, so it goes with the owner's
//! token ([`OwnerRights`](crate::OwnerRights)). Hiding Daily's name is a property of the whole domain
//! ([`Daily::hide_branding`](crate::Daily::hide_branding)).

use crate::{Language, Region};

/// Choices of the coach for a room; the default is English, nearest region, screen sharing, no chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomOptions {
    /// Language of the video page (`lang`).
    pub language: Language,
    /// Where media is handled (`geo`); `None` is the region nearest the first to join.
    pub region: Option<Region>,
    /// Whether people may share their screen (`enable_screenshare`).
    pub screen_share: bool,
    /// Whether there is a text chat (`enable_chat`).
    pub chat: bool,
    /// Keep live transcripts at Daily as subtitles (`enable_transcription_storage`).
    pub keep_transcripts: bool,
}

impl Default for RoomOptions {
    fn default() -> Self {
        Self {
            language: Language::default(),
            region: None,
            screen_share: true,
            chat: false,
            keep_transcripts: false,
        }
    }
}
