//! Reminders: at their time, once, in the coach's words.

use api::{AppointmentId, ReminderState, Reschedule, Settings};
use testkit::day::at;

use crate::scene::{RecordingNotifier, Scene};

async fn states(scene: &Scene, id: AppointmentId) -> Vec<ReminderState> {
    let details = scene
        .desk()
        .await
        .appointment_details(id, scene.clock.now())
        .await
        .unwrap();
    details.reminders.into_iter().map(|it| it.state).collect()
}

#[tokio::test]
async fn a_reminder_names_person_type_and_time_and_comes_once() {
    let mut scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier::default();
    scene.clock.set("2027-03-02T07:49:59Z");
    scene.planner.remind(&notifier, scene.clock.now()).await.unwrap();
    assert_eq!(
        notifier.shown.lock().unwrap().len(),
        1,
        "the one of an hour before, late but still of use"
    );
    scene.clock.set("2027-03-02T07:50:00Z");
    scene.planner.remind(&notifier, scene.clock.now()).await.unwrap();
    scene.restart().await;
    scene
        .planner
        .settle_interrupted_reminders(scene.clock.now())
        .await
        .unwrap();
    scene.planner.remind(&notifier, scene.clock.now()).await.unwrap();
    let shown = notifier.shown.lock().unwrap().clone();
    assert_eq!(shown.len(), 2, "not again after a restart");
    assert_eq!(
        (shown[1].title.as_str(), shown[1].body.as_str()),
        ("Dans 10 min : Léa Dupuis", "Séance · 09:00 · visio")
    );
    assert_eq!(
        (shown[1].appointment, shown[1].join.as_deref()),
        (booked.id, Some("Rejoindre"))
    );
    assert_eq!(states(&scene, booked.id).await, [ReminderState::Sent; 2]);
}

#[tokio::test]
async fn what_is_over_is_skipped_not_shown() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier::default();
    scene.planner.remind(&notifier, booked.end).await.unwrap();
    assert!(notifier.shown.lock().unwrap().is_empty());
    assert_eq!(states(&scene, booked.id).await, [ReminderState::Skipped; 2]);
}

#[tokio::test]
async fn a_cancelled_appointment_reminds_of_nothing() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    scene
        .desk()
        .await
        .cancel_appointment(booked.id, "Grippe", scene.clock.now())
        .await
        .unwrap();
    let notifier = RecordingNotifier::default();
    assert_eq!(scene.planner.remind(&notifier, booked.start).await.unwrap(), 0);
    assert_eq!(states(&scene, booked.id).await, [ReminderState::Cancelled; 2]);
}

#[tokio::test]
async fn a_moved_appointment_reminds_of_its_new_time_only() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let to = Reschedule {
        id: booked.id,
        start: at("2027-03-03T08:00:00Z"),
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
    let notifier = RecordingNotifier::default();
    assert_eq!(scene.planner.remind(&notifier, booked.start).await.unwrap(), 0);
    assert_eq!(
        scene
            .planner
            .remind(&notifier, at("2027-03-03T07:00:00Z"))
            .await
            .unwrap(),
        1
    );
}

#[tokio::test]
async fn hidden_names_are_not_shown() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let settings = Settings {
        hide_names: true,
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings).await.unwrap();
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier::default();
    scene.planner.remind(&notifier, booked.start).await.unwrap();
    let shown = notifier.shown.lock().unwrap().clone();
    assert!(!shown.is_empty());
    assert!(!format!("{shown:?}").contains("Dupuis"), "{shown:?}");
}

#[tokio::test]
async fn a_reminder_that_could_not_be_shown_says_so() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier {
        refuses: true,
        ..RecordingNotifier::default()
    };
    scene.planner.remind(&notifier, booked.start).await.unwrap();
    let details = scene
        .desk()
        .await
        .appointment_details(booked.id, scene.clock.now())
        .await
        .unwrap();
    let told: Vec<_> = details
        .reminders
        .iter()
        .map(|it| (it.state, it.why.as_deref()))
        .collect();
    assert_eq!(told, [(ReminderState::Failed, Some("not_shown")); 2]);
}
