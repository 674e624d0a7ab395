//! What a whole run writes to its log: neither the key nor a token, whatever goes wrong.

use std::{
    io,
    sync::{Arc, Mutex},
};

use api::{MailDraft, MailProgram, RecordingChoice, VideoOptions};
use testkit::daily::{Endpoint, Failure};
use tracing_subscriber::fmt::MakeWriter;

use crate::scene::{RecordingBrowser, Scene};

/// A log kept in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self::Writer {
        self.clone()
    }
}

struct NoMail;

impl MailProgram for NoMail {
    fn compose(&self, draft: &MailDraft) -> Result<(), String> {
        tracing::info!(?draft, "shown as Debug shows it");
        Err("no program".into())
    }
}

#[tokio::test]
async fn the_log_of_a_whole_run_at_its_loudest_shows_neither_key_nor_token_nor_link() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(log.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let mut scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let now = scene.clock.now();
    let paid = VideoOptions {
        recording: RecordingChoice::FromTheStart,
        transcription: true,
        ..VideoOptions::default()
    };
    desk.update_video_options(paid, now).await.unwrap();
    desk.test_video_setup(now).await.unwrap();
    let booked = scene.booked_video().await;
    scene.clock.set("2027-03-02T08:00:00Z");
    let now = scene.clock.now();
    for failure in [
        Failure::PlanRefused,
        Failure::KeyRefused,
        Failure::BrokenJson,
        Failure::AnswerCut,
    ] {
        scene.daily.fail_next(Endpoint::CreateToken, failure);
        let _ = desk
            .join_meeting(booked.id, &RecordingBrowser::default(), now)
            .await;
    }
    let browser = RecordingBrowser::default();
    desk.join_meeting(booked.id, &browser, now).await.unwrap();
    let link = desk.client_link(booked.id, now).await.unwrap();
    tracing::info!(?link, "shown as Debug shows it");
    let _ = desk.draft_client_link(booked.id, &NoMail, now).await;
    desk.room_presence(booked.id).await.unwrap();
    desk.cancel_appointment(booked.id, "Grippe", now).await.unwrap();
    scene.daily.fail_next(Endpoint::DeleteRoom, Failure::KeyRefused);
    scene.work_off_rooms().await;
    scene.restart().await;
    scene.planner.cleanup_expired_rooms(now).await.unwrap();
    let wrong = desk.set_api_key("wrong-key-5a7e", false).await;
    assert!(wrong.is_err());

    let written = log.text();
    assert!(written.contains("asked Daily"), "the log was captured: {written}");
    assert!(!written.contains(scene.daily.key()), "the key is in the log");
    assert!(!written.contains("wrong-key-5a7e"), "a refused key is in the log");
    let tokens = scene.daily.tokens();
    assert!(tokens.len() > 4);
    for token in tokens {
        assert!(!written.contains(&token.token), "a token is in the log");
    }
    assert!(!written.contains("?t="), "a link is in the log");
}
