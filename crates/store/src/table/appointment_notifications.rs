//! `appointment_notifications`: what is to be reminded, and what became of it.

use agenda::{
    AppointmentId, CoachId, Language, MeetingKind, NotificationId, QuietHours, Reminder, ReminderState,
};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, Store, codec, table::coach_settings};

/// How long a claim may stand unsettled. Showing takes a moment; a notification service that hangs gives up after half
/// a minute.
const LONGEST_CLAIM: TimeDelta = TimeDelta::minutes(2);

/// A reminder whose time has come, with what its text needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueReminder {
    /// Which.
    pub id: NotificationId,
    /// Of whom.
    pub coach: CoachId,
    /// Of what.
    pub appointment: AppointmentId,
    /// When it was due.
    pub due_at: DateTime<Utc>,
    /// Minutes before the start.
    pub before_min: u32,
    /// The appointment's start.
    pub start: DateTime<Utc>,
    /// The appointment's end.
    pub end: DateTime<Utc>,
    /// How one meets.
    pub kind: MeetingKind,
    /// Who is met.
    pub person: String,
    /// What kind of meeting.
    pub type_name: String,
    /// The coach's language.
    pub language: Language,
    /// The coach's zone.
    pub zone: String,
    /// The coach wants no names on screen.
    pub hide_names: bool,
    /// When the coach wants nothing to pop up.
    pub quiet_hours: Option<QuietHours>,
}

