//! Limits and failures of Daily's, by what a caller does next.

use crate::stage::{Stage, name};
use chrono::TimeDelta;
use daily::{Error, Trouble};
use std::time::Duration;
use testkit::daily::{Endpoint, Failure};

async fn error_of(stage: &Stage, failure: Failure) -> Error {
    stage.server.fail_next(Endpoint::GetDomain, failure);
    stage.daily.domain().await.unwrap_err()
}

#[tokio::test]
async fn a_limit_tells_the_pause_if_daily_does() {
    let stage = Stage::new().await;
    assert_eq!(
        error_of(&stage, Failure::Limited).await,
        Error::Limited { after: None }
    );
    let error = error_of(&stage, Failure::LimitedFor(7)).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let until = stage.now() + TimeDelta::seconds(90);
    let error = error_of(&stage, Failure::LimitedUntil(until)).await;
    assert_eq!(
        error.retry_after(),
        Some(Duration::from_secs(90)),
        "measured by Daily's clock, not ours"
    );
    assert!(error.is_passing());
}

#[tokio::test]
async fn a_failing_daily_is_asked_later() {
    let stage = Stage::new().await;
    let error = error_of(&stage, Failure::ServerError).await;
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Server(500),
            after: None
        }
    );
    let error = error_of(&stage, Failure::Unavailable(30)).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
}

#[tokio::test]
async fn each_refusal_is_its_own_error() {
    let stage = Stage::new().await;
    assert_eq!(error_of(&stage, Failure::KeyRefused).await, Error::KeyRefused);
    assert_eq!(
        error_of(&stage, Failure::Forbidden).await,
        Error::PlanRefused { info: String::new() }
    );
    assert!(matches!(
        error_of(&stage, Failure::PlanRefused).await,
        Error::PlanRefused { .. }
    ));
    assert!(matches!(
        error_of(&stage, Failure::Invalid).await,
        Error::Invalid { .. }
    ));
    assert_eq!(stage.daily.get_room(&name("vp-1")).await, Err(Error::NotFound));
}

#[tokio::test]
async fn no_call_repeats_itself() {
    let stage = Stage::new().await;
    for failure in [
        Failure::ServerError,
        Failure::Limited,
        Failure::Dropped,
        Failure::AnswerLost,
    ] {
        let before = stage.server.requests().len();
        error_of(&stage, failure.clone()).await;
        assert_eq!(
            stage.server.requests().len(),
            before + 1,
            "{failure:?}: repeating is the caller's decision"
        );
    }
}

#[tokio::test]
async fn a_daily_that_is_down_is_offline_and_comes_back_with_its_rooms() {
    let mut stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.server.stop().await;
    let error = stage.daily.get_room(&new.name).await.unwrap_err();
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Offline,
            after: None
        }
    );
    stage.server.restart().await.unwrap();
    assert_eq!(stage.daily.get_room(&new.name).await.unwrap().name, new.name);
}
