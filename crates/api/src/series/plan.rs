//! What a coach says of a series before it is made, and what they are shown of it.

use agenda::{MeetingKind, ReasonId, Repetition, TypeId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Conflict, NewAppointment, NewPerson, Slot};

/// A rule to look at.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SeriesPlan {
    /// What kind of meetings.
    pub type_id: TypeId,
    /// How long each, 5 to 1440; none for the type's.
    pub duration_min: Option<u32>,
    /// The first start. The others have its time of day in the coach's zone.
    pub first: DateTime<Utc>,
    /// How it repeats.
    pub repetition: Repetition,
}

/// One appointment a series would have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Occurrence {
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end.
    pub end: DateTime<Utc>,
    /// What stands against it.
    pub conflict: Option<Conflict>,
    /// When something does: the closest free slot within a week that the others do not need.
    pub nearest: Option<Slot>,
}

/// One appointment of a series to be made.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewOccurrence {
    /// When: as the rule has it, or moved.
    pub start: DateTime<Utc>,
    /// The coach's explicit choice to pass over hours, notice, horizon and the past for this one.
    pub outside_rules: bool,
}

/// A series to be made.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewSeries {
    /// With whom.
    pub person: NewPerson,
    /// What kind of meetings.
    pub type_id: TypeId,
    /// Why.
    pub reason_id: Option<ReasonId>,
    /// How one meets.
    pub kind: MeetingKind,
    /// At most 200 characters.
    pub title: String,
    /// At most 5000 characters.
    pub description: String,
    /// Where one meets in person, at most 300 characters.
    pub place: String,
    /// The number to call, at most 40 characters.
    pub phone: String,
    /// How long each, 5 to 1440; none for the type's.
    pub duration_min: Option<u32>,
    /// How it repeats: kept, so that it can be told.
    pub repetition: Repetition,
    /// Those to be made, 1 to 104. The ones left out are not in the list.
    pub occurrences: Vec<NewOccurrence>,
}

impl NewSeries {
    /// What all of them have in common, as one appointment.
    pub(crate) fn common(&self, first: NewOccurrence) -> NewAppointment {
        NewAppointment {
            person: self.person.clone(),
            type_id: self.type_id,
            reason_id: self.reason_id,
            kind: self.kind,
            title: self.title.clone(),
            description: self.description.clone(),
            place: self.place.clone(),
            phone: self.phone.clone(),
            start: first.start,
            duration_min: self.duration_min,
            outside_rules: first.outside_rules,
        }
    }
}
