//! Rooms: owed, made, moved, removed, whatever Daily does meanwhile.

use api::{AppointmentChange, Attention, KeyState, MeetingKind, Reschedule, RoomProblem, RoomState};
use chrono::TimeDelta;
use testkit::{
    daily::{Endpoint, Failure},
    day::at,
};

use crate::scene::Scene;

#[tokio::test]
async fn a_video_gets_a_private_room_with_the_right_times_under_an_opaque_name() {
    let scene = Scene::set_up().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    assert_eq!(
        booked.room.state,
        RoomState::Owed,
        "booking does not wait for Daily"
    );
    scene.work_off_rooms().await;
    let ready = scene.desk().await.appointment(booked.id).await.unwrap();
    assert_eq!(ready.room.state, RoomState::Ready);
    let rooms = scene.daily.rooms();
    assert_eq!(rooms.len(), 1);
    assert_eq!(
        rooms[0].opens(),
        Some(at("2027-03-02T07:45:00Z")),
        "15 minutes before the start"
    );
    assert_eq!(
        rooms[0].closes(),
        Some(at("2027-03-02T10:00:00Z")),
        "60 minutes after the end"
    );
    assert!(rooms[0].has("eject_at_room_exp") && rooms[0].has("enable_knocking"));
    let request = format!("{:?}", scene.daily.requests_to(Endpoint::CreateRoom));
    assert!(
        request.contains("private") && !request.contains("Dupuis"),
        "{request}"
    );
}

#[tokio::test]
async fn a_call_needs_no_room() {
    let scene = Scene::set_up().await;
    let mut new = scene.video_on_tuesday().await;
    new.kind = MeetingKind::Phone;
    let booked = scene.book(&new).await;
    scene.work_off_rooms().await;
    assert_eq!(
        (booked.room.state, scene.daily.rooms().len()),
        (RoomState::None, 0)
    );
}

#[tokio::test]
async fn without_network_the_room_is_owed_shown_and_made_later() {
    let mut scene = Scene::set_up().await;
    let desk = scene.desk().await;
    scene.daily.stop().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    let owed = desk.appointment(booked.id).await.unwrap().room;
    assert_eq!(
        (owed.state, owed.problem),
        (RoomState::Owed, Some(RoomProblem::Unreachable))
    );
    assert_eq!((owed.attempts, owed.owed_since), (1, Some(scene.clock.now())));
    let attention = desk.attention(scene.clock.now()).await.unwrap();
    assert!(matches!(&attention[..], [Attention::RoomOwed { appointment }] if appointment.id == booked.id));

    scene.restart().await;
    scene.daily.restart().await.unwrap();
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 0, "its time to try again has not come");
    scene.clock.turn(TimeDelta::minutes(1));
    scene.work_off_rooms().await;
    assert_eq!(
        scene
            .desk()
            .await
            .appointment(booked.id)
            .await
            .unwrap()
            .room
            .state,
        RoomState::Ready
    );
    assert_eq!(scene.desk().await.attention(scene.clock.now()).await.unwrap(), []);
}

#[tokio::test]
async fn trying_now_does_not_wait() {
    let scene = Scene::set_up().await;
    scene
        .daily
        .fail_next(Endpoint::CreateRoom, Failure::LimitedFor(600));
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    let owed = scene.desk().await.appointment(booked.id).await.unwrap().room;
    assert_eq!(owed.problem, Some(RoomProblem::Limited));
    assert_eq!(
        owed.next_try_at,
        Some(scene.clock.now() + TimeDelta::minutes(10)),
        "as Daily asked"
    );
    scene.desk().await.retry_rooms(scene.clock.now()).await.unwrap();
    scene.work_off_rooms().await;
    assert_eq!(
        scene
            .desk()
            .await
            .appointment(booked.id)
            .await
            .unwrap()
            .room
            .state,
        RoomState::Ready
    );
}

#[tokio::test]
async fn a_lost_answer_makes_no_second_room() {
    let scene = Scene::set_up().await;
    scene.daily.fail_next(Endpoint::CreateRoom, Failure::AnswerLost);
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    scene.clock.turn(TimeDelta::minutes(1));
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 1);
    assert_eq!(
        scene
            .desk()
            .await
            .appointment(booked.id)
            .await
            .unwrap()
            .room
            .state,
        RoomState::Ready
    );
}

