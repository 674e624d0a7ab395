//! The rooms of the stand-in's domain.
//!
//! Rules from Daily's REST documentation, "Rooms", "Create a room", "Delete a room" and "Pagination".

use super::paging::page;
use super::recorded::Asked;
use super::reply::{Outcome, Reply, invalid, no_room, refusal, unpaid};
use super::rules;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// A room as the stand-in keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct StandInRoom {
    /// Id for paging.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `public` or `private`.
    pub privacy: String,
    /// Made through the interface rather than by hand.
    pub api_created: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// What differs from Daily's defaults.
    pub config: Map<String, Value>,
}

impl StandInRoom {
    pub(super) fn new(name: &str, now: DateTime<Utc>) -> Self {
        Self {
            id: uuid::Uuid::new_v4().to_string(),
            name: name.to_owned(),
            privacy: "public".into(),
            api_created: true,
            created_at: now,
            config: Map::new(),
        }
    }

    /// `nbf`, if it has one.
    pub fn opens(&self) -> Option<DateTime<Utc>> {
        self.instant("nbf")
    }

    /// `exp`, if it has one.
    pub fn closes(&self) -> Option<DateTime<Utc>> {
        self.instant("exp")
    }

    /// Whether a flag is set.
    pub fn has(&self, flag: &str) -> bool {
        self.config.get(flag) == Some(&Value::Bool(true))
    }

    fn instant(&self, name: &str) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp(self.config.get(name)?.as_i64()?, 0)
    }

    fn object(&self, domain: &str) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "api_created": self.api_created,
            "privacy": self.privacy,
            "url": format!("https://{domain}.daily.co/{}", self.name),
            "created_at": self.created_at.to_rfc3339_opts(SecondsFormat::Millis, true),
            "config": self.config,
        })
    }
}

/// All rooms, those that expired, and those that are somebody else's.
#[derive(Default)]
pub(super) struct Rooms {
    live: Vec<StandInRoom>,
    expired: BTreeSet<String>,
    foreign: BTreeSet<String>,
    touched: Vec<String>,
}

impl Rooms {
    pub(super) fn live(&self) -> &[StandInRoom] {
        &self.live
    }

    /// Names of foreign rooms somebody changed or deleted.
    pub(super) fn touched(&self) -> &[String] {
        &self.touched
    }

    pub(super) fn mark_foreign(&mut self, name: &str, now: DateTime<Utc>) {
        if !self.live.iter().any(|room| room.name == name) {
            self.live.push(StandInRoom {
                api_created: false,
                ..StandInRoom::new(name, now)
            });
        }
        self.foreign.insert(name.to_owned());
    }

    /// Rooms past their `exp` count as deleted; they are remembered only for the answer to a deletion.
    pub(super) fn expire(&mut self, now: DateTime<Utc>) {
        let over = |room: &StandInRoom| room.closes().is_some_and(|closes| closes <= now);
        self.expired.extend(
            self.live
                .iter()
                .filter(|room| over(room))
                .map(|room| room.name.clone()),
        );
        self.live.retain(|room| !over(room));
    }

    pub(super) fn find(&self, name: &str) -> Result<&StandInRoom, Reply> {
        self.live
            .iter()
            .find(|room| room.name == name)
            .ok_or_else(|| no_room(name))
    }

    pub(super) fn get(&self, name: &str, domain: &str) -> Outcome {
        Ok(self.find(name)?.object(domain))
    }

    pub(super) fn create(&mut self, body: &[u8], now: DateTime<Utc>, domain: &str, paid: bool) -> Outcome {
        let body = rules::members(body, &["name", "privacy", "properties"])?;
        let name = match body.get("name") {
            None => uuid::Uuid::new_v4()
                .simple()
                .to_string()
                .chars()
                .take(20)
                .collect(),
            Some(Value::String(name)) => name.clone(),
            Some(_) => return Err(invalid("name is not a text")),
        };
        rules::check_name(&name)?;
        let mut room = StandInRoom::new(&name, now);
        change(&mut room, &body, now, paid)?;
        if self.find(&name).is_ok() {
            return Err(invalid(format!("a room named {name} already exists")));
        }
        self.expired.remove(&name);
        let object = room.object(domain);
        self.live.push(room);
        Ok(object)
    }

