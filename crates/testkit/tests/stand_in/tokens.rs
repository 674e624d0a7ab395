//! Tokens, and where links with them lead.

use crate::raw::{NOW, Raw};
use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::daily::{Door, NoEntry};

#[tokio::test]
async fn token_properties_are_nested_and_known() {
    let raw = Raw::new().await;
    let exp = NOW + 600;
    let token = |properties: Value| json!({"properties": properties});
    raw.refused("/meeting-tokens", json!({}), "properties is required")
        .await;
    raw.refused(
        "/meeting-tokens",
        json!({"room_name": "a", "exp": exp}),
        "is not allowed",
    )
    .await;
    raw.refused("/meeting-tokens", token(json!({"exp": exp})), "without room_name")
        .await;
    raw.refused("/meeting-tokens", token(json!({"room_name": "a"})), "without exp")
        .await;
    raw.refused(
        "/meeting-tokens",
        token(json!({"room_name": "a", "exp": NOW - 1})),
        "in the past",
    )
    .await;
    for (name, value) in [
        ("user_id", json!("x".repeat(37))),
        ("is_owner", json!("yes")),
        ("enable_knocking", json!(true)),
        ("geo", json!("eu-central-1")),
        ("owner", json!(true)),
        ("lang", json!(null)),
    ] {
        let properties = json!({"room_name": "a", "exp": exp, name: value});
        raw.refused("/meeting-tokens", token(properties), name).await;
    }
}

#[tokio::test]
async fn a_token_has_the_form_of_daily_s_and_can_be_checked_until_it_is_over() {
    let raw = Raw::new().await;
    let properties = json!({"room_name": "a", "exp": NOW + 600, "nbf": NOW + 60, "is_owner": true});
    let (_, answer) = raw
        .post("/meeting-tokens", json!({"properties": properties}))
        .await;
    let token = answer["token"].as_str().unwrap();
    assert_eq!(
        claims(token),
        json!({
            "r": "a", "exp": NOW + 600, "nbf": NOW + 60, "o": true, "d": testkit::daily::DOMAIN_ID, "iat": NOW,
        })
    );
    assert_eq!(
        raw.get(&format!("/meeting-tokens/{token}")).await.0,
        400,
        "not yet valid"
    );
    assert_eq!(
        raw.get(&format!("/meeting-tokens/{token}?ignoreNbf=true")).await,
        (200, properties.clone())
    );
    raw.pass(TimeDelta::seconds(60));
    assert_eq!(
        raw.get(&format!("/meeting-tokens/{token}")).await,
        (200, properties)
    );
    assert_eq!(raw.get("/meeting-tokens/made.up.token").await.0, 400);
    raw.pass(TimeDelta::seconds(600));
    assert_eq!(raw.get(&format!("/meeting-tokens/{token}")).await.0, 400, "over");
}

fn claims(token: &str) -> Value {
    use base64::Engine as _;
    let parts: Vec<&str> = token.split('.').collect();
    let decode = |part: &str| {
        base64::engine::general_purpose::URL_SAFE_NO_PAD
            .decode(part)
            .unwrap()
    };
    assert_eq!((parts.len(), decode(parts[2]).len()), (3, 32));
    serde_json::from_slice(&decode(parts[1])).unwrap()
}

#[tokio::test]
async fn links_open_what_their_token_says() {
    let raw = Raw::new().await;
    let server = &raw.server;
    raw.post("/rooms", json!({"name": "a", "privacy": "private"}))
        .await;
    raw.post(
        "/rooms",
        json!({"name": "b", "privacy": "private", "properties": {"enable_knocking": true}}),
    )
    .await;
    raw.post("/rooms", json!({"name": "c"})).await;
    let site = "https://virtus-test.daily.co";
    let (_, answer) = raw
        .post(
            "/meeting-tokens",
            json!({"properties": {"room_name": "a", "exp": NOW + 60}}),
        )
        .await;
    let token = answer["token"].as_str().unwrap();
    assert_eq!(server.follow(&format!("{site}/a")), Err(NoEntry::Private));
    assert_eq!(server.follow(&format!("{site}/b")), Ok(Door::Knocking));
    assert!(
        matches!(server.follow(&format!("{site}/c")), Ok(Door::Inside(_))),
        "public"
    );
    assert!(matches!(
        server.follow(&format!("{site}/a?t={token}")),
        Ok(Door::Inside(_))
    ));
    assert_eq!(
        server.follow(&format!("{site}/b?t={token}")),
        Err(NoEntry::BadToken),
        "for another room"
    );
    assert_eq!(
        server.follow(&format!("{site}/a?t={token}x")),
        Err(NoEntry::BadToken)
    );
    assert_eq!(
        server.follow(&format!("{site}/z?t={token}")),
        Err(NoEntry::NoRoom)
    );
    for link in [
        "https://other.daily.co/a",
        "http://virtus-test.daily.co/a",
        "not a link",
        site,
    ] {
        assert_eq!(server.follow(link), Err(NoEntry::NotALink), "{link}");
    }
    raw.pass(TimeDelta::seconds(60));
    assert_eq!(
        server.follow(&format!("{site}/a?t={token}")),
        Err(NoEntry::BadToken),
        "over"
    );
}
