//! What a coach sets up: types and reasons in an order of their own, the week, the exceptions; and what a change of them
//! does to appointments.

use api::{
    AppointmentTypeInput, DayRange, ErrorCode, ExceptionInput, FieldProblem, MeetingKind, Reschedule, Status,
    TypeId, WeeklyHours,
};
use chrono::TimeDelta;
use testkit::day::at;

use crate::scene::Scene;

fn range(start: u16, end: u16) -> DayRange {
    DayRange {
        start_min: start * 60,
        end_min: end * 60,
    }
}

fn named(name: &str) -> AppointmentTypeInput {
    AppointmentTypeInput {
        name: name.into(),
        duration_min: 120,
        colour: "#8a3fb8".into(),
        description: String::new(),
        buffer_before_min: 0,
        buffer_after_min: 30,
        default_kind: MeetingKind::InPerson,
        reminder_offsets_min: None,
    }
}

async fn workshop(scene: &Scene) -> TypeId {
    let desk = scene.desk().await;
    desk.create_appointment_type(&named("Atelier"), scene.clock.now())
        .await
        .unwrap()
        .id
}

fn closed(from: &str, to: &str) -> ExceptionInput {
    ExceptionInput {
        from: from.into(),
        to: to.into(),
        label: "Congés".into(),
        ranges: Vec::new(),
    }
}

#[tokio::test]
async fn types_and_reasons_keep_the_order_they_are_given() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let offered = desk.configuration().await.unwrap();
    let mut types: Vec<_> = offered.types.iter().map(|it| it.id).collect();
    let mut reasons: Vec<_> = offered.reasons.iter().map(|it| it.id).collect();
    types.rotate_left(1);
    reasons.reverse();
    desk.reorder_appointment_types(&types).await.unwrap();
    desk.reorder_reasons(&reasons).await.unwrap();
    let in_order = async || {
        let now = desk.configuration().await.unwrap();
        let types: Vec<_> = now.types.iter().map(|it| it.id).collect();
        (types, now.reasons.iter().map(|it| it.id).collect::<Vec<_>>())
    };
    assert_eq!(in_order().await, (types.clone(), reasons.clone()));
    let stranger = TypeId::new(scene.clock.now());
    let refused = desk
        .reorder_appointment_types(&[types[2], stranger])
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert_eq!(
        in_order().await,
        (types, reasons),
        "an order of which half is unknown is no order"
    );
}

#[tokio::test]
async fn no_two_types_or_reasons_on_offer_have_one_name() {
    let scene = Scene::set_up().await;
    let (desk, now, id) = (scene.desk().await, scene.clock.now(), workshop(&scene).await);
    let duplicate = |error: api::Error| {
        let field = &error.details.fields[0];
        (field.field.clone(), field.problem)
    };
    let again = desk
        .create_appointment_type(&named(" ATELIER "), now)
        .await
        .unwrap_err();
    assert_eq!(duplicate(again), ("name".into(), FieldProblem::Duplicate));
    let other = desk
        .create_appointment_type(&named("Autre"), now)
        .await
        .unwrap()
        .id;
    let taken = desk
        .update_appointment_type(other, &named("Atelier"), now)
        .await
        .unwrap_err();
    assert_eq!(duplicate(taken), ("name".into(), FieldProblem::Duplicate));
    desk.update_appointment_type(id, &named("Atelier"), now)
        .await
        .unwrap();
    desk.delete_appointment_type(id, now).await.unwrap();
    desk.update_appointment_type(other, &named("Atelier"), now)
        .await
        .unwrap();

    let reason = desk.create_reason("Équipe", now).await.unwrap();
    let again = desk.create_reason("equipe", now).await.unwrap_err();
    assert_eq!(duplicate(again), ("label".into(), FieldProblem::Duplicate));
    desk.update_reason(reason.id, "Équipes").await.unwrap();
    desk.create_reason("equipe", now).await.unwrap();
}

#[tokio::test]
async fn a_type_in_use_is_archived_and_no_longer_booked() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut new = scene.video_on_tuesday().await;
    let booked = scene.book(&new).await;
    desk.delete_appointment_type(new.type_id, now).await.unwrap();
    assert!(
        desk.configuration()
            .await
            .unwrap()
            .types
            .iter()
            .all(|it| it.id != new.type_id)
    );
    assert_eq!(
        desk.appointment(booked.id).await.unwrap().type_name,
        booked.type_name
    );
    new.start = at("2027-03-09T08:00:00Z");
    let refused = desk.create_appointment(&new, now).await.unwrap_err();
    assert_eq!(refused.details.fields[0].field, "typeId");
}

