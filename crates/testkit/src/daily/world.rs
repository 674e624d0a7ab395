//! Everything the stand-in knows, and the way of a request through it.

use super::endpoint::Endpoint;
use super::people::People;
use super::recorded::Asked;
use super::reply::{Outcome, Reply, refusal};
use super::rooms::Rooms;
use super::rules;
use super::tokens::Tokens;
use super::{Clock, failure::Failures, recorded::Recorded};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

/// The state behind one stand-in: a domain with its rooms, tokens and people.
pub(super) struct World {
    clock: Clock,
    /// `None` once revoked.
    pub(super) key: Option<String>,
    pub(super) domain: String,
    pub(super) domain_config: Map<String, Value>,
    pub(super) paid: bool,
    pub(super) rooms: Rooms,
    pub(super) tokens: Tokens,
    pub(super) people: People,
    pub(super) failures: Failures,
    pub(super) requests: Vec<Recorded>,
    /// How often somebody connected.
    pub(super) connections: usize,
}

impl World {
    pub(super) fn new(clock: Clock, key: String, domain: String) -> Self {
        Self {
            clock,
            key: Some(key),
            domain,
            domain_config: Map::new(),
            paid: true,
            rooms: Rooms::default(),
            tokens: Tokens::default(),
            people: People::default(),
            failures: Failures::default(),
            requests: Vec::new(),
            connections: 0,
        }
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// Lets time do its work: expired rooms go, people whose time is up are out.
    pub(super) fn settle(&mut self) -> DateTime<Utc> {
        let now = self.now();
        self.rooms.expire(now);
        self.people.eject_due(now);
        now
    }

    /// Answers a request, after the key was looked at, which comes first at Daily too.
    pub(super) fn carry_out(&mut self, asked: &Asked) -> Reply {
        if let Err(refusal) = self.check_key(asked) {
            return refusal;
        }
        let path: Vec<&str> = asked.path.iter().map(String::as_str).collect();
        match Endpoint::of(&asked.method, &path) {
            Some((endpoint, name)) => self.dispatch(endpoint, &name, asked).into(),
            None => refusal(404, "not-found", None),
        }
    }

    fn dispatch(&mut self, endpoint: Endpoint, name: &str, asked: &Asked) -> Outcome {
        let now = self.settle();
        match endpoint {
            Endpoint::GetDomain => Ok(self.domain_object()),
            Endpoint::SetDomain => self.set_domain(&asked.body),
            Endpoint::CreateRoom => self.rooms.create(&asked.body, now, &self.domain, self.paid),
            Endpoint::ListRooms => self.rooms.list(asked, &self.domain),
            Endpoint::GetRoom => self.rooms.get(name, &self.domain),
            Endpoint::UpdateRoom => self.rooms.update(name, &asked.body, now, &self.domain, self.paid),
            Endpoint::DeleteRoom => {
                let deleted = self.rooms.delete(name)?;
                self.people.empty(name, now);
                Ok(deleted)
            }
            Endpoint::DeleteRooms => {
                let names = self.rooms.delete_many(&asked.body)?;
                for name in &names {
                    self.people.empty(name, now);
                }
                Ok(json!({"deleted_count": names.len()}))
            }
            Endpoint::RoomPresence => {
                self.rooms.find(name)?;
                self.people.presence_of(name, asked, now)
            }
            Endpoint::Presence => Ok(self.people.presence(now)),
            Endpoint::Eject => {
                self.rooms.find(name)?;
                self.people.eject(name, &asked.body, now)
            }
            Endpoint::CreateToken => self.tokens.create(&asked.body, now, self.paid),
            Endpoint::CheckToken => self.tokens.check(name, asked, now),
            Endpoint::ListMeetings => self.people.meetings(asked, now),
        }
    }

    /// A missing or malformed header is 400, not 401; a wrong key is 401 with nothing but its type.
    fn check_key(&self, asked: &Asked) -> Result<(), Reply> {
        let sent = asked
            .authorization
            .as_deref()
            .and_then(|header| header.strip_prefix("Bearer "));
        match sent {
            Some(key) if !key.is_empty() && self.key.as_deref() == Some(key) => Ok(()),
            Some(key) if !key.is_empty() => Err(refusal(401, "authentication-error", None)),
            _ => Err(refusal(400, "authorization-header-error", None)),
        }
    }

    fn domain_object(&self) -> Value {
        let mut config = self.domain_config.clone();
        for (name, default) in [("hide_daily_branding", json!(false)), ("lang", json!("en"))] {
            config.entry(name).or_insert(default);
        }
        // A number as text: seen in the wild, and a trap for a parser that reads more than it needs.
        config.insert("max_live_streams".into(), json!("2"));
        json!({"domain_name": self.domain, "domain_id": super::DOMAIN_ID, "config": config})
    }

    fn set_domain(&mut self, body: &[u8]) -> Outcome {
        let sent = rules::properties(&rules::members(body, &["properties"])?)?;
        rules::check_domain(&sent, self.now())?;
        if !self.paid && rules::needs_payment(&sent) {
            return Err(super::reply::unpaid());
        }
        for (name, value) in sent {
            if value.is_null() {
                self.domain_config.remove(&name);
            } else {
                self.domain_config.insert(name, value);
            }
        }
        Ok(self.domain_object())
    }
}
