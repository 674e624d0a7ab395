//! Changed from one appointment on, or as a whole.

use api::{AppointmentChange, ConflictKind, ErrorCode, MeetingKind, ReminderState, Reschedule, SeriesScope};
use chrono::TimeDelta;
use testkit::day::at;

use super::{book_karim, booked, close, now_in, starts, told};
use crate::scene::Scene;

#[tokio::test]
async fn this_and_the_following_move_on_the_wall_clock() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = booked(&scene).await;
    let to = Reschedule {
        id: made[0].id,
        start: at("2027-03-25T13:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    let moved = desk.reschedule_series(&to, &SeriesScope::All, now).await.unwrap();
    let thursdays = [
        "2027-03-25T13:00:00Z",
        "2027-04-01T12:00:00Z",
        "2027-04-08T12:00:00Z",
        "2027-04-15T12:00:00Z",
    ];
    assert_eq!(
        starts(&moved),
        thursdays.map(at),
        "two in the afternoon on both sides of the change"
    );
    let later = Reschedule {
        id: made[2].id,
        start: at("2027-04-15T12:00:00Z"),
        ..to
    };
    let moved = desk
        .reschedule_series(&later, &SeriesScope::Following, now)
        .await
        .unwrap();
    assert_eq!(
        starts(&moved),
        [at("2027-04-15T12:00:00Z"), at("2027-04-22T12:00:00Z")],
        "the third takes the place the fourth had"
    );
    assert_eq!(
        starts(&now_in(&desk, &made[..2]).await),
        [at(thursdays[0]), at(thursdays[1])]
    );
    let due: Vec<_> = desk
        .appointment_details(made[3].id, now)
        .await
        .unwrap()
        .reminders
        .into_iter()
        .filter(|it| it.state == ReminderState::Due)
        .map(|it| it.due_at)
        .collect();
    assert_eq!(
        due,
        [at("2027-04-22T11:00:00Z"), at("2027-04-22T11:50:00Z")],
        "reminders go along"
    );
}

#[tokio::test]
async fn what_was_moved_together_goes_back_together_and_nothing_else_with_it() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = booked(&scene).await;
    let mut to = Reschedule {
        id: made[2].id,
        start: made[0].start - TimeDelta::days(1),
        type_id: None,
        duration_min: None,
        outside_rules: true,
    };
    let moved = desk
        .reschedule_series(&to, &SeriesScope::Following, now)
        .await
        .unwrap();
    assert_eq!(moved.len(), 2);
    assert!(
        moved[0].start < made[0].start,
        "those left where they were are now among those that follow"
    );
    to.start = made[2].start;
    let back = SeriesScope::Named(moved.iter().map(|it| it.id).collect());
    let back = desk.reschedule_series(&to, &back, now).await.unwrap();
    assert_eq!(starts(&back), [made[2].start, made[3].start]);
    assert_eq!(starts(&now_in(&desk, &made).await), starts(&made));
}

#[tokio::test]
async fn one_conflict_keeps_the_whole_series_where_it_is() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = booked(&scene).await;
    book_karim(&scene, "2027-04-06T12:00:00Z").await;
    close(&scene, "2027-04-13").await;
    let mut to = Reschedule {
        id: made[1].id,
        start: at("2027-03-30T12:30:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    };
    let refused = desk
        .reschedule_series(&to, &SeriesScope::Following, now)
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::SeriesConflicts);
    assert_eq!(
        told(&refused),
        [(1, ConflictKind::Taken), (2, ConflictKind::Closed)]
    );
    to.outside_rules = true;
    let refused = desk
        .reschedule_series(&to, &SeriesScope::Following, now)
        .await
        .unwrap_err();
    assert_eq!(told(&refused), [(1, ConflictKind::Taken)]);
    assert_eq!(
        refused.details.conflicts[0]
            .conflict
            .taken_by
            .as_ref()
            .unwrap()
            .person,
        "Karim Haddad"
    );
    assert_eq!(now_in(&desk, &made).await, made);
}

#[tokio::test]
async fn a_series_goes_over_to_another_type_and_keeps_its_buffers() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = booked(&scene).await;
    let review = desk.configuration().await.unwrap().types[2].clone();
    let to = Reschedule {
        id: made[1].id,
        start: made[1].start,
        type_id: Some(review.id),
        duration_min: None,
        outside_rules: false,
    };
    let changed = desk
        .reschedule_series(&to, &SeriesScope::Following, now)
        .await
        .unwrap();
    assert_eq!(changed.len(), 3);
    for (it, before) in changed.iter().zip(&made[1..]) {
        assert_eq!((it.type_id, it.start), (review.id, before.start));
        assert_eq!(it.end - it.start, TimeDelta::minutes(review.duration_min.into()));
    }
    assert_eq!(desk.appointment(made[0].id).await.unwrap(), made[0]);
}

#[tokio::test]
async fn only_what_was_changed_is_changed_in_the_others() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = booked(&scene).await;
    scene.work_off_rooms().await;
    let mut change = AppointmentChange {
        id: made[2].id,
        type_id: made[2].type_id,
        reason_id: None,
        kind: MeetingKind::Video,
        title: String::new(),
        description: "Reprendre l'exercice".into(),
        place: String::new(),
        phone: String::new(),
    };
    desk.update_appointment(&change, now).await.unwrap();
    change.id = made[1].id;
    change.description = String::new();
    change.title = "Parcours direction".into();
    change.kind = MeetingKind::Phone;
    let changed = desk
        .update_series(&change, &SeriesScope::Following, now)
        .await
        .unwrap();
    let texts: Vec<_> = changed
        .iter()
        .map(|it| (it.title.as_str(), it.description.as_str(), it.kind))
        .collect();
    assert_eq!(
        texts,
        [
            ("Parcours direction", "", MeetingKind::Phone),
            ("Parcours direction", "Reprendre l'exercice", MeetingKind::Phone),
            ("Parcours direction", "", MeetingKind::Phone),
        ]
    );
    assert_eq!(desk.appointment(made[0].id).await.unwrap().title, "");
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 1, "three rooms are needed no more");
}
