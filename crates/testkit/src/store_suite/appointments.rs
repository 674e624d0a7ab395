//! Appointments: booked, refused, cancelled.

use agenda::{Actor, Block, ReminderState, RoomGoal};
use chrono::TimeDelta;
use slots::{Booked, Bookings, Buffer, Span};
use store::{Error, RoomWish, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{furnish, good},
    store_suite::ExpectOrPanic,
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

/// What slots are cut around: each appointment with its own time before and after, but for one that is to move.
pub async fn what_slots_are_cut_around_keeps_its_buffers(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let nine = at(TUESDAY_NINE);
    let mut booking = desk.booking(nine);
    (booking.buffer_before_min, booking.buffer_after_min) = (5, 20);
    desk.rows.book(&booking, desk.now).await.unwrap();
    let noon = nine + TimeDelta::hours(3);
    let later = desk.booking(noon);
    desk.rows.book(&later, desk.now).await.unwrap();
    let booked = |start, before, after| Booked {
        span: Span::new(start, start + TimeDelta::hours(1)).unwrap(),
        before: Buffer::new(before).unwrap(),
        after: Buffer::new(after).unwrap(),
    };
    let (from, to) = (nine - TimeDelta::days(1), nine + TimeDelta::days(1));
    assert_eq!(
        desk.rows.bookings(from, to, &[]).await.unwrap(),
        Bookings::new(vec![booked(nine, 5, 20), booked(noon, 0, 0)])
    );
    assert_eq!(
        desk.rows
            .bookings(from, to, &[later.appointment.id])
            .await
            .unwrap(),
        Bookings::new(vec![booked(nine, 5, 20)])
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
