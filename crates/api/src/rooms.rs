//! The room worker: does at Daily what the agenda owes, one room at a time.
//!
//! Booking never waits for it. Everything it asks can be asked again, so it may be killed anywhere: the row stays until
//! the answer is in the database.

pub(crate) mod account;
pub(crate) mod attendance;
pub(crate) mod cleanup;
pub(crate) mod connection;
pub(crate) mod meeting;
pub(crate) mod options;
pub(crate) mod owed;
pub(crate) mod trial;

use agenda::{PaidFeature, RoomGoal, RoomProblem, room_closes, room_opens};
use chrono::{DateTime, TimeDelta, Utc};
use daily::{Daily, NewRoom, Room, RoomName, RoomOptions, RoomTimes, RoomUpdate, backoff};
use store::{DueWork, MadeRoom, RoomJob};
use uuid::Uuid;

use crate::{
    CoachDesk, Error, ErrorCode, Planner, Result,
    rooms::account::Access,
    rooms::options::{may_be_the_plan, room_options},
};

/// How long work waits when there is no key to do it with; entering one wakes it at once.
const HELD: TimeDelta = TimeDelta::minutes(5);
/// The keyring is not asked more often than this: it may ask the coach each time.
const HELD_AT_LEAST: TimeDelta = TimeDelta::minutes(1);

/// The wait after a failure is at most this part of the time that is left until the session.
const PART_OF_WHAT_IS_LEFT: i32 = 8;
/// But never shorter, session or not.
const LEAST_WAIT: TimeDelta = TimeDelta::seconds(20);

/// Every room of ours starts with this, so that a coach who looks at the domain can tell. It proves nothing: which rooms
/// are ours stands in the database.
pub(crate) const PREFIX: &str = "vp-";

/// A name that says nothing about anybody.
pub(crate) fn new_room_name() -> String {
    format!("{PREFIX}{}", Uuid::new_v4().simple())
}

/// What became of a job.
enum Outcome {
    /// The room is as it should be.
    Made(MadeRoom),
    /// The room is gone, as it should be.
    Gone,
    /// Daily no longer has the room: another is to be made.
    Lost,
    /// Not now.
    Failed(daily::Error),
}

impl Planner {
    /// Does the next piece of room work that is due. `random` (0 to 1) spreads the tries that follow a failure.
    ///
    /// Answers whether something was tried, so that the caller goes on until nothing is due.
    pub async fn work_on_rooms(&self, now: DateTime<Utc>, random: f64) -> Result<bool> {
        // Without work the keyring is left alone.
        let Some(due) = self.store.due_room_work(now).await? else {
            return Ok(false);
        };
        let client = match self.account.access().await? {
            Access::Client(client, _) => client,
            Access::NoKey => return self.hold(RoomProblem::NoKey, due, now).await,
            Access::Unavailable => return self.hold(RoomProblem::KeyringUnavailable, due, now).await,
        };
        let Some(job) = self.store.begin_room_job(now).await? else {
            return Ok(false);
        };
        let desk = self.as_coach(job.coach);
        let zone = desk.rows.coach_card().await?.zone;
        let options = room_options(desk.rows.video_options().await?, job.language, &zone);
        let (outcome, without) = carry_out_if_need_be_without(&client, &job, options, now).await?;
        if without && matches!(outcome, Outcome::Made(_)) {
            desk.note_refusals(&[PaidFeature::Transcription], true, now)
                .await?;
        }
        match outcome {
            Outcome::Made(room) => self
                .store
                .finish_room_job(&job, Some(&room), now)
                .await
                .map(drop)?,
            Outcome::Gone => self.store.finish_room_job(&job, None, now).await.map(drop)?,
            Outcome::Lost => self.store.replace_room(&job, &new_room_name(), now).await?,
            Outcome::Failed(error) => self.postpone(&job, &error, now, random).await?,
        }
        Ok(true)
    }

    /// When to look for room work again, once nothing is due at `now`; `None` when nothing is owed.
    pub async fn next_room_work(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        Ok(self.store.next_room_work(now).await?)
    }

    async fn hold(&self, problem: RoomProblem, due: DueWork, now: DateTime<Utc>) -> Result<bool> {
        let wait = HELD.min(patience(due.goal, due.start, now)).max(HELD_AT_LEAST);
        self.store.hold_room_jobs(problem, now, now + wait).await?;
        Ok(false)
    }

    async fn postpone(
        &self,
        job: &RoomJob,
        error: &daily::Error,
        now: DateTime<Utc>,
        random: f64,
    ) -> Result<()> {
        let problem = problem(error);
        tracing::warn!(appointment = %job.appointment, goal = job.goal.word(), attempt = job.attempts, %error, "a room is still owed");
        self.as_coach(job.coach).note_key(&Err(error.clone())).await?;
        let wait = match error.retry_after() {
            Some(asked) => TimeDelta::from_std(asked).unwrap_or(HELD),
            None => own_wait(job, now, random),
        };
        Ok(self.store.postpone_room_job(job, problem, now + wait).await?)
    }
}

