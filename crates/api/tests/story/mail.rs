//! The client's link as the draft of an e-mail.

use std::{collections::BTreeMap, sync::Mutex};

use api::{ErrorCode, Language, MailDraft, MailProgram, NewPerson, Settings};
use testkit::daily::Door;

use crate::scene::Scene;

#[derive(Default)]
struct Outbox {
    drafts: Mutex<Vec<String>>,
    refuses: bool,
}

impl MailProgram for Outbox {
    fn compose(&self, draft: &MailDraft) -> Result<(), String> {
        if self.refuses {
            return Err("no program".into());
        }
        self.drafts.lock().unwrap().push(draft.expose().to_owned());
        Ok(())
    }
}

#[tokio::test]
async fn the_draft_goes_to_the_person_met_with_the_date_in_words_and_their_own_link() {
    let scene = Scene::set_up().await;
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: "Zoé & Fils".into(),
        email: "zoe@example.org".into(),
    };
    let booked = scene.book(&new).await;
    scene.work_off_rooms().await;
    let (desk, outbox) = (scene.desk().await, Outbox::default());
    desk.draft_client_link(booked.id, &outbox, scene.clock.now())
        .await
        .unwrap();
    let draft = url::Url::parse(&outbox.drafts.lock().unwrap().remove(0)).unwrap();
    assert_eq!((draft.scheme(), draft.path()), ("mailto", "zoe@example.org"));
    let parts: BTreeMap<_, _> = draft.query_pairs().into_owned().collect();
    assert_eq!(parts.len(), 2, "{parts:?}");
    assert_eq!(
        parts["subject"],
        "Notre séance en visio du mardi 2 mars 2027, 09:00"
    );
    let body = &parts["body"];
    for told in [
        "Bonjour Zoé,",
        "le mardi 2 mars 2027 à 09:00 (heure de Paris)",
        "à partir de 08:45",
        "Camille",
    ] {
        assert!(body.contains(told), "{told} is not in {body}");
    }
    let american = scene.planner.clone().in_locale("en-US").desk().await.unwrap();
    let english = Settings {
        language: Language::En,
        ..american.settings().await.unwrap()
    };
    american
        .update_settings(&english, scene.clock.now())
        .await
        .unwrap();
    american
        .draft_client_link(booked.id, &outbox, scene.clock.now())
        .await
        .unwrap();
    let drafted = url::Url::parse(&outbox.drafts.lock().unwrap().remove(0)).unwrap();
    let drafted: BTreeMap<_, _> = drafted.query_pairs().into_owned().collect();
    assert_eq!(
        drafted["subject"],
        "Our video session on Tuesday 2 March 2027, 9:00 am"
    );
    assert!(drafted["body"].contains("from 8:45 am"), "{drafted:?}");
    let link = body.lines().find(|line| line.starts_with("https://")).unwrap();
    scene.clock.set("2027-03-02T08:00:00Z");
    assert_eq!(
        scene.daily.follow(link),
        Ok(Door::Knocking),
        "never the coach's link"
    );
}

#[tokio::test]
async fn a_client_without_an_address_a_room_still_owed_and_a_system_without_mail_are_told() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let (desk, outbox, now) = (scene.desk().await, Outbox::default(), scene.clock.now());
    let refused = desk.draft_client_link(booked.id, &outbox, now).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::NoEmail);
    assert_eq!(scene.daily.tokens().len(), 0, "no link was made for nothing");

    let mut new = scene.video_on_tuesday().await;
    new.start += chrono::TimeDelta::days(1);
    new.person = NewPerson::Prospect {
        name: "Zoé".into(),
        email: "zoe@example.org".into(),
    };
    let owed = scene.book(&new).await;
    let refused = desk.draft_client_link(owed.id, &outbox, now).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoomNotReady);
    scene.work_off_rooms().await;
    let mute = Outbox {
        refuses: true,
        ..Outbox::default()
    };
    let refused = desk.draft_client_link(owed.id, &mute, now).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::MailUnavailable);
}
