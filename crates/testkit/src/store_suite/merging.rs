//! Two clients become one.

use std::collections::BTreeSet;

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
        zone: None,
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
    let all = agenda::ClientSearch::default();
    assert_eq!(desk.rows.clients(&all, desk.now).await.unwrap().len(), 1);
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
        .update_client_notes(desk.client, &good(Block::parse("Une note de plus.")))
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

/// A pair told apart is remembered, whichever way round it is told, however often; and goes with either of them.
pub async fn two_people_are_told_apart_for_good(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let twin = ClientId::new(desk.now);
    desk.rows
        .add_client(twin, &card("Léa Dupuis", ""), desk.now)
        .await
        .unwrap();
    desk.rows.tell_clients_apart(desk.client, twin).await.unwrap();
    desk.rows.tell_clients_apart(twin, desk.client).await.unwrap();
    let pair = (desk.client.min(twin), desk.client.max(twin));
    assert_eq!(
        desk.rows.clients_told_apart().await.unwrap(),
        BTreeSet::from([pair])
    );
    let (kept, gone) = (
        desk.rows.client(desk.client, desk.now).await.unwrap(),
        desk.rows.client(twin, desk.now).await.unwrap(),
    );
    desk.rows
        .merge_clients(&kept, &gone, &kept.card, desk.now)
        .await
        .unwrap();
    assert_eq!(desk.rows.clients_told_apart().await.unwrap(), BTreeSet::new());
    let nobody = desk
        .rows
        .tell_clients_apart(desk.client, ClientId::new(desk.now))
        .await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
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
