//! Answers that get lost after the request had its effect: the state must be found again, not made twice.

use crate::stage::Stage;
use daily::{Deletion, Ensured, Error, RoomUpdate, Trouble};
use std::time::Duration;
use testkit::daily::{Endpoint, Failure};

#[tokio::test]
async fn a_room_whose_answer_was_lost_is_found_by_the_next_try() {
    for failure in [
        Failure::AnswerLost,
        Failure::AnswerCut,
        Failure::BrokenJson,
        Failure::WebPage(200),
    ] {
        let stage = Stage::new().await;
        let new = stage.room("vp-1");
        stage.server.fail_next(Endpoint::CreateRoom, failure.clone());
        let error = stage.daily.create_or_get(&new).await.unwrap_err();
        assert!(error.is_passing(), "{failure:?}: {error:?}");
        assert!(
            matches!(stage.daily.create_or_get(&new).await, Ok(Ensured::Found(_))),
            "{failure:?}"
        );
        assert_eq!(stage.server.rooms().len(), 1);
    }
}

#[tokio::test]
async fn a_lost_connection_is_told_from_none() {
    let stage = Stage::new().await;
    for failure in [Failure::Dropped, Failure::AnswerLost, Failure::AnswerCut] {
        stage.server.fail_next(Endpoint::GetDomain, failure.clone());
        let error = stage.daily.domain().await.unwrap_err();
        assert_eq!(
            error,
            Error::TryLater {
                trouble: Trouble::Lost,
                after: None
            },
            "{failure:?}"
        );
    }
}

#[tokio::test]
async fn a_dropped_creation_leaves_nothing() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.server.fail_next(Endpoint::CreateRoom, Failure::Dropped);
    assert!(stage.daily.create_or_get(&new).await.is_err());
    assert!(matches!(
        stage.daily.create_or_get(&new).await,
        Ok(Ensured::Made(_))
    ));
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up_and_the_room_found_later() {
    let stage = Stage::new().await;
    let (new, hasty) = (stage.room("vp-1"), stage.hasty());
    stage
        .server
        .fail_next(Endpoint::CreateRoom, Failure::AnswerLate(Duration::from_secs(5)));
    let error = hasty.create_or_get(&new).await.unwrap_err();
    assert_eq!(
        error,
        Error::TryLater {
            trouble: Trouble::Timeout,
            after: None
        }
    );
    assert!(matches!(hasty.create_or_get(&new).await, Ok(Ensured::Found(_))));
}

#[tokio::test]
async fn a_creation_that_happens_after_we_gave_up_is_found_as_well() {
    let stage = Stage::new().await;
    let (new, hasty) = (stage.room("vp-1"), stage.hasty());
    stage.server.fail_next(
        Endpoint::CreateRoom,
        Failure::EffectLate(Duration::from_millis(600)),
    );
    assert!(hasty.create_or_get(&new).await.is_err());
    assert_eq!(hasty.get_room(&new.name).await, Err(Error::NotFound), "not yet");
    while stage.server.rooms().is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(matches!(hasty.create_or_get(&new).await, Ok(Ensured::Found(_))));
}

#[tokio::test]
async fn a_request_repeated_on_the_way_makes_one_room() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage
        .server
        .fail_next(Endpoint::CreateRoom, Failure::CarriedOutTwice);
    assert!(
        matches!(stage.daily.create_or_get(&new).await, Ok(Ensured::Found(_))),
        "it heard 'exists already'"
    );
    assert_eq!(stage.server.rooms().len(), 1);
    stage
        .server
        .fail_next(Endpoint::DeleteRoom, Failure::CarriedOutTwice);
    assert_eq!(stage.daily.delete_room(&new.name).await, Ok(Deletion::WasGone));
    assert_eq!(stage.server.rooms(), []);
}

#[tokio::test]
async fn a_deletion_whose_answer_was_lost_is_done_by_the_next_try() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.server.fail_next(Endpoint::DeleteRoom, Failure::AnswerLost);
    assert!(stage.daily.delete_room(&new.name).await.unwrap_err().is_passing());
    assert_eq!(stage.daily.delete_room(&new.name).await, Ok(Deletion::WasGone));
}

#[tokio::test]
async fn a_move_whose_answer_was_lost_may_be_repeated() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    let update = RoomUpdate {
        times: stage.times(200, 300),
        options: None,
    };
    stage.server.fail_next(Endpoint::UpdateRoom, Failure::AnswerLost);
    assert!(
        stage
            .daily
            .update_room(&new.name, &update)
            .await
            .unwrap_err()
            .is_passing()
    );
    let room = stage.daily.update_room(&new.name, &update).await.unwrap();
    assert!(room.is_as_wanted(update.times));
}
