//! The reminders of some hours, lived as the shell lives them: look, sleep as long as one may, look again; on a wall
//! clock that jumps while nobody is asked.

use api::{
    Appointment, NewAppointment, NewPerson, Notice, Notifier, Planner, QuietHours, ReminderState, Settings,
    nap,
};
use chrono::{DateTime, TimeDelta, Utc};
use testkit::day::at;

use crate::scene::{RecordingNotifier, Scene};

/// What happens to the wall clock at an instant of it.
struct Jump {
    when: &'static str,
    to: &'static str,
}

/// Lives from the clock's now until the wall clock reads `until`; answers when each notice was shown.
async fn live(scene: &Scene, until: &str, jumps: &[Jump]) -> Vec<(String, String)> {
    let (mut wall, mut jumps) = (scene.clock.now(), jumps.iter());
    let (mut jump, mut log) = (jumps.next(), Vec::new());
    while wall < at(until) {
        let notifier = RecordingNotifier::default();
        let reminded = scene.planner.remind(&notifier, wall).await.unwrap();
        for notice in notifier.popped() {
            log.push((wall.format("%H:%M:%S").to_string(), notice.title));
        }
        let mut after = wall + TimeDelta::from_std(nap(reminded.next, wall)).unwrap();
        if let Some(it) = jump.filter(|it| wall <= at(it.when) && at(it.when) < after) {
            // The timer goes on with what it has left; only the wall clock is another.
            after = at(it.to) + (after - at(it.when));
            jump = jumps.next();
        }
        wall = after;
    }
    log
}

async fn booked_at(scene: &Scene, name: &str, start: &str) -> Appointment {
    let new = NewAppointment {
        person: NewPerson::Prospect {
            name: name.into(),
            email: "someone@example.org".into(),
        },
        start: at(start),
        outside_rules: true,
        ..scene.video_on_tuesday().await
    };
    scene.book(&new).await
}

async fn told(scene: &Scene, it: &Appointment) -> Vec<(u32, ReminderState, Option<String>)> {
    let details = scene
        .desk()
        .await
        .appointment_details(it.id, scene.clock.now())
        .await
        .unwrap();
    let told = details.reminders.into_iter();
    told.map(|it| (it.before_min, it.state, it.why)).collect()
}

fn log(entries: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = entries.iter();
    owned
        .map(|(when, what)| ((*when).to_owned(), (*what).to_owned()))
        .collect()
}

#[tokio::test]
async fn on_a_plain_morning_each_comes_at_its_second() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    scene.clock.set("2027-03-02T06:12:34Z");
    let shown = live(&scene, "2027-03-02T09:00:00Z", &[]).await;
    assert_eq!(
        shown,
        log(&[
            ("07:00:00", "Dans 1 h : Léa Dupuis"),
            ("07:50:00", "Dans 10 min : Léa Dupuis")
        ])
    );
}

#[tokio::test]
async fn after_a_sleep_of_hours_the_useful_come_at_once_and_the_stale_are_marked() {
    let scene = Scene::set_up().await;
    let over = booked_at(&scene, "Ana", "2027-03-02T08:00:00Z").await;
    let ahead = booked_at(&scene, "Bea", "2027-03-02T11:45:00Z").await;
    scene.clock.set("2027-03-02T06:30:00Z");
    let slept = Jump {
        when: "2027-03-02T06:45:10Z",
        to: "2027-03-02T11:40:00Z",
    };
    let shown = live(&scene, "2027-03-02T13:00:00Z", &[slept]).await;
    let (when, what) = &shown[0];
    assert!(
        ("11:40:00".."11:40:31").contains(&when.as_str()),
        "half a minute after it woke at the latest: {when}"
    );
    assert_eq!(
        (what.as_str(), shown.len()),
        ("Dans 5 min : Bea", 1),
        "one for both of hers"
    );
    let skipped = |why: &str| (ReminderState::Skipped, Some(why.to_owned()));
    let of = |told: Vec<(u32, ReminderState, Option<String>)>| -> Vec<_> {
        told.into_iter().map(|(_, state, why)| (state, why)).collect()
    };
    assert_eq!(of(told(&scene, &over).await), [skipped("over"), skipped("over")]);
    assert_eq!(
        of(told(&scene, &ahead).await),
        [skipped("overtaken"), (ReminderState::Sent, None)]
    );
}

