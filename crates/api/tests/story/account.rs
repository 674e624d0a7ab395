//! The account: trying it, replacing its key, doing without a keyring, and what is owed meanwhile.

use api::{ErrorCode, KeyState, PaidFeature, RoomNeed, RoomProblem, RoomState, TestStep, VideoOptions};
use chrono::TimeDelta;
use testkit::daily::{DailyStandIn, Endpoint, Failure};

use crate::scene::{BrokenSafe, Scene};

type Steps = Vec<(TestStep, bool, Option<ErrorCode>)>;

async fn try_it(scene: &Scene) -> (Steps, Vec<PaidFeature>) {
    let desk = scene.desk().await;
    let test = desk.test_video_setup(scene.clock.now()).await.unwrap();
    assert_eq!(test.clock_ahead_min, None);
    let steps = test
        .steps
        .iter()
        .map(|it| (it.step, it.tried, it.problem))
        .collect();
    (steps, test.without)
}

#[tokio::test]
async fn a_good_set_up_passes_every_step_and_leaves_no_room() {
    use TestStep::{Account, Key, Link, Removal, Room};
    let scene = Scene::set_up().await;
    let (steps, without) = try_it(&scene).await;
    let passed = [Key, Account, Room, Link, Removal].map(|step| (step, true, None));
    assert_eq!((steps, without), (passed.to_vec(), vec![]));
    assert_eq!(scene.daily.requests_to(Endpoint::CreateRoom).len(), 1);
    assert_eq!(scene.daily.rooms().len(), 0);
}

#[tokio::test]
async fn whether_daily_answers_is_known_from_the_calls_themselves() {
    let mut scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let answers = || desk.connection().daily_answers;
    assert!(answers());
    scene.daily.fail_next(Endpoint::GetDomain, Failure::KeyRefused);
    assert!(
        desk.check_connection().await.unwrap().daily_answers,
        "a refusal is an answer"
    );

    scene.daily.stop().await;
    scene.book(&scene.video_on_tuesday().await).await;
    assert!(answers(), "booking asks nobody");
    scene.work_off_rooms().await;
    assert!(!answers());
    assert!(!desk.check_connection().await.unwrap().daily_answers);
    scene.daily.restart().await.unwrap();
    assert!(desk.check_connection().await.unwrap().daily_answers);
}

#[tokio::test]
async fn without_a_key_nobody_is_asked_whether_they_answer() {
    let mut scene = Scene::before_the_first_run().await;
    scene.run_first().await;
    scene.daily.stop().await;
    let connection = scene.desk().await.check_connection().await.unwrap();
    assert!(connection.daily_answers, "nothing that was set up is missing");
}

#[tokio::test]
async fn a_step_that_fails_says_why_and_those_that_need_it_are_not_tried() {
    use TestStep::{Account, Key, Link, Removal, Room};
    let scene = Scene::before_the_first_run().await;
    scene.run_first().await;
    let (steps, _) = try_it(&scene).await;
    assert_eq!(steps[0], (Key, true, Some(ErrorCode::KeyNotSet)));
    assert!(steps[1..].iter().all(|(_, tried, _)| !tried));

    let scene = Scene::set_up().await;
    scene.daily.fail_next(Endpoint::GetDomain, Failure::KeyRefused);
    let (steps, _) = try_it(&scene).await;
    assert_eq!(steps[1], (Account, true, Some(ErrorCode::KeyRefused)));
    let state = scene.desk().await.video_account().await.unwrap().state;
    assert_eq!(state, KeyState::Refused, "the page says the same");

    scene.daily.fail_next(Endpoint::CreateRoom, Failure::ServerError);
    let (steps, _) = try_it(&scene).await;
    assert_eq!(steps[2], (Room, true, Some(ErrorCode::DailyUnreachable)));
    assert_eq!(steps[3..], [(Link, false, None), (Removal, false, None)]);

    scene.daily.fail_next(Endpoint::CreateToken, Failure::ServerError);
    let (steps, _) = try_it(&scene).await;
    assert_eq!(steps[3], (Link, true, Some(ErrorCode::DailyUnreachable)));
    assert_eq!(steps[4], (Removal, true, None), "the room goes all the same");
    assert_eq!(scene.daily.rooms().len(), 0);
}

#[tokio::test]
async fn a_trial_room_that_could_not_be_deleted_is_cleaned_up() {
    let scene = Scene::set_up().await;
    scene.daily.fail_next(Endpoint::DeleteRoom, Failure::ServerError);
    try_it(&scene).await;
    let clean = async || {
        let now = scene.clock.now();
        scene.planner.cleanup_expired_rooms(now).await.unwrap().removed
    };
    assert_eq!(clean().await, 0, "it may still be in use");
    scene.clock.turn(TimeDelta::minutes(11));
    assert_eq!((clean().await, scene.daily.rooms().len()), (1, 0));
}

