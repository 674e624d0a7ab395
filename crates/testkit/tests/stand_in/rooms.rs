//! Rooms that are there, were there, or are somebody else's.

use crate::raw::{NOW, Raw};
use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn a_taken_name_looks_like_any_bad_value() {
    let raw = Raw::new().await;
    assert_eq!(raw.post("/rooms", json!({"name": "hello"})).await.0, 200);
    raw.refused(
        "/rooms",
        json!({"name": "hello"}),
        "a room named hello already exists",
    )
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_404_in_one_shape() {
    let raw = Raw::new().await;
    let missing = (404, json!({"error": "not-found", "info": "room x not found"}));
    assert_eq!(raw.get("/rooms/x").await, missing);
    assert_eq!(raw.post("/rooms/x", json!({})).await, missing);
    assert_eq!(raw.delete("/rooms/x", json!({})).await, missing);
    assert_eq!(raw.get("/rooms/x/presence").await, missing);
    assert_eq!(raw.get("/nothing/here").await.0, 404);
    assert_eq!(raw.send(Method::PUT, "/rooms/x", "{}").await.0, 404);
}

#[tokio::test]
async fn an_expired_room_counts_as_deleted() {
    let raw = Raw::new().await;
    let body = json!({"name": "a", "properties": {"exp": NOW + 60}});
    assert_eq!(raw.post("/rooms", body.clone()).await.0, 200);
    raw.pass(TimeDelta::seconds(60));
    assert_eq!(raw.get("/rooms/a").await.0, 404);
    assert_eq!(
        raw.post("/rooms/a", json!({"properties": {"exp": NOW + 600}}))
            .await
            .0,
        404
    );
    assert_eq!(raw.get("/rooms").await.1, json!({"total_count": 0, "data": []}));
    let (status, answer) = raw.delete("/rooms/a", json!({})).await;
    assert_eq!(
        (status, answer),
        (
            404,
            json!({"error": "not-found", "info": "room a not found", "deleted": true})
        )
    );
    assert_eq!(
        raw.delete("/rooms/a", json!({})).await.1.get("deleted"),
        None,
        "only the first time"
    );
}

#[tokio::test]
async fn an_update_is_partial_null_resets_and_a_refused_one_changes_nothing() {
    let raw = Raw::new().await;
    let properties = json!({"exp": NOW + 600, "lang": "fr", "enable_chat": true, "enable_knocking": true});
    raw.post(
        "/rooms",
        json!({"name": "a", "privacy": "private", "properties": properties}),
    )
    .await;
    let (_, room) = raw
        .post(
            "/rooms/a",
            json!({"properties": {"lang": null, "enable_chat": false}}),
        )
        .await;
    assert_eq!(
        room["config"],
        json!({"exp": NOW + 600, "enable_knocking": true}),
        "only what is not default"
    );
    assert_eq!(room["privacy"], "private");
    raw.refused(
        "/rooms/a",
        json!({"privacy": "public", "properties": {"exp": NOW - 5}}),
        "in the past",
    )
    .await;
    raw.refused("/rooms/a", json!({"name": "b"}), "\"name\" is not allowed")
        .await;
    assert_eq!(raw.get("/rooms/a").await.1, room);
}

#[tokio::test]
async fn lists_page_by_id_newest_first() {
    let raw = Raw::new().await;
    for index in 0..5 {
        raw.post("/rooms", json!({"name": format!("r{index}")})).await;
        raw.pass(TimeDelta::seconds(1));
    }
    let names = |answer: &Value| -> Vec<String> {
        let rooms = answer["data"].as_array().unwrap();
        rooms
            .iter()
            .map(|room| room["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let (_, first) = raw.get("/rooms?limit=2").await;
    assert_eq!(
        (names(&first), &first["total_count"]),
        (vec!["r4".into(), "r3".into()], &json!(5))
    );
    let last = first["data"][1]["id"].as_str().unwrap();
    let (_, second) = raw.get(&format!("/rooms?limit=2&starting_after={last}")).await;
    assert_eq!(names(&second), ["r2", "r1"]);
    let before = second["data"][0]["id"].as_str().unwrap();
    assert_eq!(
        names(&raw.get(&format!("/rooms?limit=1&ending_before={before}")).await.1),
        ["r3"]
    );
    assert_eq!(
        names(&raw.get("/rooms?limit=2&ending_before=OLDEST").await.1),
        ["r1", "r0"]
    );
    for bad in ["limit=0", "limit=101", "limit=x", "starting_after=r4"] {
        assert_eq!(raw.get(&format!("/rooms?{bad}")).await.0, 400, "{bad}");
    }
}

#[tokio::test]
async fn a_batch_deletes_all_or_nothing_and_at_most_a_thousand() {
    let raw = Raw::new().await;
    for name in ["a", "b", "c"] {
        raw.post("/rooms", json!({"name": name})).await;
    }
    let batch = |names: Vec<String>| json!({"room_names": names});
    assert_eq!(
        raw.delete("/batch/rooms", batch(vec!["a".into(), "x".into()]))
            .await
            .0,
        400
    );
    assert_eq!(raw.server.rooms().len(), 3);
    assert_eq!(
        raw.delete(
            "/batch/rooms",
            batch((0..1001).map(|i| format!("r{i}")).collect())
        )
        .await
        .0,
        400
    );
    assert_eq!(raw.delete("/batch/rooms", batch(vec![])).await.0, 400);
    assert_eq!(raw.delete("/batch/rooms", json!({"names": ["a"]})).await.0, 400);
    assert_eq!(
        raw.delete("/batch/rooms", json!({"room_names": [1]})).await.0,
        400
    );
    let done = raw
        .delete("/batch/rooms", batch(vec!["a".into(), "b".into()]))
        .await;
    assert_eq!(done, (200, json!({"deleted_count": 2})));
}

#[tokio::test]
async fn touching_a_foreign_room_is_noticed() {
    let raw = Raw::new().await;
    raw.server.mark_foreign("theirs");
    raw.post("/rooms", json!({"name": "ours"})).await;
    raw.get("/rooms/theirs").await;
    raw.delete("/rooms/ours", json!({})).await;
    assert_eq!(
        raw.server.touched_foreign(),
        Vec::<String>::new(),
        "reading is not touching"
    );
    raw.post("/rooms/theirs", json!({"properties": {"exp": NOW + 60}}))
        .await;
    raw.delete("/batch/rooms", json!({"room_names": ["theirs"]}))
        .await;
    raw.delete("/rooms/theirs", json!({})).await;
    assert_eq!(raw.server.touched_foreign(), ["theirs", "theirs", "theirs"]);
}
