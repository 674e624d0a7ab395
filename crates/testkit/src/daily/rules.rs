//! Which properties exist and what they may hold.
//!
//! The names, types and defaults are those of Daily's REST documentation: "Room configuration", "Meeting
//! token configuration", "Domain configuration". A property that is not here is refused, as Daily does.

use super::reply::{Reply, invalid, refusal};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

/// What a property may hold.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Flag,
    /// Seconds since the epoch; ten digits, so that milliseconds do not pass.
    Seconds,
    /// The same, and not in the past.
    FutureSeconds,
    Count {
        most: i64,
    },
    Number,
    Text {
        longest: usize,
    },
    OneOf(&'static [&'static str]),
    /// One of the kinds of recording, or several of them.
    Recording,
    Object,
    List,
}
use Kind::{Count, Flag, FutureSeconds, List, Number, Object, OneOf, Seconds, Text};

const LANGUAGES: Kind = OneOf(&[
    "da", "de", "en", "es", "fi", "fr", "it", "jp", "ka", "nl", "no", "pt", "pt-BR", "pl", "ru", "sv", "tr",
    "user",
]);
const REGIONS: Kind = OneOf(&[
    "af-south-1",
    "ap-northeast-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-south-1",
    "eu-central-1",
    "eu-west-2",
    "sa-east-1",
    "us-east-1",
    "us-west-2",
]);
const RECORDINGS: &[&str] = &["cloud", "cloud-audio-only", "local", "raw-tracks"];
const NAME: Kind = Text { longest: 128 };
const ANY_TEXT: Kind = Text { longest: 4096 };

type Properties = &'static [(&'static str, Kind)];

const ROOM: Properties = &[
    ("nbf", Seconds),
    ("exp", FutureSeconds),
    ("max_participants", Count { most: 200 }),
    ("eject_at_room_exp", Flag),
    ("eject_after_elapsed", Count { most: i64::MAX }),
    ("enable_knocking", Flag),
    ("enable_prejoin_ui", Flag),
    ("enable_people_ui", Flag),
    ("enable_pip_ui", Flag),
    ("enable_emoji_reactions", Flag),
    ("enable_hand_raising", Flag),
    ("enable_live_captions_ui", Flag),
    ("enable_network_ui", Flag),
    ("enable_noise_cancellation_ui", Flag),
    ("enable_breakout_rooms", Flag),
    ("enable_screenshare", Flag),
    ("enable_video_processing_ui", Flag),
    ("enable_chat", Flag),
    ("enable_shared_chat_history", Flag),
    ("enable_advanced_chat", Flag),
    ("enable_cpu_warning_notifications", Flag),
    ("start_video_off", Flag),
    ("start_audio_off", Flag),
    ("enable_recording", Kind::Recording),
    ("enable_hidden_participants", Flag),
    ("enable_mesh_sfu", Flag),
    ("sfu_switchover", Number),
    ("enable_adaptive_simulcast", Flag),
    ("enable_multiparty_adaptive_simulcast", Flag),
    ("experimental_optimize_large_calls", Flag),
    ("enforce_unique_user_ids", Flag),
    ("lang", LANGUAGES),
    ("meeting_join_hook", Text { longest: 255 }),
    ("geo", REGIONS),
    ("rtmp_geo", ANY_TEXT),
    ("disable_rtmp_geo_fallback", Flag),
    ("recordings_bucket", Object),
    ("recordings_template", Text { longest: 1024 }),
    ("enable_terse_logging", Flag),
    ("auto_transcription_settings", Object),
    ("enable_transcription_storage", Flag),
    ("transcription_bucket", Object),
    ("transcription_template", Text { longest: 1024 }),
    ("enable_raw_tracks_transcoded_audio", Flag),
    ("streaming_endpoints", List),
    ("permissions", Object),
    ("enable_dialout", Flag),
    ("dialout_config", Object),
    ("sip", Object),
];

