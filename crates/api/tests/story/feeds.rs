//! Calendars of others: read, kept, and in the way of bookings.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use api::{Attention, BusyFeed, BusyFeedInput, CoachDesk, ErrorCode, FeedTrouble, FieldProblem, NewBusyFeed};
use chrono::TimeDelta;
use testkit::{
    day::{TUESDAY_NINE, at},
    web_host::WebHost,
};

use crate::scene::Scene;

/// Tuesday 2 March 2027, nine to ten in Paris, every week; and all of Wednesday the 3rd.
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Perso\r\n\
    BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Paris:20270302T090000\r\nDTEND;TZID=Europe/Paris:20270302T100000\r\n\
    RRULE:FREQ=WEEKLY\r\nSUMMARY:Dentiste\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20270303\r\nSUMMARY:Congé\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn serving(body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

const MISSING: &str = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

/// A server that has the calendar while the switch is on, and says when it is unchanged.
async fn host(on: &Arc<AtomicBool>) -> WebHost {
    let on = Arc::clone(on);
    WebHost::saying(move |request| match on.load(Ordering::Relaxed) {
        true if request.contains("if-none-match: \"1\"") => "HTTP/1.1 304 Not Modified\r\n\r\n".into(),
        true => serving(CALENDAR),
        false => MISSING.into(),
    })
    .await
}

async fn add(scene: &Scene, host: &WebHost) -> BusyFeed {
    let new = NewBusyFeed {
        name: "Mon Google".into(),
        address: format!("{}/private-s3cr3t/basic.ics", host.base()),
    };
    scene
        .desk()
        .await
        .add_busy_feed(&new, scene.clock.now())
        .await
        .unwrap()
}

async fn refresh(scene: &Scene) -> bool {
    scene
        .planner
        .refresh_busy_feeds(|| scene.clock.now())
        .await
        .unwrap()
}

async fn feed(scene: &Scene) -> BusyFeed {
    let desk = scene.desk().await;
    desk.busy_feeds(scene.clock.now()).await.unwrap().pop().unwrap()
}

async fn offers_tuesday_nine(scene: &Scene) -> bool {
    let (desk, now) = (scene.desk().await, scene.clock.now());
    desk.is_slot_available(scene.session_type().await, at(TUESDAY_NINE), now)
        .await
        .unwrap()
}

async fn slots_on(desk: &CoachDesk, scene: &Scene, date: &str) -> usize {
    let date = date.parse().unwrap();
    let day = desk.available_slots(scene.session_type().await, date, scene.clock.now());
    day.await.unwrap().slots.len()
}

#[tokio::test]
async fn what_a_calendar_says_blocks_slots_and_bookings_unless_the_coach_chooses_otherwise() {
    let scene = Scene::set_up().await;
    let host = host(&Arc::new(AtomicBool::new(true))).await;
    let mut new = scene.video_on_tuesday().await;
    add(&scene, &host).await;
    assert!(refresh(&scene).await);
    assert!(!offers_tuesday_nine(&scene).await);
    let desk = scene.desk().await;
    assert_eq!(slots_on(&desk, &scene, "2027-03-03").await, 0, "the day off");
    assert!(slots_on(&desk, &scene, "2027-03-04").await > 0);

    let refused = desk
        .create_appointment(&new, scene.clock.now())
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::BusyElsewhere);
    assert_eq!(refused.details.calendars, ["Mon Google"]);
    new.outside_rules = true;
    scene.book(&new).await;

    let times = desk
        .busy_times(at("2027-03-02T00:00:00Z"), at("2027-03-04T00:00:00Z"))
        .await
        .unwrap();
    let told: Vec<_> = times
        .iter()
        .map(|it| (it.start.to_rfc3339(), it.feed_name.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("2027-03-02T08:00:00+00:00".to_owned(), "Mon Google"),
            ("2027-03-02T23:00:00+00:00".to_owned(), "Mon Google"),
        ]
    );
}

