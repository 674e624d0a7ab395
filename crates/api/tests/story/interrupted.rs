//! Room work that is interrupted: the program killed at any point, answers lost, late or doubled. Whatever happens, in
//! the end each appointment has exactly the room it should have.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
    time::Duration,
};

use api::{Appointment, AppointmentChange, MeetingKind, Reschedule, RoomState};
use chrono::{DateTime, TimeDelta, Utc};
use testkit::{
    daily::{Endpoint, Failure},
    day::at,
};

use crate::scene::Scene;

/// How long a late request or answer takes.
const LATE: Duration = Duration::from_millis(40);

/// What is owed when the trouble begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owed {
    Creation,
    Move,
    Removal,
    RemovalForACall,
}

const ALL: [Owed; 4] = [Owed::Creation, Owed::Move, Owed::Removal, Owed::RemovalForACall];

impl Owed {
    /// Brings a fresh agenda to the point where this is owed.
    async fn prepare(self, scene: &Scene) -> Appointment {
        scene.daily.mark_foreign("vp-foreign");
        if self == Self::Creation {
            return scene.book(&scene.video_on_tuesday().await).await;
        }
        let booked = scene.booked_video().await;
        let (desk, now) = (scene.desk().await, scene.clock.now());
        match self {
            Self::Creation => {}
            Self::Move => drop(
                desk.reschedule_appointment(&to_wednesday(&booked), now)
                    .await
                    .unwrap(),
            ),
            Self::Removal => drop(desk.cancel_appointment(booked.id, "Grippe", now).await.unwrap()),
            Self::RemovalForACall => drop(desk.update_appointment(&as_a_call(&booked), now).await.unwrap()),
        }
        booked
    }

    fn endpoint(self) -> Endpoint {
        match self {
            Self::Creation => Endpoint::CreateRoom,
            Self::Move => Endpoint::UpdateRoom,
            Self::Removal | Self::RemovalForACall => Endpoint::DeleteRoom,
        }
    }

    /// When the one room opens in the end; `None`: there is to be none.
    fn opens(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Creation => Some(at("2027-03-02T07:45:00Z")),
            Self::Move => Some(at("2027-03-03T07:45:00Z")),
            Self::Removal | Self::RemovalForACall => None,
        }
    }

    /// Daily and the agenda agree on what was wanted, and the foreign room is as it was.
    async fn assert_settled(self, scene: &Scene, booked: &Appointment, what: &str) {
        let ours: Vec<_> = scene
            .daily
            .rooms()
            .into_iter()
            .filter(|it| it.name != "vp-foreign")
            .collect();
        let expected: Vec<_> = self.opens().into_iter().map(Some).collect();
        let opens: Vec<_> = ours.iter().map(testkit::daily::StandInRoom::opens).collect();
        assert_eq!(opens, expected, "{self:?}, {what}");
        assert_eq!(
            scene.daily.touched_foreign(),
            Vec::<String>::new(),
            "{self:?}, {what}"
        );
        let state = scene
            .desk()
            .await
            .appointment(booked.id)
            .await
            .unwrap()
            .room
            .state;
        let wanted = match self {
            Self::Creation | Self::Move => RoomState::Ready,
            Self::Removal => RoomState::Removed,
            Self::RemovalForACall => RoomState::None,
        };
        assert_eq!(state, wanted, "{self:?}, {what}");
    }
}

fn to_wednesday(booked: &Appointment) -> Reschedule {
    Reschedule {
        id: booked.id,
        start: at("2027-03-03T08:00:00Z"),
        type_id: None,
        duration_min: None,
        outside_rules: false,
    }
}

fn as_a_call(booked: &Appointment) -> AppointmentChange {
    AppointmentChange {
        id: booked.id,
        type_id: booked.type_id,
        reason_id: None,
        kind: MeetingKind::Phone,
        title: String::new(),
        description: String::new(),
        place: String::new(),
        phone: "06 12 34 56 78".into(),
    }
}

/// Lets `work` be polled so many times, then ends it where it stands, as a kill would. Answers whether it came to its end.
async fn killed_after(polls: u32, work: impl Future) -> bool {
    let (mut work, mut left) = (pin!(work), polls);
    poll_fn(|context| {
        if work.as_mut().poll(context).is_ready() {
            return Poll::Ready(true);
        }
        left -= 1;
        if left == 0 {
            Poll::Ready(false)
        } else {
            Poll::Pending
        }
    })
    .await
}

/// Kills the first round of work at each of its points in turn, with `failure` on the call it makes, then starts again.
async fn killed_everywhere(owed: Owed, failure: Option<Failure>) {
    for polls in 1.. {
        let mut scene = Scene::set_up().await;
        let booked = owed.prepare(&scene).await;
        if let Some(failure) = failure.clone() {
            scene.daily.fail_next(owed.endpoint(), failure);
        }
        let whole = killed_after(polls, scene.planner.work_on_rooms(scene.clock.now(), 0.5)).await;
        scene.restart().await;
        scene.work_off_rooms().await;
        // What the dead program asked for may still have its effect now.
        tokio::time::sleep(LATE * 2).await;
        scene.daily.recover();
        scene.clock.turn(TimeDelta::minutes(1));
        scene.work_off_rooms().await;
        scene
            .planner
            .cleanup_expired_rooms(scene.clock.now())
            .await
            .unwrap();
        scene.work_off_rooms().await;
        let what = format!("killed at point {polls} under {failure:?}");
        owed.assert_settled(&scene, &booked, &what).await;
        if whole {
            assert!(polls > 3, "the work has more points than {polls} to be killed at");
            return;
        }
    }
}

