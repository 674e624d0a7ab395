//! Reminders: at their time, once, in the coach's words.

use api::{
    AppointmentChange, AppointmentId, AppointmentTypeInput, Language, QuietHours, ReminderState, Reschedule,
    Settings,
};
use chrono::TimeDelta;
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
    scene.planner.remind(&notifier, scene.clock.now()).await.unwrap();
    let shown = notifier.shown.lock().unwrap().clone();
    assert_eq!(shown.len(), 2, "not again after a restart");
    assert_eq!(
        (shown[1].title.as_str(), shown[1].body.as_str()),
        ("Dans 10 min : Léa Dupuis", "Séance · 09:00 · visio")
    );
    assert_eq!(
        (
            shown[1].about.as_slice(),
            shown[1].join.as_ref().map(|it| it.label.as_str())
        ),
        ([booked.id].as_slice(), Some("Rejoindre"))
    );
    assert_eq!(states(&scene, booked.id).await, [ReminderState::Sent; 2]);
}

/// The window's pages tell times so too.
#[tokio::test]
async fn in_english_hours_are_counted_as_the_system_does() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let american = scene.planner.clone().in_locale("en_US.UTF-8");
    let desk = american.desk().await.unwrap();
    let before = booked.start - TimeDelta::minutes(10);
    assert_eq!(
        desk.glance(before).await.unwrap().title.as_deref(),
        Some("09:00 · Léa Dupuis"),
        "in French always to 24"
    );
    let settings = Settings {
        language: Language::En,
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    assert_eq!(
        desk.glance(before).await.unwrap().title.as_deref(),
        Some("9:00 am · Léa Dupuis")
    );
    let british = scene.planner.clone().in_locale("en-GB").desk().await.unwrap();
    assert_eq!(
        british.glance(before).await.unwrap().title.as_deref(),
        Some("09:00 · Léa Dupuis")
    );
    let notifier = RecordingNotifier::default();
    american.remind(&notifier, before).await.unwrap();
    let shown = notifier.popped();
    assert_eq!(shown.last().unwrap().body, "Séance · 9:00 am · video");
    let again = desk.reminder_again(&shown[0], before).await.unwrap().unwrap();
    assert_eq!(again.body, "Séance · 9:00 am · video");
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
    assert_eq!(
        scene
            .planner
            .remind(&notifier, booked.start)
            .await
            .unwrap()
            .settled,
        0
    );
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
    assert_eq!(
        scene
            .planner
            .remind(&notifier, booked.start)
            .await
            .unwrap()
            .settled,
        0
    );
    assert_eq!(
        scene
            .planner
            .remind(&notifier, at("2027-03-03T07:00:00Z"))
            .await
            .unwrap()
            .settled,
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
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier::default();
    scene.planner.remind(&notifier, booked.start).await.unwrap();
    let shown = notifier.shown.lock().unwrap().clone();
    assert!(!shown.is_empty());
    assert!(!format!("{shown:?}").contains("Dupuis"), "{shown:?}");
}

async fn told(scene: &Scene, id: AppointmentId) -> Vec<(ReminderState, Option<String>)> {
    let details = scene
        .desk()
        .await
        .appointment_details(id, scene.clock.now())
        .await
        .unwrap();
    details
        .reminders
        .into_iter()
        .map(|it| (it.state, it.why))
        .collect()
}

#[tokio::test]
async fn where_nothing_can_pop_up_the_window_shows_it_and_comes_to_the_front() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier {
        refuses: true,
        ..RecordingNotifier::default()
    };
    let due = booked.start - TimeDelta::minutes(10);
    scene.planner.remind(&notifier, due).await.unwrap();
    let raised = notifier.raised.lock().unwrap().clone();
    assert_eq!(raised.len(), 1);
    assert_eq!(
        (raised[0].title.as_str(), raised[0].about.as_slice()),
        ("Dans 10 min : Léa Dupuis", [booked.id].as_slice())
    );
    assert!(raised[0].join.is_some(), "one can join from there too");
    assert_eq!(
        told(&scene, booked.id).await[1],
        (ReminderState::Sent, Some("in_window".to_owned()))
    );
}

