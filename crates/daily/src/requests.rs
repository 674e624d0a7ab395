//! What is asked of Daily about one room.
//!
//! Every room of ours is private, has both times, throws everyone out at its end and lets people without
//! rights knock. These are not options: Daily's defaults (public, for ever) are what must never happen.

use crate::{Language, Region, RoomName, RoomOptions, RoomTimes};
use serde::Serialize;

/// A room to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRoom {
    /// Our own name for it: what makes repeating a lost request safe.
    pub name: RoomName,
    /// When it can be joined.
    pub times: RoomTimes,
    /// The coach's choices.
    pub options: RoomOptions,
}

/// A change to a room: its times, and its options if they are meant to change too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomUpdate {
    /// When it can be joined from now on. People already inside keep the end they joined under.
    pub times: RoomTimes,
    /// `None` leaves the options as they are at Daily.
    pub options: Option<RoomOptions>,
}

#[derive(Serialize)]
pub(crate) struct CreateBody<'a> {
    name: &'a RoomName,
    privacy: &'static str,
    properties: Properties,
}

#[derive(Serialize)]
pub(crate) struct UpdateBody {
    privacy: &'static str,
    properties: Properties,
}

/// Only names the documentation has for rooms; anything else is refused with 400.
#[derive(Serialize)]
struct Properties {
    nbf: i64,
    exp: i64,
    eject_at_room_exp: bool,
    enable_knocking: bool,
    #[serde(flatten)]
    options: Option<Options>,
}

#[derive(Serialize)]
#[expect(
    clippy::option_option,
    reason = "the outer one is absent or present, the inner one null or a value"
)]
struct Options {
    lang: Language,
    /// Outer `None` says nothing, inner `None` is `null`: back to the nearest region.
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<Option<Region>>,
    enable_screenshare: bool,
    enable_chat: bool,
    enable_transcription_storage: bool,
}

impl Options {
    #[expect(clippy::option_option, reason = "as in the field")]
    fn new(options: RoomOptions, geo: Option<Option<Region>>) -> Self {
        Self {
            lang: options.language,
            geo,
            enable_screenshare: options.screen_share,
            enable_chat: options.chat,
            enable_transcription_storage: options.keep_transcripts,
        }
    }
}

fn properties(times: RoomTimes, options: Option<Options>) -> Properties {
    Properties {
        nbf: times.opens().timestamp(),
        exp: times.closes().timestamp(),
        eject_at_room_exp: true,
        enable_knocking: true,
        options,
    }
}

impl NewRoom {
    pub(crate) fn body(&self) -> CreateBody<'_> {
        let options = Options::new(self.options, self.options.region.map(Some));
        CreateBody {
            name: &self.name,
            privacy: "private",
            properties: properties(self.times, Some(options)),
        }
    }
}

impl RoomUpdate {
    pub(crate) fn body(&self) -> UpdateBody {
        let options = self
            .options
            .map(|options| Options::new(options, Some(options.region)));
        UpdateBody {
            privacy: "private",
            properties: properties(self.times, options),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use serde_json::{json, to_value};

    fn times() -> RoomTimes {
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        RoomTimes::new(at(1_893_452_400), at(1_893_456_000)).unwrap()
    }

    #[test]
    fn a_new_room_is_private_bounded_and_has_a_lobby() {
        let name = RoomName::parse("vp-1").unwrap();
        let options = RoomOptions {
            language: Language::French,
            region: Some(Region::Frankfurt),
            ..Default::default()
        };
        let body = to_value(
            NewRoom {
                name,
                times: times(),
                options,
            }
            .body(),
        )
        .unwrap();
        assert_eq!(
            body,
            json!({"name": "vp-1", "privacy": "private", "properties": {
                "nbf": 1_893_452_400, "exp": 1_893_456_000, "eject_at_room_exp": true, "enable_knocking": true,
                "lang": "fr", "geo": "eu-central-1", "enable_screenshare": true, "enable_chat": false,
                "enable_transcription_storage": false}})
        );
    }

    #[test]
    fn moving_a_room_does_not_touch_its_options() {
        let body = to_value(
            RoomUpdate {
                times: times(),
                options: None,
            }
            .body(),
        )
        .unwrap();
        assert_eq!(body["properties"].as_object().unwrap().len(), 4, "{body}");
        assert_eq!(
            body["privacy"], "private",
            "an update must not leave a public room public"
        );
    }

    #[test]
    fn an_update_without_region_resets_it() {
        let update = RoomUpdate {
            times: times(),
            options: Some(RoomOptions::default()),
        };
        assert_eq!(
            to_value(update.body()).unwrap()["properties"].get("geo"),
            Some(&json!(null))
        );
    }
}
