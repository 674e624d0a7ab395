//! What the coach chose about rooms: where it goes, and what happens when the account's plan refuses it.

use api::{
    Attention, ErrorCode, Language, PaidFeature, RecordingChoice, RoomLanguage, RoomRegion, RoomState,
    VideoOptions,
};
use serde_json::json;
use testkit::daily::{Endpoint, Failure, StandInRoom};

use crate::scene::{RecordingBrowser, Scene};

const EVERYTHING: VideoOptions = VideoOptions {
    recording: RecordingChoice::FromTheStart,
    transcription: true,
    language: Some(RoomLanguage::Visitor),
    region: Some(RoomRegion::London),
    screen_share: false,
    hide_branding: false,
};

async fn choose(scene: &Scene, options: VideoOptions) -> VideoOptions {
    let desk = scene.desk().await;
    let settings = desk
        .update_video_options(options, scene.clock.now())
        .await
        .unwrap();
    settings.options
}

fn the_room(scene: &Scene) -> StandInRoom {
    scene.daily.rooms().remove(0)
}

#[tokio::test]
async fn a_french_coach_who_chose_nothing_has_rooms_in_the_european_union_in_french_and_nothing_paid() {
    let scene = Scene::set_up().await;
    let settings = scene.desk().await.video_settings().await.unwrap();
    assert_eq!(
        (settings.options, settings.usual_region),
        (VideoOptions::default(), RoomRegion::Frankfurt)
    );
    let booked = scene.booked_video().await;
    let room = the_room(&scene);
    assert_eq!(room.config.get("geo"), Some(&json!("eu-central-1")));
    assert_eq!(room.config.get("lang"), Some(&json!("fr")));
    assert!(!room.has("enable_transcription_storage"));
    scene.clock.set("2027-03-02T08:00:00Z");
    let desk = scene.desk().await;
    desk.join_meeting(booked.id, &RecordingBrowser::default(), scene.clock.now())
        .await
        .unwrap();
    let token = scene.daily.tokens().remove(0);
    assert!(token.text("enable_recording").is_none() && !token.has("auto_start_transcription"));
}

#[tokio::test]
async fn the_windows_language_moves_no_call_of_a_coach_in_europe() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut settings = desk.settings().await.unwrap();
    for (language, zone, region) in [
        (Language::En, "Europe/Paris", RoomRegion::Frankfurt),
        (Language::En, "America/Toronto", RoomRegion::Nearest),
        (Language::Fr, "America/Toronto", RoomRegion::Frankfurt),
    ] {
        settings.language = language;
        settings.zone = zone.into();
        desk.update_settings(&settings, now).await.unwrap();
        let usual = desk.video_settings().await.unwrap().usual_region;
        assert_eq!(usual, region, "{language:?} {zone}");
    }
}

#[tokio::test]
async fn what_is_chosen_goes_into_rooms_and_into_the_owners_token_alone() {
    let scene = Scene::set_up().await;
    choose(&scene, EVERYTHING).await;
    let booked = scene.booked_video().await;
    let room = the_room(&scene);
    assert_eq!(room.config.get("geo"), Some(&json!("eu-west-2")));
    assert_eq!(room.config.get("lang"), Some(&json!("user")));
    assert_eq!(room.config.get("enable_screenshare"), Some(&json!(false)));
    assert!(room.has("enable_transcription_storage"));
    assert!(
        !room.config.contains_key("enable_recording"),
        "anybody could start it there"
    );

    scene.clock.set("2027-03-02T08:00:00Z");
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let joined = desk
        .join_meeting(booked.id, &RecordingBrowser::default(), now)
        .await
        .unwrap();
    assert_eq!(joined.without, []);
    desk.client_link(booked.id, now).await.unwrap();
    let tokens = scene.daily.tokens();
    assert!(tokens[0].has("is_owner") && tokens[0].has("start_cloud_recording"));
    assert!(tokens[0].has("auto_start_transcription"));
    let client = &tokens[1];
    assert!(!client.has("start_cloud_recording") && client.text("enable_recording").is_none());
}

