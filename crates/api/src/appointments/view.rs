//! An appointment as the interface sees it.

use agenda::{
    Actor, AppointmentId, ClientId, MeetingKind, ReasonId, RoomProblem, SeriesId, Status, TypeId, join_opens,
};
use chrono::{DateTime, Utc};
use serde::Serialize;
use specta::Type;
use store::{Entry, RoomStanding};

/// Who is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Person {
    /// Somebody with a profile.
    Client {
        /// Which.
        id: ClientId,
        /// Their name.
        name: String,
    },
    /// A name and an address on this one appointment.
    Prospect {
        /// Their name.
        name: String,
        /// Where to write.
        email: String,
    },
}

/// Where the room of an appointment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RoomState {
    /// It needs none.
    None,
    /// It is still to be made or moved.
    Owed,
    /// It exists.
    Ready,
    /// The appointment is cancelled and its room gone, or about to go.
    Removed,
}

/// The room of an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoomView {
    /// Where it stands.
    pub state: RoomState,
    /// Since when it is owed.
    pub owed_since: Option<DateTime<Utc>>,
    /// Why it was not made when last tried.
    pub problem: Option<RoomProblem>,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is tried next.
    pub next_try_at: Option<DateTime<Utc>>,
}

/// When joining is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JoinWindow {
    /// 15 minutes before the start.
    pub opens_at: DateTime<Utc>,
    /// The end.
    pub closes_at: DateTime<Utc>,
}

/// Why one meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReasonLabel {
    /// Which.
    pub id: ReasonId,
    /// What it says.
    pub label: String,
}

/// How an appointment came to be called off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Cancellation {
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Actor,
}

/// One appointment with the labels a screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Appointment {
    /// Which.
    pub id: AppointmentId,
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end.
    pub end: DateTime<Utc>,
    /// Who is met.
    pub person: Person,
    /// Its type.
    pub type_id: TypeId,
    /// The type's name.
    pub type_name: String,
    /// The type's colour, `#rrggbb`.
    pub colour: String,
    /// Why one meets.
    pub reason: Option<ReasonLabel>,
    /// How one meets.
    pub kind: MeetingKind,
    /// Where it stands.
    pub status: Status,
    /// A title of its own.
    pub title: String,
    /// For the coach.
    pub description: String,
    /// Where one meets in person.
    pub place: String,
    /// The number to call.
    pub phone: String,
    /// Its video room.
    pub room: RoomView,
    /// When joining is offered; none unless it is a scheduled video.
    pub join: Option<JoinWindow>,
    /// Set when it is cancelled.
    pub cancellation: Option<Cancellation>,
    /// Who made it.
    pub booked_by: Actor,
    /// What the client wrote when booking.
    pub message: String,
    /// Made together with others.
    pub series_id: Option<SeriesId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl From<agenda::Person> for Person {
    fn from(person: agenda::Person) -> Self {
        match person {
            agenda::Person::Client { id, name } => Self::Client {
                id,
                name: name.to_string(),
            },
            agenda::Person::Prospect { name, email } => Self::Prospect {
                name: name.to_string(),
                email: email.to_string(),
            },
        }
    }
}

fn room(appointment: &agenda::Appointment, standing: &RoomStanding) -> RoomView {
    let owed = standing
        .owed
        .as_ref()
        .filter(|_| appointment.status == Status::Scheduled);
    let state = if appointment.kind != MeetingKind::Video {
        RoomState::None
    } else if appointment.status == Status::Cancelled {
        RoomState::Removed
    } else if owed.is_some() {
        RoomState::Owed
    } else if standing.made.is_some() {
        RoomState::Ready
    } else {
        RoomState::None
    };
    RoomView {
        state,
        owed_since: owed.map(|it| it.since),
        problem: owed.and_then(|it| it.problem),
        attempts: owed.map_or(0, |it| it.attempts),
        next_try_at: owed.map(|it| it.next_try_at),
    }
}

impl From<Entry> for Appointment {
    fn from(entry: Entry) -> Self {
        let it = entry.appointment;
        let joinable = it.kind == MeetingKind::Video && it.status == Status::Scheduled;
        Self {
            room: room(&it, &entry.room),
            join: joinable.then(|| JoinWindow {
                opens_at: join_opens(it.start),
                closes_at: it.end,
            }),
            reason: it
                .reason_id
                .zip(entry.reason_label)
                .map(|(id, label)| ReasonLabel {
                    id,
                    label: label.to_string(),
                }),
            cancellation: it.cancellation.map(|it| Cancellation {
                reason: it.reason.to_string(),
                at: it.at,
                by: it.by,
            }),
            id: it.id,
            start: it.start,
            end: it.end,
            person: it.person.into(),
            type_id: it.type_id,
            type_name: entry.type_name.to_string(),
            colour: entry.colour.to_string(),
            kind: it.kind,
            status: it.status,
            title: it.title.to_string(),
            description: it.description.to_string(),
            place: it.place.place.to_string(),
            phone: it.place.phone.to_string(),
            booked_by: it.booked_by,
            message: it.message.to_string(),
            series_id: it.series_id,
            created_at: it.created_at,
        }
    }
}
