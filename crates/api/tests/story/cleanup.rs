//! The clean-up: rooms nobody needs go, rooms that are needed come back, and nothing that is not ours is touched.

use api::{CleanedUp, Reschedule, RoomState};
use chrono::TimeDelta;
use daily::{ApiKey, BaseUrl, Daily, Language, NewRoom, RoomName, RoomOptions, RoomTimes, RoomUpdate};
use testkit::{
    daily::{Endpoint, Failure},
    day::at,
};

use crate::scene::Scene;

async fn clean_up(scene: &Scene) -> CleanedUp {
    scene
        .planner
        .cleanup_expired_rooms(scene.clock.now())
        .await
        .unwrap()
}

fn only_room(scene: &Scene) -> String {
    let rooms = scene.daily.rooms();
    assert_eq!(rooms.len(), 1, "{rooms:?}");
    rooms[0].name.clone()
}

/// A client of the same domain that is not this agenda's.
fn somebody_else(scene: &Scene) -> Daily {
    let key = ApiKey::parse(scene.daily.key()).unwrap();
    Daily::new(BaseUrl::parse(&scene.daily.url()).unwrap(), key).unwrap()
}

fn new_room(name: &str) -> NewRoom {
    let times = RoomTimes::new(at("2027-03-02T07:45:00Z"), at("2027-03-02T10:00:00Z")).unwrap();
    let options = RoomOptions {
        language: Language::French,
        ..RoomOptions::default()
    };
    NewRoom {
        name: RoomName::parse(name).unwrap(),
        times,
        options,
    }
}

#[tokio::test]
async fn the_room_of_an_ended_appointment_is_deleted_by_its_name_once() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let name = only_room(&scene);
    scene.clock.set("2027-03-02T09:59:00Z");
    assert_eq!(
        clean_up(&scene).await,
        CleanedUp::default(),
        "people may still be inside until it closes"
    );
    scene.clock.set("2027-03-02T10:00:00Z");
    assert_eq!(clean_up(&scene).await, CleanedUp { removed: 1, owed: 0 });
    let deletions = scene.daily.requests_to(Endpoint::DeleteRoom);
    assert_eq!(
        (deletions.len(), deletions[0].path.as_str()),
        (1, &*format!("/rooms/{name}"))
    );
    let seen = scene.desk().await.appointment(booked.id).await.unwrap();
    assert_eq!(seen.room.state, RoomState::None);
    assert_eq!(clean_up(&scene).await, CleanedUp::default(), "it is done once");
}

#[tokio::test]
async fn rooms_made_by_others_are_never_touched_whatever_their_names() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    let twin = "vp-0123456789abcdef0123456789abcdef";
    for foreign in ["team-standup", "vp-", "vp-of-somebody-else"] {
        scene.daily.mark_foreign(foreign);
    }
    somebody_else(&scene).create_room(&new_room(twin)).await.unwrap();
    scene.daily.mark_foreign(twin);
    for moment in [
        "2027-03-01T09:00:00Z",
        "2027-03-02T09:30:00Z",
        "2027-03-09T09:00:00Z",
    ] {
        scene.clock.set(moment);
        clean_up(&scene).await;
        scene.work_off_rooms().await;
    }
    assert_eq!(scene.daily.touched_foreign(), Vec::<String>::new());
    assert_eq!(
        scene.daily.rooms().len(),
        3,
        "those without an end are there, and ours is not"
    );
}

#[tokio::test]
async fn a_room_made_by_a_request_thought_lost_is_found_after_its_appointment_was_cancelled() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let name = only_room(&scene);
    let desk = scene.desk().await;
    desk.cancel_appointment(booked.id, "Grippe", scene.clock.now())
        .await
        .unwrap();
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 0);
    // The first request arrives a second time, long after.
    somebody_else(&scene).create_room(&new_room(&name)).await.unwrap();
    assert_eq!(clean_up(&scene).await, CleanedUp { removed: 1, owed: 0 });
    assert_eq!(scene.daily.rooms().len(), 0);
}

#[tokio::test]
async fn a_room_somebody_deleted_is_replaced_before_its_session() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let lost = only_room(&scene);
    somebody_else(&scene)
        .delete_room(&RoomName::parse(&lost).unwrap())
        .await
        .unwrap();
    assert_eq!(clean_up(&scene).await, CleanedUp { removed: 0, owed: 1 });
    scene.work_off_rooms().await;
    assert_ne!(only_room(&scene), lost, "under another name");
    let seen = scene.desk().await.appointment(booked.id).await.unwrap();
    assert_eq!(seen.room.state, RoomState::Ready);
    assert_eq!(clean_up(&scene).await, CleanedUp::default());
}

#[tokio::test]
async fn a_room_whose_times_an_old_request_moved_back_is_put_right() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let name = RoomName::parse(&only_room(&scene)).unwrap();
    let to = Reschedule {
        id: booked.id,
        start: at("2027-03-03T08:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    let desk = scene.desk().await;
    desk.reschedule_appointment(&to, scene.clock.now()).await.unwrap();
    scene.work_off_rooms().await;
    let late = RoomUpdate {
        times: new_room("vp-any").times,
        options: None,
    };
    somebody_else(&scene).update_room(&name, &late).await.unwrap();
    assert_eq!(clean_up(&scene).await, CleanedUp { removed: 0, owed: 1 });
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms()[0].opens(), Some(at("2027-03-03T07:45:00Z")));
}

#[tokio::test]
async fn a_clean_up_that_fails_half_way_goes_on_the_next_time() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    scene.clock.set("2027-03-02T11:00:00Z");
    scene.daily.fail_next(Endpoint::DeleteRoom, Failure::ServerError);
    let now = scene.clock.now();
    assert!(scene.planner.cleanup_expired_rooms(now).await.is_err());
    assert_eq!(clean_up(&scene).await.removed, 1);
}

#[tokio::test]
async fn deletions_are_a_second_apart() {
    let scene = Scene::set_up().await;
    let mut new = scene.video_on_tuesday().await;
    for hour in 0..3 {
        new.start = at("2027-03-02T08:00:00Z") + TimeDelta::hours(hour);
        (new.outside_rules, new.duration_min) = (true, Some(60));
        scene.book(&new).await;
    }
    scene.work_off_rooms().await;
    scene.clock.set("2027-03-03T08:00:00Z");
    let began = std::time::Instant::now();
    assert_eq!(clean_up(&scene).await.removed, 3);
    assert!(
        began.elapsed().as_secs() >= 2,
        "the third went out two seconds after the first"
    );
    assert_eq!(scene.daily.requests_to(Endpoint::DeleteRoom).len(), 3);
}

#[tokio::test]
async fn without_a_key_or_a_room_ever_asked_for_nothing_is_asked() {
    let scene = Scene::before_the_first_run().await;
    assert_eq!(clean_up(&scene).await, CleanedUp::default());
    scene.run_first().await;
    scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    assert_eq!(clean_up(&scene).await, CleanedUp::default());
    let key = scene.daily.key().to_owned();
    let desk = scene.desk().await;
    desk.set_api_key(&key, false).await.unwrap();
    assert_eq!(clean_up(&scene).await, CleanedUp::default());
    assert_eq!(scene.daily.requests_to(Endpoint::ListRooms).len(), 0);
}

#[tokio::test]
async fn a_clock_that_runs_ahead_ends_no_session() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    let ahead = scene.clock.now() + TimeDelta::days(2);
    scene.planner.cleanup_expired_rooms(ahead).await.unwrap();
    assert_eq!(
        scene.daily.rooms().len(),
        1,
        "by Daily's clock it is still to come"
    );
}