/// It may stand in the window until the session begins, and the coach may change the language meanwhile.
#[tokio::test]
async fn a_reminder_that_stays_in_the_window_says_how_long_it_is_from_now() {
    let scene = Scene::set_up().await;
    let (booked, desk) = (scene.booked_video().await, scene.desk().await);
    let notifier = RecordingNotifier {
        refuses: true,
        ..RecordingNotifier::default()
    };
    let due = booked.start - TimeDelta::minutes(10);
    scene.planner.remind(&notifier, due).await.unwrap();
    let shown = notifier.raised.lock().unwrap()[0].clone();
    let again = async |minutes| {
        let now = booked.start - TimeDelta::minutes(minutes);
        let notice = desk.reminder_again(&shown, now).await.unwrap();
        notice.map(|it| it.title)
    };
    assert_eq!(again(2).await.as_deref(), Some("Dans 2 min : Léa Dupuis"));
    let settings = Settings {
        language: Language::En,
        hide_names: true,
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    let english = again(1).await.unwrap();
    assert!(
        english.starts_with("In 1 min") && !english.contains("Dupuis"),
        "{english}"
    );
    assert_eq!(again(-60).await, None, "it is over");
    let to = Reschedule {
        id: booked.id,
        start: at("2027-03-03T08:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    desk.reschedule_appointment(&to, scene.clock.now()).await.unwrap();
    assert_eq!(again(2).await, None, "another one comes at its new time");
}

#[tokio::test]
async fn a_reminder_that_could_not_be_shown_at_all_says_so() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let notifier = RecordingNotifier {
        refuses: true,
        has_no_window: true,
        ..RecordingNotifier::default()
    };
    let due = booked.start - TimeDelta::minutes(10);
    scene.planner.remind(&notifier, due).await.unwrap();
    assert_eq!(
        told(&scene, booked.id).await,
        [
            (ReminderState::Skipped, Some("overtaken".to_owned())),
            (ReminderState::Failed, Some("not_shown".to_owned()))
        ]
    );
}

#[tokio::test]
async fn an_appointment_of_another_type_is_reminded_of_as_that_type_is() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let desk = scene.desk().await;
    let review = desk.configuration().await.unwrap().types.remove(2);
    let input = AppointmentTypeInput {
        name: review.name,
        duration_min: review.duration_min,
        colour: review.colour,
        description: review.description,
        buffer_before_min: 0,
        buffer_after_min: 0,
        default_kind: review.default_kind,
        reminder_offsets_min: Some(vec![15]),
    };
    let now = scene.clock.now();
    desk.update_appointment_type(review.id, &input, now)
        .await
        .unwrap();
    let change = AppointmentChange {
        id: booked.id,
        type_id: review.id,
        reason_id: None,
        kind: booked.kind,
        title: String::new(),
        description: String::new(),
        place: String::new(),
        phone: String::new(),
    };
    desk.update_appointment(&change, now).await.unwrap();
    let details = desk.appointment_details(booked.id, now).await.unwrap();
    let due = details
        .reminders
        .iter()
        .filter(|it| it.state == ReminderState::Due);
    assert_eq!(due.map(|it| it.before_min).collect::<Vec<_>>(), [15]);
}

#[tokio::test]
async fn a_slip_in_quiet_hours_or_offsets_is_told_at_its_field() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let settings = Settings {
        quiet_hours: Some(QuietHours {
            from_min: 1500,
            to_min: 0,
        }),
        reminder_offsets_min: vec![10, 10],
        ..desk.settings().await.unwrap()
    };
    let refused = desk
        .update_settings(&settings, scene.clock.now())
        .await
        .unwrap_err();
    let fields: Vec<_> = refused
        .details
        .fields
        .iter()
        .map(|it| it.field.as_str())
        .collect();
    assert_eq!(fields, ["reminderOffsetsMin.1", "quietHours.fromMin"]);
}
