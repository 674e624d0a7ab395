//! Series: previewed, made all together or not at all, and changed from one appointment on.

use api::{
    Appointment, AppointmentChange, ClientDesk, CoachDesk, ConflictKind, Error, ErrorCode, ExceptionInput,
    FieldProblem, MeetingKind, NewOccurrence, NewPerson, NewSeries, Person, ReminderState, RepeatEvery,
    RepeatUntil, Repetition, Reschedule, SeriesPlan, SeriesScope, Status,
};
use chrono::{DateTime, TimeDelta, Utc};
use testkit::{day::at, desk::furnish};

use crate::scene::Scene;

const WEEKLY: Repetition = Repetition {
    every: RepeatEvery::Week,
    until: RepeatUntil::Times { count: 4 },
};

/// Four Tuesdays at nine in Paris; the clocks go forward between the first and the second.
const TUESDAYS: [&str; 4] = [
    "2027-03-23T08:00:00Z",
    "2027-03-30T07:00:00Z",
    "2027-04-06T07:00:00Z",
    "2027-04-13T07:00:00Z",
];

async fn plan(scene: &Scene) -> SeriesPlan {
    SeriesPlan {
        type_id: scene.session_type().await,
        duration_min: None,
        first: at(TUESDAYS[0]),
        repetition: WEEKLY,
    }
}

/// A series of videos with Léa, at those starts.
async fn series(scene: &Scene, starts: &[&str]) -> NewSeries {
    let one = scene.video_on_tuesday().await;
    NewSeries {
        person: one.person,
        type_id: one.type_id,
        reason_id: None,
        kind: MeetingKind::Video,
        title: String::new(),
        description: String::new(),
        place: String::new(),
        phone: String::new(),
        duration_min: None,
        repetition: WEEKLY,
        occurrences: starts
            .iter()
            .map(|start| NewOccurrence {
                start: at(start),
                outside_rules: false,
            })
            .collect(),
    }
}

async fn booked(scene: &Scene) -> Vec<Appointment> {
    let new = series(scene, &TUESDAYS).await;
    scene
        .desk()
        .await
        .create_series(&new, scene.clock.now())
        .await
        .unwrap()
}

/// Something else in the way.
async fn book_karim(scene: &Scene, start: &str) {
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: "Karim Haddad".into(),
        email: "karim@exemple.fr".into(),
    };
    new.start = at(start);
    scene.book(&new).await;
}

async fn close(scene: &Scene, date: &str) {
    let input = ExceptionInput {
        from: date.into(),
        to: date.into(),
        label: "Congés".into(),
        ranges: Vec::new(),
    };
    scene
        .desk()
        .await
        .create_exception(&input, scene.clock.now())
        .await
        .unwrap();
}

fn starts(appointments: &[Appointment]) -> Vec<DateTime<Utc>> {
    appointments.iter().map(|it| it.start).collect()
}

fn told(error: &Error) -> Vec<(u32, ConflictKind)> {
    error
        .details
        .conflicts
        .iter()
        .map(|it| (it.index, it.conflict.kind))
        .collect()
}

async fn now_in(desk: &CoachDesk, of: &[Appointment]) -> Vec<Appointment> {
    let mut now = Vec::new();
    for it in of {
        now.push(desk.appointment(it.id).await.unwrap());
    }
    now
}

#[tokio::test]
async fn a_preview_tells_every_occurrence_in_the_coachs_zone() {
    let scene = Scene::set_up().await;
    let seen = scene
        .desk()
        .await
        .preview_series(&plan(&scene).await, scene.clock.now())
        .await
        .unwrap();
    let found: Vec<_> = seen.iter().map(|it| it.start).collect();
    assert_eq!(
        found,
        TUESDAYS.map(at),
        "nine o'clock on both sides of the change"
    );
    assert!(
        seen.iter()
            .all(|it| it.conflict.is_none() && it.end - it.start == TimeDelta::hours(1))
    );
    assert_eq!(
        scene
            .desk()
            .await
            .upcoming_appointments(9, scene.clock.now())
            .await
            .unwrap(),
        []
    );
}

#[tokio::test]
async fn a_preview_tells_what_stands_against_each() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    book_karim(&scene, "2027-03-30T07:30:00Z").await;
    close(&scene, "2027-04-06").await;
    let seen = desk
        .preview_series(&plan(&scene).await, scene.clock.now())
        .await
        .unwrap();
    let kinds: Vec<_> = seen
        .iter()
        .map(|it| it.conflict.as_ref().map(|it| it.kind))
        .collect();
    assert_eq!(
        kinds,
        [None, Some(ConflictKind::Taken), Some(ConflictKind::Closed), None]
    );
    let taken = seen[1].conflict.clone().unwrap();
    assert!(!taken.may_pass_over);
    let by = taken.taken_by.unwrap();
    assert_eq!(
        (by.person.as_str(), by.start),
        ("Karim Haddad", at("2027-03-30T07:30:00Z"))
    );
    assert_eq!(seen[1].nearest.unwrap().start, at("2027-03-30T08:30:00Z"));
    let closed = seen[2].conflict.clone().unwrap();
    assert_eq!(
        (closed.closed_for.as_deref(), closed.may_pass_over),
        (Some("Congés"), true)
    );
}

