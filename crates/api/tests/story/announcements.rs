//! What the coach is told beside reminders: once each, and about nothing they did themselves.

use api::{ClientBooking, MeetingKind, NewPerson, Settings};
use chrono::TimeDelta;
use testkit::day::at;

use crate::scene::{RecordingNotifier, Scene};

async fn titles(scene: &Scene) -> Vec<String> {
    let notifier = RecordingNotifier::default();
    scene.planner.remind(&notifier, scene.clock.now()).await.unwrap();
    notifier.popped().into_iter().map(|it| it.title).collect()
}

#[tokio::test]
async fn a_client_who_books_and_cancels_is_announced_once_each() {
    let scene = Scene::set_up().await;
    let new = scene.video_on_tuesday().await;
    let NewPerson::Client { id } = new.person else {
        panic!("a client")
    };
    let client = scene.planner.as_client(id).await.unwrap();
    let wanted = ClientBooking {
        type_id: new.type_id,
        reason_id: None,
        kind: MeetingKind::Phone,
        start: new.start,
        message: String::new(),
    };
    let booked = client.book(&wanted, scene.clock.now()).await.unwrap();
    let notifier = RecordingNotifier::default();
    scene.planner.remind(&notifier, scene.clock.now()).await.unwrap();
    let shown = notifier.popped();
    assert_eq!(shown.len(), 1);
    assert_eq!(
        (
            shown[0].title.as_str(),
            shown[0].body.as_str(),
            shown[0].about.as_slice()
        ),
        (
            "Léa Dupuis a pris rendez-vous",
            "Séance · demain 09:00 · téléphone",
            [booked.id].as_slice()
        )
    );
    assert_eq!(titles(&scene).await, [] as [&str; 0], "once");
    client
        .cancel(booked.id, "Grippe", scene.clock.now())
        .await
        .unwrap();
    assert_eq!(titles(&scene).await, ["Léa Dupuis a annulé son rendez-vous"]);
    assert_eq!(titles(&scene).await, [] as [&str; 0], "once");
}

#[tokio::test]
async fn nobody_is_told_what_they_did_themselves() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    assert_eq!(titles(&scene).await, [] as [&str; 0]);
    let desk = scene.desk().await;
    desk.cancel_appointment(booked.id, "Grippe", scene.clock.now())
        .await
        .unwrap();
    assert_eq!(titles(&scene).await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_room_that_is_missing_is_told_half_an_hour_before_once_and_without_names_where_they_are_hidden() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let settings = Settings {
        reminder_offsets_min: Vec::new(),
        hide_names: true,
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    desk.remove_api_key().await.unwrap();
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    let at_minutes = async |minutes: i64| {
        let notifier = RecordingNotifier::default();
        let now = booked.start - TimeDelta::minutes(minutes);
        scene.planner.remind(&notifier, now).await.unwrap();
        notifier.popped()
    };
    assert_eq!(at_minutes(31).await, []);
    let shown = at_minutes(30).await;
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].title, "Une salle de visio manque encore");
    assert!(
        shown[0].body.starts_with("Séance · 09:00 · visio\n"),
        "{}",
        shown[0].body
    );
    assert_eq!(shown[0].about, [booked.id]);
    assert_eq!(at_minutes(29).await, [], "once");
    let to = api::Reschedule {
        id: booked.id,
        start: at("2027-03-03T08:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    let moved = desk.reschedule_appointment(&to, scene.clock.now()).await.unwrap();
    scene.work_off_rooms().await;
    let notifier = RecordingNotifier::default();
    let soon = moved.start - TimeDelta::minutes(20);
    scene.planner.remind(&notifier, soon).await.unwrap();
    assert_eq!(notifier.popped().len(), 1, "another time, another word");
}

#[tokio::test]
async fn a_room_that_was_made_is_no_news() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier::default();
    scene
        .planner
        .remind(&notifier, booked.start - TimeDelta::minutes(20))
        .await
        .unwrap();
    let titles: Vec<_> = notifier.popped().into_iter().map(|it| it.title).collect();
    assert_eq!(
        titles,
        ["Dans 20 min : Léa Dupuis"],
        "the reminder, and nothing of a room"
    );
}

#[tokio::test]
async fn a_glance_tells_what_is_next_and_what_the_day_holds() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let empty = desk.glance(scene.clock.now()).await.unwrap();
    assert_eq!(
        (empty.next, empty.title, empty.join, empty.today),
        (None, None, None, Vec::new())
    );
    let booked = scene.booked_video().await;
    let before = desk.glance(scene.clock.now()).await.unwrap();
    assert_eq!(
        before.next.map(|it| it.line).as_deref(),
        Some("Prochain rendez-vous : demain 09:00 · Léa Dupuis")
    );
    assert_eq!(
        (before.title, before.today),
        (None, Vec::new()),
        "tomorrow is not today"
    );
    let soon = desk.glance(booked.start - TimeDelta::minutes(10)).await.unwrap();
    assert_eq!(soon.title.as_deref(), Some("09:00 · Léa Dupuis"));
    assert_eq!(soon.join.map(|it| it.appointment), Some(booked.id));
    assert_eq!(soon.today.len(), 1);
    let settings = Settings {
        hide_names: true,
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    let hidden = desk.glance(booked.start).await.unwrap();
    assert_eq!(hidden.title.as_deref(), Some("09:00 · Séance"));
    let over = desk.glance(booked.end).await.unwrap();
    assert_eq!((over.next, over.title), (None, None));
}