const TOKEN: Properties = &[
    ("room_name", NAME),
    ("nbf", Seconds),
    ("exp", FutureSeconds),
    ("is_owner", Flag),
    ("user_name", ANY_TEXT),
    ("user_id", Text { longest: 36 }),
    ("knocking", Flag),
    ("eject_at_token_exp", Flag),
    ("eject_after_elapsed", Count { most: i64::MAX }),
    ("enable_screenshare", Flag),
    ("start_video_off", Flag),
    ("start_audio_off", Flag),
    ("enable_recording", Kind::Recording),
    ("enable_prejoin_ui", Flag),
    ("enable_live_captions_ui", Flag),
    ("enable_recording_ui", Flag),
    ("enable_terse_logging", Flag),
    ("start_cloud_recording", Flag),
    ("start_cloud_recording_opts", Object),
    ("auto_start_transcription", Flag),
    ("close_tab_on_exit", Flag),
    ("redirect_on_meeting_exit", ANY_TEXT),
    ("lang", LANGUAGES),
    ("permissions", Object),
];

const DOMAIN: Properties = &[
    ("enable_advanced_chat", Flag),
    ("enable_people_ui", Flag),
    ("enable_pip_ui", Flag),
    ("enable_emoji_reactions", Flag),
    ("enable_hand_raising", Flag),
    ("enable_prejoin_ui", Flag),
    ("enable_breakout_rooms", Flag),
    ("enable_live_captions_ui", Flag),
    ("enable_network_ui", Flag),
    ("enable_noise_cancellation_ui", Flag),
    ("enable_video_processing_ui", Flag),
    ("hide_daily_branding", Flag),
    ("redirect_on_meeting_exit", ANY_TEXT),
    ("redirect_on_meeting_exit_allowed_hosts", List),
    ("lang", LANGUAGES),
    ("geo", REGIONS),
    ("rtmp_geo", ANY_TEXT),
    ("enable_terse_logging", Flag),
    ("enable_transcription_storage", Flag),
    ("enforce_unique_user_ids", Flag),
    ("permissions", Object),
];

/// Properties an account must pay for, if they switch something on.
const PAID: &[&str] = &[
    "enable_recording",
    "start_cloud_recording",
    "auto_start_transcription",
    "auto_transcription_settings",
    "max_participants",
    "hide_daily_branding",
];

/// What a room has when nothing is said; such values are not listed in its `config`.
fn room_default(name: &str) -> Value {
    match name {
        "enable_screenshare"
        | "enable_video_processing_ui"
        | "enable_shared_chat_history"
        | "enable_adaptive_simulcast" => json!(true),
        "eject_at_room_exp"
        | "enable_chat"
        | "start_video_off"
        | "start_audio_off"
        | "enable_advanced_chat"
        | "enable_hidden_participants"
        | "enable_multiparty_adaptive_simulcast"
        | "enforce_unique_user_ids"
        | "disable_rtmp_geo_fallback"
        | "enable_terse_logging"
        | "enable_transcription_storage"
        | "enable_dialout" => json!(false),
        "max_participants" => json!(200),
        "sfu_switchover" => json!(0.5),
        "lang" => json!("en"),
        _ => Value::Null,
    }
}

/// Puts the properties of a request over `config`, leaving only what differs from the defaults.
pub(super) fn configure_room(
    config: &Map<String, Value>,
    sent: &Map<String, Value>,
    now: DateTime<Utc>,
) -> Result<Map<String, Value>, Reply> {
    let mut config = config.clone();
    for (name, value) in sent {
        known(ROOM, name, value)?;
        if !value.is_null() {
            check(ROOM, name, value, now)?;
        }
        if value.is_null() || *value == room_default(name) {
            config.remove(name);
        } else {
            config.insert(name.clone(), value.clone());
        }
    }
    Ok(config)
}

/// The properties of a token. Daily also makes tokens without a room or without an end; the stand-in
/// does not: they open everything, or for ever.
pub(super) fn check_token(sent: &Map<String, Value>, now: DateTime<Utc>) -> Result<(), Reply> {
    sent.iter()
        .try_for_each(|(name, value)| check(TOKEN, name, value, now))?;
    for needed in ["room_name", "exp"] {
        if !sent.contains_key(needed) {
            return Err(invalid(format!(
                "(stand-in) a token without {needed} is refused here"
            )));
        }
    }
    Ok(())
}

