//! Two clients become one.

use agenda::{Block, ClientCard, ClientId, Line, Person};
use chrono::TimeDelta;
use store::{Error, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{furnish, good},
};

fn card(name: &str, notes: &str) -> ClientCard {
    ClientCard {
        name: good(Line::parse(name)),
        email: None,
        phone: None,
        notes: good(Block::parse(notes)),
    }
}

/// Everything the one had is the other's afterwards, and the one is no more.
pub async fn merging_moves_every_appointment(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let twin = ClientId::new(desk.now);
    desk.rows
        .add_client(twin, &card("Dupuis Léa", "Le soir."), desk.now)
        .await
        .unwrap();
    let booked = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let (gone, kept) = (
        desk.rows.client(desk.client, desk.now).await.unwrap(),
        desk.rows.client(twin, desk.now).await.unwrap(),
    );
    let merged = kept.card.merged_with(&gone.card).unwrap();
    desk.rows
        .merge_clients(&kept, &gone, &merged, desk.now)
        .await
        .unwrap();
    let entry = desk.rows.entry(booked).await.unwrap();
    assert!(matches!(entry.appointment.person, Person::Client { id, .. } if id == twin));
    let after = desk.rows.client(twin, desk.now).await.unwrap();
    assert_eq!((after.upcoming, after.card.notes.as_str()), (1, "Le soir."));
    assert!(matches!(
        desk.rows.client(desk.client, desk.now).await,
        Err(Error::NotFound)
    ));
    assert_eq!(desk.rows.contacts().await.unwrap().len(), 1);
}

/// A note written while the coach was looking would be lost: nothing is merged then.
pub async fn nothing_is_merged_when_a_note_was_added_meanwhile(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let twin = ClientId::new(desk.now);
    desk.rows
        .add_client(twin, &card("Dupuis Léa", ""), desk.now)
        .await
        .unwrap();
    let booked = desk.book(at(TUESDAY_NINE) + TimeDelta::days(1)).await.unwrap();
    let (gone, kept) = (
        desk.rows.client(desk.client, desk.now).await.unwrap(),
        desk.rows.client(twin, desk.now).await.unwrap(),
    );
    desk.rows
        .update_client(desk.client, &card("Léa Dupuis", "Une note de plus."))
        .await
        .unwrap();
    let refused = desk.rows.merge_clients(&kept, &gone, &kept.card, desk.now).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    let entry = desk.rows.entry(booked).await.unwrap();
    assert!(
        matches!(entry.appointment.person, Person::Client { id, .. } if id == desk.client),
        "nothing was moved either"
    );
}

/// Nobody merges into, or out of, another coach's agenda.
pub async fn another_coachs_clients_cannot_be_merged(store: Store) {
    let (ours, theirs) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    let (mine, other) = (
        ours.rows.client(ours.client, ours.now).await.unwrap(),
        theirs.rows.client(theirs.client, theirs.now).await.unwrap(),
    );
    for (kept, gone) in [(&mine, &other), (&other, &mine)] {
        let refused = ours.rows.merge_clients(kept, gone, &kept.card, ours.now).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    }
    assert!(theirs.rows.client(theirs.client, theirs.now).await.is_ok());
}