#[tokio::test]
async fn the_week_is_replaced_as_a_whole_or_not_at_all() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let evening = WeeklyHours {
        mon: vec![range(18, 24)],
        tue: vec![range(8, 10), range(14, 16)],
        ..WeeklyHours::default()
    };
    let kept = desk.replace_weekly_hours(&evening, now).await.unwrap().weekly;
    assert_eq!(kept, evening, "nothing of the old week is left");
    let overlapping = WeeklyHours {
        fri: vec![range(9, 12), range(11, 13)],
        ..WeeklyHours::default()
    };
    let refused = desk.replace_weekly_hours(&overlapping, now).await.unwrap_err();
    assert_eq!(refused.details.fields[0].problem, FieldProblem::Overlaps);
    assert!(
        refused.details.fields[0].field.starts_with("weekly.fri"),
        "{refused:?}"
    );
    let backwards = WeeklyHours {
        sat: vec![range(12, 9)],
        ..WeeklyHours::default()
    };
    assert!(desk.replace_weekly_hours(&backwards, now).await.is_err());
    assert_eq!(desk.availability(now).await.unwrap().weekly, evening);
}

#[tokio::test]
async fn exceptions_close_spans_of_dates_and_let_them_go_again() {
    let scene = Scene::set_up().await;
    let (desk, now, kind) = (scene.desk().await, scene.clock.now(), scene.session_type().await);
    let free = async |date: &str| {
        let day = desk
            .available_slots(kind, date.parse().unwrap(), now)
            .await
            .unwrap();
        day.slots.len()
    };
    let leave = desk
        .create_exception(&closed("2027-03-02", "2027-03-04"), now)
        .await
        .unwrap();
    assert_eq!(
        (
            free("2027-03-02").await,
            free("2027-03-04").await,
            free("2027-03-05").await
        ),
        (0, 0, 22)
    );
    let again = desk
        .create_exception(&closed("2027-03-04", "2027-03-08"), now)
        .await
        .unwrap_err();
    assert_eq!(again.details.fields[0].problem, FieldProblem::Overlaps);
    let morning = ExceptionInput {
        ranges: vec![range(9, 11)],
        ..closed("2027-03-02", "2027-03-02")
    };
    desk.update_exception(leave.id, &morning).await.unwrap();
    assert_eq!((free("2027-03-02").await, free("2027-03-04").await), (5, 22));
    desk.delete_exception(leave.id).await.unwrap();
    assert_eq!(free("2027-03-02").await, 22);
    assert_eq!(
        desk.delete_exception(leave.id).await.unwrap_err().code,
        ErrorCode::NotFound
    );
}

#[tokio::test]
async fn an_appointment_becomes_one_of_another_type_with_its_length_and_buffers() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let workshop = workshop(&scene).await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    let mut to = Reschedule {
        id: booked.id,
        start: booked.start,
        type_id: Some(workshop),
        duration_min: None,
        outside_rules: false,
    };
    let moved = desk.reschedule_appointment(&to, now).await.unwrap();
    assert_eq!(
        (moved.type_name.as_str(), moved.status),
        ("Atelier", Status::Scheduled)
    );
    assert_eq!(
        moved.end - moved.start,
        TimeDelta::minutes(120),
        "the type's length"
    );
    assert_eq!(
        moved.kind,
        MeetingKind::Video,
        "how one meets is not the type's to change"
    );
    let session = scene.session_type().await;
    let free = async |time: &str| desk.is_slot_available(session, at(time), now).await.unwrap();
    assert!(
        !free("2027-03-02T10:00:00Z").await,
        "half an hour after it is kept free"
    );
    to.duration_min = Some(90);
    to.start = at("2027-03-02T13:00:00Z");
    let shorter = desk.reschedule_appointment(&to, now).await.unwrap();
    assert_eq!(
        (shorter.start, shorter.end),
        (to.start, to.start + TimeDelta::minutes(90))
    );
    assert!(free("2027-03-02T10:00:00Z").await, "the morning is free again");
    assert!(!free("2027-03-02T14:30:00Z").await && free("2027-03-02T15:00:00Z").await);
    to.type_id = Some(TypeId::new(now));
    to.duration_min = Some(1);
    let refused = desk.reschedule_appointment(&to, now).await.unwrap_err();
    let fields: Vec<_> = refused
        .details
        .fields
        .iter()
        .map(|it| it.field.as_str())
        .collect();
    assert_eq!(fields, ["durationMin", "typeId"]);
}
