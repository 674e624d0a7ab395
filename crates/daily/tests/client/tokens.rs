//! Tokens, and the links made with them.

use crate::stage::{Stage, name};
use chrono::TimeDelta;
use daily::{
    DomainName, Error, JoinUrl, Language, NewRoom, OwnerRights, Recording, RecordingKind, Role, TokenRequest,
};
use daily::{UserId, UserName};
use serde_json::json;
use testkit::daily::{Door, Endpoint, Failure, NoEntry};

async fn link(stage: &Stage, new: &NewRoom, role: Role) -> JoinUrl {
    let request = TokenRequest::new(new.name.clone(), role, new.times.closes()).unwrap();
    let token = stage
        .daily
        .mint_token(&request.user_name(UserName::from_text("Zoé")))
        .await
        .unwrap();
    let room = stage.daily.get_room(&new.name).await.unwrap();
    let domain = stage.daily.domain().await.unwrap();
    JoinUrl::new(&domain.name, &room.name, &room.url, &token).unwrap()
}

#[tokio::test]
async fn the_owner_walks_in_and_the_participant_knocks() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    stage.daily.create_room(&new).await.unwrap();
    let owner = link(&stage, &new, Role::Owner(OwnerRights::default())).await;
    let participant = link(&stage, &new, Role::Participant).await;
    assert_eq!(stage.server.follow(owner.expose()), Err(NoEntry::TooEarly));
    stage.pass(TimeDelta::minutes(50));
    assert!(matches!(stage.server.follow(owner.expose()), Ok(Door::Inside(_))));
    assert_eq!(stage.server.follow(participant.expose()), Ok(Door::Knocking));
    stage.pass(TimeDelta::hours(3));
    assert_eq!(
        stage.server.follow(owner.expose()),
        Err(NoEntry::NoRoom),
        "the room has expired"
    );
}

#[tokio::test]
async fn a_token_says_who_it_is_for() {
    let stage = Stage::new().await;
    let expires = stage.now() + TimeDelta::hours(2);
    let kind = RecordingKind::CloudAudioOnly;
    let rights = OwnerRights {
        recording: Some(Recording::OnDemand(kind)),
        transcription: true,
    };
    let request = TokenRequest::new(name("vp-1"), Role::Owner(rights), expires)
        .unwrap()
        .user_name(UserName::from_text("Zoé"))
        .user_id(UserId::parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6").ok())
        .language(Some(Language::French));
    stage.daily.mint_token(&request).await.unwrap();
    let minted = &stage.server.tokens()[0];
    assert_eq!(
        serde_json::Value::Object(minted.properties.clone()),
        json!({
            "room_name": "vp-1", "exp": expires.timestamp(), "is_owner": true, "user_name": "Zoé",
            "user_id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "lang": "fr",
            "enable_recording": "cloud-audio-only", "auto_start_transcription": true,
        })
    );
}

#[tokio::test]
async fn every_kind_of_recording_is_one_daily_knows() {
    let stage = Stage::new().await;
    let kinds = [
        RecordingKind::Cloud,
        RecordingKind::CloudAudioOnly,
        RecordingKind::Local,
        RecordingKind::RawTracks,
    ];
    let on_demand = kinds.map(Recording::OnDemand);
    for recording in on_demand.into_iter().chain([Recording::FromTheStart]) {
        let role = Role::Owner(OwnerRights {
            recording: Some(recording),
            transcription: false,
        });
        let request = TokenRequest::new(name("vp-1"), role, stage.now() + TimeDelta::hours(1)).unwrap();
        stage
            .daily
            .mint_token(&request)
            .await
            .unwrap_or_else(|error| panic!("{recording:?}: {error}"));
    }
}

#[tokio::test]
async fn a_token_that_would_be_over_already_is_refused() {
    let stage = Stage::new().await;
    let request = TokenRequest::new(name("vp-1"), Role::Participant, stage.now()).unwrap();
    let refused = stage.daily.mint_token(&request).await;
    assert!(matches!(refused, Err(Error::Invalid { .. })), "{refused:?}");
}

#[tokio::test]
async fn minting_may_be_repeated_after_a_lost_answer() {
    let stage = Stage::new().await;
    let request =
        TokenRequest::new(name("vp-1"), Role::Participant, stage.now() + TimeDelta::hours(1)).unwrap();
    stage.server.fail_next(Endpoint::CreateToken, Failure::AnswerLost);
    assert!(stage.daily.mint_token(&request).await.unwrap_err().is_passing());
    stage.daily.mint_token(&request).await.unwrap();
    assert_eq!(stage.server.tokens().len(), 2);
}

#[tokio::test]
async fn a_link_is_only_made_for_the_room_s_own_address() {
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    let room = stage.daily.create_room(&new).await.unwrap();
    let request = TokenRequest::new(new.name.clone(), Role::Participant, new.times.closes()).unwrap();
    let token = stage.daily.mint_token(&request).await.unwrap();
    let ours = DomainName::parse("virtus-test").unwrap();
    assert!(JoinUrl::new(&ours, &new.name, &room.url, &token).is_ok());
    let other = DomainName::parse("other").unwrap();
    assert!(JoinUrl::new(&other, &new.name, &room.url, &token).is_err());
}
