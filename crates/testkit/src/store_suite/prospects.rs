//! Prospects who get a profile.

use agenda::{AppointmentId, Block, ClientCard, ClientId, Email, Line, Person};
use chrono::TimeDelta;
use store::{Error, Profile, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish, good},
};

const KARIM: &str = "karim@exemple.fr";

fn card() -> ClientCard {
    ClientCard {
        name: good(Line::parse("Karim Haddad")),
        email: Some(good(Email::parse(KARIM))),
        phone: None,
        zone: None,
        notes: Block::default(),
    }
}

async fn book(desk: &Furnished, week: i64, email: &str) -> AppointmentId {
    let booking = desk.booking_of_prospect(at(TUESDAY_NINE) + TimeDelta::weeks(week), email);
    desk.rows.book(&booking, desk.now).await.unwrap();
    booking.appointment.id
}

async fn client_of(desk: &Furnished, id: AppointmentId) -> Option<ClientId> {
    match desk.rows.entry(id).await.unwrap().appointment.person {
        Person::Client { id, .. } => Some(id),
        Person::Prospect { .. } => None,
    }
}

/// Those chosen, however the address is written; not those left.
pub async fn a_prospect_becomes_a_client_with_the_appointments_chosen(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let email = good(Email::parse(KARIM));
    let first = book(&desk, 0, KARIM).await;
    let second = book(&desk, 1, "Karim@Exemple.fr").await;
    let left = book(&desk, 2, KARIM).await;
    book(&desk, 3, "autre@exemple.fr").await;
    let found = desk.rows.entries_of_prospect(&email, 9).await.unwrap();
    let found: Vec<_> = found.iter().map(|it| it.appointment.id).collect();
    assert_eq!(found, [first, second, left]);
    let client = ClientId::new(desk.now);
    let card = card();
    desk.rows
        .give_profile(&email, Profile::New(client, &card), &[first, second], desk.now)
        .await
        .unwrap();
    assert_eq!(desk.rows.client(client, desk.now).await.unwrap().upcoming, 2);
    assert_eq!(client_of(&desk, first).await, Some(client));
    assert_eq!(client_of(&desk, second).await, Some(client));
    assert_eq!(client_of(&desk, left).await, None);
}

/// One that is not the prospect's, or another coach's, keeps all as it was, and no client is made.
pub async fn appointments_of_somebody_else_are_not_taken(store: Store) {
    let (desk, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    let email = good(Email::parse(KARIM));
    let first = book(&desk, 0, KARIM).await;
    let stranger = book(&desk, 1, "autre@exemple.fr").await;
    let of_client = desk.book(at(TUESDAY_NINE) + TimeDelta::weeks(2)).await.unwrap();
    let of_other_coach = book(&other, 0, KARIM).await;
    let client = ClientId::new(desk.now);
    let card = card();
    for wrong in [stranger, of_client, of_other_coach] {
        let done = desk
            .rows
            .give_profile(&email, Profile::New(client, &card), &[first, wrong], desk.now)
            .await;
        assert!(matches!(done, Err(Error::NotFound)), "{done:?}");
    }
    assert!(matches!(
        desk.rows.client(client, desk.now).await,
        Err(Error::NotFound)
    ));
    assert_eq!(client_of(&desk, first).await, None);
    assert_eq!(other.rows.entries_of_prospect(&email, 9).await.unwrap().len(), 1);
    let stolen = desk
        .rows
        .give_profile(&email, Profile::Known(other.client), &[first], desk.now)
        .await;
    assert!(
        matches!(stolen, Err(Error::NotFound)),
        "another coach's client: {stolen:?}"
    );
}

/// One who was put away comes back with them.
pub async fn a_client_with_the_address_gets_the_appointments(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let (email, client) = (good(Email::parse("KARIM@exemple.fr")), ClientId::new(desk.now));
    desk.rows.add_client(client, &card(), desk.now).await.unwrap();
    desk.rows.archive_client(client, Some(desk.now)).await.unwrap();
    assert_eq!(desk.rows.client_with_email(&email).await.unwrap(), Some(client));
    let first = book(&desk, 0, KARIM).await;
    desk.rows
        .give_profile(&email, Profile::Known(client), &[first], desk.now)
        .await
        .unwrap();
    assert_eq!(client_of(&desk, first).await, Some(client));
    assert!(!desk.rows.client(client, desk.now).await.unwrap().archived);
}
