//! Called off, in part or by whom it may be; and nobody else's.

use api::{
    AppointmentChange, ClientDesk, ErrorCode, MeetingKind, NewPerson, Person, Reschedule, SeriesScope, Status,
};
use testkit::{day::at, desk::furnish};

use super::{TUESDAYS, booked, now_in, series, starts};
use crate::scene::Scene;

#[tokio::test]
async fn cancelling_the_rest_leaves_what_took_place() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let made = booked(&scene).await;
    scene.work_off_rooms().await;
    scene.clock.set("2027-03-30T07:30:00Z");
    let now = scene.clock.now();
    desk.complete_appointment(made[0].id, now).await.unwrap();
    let empty = desk
        .cancel_series(made[0].id, &SeriesScope::Following, " ", now)
        .await
        .unwrap_err();
    assert_eq!(empty.details.fields[0].field, "reason");
    let cancelled = desk
        .cancel_series(
            made[0].id,
            &SeriesScope::Following,
            "Fin de l'accompagnement",
            now,
        )
        .await
        .unwrap();
    assert_eq!(
        starts(&cancelled),
        [made[2].start, made[3].start],
        "the second has begun"
    );
    assert!(
        cancelled
            .iter()
            .all(|it| it.cancellation.as_ref().unwrap().reason == "Fin de l'accompagnement")
    );
    let statuses: Vec<_> = now_in(&desk, &made).await.iter().map(|it| it.status).collect();
    assert_eq!(
        statuses,
        [
            Status::Completed,
            Status::Scheduled,
            Status::Cancelled,
            Status::Cancelled
        ]
    );
    scene.work_off_rooms().await;
    assert_eq!(
        scene.daily.rooms().len(),
        1,
        "that of the second, which goes on; the first has closed"
    );
    let again = desk
        .cancel_series(made[0].id, &SeriesScope::All, "encore", now)
        .await
        .unwrap_err();
    assert_eq!(again.code, ErrorCode::NotAllowedNow, "nothing is left ahead");
    let place = desk
        .appointment_details(made[1].id, now)
        .await
        .unwrap()
        .series
        .unwrap();
    assert_eq!(
        (place.number, place.total, place.following),
        (2, 4, 0),
        "the second of four stays the second"
    );
}

#[tokio::test]
async fn one_of_a_series_is_cancelled_alone() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = booked(&scene).await;
    desk.cancel_appointment(made[1].id, "Grippe", now).await.unwrap();
    let all = desk
        .cancel_series(made[2].id, &SeriesScope::All, "Déménagement", now)
        .await
        .unwrap();
    assert_eq!(starts(&all), [made[0].start, made[2].start, made[3].start]);
    let kept = desk.appointment(made[1].id).await.unwrap().cancellation.unwrap();
    assert_eq!(kept.reason, "Grippe", "what was said to the client stays");
}

#[tokio::test]
async fn nobody_else_reaches_a_series() {
    let scene = Scene::set_up().await;
    let now = scene.clock.now();
    let (desk, made) = (scene.desk().await, booked(&scene).await);
    let mut stolen = series(&scene, &TUESDAYS).await;
    let store = api::Store::open(&scene.folder.path().join("agenda.db"))
        .await
        .unwrap();
    let other = scene
        .planner
        .as_coach(furnish(&store, "Dominique").await.unwrap().rows.coach());
    let id = made[1].id;
    let to = Reschedule {
        id,
        start: at("2027-05-04T07:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: true,
    };
    let change = AppointmentChange {
        id,
        type_id: made[1].type_id,
        reason_id: None,
        kind: MeetingKind::Phone,
        title: "à moi".into(),
        description: String::new(),
        place: String::new(),
        phone: String::new(),
    };
    let scope = &SeriesScope::All;
    for refused in [
        other.cancel_series(id, scope, "x", now).await.err(),
        other.reschedule_series(&to, scope, now).await.err(),
        other.update_series(&change, scope, now).await.err(),
        other.appointment_details(id, now).await.err(),
    ] {
        assert_eq!(refused.unwrap().code, ErrorCode::NotFound);
    }
    stolen.person = match &made[0].person {
        Person::Client { id, .. } => NewPerson::Client { id: *id },
        Person::Prospect { .. } => unreachable!(),
    };
    let refused = other.create_series(&stolen, now).await.unwrap_err();
    let fields: Vec<_> = refused
        .details
        .fields
        .iter()
        .map(|it| it.field.as_str())
        .collect();
    assert_eq!(
        fields,
        ["person", "typeId"],
        "neither the client nor the type is there for them"
    );
    assert_eq!(now_in(&desk, &made).await, made);
}

#[tokio::test]
async fn a_client_cancels_one_of_a_series_and_no_more() {
    let scene = Scene::set_up().await;
    let now = scene.clock.now();
    let made = booked(&scene).await;
    let Person::Client { id: lea, .. } = made[0].person else {
        unreachable!()
    };
    let desk: ClientDesk = scene.planner.as_client(lea).await.unwrap();
    assert_eq!(desk.appointments().await.unwrap().len(), 4);
    desk.cancel(made[1].id, "Grippe", now).await.unwrap();
    let left: Vec<_> = now_in(&scene.desk().await, &made)
        .await
        .iter()
        .map(|it| it.status)
        .collect();
    assert_eq!(
        left,
        [
            Status::Scheduled,
            Status::Cancelled,
            Status::Scheduled,
            Status::Scheduled
        ]
    );
}
