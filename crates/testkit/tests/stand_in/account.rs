//! The key, the domain, the plan, and bodies that are none.

use crate::raw::Raw;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn a_missing_or_malformed_header_is_400_and_a_wrong_key_401() {
    let raw = Raw::new().await;
    let url = raw.server.url() + "/rooms/any";
    let key = raw.server.key();
    for header in [
        None,
        Some(""),
        Some("Bearer"),
        Some("Bearer "),
        Some(key),
        Some("Basic abc"),
        Some("bearer abc"),
    ] {
        let mut request = raw.http.get(&url);
        if let Some(header) = header {
            request = request.header("authorization", header);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{header:?}");
        assert_eq!(
            answer.json::<Value>().await.unwrap(),
            json!({"error": "authorization-header-error"})
        );
    }
    let answer = raw.http.get(&url).bearer_auth("wrong").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        answer.text().await.unwrap(),
        r#"{"error":"authentication-error"}"#,
        "no info, recorded so"
    );
    assert!(raw.server.requests().iter().all(|request| !request.authorised));
    let printed = format!("{:?}", raw.server.requests());
    assert!(!printed.contains(key), "recorded requests can be printed");
}

#[tokio::test]
async fn a_body_that_is_not_json_is_its_own_error() {
    let raw = Raw::new().await;
    let (status, answer) = raw.send(Method::POST, "/rooms", "{name: a}").await;
    assert_eq!((status, &answer["error"]), (400, &json!("json-parsing-error")));
}

#[tokio::test]
async fn the_domain_is_described_and_changed() {
    let raw = Raw::new().await;
    let (_, domain) = raw.get("/").await;
    assert_eq!(
        (&domain["domain_name"], &domain["config"]["lang"]),
        (&json!("virtus-test"), &json!("en"))
    );
    let (status, domain) = raw
        .post(
            "/",
            json!({"properties": {"lang": "fr", "hide_daily_branding": true}}),
        )
        .await;
    assert_eq!((status, &domain["config"]["lang"]), (200, &json!("fr")));
    raw.refused("/", json!({"lang": "fr"}), "is not allowed").await;
    raw.refused(
        "/",
        json!({"properties": {"enable_knocking": true}}),
        "is not allowed",
    )
    .await;
    raw.server.set_paid(false);
    let (status, answer) = raw
        .post("/", json!({"properties": {"hide_daily_branding": true}}))
        .await;
    assert_eq!((status, &answer["error"]), (400, &json!("invalid-plan-type")));
}

#[tokio::test]
async fn an_unpaid_account_may_switch_paid_features_off() {
    let raw = Raw::new().await;
    raw.server.set_paid(false);
    let room = |value: Value| json!({"properties": {"enable_recording": value}});
    assert_eq!(
        raw.post("/rooms", room(json!("cloud"))).await.1["error"],
        "invalid-plan-type"
    );
    assert_eq!(raw.server.rooms(), []);
    assert_eq!(raw.post("/rooms", room(json!(null))).await.0, 200);
}