#[tokio::test]
async fn a_program_killed_at_any_point_of_its_room_work_does_it_once_after_all() {
    for owed in ALL {
        killed_everywhere(owed, None).await;
    }
}

#[tokio::test]
async fn a_request_that_has_its_effect_after_the_program_was_killed_does_no_harm() {
    for owed in ALL {
        killed_everywhere(owed, Some(Failure::EffectLate(LATE))).await;
    }
}

#[tokio::test]
async fn an_answer_that_comes_after_the_program_was_killed_is_not_missed() {
    for owed in ALL {
        killed_everywhere(owed, Some(Failure::AnswerLate(LATE))).await;
    }
}

#[tokio::test]
async fn answers_lost_cut_doubled_or_not_dailys_leave_the_one_room_that_is_wanted() {
    let failures = [
        Failure::AnswerLost,
        Failure::AnswerCut,
        Failure::CarriedOutTwice,
        Failure::Dropped,
        Failure::ServerError,
        Failure::Unavailable(5),
        Failure::BrokenJson,
        Failure::OtherJson,
        Failure::WebPage(200),
        Failure::WebPage(404),
        Failure::Redirect,
        Failure::UnknownFields,
    ];
    for owed in ALL {
        for failure in &failures {
            let mut scene = Scene::set_up().await;
            let booked = owed.prepare(&scene).await;
            // Twice: the second try meets what the first left behind.
            scene.daily.fail_next(owed.endpoint(), failure.clone());
            scene.daily.fail_next(owed.endpoint(), failure.clone());
            for _ in 0..3 {
                scene.work_off_rooms().await;
                scene.restart().await;
                scene.clock.turn(TimeDelta::minutes(1));
            }
            owed.assert_settled(&scene, &booked, &format!("{failure:?}"))
                .await;
        }
    }
}

#[tokio::test]
async fn a_creation_that_arrives_after_its_appointment_was_cancelled_is_cleaned_up() {
    let mut scene = Scene::set_up().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    let on_its_way = Failure::EffectLate(Duration::from_secs(2));
    scene.daily.fail_next(Endpoint::CreateRoom, on_its_way);
    tokio::select! {
        _ = scene.planner.work_on_rooms(scene.clock.now(), 0.5) => {}
        () = until(|| !scene.daily.requests_to(Endpoint::CreateRoom).is_empty()) => {}
    }
    scene.restart().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    desk.cancel_appointment(booked.id, "Grippe", now).await.unwrap();
    scene.work_off_rooms().await;
    let deletions = scene.daily.requests_to(Endpoint::DeleteRoom).len();
    assert_eq!(deletions, 1, "there was nothing to delete yet");
    until(|| scene.daily.rooms().len() == 1).await;
    let cleaned = scene.planner.cleanup_expired_rooms(now).await.unwrap();
    assert_eq!((cleaned.removed, scene.daily.rooms().len()), (1, 0));
}

/// Waits for something that happens at the stand-in.
async fn until(happened: impl Fn() -> bool) {
    while !happened() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn an_appointment_changed_while_its_room_is_made_gets_what_it_wants_last() {
    let scene = Scene::set_up().await;
    let booked = scene.book(&scene.video_on_tuesday().await).await;
    scene
        .daily
        .fail_next(Endpoint::CreateRoom, Failure::AnswerLate(LATE));
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let (worked, moved) = tokio::join!(scene.planner.work_on_rooms(now, 0.5), async {
        tokio::time::sleep(LATE / 2).await;
        desk.reschedule_appointment(&to_wednesday(&booked), now).await
    });
    assert!(worked.unwrap() && moved.is_ok());
    scene.work_off_rooms().await;
    Owed::Move.assert_settled_without_foreign(&scene, &booked).await;
}

impl Owed {
    async fn assert_settled_without_foreign(self, scene: &Scene, booked: &Appointment) {
        self.assert_settled(scene, booked, "changed meanwhile").await;
        assert_eq!(scene.daily.rooms().len(), 1);
    }
}

#[tokio::test]
async fn the_nearer_the_session_the_sooner_a_room_is_tried_again() {
    let mut waits = Vec::new();
    for moment in [
        "2027-03-01T08:00:00Z",
        "2027-03-02T07:30:00Z",
        "2027-03-02T07:58:00Z",
    ] {
        let scene = Scene::set_up().await;
        let booked = scene.book(&scene.video_on_tuesday().await).await;
        scene.daily.fail_each(Endpoint::CreateRoom, Failure::ServerError);
        for _ in 0..12 {
            scene.desk().await.retry_rooms(scene.clock.now()).await.unwrap();
            scene.work_off_rooms().await;
        }
        scene.clock.set(moment);
        scene.desk().await.retry_rooms(scene.clock.now()).await.unwrap();
        scene.work_off_rooms().await;
        let owed = scene.desk().await.appointment(booked.id).await.unwrap().room;
        waits.push((owed.next_try_at.unwrap() - scene.clock.now()).num_seconds());
    }
    assert_eq!(
        waits,
        [2700, 225, 20],
        "a day, half an hour, two minutes before the start"
    );
}
