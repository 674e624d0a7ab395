//! What any store of agendas must do, whatever database is behind it. Each check takes an opened, empty store.

// Checks are tests whose harness lives elsewhere: what is odd in them is odd in tests.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "checks panic, as tests do"
)]

use agenda::{Actor, Block, Reminder, ReminderState, RoomGoal, RoomProblem, Status, reminders_for};
use chrono::TimeDelta;
use store::{Error, MadeRoom, Move, RoomWish, Settled, Store};

pub mod races;

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{furnish, good},
};

/// What is booked is there, whole, also for another connection.
pub async fn what_is_booked_is_there(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let booking = desk.booking(at(TUESDAY_NINE));
    desk.rows.book(&booking, desk.now).await.unwrap();
    let entry = desk.rows.entry(booking.appointment.id).await.unwrap();
    assert_eq!(entry.appointment, booking.appointment);
    assert_eq!(
        (entry.type_name.as_str(), entry.colour.to_string().as_str()),
        ("Séance", "#4352d9")
    );
    assert_eq!(entry.reason_label.unwrap().as_str(), "Suivi");
    assert_eq!(
        desk.rows.reminders(booking.appointment.id).await.unwrap().len(),
        2
    );
}

/// Two scheduled appointments of a coach never overlap, in any of the ways two spans can.
pub async fn scheduled_appointments_never_overlap(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let nine = at(TUESDAY_NINE);
    desk.book(nine).await.unwrap();
    for minutes in [-59, -1, 0, 1, 59] {
        let taken = desk.book(nine + TimeDelta::minutes(minutes)).await;
        assert!(matches!(taken, Err(Error::SlotTaken)), "{minutes}: {taken:?}");
    }
    let mut around = desk.booking(nine - TimeDelta::minutes(30));
    around.appointment.end = nine + TimeDelta::minutes(90);
    assert!(
        matches!(desk.rows.book(&around, desk.now).await, Err(Error::SlotTaken)),
        "one around it"
    );
    desk.book(nine + TimeDelta::minutes(60))
        .await
        .expect_or_panic("one may start when another ends");
    desk.book(nine - TimeDelta::minutes(60))
        .await
        .expect_or_panic("one may end when another starts");
}

/// An appointment of a whole day is met by one that starts 23 hours into it.
pub async fn a_long_appointment_still_blocks_its_end(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let nine = at(TUESDAY_NINE);
    let mut long = desk.booking(nine);
    long.appointment.end = nine + TimeDelta::hours(24);
    desk.rows.book(&long, desk.now).await.unwrap();
    assert!(matches!(
        desk.book(nine + TimeDelta::hours(23)).await,
        Err(Error::SlotTaken)
    ));
    desk.book(nine + TimeDelta::hours(24))
        .await
        .expect_or_panic("the day is over");
}

/// A refused booking leaves no reminder and no room work behind.
pub async fn a_refused_booking_leaves_nothing(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let nine = at(TUESDAY_NINE);
    desk.book(nine).await.unwrap();
    let mut second = desk.booking(nine);
    second.room = Some(RoomWish {
        name: "vp-second".into(),
        goal: RoomGoal::Create,
    });
    assert!(matches!(
        desk.rows.book(&second, desk.now).await,
        Err(Error::SlotTaken)
    ));
    assert_eq!(desk.rows.reminders(second.appointment.id).await.unwrap(), []);
    assert_eq!(store.begin_room_job(nine).await.unwrap(), None);
}

/// Two coaches may be busy at the same time.
pub async fn coaches_do_not_block_each_other(store: Store) {
    let (one, two) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    one.book(at(TUESDAY_NINE)).await.unwrap();
    two.book(at(TUESDAY_NINE))
        .await
        .expect_or_panic("another coach's agenda");
}

/// A handle reaches nothing of another coach's, not by a known identifier either.
pub async fn a_handle_reaches_one_agenda(store: Store) {
    let (mine, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    let id = other.book(at(TUESDAY_NINE)).await.unwrap();
    let (rows, now) = (&mine.rows, mine.now);
    assert!(matches!(rows.entry(id).await, Err(Error::NotFound)));
    assert_eq!(rows.reminders(id).await.unwrap(), []);
    assert_eq!(rows.entries_of_client(other.client).await.unwrap(), []);
    assert_eq!(
        rows.entries_between(now, now + TimeDelta::days(30))
            .await
            .unwrap(),
        []
    );
    assert!(matches!(
        rows.client(other.client, now).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.archive_client(other.client, None).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.appointment_type(other.type_id).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.delete_reason(other.reason_id, now).await,
        Err(Error::NotFound)
    ));
    let reason = good(Block::parse("x"));
    assert!(matches!(
        rows.cancel_appointment(id, &reason, Actor::Coach, None, now)
            .await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.close_appointment(id, Status::Completed, now).await,
        Err(Error::NotFound)
    ));
    let away = Move {
        start: now,
        end: now + TimeDelta::hours(1),
        reminders: Vec::new(),
        room: None,
    };
    assert!(matches!(
        rows.move_appointment(id, &away, now).await,
        Err(Error::NotFound)
    ));
    let mut stolen = mine.booking(at(TUESDAY_NINE));
    stolen.appointment.type_id = other.type_id;
    assert!(
        rows.book(&stolen, now).await.is_err(),
        "the type belongs to its coach"
    );
    assert_eq!(
        other.rows.entry(id).await.unwrap().appointment.status,
        Status::Scheduled
    );
}

/// Cancelling frees the time, silences the reminders, keeps the reason, and is final.
pub async fn cancelling_frees_and_is_final(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let reason = good(Block::parse("Grippe"));
    desk.rows
        .cancel_appointment(id, &reason, Actor::Coach, None, desk.now)
        .await
        .unwrap();
    let it = desk.rows.entry(id).await.unwrap().appointment;
    assert_eq!(it.cancellation.unwrap().reason, reason);
    let states: Vec<ReminderState> = desk
        .rows
        .reminders(id)
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.state)
        .collect();
    assert_eq!(states, [ReminderState::Cancelled; 2]);
    desk.book(at(TUESDAY_NINE))
        .await
        .expect_or_panic("the time is free again");
    assert!(matches!(
        desk.rows.reopen_appointment(id, &[], None, desk.now).await,
        Err(Error::NotFound)
    ));
}

