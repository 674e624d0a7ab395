//! The key, tokens, links and names never appear in anything that is printed.

use crate::stage::{Stage, client, name};
use crate::strange::{answering, http};
use daily::{ApiKey, Daily, Error, JoinUrl, Role, TokenRequest, UserName};
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use testkit::daily::{Endpoint, Failure};

/// A log kept in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

#[tokio::test]
async fn neither_logs_nor_debug_nor_errors_show_a_secret() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    let stage = Stage::new().await;
    let new = stage.room("vp-1");
    let room = stage.daily.create_room(&new).await.unwrap();
    let domain = stage.daily.domain().await.unwrap();
    let request = TokenRequest::new(new.name.clone(), Role::Participant, new.times.closes()).unwrap();
    let request = request.user_name(UserName::from_text("Zoé Lacombe"));
    let token = stage.daily.mint_token(&request).await.unwrap();
    let link = JoinUrl::new(&domain.name, &new.name, &room.url, &token).unwrap();
    stage.server.enter("vp-1", "Zoé Lacombe");
    let key = ApiKey::parse(stage.server.key()).unwrap();
    let people = (
        stage.daily.presence(&new.name).await,
        stage.daily.meetings(&new.name).await,
    );
    let errors = every_error(&stage).await;
    let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let mut shown = format!(
        "{:#?}",
        (
            &key,
            &stage.daily,
            &request,
            &token,
            &link,
            &people,
            &errors,
            &texts
        )
    );
    assert!(log.text().contains("asked Daily"), "the log is listened to");
    let text = log.text();
    let ours: Vec<&str> = text.lines().filter(|line| line.contains(" daily::")).collect();
    assert!(
        ours.iter().any(|line| line.contains("could not be asked")),
        "failures are logged"
    );
    assert!(
        !ours.iter().any(|line| line.contains("http://")),
        "addresses may hold what they should not: {ours:?}"
    );
    shown += &text;
    let minted = stage.server.tokens()[0].token.clone();
    for secret in [stage.server.key(), minted.as_str(), "Lacombe", "Bearer"] {
        let at = shown.find(secret);
        assert_eq!(
            at,
            None,
            "{secret:?} is shown: …{}",
            &shown[at.map_or(0, |at| at.saturating_sub(200))..]
        );
    }
}

#[tokio::test]
async fn a_key_echoed_in_a_refusal_goes_no_further() {
    let body = r#"{"error":"invalid-request-error","info":"got Bearer s3cret-key there"}"#;
    let (url, server) = answering(|| http("400 Bad Request", body)).await;
    let error = client(&url, "s3cret-key").domain().await.unwrap_err();
    assert_eq!(
        error,
        Error::Invalid {
            info: "got Bearer … there".into()
        }
    );
    server.abort();
}

async fn every_error(stage: &Stage) -> Vec<Error> {
    let failures = [
        Failure::ServerError,
        Failure::Limited,
        Failure::KeyRefused,
        Failure::Forbidden,
        Failure::Invalid,
        Failure::Dropped,
        Failure::AnswerLost,
        Failure::AnswerCut,
        Failure::WebPage(200),
        Failure::BrokenJson,
        Failure::OtherJson,
        Failure::Redirect,
    ];
    let expires = stage.now() + chrono::TimeDelta::hours(1);
    let request = TokenRequest::new(name("vp-1"), Role::Participant, expires).unwrap();
    let mut errors = Vec::new();
    for failure in failures {
        stage.server.fail_next(Endpoint::CreateToken, failure);
        errors.push(stage.daily.mint_token(&request).await.unwrap_err());
    }
    let nowhere: Daily = client("http://127.0.0.1:9/v1", stage.server.key());
    errors.push(nowhere.domain().await.unwrap_err());
    errors
}
