//! A prospect who becomes a client.

use api::{ClientInput, ErrorCode, NewPerson, Person};
use testkit::day::at;

use crate::scene::Scene;

async fn book_karim(scene: &Scene, start: &str, email: &str) -> api::Appointment {
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: "Karim Haddad".into(),
        email: email.into(),
    };
    new.phone = "06 12 34 56 78".into();
    new.start = at(start);
    scene.book(&new).await
}

#[tokio::test]
async fn a_prospect_becomes_a_client_and_keeps_the_appointments() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let first = book_karim(&scene, "2027-03-02T08:00:00Z", "karim@exemple.fr").await;
    let second = book_karim(&scene, "2027-03-09T08:00:00Z", "Karim@exemple.fr").await;
    let seen = desk.prospect(second.id, now).await.unwrap();
    assert_eq!((seen.name.as_str(), seen.client), ("Karim Haddad", None));
    assert_eq!(seen.appointments, [first.clone(), second.clone()]);
    let client = desk
        .create_client_from_prospect(second.id, &[first.id, second.id], now)
        .await
        .unwrap();
    assert_eq!(
        (client.name.as_str(), client.email.as_deref()),
        ("Karim Haddad", Some("Karim@exemple.fr"))
    );
    assert_eq!(
        (client.phone.as_deref(), client.upcoming_count),
        (Some("+33612345678"), 2)
    );
    let moved = desk.appointment(first.id).await.unwrap();
    assert_eq!(
        moved.person,
        Person::Client {
            id: client.id,
            name: "Karim Haddad".into()
        }
    );
    let again = desk
        .create_client_from_prospect(first.id, &[], now)
        .await
        .unwrap_err();
    assert_eq!(again.code, ErrorCode::NotAllowedNow, "a client's already");
    assert_eq!(
        desk.prospect(first.id, now).await.unwrap_err().code,
        ErrorCode::NotAllowedNow
    );
}

#[tokio::test]
async fn a_client_who_has_the_address_gets_the_appointments() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let card = ClientInput {
        name: "K. Haddad".into(),
        email: Some("KARIM@exemple.fr".into()),
        phone: None,
        zone: None,
        notes: "Rencontré au salon".into(),
    };
    let known = desk.create_client(&card, now).await.unwrap();
    let first = book_karim(&scene, "2027-03-02T08:00:00Z", "karim@exemple.fr").await;
    let second = book_karim(&scene, "2027-03-09T08:00:00Z", "karim@exemple.fr").await;
    assert_eq!(
        desk.prospect(first.id, now).await.unwrap().client.unwrap().id,
        known.id
    );
    let client = desk
        .create_client_from_prospect(first.id, &[], now)
        .await
        .unwrap();
    assert_eq!(
        (client.id, client.name.as_str(), client.notes.as_str()),
        (known.id, "K. Haddad", "Rencontré au salon")
    );
    assert_eq!(client.upcoming_count, 1, "the other was not chosen");
    assert!(matches!(
        desk.appointment(second.id).await.unwrap().person,
        Person::Prospect { .. }
    ));
}
