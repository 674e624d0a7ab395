//! Who is in which room, and who was.
//!
//! People are put into rooms by tests, or come by a link. When they have to leave is fixed as they come
//! in, from the room as it then is; changing the room later changes nothing for them.

use super::paging::{limit, page};
use super::recorded::Asked;
use super::reply::{Outcome, invalid};
use super::rules;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

/// Somebody about to enter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The name in the call.
    pub user_name: Option<String>,
    /// The id of their token.
    pub user_id: Option<String>,
}

struct Visit {
    id: String,
    meeting: usize,
    visitor: Visitor,
    joined: DateTime<Utc>,
    out_at: Option<DateTime<Utc>>,
    left: Option<DateTime<Utc>>,
}

struct Meeting {
    id: String,
    room: String,
    started: DateTime<Utc>,
}

#[derive(Default)]
pub(super) struct People {
    meetings: Vec<Meeting>,
    visits: Vec<Visit>,
}

impl People {
    /// Lets somebody in; they join the meeting that is on, or begin one. Returns the id of the visit.
    pub(super) fn enter(
        &mut self,
        room: &str,
        visitor: Visitor,
        now: DateTime<Utc>,
        out_at: Option<DateTime<Utc>>,
    ) -> String {
        let running = self.meetings.iter().position(|meeting| meeting.room == room);
        let running = running.filter(|_| self.inside(room).next().is_some());
        let last = self.meetings.iter().rposition(|meeting| meeting.room == room);
        let meeting = running.and(last).unwrap_or_else(|| {
            let id = uuid::Uuid::new_v4().to_string();
            self.meetings.push(Meeting {
                id,
                room: room.to_owned(),
                started: now,
            });
            self.meetings.len() - 1
        });
        let id = uuid::Uuid::new_v4().to_string();
        self.visits.push(Visit {
            id: id.clone(),
            meeting,
            visitor,
            joined: now,
            out_at,
            left: None,
        });
        id
    }

    /// Somebody goes; `false` if they were not in.
    pub(super) fn leave(&mut self, visit: &str, now: DateTime<Utc>) -> bool {
        let inside = self
            .visits
            .iter_mut()
            .find(|known| known.id == visit && known.left.is_none());
        inside.map(|visit| visit.left = Some(now)).is_some()
    }

    /// Everybody out of a room.
    pub(super) fn empty(&mut self, room: &str, now: DateTime<Utc>) {
        let meetings = &self.meetings;
        let inside = self
            .visits
            .iter_mut()
            .filter(|visit| meetings[visit.meeting].room == room);
        inside.for_each(|visit| visit.left = visit.left.or(Some(now)));
    }

    pub(super) fn eject_due(&mut self, now: DateTime<Utc>) {
        for visit in self.visits.iter_mut().filter(|visit| visit.left.is_none()) {
            visit.left = visit.out_at.filter(|out_at| *out_at <= now);
        }
    }

    /// `{ids?, user_ids?, ban?}`.
    pub(super) fn eject(&mut self, room: &str, body: &[u8], now: DateTime<Utc>) -> Outcome {
        let body = rules::members(body, &["ids", "user_ids", "ban"])?;
        let named = |list: &str, id: Option<&str>| {
            let ids = body.get(list).and_then(Value::as_array);
            ids.is_some_and(|ids| {
                ids.iter()
                    .any(|known| known.as_str().is_some_and(|known| id == Some(known)))
            })
        };
        let meant = |visit: &&Visit| {
            named("ids", Some(&visit.id)) || named("user_ids", visit.visitor.user_id.as_deref())
        };
        let ids: Vec<String> = self
            .inside(room)
            .filter(meant)
            .map(|visit| visit.id.clone())
            .collect();
        for id in &ids {
            self.leave(id, now);
        }
        Ok(json!({"ejectedIds": ids}))
    }

    /// `GET /presence`: rooms without anybody are absent.
    pub(super) fn presence(&self, now: DateTime<Utc>) -> Value {
        let mut rooms: Map<String, Value> = Map::new();
        for meeting in &self.meetings {
            let people: Vec<Value> = self
                .inside(&meeting.room)
                .map(|visit| self.present(visit, now))
                .collect();
            if !people.is_empty() {
                rooms.insert(meeting.room.clone(), Value::Array(people));
            }
        }
        Value::Object(rooms)
    }

