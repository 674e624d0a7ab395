//! Who is in a room, and who was: for the coach to look at. It decides nothing: whether a session took place is the
//! coach's to say.

use std::collections::BTreeMap;

use agenda::{AppointmentId, Status, room_closes, room_opens};
use chrono::{DateTime, TimeDelta, Utc};
use daily::{Meeting, RoomName, UserId};
use serde::Serialize;
use specta::Type;
use store::Entry;

use crate::{CoachDesk, Error, ErrorCode, Result};

/// Who somebody in a room is, as far as their token tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Visitor {
    /// The coach, by their own link.
    Coach,
    /// The person met, by the client's link.
    Client,
    /// Somebody who knocked without a link and was let in.
    Guest,
}

/// Somebody in a room just now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonInRoom {
    /// Who.
    pub visitor: Visitor,
    /// The name they carry in the call.
    pub name: Option<String>,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
}

/// Somebody who was in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Attended {
    /// Who.
    pub visitor: Visitor,
    /// The name they carried in the call.
    pub name: Option<String>,
    /// When they first came in.
    pub since: Option<DateTime<Utc>>,
    /// How long they were in, all visits together, in whole seconds.
    pub seconds: u32,
}

/// What attendance suggests the coach should say of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Proposal {
    /// Somebody but the coach was there.
    Completed,
    /// The coach was there alone.
    NoShow,
}

/// Who came to a session, and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Attendance {
    /// The coach first, then by when they came.
    pub people: Vec<Attended>,
    /// Somebody is still inside.
    pub ongoing: bool,
    /// None while the session runs, once it is closed, and when nobody came or it is not clear.
    pub proposal: Option<Proposal>,
}

/// Whoever was in for less may have pressed the wrong link.
const PRESENT_FROM: u32 = 60;

type Visit = (DateTime<Utc>, TimeDelta);

impl CoachDesk {
    /// Who is in the room of an appointment. It lags by some seconds at Daily.
    pub async fn room_presence(&self, id: AppointmentId) -> Result<Vec<PersonInRoom>> {
        let entry = self.rows.entry(id).await?;
        let room = entry
            .room
            .made
            .as_ref()
            .and_then(|it| RoomName::parse(&it.name).ok());
        let room = room.ok_or_else(|| Error::of(ErrorCode::RoomNotReady, "there is no room"))?;
        let (client, _) = self.daily().await?;
        // Somebody who came in again is listed twice for a while: by who they are, the later visit counts.
        let mut people = BTreeMap::new();
        for it in client.presence(&room).await? {
            let visitor = self.visitor(&entry, it.user_id.as_deref());
            let one = if visitor == Visitor::Guest {
                it.id
            } else {
                String::new()
            };
            let person = PersonInRoom {
                visitor,
                name: it.user_name,
                since: it.joined,
            };
            let known: &mut PersonInRoom = people.entry((visitor, one)).or_insert_with(|| person.clone());
            known.since = known.since.max(person.since);
        }
        Ok(people.into_values().collect())
    }

    /// Who came to a session and for how long, from all rooms it had. [`ErrorCode::RoomNotReady`] if it never had one.
    pub async fn attendance(&self, id: AppointmentId, now: DateTime<Utc>) -> Result<Attendance> {
        let entry = self.rows.entry(id).await?;
        let rooms = self.rows.rooms_of(id).await?;
        if rooms.is_empty() {
            return Err(Error::of(ErrorCode::RoomNotReady, "there never was a room"));
        }
        let (client, _) = self.daily().await?;
        let mut meetings = Vec::new();
        for name in rooms {
            if let Ok(room) = RoomName::parse(&name) {
                meetings.extend(client.meetings(&room).await?);
            }
        }
        let people = self.people_of(&entry, &meetings);
        let ongoing = meetings.iter().any(|it| it.ongoing);
        let settled =
            entry.appointment.status == Status::Scheduled && entry.appointment.end <= now && !ongoing;
        Ok(Attendance {
            proposal: if settled { proposal(&people) } else { None },
            people,
            ongoing,
        })
    }

