//! What a new room may say about itself.

use crate::raw::{NOW, Raw};
use serde_json::{Value, json};

#[tokio::test]
async fn a_room_needs_a_good_name_if_it_has_one() {
    let raw = Raw::new().await;
    let info = "com espaço contains invalid characters (room names can contain A-Z, a-z, 0-9, '-', and '_')";
    raw.refused("/rooms", json!({"name": "com espaço"}), info).await;
    raw.refused("/rooms", json!({"name": "a".repeat(129)}), "128 characters")
        .await;
    raw.refused("/rooms", json!({"name": ""}), "1 to 128").await;
    raw.refused("/rooms", json!({"name": 7}), "name").await;
    assert_eq!(raw.post("/rooms", json!({"name": "a".repeat(128)})).await.0, 200);
    let (status, room) = raw.post("/rooms", json!({})).await;
    assert_eq!(
        (status, room["name"].as_str().unwrap().len()),
        (200, 20),
        "Daily makes up a name"
    );
    assert_eq!(room["privacy"], "public", "the default one must not rely on");
    assert_eq!(room["config"], json!({}));
}

#[tokio::test]
async fn properties_the_room_does_not_know_are_refused() {
    let raw = Raw::new().await;
    let properties = |name: &str, value: Value| json!({"name": "a", "properties": {name: value}});
    let info = "\"redirect_on_meeting_exit\" is not allowed [Received redirect_on_meeting_exit=https://x]";
    raw.refused(
        "/rooms",
        properties("redirect_on_meeting_exit", json!("https://x")),
        info,
    )
    .await;
    for unknown in [
        "max_duration",
        "owner_only_broadcast",
        "enable_transcription",
        "hide_daily_branding",
        "knocking",
    ] {
        raw.refused("/rooms", properties(unknown, json!(true)), "is not allowed")
            .await;
        raw.refused("/rooms", properties(unknown, json!(null)), "is not allowed")
            .await;
    }
    raw.refused(
        "/rooms",
        json!({"name": "a", "exp": NOW + 60}),
        "\"exp\" is not allowed",
    )
    .await;
    raw.refused(
        "/rooms",
        json!({"name": "a", "enable_knocking": true}),
        "is not allowed",
    )
    .await;
    raw.refused("/rooms", json!({"privacy": "org"}), "privacy").await;
    raw.refused("/rooms", json!({"privacy": null}), "privacy").await;
    raw.refused("/rooms", json!({"properties": [1]}), "properties")
        .await;
    raw.refused("/rooms", json!(["a"]), "not an object").await;
    assert_eq!(raw.server.rooms(), []);
}

#[tokio::test]
async fn values_of_the_wrong_kind_are_refused() {
    let raw = Raw::new().await;
    for (name, value) in [
        ("enable_knocking", json!("true")),
        ("enable_chat", json!(1)),
        ("lang", json!("ja")),
        ("lang", json!("FR")),
        ("geo", json!("eu-west-1")),
        ("max_participants", json!(0)),
        ("max_participants", json!(201)),
        ("enable_recording", json!("video")),
        ("enable_recording", json!(["cloud", "video"])),
        ("enable_recording", json!(true)),
        ("meeting_join_hook", json!("x".repeat(256))),
        ("permissions", json!("all")),
    ] {
        let was = value.as_str().map_or(value.to_string(), str::to_owned);
        raw.refused(
            "/rooms",
            json!({"properties": {name: value}}),
            &format!("{name} was '{was}'"),
        )
        .await;
    }
}

#[tokio::test]
async fn times_are_future_seconds() {
    let raw = Raw::new().await;
    let exp = |value: Value| json!({"name": "a", "properties": {"exp": value}});
    let past = format!(
        "exp was '{}', which is in the past rather than in the future",
        NOW - 1
    );
    raw.refused("/rooms", exp(json!(NOW - 1)), &past).await;
    raw.refused("/rooms", exp(json!(NOW)), "in the past").await;
    let odd = "exp was 'not an int' but should be a number of seconds since the unix epoch";
    raw.refused("/rooms", exp(json!("not an int")), odd).await;
    raw.refused("/rooms", exp(json!((NOW + 60) * 1000)), "number of seconds")
        .await;
    raw.refused("/rooms", exp(json!(1.5)), "number of seconds").await;
    raw.refused("/rooms", json!({"properties": {"nbf": "soon"}}), "nbf was 'soon'")
        .await;
    let past_nbf = json!({"name": "a", "properties": {"nbf": NOW - 600, "exp": NOW + 60}});
    assert_eq!(
        raw.post("/rooms", past_nbf).await.0,
        200,
        "a room may be open already"
    );
}