#[tokio::test]
async fn moving_moves_the_times_of_the_room() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let to = Reschedule {
        id: booked.id,
        start: at("2027-03-03T08:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    let moved = scene
        .desk()
        .await
        .reschedule_appointment(&to, scene.clock.now())
        .await
        .unwrap();
    assert_eq!(
        moved.room.state,
        RoomState::Owed,
        "its times are still the old ones"
    );
    scene.work_off_rooms().await;
    let rooms = scene.daily.rooms();
    assert_eq!(
        (rooms.len(), rooms[0].opens()),
        (1, Some(at("2027-03-03T07:45:00Z")))
    );
}

#[tokio::test]
async fn a_room_that_expired_is_replaced_by_another() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let name = scene.daily.requests_to(Endpoint::CreateRoom)[0].clone();
    scene.clock.set("2027-03-05T08:00:00Z");
    let to = Reschedule {
        id: booked.id,
        start: at("2027-03-08T08:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    scene
        .desk()
        .await
        .reschedule_appointment(&to, scene.clock.now())
        .await
        .unwrap();
    scene.work_off_rooms().await;
    let rooms = scene.daily.rooms();
    let live: Vec<_> = rooms
        .iter()
        .filter(|it| it.closes() > Some(scene.clock.now()))
        .collect();
    assert_eq!(
        (live.len(), live[0].opens()),
        (1, Some(at("2027-03-08T07:45:00Z")))
    );
    assert!(
        !format!("{name:?}").contains(live[0].name.as_str()),
        "under another name"
    );
    assert_eq!(
        scene
            .desk()
            .await
            .appointment(booked.id)
            .await
            .unwrap()
            .room
            .state,
        RoomState::Ready
    );
}

#[tokio::test]
async fn cancelling_removes_the_room_and_a_room_that_is_gone_is_no_trouble() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let booked = scene.booked_video().await;
    scene.daily.fail_next(Endpoint::DeleteRoom, Failure::AnswerLost);
    let cancelled = desk
        .cancel_appointment(booked.id, "Grippe", scene.clock.now())
        .await
        .unwrap();
    assert_eq!(cancelled.room.state, RoomState::Removed);
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 0);
    scene.clock.turn(TimeDelta::minutes(1));
    scene.work_off_rooms().await;
    assert_eq!(
        scene.daily.requests_to(Endpoint::DeleteRoom).len(),
        2,
        "asked once more, and told that it is gone"
    );
    scene.clock.turn(TimeDelta::hours(2));
    scene.work_off_rooms().await;
    assert_eq!(
        scene.daily.requests_to(Endpoint::DeleteRoom).len(),
        2,
        "then left alone"
    );
}

#[tokio::test]
async fn a_video_that_becomes_a_call_loses_its_room_and_the_other_way_round() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let booked = scene.booked_video().await;
    let mut change = AppointmentChange {
        id: booked.id,
        type_id: booked.type_id,
        reason_id: None,
        kind: MeetingKind::Phone,
        title: String::new(),
        description: String::new(),
        place: String::new(),
        phone: "06 12 34 56 78".into(),
    };
    desk.update_appointment(&change, scene.clock.now()).await.unwrap();
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 0);
    change.kind = MeetingKind::Video;
    desk.update_appointment(&change, scene.clock.now()).await.unwrap();
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 1);
}

#[tokio::test]
async fn a_key_refused_while_working_is_told_and_a_new_one_makes_the_rooms() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    scene.daily.fail_each(Endpoint::CreateRoom, Failure::KeyRefused);
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    assert_eq!(desk.video_account().await.unwrap().state, KeyState::Refused);
    assert!(
        desk.attention(scene.clock.now())
            .await
            .unwrap()
            .contains(&Attention::KeyRefused)
    );
    scene.daily.recover();
    desk.set_api_key(scene.daily.key(), false).await.unwrap();
    desk.retry_rooms(scene.clock.now()).await.unwrap();
    scene.work_off_rooms().await;
    assert_eq!(
        desk.appointment(booked.id).await.unwrap().room.state,
        RoomState::Ready
    );
    assert_eq!(desk.video_account().await.unwrap().state, KeyState::Set);
}

#[tokio::test]
async fn without_a_key_rooms_are_owed_without_being_tried() {
    let scene = Scene::before_the_first_run().await;
    scene.run_first().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    let owed = scene.desk().await.appointment(booked.id).await.unwrap().room;
    assert_eq!((owed.problem, owed.attempts), (Some(RoomProblem::NoKey), 0));
    scene
        .desk()
        .await
        .cancel_appointment(booked.id, "Grippe", scene.clock.now())
        .await
        .unwrap();
    scene
        .desk()
        .await
        .set_api_key(scene.daily.key(), false)
        .await
        .unwrap();
    scene.work_off_rooms().await;
    assert_eq!(
        scene.daily.requests_to(Endpoint::DeleteRoom).len(),
        0,
        "nothing was made, nothing is to be removed"
    );
}

#[tokio::test]
async fn a_session_recorded_afterwards_asks_nothing_of_daily() {
    let scene = Scene::set_up().await;
    let mut new = scene.video_on_tuesday().await;
    (new.start, new.outside_rules) = (at("2027-02-26T08:00:00Z"), true);
    let booked = scene.book(&new).await;
    scene.work_off_rooms().await;
    assert_eq!(booked.room.state, RoomState::None);
    assert_eq!(scene.daily.requests_to(Endpoint::CreateRoom).len(), 0);
}
