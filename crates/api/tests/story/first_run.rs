//! The first run, and the key.

use std::sync::Arc;

use api::{ErrorCode, FieldProblem, KeyState, Language, NewCoach};

use crate::scene::{BrokenSafe, Scene};

#[tokio::test]
async fn the_first_run_makes_defaults_in_the_coachs_language() {
    let scene = Scene::before_the_first_run().await;
    assert_eq!(scene.planner.coach().await.unwrap(), None);
    assert_eq!(
        scene.planner.desk().await.err().map(|it| it.code),
        Some(ErrorCode::NotSetUp)
    );
    scene.run_first().await;
    let coach = scene.planner.coach().await.unwrap().unwrap();
    assert_eq!(
        (coach.name.as_str(), coach.zone.as_str()),
        ("Camille", "Europe/Paris")
    );
    let desk = scene.desk().await;
    let offered = desk.configuration().await.unwrap();
    let types: Vec<_> = offered
        .types
        .iter()
        .map(|it| (it.name.as_str(), it.duration_min))
        .collect();
    assert_eq!(types, [("Découverte", 30), ("Séance", 60), ("Bilan", 90)]);
    assert!(!offered.reasons.is_empty());
    let week = desk.availability(scene.clock.now()).await.unwrap().weekly;
    let monday: Vec<_> = week.mon.iter().map(|it| (it.start_min, it.end_min)).collect();
    assert_eq!(monday, [(540, 720), (840, 1080)]);
    assert_eq!((week.fri.len(), week.sat.len()), (2, 0));
    assert_eq!(desk.settings().await.unwrap().reminder_offsets_min, [60, 10]);
}

#[tokio::test]
async fn every_bad_answer_is_told_at_its_field_and_nothing_is_kept() {
    let scene = Scene::before_the_first_run().await;
    let bad = NewCoach {
        name: "  ".into(),
        zone: "Europe/Atlantis".into(),
        language: Language::Fr,
    };
    let error = scene
        .planner
        .set_up_coach(&bad, scene.clock.now())
        .await
        .unwrap_err();
    let told: Vec<_> = error
        .details
        .fields
        .iter()
        .map(|it| (it.field.as_str(), it.problem))
        .collect();
    assert_eq!(
        told,
        [("name", FieldProblem::Required), ("zone", FieldProblem::NotAZone)]
    );
    assert_eq!(scene.planner.coach().await.unwrap(), None);
}

#[tokio::test]
async fn a_key_is_checked_kept_and_read_again_after_a_restart() {
    let mut scene = Scene::before_the_first_run().await;
    scene.run_first().await;
    let desk = scene.desk().await;
    assert_eq!(desk.video_account().await.unwrap().state, KeyState::NotSet);
    let account = desk
        .set_api_key(&format!("  {}\n", scene.daily.key()), false)
        .await
        .unwrap();
    assert_eq!(
        (account.state, account.domain.as_deref()),
        (KeyState::Set, Some(scene.daily.domain()))
    );
    scene.restart().await;
    assert_eq!(scene.desk().await.video_account().await.unwrap(), account);
}

#[tokio::test]
async fn a_wrong_key_is_refused_and_the_one_before_stays() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    assert_eq!(
        desk.set_api_key("wrong-key", false).await.unwrap_err().code,
        ErrorCode::KeyRefused
    );
    assert_eq!(desk.video_account().await.unwrap().state, KeyState::Set);
    let odd = desk.set_api_key("two\nlines", false).await.unwrap_err();
    assert_eq!(odd.details.fields[0].problem, FieldProblem::NotAKey);
    assert!(
        !format!("{odd:?}").contains("two"),
        "an error never quotes what was entered"
    );
}

#[tokio::test]
async fn without_a_keyring_a_key_serves_for_this_run_only() {
    let mut scene = Scene::with(Arc::new(BrokenSafe)).await;
    scene.run_first().await;
    let desk = scene.desk().await;
    assert_eq!(
        desk.video_account().await.unwrap().state,
        KeyState::KeyringUnavailable
    );
    let refused = desk.set_api_key(scene.daily.key(), false).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::KeyringUnavailable);
    let account = desk.set_api_key(scene.daily.key(), true).await.unwrap();
    assert_eq!(account.state, KeyState::SessionOnly);
    scene.booked_video().await;
    assert_eq!(scene.daily.rooms().len(), 1, "it is good for making rooms");
    scene.restart().await;
    assert_eq!(
        scene.desk().await.video_account().await.unwrap().state,
        KeyState::KeyringUnavailable
    );
}

#[tokio::test]
async fn a_removed_key_is_gone() {
    let mut scene = Scene::set_up().await;
    assert_eq!(
        scene.desk().await.remove_api_key().await.unwrap().state,
        KeyState::NotSet
    );
    scene.restart().await;
    assert_eq!(
        scene.desk().await.video_account().await.unwrap().state,
        KeyState::NotSet
    );
}
