//! Many writers at once, on several connections: whatever the order, a time is given to one, everybody else is told
//! that it is taken, and "the database is locked" is heard by nobody.

use std::future::Future;

use agenda::{Actor, AppointmentId, Block, Status};
use chrono::{DateTime, TimeDelta, Utc};
use store::{Error, Move, Result, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish, good},
};

const ROUNDS: i64 = 50;
const WRITERS: usize = 32;

/// The time a round is about.
fn time_of(round: i64) -> DateTime<Utc> {
    at(TUESDAY_NINE) + TimeDelta::days(round)
}

/// Runs all of them at once and counts who won; the others must have been told `beaten`.
async fn race<F>(writers: impl IntoIterator<Item = F>, beaten: fn(&Error) -> bool) -> usize
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    // All are running before the first is waited for.
    let running: Vec<_> = writers.into_iter().map(tokio::spawn).collect();
    let mut winners = 0;
    for writer in running {
        match writer.await.unwrap() {
            Ok(()) => winners += 1,
            Err(error) if beaten(&error) => {}
            Err(other) => panic!("a writer heard something else: {other:?}"),
        }
    }
    winners
}

fn taken(error: &Error) -> bool {
    matches!(error, Error::SlotTaken)
}

fn gone(error: &Error) -> bool {
    matches!(error, Error::NotFound)
}

async fn book(desk: Furnished, start: DateTime<Utc>) -> Result<()> {
    desk.book(start).await.map(drop)
}

async fn move_to(desk: Furnished, id: AppointmentId, start: DateTime<Utc>) -> Result<()> {
    let to = Move {
        start,
        end: start + TimeDelta::hours(1),
        new_type: None,
        reminders: Vec::new(),
        room: None,
    };
    desk.rows.move_appointment(id, &to, desk.now).await
}

async fn cancel(desk: Furnished, id: AppointmentId) -> Result<()> {
    let reason = good(Block::parse("x"));
    desk.rows
        .cancel_appointment(id, &reason, Actor::Coach, None, desk.now)
        .await
}

/// How many scheduled appointments meet the two hours from `start`.
async fn scheduled_at(desk: &Furnished, start: DateTime<Utc>) -> usize {
    let there = desk
        .rows
        .entries_between(start, start + TimeDelta::hours(2))
        .await
        .unwrap();
    there
        .iter()
        .filter(|it| it.appointment.status == Status::Scheduled)
        .count()
}

/// Many writers race for one slot: one wins.
pub async fn one_of_many_racing_writers_wins(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    for round in 0..ROUNDS {
        let start = time_of(round);
        let winners = race((0..WRITERS).map(|_| book(desk.clone(), start)), taken).await;
        assert_eq!(winners, 1, "round {round}");
    }
}

/// Bookings and moves race for one slot, with starts that all overlap one another: one wins.
pub async fn bookings_and_moves_race_for_a_slot(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let far = time_of(ROUNDS + 100);
    let mut movable = Vec::new();
    for n in 0..8 {
        movable.push(desk.book(far + TimeDelta::hours(n)).await.unwrap());
    }
    for round in 0..ROUNDS {
        let start = time_of(round);
        let shifted = |n: i64| start + TimeDelta::minutes(n * 7 % 60);
        let moves = race(movable.iter().map(|&id| move_to(desk.clone(), id, start)), taken);
        let bookings = race((0..8).map(|n| book(desk.clone(), shifted(n))), taken);
        let (by_move, by_booking) = tokio::join!(moves, bookings);
        let winners = by_move + by_booking;
        assert_eq!(winners, 1, "round {round}");
        assert_eq!(
            scheduled_at(&desk, start).await,
            1,
            "round {round}: who won is there"
        );
        for (n, &id) in (0..).zip(&movable) {
            move_to(desk.clone(), id, far + TimeDelta::hours(n))
                .await
                .unwrap();
        }
    }
}

/// Many cancel one appointment while others book its time: one cancels, at most one books, and only after that.
pub async fn a_time_set_free_is_given_once(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    for round in 0..ROUNDS {
        let start = time_of(round);
        let id = desk.book(start).await.unwrap();
        let cancels = race((0..4).map(|_| cancel(desk.clone(), id)), gone);
        let bookings = race((0..12).map(|_| book(desk.clone(), start)), taken);
        let (cancelled, booked) = tokio::join!(cancels, bookings);
        assert_eq!(cancelled, 1, "round {round}: it is cancelled once");
        assert!(booked <= 1, "round {round}: {booked} have the time");
        assert_eq!(scheduled_at(&desk, start).await, booked, "round {round}");
    }
}
