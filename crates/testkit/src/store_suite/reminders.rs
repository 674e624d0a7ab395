//! Reminders: moved, claimed, settled.

use agenda::{Reminder, ReminderState, reminders_for};
use chrono::TimeDelta;
use store::{Move, Settled, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::furnish,
};

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
            new_type: None,
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