#[tokio::test]
async fn rooms_made_before_are_changed_with_the_options() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    choose(&scene, EVERYTHING).await;
    scene.work_off_rooms().await;
    assert_eq!(the_room(&scene).config.get("geo"), Some(&json!("eu-west-2")));
    let back = VideoOptions {
        region: Some(RoomRegion::Nearest),
        ..VideoOptions::default()
    };
    choose(&scene, back).await;
    scene.work_off_rooms().await;
    let room = the_room(&scene);
    assert_eq!(room.config.get("geo"), None, "nearest the first to join");
    assert!(!room.has("enable_transcription_storage"));
    let seen = scene.desk().await.appointment(booked.id).await.unwrap();
    assert_eq!(seen.room.state, RoomState::Ready);
}

#[tokio::test]
async fn what_the_plan_refuses_is_told_and_the_session_goes_on_without() {
    for answered in [Failure::PlanRefused, Failure::Invalid, Failure::Forbidden] {
        let scene = Scene::set_up().await;
        choose(&scene, EVERYTHING).await;
        let booked = scene.booked_video().await;
        scene.clock.set("2027-03-02T08:00:00Z");
        let (desk, now) = (scene.desk().await, scene.clock.now());
        scene.daily.fail_next(Endpoint::CreateToken, answered);
        let browser = RecordingBrowser::default();
        let joined = desk.join_meeting(booked.id, &browser, now).await.unwrap();
        assert_eq!(
            joined.without,
            [PaidFeature::Recording, PaidFeature::Transcription]
        );
        assert_eq!(browser.0.lock().unwrap().len(), 1, "the coach is in all the same");
        let refused = desk.video_settings().await.unwrap().refused;
        assert_eq!(
            refused
                .iter()
                .map(|it| (it.feature, it.since))
                .collect::<Vec<_>>(),
            [(PaidFeature::Recording, now), (PaidFeature::Transcription, now)]
        );
        let told = Attention::PlanRefused {
            feature: PaidFeature::Recording,
            since: now,
        };
        assert!(desk.attention(now).await.unwrap().contains(&told));

        let joined = desk.join_meeting(booked.id, &browser, now).await.unwrap();
        assert_eq!(joined.without, [], "the account was upgraded");
        assert_eq!(desk.video_settings().await.unwrap().refused, []);
    }
}

#[tokio::test]
async fn a_room_whose_transcription_the_plan_refuses_is_made_without() {
    let scene = Scene::set_up().await;
    choose(&scene, EVERYTHING).await;
    scene.daily.fail_next(Endpoint::CreateRoom, Failure::PlanRefused);
    let booked = scene.booked_video().await;
    assert_eq!(booked.room.state, RoomState::Ready);
    assert!(!the_room(&scene).has("enable_transcription_storage"));
    let refused = scene.desk().await.video_settings().await.unwrap().refused;
    assert_eq!(refused[0].feature, PaidFeature::Transcription);
    choose(&scene, VideoOptions::default()).await;
    assert_eq!(
        scene.desk().await.video_settings().await.unwrap().refused,
        [],
        "what is not wanted is not refused"
    );
}

#[tokio::test]
async fn daily_s_name_is_hidden_in_the_whole_account_unless_the_plan_refuses() {
    let hidden = VideoOptions {
        hide_branding: true,
        ..VideoOptions::default()
    };
    let scene = Scene::set_up().await;
    assert!(choose(&scene, hidden).await.hide_branding && scene.daily.hides_branding());
    assert!(!choose(&scene, VideoOptions::default()).await.hide_branding);
    assert!(!scene.daily.hides_branding());

    scene.daily.set_paid(false);
    let desk = scene.desk().await;
    let settings = desk
        .update_video_options(hidden, scene.clock.now())
        .await
        .unwrap();
    assert!(!settings.options.hide_branding, "it stays off");
    assert_eq!(settings.refused[0].feature, PaidFeature::Branding);
}

#[tokio::test]
async fn while_daily_cannot_be_asked_for_its_name_nothing_is_changed() {
    let mut scene = Scene::set_up().await;
    scene.daily.stop().await;
    let desk = scene.desk().await;
    let both = VideoOptions {
        hide_branding: true,
        screen_share: false,
        ..VideoOptions::default()
    };
    let refused = desk
        .update_video_options(both, scene.clock.now())
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::DailyUnreachable);
    assert_eq!(
        desk.video_settings().await.unwrap().options,
        VideoOptions::default()
    );
    let without = VideoOptions {
        hide_branding: false,
        ..both
    };
    assert_eq!(choose(&scene, without).await, without, "the rest needs nobody");
}