/// What became of a reminder that was claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It popped up.
    Sent,
    /// It was shown in the window, and why there.
    InWindow(&'static str),
    /// It came too late to help.
    Skipped(&'static str),
    /// It could not be shown.
    Failed(&'static str),
}

impl Settled {
    pub(crate) fn state(self) -> ReminderState {
        match self {
            Self::Sent | Self::InWindow(_) => ReminderState::Sent,
            Self::Skipped(_) => ReminderState::Skipped,
            Self::Failed(_) => ReminderState::Failed,
        }
    }

    pub(crate) fn why(self) -> Option<&'static str> {
        match self {
            Self::Sent => None,
            Self::InWindow(why) | Self::Skipped(why) | Self::Failed(why) => Some(why),
        }
    }
}

/// Adds the reminders of an appointment. One that was cancelled by an earlier move and is wanted again is due again.
pub(crate) async fn insert(
    tx: &mut SqliteConnection,
    coach: &str,
    appointment: &str,
    reminders: &[Reminder],
    now: DateTime<Utc>,
) -> Result<()> {
    for it in reminders {
        let (id, due) = (NotificationId::new(now).to_string(), it.due_at.timestamp());
        let (state, why) = (it.state.word(), it.why.as_deref());
        sqlx::query!(
            "INSERT INTO appointment_notifications (id, coach_id, appointment_id, before_min, due_at, state, why)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (appointment_id, before_min, due_at) DO UPDATE
               SET state = excluded.state, why = excluded.why, settled_at = NULL WHERE state = 'cancelled'",
            id,
            coach,
            appointment,
            it.before_min,
            due,
            state,
            why
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// Silences what has not been shown yet.
pub(crate) async fn cancel(
    tx: &mut SqliteConnection,
    coach: &str,
    appointment: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = now.timestamp();
    sqlx::query!(
        "UPDATE appointment_notifications SET state = 'cancelled', settled_at = ?
         WHERE coach_id = ? AND appointment_id = ? AND state = 'due'",
        now,
        coach,
        appointment
    )
    .execute(tx)
    .await?;
    Ok(())
}

impl CoachRows {
    /// The reminders of one appointment, the earliest first.
    pub async fn reminders(&self, appointment: AppointmentId) -> Result<Vec<Reminder>> {
        let (key, appointment) = (self.key(), appointment.to_string());
        let rows = sqlx::query!(
            "SELECT due_at, before_min, state, why FROM appointment_notifications
             WHERE coach_id = ? AND appointment_id = ? ORDER BY due_at, before_min",
            key,
            appointment
        )
        .fetch_all(&self.file.pool())
        .await?;
        rows.into_iter()
            .map(|row| {
                Ok(Reminder {
                    due_at: codec::instant(row.due_at)?,
                    before_min: codec::number(row.before_min)?,
                    state: ReminderState::from_word(&row.state)?,
                    why: row.why,
                })
            })
            .collect()
    }
}

impl Store {
    /// Every reminder that is due at `now` and unclaimed, by the start of its appointment.
    pub async fn due_reminders(&self, now: DateTime<Utc>) -> Result<Vec<DueReminder>> {
        let now = now.timestamp();
        let rows = sqlx::query!(
            r#"SELECT n.id, n.coach_id, n.appointment_id, n.due_at, n.before_min, a.starts_at, a.ends_at, a.kind,
                 COALESCE(c.name, a.prospect_name) AS "person!: String", t.name AS type_name,
                 k.language, k.zone, s.hide_names, s.quiet_from_min, s.quiet_to_min
               FROM appointment_notifications AS n
               JOIN appointments AS a ON a.id = n.appointment_id
               JOIN appointment_types AS t ON t.id = a.type_id
               JOIN coaches AS k ON k.id = n.coach_id
               JOIN coach_settings AS s ON s.coach_id = n.coach_id
               LEFT JOIN clients AS c ON c.id = a.client_id
               WHERE n.state = 'due' AND n.due_at <= ? ORDER BY a.starts_at, n.due_at"#,
            now
        )
        .fetch_all(&self.file.pool())
        .await?;
        let mut due = Vec::with_capacity(rows.len());
        for row in rows {
            due.push(DueReminder {
                id: codec::id(&row.id)?,
                coach: codec::id(&row.coach_id)?,
                appointment: codec::id(&row.appointment_id)?,
                due_at: codec::instant(row.due_at)?,
                before_min: codec::number(row.before_min)?,
                start: codec::instant(row.starts_at)?,
                end: codec::instant(row.ends_at)?,
                kind: MeetingKind::from_word(&row.kind)?,
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

    /// Claims reminders, and answers which of them it got: no other caller, in this process or another, gets the same
    /// one again, and one that was moved or called off since it was read is got by nobody.
    pub async fn claim_reminders(
        &self,
        wanted: impl IntoIterator<Item = NotificationId>,
        now: DateTime<Utc>,
    ) -> Result<Vec<NotificationId>> {
        let (now, mut tx) = (now.timestamp(), self.write().await?);
        let mut claimed = Vec::new();
        for it in wanted {
            let id = it.to_string();
            let done = sqlx::query!(
                "UPDATE appointment_notifications SET state = 'claimed', claimed_at = ? WHERE id = ? AND state = 'due'",
                now,
                id
            )
            .execute(&mut *tx)
            .await?;
            if done.rows_affected() == 1 {
                claimed.push(it);
            }
        }
        tx.commit().await?;
        Ok(claimed)
    }

    /// When the next reminder after `now` is due; `None` when none is.
    pub async fn next_reminder(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let now = now.timestamp();
        let next = sqlx::query_scalar!(
            r#"SELECT MIN(due_at) AS "due_at: i64" FROM appointment_notifications WHERE state = 'due' AND due_at > ?"#,
            now
        )
        .fetch_one(&self.file.pool())
        .await?;
        next.map(codec::instant).transpose()
    }

    /// Writes what became of a claimed reminder, also when its claim was given up meanwhile.
    pub async fn settle_reminder(
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
            "UPDATE appointment_notifications SET state = ?, why = ?, settled_at = ?
             WHERE id = ? AND (state = 'claimed' OR state = 'failed' AND why = 'interrupted')",
            state,
            why,
            now,
            id
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }

    /// Marks as failed what was claimed some minutes ago and never settled: it may or may not have been seen, and
    /// showing a reminder twice is worse than telling in the appointment's history that it is not known. Answers how
    /// many there were.
    pub async fn give_up_old_claims(&self, now: DateTime<Utc>) -> Result<u64> {
        let (now, young) = (now.timestamp(), (now - LONGEST_CLAIM).timestamp());
        // Looked for first, since writing takes a lock and there is nearly never any. A claim of the future is one that
        // the clock was set back over.
        let old = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM appointment_notifications
                 WHERE state = 'claimed' AND COALESCE(claimed_at, 0) NOT BETWEEN ?1 AND ?2) AS "old!: bool""#,
            young,
            now
        )
        .fetch_one(&self.file.pool())
        .await?;
        if !old {
            return Ok(0);
        }
        let done = sqlx::query!(
            "UPDATE appointment_notifications SET state = 'failed', why = 'interrupted', settled_at = ?2
             WHERE state = 'claimed' AND COALESCE(claimed_at, 0) NOT BETWEEN ?1 AND ?2",
            young,
            now
        )
        .execute(&self.file.pool())
        .await?;
        Ok(done.rows_affected())
    }
}