#[tokio::test]
async fn a_trial_says_what_the_plan_refuses_and_when_the_clock_is_wrong() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let options = VideoOptions {
        transcription: true,
        ..VideoOptions::default()
    };
    desk.update_video_options(options, scene.clock.now())
        .await
        .unwrap();
    scene.daily.set_paid(false);
    let ahead = scene.clock.now() + TimeDelta::minutes(30);
    let test = desk.test_video_setup(ahead).await.unwrap();
    assert_eq!(test.without, [PaidFeature::Transcription]);
    assert_eq!(test.clock_ahead_min, Some(30));
    assert!(
        test.steps.iter().all(|it| it.tried && it.problem.is_none()),
        "{test:?}"
    );
}

#[tokio::test]
async fn without_a_keyring_a_key_serves_until_the_program_ends() {
    let mut scene = Scene::with(std::sync::Arc::new(BrokenSafe)).await;
    scene.run_first().await;
    let desk = scene.desk().await;
    assert_eq!(
        desk.video_account().await.unwrap().state,
        KeyState::KeyringUnavailable
    );
    let key = scene.daily.key().to_owned();
    let refused = desk.set_api_key(&key, false).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::KeyringUnavailable);
    let account = desk.use_api_key(&key, true, scene.clock.now()).await.unwrap();
    assert_eq!(account.state, KeyState::SessionOnly);
    assert_eq!(scene.booked_video().await.room.state, RoomState::Ready);
    scene.restart().await;
    let account = scene.desk().await.video_account().await.unwrap();
    assert_eq!(account.state, KeyState::KeyringUnavailable, "it was kept nowhere");
}

#[tokio::test]
async fn rooms_of_another_domain_are_made_again_on_the_new_one() {
    let mut scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let setup = testkit::daily::Setup {
        domain: "second-practice".into(),
        key: "another-key-77ab".into(),
        ..testkit::daily::Setup::default()
    };
    let second = DailyStandIn::start_with(scene.clock.for_daily(), setup)
        .await
        .unwrap();
    scene.daily = second;
    scene.restart().await;
    let key = scene.daily.key().to_owned();
    let desk = scene.desk().await;
    let account = desk.use_api_key(&key, false, scene.clock.now()).await.unwrap();
    assert_eq!(account.domain.as_deref(), Some("second-practice"));
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 1);
    let link = desk.client_link(booked.id, scene.clock.now()).await.unwrap();
    assert!(link.expose().starts_with("https://second-practice.daily.co/vp-"));
}

#[tokio::test]
async fn all_that_is_owed_is_told_removals_included() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    assert_eq!(desk.owed_rooms().await.unwrap(), []);
    desk.cancel_appointment(booked.id, "Grippe", now).await.unwrap();
    let second = scene.book(&scene.video_on_tuesday().await).await;
    scene.daily.fail_all(Failure::ServerError);
    scene.work_off_rooms().await;
    let owed = desk.owed_rooms().await.unwrap();
    let told: Vec<_> = owed
        .iter()
        .map(|it| (it.appointment, it.need, it.problem, it.since, it.attempts))
        .collect();
    let problem = Some(RoomProblem::Unreachable);
    assert_eq!(told.len(), 2);
    assert!(
        told.contains(&(booked.id, RoomNeed::Removal, problem, now, 1)),
        "{told:?}"
    );
    assert!(
        told.contains(&(second.id, RoomNeed::Creation, problem, now, 1)),
        "{told:?}"
    );
    assert!(
        owed.iter()
            .all(|it| it.person == "Léa Dupuis" && it.next_try_at > now)
    );
    scene.daily.recover();
    desk.retry_rooms(now).await.unwrap();
    scene.work_off_rooms().await;
    assert_eq!(desk.owed_rooms().await.unwrap(), []);
}

#[tokio::test]
async fn a_keyring_is_left_alone_while_nothing_is_owed() {
    use std::sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    };
    struct Counting(Arc<AtomicU32>);
    impl api::KeySafe for Counting {
        fn read(&self) -> Result<Option<daily::ApiKey>, api::SafeUnavailable> {
            self.0.fetch_add(1, Ordering::Relaxed);
            Err(api::SafeUnavailable)
        }
        fn write(&self, _: &daily::ApiKey) -> Result<(), api::SafeUnavailable> {
            Err(api::SafeUnavailable)
        }
        fn erase(&self) -> Result<(), api::SafeUnavailable> {
            Err(api::SafeUnavailable)
        }
    }
    let asked = Arc::new(AtomicU32::new(0));
    let scene = Scene::with(Arc::new(Counting(Arc::clone(&asked)))).await;
    scene.run_first().await;
    scene.work_off_rooms().await;
    assert_eq!(
        asked.load(Ordering::Relaxed),
        0,
        "each question may open a dialog"
    );
    scene.book(&scene.video_on_tuesday().await).await;
    scene.work_off_rooms().await;
    scene.work_off_rooms().await;
    assert_eq!(asked.load(Ordering::Relaxed), 1, "once, then it is held");
}