#[tokio::test]
async fn a_clock_set_back_repeats_nothing_and_a_clock_set_on_misses_nothing() {
    let scene = Scene::set_up().await;
    scene.booked_video().await;
    scene.clock.set("2027-03-02T06:50:00Z");
    let jumps = [
        Jump {
            when: "2027-03-02T07:10:05Z",
            to: "2027-03-02T05:10:00Z",
        },
        Jump {
            when: "2027-03-02T06:00:05Z",
            to: "2027-03-02T07:49:58Z",
        },
    ];
    let shown = live(&scene, "2027-03-02T09:00:00Z", &jumps).await;
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert_eq!(shown[0], log(&[("07:00:00", "Dans 1 h : Léa Dupuis")])[0]);
    assert_eq!(shown[1].1, "Dans 10 min : Léa Dupuis");
}

#[tokio::test]
async fn another_zone_changes_what_the_clock_says_but_not_when_to_remind() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let desk = scene.desk().await;
    let settings = Settings {
        zone: "Asia/Kolkata".into(),
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    let notifier = RecordingNotifier::default();
    scene
        .planner
        .remind(&notifier, booked.start - TimeDelta::minutes(10))
        .await
        .unwrap();
    let shown = notifier.popped();
    assert_eq!(
        shown[0].body, "Séance · 13:30 · visio",
        "half past one in Kolkata"
    );
}

#[tokio::test]
async fn a_reminder_a_day_before_keeps_its_distance_over_the_change_of_the_clocks() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let settings = Settings {
        reminder_offsets_min: vec![1440],
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
    // Sunday 28 March 2027, 09:00 in Paris, seven hours after the clocks went on.
    let sunday = booked_at(&scene, "Ana", "2027-03-28T07:00:00Z").await;
    scene.clock.set("2027-03-27T06:00:00Z");
    let shown = live(&scene, "2027-03-28T08:00:00Z", &[]).await;
    assert_eq!(
        shown,
        log(&[("07:00:00", "Dans 1 j : Ana")]),
        "24 hours, as the title says"
    );
    assert_eq!(told(&scene, &sunday).await[0].1, ReminderState::Sent);
}

/// A service that is asked and never answers.
struct Hanging;

impl Notifier for Hanging {
    async fn pop_up(&self, _: &Notice) -> Result<(), api::NotShown> {
        std::future::pending().await
    }

    fn show_in_window(&self, _: &Notice) -> Result<(), api::NotShown> {
        Ok(())
    }

    fn show_in_raised_window(&self, _: &Notice) -> Result<(), api::NotShown> {
        Ok(())
    }
}

#[tokio::test]
async fn a_crash_between_claim_and_show_is_told_and_shows_nothing_twice() {
    let mut scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    let due = booked.start - TimeDelta::minutes(60);
    let moment = std::time::Duration::from_millis(500);
    let died = tokio::time::timeout(moment, scene.planner.remind(&Hanging, due)).await;
    assert!(died.is_err(), "it is being shown when the program dies");
    scene.restart().await;
    let notifier = RecordingNotifier::default();
    for seconds in [5, 65, 185] {
        scene
            .planner
            .remind(&notifier, due + TimeDelta::seconds(seconds))
            .await
            .unwrap();
    }
    assert_eq!(
        notifier.popped(),
        [],
        "nobody knows whether it was seen: not again"
    );
    let told = told(&scene, &booked).await;
    assert_eq!(
        told[0],
        (60, ReminderState::Failed, Some("interrupted".to_owned())),
        "and the history says so"
    );
    assert_eq!(told[1].1, ReminderState::Due, "the next one is not touched");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_on_one_agenda_show_each_reminder_once() {
    let scene = Scene::set_up().await;
    let mut starts = Vec::new();
    for hour in 8..16 {
        starts.push(
            booked_at(&scene, "Ana", &format!("2027-03-02T{hour:02}:00:00Z"))
                .await
                .start,
        );
    }
    let other = scene.another_program().await;
    let notifier = RecordingNotifier::default();
    let look =
        async |planner: &Planner, now: DateTime<Utc>| planner.remind(&notifier, now).await.unwrap().settled;
    let mut settled = 0;
    for start in &starts {
        for before in [60, 10] {
            let now = *start - TimeDelta::minutes(before);
            let (one, two) = tokio::join!(look(&scene.planner, now), look(&other, now));
            settled += one + two;
        }
    }
    assert_eq!((settled, notifier.popped().len()), (16, 16));
}

async fn be_quiet(scene: &Scene, from_min: u32, to_min: u32) {
    let desk = scene.desk().await;
    let settings = Settings {
        quiet_hours: Some(QuietHours { from_min, to_min }),
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, scene.clock.now()).await.unwrap();
}

#[tokio::test]
async fn in_quiet_hours_a_reminder_waits_for_their_end() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    // Quiet until 08:30 in Paris; the reminder of an hour before is due at 08:00.
    be_quiet(&scene, 22 * 60, 8 * 60 + 30).await;
    let details = scene
        .desk()
        .await
        .appointment_details(booked.id, scene.clock.now())
        .await
        .unwrap();
    let waits: Vec<_> = details.reminders.iter().map(|it| it.waits_until).collect();
    assert_eq!(waits, [Some(at("2027-03-02T07:30:00Z")), None]);
    scene.clock.set("2027-03-02T06:00:00Z");
    let shown = live(&scene, "2027-03-02T09:00:00Z", &[]).await;
    assert_eq!(
        shown,
        log(&[
            ("07:30:00", "Dans 30 min : Léa Dupuis"),
            ("07:50:00", "Dans 10 min : Léa Dupuis")
        ])
    );
}

