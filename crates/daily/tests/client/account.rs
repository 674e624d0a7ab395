//! The key, the domain, and the plan.

use crate::stage::{Stage, client};
use daily::{Error, OwnerRights, Recording, RecordingKind, Role, TokenRequest};
use testkit::daily::{Endpoint, Failure};

#[tokio::test]
async fn a_good_key_names_its_domain() {
    let stage = Stage::new().await;
    let domain = stage.daily.domain().await.unwrap();
    assert_eq!(domain.host(), "virtus-test.daily.co");
    assert_eq!(domain.id, testkit::daily::DOMAIN_ID);
    let asked = &stage.server.requests()[0];
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str(), asked.authorised),
        ("GET", "/", true)
    );
}

#[tokio::test]
async fn a_wrong_key_is_refused() {
    let stage = Stage::new().await;
    assert_eq!(
        client(&stage.server.url(), "wrong").domain().await,
        Err(Error::KeyRefused)
    );
    stage.server.revoke_key();
    assert_eq!(
        stage.daily.domain().await,
        Err(Error::KeyRefused),
        "a key can be revoked at any time"
    );
    assert!(
        !Error::KeyRefused.is_passing(),
        "asking again with the same key is useless"
    );
}

#[tokio::test]
async fn branding_is_hidden_and_shown_again() {
    let stage = Stage::new().await;
    stage.daily.hide_branding(true).await.unwrap();
    assert!(stage.server.hides_branding());
    stage.daily.hide_branding(false).await.unwrap();
    assert!(!stage.server.hides_branding());
}

#[tokio::test]
async fn an_unpaid_account_refuses_what_must_be_paid_and_nothing_else() {
    let stage = Stage::new().await;
    stage.server.set_paid(false);
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    let request =
        |rights| TokenRequest::new(new.name.clone(), Role::Owner(rights), new.times.closes()).unwrap();
    let paid = [
        OwnerRights {
            recording: Some(Recording::OnDemand(RecordingKind::Cloud)),
            transcription: false,
        },
        OwnerRights {
            recording: Some(Recording::FromTheStart),
            transcription: false,
        },
        OwnerRights {
            recording: None,
            transcription: true,
        },
    ];
    for rights in paid {
        let refused = stage.daily.mint_token(&request(rights)).await;
        assert!(
            matches!(refused, Err(Error::PlanRefused { .. })),
            "{rights:?}: {refused:?}"
        );
    }
    stage
        .daily
        .mint_token(&request(OwnerRights::default()))
        .await
        .unwrap();
    assert!(matches!(
        stage.daily.hide_branding(true).await,
        Err(Error::PlanRefused { .. })
    ));
    stage.daily.hide_branding(false).await.unwrap();
}

#[tokio::test]
async fn a_plan_refusal_of_a_room_is_not_taken_for_a_duplicate() {
    let stage = Stage::new().await;
    stage.server.fail_next(Endpoint::CreateRoom, Failure::PlanRefused);
    let refused = stage.daily.create_or_get(&stage.room("vp-1")).await;
    assert!(matches!(refused, Err(Error::PlanRefused { .. })), "{refused:?}");
    assert_eq!(stage.server.requests().len(), 1, "there is nothing to look up");
}

#[tokio::test]
async fn daily_s_clock_is_known_after_the_first_answer() {
    let stage = Stage::new().await;
    assert_eq!(stage.daily.server_time(), None);
    stage.daily.domain().await.unwrap();
    let ahead = stage.daily.server_time().unwrap() - stage.now();
    assert!((0..5).contains(&ahead.num_seconds()), "{ahead}");
}

#[tokio::test]
async fn calls_one_after_the_other_share_one_connection_clones_of_the_client_included() {
    let stage = Stage::new().await;
    for _ in 0..3 {
        let clone = stage.daily.clone();
        clone.domain().await.unwrap();
        clone.list_rooms(None).await.unwrap();
        let name = daily::RoomName::parse("vp-none").unwrap();
        clone.get_room(&name).await.unwrap_err();
    }
    assert_eq!(stage.server.requests().len(), 9);
    assert_eq!(stage.server.connections(), 1);
}
