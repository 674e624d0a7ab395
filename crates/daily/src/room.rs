//! A room as Daily describes it.

use crate::{RoomName, RoomTimes, lenient};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use url::Url;

/// Daily's own id of a room, used to page through lists.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RoomId(pub(crate) String);

/// Who may try to enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// Anyone with the address.
    Public,
    /// Token holders, and those let in after knocking.
    Private,
}

/// What Daily says about a room. It lists only what differs from its defaults: a missing field is the
/// default, so `closes: None` is a room that lives for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Daily's id.
    pub id: RoomId,
    /// The name it was made with.
    pub name: RoomName,
    /// Its public address, `https://<domain>.daily.co/<name>`.
    pub url: Url,
    /// Public unless Daily says private.
    pub privacy: Privacy,
    /// Nobody joins before (`nbf`).
    pub opens: Option<DateTime<Utc>>,
    /// Nobody joins after (`exp`).
    pub closes: Option<DateTime<Utc>>,
    /// Everyone is out at `closes` (`eject_at_room_exp`).
    pub ejects_at_close: bool,
    /// People without a token may knock (`enable_knocking`).
    pub knocking: bool,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// Made through the interface, not by hand on Daily's site.
    pub api_created: bool,
}

impl Room {
    /// Whether it is what we would make for `times`: private, bounded, with a lobby.
    pub fn is_as_wanted(&self, times: RoomTimes) -> bool {
        self.privacy == Privacy::Private
            && self.opens == Some(times.opens())
            && self.closes == Some(times.closes())
            && self.ejects_at_close
            && self.knocking
    }
}

impl<'de> Deserialize<'de> for Room {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        let config = wire.config;
        Ok(Self {
            id: RoomId(wire.id),
            name: RoomName::parse(&wire.name).map_err(serde::de::Error::custom)?,
            url: wire.url.parse().map_err(serde::de::Error::custom)?,
            privacy: if wire.privacy.as_deref() == Some("private") {
                Privacy::Private
            } else {
                Privacy::Public
            },
            opens: config.nbf,
            closes: config.exp,
            ejects_at_close: config.eject_at_room_exp,
            knocking: config.enable_knocking,
            created_at: wire.created_at,
            api_created: wire.api_created,
        })
    }
}

#[derive(Deserialize)]
struct Wire {
    id: String,
    name: String,
    url: String,
    #[serde(default, deserialize_with = "lenient::text")]
    privacy: Option<String>,
    #[serde(default, deserialize_with = "lenient::instant")]
    created_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::flag")]
    api_created: bool,
    #[serde(default)]
    config: Config,
}

#[derive(Deserialize, Default)]
struct Config {
    #[serde(default, deserialize_with = "lenient::seconds")]
    nbf: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::seconds")]
    exp: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "lenient::flag")]
    eject_at_room_exp: bool,
    #[serde(default, deserialize_with = "lenient::flag")]
    enable_knocking: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_missing_field_is_daily_s_default() {
        let room: Room = serde_json::from_value(json!({
            "id": "1", "name": "hello", "url": "https://d.daily.co/hello", "config": {}
        }))
        .unwrap();
        assert_eq!(
            (room.privacy, room.opens, room.closes),
            (Privacy::Public, None, None)
        );
        assert!(!room.knocking && !room.ejects_at_close && !room.api_created);
    }

    #[test]
    fn unknown_fields_and_odd_types_do_not_spoil_a_room() {
        let room: Room = serde_json::from_value(json!({
            "id": "1", "name": "hello", "url": "https://d.daily.co/hello", "privacy": "private",
            "api_created": "yes", "created_at": 12, "sip_uri": {"endpoint": "x"},
            "config": {"exp": 1_893_456_000.0, "nbf": "1893452400", "enable_knocking": true, "new": [1]}
        }))
        .unwrap();
        assert_eq!(room.closes.unwrap().timestamp(), 1_893_456_000);
        assert_eq!(room.opens.unwrap().timestamp(), 1_893_452_400);
        assert!(room.knocking && room.created_at.is_none());
    }

    #[test]
    fn a_room_is_as_wanted_only_if_everything_that_guards_it_is() {
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        let times = RoomTimes::new(at(1_893_452_400), at(1_893_456_000)).unwrap();
        let good = json!({"id": "1", "name": "a", "url": "https://d.daily.co/a", "privacy": "private", "config":
            {"nbf": 1_893_452_400, "exp": 1_893_456_000, "enable_knocking": true, "eject_at_room_exp": true}});
        let room = |value| serde_json::from_value::<Room>(value).unwrap();
        assert!(room(good.clone()).is_as_wanted(times));
        for (place, other) in [
            ("/privacy", json!("public")),
            ("/config/nbf", json!(1_893_452_401)),
            ("/config/exp", json!(1_893_456_001)),
            ("/config/enable_knocking", json!(false)),
            ("/config/eject_at_room_exp", json!(null)),
        ] {
            let mut changed = good.clone();
            *changed.pointer_mut(place).unwrap() = other;
            assert!(!room(changed).is_as_wanted(times), "{place}");
        }
    }
}
