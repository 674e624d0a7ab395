//! Reminders: claimed once, told truly, brought in line with the offsets.

use agenda::{AppointmentId, CoachSettings, NotificationId, Reminder, ReminderState, reminders_for};
use chrono::{DateTime, TimeDelta, Utc};
use store::{DueReminder, Move, Settled, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish},
};

fn hour_before() -> DateTime<Utc> {
    at(TUESDAY_NINE) - TimeDelta::minutes(60)
}

async fn due(store: &Store, now: DateTime<Utc>) -> Vec<DueReminder> {
    store.due_reminders(now).await.unwrap()
}

async fn claim(store: &Store, now: DateTime<Utc>) -> Vec<NotificationId> {
    let ids: Vec<_> = due(store, now).await.into_iter().map(|it| it.id).collect();
    store.claim_reminders(ids, now).await.unwrap()
}

async fn told(desk: &Furnished, id: AppointmentId) -> Vec<(u32, ReminderState)> {
    let reminders = desk.rows.reminders(id).await.unwrap();
    reminders.iter().map(|it| (it.before_min, it.state)).collect()
}

async fn first(desk: &Furnished, id: AppointmentId) -> Reminder {
    desk.rows.reminders(id).await.unwrap().remove(0)
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
    let now = hour_before();
    assert_eq!(due(&store, now - TimeDelta::seconds(1)).await, [], "not due yet");
    let found = due(&store, now).await;
    assert_eq!(found.len(), 1, "the one of an hour before");
    assert_eq!(
        (
            found[0].appointment,
            found[0].person.as_str(),
            found[0].before_min
        ),
        (id, "Léa Dupuis", 60)
    );
    assert_eq!(
        store.claim_reminders([found[0].id], now).await.unwrap(),
        [found[0].id]
    );
    assert_eq!(
        store.claim_reminders([found[0].id], now).await.unwrap(),
        [],
        "nobody gets it twice"
    );
    assert_eq!(due(&store, now).await, [], "nor is it offered again");
    store
        .settle_reminder(found[0].id, Settled::Sent, now)
        .await
        .unwrap();
    assert_eq!(
        told(&desk, id).await,
        [(60, ReminderState::Sent), (10, ReminderState::Due)]
    );
    let later = now + TimeDelta::hours(3);
    assert_eq!(
        store.give_up_old_claims(later).await.unwrap(),
        0,
        "nothing was left half done"
    );
}

/// Between reading and claiming an appointment may be moved: then nobody is reminded of its old time.
pub async fn what_was_moved_since_it_was_read_is_claimed_by_nobody(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let now = hour_before();
    let found = due(&store, now).await;
    let start = at(TUESDAY_NINE) + TimeDelta::days(1);
    let to = Move {
        start,
        end: start + TimeDelta::hours(1),
        new_type: None,
        reminders: Vec::new(),
        room: None,
    };
    desk.rows.move_appointment(id, &to, now).await.unwrap();
    assert_eq!(store.claim_reminders([found[0].id], now).await.unwrap(), []);
}

/// A reminder claimed by a program that died is told as interrupted, and not shown again.
pub async fn an_interrupted_reminder_is_told(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let now = hour_before();
    assert_eq!(claim(&store, now).await.len(), 1);
    let soon = now + TimeDelta::minutes(1);
    assert_eq!(
        store.give_up_old_claims(soon).await.unwrap(),
        0,
        "another process may be showing it at this moment"
    );
    let later = now + TimeDelta::minutes(3);
    assert_eq!(store.give_up_old_claims(later).await.unwrap(), 1);
    let first = first(&desk, id).await;
    assert_eq!(
        (first.state, first.why.as_deref()),
        (ReminderState::Failed, Some("interrupted"))
    );
    assert_eq!(due(&store, later).await, []);
}

/// A clock that was set back does not keep a claim alive until it has caught up.
pub async fn a_claim_of_the_future_is_given_up(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    desk.book(at(TUESDAY_NINE)).await.unwrap();
    let now = hour_before();
    claim(&store, now).await;
    let before = now - TimeDelta::hours(5);
    assert_eq!(store.give_up_old_claims(before).await.unwrap(), 1);
}

