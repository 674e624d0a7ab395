//! Listing rooms page by page.

use crate::stage::Stage;
use chrono::TimeDelta;
use std::collections::HashSet;
use testkit::daily::{Endpoint, Failure};

#[tokio::test]
async fn every_room_is_listed_once_over_several_pages() {
    let stage = Stage::new().await;
    for index in 0..205 {
        stage.server.mark_foreign(&format!("r{index}"));
    }
    let rooms = stage.daily.all_rooms().await.unwrap();
    let names: HashSet<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!((rooms.len(), names.len()), (205, 205));
    assert_eq!(stage.server.requests_to(Endpoint::ListRooms).len(), 3);
}

#[tokio::test]
async fn a_full_last_page_does_not_loop() {
    let stage = Stage::new().await;
    for index in 0..100 {
        stage.server.mark_foreign(&format!("r{index}"));
    }
    assert_eq!(stage.daily.all_rooms().await.unwrap().len(), 100);
    assert_eq!(
        stage.server.requests_to(Endpoint::ListRooms).len(),
        2,
        "the second page is empty"
    );
}

#[tokio::test]
async fn rooms_are_listed_newest_first_and_expired_ones_not() {
    let stage = Stage::new().await;
    for text in ["vp-1", "vp-2"] {
        stage.daily.create_room(&stage.room(text)).await.unwrap();
        stage.pass(TimeDelta::minutes(20));
    }
    let page = stage.daily.list_rooms(None).await.unwrap();
    let names: Vec<&str> = page.rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!((names, page.total, page.next), (vec!["vp-2", "vp-1"], 2, None));
    stage.pass(TimeDelta::minutes(145));
    let page = stage.daily.list_rooms(None).await.unwrap();
    assert_eq!((page.rooms.len(), page.total), (1, 1), "the first has expired");
}

#[tokio::test]
async fn a_page_that_fails_fails_the_list() {
    let stage = Stage::new().await;
    for index in 0..150 {
        stage.server.mark_foreign(&format!("r{index}"));
    }
    stage
        .server
        .fail_next(Endpoint::ListRooms, Failure::UnknownFields);
    stage.server.fail_next(Endpoint::ListRooms, Failure::ServerError);
    assert!(
        stage.daily.all_rooms().await.is_err(),
        "half a list must not pass for the whole"
    );
}
