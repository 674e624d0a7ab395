//! Room work: done once, in its goal, or put off.

use agenda::{Actor, Block, RoomGoal, RoomProblem};
use chrono::TimeDelta;
use store::{MadeRoom, Move, RoomWish, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{furnish, good},
};

/// Room work is done once, in order of need, and a goal that changes meanwhile is not lost.
pub async fn room_work_follows_its_goal(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let (nine, now) = (at(TUESDAY_NINE), desk.now);
    let mut booking = desk.booking(nine);
    booking.room = Some(RoomWish {
        name: "vp-one".into(),
        goal: RoomGoal::Create,
    });
    desk.rows.book(&booking, now).await.unwrap();
    let id = booking.appointment.id;

    let job = store.begin_room_job(now).await.unwrap().unwrap();
    assert_eq!((job.goal, job.attempts, job.start), (RoomGoal::Create, 1, nine));
    let later = nine + TimeDelta::hours(2);
    let room = Some(RoomWish {
        name: "vp-one".into(),
        goal: RoomGoal::Update,
    });
    let to = Move {
        start: later,
        end: later + TimeDelta::hours(1),
        new_type: None,
        reminders: Vec::new(),
        room,
    };
    desk.rows.move_appointment(id, &to, now).await.unwrap();
    let made = |opens| MadeRoom {
        name: "vp-one".into(),
        url: "https://x.daily.co/vp-one".into(),
        opens,
        closes: later,
    };
    assert!(
        !store.finish_room_job(&job, Some(&made(nine)), now).await.unwrap(),
        "it was made for the old time"
    );

    let job = store.begin_room_job(now).await.unwrap().unwrap();
    assert_eq!(
        (job.goal, job.attempts, job.start),
        (RoomGoal::Create, 2, later),
        "still to be made, for the new time"
    );
    assert!(
        store
            .finish_room_job(&job, Some(&made(later)), now)
            .await
            .unwrap()
    );
    assert_eq!(store.begin_room_job(now).await.unwrap(), None);
    assert_eq!(desk.rows.entry(id).await.unwrap().room.made, Some(made(later)));

    let gone = RoomWish {
        name: "vp-one".into(),
        goal: RoomGoal::Delete,
    };
    desk.rows
        .cancel_appointment(id, &good(Block::parse("x")), Actor::Coach, Some(&gone), now)
        .await
        .unwrap();
    let job = store.begin_room_job(now).await.unwrap().unwrap();
    assert_eq!(job.goal, RoomGoal::Delete);
    store.finish_room_job(&job, None, now).await.unwrap();
    assert_eq!(desk.rows.entry(id).await.unwrap().room.made, None);
}

/// A room nobody began to make is forgotten, not deleted, when its appointment is cancelled.
pub async fn a_room_never_begun_is_forgotten(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let mut booking = desk.booking(at(TUESDAY_NINE));
    booking.room = Some(RoomWish {
        name: "vp-one".into(),
        goal: RoomGoal::Create,
    });
    desk.rows.book(&booking, desk.now).await.unwrap();
    let gone = RoomWish {
        name: "vp-one".into(),
        goal: RoomGoal::Delete,
    };
    let (id, reason) = (booking.appointment.id, good(Block::parse("x")));
    desk.rows
        .cancel_appointment(id, &reason, Actor::Coach, Some(&gone), desk.now)
        .await
        .unwrap();
    assert_eq!(store.begin_room_job(desk.now).await.unwrap(), None);
}

/// Room work that failed waits until its time, says why, and can be hurried.
pub async fn postponed_room_work_waits_and_says_why(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let mut booking = desk.booking(at(TUESDAY_NINE));
    booking.room = Some(RoomWish {
        name: "vp-one".into(),
        goal: RoomGoal::Create,
    });
    desk.rows.book(&booking, desk.now).await.unwrap();
    let (now, later) = (desk.now, desk.now + TimeDelta::minutes(5));
    let job = store.begin_room_job(now).await.unwrap().unwrap();
    store
        .postpone_room_job(&job, RoomProblem::Unreachable, later)
        .await
        .unwrap();
    assert_eq!(
        store.begin_room_job(later - TimeDelta::seconds(1)).await.unwrap(),
        None
    );
    let owed = desk
        .rows
        .entry(booking.appointment.id)
        .await
        .unwrap()
        .room
        .owed
        .unwrap();
    assert_eq!(
        (owed.problem, owed.attempts, owed.since),
        (Some(RoomProblem::Unreachable), 1, now)
    );
    desk.rows.retry_rooms(now).await.unwrap();
    assert!(
        store.begin_room_job(now).await.unwrap().is_some(),
        "the coach asked for it now"
    );
}
