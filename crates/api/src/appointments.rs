//! Appointments read, and taken from one status to another.

pub(crate) mod booking;
pub(crate) mod changing;
pub(crate) mod view;

use agenda::{
    Actor, AppointmentId, Block, ClientId, CoachStep, Field, FieldProblem, RoomGoal, Status, reminders_for,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::Serialize;
use specta::Type;
use store::RoomWish;

use crate::{
    Appointment, CoachDesk, Error, Result, SeriesPlace,
    appointments::changing::{room_name, room_when_reopened},
};

/// The longest period a calendar asks for, in days.
const LONGEST_PERIOD: i64 = 400;
/// The most of the next appointments that are asked for.
const MOST_UPCOMING: u32 = 500;

/// Where a reminder stands, for the coach: one that is being shown at this moment is still due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ReminderState {
    /// It will be shown at its time.
    Due,
    /// It was shown.
    Sent,
    /// Its time passed without being of use.
    Skipped,
    /// It could not be shown.
    Failed,
    /// The appointment was moved or called off.
    Cancelled,
}

impl From<agenda::ReminderState> for ReminderState {
    fn from(state: agenda::ReminderState) -> Self {
        match state {
            agenda::ReminderState::Due | agenda::ReminderState::Claimed => Self::Due,
            agenda::ReminderState::Sent => Self::Sent,
            agenda::ReminderState::Skipped => Self::Skipped,
            agenda::ReminderState::Failed => Self::Failed,
            agenda::ReminderState::Cancelled => Self::Cancelled,
        }
    }
}

/// One reminder of an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// Minutes before the start.
    pub before_min: u32,
    /// Where it stands.
    pub state: ReminderState,
    /// Until when it waits, when it is due within quiet hours that end before the appointment begins.
    pub waits_until: Option<DateTime<Utc>>,
    /// Why it was skipped (`booked_late`, `over`, `overtaken`), failed (`interrupted`, `not_shown`), cancelled
    /// (`replanned`) or shown in the window alone (`in_window`, `quiet_hours`).
    pub why: Option<String>,
}

/// Everything about one appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AppointmentDetails {
    /// The appointment.
    pub appointment: Appointment,
    /// Its reminders, the earliest first.
    pub reminders: Vec<Reminder>,
    /// Its place in its series, if it was made with others.
    pub series: Option<SeriesPlace>,
}

impl Reminder {
    fn new(it: agenda::Reminder, waits_until: Option<DateTime<Utc>>) -> Self {
        Self {
            due_at: it.due_at,
            before_min: it.before_min,
            state: it.state.into(),
            waits_until,
            why: it.why,
        }
    }
}

pub(crate) fn views(entries: Vec<store::Entry>) -> Vec<Appointment> {
    entries.into_iter().map(Appointment::from).collect()
}

