//! `room_operations`: work still owed to Daily.co.
//!
//! One row a room, saying what the room should become. It is written in the transaction of the appointment and erased
//! when the work is done, unless the goal changed meanwhile (`revision`): then the work is done again for the new goal.
//! Everything Daily is asked can be asked twice, so a program that dies in between repeats it and nothing is doubled.

use agenda::{AppointmentId, CoachId, Language, RoomGoal, RoomProblem};
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::{
    CoachRows, MadeRoom, OwedRoom, Result, Store, codec,
    table::{appointments, rooms},
};

/// What a room should become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomWish {
    /// Its opaque name.
    pub name: String,
    /// What it should become.
    pub goal: RoomGoal,
}

/// One room's work, with what it takes to do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomJob {
    /// Whose account.
    pub coach: CoachId,
    /// For which appointment.
    pub appointment: AppointmentId,
    /// The room's name.
    pub name: String,
    /// What it should become.
    pub goal: RoomGoal,
    /// Of which the goal is; see [`Store::finish_room_job`].
    pub revision: i64,
    /// Tries so far, this one included.
    pub attempts: u32,
    /// The appointment's start, now.
    pub start: DateTime<Utc>,
    /// The appointment's end, now.
    pub end: DateTime<Utc>,
    /// The coach's language.
    pub language: Language,
}

/// The most pressing work that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueWork {
    /// What the room should become.
    pub goal: RoomGoal,
    /// The appointment's start.
    pub start: DateTime<Utc>,
}

/// Work that is owed, with what tells a person which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedWork {
    /// For this appointment.
    pub appointment: AppointmentId,
    /// Whom it is with.
    pub person: String,
    /// Its start.
    pub start: DateTime<Utc>,
    /// The work.
    pub room: OwedRoom,
}

struct Row {
    coach_id: String,
    appointment_id: String,
    room_name: String,
    goal: String,
    revision: i64,
    attempts: i64,
    starts_at: i64,
    ends_at: i64,
    language: String,
}

impl Row {
    fn job(self) -> Result<RoomJob> {
        Ok(RoomJob {
            coach: codec::id(&self.coach_id)?,
            appointment: codec::id(&self.appointment_id)?,
            name: self.room_name,
            goal: RoomGoal::from_word(&self.goal)?,
            revision: self.revision,
            attempts: codec::number(self.attempts)?,
            start: codec::instant(self.starts_at)?,
            end: codec::instant(self.ends_at)?,
            language: Language::from_word(&self.language)?,
        })
    }
}