    pub(super) fn update(
        &mut self,
        name: &str,
        body: &[u8],
        now: DateTime<Utc>,
        domain: &str,
        paid: bool,
    ) -> Outcome {
        let body = rules::members(body, &["privacy", "properties"])?;
        self.touch(name);
        let room = self
            .live
            .iter_mut()
            .find(|room| room.name == name)
            .ok_or_else(|| no_room(name))?;
        // Into a copy first: a refused update changes nothing.
        let mut changed = room.clone();
        change(&mut changed, &body, now, paid)?;
        *room = changed;
        Ok(room.object(domain))
    }

    /// An expired room is answered with 404 as well, but with `deleted: true`.
    pub(super) fn delete(&mut self, name: &str) -> Outcome {
        self.touch(name);
        if self.expired.remove(name) {
            let mut reply = no_room(name);
            reply.body["deleted"] = json!(true);
            return Err(reply);
        }
        self.find(name)?;
        self.live.retain(|room| room.name != name);
        Ok(json!({"deleted": true, "name": name}))
    }

    /// All or nothing. That an unknown name spoils the batch is the stricter of two undocumented readings.
    pub(super) fn delete_many(&mut self, body: &[u8]) -> Result<Vec<String>, Reply> {
        let body = rules::members(body, &["room_names"])?;
        let names: Option<Vec<String>> = body
            .get("room_names")
            .and_then(Value::as_array)
            .and_then(|names| {
                let texts = names.iter().map(|name| name.as_str().map(str::to_owned));
                texts.collect()
            });
        let names = names.ok_or_else(|| invalid("room_names is not a list of names"))?;
        if !(1..=1000).contains(&names.len()) {
            return Err(invalid("room_names has 1 to 1000 names"));
        }
        for name in &names {
            self.touch(name);
            self.find(name).map_err(|_| {
                refusal(
                    400,
                    "invalid-request-error",
                    Some(format!("room {name} not found")),
                )
            })?;
        }
        self.live.retain(|room| !names.contains(&room.name));
        Ok(names)
    }

    /// Newest first; rooms of the same second by id.
    pub(super) fn list(&self, asked: &Asked, domain: &str) -> Outcome {
        let mut rooms: Vec<&StandInRoom> = self.live.iter().collect();
        rooms.sort_by(|a, b| {
            let newest_first = b.created_at.timestamp().cmp(&a.created_at.timestamp());
            newest_first.then_with(|| a.id.cmp(&b.id))
        });
        let ids: Vec<&str> = rooms.iter().map(|room| room.id.as_str()).collect();
        let data: Vec<Value> = page(&ids, asked)?
            .map(|index| rooms[index].object(domain))
            .collect();
        Ok(json!({"total_count": rooms.len(), "data": data}))
    }

    fn touch(&mut self, name: &str) {
        if self.foreign.contains(name) {
            self.touched.push(name.to_owned());
        }
    }
}

/// Puts `privacy` and `properties` of a body into a room.
fn change(
    room: &mut StandInRoom,
    body: &Map<String, Value>,
    now: DateTime<Utc>,
    paid: bool,
) -> Result<(), Reply> {
    match body.get("privacy").map(Value::as_str) {
        None => {}
        Some(Some(privacy @ ("public" | "private"))) => privacy.clone_into(&mut room.privacy),
        Some(_) => return Err(invalid("privacy is neither public nor private")),
    }
    let sent = rules::properties(body)?;
    room.config = rules::configure_room(&room.config, &sent, now)?;
    if !paid && rules::needs_payment(&sent) {
        Err(unpaid())
    } else {
        Ok(())
    }
}