/// Whoever showed it after all says so.
pub async fn a_slow_claim_tells_the_truth_at_last(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let now = hour_before();
    let claimed = claim(&store, now).await;
    let later = now + TimeDelta::minutes(3);
    store.give_up_old_claims(later).await.unwrap();
    store
        .settle_reminder(claimed[0], Settled::InWindow("in_window"), later)
        .await
        .unwrap();
    let first = first(&desk, id).await;
    assert_eq!(
        (first.state, first.why.as_deref()),
        (ReminderState::Sent, Some("in_window"))
    );
}

async fn set_offsets(desk: &Furnished, offsets: &[u32], now: DateTime<Utc>) {
    let coach = desk.rows.coach_card().await.unwrap();
    let settings = CoachSettings {
        reminder_offsets_min: offsets.to_vec(),
        ..desk.rows.settings().await.unwrap()
    };
    desk.rows.update_coach(&coach, &settings, now).await.unwrap();
}

async fn set_own_offsets(desk: &Furnished, offsets: Option<&[u32]>, now: DateTime<Utc>) {
    let mut card = desk.rows.appointment_type(desk.type_id).await.unwrap().card;
    card.reminder_offsets_min = offsets.map(<[u32]>::to_vec);
    desk.rows
        .update_appointment_type(desk.type_id, &card, now)
        .await
        .unwrap();
    let kept = desk.rows.appointment_type(desk.type_id).await.unwrap().card;
    assert_eq!(kept, card);
}

/// Changed offsets reach what is booked already: what is not wanted any more is cancelled, what is new and still to
/// come is due, what was shown stays.
pub async fn changed_offsets_replan_what_is_ahead(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let now = hour_before();
    for claimed in claim(&store, now).await {
        store.settle_reminder(claimed, Settled::Sent, now).await.unwrap();
    }
    set_offsets(&desk, &[1440, 30, 5], now).await;
    assert_eq!(
        told(&desk, id).await,
        [
            (60, ReminderState::Sent),
            (30, ReminderState::Due),
            (10, ReminderState::Cancelled),
            (5, ReminderState::Due)
        ],
        "a day before has passed: nobody needs to read that it was missed"
    );
    set_offsets(&desk, &[60, 10], now).await;
    let back = told(&desk, id).await;
    assert_eq!(
        back,
        [
            (60, ReminderState::Sent),
            (30, ReminderState::Cancelled),
            (10, ReminderState::Due),
            (5, ReminderState::Cancelled)
        ],
        "what is wanted again is due again, but not what was shown"
    );
    set_offsets(&desk, &[60, 10], now).await;
    assert_eq!(told(&desk, id).await, back, "saying it again changes nothing");
    set_offsets(&desk, &[30], at(TUESDAY_NINE)).await;
    let after = told(&desk, id).await;
    assert_eq!(after, back, "it has begun: nothing of it is ahead");
}

/// A type with reminders of its own follows them, and the coach's again when it has none.
pub async fn a_types_own_offsets_count_before_the_coachs(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let due = |told: Vec<(u32, ReminderState)>| -> Vec<u32> {
        let due = told.into_iter().filter(|(_, state)| *state == ReminderState::Due);
        due.map(|(before, _)| before).collect()
    };
    set_own_offsets(&desk, Some(&[120]), desk.now).await;
    assert_eq!(due(told(&desk, id).await), [120]);
    assert_eq!(desk.rows.reminder_offsets_of(desk.type_id).await.unwrap(), [120]);
    set_offsets(&desk, &[15], desk.now).await;
    assert_eq!(due(told(&desk, id).await), [120], "the coach's do not reach it");
    set_own_offsets(&desk, Some(&[]), desk.now).await;
    assert_eq!(
        due(told(&desk, id).await),
        [] as [u32; 0],
        "none is an answer too"
    );
    set_own_offsets(&desk, None, desk.now).await;
    assert_eq!(due(told(&desk, id).await), [15]);
    assert_eq!(desk.rows.reminder_offsets_of(desk.type_id).await.unwrap(), [15]);
}

/// The next reminder is the first after now; none when none is ahead.
pub async fn what_comes_next_is_known(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    assert_eq!(store.next_reminder(desk.now).await.unwrap(), None);
    desk.book(at(TUESDAY_NINE)).await.unwrap();
    let now = hour_before();
    assert_eq!(store.next_reminder(desk.now).await.unwrap(), Some(now));
    let next = store.next_reminder(now).await.unwrap();
    assert_eq!(next, Some(at(TUESDAY_NINE) - TimeDelta::minutes(10)));
    assert_eq!(store.next_reminder(at(TUESDAY_NINE)).await.unwrap(), None);
}
