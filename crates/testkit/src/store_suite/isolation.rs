//! What a handle for one coach reaches, and what it never does.
//!
//! Every operation of `CoachRows` is tried here: a test of `store` sees that none is forgotten.

mod other;
mod writes;

use std::{collections::HashMap, fmt::Debug};

use agenda::{
    ClientOrder, ClientSearch, CoachId, CoachSettings, Email, Likeness, Line, PaidFeature, Tally,
    VideoOptions,
};
use chrono::{DateTime, TimeDelta, Utc};
use slots::WeeklyHours;
use store::{CoachRows, Erased, Error, Store, VideoDomain};

use self::{
    other::{LATER, Other, PROSPECT, WORDS, feed_address, furnish_everywhere},
    writes::refused_writes,
};
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

/// Everything a handle answers without being given an identifier, in words.
async fn all_it_tells(rows: &CoachRows, now: DateTime<Utc>) -> String {
    let (from, to, later) = (now - TimeDelta::days(40), now + TimeDelta::days(40), at(LATER));
    let told = [
        format!("{:?}", rows.coach_card().await.unwrap()),
        format!("{:?}", rows.settings().await.unwrap()),
        format!("{:?}", rows.video_domain().await.unwrap()),
        format!("{:?}", rows.weekly_hours().await.unwrap()),
        format!("{:?}", rows.exceptions(from.date_naive()).await.unwrap()),
        format!("{:?}", rows.appointment_types().await.unwrap()),
        format!("{:?}", rows.reasons().await.unwrap()),
        format!("{:?}", listed(rows, ClientOrder::Name, now).await),
        format!("{:?}", listed(rows, ClientOrder::Newest, now).await),
        format!("{:?}", listed(rows, ClientOrder::Next, now).await),
        format!("{:?}", rows.alike(99).await.unwrap()),
        format!("{:?}", rows.clients_told_apart().await.unwrap()),
        format!("{:?}", rows.entries_between(from, to).await.unwrap()),
        format!("{:?}", rows.upcoming_entries(now, 99).await.unwrap()),
        format!("{:?}", rows.unclosed_entries(later, 99).await.unwrap()),
        format!("{:?}", rows.entries_owed_a_room(now, 99).await.unwrap()),
        format!("{:?}", rows.bookings(from, to, &[]).await.unwrap()),
        format!("{:?}", rows.has_asked_for_rooms().await.unwrap()),
        format!("{:?}", rows.rooms_to_remove(later).await.unwrap()),
        format!("{:?}", rows.wanted_rooms(now).await.unwrap()),
        format!("{:?}", rows.owed_rooms(99).await.unwrap()),
        format!("{:?}", rows.video_options().await.unwrap()),
        format!("{:?}", rows.plan_refusals().await.unwrap()),
        format!("{:?}", rows.feeds().await.unwrap()),
        format!("{:?}", rows.due_feeds(later).await.unwrap()),
        format!("{:?}", rows.busy_times(from, to).await.unwrap()),
        format!("{:?}", rows.busy(from, to).await.unwrap()),
        format!("{:?}", rows.found_entries("secret", now).await.unwrap()),
        format!("{:?}", rows.sittings(from, later).await.unwrap()),
        in_order(&rows.met(from, later).await.unwrap()),
        in_order(&rows.type_names().await.unwrap()),
        in_order(&rows.reason_names().await.unwrap()),
    ];
    told.join("\n")
}

async fn listed(rows: &CoachRows, order: ClientOrder, now: DateTime<Utc>) -> Vec<agenda::Client> {
    let search = ClientSearch {
        order,
        ..ClientSearch::default()
    };
    rows.clients(&search, now).await.unwrap()
}

/// A map in words that are the same each time.
fn in_order(map: &HashMap<impl Debug, impl Debug>) -> String {
    let mut pairs: Vec<_> = map.iter().map(|pair| format!("{pair:?}")).collect();
    pairs.sort();
    pairs.join("\n")
}

