//! Booking by the rules, past them, and against each other.

use api::{
    AppointmentChange, ErrorCode, ExceptionInput, FieldProblem, MeetingKind, NewPerson, Person, Reschedule,
    SlotSearch, Status,
};
use chrono::TimeDelta;
use testkit::day::at;

use crate::scene::Scene;

#[tokio::test]
async fn only_free_slots_are_offered_and_a_booked_one_goes() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let (kind, tuesday) = (scene.session_type().await, "2027-03-02".parse().unwrap());
    let before = desk.available_slots(kind, tuesday, now).await.unwrap().slots;
    // 9 to 12 leaves nine starts for an hour, 14 to 18 thirteen.
    assert_eq!((before.len(), before[0].start), (22, at("2027-03-02T08:00:00Z")));
    scene.book(&scene.video_on_tuesday().await).await;
    let after = desk.available_slots(kind, tuesday, now).await.unwrap().slots;
    assert_eq!((after.len(), after[0].start), (18, at("2027-03-02T09:00:00Z")));
    assert!(!desk.is_slot_available(kind, before[0].start, now).await.unwrap());
    assert!(desk.is_slot_available(kind, after[0].start, now).await.unwrap());
}

#[tokio::test]
async fn a_period_lists_every_date_also_those_without_slots() {
    let scene = Scene::set_up().await;
    let (desk, now, kind) = (scene.desk().await, scene.clock.now(), scene.session_type().await);
    let closed = ExceptionInput {
        from: "2027-03-03".into(),
        to: "2027-03-04".into(),
        label: "Formation".into(),
        ranges: Vec::new(),
    };
    desk.create_exception(&closed, now).await.unwrap();
    let (from, to) = ("2027-03-02".parse().unwrap(), "2027-03-07".parse().unwrap());
    let days = desk
        .available_slots_for_period(kind.into(), from, to, now)
        .await
        .unwrap();
    let free: Vec<usize> = days.iter().map(|day| day.slots.len()).collect();
    assert_eq!(
        free,
        [22, 0, 0, 22, 0, 0],
        "closed on Wednesday and Thursday, and the weekend"
    );
    let backwards = desk
        .available_slots_for_period(kind.into(), to, from, now)
        .await
        .unwrap_err();
    assert_eq!(backwards.code, ErrorCode::InvalidInput);
}

#[tokio::test]
async fn what_is_moved_stands_in_nobodys_way_and_may_last_otherwise() {
    let scene = Scene::set_up().await;
    let (desk, now, kind) = (scene.desk().await, scene.clock.now(), scene.session_type().await);
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    let tuesday = "2027-03-02".parse().unwrap();
    let starts = async |duration_min, moving| {
        let search = SlotSearch {
            type_id: kind,
            duration_min,
            moving,
        };
        let days = desk
            .available_slots_for_period(search, tuesday, tuesday, now)
            .await?;
        Ok::<_, api::Error>(days[0].slots.iter().map(|slot| slot.start).collect::<Vec<_>>())
    };
    assert!(!starts(None, None).await.unwrap().contains(&booked.start));
    let all = starts(None, Some(booked.id)).await.unwrap();
    assert_eq!(
        (all.len(), all[0]),
        (22, booked.start),
        "also a quarter of an hour later"
    );
    let long = starts(Some(180), Some(booked.id)).await.unwrap();
    let fits = ["08:00", "13:00", "13:15", "13:30", "13:45", "14:00"]
        .map(|time| at(&format!("2027-03-02T{time}:00Z")));
    assert_eq!(
        long, fits,
        "three hours fit into the morning once, five times after noon"
    );
    for start in &long {
        let to = Reschedule {
            id: booked.id,
            start: *start,
            type_id: None,
            duration_min: Some(180),
            outside_rules: false,
        };
        desk.reschedule_appointment(&to, now).await.unwrap();
    }
    let endless = starts(Some(1_441), None).await.unwrap_err();
    assert_eq!(endless.details.fields[0].field, "durationMin");
}

#[tokio::test]
async fn the_rules_refuse_and_the_coach_may_pass_over_them() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut new = scene.video_on_tuesday().await;
    for (start, code) in [
        ("2027-03-02T19:00:00Z", ErrorCode::OutsideHours),
        ("2027-03-02T11:00:00Z", ErrorCode::OutsideHours),
        ("2027-02-26T08:00:00Z", ErrorCode::InThePast),
        ("2029-03-02T08:00:00Z", ErrorCode::BeyondHorizon),
    ] {
        new.start = at(start);
        new.outside_rules = false;
        assert_eq!(
            desk.create_appointment(&new, now).await.unwrap_err().code,
            code,
            "{start}"
        );
        new.outside_rules = true;
        desk.create_appointment(&new, now)
            .await
            .unwrap_or_else(|error| panic!("{start}: {error}"));
        let again = desk.create_appointment(&new, now).await.unwrap_err();
        assert_eq!(
            again.code,
            ErrorCode::SlotTaken,
            "never over another appointment: {start}"
        );
    }
}