#[tokio::test]
async fn what_would_be_too_late_after_the_quiet_hours_is_shown_quietly_in_the_window() {
    let scene = Scene::set_up().await;
    let booked = scene.booked_video().await;
    be_quiet(&scene, 22 * 60, 9 * 60 + 15).await;
    let notifier = RecordingNotifier::default();
    for minutes in [60, 10] {
        let now = booked.start - TimeDelta::minutes(minutes);
        scene.planner.remind(&notifier, now).await.unwrap();
    }
    assert_eq!(notifier.popped(), []);
    let quiet: Vec<_> = notifier
        .in_window
        .lock()
        .unwrap()
        .iter()
        .map(|it| it.title.clone())
        .collect();
    assert_eq!(quiet, ["Dans 1 h : Léa Dupuis", "Dans 10 min : Léa Dupuis"]);
    let why = Some("quiet_hours".to_owned());
    assert_eq!(
        told(&scene, &booked).await,
        [
            (60, ReminderState::Sent, why.clone()),
            (10, ReminderState::Sent, why)
        ]
    );
}

#[tokio::test]
async fn several_due_at_once_are_one_notice() {
    let scene = Scene::set_up().await;
    let mut booked = Vec::new();
    for (name, start) in [
        ("Ana", "2027-03-02T08:00:00Z"),
        ("Bea", "2027-03-02T09:30:00Z"),
        ("Chloé", "2027-03-03T09:00:00Z"),
    ] {
        booked.push(booked_at(&scene, name, start).await.id);
    }
    let desk = scene.desk().await;
    let settings = Settings {
        reminder_offsets_min: vec![2880],
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, at("2027-02-27T00:00:00Z"))
        .await
        .unwrap();
    let notifier = RecordingNotifier::default();
    scene
        .planner
        .remind(&notifier, at("2027-03-02T07:50:00Z"))
        .await
        .unwrap();
    let shown = notifier.popped();
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!(shown[0].title, "3 rendez-vous à venir");
    assert_eq!(
        shown[0].body,
        "09:00 · Ana · Séance\n10:30 · Bea · Séance\ndemain 10:00 · Chloé · Séance"
    );
    assert_eq!(shown[0].about, booked);
    let join = shown[0].join.as_ref().unwrap();
    assert_eq!(join.appointment, booked[0], "hers is the door that is open");
}

#[tokio::test]
async fn a_long_list_is_cut_and_a_hidden_name_is_in_none_of_it() {
    let scene = Scene::set_up().await;
    for hour in 8..14 {
        booked_at(&scene, "Ana", &format!("2027-03-02T{hour:02}:00:00Z")).await;
    }
    let desk = scene.desk().await;
    let settings = Settings {
        reminder_offsets_min: vec![1500],
        hide_names: true,
        ..desk.settings().await.unwrap()
    };
    desk.update_settings(&settings, at("2027-02-27T00:00:00Z"))
        .await
        .unwrap();
    let notifier = RecordingNotifier::default();
    scene
        .planner
        .remind(&notifier, at("2027-03-02T07:00:00Z"))
        .await
        .unwrap();
    let shown = notifier.popped();
    assert_eq!(shown[0].title, "6 rendez-vous à venir");
    let lines: Vec<&str> = shown[0].body.lines().collect();
    assert_eq!(
        (lines[0], lines[4], lines.len()),
        ("09:00 · Séance", "et 2 autres", 5)
    );
    assert!(!shown[0].body.contains("Ana"), "{}", shown[0].body);
}