#[tokio::test]
async fn a_preview_tells_hours_past_notice_horizon_and_full_days() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let mut settings = desk.settings().await.unwrap();
    settings.notice_min = 120;
    settings.max_per_day = Some(1);
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    book_karim(&scene, "2027-04-20T12:00:00Z").await;
    let starts = [
        "2027-03-23T19:00:00Z",
        "2027-02-23T08:00:00Z",
        "2027-03-01T09:00:00Z",
        "2028-04-18T07:00:00Z",
        "2027-04-20T07:00:00Z",
        "2027-04-27T07:00:00Z",
    ];
    let kind = scene.session_type().await;
    let seen = desk
        .check_occurrences(kind, None, &starts.map(at), scene.clock.now())
        .await
        .unwrap();
    let kinds: Vec<_> = seen
        .iter()
        .map(|it| it.conflict.as_ref().map(|it| it.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            Some(ConflictKind::OutsideHours),
            Some(ConflictKind::Past),
            Some(ConflictKind::InsideNotice),
            Some(ConflictKind::BeyondHorizon),
            Some(ConflictKind::DayFull),
            None,
        ]
    );
}

#[tokio::test]
async fn occurrences_keep_clear_of_each_other() {
    let scene = Scene::set_up().await;
    let kind = scene.session_type().await;
    let starts = [at(TUESDAYS[0]), at(TUESDAYS[0]) + TimeDelta::minutes(30)];
    let seen = scene
        .desk()
        .await
        .check_occurrences(kind, None, &starts, scene.clock.now())
        .await
        .unwrap();
    assert_eq!(seen[0].conflict, None);
    let second = seen[1].conflict.clone().unwrap();
    assert_eq!(
        (second.kind, second.taken_by),
        (ConflictKind::Taken, None),
        "by the first, which is nowhere yet"
    );
}

#[tokio::test]
async fn a_rule_without_sense_is_refused_at_its_field() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut plan = plan(&scene).await;
    plan.repetition.until = RepeatUntil::Times { count: 0 };
    plan.duration_min = Some(60);
    let refused = desk.preview_series(&plan, now).await.unwrap_err();
    assert_eq!(refused.details.fields[0].field, "repetition.count");
    plan.repetition.until = RepeatUntil::Date {
        date: "2027-03-22".parse().unwrap(),
    };
    let refused = desk.preview_series(&plan, now).await.unwrap_err();
    assert_eq!(refused.details.fields[0].field, "repetition.date");
    let none = series(&scene, &[]).await;
    let refused = desk.create_series(&none, now).await.unwrap_err();
    assert_eq!(
        (
            refused.details.fields[0].field.as_str(),
            refused.details.fields[0].problem
        ),
        ("occurrences", FieldProblem::Required)
    );
    let two_years = vec![TUESDAYS[0]; 105];
    let refused = desk
        .create_series(&series(&scene, &two_years).await, now)
        .await
        .unwrap_err();
    assert_eq!(refused.details.fields[0].limit, Some(104));
}

#[tokio::test]
async fn a_series_with_a_conflict_is_not_made_at_all() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    book_karim(&scene, "2027-03-30T07:30:00Z").await;
    close(&scene, "2027-04-06").await;
    let mut new = series(&scene, &TUESDAYS).await;
    let refused = desk.create_series(&new, now).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::SeriesConflicts);
    assert_eq!(
        told(&refused),
        [(1, ConflictKind::Taken), (2, ConflictKind::Closed)]
    );
    assert_eq!(
        desk.upcoming_appointments(9, now).await.unwrap().len(),
        1,
        "Karim alone"
    );
    for it in &mut new.occurrences {
        it.outside_rules = true;
    }
    let refused = desk.create_series(&new, now).await.unwrap_err();
    assert_eq!(
        told(&refused),
        [(1, ConflictKind::Taken)],
        "never over another appointment"
    );
}

#[tokio::test]
async fn occurrences_are_kept_moved_left_out_and_booked_on_a_closed_day() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    close(&scene, "2027-04-06").await;
    let mut new = series(&scene, &[TUESDAYS[0], "2027-03-31T07:00:00Z", TUESDAYS[2]]).await;
    new.occurrences[2].outside_rules = true;
    let made = desk.create_series(&new, now).await.unwrap();
    assert_eq!(
        starts(&made),
        [at(TUESDAYS[0]), at("2027-03-31T07:00:00Z"), at(TUESDAYS[2])]
    );
    assert!(
        made.iter()
            .all(|it| it.series_id == made[0].series_id && it.series_id.is_some())
    );
    let details = desk.appointment_details(made[1].id, now).await.unwrap();
    let place = details.series.unwrap();
    assert_eq!(
        (place.number, place.total, place.following, place.others),
        (2, 3, 1, 2)
    );
    assert_eq!(place.repetition, WEEKLY, "as it was made");
    assert_eq!(details.reminders.len(), 2);
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 3);
    let alone = scene.book(&scene.video_on_tuesday().await).await;
    assert_eq!(
        desk.appointment_details(alone.id, now).await.unwrap().series,
        None
    );
}

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
    let moved = desk.reschedule_series(&to, SeriesScope::All, now).await.unwrap();
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
        .reschedule_series(&later, SeriesScope::Following, now)
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
        .reschedule_series(&to, SeriesScope::Following, now)
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::SeriesConflicts);
    assert_eq!(
        told(&refused),
        [(1, ConflictKind::Taken), (2, ConflictKind::Closed)]
    );
    to.outside_rules = true;
    let refused = desk
        .reschedule_series(&to, SeriesScope::Following, now)
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
        .reschedule_series(&to, SeriesScope::Following, now)
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
        .update_series(&change, SeriesScope::Following, now)
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
        .cancel_series(made[0].id, SeriesScope::Following, " ", now)
        .await
        .unwrap_err();
    assert_eq!(empty.details.fields[0].field, "reason");
    let cancelled = desk
        .cancel_series(made[0].id, SeriesScope::Following, "Fin de l'accompagnement", now)
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
        .cancel_series(made[0].id, SeriesScope::All, "encore", now)
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
        .cancel_series(made[2].id, SeriesScope::All, "Déménagement", now)
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
    let scope = SeriesScope::All;
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
