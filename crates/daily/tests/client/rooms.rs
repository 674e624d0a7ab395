//! Rooms: made once, moved, replaced, deleted.

use std::time::{Duration, Instant};

use crate::stage::{Stage, name};
use chrono::TimeDelta;
use daily::{Deletion, Ensured, Error, Language, Privacy, Region, RoomBatch, RoomOptions, RoomUpdate};
use serde_json::json;
use testkit::daily::{Endpoint, Failure};
use tokio::task::JoinSet;

#[tokio::test]
async fn a_new_room_is_private_bounded_and_has_a_lobby() {
    let stage = Stage::new().await;
    let options = RoomOptions {
        language: Language::French,
        region: Some(Region::Frankfurt),
        screen_share: false,
        ..RoomOptions::default()
    };
    let new = daily::NewRoom {
        options,
        ..stage.room("vp-1")
    };
    let room = stage.daily.create_room(&new).await.unwrap();
    assert_eq!(room.url.as_str(), "https://virtus-test.daily.co/vp-1");
    assert_eq!(
        (room.opens, room.closes),
        (Some(new.times.opens()), Some(new.times.closes()))
    );
    assert_eq!(
        (room.privacy, room.created_at),
        (Privacy::Private, Some(stage.now()))
    );
    assert!(room.knocking && room.ejects_at_close && room.api_created);
    let kept = stage.server.room("vp-1").unwrap();
    assert_eq!(kept.config["lang"], json!("fr"));
    assert_eq!(kept.config["geo"], json!("eu-central-1"));
    assert_eq!(kept.config["enable_screenshare"], json!(false));
    assert!(
        !kept.config.contains_key("enable_chat"),
        "defaults are not listed: {:?}",
        kept.config
    );
    assert_eq!(stage.daily.get_room(&new.name).await.unwrap(), room);
}

#[tokio::test]
async fn every_language_and_region_is_one_daily_knows() {
    use Language::*;
    use Region::*;
    let stage = Stage::new().await;
    let languages = [
        Danish,
        German,
        English,
        Spanish,
        Finnish,
        French,
        Italian,
        Japanese,
        Georgian,
        Dutch,
        Norwegian,
        Portuguese,
        BrazilianPortuguese,
        Polish,
        Russian,
        Swedish,
        Turkish,
        Browser,
    ];
    let regions = [
        CapeTown, Seoul, Singapore, Sydney, Mumbai, Frankfurt, London, SaoPaulo, Virginia, Oregon,
    ];
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    for (index, language) in languages.into_iter().enumerate() {
        let region = regions.get(index).copied();
        let options = Some(RoomOptions {
            language,
            region,
            chat: true,
            keep_transcripts: true,
            screen_share: false,
        });
        let update = RoomUpdate {
            times: new.times,
            options,
        };
        stage
            .daily
            .update_room(&new.name, &update)
            .await
            .unwrap_or_else(|e| panic!("{options:?}: {e}"));
    }
    assert!(
        !stage.server.room("vp-1").unwrap().config.contains_key("geo"),
        "no region resets it"
    );
}

#[tokio::test]
async fn a_taken_name_is_told_from_a_bad_request() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    let room = stage.daily.create_room(&new).await.unwrap();
    assert_eq!(
        stage.daily.create_room(&new).await,
        Err(Error::Duplicate(Box::new(room)))
    );
    let past = daily::NewRoom {
        times: stage.times(-90, -30),
        ..stage.room("vp-2")
    };
    let refused = stage.daily.create_room(&past).await;
    assert!(
        matches!(&refused, Err(Error::Invalid { info }) if info.contains("in the past")),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_refusal_that_cannot_be_looked_into_is_not_called_final() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.server.fail_next(Endpoint::GetRoom, Failure::ServerError);
    let error = stage.daily.create_or_get(&new).await.unwrap_err();
    assert!(
        error.is_passing(),
        "whether the room exists is unknown: {error:?}"
    );
}

#[tokio::test]
async fn of_parallel_creations_one_makes_the_room_and_the_others_find_it() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    let mut racers = JoinSet::new();
    for _ in 0..8 {
        let (daily, new) = (stage.daily.clone(), new.clone());
        racers.spawn(async move { daily.create_or_get(&new).await.unwrap() });
    }
    let results = racers.join_all().await;
    let made = results
        .iter()
        .filter(|result| matches!(result, Ensured::Made(_)))
        .count();
    let found = results
        .iter()
        .filter(|result| matches!(result, Ensured::Found(_)))
        .count();
    assert_eq!((made, found, stage.server.rooms().len()), (1, 7, 1));
    let ids: std::collections::HashSet<_> = results.into_iter().map(|result| result.into_room().id).collect();
    assert_eq!(ids.len(), 1, "everyone has the same room");
}

#[tokio::test]
async fn a_room_that_exists_otherwise_is_given_the_wanted_times_and_options() {
    let stage = Stage::new().await;
    let old = stage.room("vp-1");
    stage.daily.create_room(&old).await.unwrap();
    let options = RoomOptions {
        language: Language::French,
        ..old.options
    };
    let new = daily::NewRoom {
        times: stage.times(300, 400),
        options,
        ..old
    };
    let Ensured::Changed(room) = stage.daily.create_or_get(&new).await.unwrap() else {
        panic!()
    };
    assert_eq!(room.closes, Some(new.times.closes()));
    let kept = stage.server.room("vp-1").unwrap();
    assert_eq!(
        (kept.closes(), &kept.config["lang"]),
        (Some(new.times.closes()), &json!("fr"))
    );
}