/// The properties of the domain, `null` taking one back.
pub(super) fn check_domain(sent: &Map<String, Value>, now: DateTime<Utc>) -> Result<(), Reply> {
    sent.iter().try_for_each(|(name, value)| {
        if value.is_null() {
            known(DOMAIN, name, value).map(drop)
        } else {
            check(DOMAIN, name, value, now)
        }
    })
}

/// Whether something in there needs a paid account.
pub(super) fn needs_payment(sent: &Map<String, Value>) -> bool {
    sent.iter().any(|(name, value)| {
        PAID.contains(&name.as_str()) && !matches!(value, Value::Null | Value::Bool(false))
    })
}

/// A room name, with Daily's own words if it is none.
pub(super) fn check_name(name: &str) -> Result<(), Reply> {
    let known = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.chars().all(known) {
        let allowed = "(room names can contain A-Z, a-z, 0-9, '-', and '_')";
        return Err(invalid(format!("{name} contains invalid characters {allowed}")));
    }
    if name.is_empty() || name.len() > 128 {
        return Err(invalid("room names have 1 to 128 characters"));
    }
    Ok(())
}

/// The body as an object with no other members than `members`.
pub(super) fn members(body: &[u8], members: &[&str]) -> Result<Map<String, Value>, Reply> {
    let text = if body.is_empty() { b"{}" } else { body };
    let value: Value = serde_json::from_slice(text)
        .map_err(|_| refusal(400, "json-parsing-error", Some("the body is not JSON".into())))?;
    let Value::Object(object) = value else {
        return Err(invalid("the body is not an object"));
    };
    match object.iter().find(|(name, _)| !members.contains(&name.as_str())) {
        Some((name, value)) => Err(not_allowed(name, value)),
        None => Ok(object),
    }
}

/// The `properties` of a body, if they are an object.
pub(super) fn properties(body: &Map<String, Value>) -> Result<Map<String, Value>, Reply> {
    match body.get("properties") {
        None => Ok(Map::new()),
        Some(Value::Object(properties)) => Ok(properties.clone()),
        Some(_) => Err(invalid("properties is not an object")),
    }
}

fn not_allowed(name: &str, value: &Value) -> Reply {
    invalid(format!(
        "\"{name}\" is not allowed [Received {name}={}]",
        plain(value)
    ))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn known(properties: Properties, name: &str, value: &Value) -> Result<Kind, Reply> {
    let found = properties.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, kind)| *kind)
        .ok_or_else(|| not_allowed(name, value))
}

fn check(properties: Properties, name: &str, value: &Value, now: DateTime<Utc>) -> Result<(), Reply> {
    let kind = known(properties, name, value)?;
    let good = match kind {
        Seconds | FutureSeconds => return check_seconds(kind, name, value, now),
        Flag => value.is_boolean(),
        Count { most } => value.as_i64().is_some_and(|count| (1..=most).contains(&count)),
        Number => value.is_number(),
        Text { longest } => value.as_str().is_some_and(|text| text.chars().count() <= longest),
        OneOf(values) => value.as_str().is_some_and(|text| values.contains(&text)),
        Kind::Recording => is_recording(value),
        Object => value.is_object(),
        List => value.is_array(),
    };
    if good {
        Ok(())
    } else {
        Err(invalid(format!(
            "{name} was '{}', which is not allowed",
            plain(value)
        )))
    }
}

fn check_seconds(kind: Kind, name: &str, value: &Value, now: DateTime<Utc>) -> Result<(), Reply> {
    let seconds = value
        .as_i64()
        .filter(|seconds| (1_000_000_000..=9_999_999_999).contains(seconds));
    let Some(seconds) = seconds else {
        let was = plain(value);
        return Err(invalid(format!(
            "{name} was '{was}' but should be a number of seconds since the unix epoch"
        )));
    };
    if matches!(kind, FutureSeconds) && seconds <= now.timestamp() {
        return Err(invalid(format!(
            "{name} was '{seconds}', which is in the past rather than in the future"
        )));
    }
    Ok(())
}

fn is_recording(value: &Value) -> bool {
    let known = |value: &Value| value.as_str().is_some_and(|text| RECORDINGS.contains(&text));
    match value {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().all(known),
        one => known(one),
    }
}