#[tokio::test]
async fn a_calendar_that_was_never_read_is_not_taken_for_an_empty_one() {
    let scene = Scene::set_up().await;
    let host = host(&Arc::new(AtomicBool::new(false))).await;
    let new = scene.video_on_tuesday().await;
    add(&scene, &host).await;
    let desk = scene.desk().await;
    let now = scene.clock.now();
    let unread = desk.create_appointment(&new, now).await.unwrap_err();
    assert_eq!(unread.code, ErrorCode::CalendarUnread, "also before it was tried");
    assert_eq!(
        desk.attention(now).await.unwrap(),
        [],
        "it is being read: nobody need do anything"
    );

    refresh(&scene).await;
    assert_eq!(feed(&scene).await.trouble, Some(FeedTrouble::Gone));
    let unread = desk.create_appointment(&new, now).await.unwrap_err();
    assert_eq!(unread.code, ErrorCode::CalendarUnread);
    assert_eq!(unread.details.calendars, ["Mon Google"]);
    let name = "Mon Google".to_owned();
    assert_eq!(
        desk.attention(now).await.unwrap(),
        [Attention::CalendarUnread { name }]
    );

    desk.pass_over_unread_feeds(now).await.unwrap();
    assert!(!feed(&scene).await.holds_up_bookings);
    assert_eq!(desk.attention(now).await.unwrap().len(), 1, "it is still told");
    scene.book(&new).await;
    scene.clock.turn(TimeDelta::days(1));
    assert!(feed(&scene).await.holds_up_bookings, "the word is good for a day");
}

#[tokio::test]
async fn the_last_good_copy_counts_while_a_calendar_cannot_be_read_and_its_age_is_told() {
    let scene = Scene::set_up().await;
    let on = Arc::new(AtomicBool::new(true));
    let host = host(&on).await;
    add(&scene, &host).await;
    refresh(&scene).await;
    let good_at = scene.clock.now();
    on.store(false, Ordering::Relaxed);
    assert!(!refresh(&scene).await, "not due yet");
    scene.clock.turn(TimeDelta::minutes(30));
    assert!(refresh(&scene).await);
    let it = feed(&scene).await;
    assert_eq!((it.good_at, it.trouble), (Some(good_at), Some(FeedTrouble::Gone)));
    assert_eq!(it.tried_at, Some(scene.clock.now()));
    assert!(!offers_tuesday_nine(&scene).await, "the copy still blocks");
    assert!(!it.is_stale);

    let failed = host.calls();
    assert!(!refresh(&scene).await, "after a failure one waits");
    scene.clock.turn(TimeDelta::minutes(2));
    refresh(&scene).await;
    assert_eq!(host.calls(), failed + 1);
    scene.clock.turn(TimeDelta::minutes(2));
    assert!(!refresh(&scene).await, "and longer each time");

    scene.clock.turn(TimeDelta::days(1));
    let attention = scene.desk().await.attention(scene.clock.now()).await.unwrap();
    let name = "Mon Google".to_owned();
    assert!(
        attention.contains(&Attention::CalendarStale { name, good_at }),
        "{attention:?}"
    );

    on.store(true, Ordering::Relaxed);
    refresh(&scene).await;
    let it = feed(&scene).await;
    assert_eq!((it.trouble, it.is_stale), (None, false));
    assert_eq!(it.good_at, Some(scene.clock.now()), "unchanged is as good as new");
}

#[tokio::test]
async fn a_copy_is_fetched_whole_again_after_a_week_and_when_the_coach_moves() {
    let scene = Scene::set_up().await;
    let whole = Arc::new(std::sync::atomic::AtomicU32::new(0));
    let counted = Arc::clone(&whole);
    let host = WebHost::saying(move |request| {
        if request.contains("if-none-match") {
            return "HTTP/1.1 304 Not Modified\r\n\r\n".into();
        }
        counted.fetch_add(1, Ordering::Relaxed);
        serving(CALENDAR)
    })
    .await;
    let id = add(&scene, &host).await.id;
    let desk = scene.desk().await;
    let mut times = Vec::new();
    for days in [0, 1, 7] {
        scene.clock.turn(TimeDelta::days(days));
        desk.refresh_busy_feed(id, || scene.clock.now()).await.unwrap();
        times.push(whole.load(Ordering::Relaxed));
    }
    assert_eq!(times, [1, 1, 2]);
    let mut settings = desk.settings().await.unwrap();
    settings.zone = "America/New_York".into();
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    assert!(refresh(&scene).await, "whole days are others now");
    assert_eq!(whole.load(Ordering::Relaxed), 3);
}

