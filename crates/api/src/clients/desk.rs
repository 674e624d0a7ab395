//! What one client can do: see, book, join and cancel their own appointments, and nothing else.
//!
//! A client sees less of an appointment than the coach: not its description, which is the coach's, and nothing of
//! anybody else. The rules of the slot engine hold for them without exception.

use agenda::{Actor, AppointmentId, Block, ClientId, Field, MeetingKind, Person, ReasonId, Status, TypeId};
use chrono::{DateTime, NaiveDate, Utc};
use daily::JoinUrl;
use store::Entry;

use crate::{
    Appointment, Cancellation, CoachDesk, Configuration, DaySlots, Error, ErrorCode, JoinWindow,
    NewAppointment, NewPerson, Planner, Result, appointments::booking::Wish,
};

/// The desk of one client.
#[derive(Clone)]
pub struct ClientDesk {
    desk: CoachDesk,
    client: ClientId,
}

/// An appointment as its client sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientAppointment {
    /// Which.
    pub id: AppointmentId,
    /// Its start.
    pub start: DateTime<Utc>,
    /// Its end.
    pub end: DateTime<Utc>,
    /// The type's name.
    pub type_name: String,
    /// Why one meets.
    pub reason: Option<String>,
    /// How one meets.
    pub kind: MeetingKind,
    /// Where it stands.
    pub status: Status,
    /// Where one meets in person.
    pub place: String,
    /// What the client wrote when booking.
    pub message: String,
    /// When joining is offered.
    pub join: Option<JoinWindow>,
    /// Set when it is cancelled.
    pub cancellation: Option<Cancellation>,
}

/// What a client books.
#[derive(Debug, Clone)]
pub struct ClientBooking {
    /// What kind of meeting.
    pub type_id: TypeId,
    /// Why.
    pub reason_id: Option<ReasonId>,
    /// How one meets.
    pub kind: MeetingKind,
    /// One of the starts on offer.
    pub start: DateTime<Utc>,
    /// For the coach, at most 5000 characters.
    pub message: String,
}

impl From<Appointment> for ClientAppointment {
    fn from(it: Appointment) -> Self {
        Self {
            id: it.id,
            start: it.start,
            end: it.end,
            type_name: it.type_name,
            reason: it.reason.map(|reason| reason.label),
            kind: it.kind,
            status: it.status,
            place: it.place,
            message: it.message,
            join: it.join,
            cancellation: it.cancellation,
        }
    }
}

impl Planner {
    /// The desk of one client. Prospects and clients who were put away have none.
    pub async fn as_client(&self, client: ClientId) -> Result<ClientDesk> {
        let rows = self.store.coach_of(client).await?;
        Ok(ClientDesk {
            desk: self.as_coach(rows.coach()),
            client,
        })
    }
}

impl ClientDesk {
    /// The client's own appointments, by start.
    pub async fn appointments(&self) -> Result<Vec<ClientAppointment>> {
        let own = self.desk.appointments_of_client(self.client, u32::MAX).await?;
        Ok(own.into_iter().map(ClientAppointment::from).collect())
    }

    /// What the coach offers.
    pub async fn configuration(&self) -> Result<Configuration> {
        self.desk.configuration().await
    }

    /// The free slots of every date of a period; whose the others are is not told.
    pub async fn available_slots_for_period(
        &self,
        type_id: TypeId,
        from: NaiveDate,
        to: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Vec<DaySlots>> {
        self.desk
            .available_slots_for_period(type_id.into(), from, to, now)
            .await
    }

    /// Books one of the slots on offer.
    pub async fn book(&self, wanted: &ClientBooking, now: DateTime<Utc>) -> Result<ClientAppointment> {
        let message = Block::parse(&wanted.message).map_err(|(problem, limit)| {
            Error::fields(vec![Field {
                field: "message".into(),
                problem,
                limit,
            }])
        })?;
        let new = NewAppointment {
            person: NewPerson::Client { id: self.client },
            type_id: wanted.type_id,
            reason_id: wanted.reason_id,
            kind: wanted.kind,
            title: String::new(),
            description: String::new(),
            place: String::new(),
            phone: String::new(),
            start: wanted.start,
            duration_min: None,
            outside_rules: false,
        };
        Ok(self
            .desk
            .book(
                &new,
                Wish {
                    by: Actor::Client,
                    message,
                },
                now,
            )
            .await?
            .into())
    }

    /// Cancels an own appointment that has not begun.
    pub async fn cancel(
        &self,
        id: AppointmentId,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<ClientAppointment> {
        let entry = self.own(id).await?;
        if entry.appointment.start <= now {
            return Err(Error::of(ErrorCode::AlreadyOver, "it has begun"));
        }
        Ok(self.desk.cancel(&entry, reason, Actor::Client, now).await?.into())
    }

    /// The client's link into the waiting room.
    pub async fn join_link(&self, id: AppointmentId, now: DateTime<Utc>) -> Result<JoinUrl> {
        self.desk.client_link_of(&self.own(id).await?, now).await
    }

    /// An appointment of this client. Anybody else's does not exist for them.
    async fn own(&self, id: AppointmentId) -> Result<Entry> {
        let entry = self.desk.rows.entry(id).await?;
        match entry.appointment.person {
            Person::Client { id, .. } if id == self.client => Ok(entry),
            Person::Client { .. } | Person::Prospect { .. } => Err(store::Error::NotFound.into()),
        }
    }
}