#[tokio::test]
async fn a_start_between_two_steps_is_the_coachs_to_choose() {
    let scene = Scene::set_up().await;
    let mut new = scene.video_on_tuesday().await;
    new.start = at("2027-03-02T08:10:30Z");
    let booked = scene.book(&new).await;
    assert_eq!(
        booked.start,
        at("2027-03-02T08:10:00Z"),
        "seconds are nobody's choice"
    );
}

#[tokio::test]
async fn every_bad_field_is_told_and_nothing_is_saved_half() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: String::new(),
        email: "nope".into(),
    };
    new.title = "x".repeat(201);
    new.duration_min = Some(2);
    let error = desk.create_appointment(&new, now).await.unwrap_err();
    let told: Vec<_> = error
        .details
        .fields
        .iter()
        .map(|it| (it.field.as_str(), it.problem))
        .collect();
    assert_eq!(
        told,
        [
            ("person.name", FieldProblem::Required),
            ("person.email", FieldProblem::NotAnEmail),
            ("title", FieldProblem::TooLong),
            ("durationMin", FieldProblem::OutOfRange),
        ]
    );
    assert_eq!(desk.upcoming_appointments(10, now).await.unwrap(), []);
}

#[tokio::test]
async fn a_prospect_is_a_name_and_an_address() {
    let scene = Scene::set_up().await;
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: " Karim Haddad ".into(),
        email: "karim@exemple.fr".into(),
    };
    let booked = scene.book(&new).await;
    assert_eq!(
        booked.person,
        Person::Prospect {
            name: "Karim Haddad".into(),
            email: "karim@exemple.fr".into()
        }
    );
}

#[tokio::test]
async fn moving_frees_the_old_time_and_keeps_the_rest() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    let to = Reschedule {
        id: booked.id,
        start: at("2027-03-02T08:30:00Z"),
        type_id: None,
        duration_min: Some(90),
        outside_rules: false,
    };
    let moved = desk.reschedule_appointment(&to, now).await.unwrap();
    assert_eq!(
        (moved.start, moved.end),
        (to.start, to.start + TimeDelta::minutes(90)),
        "it does not block itself"
    );
    assert_eq!((moved.person, moved.status), (booked.person, Status::Scheduled));
    let evening = Reschedule {
        start: at("2027-03-02T19:00:00Z"),
        ..to
    };
    assert_eq!(
        desk.reschedule_appointment(&evening, now).await.unwrap_err().code,
        ErrorCode::OutsideHours
    );
    let old = Reschedule {
        id: booked.id,
        start: booked.start,
        type_id: None,
        duration_min: Some(60),
        outside_rules: false,
    };
    assert_eq!(
        desk.reschedule_appointment(&old, now).await.unwrap().start,
        booked.start,
        "undo"
    );
}

#[tokio::test]
async fn each_status_can_be_reached_and_taken_back_but_cancelled() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    let early = desk
        .complete_appointment(booked.id, scene.clock.now())
        .await
        .unwrap_err();
    assert_eq!(early.code, ErrorCode::NotBegun, "nobody can have come yet");
    let after = booked.end;
    assert_eq!(
        desk.complete_appointment(booked.id, after).await.unwrap().status,
        Status::Completed
    );
    assert_eq!(
        desk.reopen_appointment(booked.id, after).await.unwrap().status,
        Status::Scheduled
    );
    assert_eq!(
        desk.mark_no_show(booked.id, after).await.unwrap().status,
        Status::NoShow
    );
    assert_eq!(
        desk.reopen_appointment(booked.id, after).await.unwrap().status,
        Status::Scheduled
    );
    let nameless = desk.cancel_appointment(booked.id, " ", after).await.unwrap_err();
    assert_eq!(nameless.details.fields[0].field, "reason");
    let cancelled = desk.cancel_appointment(booked.id, "Grippe", after).await.unwrap();
    assert_eq!(cancelled.cancellation.unwrap().reason, "Grippe");
    for refused in [
        desk.reopen_appointment(booked.id, after).await,
        desk.complete_appointment(booked.id, after).await,
        desk.cancel_appointment(booked.id, "encore", after).await,
    ] {
        assert_eq!(refused.unwrap_err().code, ErrorCode::NotAllowedNow);
    }
}

#[tokio::test]
async fn what_an_appointment_says_can_be_changed_after_it() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    desk.complete_appointment(booked.id, booked.end).await.unwrap();
    let change = AppointmentChange {
        id: booked.id,
        type_id: booked.type_id,
        reason_id: None,
        kind: MeetingKind::Video,
        title: "Bilan du trimestre".into(),
        description: "Notes\nde séance".into(),
        place: String::new(),
        phone: String::new(),
    };
    let changed = desk.update_appointment(&change, booked.end).await.unwrap();
    assert_eq!(
        (changed.title.as_str(), changed.description.as_str()),
        ("Bilan du trimestre", "Notes\nde séance")
    );
    assert_eq!(changed.status, Status::Completed);
}
