//! `agenda_entries`: appointments as a screen shows them, with their labels and what is owed for their room.

use agenda::{
    Actor, Appointment, AppointmentId, Block, Cancellation, ClientId, Colour, Email, Line, MeetingKind,
    Person, Place, RoomGoal, RoomProblem, SeriesId, Status,
};
use chrono::{DateTime, Utc};

use crate::{CoachRows, Error, Result, codec};

/// An appointment with the labels a screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The appointment itself.
    pub appointment: Appointment,
    /// Name of its type.
    pub type_name: Line<1, 80>,
    /// Colour of its type.
    pub colour: Colour,
    /// Label of its reason.
    pub reason_label: Option<Line<1, 80>>,
    /// Where its room stands.
    pub room: RoomStanding,
    /// How often something that others were told of was changed.
    pub sequence: u32,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

/// Where the room of an appointment stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoomStanding {
    /// The room as Daily has it.
    pub made: Option<MadeRoom>,
    /// What is still to be done for it, unless that is only its removal.
    pub owed: Option<OwedRoom>,
}

/// A room that exists at Daily.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeRoom {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
    /// When it lets people in.
    pub opens: DateTime<Utc>,
    /// When it closes.
    pub closes: DateTime<Utc>,
}

/// A room that is still to be made or moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedRoom {
    /// Its name.
    pub name: String,
    /// Made or moved.
    pub goal: RoomGoal,
    /// Since when.
    pub since: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is tried next.
    pub next_try_at: DateTime<Utc>,
    /// Why it failed last.
    pub problem: Option<RoomProblem>,
}

struct Row {
    id: String,
    client_id: Option<String>,
    client_name: Option<String>,
    prospect_name: Option<String>,
    prospect_email: Option<String>,
    type_id: String,
    type_name: String,
    colour: String,
    reason_id: Option<String>,
    reason_label: Option<String>,
    series_id: Option<String>,
    kind: String,
    status: String,
    starts_at: i64,
    ends_at: i64,
    title: String,
    description: String,
    message: String,
    place: String,
    phone: String,
    booked_by: String,
    cancel_reason: Option<String>,
    cancelled_at: Option<i64>,
    cancelled_by: Option<String>,
    room_name: Option<String>,
    room_url: Option<String>,
    room_opens_at: Option<i64>,
    room_closes_at: Option<i64>,
    created_at: i64,
    updated_at: i64,
    sequence: i64,
    owed_name: Option<String>,
    owed_goal: Option<String>,
    owed_since: Option<i64>,
    owed_attempts: Option<i64>,
    owed_next_try_at: Option<i64>,
    owed_problem: Option<String>,
}

/// A checked read of `agenda_entries`, for the condition given.
macro_rules! entries {
    ($condition:literal, $($value:expr),*) => {
        sqlx::query_as!(
            Row,
            r#"SELECT id AS "id!: String", client_id AS "client_id: String", client_name AS "client_name?: String",
                 prospect_name AS "prospect_name: String", prospect_email AS "prospect_email: String",
                 type_id AS "type_id!: String", type_name AS "type_name!: String", colour AS "colour!: String",
                 reason_id AS "reason_id: String", reason_label AS "reason_label?: String",
                 series_id AS "series_id: String", kind AS "kind!: String", status AS "status!: String",
                 starts_at AS "starts_at!: i64", ends_at AS "ends_at!: i64", title AS "title!: String",
                 description AS "description!: String", message AS "message!: String", place AS "place!: String",
                 phone AS "phone!: String", booked_by AS "booked_by!: String",
                 cancel_reason AS "cancel_reason: String", cancelled_at AS "cancelled_at: i64",
                 cancelled_by AS "cancelled_by: String", room_name AS "room_name: String",
                 room_url AS "room_url: String", room_opens_at AS "room_opens_at: i64",
                 room_closes_at AS "room_closes_at: i64", created_at AS "created_at!: i64",
                 updated_at AS "updated_at!: i64", sequence AS "sequence!: i64",
                 owed_name AS "owed_name?: String", owed_goal AS "owed_goal?: String",
                 owed_since AS "owed_since?: i64", owed_attempts AS "owed_attempts?: i64",
                 owed_next_try_at AS "owed_next_try_at?: i64", owed_problem AS "owed_problem?: String"
               FROM agenda_entries "# + $condition,
            $($value),*
        )
    };
}
fn fetch_entries(rows: Vec<Row>) -> Result<Vec<Entry>> {
    rows.into_iter().map(Row::entry).collect()
}

