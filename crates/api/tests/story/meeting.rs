//! Joining: the coach as owner through the browser, the client by a link of their own.

use api::ErrorCode;
use testkit::daily::Door;

use crate::scene::{RecordingBrowser, Scene};

#[tokio::test]
async fn the_coach_joins_as_owner_from_a_quarter_of_an_hour_before_until_the_end() {
    let scene = Scene::set_up().await;
    let (desk, browser) = (scene.desk().await, RecordingBrowser::default());
    let booked = scene.booked_video().await;
    let early = desk
        .join_meeting(booked.id, &browser, scene.clock.now())
        .await
        .unwrap_err();
    assert_eq!(
        (early.code, early.details.opens_at),
        (ErrorCode::NotYetOpen, booked.join.map(|it| it.opens_at))
    );

    scene.clock.set("2027-03-02T07:45:00Z");
    desk.join_meeting(booked.id, &browser, scene.clock.now())
        .await
        .unwrap();
    let url = browser.0.lock().unwrap().remove(0);
    let host = format!("https://{}.daily.co/vp-", scene.daily.domain());
    assert!(
        url.starts_with(&host) && url.contains("?t="),
        "not the coach's own domain"
    );
    assert!(
        matches!(scene.daily.follow(&url), Ok(Door::Inside(_))),
        "an owner walks in"
    );
    let token = scene.daily.tokens().remove(0);
    assert!(token.has("is_owner") && !token.has("knocking"));
    assert_eq!(token.text("user_name"), Some("Camille"));

    let over = desk
        .join_meeting(booked.id, &browser, booked.end)
        .await
        .unwrap_err();
    assert_eq!(over.code, ErrorCode::AlreadyOver);
    assert!(browser.0.lock().unwrap().is_empty(), "nothing was opened");
}

#[tokio::test]
async fn the_clients_link_leads_to_the_waiting_room_under_a_first_name() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let link = scene
        .desk()
        .await
        .client_link(booked.id, scene.clock.now())
        .await
        .unwrap();
    scene.clock.set("2027-03-02T07:50:00Z");
    assert_eq!(scene.daily.follow(link.expose()), Ok(Door::Knocking));
    let token = scene.daily.tokens().remove(0);
    assert!(!token.has("is_owner") && token.has("knocking"));
    assert_eq!(token.text("user_name"), Some("Léa"));
    assert!(!format!("{link:?}").contains("t="), "a link is not logged");
}

#[tokio::test]
async fn a_room_still_owed_says_so() {
    let scene = Scene::set_up().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    let refused = scene
        .desk()
        .await
        .client_link(booked.id, scene.clock.now())
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoomNotReady);
}

#[tokio::test]
async fn a_cancelled_appointment_has_no_link() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let desk = scene.desk().await;
    desk.cancel_appointment(booked.id, "Grippe", scene.clock.now())
        .await
        .unwrap();
    let refused = desk.client_link(booked.id, scene.clock.now()).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotAllowedNow);
}
