//! Looked at occurrence by occurrence, then made as a whole.

use api::{ConflictKind, ErrorCode, FieldProblem, RepeatUntil};
use chrono::TimeDelta;
use testkit::day::at;

use super::{TUESDAYS, WEEKLY, book_karim, close, plan, series, starts, told};
use crate::scene::Scene;

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