/// How long to wait when Daily did not say: longer with each try, but not past a session that is near.
fn own_wait(job: &RoomJob, now: DateTime<Utc>, random: f64) -> TimeDelta {
    let wait = backoff(job.attempts.saturating_sub(1), random);
    let wait = TimeDelta::from_std(wait).unwrap_or(HELD);
    wait.min(patience(job.goal, job.start, now))
}

/// The longest that work may wait with the session so far away. A room that is to go can wait as long as it takes.
fn patience(goal: RoomGoal, start: DateTime<Utc>, now: DateTime<Utc>) -> TimeDelta {
    if goal == RoomGoal::Delete {
        TimeDelta::MAX
    } else {
        ((start - now) / PART_OF_WHAT_IS_LEFT).max(LEAST_WAIT)
    }
}

impl CoachDesk {
    /// Tries every owed room now, whatever its waiting time.
    pub async fn retry_rooms(&self, now: DateTime<Utc>) -> Result<()> {
        self.rows.retry_rooms(now).await?;
        self.want_room_work();
        Ok(())
    }
}

fn problem(error: &daily::Error) -> RoomProblem {
    match error {
        daily::Error::KeyRefused | daily::Error::KeyMalformed => RoomProblem::KeyRefused,
        daily::Error::PlanRefused { .. } => RoomProblem::PlanRefused,
        daily::Error::Limited { .. } => RoomProblem::Limited,
        daily::Error::TryLater { .. } => RoomProblem::Unreachable,
        daily::Error::Invalid { .. } => RoomProblem::Invalid,
        daily::Error::NotFound | daily::Error::Duplicate(_) | daily::Error::Unreadable { .. } => {
            RoomProblem::Unknown
        }
    }
}

fn made(room: &Room, times: RoomTimes) -> MadeRoom {
    MadeRoom {
        name: room.name.to_string(),
        url: room.url.to_string(),
        opens: times.opens(),
        closes: times.closes(),
    }
}

/// Asks Daily for what the job wants. `options` are those of its coach.
async fn carry_out(
    client: &Daily,
    job: &RoomJob,
    options: RoomOptions,
    now: DateTime<Utc>,
) -> Result<Outcome> {
    let broken = |what: String| Error::of(ErrorCode::Internal, what);
    let name = RoomName::parse(&job.name).map_err(|bad| broken(bad.to_string()))?;
    // A room for a meeting that is over helps nobody, and Daily refuses to make one.
    if job.goal == RoomGoal::Delete || room_closes(job.end) <= now {
        return Ok(match client.delete_room(&name).await {
            Ok(_) => Outcome::Gone,
            Err(error) => Outcome::Failed(error),
        });
    }
    let times =
        RoomTimes::new(room_opens(job.start), room_closes(job.end)).map_err(|bad| broken(bad.to_string()))?;
    let outcome = match job.goal {
        RoomGoal::Update => {
            let options = Some(options);
            client.update_room(&name, &RoomUpdate { times, options }).await
        }
        RoomGoal::Create | RoomGoal::Delete => create(client, name, times, options).await,
    };
    Ok(match outcome {
        Ok(room) => Outcome::Made(made(&room, times)),
        // Expired rooms cannot be updated: they count as deleted.
        Err(daily::Error::NotFound) => Outcome::Lost,
        Err(error) => Outcome::Failed(error),
    })
}

/// The same; what the plan refuses is left out, for a room without it is better than none. Answers whether it was.
async fn carry_out_if_need_be_without(
    client: &Daily,
    job: &RoomJob,
    options: RoomOptions,
    now: DateTime<Utc>,
) -> Result<(Outcome, bool)> {
    let outcome = carry_out(client, job, options, now).await?;
    match &outcome {
        Outcome::Failed(error) if options.keep_transcripts && may_be_the_plan(error) => {
            let modest = RoomOptions {
                keep_transcripts: false,
                ..options
            };
            Ok((carry_out(client, job, modest, now).await?, true))
        }
        _ => Ok((outcome, false)),
    }
}

/// Makes the room. One that exists under our name is from an earlier try whose answer was lost: its times may be older.
async fn create(
    client: &Daily,
    name: RoomName,
    times: RoomTimes,
    options: RoomOptions,
) -> std::result::Result<Room, daily::Error> {
    let room = client
        .create_or_get(&NewRoom { name, times, options })
        .await?
        .into_room();
    if room.is_as_wanted(times) {
        return Ok(room);
    }
    let options = Some(options);
    client
        .update_room(&room.name, &RoomUpdate { times, options })
        .await
}