    pub(super) fn presence_of(&self, room: &str, asked: &Asked, now: DateTime<Utc>) -> Outcome {
        let wanted = |visit: &&Visit| {
            let fits = |parameter: &str, has: Option<&str>| match asked.parameter(parameter) {
                Some(wanted) => has == Some(wanted),
                None => true,
            };
            fits("userId", visit.visitor.user_id.as_deref())
                && fits("userName", visit.visitor.user_name.as_deref())
        };
        let people: Vec<Value> = self
            .inside(room)
            .filter(wanted)
            .map(|visit| self.present(visit, now))
            .collect();
        let shown = limit(asked)?.unwrap_or(usize::MAX);
        Ok(json!({"total_count": people.len(), "data": people.into_iter().take(shown).collect::<Vec<_>>()}))
    }

    /// `GET /meetings`, newest first. A room that never was has none, which is no error.
    pub(super) fn meetings(&self, asked: &Asked, now: DateTime<Utc>) -> Outcome {
        let after = seconds(asked, "timeframe_start")?.unwrap_or(i64::MIN);
        let before = seconds(asked, "timeframe_end")?.unwrap_or(i64::MAX);
        let ongoing = asked.parameter("ongoing").map(|text| text == "true");
        let mut found: Vec<(&str, Value)> = Vec::new();
        for (index, meeting) in self.meetings.iter().enumerate().rev() {
            let in_room = asked.parameter("room").is_none_or(|room| room == meeting.room);
            let in_frame = (after..=before).contains(&meeting.started.timestamp());
            let object = self.meeting(index, meeting, asked, now);
            if in_room && in_frame && ongoing.is_none_or(|ongoing| object["ongoing"] == ongoing) {
                found.push((&meeting.id, object));
            }
        }
        let ids: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
        let data: Vec<&Value> = page(&ids, asked)?.map(|index| &found[index].1).collect();
        Ok(json!({"total_count": found.len(), "data": data}))
    }

    fn meeting(&self, index: usize, meeting: &Meeting, asked: &Asked, now: DateTime<Utc>) -> Value {
        let visits: Vec<&Visit> = self
            .visits
            .iter()
            .filter(|visit| visit.meeting == index)
            .collect();
        let ongoing = visits.iter().any(|visit| visit.left.is_none());
        let end = visits
            .iter()
            .map(|visit| visit.left.unwrap_or(now))
            .max()
            .unwrap_or(meeting.started);
        let mut object = json!({
            "id": meeting.id,
            "room": meeting.room,
            "start_time": meeting.started.timestamp(),
            "duration": (end - meeting.started).num_seconds(),
            "ongoing": ongoing,
            "max_participants": visits.len(),
        });
        if asked.parameter("no_participants") != Some("true") {
            object["participants"] = visits.iter().map(|visit| attendance(visit, now)).collect();
        }
        object
    }

    fn inside(&self, room: &str) -> impl Iterator<Item = &Visit> {
        let here = move |visit: &&Visit| visit.left.is_none() && self.meetings[visit.meeting].room == room;
        self.visits.iter().filter(here)
    }

    fn present(&self, visit: &Visit, now: DateTime<Utc>) -> Value {
        json!({
            "id": visit.id,
            "room": self.meetings[visit.meeting].room,
            "userId": visit.visitor.user_id,
            "userName": visit.visitor.user_name,
            "joinTime": visit.joined.to_rfc3339_opts(SecondsFormat::Millis, true),
            "duration": (now - visit.joined).num_seconds(),
        })
    }
}

fn attendance(visit: &Visit, now: DateTime<Utc>) -> Value {
    json!({
        "user_id": visit.visitor.user_id,
        "participant_id": visit.id,
        "user_name": visit.visitor.user_name,
        "join_time": visit.joined.timestamp(),
        "duration": (visit.left.unwrap_or(now) - visit.joined).num_seconds(),
    })
}

fn seconds(asked: &Asked, name: &str) -> Result<Option<i64>, super::reply::Reply> {
    let Some(text) = asked.parameter(name) else {
        return Ok(None);
    };
    text.parse()
        .map(Some)
        .map_err(|_| invalid(format!("{name} was '{text}' but should be a number of seconds")))
}
