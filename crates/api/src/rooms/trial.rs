//! Trying the video account from end to end: a room is made and deleted again, and each step says how it went.

use agenda::PaidFeature;
use chrono::{DateTime, TimeDelta, Utc};
use daily::{Daily, NewRoom, Role, RoomName, RoomOptions, RoomTimes, TokenRequest};
use serde::Serialize;
use specta::Type;

use crate::{
    CoachDesk, Error, ErrorCode, Result,
    rooms::new_room_name,
    rooms::options::{may_be_the_plan, owner_rights, room_options},
};

/// One step of the trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TestStep {
    /// The key is there.
    Key,
    /// Daily answers and takes it.
    Account,
    /// A room is made.
    Room,
    /// A coach's link to it is made.
    Link,
    /// The room is deleted again.
    Removal,
}

/// How a step went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct StepResult {
    /// Which.
    pub step: TestStep,
    /// Whether it was tried: a step that needs one that failed is not.
    pub tried: bool,
    /// Why it failed.
    pub problem: Option<ErrorCode>,
}

/// How the trial went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VideoTest {
    /// Every step, in order.
    pub steps: Vec<StepResult>,
    /// What the plan refused; the steps passed without.
    pub without: Vec<PaidFeature>,
    /// How many minutes this computer's clock is ahead of Daily's (behind, if negative), once that matters.
    pub clock_ahead_min: Option<i32>,
}

/// A clock that differs by more lets people in too late or closes rooms too early.
const CLOCKS_MAY_DIFFER: TimeDelta = TimeDelta::minutes(2);
/// How long the trial's room would live if it could not be deleted.
const LIFE: TimeDelta = TimeDelta::minutes(15);

impl VideoTest {
    fn step<T>(&mut self, step: TestStep, result: std::result::Result<T, Error>) -> Option<T> {
        let (done, problem) = match result {
            Ok(done) => (Some(done), None),
            Err(error) => (None, Some(error.code)),
        };
        self.steps.push(StepResult {
            step,
            tried: true,
            problem,
        });
        done
    }

    fn skip(&mut self, steps: &[TestStep]) {
        self.steps.extend(steps.iter().map(|&step| StepResult {
            step,
            tried: false,
            problem: None,
        }));
    }
}

impl CoachDesk {
    /// Tries the set-up: key, account, a room, a link, and the room's removal.
    pub async fn test_video_setup(&self, now: DateTime<Utc>) -> Result<VideoTest> {
        use TestStep::{Account, Key, Link, Removal, Room};
        let mut test = VideoTest {
            steps: Vec::new(),
            without: Vec::new(),
            clock_ahead_min: None,
        };
        let Some(client) = test.step(Key, self.video_client().await) else {
            test.skip(&[Account, Room, Link, Removal]);
            return Ok(test);
        };
        let checked = client.domain().await;
        self.note_key(&checked).await?;
        if test.step(Account, checked.map_err(Error::from)).is_none() {
            test.skip(&[Room, Link, Removal]);
            return Ok(test);
        }
        let daily_now = client.server_time().unwrap_or(now);
        test.clock_ahead_min = clock_ahead(now - daily_now);
        self.try_a_room(&client, &mut test, daily_now, now).await?;
        Ok(test)
    }

    async fn try_a_room(
        &self,
        client: &Daily,
        test: &mut VideoTest,
        daily_now: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let options = self.rows.video_options().await?;
        let coach = self.rows.coach_card().await?;
        let broken = |what: String| Error::of(ErrorCode::Internal, what);
        let name = RoomName::parse(&new_room_name()).map_err(|bad| broken(bad.to_string()))?;
        let times = RoomTimes::new(daily_now, daily_now + LIFE).map_err(|bad| broken(bad.to_string()))?;
        // Written down first: if the answer is lost, the clean-up finds it.
        self.rows.remember_trial_room(name.as_str(), now).await?;
        let new = NewRoom {
            name: name.clone(),
            times,
            options: room_options(options, coach.language, &coach.zone),
        };
        let made = make(client, new, &mut test.without).await;
        if test.step(TestStep::Room, made.map_err(Error::from)).is_none() {
            test.skip(&[TestStep::Link, TestStep::Removal]);
            return Ok(());
        }
        let request = TokenRequest::new(name.clone(), Role::Owner(owner_rights(options)), times.closes())
            .map_err(|bad| broken(bad.to_string()))?;
        let minted = self.mint_if_need_be_without(client, request, now).await;
        if let Some(without) = test.step(TestStep::Link, minted.map(|(_, without)| without)) {
            test.without.extend(without);
        }
        test.without.dedup();
        let deleted = client.delete_room(&name).await.map_err(Error::from);
        if test.step(TestStep::Removal, deleted).is_some() {
            self.rows.room_is_gone(name.as_str(), now).await?;
        }
        Ok(())
    }
}

async fn make(
    client: &Daily,
    new: NewRoom,
    without: &mut Vec<PaidFeature>,
) -> std::result::Result<(), daily::Error> {
    match client.create_or_get(&new).await {
        Err(error) if new.options.keep_transcripts && may_be_the_plan(&error) => {
            without.push(PaidFeature::Transcription);
            let options = RoomOptions {
                keep_transcripts: false,
                ..new.options
            };
            client.create_or_get(&NewRoom { options, ..new }).await.map(drop)
        }
        made => made.map(drop),
    }
}

/// In whole minutes, rounded.
fn clock_ahead(difference: TimeDelta) -> Option<i32> {
    let half = TimeDelta::seconds(30 * difference.num_seconds().signum());
    let matters = difference.abs() > CLOCKS_MAY_DIFFER;
    let minutes = i32::try_from((difference + half).num_minutes()).ok();
    minutes.filter(|_| matters)
}