impl CoachRows {
    /// Appointments of every status that meet `[from, to)`, by start.
    pub async fn entries_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Entry>> {
        let (key, from, to) = (self.key(), from.timestamp(), to.timestamp());
        // No appointment is longer than a day, so the index on the start bounds both sides.
        let rows = entries!(
            "WHERE coach_id = ?1 AND starts_at > ?2 - 86400 AND starts_at < ?3 AND ends_at > ?2 ORDER BY starts_at, id",
            key,
            from,
            to
        );
        fetch_entries(rows.fetch_all(&self.file.pool()).await?)
    }

    /// The last appointments of a client, those ahead included, at most `limit`; by start.
    pub async fn entries_of_client(&self, client: ClientId, limit: u32) -> Result<Vec<Entry>> {
        let (key, client) = (self.key(), client.to_string());
        let rows = entries!(
            "WHERE coach_id = ?1 AND client_id = ?2 ORDER BY starts_at DESC, id DESC LIMIT ?3",
            key,
            client,
            limit
        );
        let mut entries = fetch_entries(rows.fetch_all(&self.file.pool()).await?)?;
        entries.reverse();
        Ok(entries)
    }

    /// The appointments of prospects with that address, by start, at most `limit`.
    pub async fn entries_of_prospect(&self, email: &Email, limit: u32) -> Result<Vec<Entry>> {
        let (key, email) = (self.key(), email.as_str());
        let rows = entries!(
            "WHERE coach_id = ?1 AND prospect_email = ?2 COLLATE NOCASE ORDER BY starts_at, id LIMIT ?3",
            key,
            email,
            limit
        );
        fetch_entries(rows.fetch_all(&self.file.pool()).await?)
    }

    /// Every appointment of a series, by start. The plus: as below, the series is few rows, the starts are all there are.
    pub async fn entries_of_series(&self, series: SeriesId) -> Result<Vec<Entry>> {
        let (key, series) = (self.key(), series.to_string());
        let rows = entries!(
            "WHERE coach_id = ?1 AND series_id = ?2 ORDER BY +starts_at, id",
            key,
            series
        );
        fetch_entries(rows.fetch_all(&self.file.pool()).await?)
    }

