//! `announcements`: what the coach is told beside reminders, once each.
//!
//! A claim that was never settled stays as it is: an announcement is no appointment missed, and its appointment shows
//! in the agenda all the same.

use agenda::{AppointmentId, CoachId, Language, MeetingKind, NotificationId, QuietHours};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{Result, Settled, Store, codec, table::coach_settings};

/// What is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnouncementKind {
    /// A client booked.
    Booked,
    /// A client cancelled.
    Cancelled,
    /// The room of an appointment that begins soon could not be made.
    RoomMissing,
}

impl AnnouncementKind {
    fn word(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Cancelled => "cancelled",
            Self::RoomMissing => "room_missing",
        }
    }

    fn from_word(word: &str) -> Result<Self> {
        [Self::Booked, Self::Cancelled, Self::RoomMissing]
            .into_iter()
            .find(|it| it.word() == word)
            .ok_or_else(|| crate::Error::Unreadable(format!("announcement {word:?}")))
    }
}

/// An announcement whose time has come, with what its text needs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "as of a reminder")]
pub struct DueAnnouncement {
    pub id: NotificationId,
    pub kind: AnnouncementKind,
    pub coach: CoachId,
    pub appointment: AppointmentId,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub meeting: MeetingKind,
    pub person: String,
    pub type_name: String,
    pub language: Language,
    pub zone: String,
    pub hide_names: bool,
    pub quiet_hours: Option<QuietHours>,
}

/// Has something told at `now`, once for this start of the appointment.
pub(crate) async fn announce(
    tx: &mut SqliteConnection,
    coach: &str,
    appointment: &str,
    kind: AnnouncementKind,
    now: DateTime<Utc>,
) -> Result<()> {
    let (id, kind, at) = (NotificationId::new(now).to_string(), kind.word(), now.timestamp());
    sqlx::query!(
        "INSERT INTO announcements (id, coach_id, appointment_id, kind, starts_at, due_at, state)
         SELECT ?1, a.coach_id, a.id, ?2, a.starts_at, ?3, 'due' FROM appointments AS a
         WHERE a.coach_id = ?4 AND a.id = ?5
         ON CONFLICT (appointment_id, kind, starts_at) DO NOTHING",
        id,
        kind,
        at,
        coach,
        appointment
    )
    .execute(tx)
    .await?;
    Ok(())
}

impl Store {
    /// Announces every room that is still to be made, and was tried in vain, of an appointment that begins between `now`
    /// and `until`.
    pub async fn announce_missing_rooms(&self, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<()> {
        let (from, to) = (now.timestamp(), until.timestamp());
        let missing = sqlx::query!(
            "SELECT o.coach_id, o.appointment_id FROM room_operations AS o
             JOIN appointments AS a ON a.id = o.appointment_id
             WHERE o.next_try_at > 0 AND o.goal = 'create' AND o.problem IS NOT NULL AND a.status = 'scheduled'
               AND a.starts_at > ?1 AND a.starts_at <= ?2 AND NOT EXISTS (
                 SELECT 1 FROM announcements AS n
                 WHERE n.appointment_id = a.id AND n.kind = 'room_missing' AND n.starts_at = a.starts_at)",
            from,
            to
        )
        .fetch_all(&self.file.pool())
        .await?;
        if missing.is_empty() {
            return Ok(());
        }
        let mut tx = self.write().await?;
        for it in missing {
            announce(
                &mut tx,
                &it.coach_id,
                &it.appointment_id,
                AnnouncementKind::RoomMissing,
                now,
            )
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Every announcement that is due at `now` and unclaimed.
    pub async fn due_announcements(&self, now: DateTime<Utc>) -> Result<Vec<DueAnnouncement>> {
        let now = now.timestamp();
        let rows = sqlx::query!(
            r#"SELECT n.id, n.kind, n.coach_id, n.appointment_id, n.starts_at, a.ends_at, a.kind AS meeting,
                 COALESCE(c.name, a.prospect_name) AS "person!: String", t.name AS type_name,
                 k.language, k.zone, s.hide_names, s.quiet_from_min, s.quiet_to_min
               FROM announcements AS n
               JOIN appointments AS a ON a.id = n.appointment_id
               JOIN appointment_types AS t ON t.id = a.type_id
               JOIN coaches AS k ON k.id = n.coach_id
               JOIN coach_settings AS s ON s.coach_id = n.coach_id
               LEFT JOIN clients AS c ON c.id = a.client_id
               WHERE n.state = 'due' AND n.due_at <= ? ORDER BY n.due_at"#,
            now
        )
        .fetch_all(&self.file.pool())
        .await?;
        let mut due = Vec::with_capacity(rows.len());
        for row in rows {
            due.push(DueAnnouncement {
                id: codec::id(&row.id)?,
                kind: AnnouncementKind::from_word(&row.kind)?,
                coach: codec::id(&row.coach_id)?,
                appointment: codec::id(&row.appointment_id)?,
                start: codec::instant(row.starts_at)?,
                end: codec::instant(row.ends_at)?,
                meeting: MeetingKind::from_word(&row.meeting)?,
                person: row.person,
                type_name: row.type_name,
                language: Language::from_word(&row.language)?,
                zone: row.zone,
                hide_names: row.hide_names != 0,
                quiet_hours: coach_settings::quiet_hours(row.quiet_from_min, row.quiet_to_min)?,
            });
        }
        Ok(due)
    }

    /// Claims an announcement; `false` when somebody else has it.
    pub async fn claim_announcement(&self, id: NotificationId) -> Result<bool> {
        let id = id.to_string();
        let done = sqlx::query!(
            "UPDATE announcements SET state = 'claimed' WHERE id = ? AND state = 'due'",
            id
        )
        .execute(&self.file.pool())
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Writes what became of a claimed announcement.
    pub async fn settle_announcement(
        &self,
        id: NotificationId,
        settled: Settled,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (id, state, why, now) = (
            id.to_string(),
            settled.state().word(),
            settled.why(),
            now.timestamp(),
        );
        sqlx::query!(
            "UPDATE announcements SET state = ?, why = ?, settled_at = ? WHERE id = ? AND state = 'claimed'",
            state,
            why,
            now,
            id
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }
}