    fn people_of(&self, entry: &Entry, meetings: &[Meeting]) -> Vec<Attended> {
        let it = &entry.appointment;
        let session = room_opens(it.start)..room_closes(it.end);
        let mut visits: BTreeMap<(Visitor, Option<String>), Vec<Visit>> = BTreeMap::new();
        for meeting in meetings {
            for visit in &meeting.participants {
                // Visits to the time the appointment had before it was moved are none to this session.
                let Some(joined) = visit.joined.or(meeting.started).filter(|at| session.contains(at)) else {
                    continue;
                };
                let stayed = TimeDelta::from_std(visit.duration).unwrap_or_default();
                let visitor = self.visitor(entry, visit.user_id.as_deref());
                let who = (visitor, visit.user_name.clone());
                visits.entry(who).or_default().push((joined, stayed));
            }
        }
        let mut people: Vec<Attended> = visits.into_iter().map(attended).collect();
        people.sort_by_key(|it| (it.visitor != Visitor::Coach, it.since));
        people
    }

    fn visitor(&self, entry: &Entry, user_id: Option<&str>) -> Visitor {
        match user_id {
            Some(id) if id == self.rows.coach().to_string() => Visitor::Coach,
            Some(id) if id == entry.appointment.id.to_string() => Visitor::Client,
            _ => Visitor::Guest,
        }
    }

    /// What tells the coach in a room.
    pub(crate) fn own_user_id(&self) -> Option<UserId> {
        UserId::parse(&self.rows.coach().to_string()).ok()
    }
}

/// What tells the person met in a room: the appointment, so that Daily cannot tell that two are with the same person.
pub(crate) fn client_user_id(entry: &Entry) -> Option<UserId> {
    UserId::parse(&entry.appointment.id.to_string()).ok()
}

fn attended(((visitor, name), visits): ((Visitor, Option<String>), Vec<Visit>)) -> Attended {
    Attended {
        visitor,
        name,
        since: visits.iter().map(|(joined, _)| *joined).min(),
        seconds: time_inside(visits),
    }
}

/// The time covered by visits: who is in with two devices is in once.
fn time_inside(mut visits: Vec<Visit>) -> u32 {
    visits.sort();
    let (mut inside, mut until) = (TimeDelta::zero(), DateTime::<Utc>::MIN_UTC);
    for (joined, stayed) in visits {
        let left = joined + stayed;
        if left > until {
            inside += left - joined.max(until);
            until = left;
        }
    }
    u32::try_from(inside.num_seconds()).unwrap_or(u32::MAX)
}

fn proposal(people: &[Attended]) -> Option<Proposal> {
    let (coach, others): (Vec<_>, Vec<_>) = people.iter().partition(|it| it.visitor == Visitor::Coach);
    if others.iter().any(|it| it.seconds >= PRESENT_FROM) {
        Some(Proposal::Completed)
    } else if others.is_empty() && !coach.is_empty() {
        Some(Proposal::NoShow)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(minute: i64, minutes: i64) -> Visit {
        let noon = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        (noon + TimeDelta::minutes(minute), TimeDelta::minutes(minutes))
    }

    #[test]
    fn visits_that_overlap_count_once() {
        assert_eq!(time_inside(vec![visit(0, 10), visit(20, 5)]), 15 * 60);
        assert_eq!(time_inside(vec![visit(5, 10), visit(0, 10)]), 15 * 60);
        assert_eq!(time_inside(vec![visit(0, 30), visit(5, 10)]), 30 * 60);
        assert_eq!(time_inside(vec![]), 0);
    }

    fn person(visitor: Visitor, seconds: u32) -> Attended {
        Attended {
            visitor,
            name: None,
            since: None,
            seconds,
        }
    }

    #[test]
    fn what_is_proposed_follows_who_was_there() {
        let coach = person(Visitor::Coach, 900);
        for (others, proposed) in [
            (vec![], Some(Proposal::NoShow)),
            (vec![person(Visitor::Client, 1800)], Some(Proposal::Completed)),
            (vec![person(Visitor::Guest, 1800)], Some(Proposal::Completed)),
            (vec![person(Visitor::Client, 20)], None),
        ] {
            let people = [vec![coach.clone()], others].concat();
            assert_eq!(proposal(&people), proposed, "{people:?}");
        }
        assert_eq!(proposal(&[]), None, "perhaps they met elsewhere");
    }
}