/// Moving takes the reminders along, and back again.
pub async fn reminders_move_with_their_appointment(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let (nine, noon) = (at(TUESDAY_NINE), at("2027-03-02T11:00:00Z"));
    let id = desk.book(nine).await.unwrap();
    for start in [noon, nine] {
        let reminders = reminders_for(start, &[60, 10], desk.now);
        let to = Move {
            start,
            end: start + TimeDelta::hours(1),
            reminders,
            room: None,
        };
        desk.rows.move_appointment(id, &to, desk.now).await.unwrap();
        let due: Vec<Reminder> = desk
            .rows
            .reminders(id)
            .await
            .unwrap()
            .into_iter()
            .filter(|it| it.state == ReminderState::Due)
            .collect();
        assert_eq!(
            due,
            reminders_for(start, &[60, 10], desk.now),
            "only the new time is reminded of"
        );
    }
}

/// A reminder is claimed by one caller, once, and remembers what became of it.
pub async fn a_reminder_is_claimed_once(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let due = at(TUESDAY_NINE) - TimeDelta::minutes(60);
    assert_eq!(
        store
            .claim_due_reminders(due - TimeDelta::seconds(1))
            .await
            .unwrap(),
        [],
        "not due yet"
    );
    let claimed = store.claim_due_reminders(due).await.unwrap();
    assert_eq!(claimed.len(), 1, "the one of an hour before");
    assert_eq!(
        (claimed[0].appointment, claimed[0].person.as_str()),
        (id, "Léa Dupuis")
    );
    assert_eq!(
        store.claim_due_reminders(due).await.unwrap(),
        [],
        "nobody gets it twice"
    );
    store
        .settle_reminder(claimed[0].id, Settled::Sent, due)
        .await
        .unwrap();
    let states: Vec<ReminderState> = desk
        .rows
        .reminders(id)
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.state)
        .collect();
    assert_eq!(states, [ReminderState::Sent, ReminderState::Due]);
    assert_eq!(
        store.settle_interrupted_reminders(due).await.unwrap(),
        0,
        "nothing was left half done"
    );
}

/// A reminder claimed by a program that died is told as interrupted, and not shown again.
pub async fn an_interrupted_reminder_is_told(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let due = at(TUESDAY_NINE) - TimeDelta::minutes(60);
    assert_eq!(store.claim_due_reminders(due).await.unwrap().len(), 1);
    assert_eq!(store.settle_interrupted_reminders(due).await.unwrap(), 1);
    let first = desk.rows.reminders(id).await.unwrap().remove(0);
    assert_eq!(
        (first.state, first.why.as_deref()),
        (ReminderState::Failed, Some("interrupted"))
    );
    assert_eq!(store.claim_due_reminders(due).await.unwrap(), []);
}

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

/// A type or reason in use is archived: it is no longer offered, and past appointments keep its label.
pub async fn what_is_used_is_archived(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    desk.rows
        .delete_appointment_type(desk.type_id, desk.now)
        .await
        .unwrap();
    desk.rows.delete_reason(desk.reason_id, desk.now).await.unwrap();
    assert_eq!(desk.rows.appointment_types().await.unwrap(), []);
    assert_eq!(desk.rows.reasons().await.unwrap(), []);
    let entry = desk.rows.entry(id).await.unwrap();
    assert_eq!(
        (
            entry.type_name.as_str(),
            entry.reason_label.unwrap().to_string().as_str()
        ),
        ("Séance", "Suivi")
    );
    assert!(desk.rows.appointment_type(desk.type_id).await.unwrap().archived);
}

/// Clients are found without accents, with a count of what lies ahead.
pub async fn clients_are_found_and_counted(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    desk.book(at(TUESDAY_NINE)).await.unwrap();
    let found = desk.rows.clients("LEA dup", desk.now).await.unwrap();
    assert_eq!((found.len(), found[0].upcoming), (1, 1));
    assert_eq!(
        desk.rows.clients("zo%", desk.now).await.unwrap(),
        [],
        "a percent sign is no joker"
    );
    let after = at(TUESDAY_NINE) + TimeDelta::hours(1);
    assert_eq!(
        desk.rows.clients("", after).await.unwrap()[0].upcoming,
        0,
        "it is over"
    );
}

/// `expect` for results whose error need not be shown twice.
trait ExpectOrPanic<T> {
    fn expect_or_panic(self, why: &str) -> T;
}

impl<T> ExpectOrPanic<T> for store::Result<T> {
    fn expect_or_panic(self, why: &str) -> T {
        self.unwrap_or_else(|error| panic!("{why}: {error:?}"))
    }
}
