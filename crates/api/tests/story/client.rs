//! A client's own desk: their appointments, by the rules, and nobody else's.

use api::{
    Actor, ClientBooking, ClientDesk, ClientId, ClientInput, ErrorCode, MeetingKind, NewPerson, Status,
};
use chrono::TimeDelta;
use testkit::{daily::Door, day::at};

use crate::scene::Scene;

async fn client(scene: &Scene, name: &str) -> ClientId {
    let card = ClientInput {
        name: name.into(),
        email: None,
        phone: None,
        zone: None,
        notes: "privé".into(),
    };
    scene
        .desk()
        .await
        .create_client(&card, scene.clock.now())
        .await
        .unwrap()
        .id
}

async fn wish(scene: &Scene, start: &str) -> ClientBooking {
    ClientBooking {
        type_id: scene.session_type().await,
        reason_id: None,
        kind: MeetingKind::Video,
        start: at(start),
        message: "Je voudrais reparler du projet.".into(),
    }
}

async fn desk_of(scene: &Scene, name: &str) -> ClientDesk {
    scene.planner.as_client(client(scene, name).await).await.unwrap()
}

#[tokio::test]
async fn a_client_books_sees_joins_and_cancels_their_own() {
    let scene = Scene::set_up().await;
    let lea = desk_of(&scene, "Léa Dupuis").await;
    let booked = lea
        .book(&wish(&scene, "2027-03-02T08:00:00Z").await, scene.clock.now())
        .await
        .unwrap();
    let seen = scene.desk().await.appointment(booked.id).await.unwrap();
    assert_eq!(
        (seen.booked_by, seen.message.as_str()),
        (Actor::Client, "Je voudrais reparler du projet.")
    );
    assert_eq!(lea.appointments().await.unwrap(), std::slice::from_ref(&booked));
    scene.work_off_rooms().await;
    let link = lea.join_link(booked.id, scene.clock.now()).await.unwrap();
    scene.clock.set("2027-03-02T07:50:00Z");
    assert_eq!(
        scene.daily.follow(link.expose()),
        Ok(Door::Knocking),
        "never as owner"
    );
    let cancelled = lea.cancel(booked.id, "Grippe", scene.clock.now()).await.unwrap();
    assert_eq!(
        (cancelled.status, cancelled.cancellation.unwrap().by),
        (Status::Cancelled, Actor::Client)
    );
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 0);
}

#[tokio::test]
async fn the_rules_hold_for_a_client_without_exception() {
    let scene = Scene::set_up().await;
    let lea = desk_of(&scene, "Léa Dupuis").await;
    for (start, code) in [
        ("2027-03-02T08:10:00Z", ErrorCode::OutsideHours),
        ("2027-03-02T19:00:00Z", ErrorCode::OutsideHours),
        ("2027-02-26T08:00:00Z", ErrorCode::InThePast),
        ("2029-03-02T08:00:00Z", ErrorCode::BeyondHorizon),
    ] {
        let refused = lea
            .book(&wish(&scene, start).await, scene.clock.now())
            .await
            .unwrap_err();
        assert_eq!(refused.code, code, "{start}");
    }
}

#[tokio::test]
async fn what_has_begun_is_not_a_clients_to_cancel() {
    let scene = Scene::set_up().await;
    let lea = desk_of(&scene, "Léa Dupuis").await;
    let booked = lea
        .book(&wish(&scene, "2027-03-02T08:00:00Z").await, scene.clock.now())
        .await
        .unwrap();
    let late = lea
        .cancel(booked.id, "trop tard", booked.start)
        .await
        .unwrap_err();
    assert_eq!(late.code, ErrorCode::AlreadyOver);
    lea.cancel(booked.id, "à temps", booked.start - TimeDelta::seconds(1))
        .await
        .unwrap();
}

#[tokio::test]
async fn nobody_elses_appointment_exists_for_a_client() {
    let scene = Scene::set_up().await;
    let (lea, marc) = (
        desk_of(&scene, "Léa Dupuis").await,
        desk_of(&scene, "Marc Petit").await,
    );
    let now = scene.clock.now();
    let of_marc = marc
        .book(&wish(&scene, "2027-03-02T08:00:00Z").await, now)
        .await
        .unwrap()
        .id;
    let mut prospect = scene.video_on_tuesday().await;
    prospect.start = at("2027-03-02T13:00:00Z");
    prospect.person = NewPerson::Prospect {
        name: "Karim".into(),
        email: "karim@exemple.fr".into(),
    };
    let of_karim = scene.book(&prospect).await.id;
    scene.work_off_rooms().await;
    assert_eq!(lea.appointments().await.unwrap(), []);
    for id in [of_marc, of_karim] {
        assert_eq!(
            lea.cancel(id, "x", now).await.unwrap_err().code,
            ErrorCode::NotFound
        );
        assert_eq!(
            lea.join_link(id, now).await.unwrap_err().code,
            ErrorCode::NotFound
        );
        assert_eq!(
            scene.desk().await.appointment(id).await.unwrap().status,
            Status::Scheduled
        );
    }
    let taken = lea
        .book(&wish(&scene, "2027-03-02T08:00:00Z").await, now)
        .await
        .unwrap_err();
    assert_eq!(
        (taken.code, taken.details.taken_by),
        (ErrorCode::SlotTaken, None),
        "nor is it told whose it is"
    );
}

#[tokio::test]
async fn a_client_put_away_has_no_desk() {
    let scene = Scene::set_up().await;
    let id = client(&scene, "Léa Dupuis").await;
    scene
        .desk()
        .await
        .archive_client(id, true, scene.clock.now())
        .await
        .unwrap();
    let refused = scene.planner.as_client(id).await.err().map(|error| error.code);
    assert_eq!(refused, Some(ErrorCode::NotFound));
}
