//! `reminder_offsets` and `type_reminder_offsets`: how long before an appointment to remind, and the reminders of
//! appointments ahead brought in line when that changes. The view `wanted_offsets` says which of the two count for a
//! type.

use agenda::{Reminder, ReminderState, TypeId};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{CoachRows, Result, codec, table::appointment_notifications as notifications};

/// Replaces a type's own offsets; `None`: the coach's count.
pub(crate) async fn write(
    tx: &mut SqliteConnection,
    coach: &str,
    type_id: &str,
    offsets: Option<&[u32]>,
) -> Result<()> {
    let own = offsets.is_some();
    sqlx::query!(
        "UPDATE appointment_types SET own_reminders = ? WHERE coach_id = ? AND id = ?",
        own,
        coach,
        type_id
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM type_reminder_offsets WHERE coach_id = ? AND type_id = ?",
        coach,
        type_id
    )
    .execute(&mut *tx)
    .await?;
    for before in offsets.unwrap_or_default() {
        sqlx::query!(
            "INSERT INTO type_reminder_offsets (coach_id, type_id, before_min) VALUES (?, ?, ?)",
            coach,
            type_id,
            before
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// A type's own offsets as its row has them, the largest first: `"10,60"`.
pub(crate) fn of_type(own: i64, offsets: Option<&str>) -> Result<Option<Vec<u32>>> {
    if own == 0 {
        return Ok(None);
    }
    let words = offsets
        .unwrap_or_default()
        .split(',')
        .filter(|word| !word.is_empty());
    let numbers = words.map(|word| codec::number(codec::id::<i64>(word)?));
    let mut offsets: Vec<u32> = numbers.collect::<Result<_>>()?;
    offsets.sort_unstable_by(|a, b| b.cmp(a));
    Ok(Some(offsets))
}

/// Brings the reminders of every scheduled appointment ahead in line with the offsets as they are now: what is not
/// wanted any more is cancelled, what is wanted and still to come is due. What was shown stays as it was.
pub(crate) async fn replan(tx: &mut SqliteConnection, coach: &str, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "UPDATE appointment_notifications SET state = 'cancelled', why = 'replanned', settled_at = ?1
         WHERE state = 'due' AND due_at > ?1 AND coach_id = ?2 AND NOT EXISTS (
           SELECT 1 FROM appointments AS a
           JOIN wanted_offsets AS w ON w.coach_id = a.coach_id AND w.type_id = a.type_id
           WHERE a.id = appointment_notifications.appointment_id
             AND w.before_min = appointment_notifications.before_min)",
        at,
        coach
    )
    .execute(&mut *tx)
    .await?;
    let rows = missing(tx, coach, at).await?;
    add(tx, coach, rows, now).await
}

/// As [`replan`], for one appointment.
pub(crate) async fn replan_one(
    tx: &mut SqliteConnection,
    coach: &str,
    appointment: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "UPDATE appointment_notifications SET state = 'cancelled', why = 'replanned', settled_at = ?1
         WHERE appointment_id = ?3 AND coach_id = ?2 AND state = 'due' AND due_at > ?1 AND NOT EXISTS (
           SELECT 1 FROM appointments AS a
           JOIN wanted_offsets AS w ON w.coach_id = a.coach_id AND w.type_id = a.type_id
           WHERE a.id = ?3 AND w.before_min = appointment_notifications.before_min)",
        at,
        coach,
        appointment
    )
    .execute(&mut *tx)
    .await?;
    let rows = sqlx::query_as!(
        Missing,
        r#"SELECT a.id, a.starts_at - 60 * w.before_min AS "due_at!: i64", w.before_min AS "before_min!: i64"
           FROM appointments AS a
           JOIN wanted_offsets AS w ON w.coach_id = a.coach_id AND w.type_id = a.type_id
           WHERE a.coach_id = ?1 AND a.id = ?3 AND a.status = 'scheduled'
             AND a.starts_at - 60 * w.before_min > ?2 AND NOT EXISTS (
               SELECT 1 FROM appointment_notifications AS n
               WHERE n.appointment_id = a.id AND n.before_min = w.before_min
                 AND n.due_at = a.starts_at - 60 * w.before_min AND n.state <> 'cancelled')"#,
        coach,
        at,
        appointment
    )
    .fetch_all(&mut *tx)
    .await?;
    add(tx, coach, rows, now).await
}

/// A reminder that is wanted and is not there.
struct Missing {
    id: String,
    due_at: i64,
    before_min: i64,
}

async fn add(
    tx: &mut SqliteConnection,
    coach: &str,
    missing: Vec<Missing>,
    now: DateTime<Utc>,
) -> Result<()> {
    for it in missing {
        let reminder = Reminder {
            due_at: codec::instant(it.due_at)?,
            before_min: codec::number(it.before_min)?,
            state: ReminderState::Due,
            why: None,
        };
        notifications::insert(tx, coach, &it.id, &[reminder], now).await?;
    }
    Ok(())
}

async fn missing(tx: &mut SqliteConnection, coach: &str, at: i64) -> Result<Vec<Missing>> {
    let rows = sqlx::query_as!(
        Missing,
        r#"SELECT a.id, a.starts_at - 60 * w.before_min AS "due_at!: i64", w.before_min AS "before_min!: i64"
           FROM appointments AS a
           JOIN wanted_offsets AS w ON w.coach_id = a.coach_id AND w.type_id = a.type_id
           WHERE a.coach_id = ?1 AND a.status = 'scheduled' AND a.starts_at > ?2
             AND a.starts_at - 60 * w.before_min > ?2 AND NOT EXISTS (
               SELECT 1 FROM appointment_notifications AS n
               WHERE n.appointment_id = a.id AND n.before_min = w.before_min
                 AND n.due_at = a.starts_at - 60 * w.before_min AND n.state <> 'cancelled')"#,
        coach,
        at
    )
    .fetch_all(tx)
    .await?;
    Ok(rows)
}

impl CoachRows {
    /// Minutes before the start at which appointments of this type are reminded of, largest first.
    pub async fn reminder_offsets_of(&self, type_id: TypeId) -> Result<Vec<u32>> {
        let (key, type_id) = (self.key(), type_id.to_string());
        sqlx::query_scalar!(
            r#"SELECT before_min AS "before_min!: i64" FROM wanted_offsets WHERE coach_id = ? AND type_id = ?
               ORDER BY before_min DESC"#,
            key,
            type_id
        )
        .fetch_all(&self.file.pool())
        .await?
        .into_iter()
        .map(codec::number)
        .collect()
    }
}
