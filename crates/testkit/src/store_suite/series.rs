//! Several appointments at once: all or nothing.

use agenda::{Actor, AppointmentId, Block, ReminderState, RoomGoal, SeriesId, Status, reminders_for};
use chrono::{DateTime, TimeDelta, Utc};
use store::{Error, Move, RoomWish, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, WEEKLY, furnish, good},
};

fn tuesdays(count: i32) -> Vec<DateTime<Utc>> {
    (0..count)
        .map(|week| at(TUESDAY_NINE) + TimeDelta::weeks(week.into()))
        .collect()
}

fn moved(desk: &Furnished, ids: &[AppointmentId], starts: &[DateTime<Utc>]) -> Vec<(AppointmentId, Move)> {
    let to = |start: DateTime<Utc>| Move {
        start,
        end: start + TimeDelta::hours(1),
        new_type: None,
        reminders: reminders_for(start, &[60, 10], desk.now),
        room: None,
    };
    ids.iter()
        .zip(starts)
        .map(|(id, start)| (*id, to(*start)))
        .collect()
}

async fn starts_of(desk: &Furnished, series: SeriesId) -> Vec<DateTime<Utc>> {
    let entries = desk.rows.entries_of_series(series).await.unwrap();
    entries.iter().map(|it| it.appointment.start).collect()
}

/// Every booking that meets another is told, and nothing of the series is there then.
pub async fn a_series_is_booked_whole_or_not_at_all(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let starts = tuesdays(4);
    let first = desk.book(starts[1]).await.unwrap();
    desk.book(starts[3] + TimeDelta::minutes(30)).await.unwrap();
    let series = SeriesId::new(desk.now);
    let mut bookings = desk.bookings_of(series, &starts);
    bookings[0].room = Some(RoomWish {
        name: "vp-first".into(),
        goal: RoomGoal::Create,
    });
    let refused = desk.rows.book_series(series, WEEKLY, &bookings, desk.now).await;
    assert!(
        matches!(&refused, Err(Error::SomeTaken(which)) if *which == [1, 3]),
        "{refused:?}"
    );
    assert_eq!(desk.rows.entries_of_series(series).await.unwrap(), []);
    assert!(matches!(desk.rows.repetition(series).await, Err(Error::NotFound)));
    assert_eq!(desk.rows.reminders(bookings[0].appointment.id).await.unwrap(), []);
    assert_eq!(
        store.begin_room_job(desk.now).await.unwrap(),
        None,
        "no room is owed"
    );
    let reason = good(Block::parse("Grippe"));
    desk.rows
        .cancel_appointment(first, &reason, Actor::Coach, None, desk.now)
        .await
        .unwrap();
    let kept = desk.bookings_of(series, &starts[..3]);
    desk.rows
        .book_series(series, WEEKLY, &kept, desk.now)
        .await
        .unwrap();
    assert_eq!(starts_of(&desk, series).await, starts[..3]);
    let rule = desk.rows.repetition(series).await.unwrap();
    assert_eq!(rule.rule(starts[0].date_naive()), WEEKLY);
}

/// A series that moves on by a week takes the places it had itself, in whatever order they are told.
pub async fn appointments_that_move_together_may_take_each_others_places(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let starts = tuesdays(5);
    let (series, ids) = desk.book_series(&starts[..4]).await.unwrap();
    let on = moved(&desk, &ids, &starts[1..]);
    desk.rows.move_appointments(&on, desk.now).await.unwrap();
    assert_eq!(starts_of(&desk, series).await, starts[1..]);
    let back = moved(&desk, &ids, &starts[..4]);
    desk.rows.move_appointments(&back, desk.now).await.unwrap();
    assert_eq!(starts_of(&desk, series).await, starts[..4]);
    let reminders = desk.rows.reminders(ids[2]).await.unwrap();
    let due: Vec<_> = reminders
        .into_iter()
        .filter(|it| it.state == ReminderState::Due)
        .collect();
    assert_eq!(due, reminders_for(starts[2], &[60, 10], desk.now));
}

/// One that meets a stranger, or another of them, keeps all where they are, with their reminders.
pub async fn a_move_of_several_that_is_refused_moves_none(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let starts = tuesdays(4);
    let (series, ids) = desk.book_series(&starts).await.unwrap();
    let later: Vec<_> = starts.iter().map(|start| *start + TimeDelta::hours(2)).collect();
    desk.book(later[2]).await.unwrap();
    let refused = desk
        .rows
        .move_appointments(&moved(&desk, &ids, &later), desk.now)
        .await;
    assert!(
        matches!(&refused, Err(Error::SomeTaken(which)) if *which == [2]),
        "{refused:?}"
    );
    let together = [later[0], later[0], later[1], later[3]];
    let refused = desk
        .rows
        .move_appointments(&moved(&desk, &ids, &together), desk.now)
        .await;
    assert!(
        matches!(&refused, Err(Error::SomeTaken(which)) if *which == [1]),
        "{refused:?}"
    );
    assert_eq!(starts_of(&desk, series).await, starts);
    for (id, start) in ids.iter().zip(&starts) {
        let reminders = desk.rows.reminders(*id).await.unwrap();
        assert_eq!(reminders, reminders_for(*start, &[60, 10], desk.now));
    }
}

/// One that is not scheduled any more keeps all from being cancelled.
pub async fn several_are_cancelled_together_or_not_at_all(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let (series, ids) = desk.book_series(&tuesdays(3)).await.unwrap();
    let reason = good(Block::parse("Déménagement"));
    desk.rows
        .close_appointment(ids[2], Status::Completed, desk.now)
        .await
        .unwrap();
    let all: Vec<_> = ids.iter().map(|id| (*id, None)).collect();
    let refused = desk
        .rows
        .cancel_appointments(&all, &reason, Actor::Coach, desk.now)
        .await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    let statuses = async || -> Vec<Status> {
        let entries = desk.rows.entries_of_series(series).await.unwrap();
        entries.iter().map(|it| it.appointment.status).collect()
    };
    assert_eq!(
        statuses().await,
        [Status::Scheduled, Status::Scheduled, Status::Completed]
    );
    desk.rows
        .cancel_appointments(&all[..2], &reason, Actor::Coach, desk.now)
        .await
        .unwrap();
    assert_eq!(
        statuses().await,
        [Status::Cancelled, Status::Cancelled, Status::Completed]
    );
    let states: Vec<_> = desk
        .rows
        .reminders(ids[1])
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.state)
        .collect();
    assert_eq!(states, [ReminderState::Cancelled; 2]);
}