/// Writes down what a room should become. A room that was never begun and is no longer wanted is simply forgotten.
pub(crate) async fn wish(
    tx: &mut SqliteConnection,
    coach: &str,
    appointment: &str,
    wish: &RoomWish,
    now: DateTime<Utc>,
) -> Result<()> {
    let (goal, now) = (wish.goal.word(), now.timestamp());
    if wish.goal == RoomGoal::Delete {
        let forgotten = sqlx::query!(
            "DELETE FROM room_operations WHERE room_name = ? AND goal = 'create' AND attempts = 0",
            wish.name
        )
        .execute(&mut *tx)
        .await?;
        if forgotten.rows_affected() > 0 {
            return Ok(());
        }
    }
    // A room still to be made is made with the times of then: moving it adds nothing but a new revision.
    sqlx::query!(
        "INSERT INTO room_operations (room_name, coach_id, appointment_id, goal, owed_since, next_try_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5)
         ON CONFLICT (room_name) DO UPDATE SET
           goal = CASE WHEN room_operations.goal = 'create' AND excluded.goal = 'update' THEN 'create' ELSE excluded.goal END,
           next_try_at = excluded.next_try_at, problem = NULL, revision = revision + 1",
        wish.name,
        coach,
        appointment,
        goal,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Nobody needs the room of the appointment any more if it is still to be made: one never begun is forgotten, one that
/// may be there is to go.
pub(crate) async fn forget(tx: &mut SqliteConnection, coach: &str, appointment: &str) -> Result<()> {
    sqlx::query!(
        "DELETE FROM room_operations WHERE coach_id = ? AND appointment_id = ? AND goal = 'create' AND attempts = 0",
        coach,
        appointment
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE room_operations SET goal = 'delete', revision = revision + 1
         WHERE coach_id = ? AND appointment_id = ? AND goal = 'create'",
        coach,
        appointment
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Erases the row unless its goal changed since the job began.
async fn erase(tx: &mut SqliteConnection, job: &RoomJob) -> Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM room_operations WHERE room_name = ? AND revision = ?",
        job.name,
        job.revision
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

impl Store {
    /// The most pressing work due at `now`, without beginning it.
    pub async fn due_room_work(&self, now: DateTime<Utc>) -> Result<Option<DueWork>> {
        let now = now.timestamp();
        let row = sqlx::query!(
            "SELECT o.goal, a.starts_at FROM room_operations AS o JOIN appointments AS a ON a.id = o.appointment_id
             WHERE o.next_try_at <= ? ORDER BY o.goal = 'delete', a.starts_at LIMIT 1",
            now
        )
        .fetch_optional(&self.file.pool())
        .await?;
        let work = row.map(|row| {
            Ok(DueWork {
                goal: RoomGoal::from_word(&row.goal)?,
                start: codec::instant(row.starts_at)?,
            })
        });
        work.transpose()
    }

    /// When room work that is not due at `now` falls due next; `None` when there is none.
    pub async fn next_room_work(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let now = now.timestamp();
        let next = sqlx::query_scalar!(
            r#"SELECT MIN(next_try_at) AS "next_try_at: i64" FROM room_operations WHERE next_try_at > ?"#,
            now
        )
        .fetch_one(&self.file.pool())
        .await?;
        next.map(codec::instant).transpose()
    }

    /// The next room whose time to try has come, with this try counted. `None` when nothing is due `at` that instant.
    ///
    /// Work that helps a meeting comes before the removal of rooms nobody needs.
    pub async fn begin_room_job(&self, at: DateTime<Utc>) -> Result<Option<RoomJob>> {
        let now = at.timestamp();
        let mut tx = self.write().await?;
        let row = sqlx::query_as!(
            Row,
            "SELECT o.coach_id, o.appointment_id, o.room_name, o.goal, o.revision, o.attempts + 1 AS \"attempts!: i64\",
               a.starts_at, a.ends_at, k.language
             FROM room_operations AS o JOIN appointments AS a ON a.id = o.appointment_id
             JOIN coaches AS k ON k.id = o.coach_id
             WHERE o.next_try_at <= ? ORDER BY o.goal = 'delete', a.starts_at, o.room_name LIMIT 1",
            now
        )
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else { return Ok(None) };
        sqlx::query!(
            "UPDATE room_operations SET attempts = attempts + 1 WHERE room_name = ?",
            row.room_name
        )
        .execute(&mut *tx)
        .await?;
        // Before Daily hears of it: a room whose answer is lost is still known to be ours.
        rooms::remember(
            &mut tx,
            &row.coach_id,
            &row.room_name,
            Some(&row.appointment_id),
            at,
        )
        .await?;
        tx.commit().await?;
        row.job().map(Some)
    }

    /// Settles a job that was done: `made` is the room as Daily has it now, `None` when it is gone.
    ///
    /// When the goal changed while it was worked on, nothing is settled: the row stays for its new goal. Answers
    /// whether it was settled.
    pub async fn finish_room_job(
        &self,
        job: &RoomJob,
        made: Option<&MadeRoom>,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let mut tx = self.write().await?;
        let settled = erase(&mut tx, job).await?;
        match made {
            Some(room) if settled => appointments::set_room(&mut tx, job, room).await?,
            None if settled => rooms::gone(&mut tx, job.coach, &job.name, now).await?,
            _ => {}
        }
        tx.commit().await?;
        Ok(settled)
    }

    /// Replaces a room that Daily no longer has by one of another name, still to be made.
    pub async fn replace_room(&self, job: &RoomJob, name: &str, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.write().await?;
        if erase(&mut tx, job).await? {
            rooms::gone(&mut tx, job.coach, &job.name, now).await?;
            let new = RoomWish {
                name: name.to_owned(),
                goal: RoomGoal::Create,
            };
            wish(
                &mut tx,
                &job.coach.to_string(),
                &job.appointment.to_string(),
                &new,
                now,
            )
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Writes down why a job was not done and when to try again. A goal that changed meanwhile is tried at once.
    pub async fn postpone_room_job(
        &self,
        job: &RoomJob,
        problem: RoomProblem,
        next_try_at: DateTime<Utc>,
    ) -> Result<()> {
        let (problem, next) = (problem.word(), next_try_at.timestamp());
        sqlx::query!(
            "UPDATE room_operations SET problem = ?, next_try_at = ? WHERE room_name = ? AND revision = ?",
            problem,
            next,
            job.name,
            job.revision
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }
}

impl Store {
    /// Writes down that nothing due at `now` can even be tried, and until when. No try is counted.
    pub async fn hold_room_jobs(
        &self,
        problem: RoomProblem,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<u64> {
        let (problem, now, until) = (problem.word(), now.timestamp(), until.timestamp());
        let done = sqlx::query!(
            "UPDATE room_operations SET problem = ?, next_try_at = ? WHERE next_try_at <= ?",
            problem,
            until,
            now
        )
        .execute(&self.file.pool())
        .await?;
        Ok(done.rows_affected())
    }
}

impl CoachRows {
    /// All that is owed, removals included, the nearest session first, at most `limit`.
    pub async fn owed_rooms(&self, limit: u32) -> Result<Vec<OwedWork>> {
        let key = self.key();
        let rows = sqlx::query!(
            "SELECT o.room_name, o.appointment_id, o.goal, o.owed_since, o.attempts, o.next_try_at, o.problem, a.starts_at,
               COALESCE(c.name, a.prospect_name) AS \"person!: String\"
             FROM room_operations AS o
             JOIN appointments AS a ON a.coach_id = o.coach_id AND a.id = o.appointment_id
             LEFT JOIN clients AS c ON c.coach_id = a.coach_id AND c.id = a.client_id
             WHERE o.coach_id = ? ORDER BY +a.starts_at, o.room_name LIMIT ?",
            key,
            limit
        )
        .fetch_all(&self.file.pool())
        .await?;
        let owed = rows.into_iter().map(|row| {
            Ok(OwedWork {
                appointment: codec::id(&row.appointment_id)?,
                person: row.person,
                start: codec::instant(row.starts_at)?,
                room: OwedRoom {
                    name: row.room_name,
                    goal: RoomGoal::from_word(&row.goal)?,
                    since: codec::instant(row.owed_since)?,
                    attempts: codec::number(row.attempts)?,
                    next_try_at: codec::instant(row.next_try_at)?,
                    problem: row.problem.as_deref().map(RoomProblem::from_word).transpose()?,
                },
            })
        });
        owed.collect()
    }

    /// Makes every room still owed due at `now`, whatever its waiting time.
    pub async fn retry_rooms(&self, now: DateTime<Utc>) -> Result<()> {
        let (key, now) = (self.key(), now.timestamp());
        sqlx::query!(
            "UPDATE room_operations SET next_try_at = ? WHERE coach_id = ?",
            now,
            key
        )
        .execute(&self.file.pool())
        .await?;
        Ok(())
    }
}