#[tokio::test]
async fn a_public_room_under_our_name_is_closed() {
    let stage = Stage::new().await;
    stage.server.mark_foreign("vp-1");
    let Ensured::Changed(room) = stage.daily.create_or_get(&stage.room("vp-1")).await.unwrap() else {
        panic!()
    };
    assert_eq!(room.privacy, Privacy::Private);
    assert!(room.is_as_wanted(stage.room("vp-1").times));
}

#[tokio::test]
async fn moving_a_room_keeps_its_options() {
    let stage = Stage::new().await;
    let options = RoomOptions {
        language: Language::French,
        chat: true,
        ..RoomOptions::default()
    };
    let new = daily::NewRoom {
        options,
        ..stage.room("vp-1")
    };
    stage.daily.create_room(&new).await.unwrap();
    let times = stage.times(1000, 1100);
    let room = stage
        .daily
        .update_room(&new.name, &RoomUpdate { times, options: None })
        .await
        .unwrap();
    assert!(room.is_as_wanted(times));
    let kept = stage.server.room("vp-1").unwrap();
    assert_eq!(
        (&kept.config["lang"], &kept.config["enable_chat"]),
        (&json!("fr"), &json!(true))
    );
}

#[tokio::test]
async fn an_expired_room_is_gone_and_its_name_free() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.pass(TimeDelta::hours(4));
    assert_eq!(stage.daily.get_room(&new.name).await, Err(Error::NotFound));
    let update = RoomUpdate {
        times: stage.times(10, 100),
        options: None,
    };
    assert_eq!(
        stage.daily.update_room(&new.name, &update).await,
        Err(Error::NotFound),
        "replace it instead"
    );
    let again = stage.daily.create_or_get(&stage.room("vp-1")).await.unwrap();
    assert!(matches!(again, Ensured::Made(_)));
}

#[tokio::test]
async fn a_refused_change_is_not_found_only_if_the_room_is_not_there() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    let update = RoomUpdate {
        times: stage.times(60, 90),
        options: None,
    };
    stage.server.fail_each(Endpoint::UpdateRoom, Failure::Invalid);
    assert_eq!(
        stage.daily.update_room(&new.name, &update).await,
        Err(Error::NotFound),
        "replace it"
    );
    stage.daily.create_room(&new).await.unwrap();
    let refused = stage.daily.update_room(&new.name, &update).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })), "{refused:?}");
    stage.server.fail_next(Endpoint::GetRoom, Failure::ServerError);
    assert!(
        stage
            .daily
            .update_room(&new.name, &update)
            .await
            .unwrap_err()
            .is_passing()
    );
}

#[tokio::test]
async fn deleting_twice_succeeds_twice() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    assert_eq!(stage.daily.delete_room(&new.name).await, Ok(Deletion::Deleted));
    assert_eq!(stage.daily.delete_room(&new.name).await, Ok(Deletion::WasGone));
    assert_eq!(stage.server.rooms(), []);
}

#[tokio::test]
async fn deleting_an_expired_room_succeeds() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.pass(TimeDelta::hours(4));
    assert_eq!(
        stage.daily.delete_room(&new.name).await,
        Ok(Deletion::Deleted),
        "404, but with deleted: true"
    );
    assert_eq!(stage.daily.delete_room(&new.name).await, Ok(Deletion::WasGone));
}

#[tokio::test]
async fn somebody_else_s_404_page_does_not_count_as_deleted() {
    let stage = Stage::new().await;
    stage.server.fail_all(Failure::WebPage(404));
    let room = name("vp-1");
    assert_eq!(
        stage.daily.delete_room(&room).await,
        Err(Error::Unreadable { status: 404 })
    );
    assert_eq!(
        stage.daily.get_room(&room).await,
        Err(Error::Unreadable { status: 404 })
    );
}

#[tokio::test]
async fn a_batch_is_deleted_whole_or_not_at_all() {
    let stage = Stage::new().await;
    for text in ["vp-1", "vp-2", "vp-3"] {
        stage.daily.create_room(&stage.room(text)).await.unwrap();
    }
    let batch = |texts: &[&str]| RoomBatch::new(texts.iter().map(|text| name(text)).collect()).unwrap();
    let spoilt = stage.daily.delete_rooms(&batch(&["vp-1", "unknown"])).await;
    assert!(matches!(spoilt, Err(Error::Invalid { .. })), "{spoilt:?}");
    assert_eq!(stage.server.rooms().len(), 3);
    assert_eq!(
        stage.daily.delete_rooms(&batch(&["vp-1", "vp-3", "vp-1"])).await,
        Ok(2)
    );
    assert_eq!(stage.server.rooms().len(), 1);
}

#[tokio::test]
async fn deletions_go_out_a_second_apart() {
    let stage = Stage::new().await;
    let before_the_first = Instant::now();
    for text in ["vp-1", "vp-2", "vp-3"] {
        stage.daily.delete_room(&name(text)).await.unwrap();
    }
    // From outside, so that a machine that is slow to listen makes it longer and never shorter.
    let took = before_the_first.elapsed();
    assert_eq!(stage.server.requests_to(Endpoint::DeleteRoom).len(), 3);
    assert!(
        took >= Duration::from_secs(2),
        "Daily allows 50 in 30 s: {took:?}"
    );
}