/// No read tells of another coach's agenda: not the lists, not by identifiers that are known, not by an address or the
/// name of a room.
pub async fn no_read_tells_of_another_agenda(store: Store) {
    let mine = furnish(&store, "Camille").await.unwrap();
    let before = all_it_tells(&mine.rows, mine.now).await;
    let other = furnish_everywhere(&store).await;
    let (rows, now) = (&mine.rows, mine.now);
    let theirs = all_it_tells(&other.desk.rows, now).await;
    for word in WORDS {
        assert!(theirs.contains(word), "{word} is there to be found");
    }
    assert_eq!(all_it_tells(rows, now).await, before, "nothing was added to mine");
    let email = good(Email::parse(PROSPECT));
    assert!(matches!(rows.entry(other.made).await, Err(Error::NotFound)));
    assert!(matches!(
        rows.client(other.desk.client, now).await,
        Err(Error::NotFound)
    ));
    let namesake = other.desk.rows.client(other.desk.client, now).await.unwrap();
    let found = rows.like(&[Likeness::from(&namesake.card)]).await.unwrap();
    assert!(found.iter().all(|it| it.id == mine.client), "{found:?}");
    assert_eq!(rows.these_clients(&[other.desk.client], now).await.unwrap(), []);
    assert!(matches!(
        rows.appointment_type(other.desk.type_id).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.reason(other.desk.reason_id).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.repetition(other.series).await,
        Err(Error::NotFound)
    ));
    assert_eq!(rows.reminders(other.made).await.unwrap(), []);
    let offsets = rows.reminder_offsets_of(other.desk.type_id).await.unwrap();
    assert_eq!(offsets, Vec::<u32>::new());
    assert_eq!(rows.entries_of_client(other.desk.client, 99).await.unwrap(), []);
    assert_eq!(
        rows.tally_of_client(other.desk.client).await.unwrap(),
        Tally::default()
    );
    assert_eq!(rows.entries_of_series(other.series).await.unwrap(), []);
    assert_eq!(rows.entries_of_prospect(&email, 99).await.unwrap(), []);
    assert_eq!(rows.client_with_email(&email).await.unwrap(), None);
    assert_eq!(rows.rooms_of(other.made).await.unwrap(), Vec::<String>::new());
    assert!(!rows.came_back("vp-made").await.unwrap());
    assert!(matches!(rows.feed(other.feed).await, Err(Error::NotFound)));
    assert!(matches!(rows.feed_errand(other.feed).await, Err(Error::NotFound)));
    assert!(!rows.has_feed_at(&feed_address()).await.unwrap());
}

/// No write reaches another coach's agenda, whatever identifiers it is given.
pub async fn no_write_reaches_another_agenda(store: Store) {
    let mine = furnish(&store, "Camille").await.unwrap();
    let other = furnish_everywhere(&store).await;
    let (rows, now) = (&mine.rows, mine.now);
    let before = all_it_tells(&other.desk.rows, now).await;
    for (name, done) in refused_writes(rows, &other, now).await {
        assert!(done.is_err(), "{name} reached it");
    }
    // These act on one's own agenda, or on nothing.
    rows.set_video_domain(&VideoDomain::default()).await.unwrap();
    rows.replace_weekly_hours(&WeeklyHours::new([])).await.unwrap();
    rows.retry_rooms(now + TimeDelta::days(9)).await.unwrap();
    rows.set_video_options(&VideoOptions::default()).await.unwrap();
    rows.plan_allows(PaidFeature::Branding).await.unwrap();
    rows.pass_over_unread_feeds(now).await.unwrap();
    rows.plan_refused(PaidFeature::Recording, now).await.unwrap();
    rows.remember_trial_room("vp-made", now).await.unwrap();
    rows.room_is_gone("vp-made", now).await.unwrap();
    rows.erase_again(&erased_of(&other, rows.coach()), now)
        .await
        .unwrap();
    let mut card = other.desk.rows.coach_card().await.unwrap();
    card.name = good(Line::parse("à moi"));
    rows.update_coach(&card, &CoachSettings::default(), now)
        .await
        .ok();
    assert_eq!(all_it_tells(&other.desk.rows, now).await, before);
    for id in [other.made, other.owed, other.cancelled] {
        assert!(other.desk.rows.entry(id).await.is_ok());
    }
}

/// Everybody of that agenda, as if they had been erased in mine.
fn erased_of(other: &Other, mine: CoachId) -> Erased {
    Erased {
        coach: mine,
        id: other.desk.client,
        twins: vec![other.desk.client],
        appointments: vec![other.made, other.owed, other.cancelled],
        name: good(Line::parse("à moi")),
    }
}
