//! Who is in a room, and when they have to leave.

use crate::raw::{NOW, Raw};
use chrono::TimeDelta;
use serde_json::json;

#[tokio::test]
async fn presence_names_only_rooms_with_people() {
    let raw = Raw::new().await;
    raw.post("/rooms", json!({"name": "a"})).await;
    raw.post("/rooms", json!({"name": "b"})).await;
    let visit = raw.server.enter("a", "Zoé");
    raw.pass(TimeDelta::seconds(5));
    let (_, presence) = raw.get("/presence").await;
    assert_eq!(
        presence,
        json!({"a": [{
            "id": visit, "room": "a", "userId": null, "userName": "Zoé",
            "joinTime": "2026-11-02T09:00:00.000Z", "duration": 5,
        }]})
    );
    assert_eq!(
        raw.get("/rooms/a/presence?userName=Max").await.1,
        json!({"total_count": 0, "data": []})
    );
    let (status, ejected) = raw.post("/rooms/a/eject", json!({"ids": [visit]})).await;
    assert_eq!((status, ejected), (200, json!({"ejectedIds": [visit]})));
    assert_eq!(raw.get("/presence").await.1, json!({}));
}

#[tokio::test]
async fn ejection_is_fixed_as_people_come_in() {
    let raw = Raw::new().await;
    let properties = json!({"exp": NOW + 600, "eject_at_room_exp": true});
    raw.post("/rooms", json!({"name": "a", "properties": properties}))
        .await;
    raw.server.enter("a", "early");
    raw.post("/rooms/a", json!({"properties": {"exp": NOW + 6000}}))
        .await;
    raw.server.enter("a", "late");
    raw.pass(TimeDelta::seconds(700));
    let (_, presence) = raw.get("/rooms/a/presence").await;
    assert_eq!(
        (presence["total_count"].as_i64(), &presence["data"][0]["userName"]),
        (Some(1), &json!("late"))
    );
}
