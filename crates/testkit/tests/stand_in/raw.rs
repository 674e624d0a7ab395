//! A stand-in, a plain HTTP client, and a clock the stand-in follows.

use chrono::{DateTime, TimeDelta};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use testkit::daily::DailyStandIn;

/// Monday, 2 November 2026, nine o'clock.
pub const NOW: i64 = 1_793_610_000;

fn http() -> Client {
    // Fails from the second time on, when the choice is made already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().build().unwrap()
}

pub struct Raw {
    pub server: DailyStandIn,
    pub http: Client,
    seconds: Arc<AtomicI64>,
}

impl Raw {
    pub async fn new() -> Self {
        let seconds = Arc::new(AtomicI64::new(NOW));
        let clock = seconds.clone();
        let clock = move || DateTime::from_timestamp(clock.load(Ordering::SeqCst), 0).unwrap();
        Self {
            server: DailyStandIn::start(Arc::new(clock)).await,
            http: http(),
            seconds,
        }
    }

    pub fn pass(&self, time: TimeDelta) {
        self.seconds.fetch_add(time.num_seconds(), Ordering::SeqCst);
    }

    pub async fn send(&self, method: Method, path: &str, body: impl Into<reqwest::Body>) -> (u16, Value) {
        let request = self
            .http
            .request(method, self.server.url() + path)
            .bearer_auth(self.server.key());
        let answer = request.body(body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    pub async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, "").await
    }

    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::POST, path, body.to_string()).await
    }

    pub async fn delete(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::DELETE, path, body.to_string()).await
    }

    /// A post that must be refused as an invalid request with a text containing `info`.
    pub async fn refused(&self, path: &str, body: Value, info: &str) {
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