    /// The next scheduled appointments that are not over at `now`, at most `limit`, by start.
    pub async fn upcoming_entries(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Entry>> {
        let (key, now) = (self.key(), now.timestamp());
        let rows = entries!(
            "WHERE coach_id = ?1 AND status = 'scheduled' AND starts_at > ?2 - 86400 AND ends_at > ?2
             ORDER BY starts_at, id LIMIT ?3",
            key,
            now,
            limit
        );
        fetch_entries(rows.fetch_all(&self.file.pool()).await?)
    }

    /// Scheduled appointments that were over at `now` and that nobody closed, the latest first, at most `limit`.
    pub async fn unclosed_entries(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Entry>> {
        let (key, now) = (self.key(), now.timestamp());
        let rows = entries!(
            "WHERE coach_id = ?1 AND status = 'scheduled' AND starts_at < ?2 AND ends_at <= ?2
             ORDER BY starts_at DESC, id LIMIT ?3",
            key,
            now,
            limit
        );
        fetch_entries(rows.fetch_all(&self.file.pool()).await?)
    }

    /// Appointments that still wait for their room, by start, at most `limit`.
    ///
    /// The plus keeps SQLite from walking every appointment ahead in order of start: the owed rooms are few, and lead to
    /// theirs.
    pub async fn entries_owed_a_room(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Entry>> {
        let (key, now) = (self.key(), now.timestamp());
        let rows = entries!(
            "WHERE coach_id = ?1 AND status = 'scheduled' AND ends_at > ?2
               AND id IN (SELECT appointment_id FROM room_operations WHERE coach_id = ?1 AND goal <> 'delete')
             ORDER BY +starts_at, id LIMIT ?3",
            key,
            now,
            limit
        );
        fetch_entries(rows.fetch_all(&self.file.pool()).await?)
    }

    /// One appointment.
    pub async fn entry(&self, id: AppointmentId) -> Result<Entry> {
        let (key, id) = (self.key(), id.to_string());
        let rows = entries!("WHERE coach_id = ?1 AND id = ?2", key, id);
        let found = fetch_entries(rows.fetch_all(&self.file.pool()).await?)?;
        found.into_iter().next().ok_or(Error::NotFound)
    }
}

impl Row {
    fn entry(self) -> Result<Entry> {
        Ok(Entry {
            type_name: codec::line(&self.type_name)?,
            colour: codec::parsed(Colour::parse(&self.colour))?,
            reason_label: self.reason_label.as_deref().map(codec::line).transpose()?,
            room: RoomStanding {
                made: self.made()?,
                owed: self.owed()?,
            },
            sequence: codec::number(self.sequence)?,
            changed_at: codec::instant(self.updated_at)?,
            appointment: self.appointment()?,
        })
    }

    fn appointment(&self) -> Result<Appointment> {
        Ok(Appointment {
            id: codec::id(&self.id)?,
            person: self.person()?,
            type_id: codec::id(&self.type_id)?,
            reason_id: self.reason_id.as_deref().map(codec::id).transpose()?,
            series_id: self.series_id.as_deref().map(codec::id).transpose()?,
            kind: MeetingKind::from_word(&self.kind)?,
            status: Status::from_word(&self.status)?,
            start: codec::instant(self.starts_at)?,
            end: codec::instant(self.ends_at)?,
            title: codec::line(&self.title)?,
            description: codec::parsed(Block::parse(&self.description))?,
            message: codec::parsed(Block::parse(&self.message))?,
            place: Place {
                place: codec::line(&self.place)?,
                phone: codec::line(&self.phone)?,
            },
            booked_by: Actor::from_word(&self.booked_by)?,
            cancellation: self.cancellation()?,
            created_at: codec::instant(self.created_at)?,
        })
    }

    fn person(&self) -> Result<Person> {
        match (
            &self.client_id,
            &self.client_name,
            &self.prospect_name,
            &self.prospect_email,
        ) {
            (Some(id), Some(name), None, None) => Ok(Person::Client {
                id: codec::id(id)?,
                name: codec::line(name)?,
            }),
            (None, None, Some(name), Some(email)) => Ok(Person::Prospect {
                name: codec::line(name)?,
                email: codec::parsed(Email::parse(email))?,
            }),
            _ => Err(Error::Unreadable(format!("person of appointment {}", self.id))),
        }
    }

    fn cancellation(&self) -> Result<Option<Cancellation>> {
        let (Some(reason), Some(at), Some(by)) = (&self.cancel_reason, self.cancelled_at, &self.cancelled_by)
        else {
            return Ok(None);
        };
        let reason = codec::parsed(Block::parse(reason))?;
        Ok(Some(Cancellation {
            reason,
            at: codec::instant(at)?,
            by: Actor::from_word(by)?,
        }))
    }

    fn made(&self) -> Result<Option<MadeRoom>> {
        let (Some(name), Some(url), Some(opens), Some(closes)) = (
            &self.room_name,
            &self.room_url,
            self.room_opens_at,
            self.room_closes_at,
        ) else {
            return Ok(None);
        };
        let (opens, closes) = (codec::instant(opens)?, codec::instant(closes)?);
        Ok(Some(MadeRoom {
            name: name.clone(),
            url: url.clone(),
            opens,
            closes,
        }))
    }

    fn owed(&self) -> Result<Option<OwedRoom>> {
        let (Some(name), Some(goal), Some(since)) = (&self.owed_name, &self.owed_goal, self.owed_since)
        else {
            return Ok(None);
        };
        Ok(Some(OwedRoom {
            name: name.clone(),
            goal: RoomGoal::from_word(goal)?,
            since: codec::instant(since)?,
            attempts: codec::number(self.owed_attempts.unwrap_or_default())?,
            next_try_at: codec::instant(self.owed_next_try_at.unwrap_or(since))?,
            problem: self
                .owed_problem
                .as_deref()
                .map(RoomProblem::from_word)
                .transpose()?,
        }))
    }
}