impl CoachDesk {
    /// Appointments of every status that meet `[from, to)`, by start. At most 400 days.
    pub async fn appointments_between(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<Appointment>> {
        if !(0..=LONGEST_PERIOD).contains(&(to - from).num_days()) {
            return Err(Error::field("to", FieldProblem::OutOfRange));
        }
        Ok(views(self.rows.entries_between(from, to).await?))
    }

    /// The last appointments of a client, those ahead included, at most `limit`; by start.
    pub async fn appointments_of_client(&self, client: ClientId, limit: u32) -> Result<Vec<Appointment>> {
        Ok(views(self.rows.entries_of_client(client, limit).await?))
    }

    /// Appointments of every status that meet a date of the coach.
    pub async fn appointments_on(&self, date: NaiveDate) -> Result<Vec<Appointment>> {
        let zone = self.rows.coach_card().await?.zone;
        let next = date
            .checked_add_days(Days::new(1))
            .ok_or_else(|| Error::field("date", FieldProblem::OutOfRange))?;
        self.appointments_between(zone.start_of_day(date), zone.start_of_day(next))
            .await
    }

    /// The next scheduled appointments that are not over, by start.
    pub async fn upcoming_appointments(&self, limit: u32, now: DateTime<Utc>) -> Result<Vec<Appointment>> {
        Ok(views(
            self.rows.upcoming_entries(now, limit.min(MOST_UPCOMING)).await?,
        ))
    }

    /// Those whose client, prospect, title or type contains `search`: what is ahead first, 12 at most.
    pub async fn find_appointments(&self, search: &str, now: DateTime<Utc>) -> Result<Vec<Appointment>> {
        Ok(views(self.rows.found_entries(search, now).await?))
    }

    /// One appointment.
    pub async fn appointment(&self, id: AppointmentId) -> Result<Appointment> {
        Ok(self.rows.entry(id).await?.into())
    }

    /// One appointment with its reminders.
    pub async fn appointment_details(
        &self,
        id: AppointmentId,
        now: DateTime<Utc>,
    ) -> Result<AppointmentDetails> {
        let entry = self.rows.entry(id).await?;
        let times = (entry.appointment.start, entry.appointment.end);
        let mut reminders = Vec::new();
        for it in self.rows.reminders(id).await? {
            let waits_until = match it.state {
                agenda::ReminderState::Due => self.waits_until(it.due_at, times).await?,
                _ => None,
            };
            reminders.push(Reminder::new(it, waits_until));
        }
        Ok(AppointmentDetails {
            series: self.place_in_series(&entry.appointment, now).await?,
            appointment: entry.into(),
            reminders,
        })
    }

    /// Cancels, with a reason: frees the slot, silences the reminders, has the room removed.
    pub async fn cancel_appointment(
        &self,
        id: AppointmentId,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<Appointment> {
        let entry = self.rows.entry(id).await?;
        self.cancel(&entry, reason, Actor::Coach, now).await
    }

    pub(crate) async fn cancel(
        &self,
        entry: &store::Entry,
        reason: &str,
        by: Actor,
        now: DateTime<Utc>,
    ) -> Result<Appointment> {
        let id = entry.appointment.id;
        entry.appointment.allows(CoachStep::Cancel, now)?;
        let reason = parse_reason(reason)?;
        let room = room_name(entry).map(|name| RoomWish {
            name,
            goal: RoomGoal::Delete,
        });
        self.rows
            .cancel_appointment(id, &reason, by, room.as_ref(), now)
            .await?;
        self.want_room_work();
        self.appointment(id).await
    }

    /// Says that an appointment took place.
    pub async fn complete_appointment(&self, id: AppointmentId, now: DateTime<Utc>) -> Result<Appointment> {
        self.close(id, CoachStep::Complete, Status::Completed, now).await
    }

    /// Says that the person did not come.
    pub async fn mark_no_show(&self, id: AppointmentId, now: DateTime<Utc>) -> Result<Appointment> {
        self.close(id, CoachStep::MarkNoShow, Status::NoShow, now).await
    }

    async fn close(
        &self,
        id: AppointmentId,
        step: CoachStep,
        to: Status,
        now: DateTime<Utc>,
    ) -> Result<Appointment> {
        self.rows.entry(id).await?.appointment.allows(step, now)?;
        self.rows.close_appointment(id, to, now).await?;
        self.appointment(id).await
    }

    /// Takes back "took place" or "did not come".
    pub async fn reopen_appointment(&self, id: AppointmentId, now: DateTime<Utc>) -> Result<Appointment> {
        let entry = self.rows.entry(id).await?;
        entry.appointment.allows(CoachStep::Reopen, now)?;
        let offsets = self.rows.reminder_offsets_of(entry.appointment.type_id).await?;
        let reminders = reminders_for(entry.appointment.start, &offsets, now);
        let room = room_when_reopened(&entry, now);
        self.rows
            .reopen_appointment(id, &reminders, room.as_ref(), now)
            .await?;
        self.want_room_work();
        self.appointment(id).await
    }
}

pub(crate) fn parse_reason(text: &str) -> Result<Block<1000>> {
    let refused = |problem, limit| {
        Error::fields(vec![Field {
            field: "reason".into(),
            problem,
            limit,
        }])
    };
    let reason = Block::parse(text).map_err(|(problem, limit)| refused(problem, limit))?;
    if reason.as_str().is_empty() {
        Err(refused(FieldProblem::Required, None))
    } else {
        Ok(reason)
    }
}
