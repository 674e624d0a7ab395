//! The stand-in asked directly, above all in ways the client cannot: wrong keys, wrong names, wrong
//! properties. The shapes of the answers are those of Daily's REST documentation, "Errors".
#![expect(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use testkit::daily::{DailyStandIn, Door, NoEntry, Setup};

const NOW: i64 = 1_793_610_000;

fn http() -> Client {
    // Fails from the second time on, when the choice is made already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().build().unwrap()
}

struct Raw {
    server: DailyStandIn,
    http: Client,
    seconds: Arc<AtomicI64>,
}

impl Raw {
    async fn new() -> Self {
        let seconds = Arc::new(AtomicI64::new(NOW));
        let clock = seconds.clone();
        let clock = move || DateTime::from_timestamp(clock.load(Ordering::SeqCst), 0).unwrap();
        Self {
            server: DailyStandIn::start(Arc::new(clock)).await,
            http: http(),
            seconds,
        }
    }

    fn pass(&self, time: TimeDelta) {
        self.seconds.fetch_add(time.num_seconds(), Ordering::SeqCst);
    }

    async fn send(&self, method: Method, path: &str, body: impl Into<reqwest::Body>) -> (u16, Value) {
        let request = self
            .http
            .request(method, self.server.url() + path)
            .bearer_auth(self.server.key());
        let answer = request.body(body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, "").await
    }

    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::POST, path, body.to_string()).await
    }

    async fn delete(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::DELETE, path, body.to_string()).await
    }

    /// A post that must be refused as an invalid request with a text containing `info`.
    async fn refused(&self, path: &str, body: Value, info: &str) {
        let shown = body.to_string();
        let (status, answer) = self.post(path, body).await;
        assert_eq!(
            (status, &answer["error"]),
            (400, &json!("invalid-request-error")),
            "{shown}: {answer}"
        );
        assert!(
            answer["info"].as_str().unwrap().contains(info),
            "{shown}: {answer}"
        );
    }
}

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

#[tokio::test]
async fn a_body_that_is_not_json_is_its_own_error() {
    let raw = Raw::new().await;
    let (status, answer) = raw.send(Method::POST, "/rooms", "{name: a}").await;
    assert_eq!((status, &answer["error"]), (400, &json!("json-parsing-error")));
}

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

#[tokio::test]
async fn a_taken_port_is_an_error_and_a_free_one_is_kept_over_a_restart() {
    let mut raw = Raw::new().await;
    let url = raw.server.url();
    let port = url::Url::parse(&url).unwrap().port().unwrap();
    let clock: testkit::daily::Clock = Arc::new(|| DateTime::<Utc>::from_timestamp(NOW, 0).unwrap());
    let setup = Setup {
        port,
        ..Setup::default()
    };
    assert!(DailyStandIn::start_with(clock, setup).await.is_err());
    raw.post("/rooms", json!({"name": "a"})).await;
    raw.server.stop().await;
    assert!(raw.http.get(&url).send().await.is_err());
    raw.server.restart().await.unwrap();
    assert_eq!((raw.server.url(), raw.get("/rooms/a").await.0), (url, 200));
}

#[test]
fn the_program_says_where_it_listens_and_refuses_what_it_does_not_know() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let program = || Command::new(env!("CARGO_BIN_EXE_daily-stand-in"));
    let mut child = program()
        .args(["--key", "k"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let url = line
        .trim_end()
        .strip_prefix("listening on http://127.0.0.1:")
        .unwrap();
    assert!(
        url.ends_with("/v1") && url.trim_end_matches("/v1").parse::<u16>().unwrap() > 0,
        "{line}"
    );
    for wrong in [&["--port", "x"][..], &["--port"], &["--what", "1"]] {
        assert_eq!(
            program().args(wrong).output().unwrap().status.code(),
            Some(2),
            "{wrong:?}"
        );
    }
}
