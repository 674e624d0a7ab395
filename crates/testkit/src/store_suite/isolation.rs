//! What a handle for one coach reaches, and what it never does.

use agenda::{Actor, Block, Line, Status};
use chrono::TimeDelta;
use store::{AppointmentText, Error, Move, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{furnish, good},
    store_suite::ExpectOrPanic,
};

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
    assert_eq!(rows.entries_of_client(other.client, 100).await.unwrap(), []);
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
        new_type: None,
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

/// A series is no way round: neither its rule nor its appointments are there for another coach, and nothing is added to
/// it or changed through it.
pub async fn a_series_is_reached_by_its_coach_alone(store: Store) {
    let (mine, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    let now = mine.now;
    let (series, ids) = other.book_series(&[at(TUESDAY_NINE)]).await.unwrap();
    let rows = &mine.rows;
    assert_eq!(rows.entries_of_series(series).await.unwrap(), []);
    assert!(matches!(rows.repetition(series).await, Err(Error::NotFound)));
    let mut stray = mine.booking(at(TUESDAY_NINE));
    stray.appointment.series_id = Some(series);
    assert!(rows.book(&stray, now).await.is_err(), "nothing is added to it");
    let away = Move {
        start: now,
        end: now + TimeDelta::hours(1),
        new_type: None,
        reminders: Vec::new(),
        room: None,
    };
    let moved = rows.move_appointments(&[(ids[0], away)], now).await;
    assert!(matches!(moved, Err(Error::NotFound)));
    let reason = good(Block::parse("x"));
    let cancelled = rows
        .cancel_appointments(&[(ids[0], None)], &reason, Actor::Coach, now)
        .await;
    assert!(matches!(cancelled, Err(Error::NotFound)));
    let it = other.rows.entry(ids[0]).await.unwrap().appointment;
    assert_eq!((it.status, it.start), (Status::Scheduled, at(TUESDAY_NINE)));
    let text = AppointmentText {
        type_id: it.type_id,
        reason_id: None,
        kind: it.kind,
        title: good(Line::parse("à moi")),
        description: it.description,
        place: it.place,
    };
    let updated = rows.update_appointments(&[(ids[0], text, None)], now).await;
    assert!(matches!(updated, Err(Error::NotFound)));
}
