//! The tokens the stand-in has minted.
//!
//! They have the form of Daily's (a JWT with the short names of "Self-signing tokens"), but what counts
//! is the memory: a token is known or it is not, its signature is never computed.

use super::recorded::Asked;
use super::reply::{Outcome, invalid, unpaid};
use super::rules;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

/// A token and what it was minted with, by the long names.
#[derive(Debug, Clone, PartialEq)]
pub struct Minted {
    /// The token itself.
    pub token: String,
    /// `room_name`, `exp`, and so on.
    pub properties: Map<String, Value>,
}

impl Minted {
    /// The room it opens.
    pub fn room(&self) -> &str {
        self.text("room_name").unwrap_or_default()
    }

    /// A text among its properties.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.properties.get(name)?.as_str()
    }

    /// A flag among its properties.
    pub fn has(&self, flag: &str) -> bool {
        self.properties.get(flag) == Some(&Value::Bool(true))
    }

    /// Whether its own times let somebody in at `now`.
    pub(super) fn is_valid(&self, now: DateTime<Utc>, ignore_nbf: bool) -> bool {
        let seconds = |name: &str| self.properties.get(name).and_then(Value::as_i64);
        let begun = ignore_nbf || seconds("nbf").is_none_or(|nbf| nbf <= now.timestamp());
        begun && seconds("exp").is_none_or(|exp| exp > now.timestamp())
    }
}

#[derive(Default)]
pub(super) struct Tokens(Vec<Minted>);

impl Tokens {
    pub(super) fn minted(&self) -> &[Minted] {
        &self.0
    }

    pub(super) fn find(&self, token: &str) -> Option<&Minted> {
        self.0.iter().find(|minted| minted.token == token)
    }

    pub(super) fn create(&mut self, body: &[u8], now: DateTime<Utc>, paid: bool) -> Outcome {
        let body = rules::members(body, &["properties"])?;
        if !body.contains_key("properties") {
            return Err(invalid("properties is required"));
        }
        let properties = rules::properties(&body)?;
        rules::check_token(&properties, now)?;
        if !paid && rules::needs_payment(&properties) {
            return Err(unpaid());
        }
        let token = jwt(&properties, now);
        self.0.push(Minted {
            token: token.clone(),
            properties,
        });
        Ok(json!({"token": token}))
    }

    pub(super) fn check(&self, token: &str, asked: &Asked, now: DateTime<Utc>) -> Outcome {
        let ignore_nbf = asked.parameter("ignoreNbf") == Some("true");
        let valid = self.find(token).filter(|minted| minted.is_valid(now, ignore_nbf));
        valid
            .map(|minted| Value::Object(minted.properties.clone()))
            .ok_or_else(|| invalid("token is not valid"))
    }
}

fn jwt(properties: &Map<String, Value>, now: DateTime<Utc>) -> String {
    let mut claims: Map<String, Value> = properties
        .iter()
        .map(|(name, value)| (short(name).to_owned(), value.clone()))
        .collect();
    claims.insert("d".into(), json!(super::DOMAIN_ID));
    claims.insert("iat".into(), json!(now.timestamp()));
    let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let header = encode(br#"{"alg":"HS256","typ":"JWT"}"#);
    let payload = encode(Value::Object(claims).to_string().as_bytes());
    // 32 random bytes, as long as an HS256 signature, keep two tokens of the same content apart.
    let noise = [
        uuid::Uuid::new_v4().into_bytes(),
        uuid::Uuid::new_v4().into_bytes(),
    ]
    .concat();
    format!("{header}.{payload}.{}", encode(&noise))
}

fn short(name: &str) -> &str {
    match name {
        "room_name" => "r",
        "user_id" => "ud",
        "user_name" => "u",
        "is_owner" => "o",
        "knocking" => "k",
        "close_tab_on_exit" => "ctoe",
        "redirect_on_meeting_exit" => "rome",
        "start_cloud_recording" => "sr",
        "start_cloud_recording_opts" => "sro",
        "auto_start_transcription" => "ast",
        "enable_recording" => "er",
        "enable_screenshare" => "ss",
        "start_video_off" => "vo",
        "start_audio_off" => "ao",
        "eject_at_token_exp" => "ejt",
        "eject_after_elapsed" => "eje",
        "lang" => "uil",
        "enable_recording_ui" => "erui",
        "permissions" => "p",
        other => other,
    }
}