#[tokio::test]
async fn whole_days_and_whole_calendars_can_be_switched_off() {
    let scene = Scene::set_up().await;
    let host = host(&Arc::new(AtomicBool::new(true))).await;
    let id = add(&scene, &host).await.id;
    refresh(&scene).await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut input = BusyFeedInput {
        name: "Google, sans les congés".into(),
        enabled: true,
        all_day_blocks: false,
    };
    desk.update_busy_feed(id, &input, now).await.unwrap();
    assert!(slots_on(&desk, &scene, "2027-03-03").await > 0);
    assert!(!offers_tuesday_nine(&scene).await);
    input.enabled = false;
    desk.update_busy_feed(id, &input, now).await.unwrap();
    assert!(offers_tuesday_nine(&scene).await);
    assert!(!refresh(&scene).await, "nobody asks for what does not count");
    input.enabled = true;
    desk.update_busy_feed(id, &input, now).await.unwrap();
    assert!(refresh(&scene).await, "it is read as soon as it counts again");
    desk.remove_busy_feed(id).await.unwrap();
    assert!(offers_tuesday_nine(&scene).await);
}

#[tokio::test]
async fn a_file_blocks_too_and_another_can_take_its_place() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let page = b"<html>".to_vec();
    let refused = desk
        .add_busy_feed_file("page", page.clone(), now)
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::CalendarNotRead);
    assert_eq!(refused.details.calendar_trouble, Some(FeedTrouble::NotACalendar));
    assert!(
        desk.busy_feeds(now).await.unwrap().is_empty(),
        "what is no calendar is not added"
    );

    let added = desk
        .add_busy_feed_file("mon-agenda", CALENDAR.into(), now)
        .await
        .unwrap();
    assert_eq!((added.name.as_str(), added.host), ("Perso", None));
    assert!(!offers_tuesday_nine(&scene).await);
    assert!(desk.replace_busy_feed_file(added.id, page, now).await.is_err());
    assert!(
        !offers_tuesday_nine(&scene).await,
        "a bad file takes no good one's place"
    );
    let empty = "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n";
    desk.replace_busy_feed_file(added.id, empty.into(), now)
        .await
        .unwrap();
    assert!(offers_tuesday_nine(&scene).await);
    assert!(!refresh(&scene).await, "a file is nobody's errand");
}

#[tokio::test]
async fn a_bad_address_is_told_at_its_field_and_none_is_told_to_anybody() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    for (address, problem) in [
        ("", FieldProblem::Required),
        ("mon agenda", FieldProblem::NotAnAddress),
        ("http://calendar.example.org/a.ics", FieldProblem::NotSecure),
    ] {
        let new = NewBusyFeed {
            name: "Google".into(),
            address: address.into(),
        };
        let refused = desk.add_busy_feed(&new, now).await.unwrap_err();
        assert_eq!(refused.details.fields[0].field, "address");
        assert_eq!(refused.details.fields[0].problem, problem, "{address}");
    }
    let new = NewBusyFeed {
        name: "Google".into(),
        address: "webcal://calendar.example.org/private-s3cr3t/basic.ics".into(),
    };
    let added = desk.add_busy_feed(&new, now).await.unwrap();
    assert_eq!(added.host.as_deref(), Some("calendar.example.org"));
    assert!(!serde_json::to_string(&added).unwrap().contains("s3cr3t"));
    let again = desk.add_busy_feed(&new, now).await.unwrap_err();
    assert_eq!(again.details.fields[0].problem, FieldProblem::Duplicate);
    assert!(!format!("{again:?}").contains("s3cr3t"));
}
