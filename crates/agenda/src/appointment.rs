//! Appointments: one meeting with exactly one person, and what its status allows.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AppointmentId, Block, ClientId, Email, Line, ReasonId, SeriesId, TypeId};

/// A word in the database that this program does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown word {0:?}")]
pub struct UnknownWord(pub String);

/// Gives an enum the words it is stored as.
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// The word it is stored as.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value stored as `word`.
            pub fn from_word(word: &str) -> Result<Self, $crate::UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownWord(word.to_owned())),
                }
            }
        }
    };
}
pub(crate) use words;

/// How one meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// In a video room.
    Video,
    /// By telephone.
    Phone,
    /// At a place.
    InPerson,
}
words!(MeetingKind { Video = "video", Phone = "phone", InPerson = "in_person" });

/// Where an appointment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is to take place, or takes place now.
    Scheduled,
    /// It took place.
    Completed,
    /// It was called off. Final: the person was told and the room is gone.
    Cancelled,
    /// The person did not come.
    NoShow,
}
words!(Status { Scheduled = "scheduled", Completed = "completed", Cancelled = "cancelled", NoShow = "no_show" });

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The coach.
    Coach,
    /// The client.
    Client,
}
words!(Actor { Coach = "coach", Client = "client" });

/// What a coach may want to do with an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoachStep {
    /// Change what it says: reason, kind, texts.
    Edit,
    /// Move it to another time.
    Reschedule,
    /// Call it off.
    Cancel,
    /// Say that it took place.
    Complete,
    /// Say that the person did not come.
    MarkNoShow,
    /// Take back "took place" or "did not come".
    Reopen,
    /// Enter its room, or send somebody there.
    Join,
}

/// The status does not allow this step now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an appointment that is {status:?} does not allow {step:?} now")]
pub struct NotAllowed {
    /// Where the appointment stands.
    pub status: Status,
    /// What was wanted.
    pub step: CoachStep,
}

impl NotAllowed {
    /// Whether the step is only to wait until the appointment begins.
    #[must_use]
    pub fn is_too_early(&self) -> bool {
        let waiting = matches!(self.step, CoachStep::Complete | CoachStep::MarkNoShow);
        waiting && self.status == Status::Scheduled
    }
}

/// Who is met: exactly one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Person {
    /// Somebody with a profile.
    Client {
        /// Which.
        id: ClientId,
        /// Their name now.
        name: Line<1, 120>,
    },
    /// A name and an address on this one appointment.
    Prospect {
        /// Their name.
        name: Line<1, 120>,
        /// Where to write.
        email: Email,
    },
}

impl Person {
    /// What they are called.
    pub fn name(&self) -> &Line<1, 120> {
        match self {
            Self::Client { name, .. } | Self::Prospect { name, .. } => name,
        }
    }
}

/// Where one meets when it is not in a video room: texts the coach reads, empty when not needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// An address or a room.
    pub place: Line<0, 300>,
    /// The number to call.
    pub phone: Line<0, 40>,
}

/// How an appointment came to be called off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancellation {
    /// Why.
    pub reason: Block<1000>,
    /// When it was called off.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Actor,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Which.
    pub id: AppointmentId,
    /// With whom.
    pub person: Person,
    /// What kind of meeting.
    pub type_id: TypeId,
    /// Why, if that was said.
    pub reason_id: Option<ReasonId>,
    /// Made together with others.
    pub series_id: Option<SeriesId>,
    /// How one meets.
    pub kind: MeetingKind,
    /// Where it stands.
    pub status: Status,
    /// First instant.
    pub start: DateTime<Utc>,
    /// First instant after it.
    pub end: DateTime<Utc>,
    /// A title of its own, possibly empty.
    pub title: Line<0, 200>,
    /// For the coach.
    pub description: Block<5000>,
    /// What the client wrote when booking.
    pub message: Block<5000>,
    /// Where, when not in a room.
    pub place: Place,
    /// Who made it.
    pub booked_by: Actor,
    /// Set when it is cancelled.
    pub cancellation: Option<Cancellation>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Appointment {
    /// Whether the coach may take `step` at `now`.
    ///
    /// Nobody can have come, or stayed away, before the start: completing and no-show wait for it.
    pub fn allows(&self, step: CoachStep, now: DateTime<Utc>) -> Result<(), NotAllowed> {
        let allowed = match (self.status, step) {
            (Status::Scheduled, CoachStep::Complete | CoachStep::MarkNoShow) => self.start <= now,
            (Status::Scheduled, CoachStep::Reopen) | (Status::Cancelled, _) => false,
            (Status::Completed | Status::NoShow, step) => matches!(step, CoachStep::Reopen | CoachStep::Edit),
            (Status::Scheduled, _) => true,
        };
        if allowed {
            Ok(())
        } else {
            Err(NotAllowed {
                status: self.status,
                step,
            })
        }
    }

    /// How long it lasts.
    pub fn duration(&self) -> TimeDelta {
        self.end - self.start
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    pub(crate) fn appointment(status: Status) -> Appointment {
        let made = at("2027-03-01T08:00:00Z");
        Appointment {
            id: AppointmentId::new(made),
            person: Person::Client {
                id: ClientId::new(made),
                name: Line::parse("Léa Dupuis").unwrap(),
            },
            type_id: TypeId::new(made),
            reason_id: None,
            series_id: None,
            kind: MeetingKind::Video,
            status,
            start: at("2027-03-02T09:00:00Z"),
            end: at("2027-03-02T10:00:00Z"),
            title: Line::parse("").unwrap(),
            description: Block::default(),
            message: Block::default(),
            place: Place {
                place: Line::parse("").unwrap(),
                phone: Line::parse("").unwrap(),
            },
            booked_by: Actor::Coach,
            cancellation: None,
            created_at: made,
        }
    }

    #[test]
    fn each_status_allows_what_product_rules_say() {
        use CoachStep::{Cancel, Complete, Edit, Join, MarkNoShow, Reopen, Reschedule};
        let after = at("2027-03-02T11:00:00Z");
        let every = [Edit, Reschedule, Cancel, Complete, MarkNoShow, Reopen, Join];
        for (status, allowed) in [
            (
                Status::Scheduled,
                vec![Edit, Reschedule, Cancel, Complete, MarkNoShow, Join],
            ),
            (Status::Completed, vec![Edit, Reopen]),
            (Status::NoShow, vec![Edit, Reopen]),
            (Status::Cancelled, vec![]),
        ] {
            let it = appointment(status);
            let got: Vec<_> = every
                .into_iter()
                .filter(|step| it.allows(*step, after).is_ok())
                .collect();
            assert_eq!(got, allowed, "{status:?}");
        }
    }

    #[test]
    fn nobody_is_absent_before_the_start() {
        let it = appointment(Status::Scheduled);
        for step in [CoachStep::Complete, CoachStep::MarkNoShow] {
            assert!(it.allows(step, at("2027-03-02T08:59:59Z")).is_err());
            assert!(it.allows(step, it.start).is_ok());
        }
    }

    #[test]
    fn words_go_to_the_database_and_back() {
        for status in [
            Status::Scheduled,
            Status::Completed,
            Status::Cancelled,
            Status::NoShow,
        ] {
            assert_eq!(Status::from_word(status.word()), Ok(status));
        }
        assert_eq!(Status::from_word("done"), Err(UnknownWord("done".into())));
    }
}
