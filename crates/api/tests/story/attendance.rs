//! Who is in the room, who came, and what that suggests.

use api::{Appointment, ErrorCode, Proposal, Reschedule, Status, Visitor};
use chrono::TimeDelta;
use testkit::{daily::Door, day::at};

use crate::scene::{RecordingBrowser, Scene};

/// The coach comes in by the owner's link; the id of the visit.
async fn coach_enters(scene: &Scene, booked: &Appointment) -> String {
    let browser = RecordingBrowser::default();
    let desk = scene.desk().await;
    desk.join_meeting(booked.id, &browser, scene.clock.now())
        .await
        .unwrap();
    let url = browser.0.lock().unwrap().remove(0);
    let visit = match scene.daily.follow(&url) {
        Ok(Door::Inside(visit)) => Some(visit),
        _ => None,
    };
    visit.unwrap()
}

/// The client knocks with their link and is let in; the id of the visit.
async fn client_enters(scene: &Scene, booked: &Appointment) -> String {
    let desk = scene.desk().await;
    let link = desk.client_link(booked.id, scene.clock.now()).await.unwrap();
    assert_eq!(scene.daily.follow(link.expose()), Ok(Door::Knocking));
    let token = scene.daily.tokens().pop().unwrap();
    let visitor = testkit::daily::Visitor {
        user_name: token.text("user_name").map(str::to_owned),
        user_id: token.text("user_id").map(str::to_owned),
    };
    scene.daily.enter_as(&scene.daily.rooms()[0].name, visitor)
}

#[tokio::test]
async fn while_it_runs_the_coach_sees_who_is_in_the_room() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    scene.clock.set("2027-03-02T07:50:00Z");
    let desk = scene.desk().await;
    assert_eq!(desk.room_presence(booked.id).await.unwrap(), []);
    coach_enters(&scene, &booked).await;
    scene.clock.turn(TimeDelta::minutes(5));
    let left = client_enters(&scene, &booked).await;
    scene.daily.enter(&scene.daily.rooms()[0].name, "Paul");
    let people = desk.room_presence(booked.id).await.unwrap();
    let seen: Vec<_> = people
        .iter()
        .map(|it| (it.visitor, it.name.as_deref(), it.since))
        .collect();
    assert_eq!(
        seen,
        [
            (Visitor::Coach, Some("Camille"), Some(at("2027-03-02T07:50:00Z"))),
            (Visitor::Client, Some("Léa"), Some(at("2027-03-02T07:55:00Z"))),
            (Visitor::Guest, Some("Paul"), Some(at("2027-03-02T07:55:00Z"))),
        ]
    );
    scene.daily.leave(&left);
    assert_eq!(desk.room_presence(booked.id).await.unwrap().len(), 2);
}

#[tokio::test]
async fn afterwards_the_coach_sees_who_came_and_how_long_and_is_proposed_completed() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    scene.clock.set("2027-03-02T08:00:00Z");
    let coach = coach_enters(&scene, &booked).await;
    let client = client_enters(&scene, &booked).await;
    scene.clock.set("2027-03-02T08:20:00Z");
    scene.daily.leave(&client);
    scene.clock.set("2027-03-02T08:30:00Z");
    let client = client_enters(&scene, &booked).await;
    let desk = scene.desk().await;
    let running = desk.attendance(booked.id, scene.clock.now()).await.unwrap();
    assert!(running.ongoing && running.proposal.is_none(), "it is not over");
    scene.clock.set("2027-03-02T09:00:00Z");
    scene.daily.leave(&client);
    scene.daily.leave(&coach);
    // Also when the room is long gone.
    scene.clock.set("2027-03-03T08:00:00Z");
    scene
        .planner
        .cleanup_expired_rooms(scene.clock.now())
        .await
        .unwrap();
    let came = desk.attendance(booked.id, scene.clock.now()).await.unwrap();
    let people: Vec<_> = came
        .people
        .iter()
        .map(|it| (it.visitor, it.seconds / 60))
        .collect();
    assert_eq!(people, [(Visitor::Coach, 60), (Visitor::Client, 50)]);
    assert_eq!((came.ongoing, came.proposal), (false, Some(Proposal::Completed)));
    let status = desk.appointment(booked.id).await.unwrap().status;
    assert_eq!(status, Status::Scheduled, "proposed, never set");
    desk.complete_appointment(booked.id, scene.clock.now())
        .await
        .unwrap();
    let came = desk.attendance(booked.id, scene.clock.now()).await.unwrap();
    assert_eq!(came.proposal, None, "it was said");
}

#[tokio::test]
async fn a_coach_who_waited_alone_is_proposed_absent() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    scene.clock.set("2027-03-02T08:00:00Z");
    let coach = coach_enters(&scene, &booked).await;
    scene.clock.set("2027-03-02T08:15:00Z");
    scene.daily.leave(&coach);
    let desk = scene.desk().await;
    let early = desk.attendance(booked.id, scene.clock.now()).await.unwrap();
    assert_eq!(early.proposal, None, "the client may still come");
    let came = desk.attendance(booked.id, booked.end).await.unwrap();
    assert_eq!(came.proposal, Some(Proposal::NoShow));
    assert_eq!(
        desk.appointment(booked.id).await.unwrap().status,
        Status::Scheduled
    );
}

#[tokio::test]
async fn visits_before_it_was_moved_are_none_to_the_session() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    scene.clock.set("2027-03-02T07:50:00Z");
    let client = client_enters(&scene, &booked).await;
    scene.clock.set("2027-03-02T07:55:00Z");
    scene.daily.leave(&client);
    let to = Reschedule {
        id: booked.id,
        type_id: None,
        start: at("2027-03-03T08:00:00Z"),
        duration_min: None,
        outside_rules: false,
    };
    let desk = scene.desk().await;
    desk.reschedule_appointment(&to, scene.clock.now()).await.unwrap();
    scene.work_off_rooms().await;
    let came = desk
        .attendance(booked.id, at("2027-03-03T10:00:00Z"))
        .await
        .unwrap();
    assert_eq!((came.people.len(), came.proposal), (0, None));
}

#[tokio::test]
async fn daily_is_told_nothing_of_people_but_a_first_name_and_opaque_ids() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    scene.clock.set("2027-03-02T08:00:00Z");
    coach_enters(&scene, &booked).await;
    client_enters(&scene, &booked).await;
    let told = format!("{:?} {:?}", scene.daily.tokens(), scene.daily.requests());
    assert!(told.contains("Léa") && !told.contains("Dupuis"));
    assert_eq!(
        scene.daily.tokens()[1].text("user_id"),
        Some(booked.id.to_string().as_str())
    );
}

#[tokio::test]
async fn without_network_or_room_it_is_said_why_nobody_is_seen() {
    let mut scene = Scene::set_up().await;
    let owed = scene.book(&scene.video_on_tuesday().await).await;
    let desk = scene.desk().await;
    let refused = desk.room_presence(owed.id).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoomNotReady);
    scene.work_off_rooms().await;
    scene.daily.stop().await;
    let refused = desk.room_presence(owed.id).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::DailyUnreachable);
    let refused = desk.attendance(owed.id, owed.end).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::DailyUnreachable);
}
