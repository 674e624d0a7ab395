//! Ports, and the stand-in as a program.

use crate::raw::{NOW, Raw};
use chrono::{DateTime, Utc};
use serde_json::json;
use std::sync::Arc;
use testkit::daily::{DailyStandIn, Setup};

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
