//! Presence and attendance.

use crate::stage::{Stage, name};
use chrono::TimeDelta;
use daily::Error;
use std::time::Duration;
use testkit::daily::{Endpoint, Failure, Visitor};

#[tokio::test]
async fn those_inside_are_present() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    assert_eq!(stage.daily.presence(&new.name).await, Ok(vec![]));
    let zoe = stage.server.enter("vp-1", "Zoé");
    stage.pass(TimeDelta::minutes(2));
    let present = stage.daily.presence(&new.name).await.unwrap();
    assert_eq!(present.len(), 1);
    assert_eq!(present[0].user_name.as_deref(), Some("Zoé"));
    assert_eq!(present[0].user_id, None);
    assert_eq!(present[0].duration, Duration::from_mins(2));
    assert_eq!(present[0].joined, Some(stage.now() - TimeDelta::minutes(2)));
    assert!(stage.server.leave(&zoe));
    assert_eq!(stage.daily.presence(&new.name).await, Ok(vec![]));
}

#[tokio::test]
async fn a_room_that_is_not_there_has_no_presence_but_also_no_meetings() {
    let stage = Stage::new().await;
    assert_eq!(stage.daily.presence(&name("vp-1")).await, Err(Error::NotFound));
    assert_eq!(
        stage.daily.meetings(&name("vp-1")).await,
        Ok(vec![]),
        "Daily answers 200 with an empty list"
    );
}

#[tokio::test]
async fn attendance_tells_who_came_and_how_long() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.pass(TimeDelta::minutes(60));
    let start = stage.now();
    let coach = Visitor {
        user_name: Some("Coach".into()),
        user_id: Some("coach-1".into()),
    };
    let coach = stage.server.enter_as("vp-1", coach);
    stage.pass(TimeDelta::minutes(5));
    stage.server.enter_as("vp-1", Visitor::default());
    stage.pass(TimeDelta::minutes(30));
    stage.server.leave(&coach);
    let meetings = stage.daily.meetings(&new.name).await.unwrap();
    assert_eq!(meetings.len(), 1);
    let meeting = &meetings[0];
    assert_eq!((meeting.started, meeting.ongoing), (Some(start), true));
    assert_eq!(meeting.duration, Duration::from_mins(35));
    let (first, second) = (&meeting.participants[0], &meeting.participants[1]);
    assert_eq!(
        (first.user_id.as_deref(), first.user_name.as_deref()),
        (Some("coach-1"), Some("Coach"))
    );
    assert_eq!(first.duration, Duration::from_mins(35));
    assert_eq!(
        (second.user_id.as_deref(), second.user_name.as_deref()),
        (None, None),
        "null is no name"
    );
    assert_eq!(second.joined, Some(start + TimeDelta::minutes(5)));
}

#[tokio::test]
async fn attendance_outlives_the_room() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.server.enter("vp-1", "Zoé");
    stage.pass(TimeDelta::minutes(10));
    stage.daily.delete_room(&new.name).await.unwrap();
    stage.pass(TimeDelta::minutes(10));
    let meetings = stage.daily.meetings(&new.name).await.unwrap();
    assert_eq!(
        (meetings[0].ongoing, meetings[0].duration),
        (false, Duration::from_mins(10)),
        "deleting ends it"
    );
}

#[tokio::test]
async fn everyone_is_out_when_the_room_closes() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    stage.server.enter("vp-1", "Zoé");
    stage.pass(TimeDelta::minutes(300));
    let meetings = stage.daily.meetings(&new.name).await.unwrap();
    assert_eq!(
        (meetings[0].ongoing, meetings[0].duration),
        (false, Duration::from_hours(3))
    );
}

#[tokio::test]
async fn a_room_left_empty_and_entered_again_has_two_meetings_newest_first() {
    let stage = Stage::new().await;
    for minutes in [5, 7] {
        let visit = stage.server.enter("vp-1", "Zoé");
        stage.pass(TimeDelta::minutes(minutes));
        stage.server.leave(&visit);
    }
    stage.server.enter("vp-2", "somebody else");
    let meetings = stage.daily.meetings(&name("vp-1")).await.unwrap();
    let minutes: Vec<u64> = meetings
        .iter()
        .map(|meeting| meeting.duration.as_secs() / 60)
        .collect();
    assert_eq!(minutes, [7, 5]);
}

#[tokio::test]
async fn more_meetings_than_a_page_holds_are_all_read() {
    let stage = Stage::new().await;
    for _ in 0..130 {
        let visit = stage.server.enter("vp-1", "Zoé");
        stage.pass(TimeDelta::seconds(1));
        stage.server.leave(&visit);
    }
    assert_eq!(stage.daily.meetings(&name("vp-1")).await.unwrap().len(), 130);
    assert_eq!(stage.server.requests_to(Endpoint::ListMeetings).len(), 2);
}

#[tokio::test]
async fn unreadable_attendance_is_not_absence() {
    let stage = Stage::new().await;
    stage.server.enter("vp-1", "Zoé");
    stage.server.fail_next(Endpoint::ListMeetings, Failure::OtherJson);
    assert_eq!(
        stage.daily.meetings(&name("vp-1")).await,
        Err(Error::Unreadable { status: 200 })
    );
}
