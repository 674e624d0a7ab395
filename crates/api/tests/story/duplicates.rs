//! A client entered twice becomes one.

use api::{ClientId, ClientInput, ErrorCode, NewAppointment, NewPerson, SameBy};
use testkit::day::at;

use crate::scene::Scene;

fn input(name: &str, email: &str, notes: &str) -> ClientInput {
    ClientInput {
        name: name.into(),
        email: Some(email.into()),
        phone: None,
        notes: notes.into(),
    }
}

#[tokio::test]
async fn a_client_entered_twice_is_found_and_made_one() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let on_tuesday = scene.video_on_tuesday().await;
    let first = scene.book(&on_tuesday).await;
    let twin = desk
        .create_client(&input("DUPUIS Léa", "lea@exemple.fr", "Préfère le soir."), now)
        .await
        .unwrap();
    let second = NewAppointment {
        person: NewPerson::Client { id: twin.id },
        start: at("2027-03-03T08:00:00Z"),
        ..on_tuesday
    };
    scene.book(&second).await;

    let found = desk.client_duplicates(now).await.unwrap();
    assert_eq!(
        (found.len(), found[0].same.as_slice()),
        (1, [SameBy::Name].as_slice())
    );
    let lea = desk
        .list_clients("lea dupuis", now)
        .await
        .unwrap()
        .into_iter()
        .next()
        .unwrap();
    let merged = desk.merge_clients(lea.id, twin.id, now).await.unwrap();
    assert_eq!(
        (
            merged.upcoming_count,
            merged.email.as_deref(),
            merged.notes.as_str()
        ),
        (2, Some("lea@exemple.fr"), "Préfère le soir.")
    );
    assert_eq!(desk.client_duplicates(now).await.unwrap(), []);
    assert_eq!(
        desk.client(twin.id, now).await.unwrap_err().code,
        ErrorCode::NotFound
    );
    assert!(desk.appointment(first.id).await.is_ok());
}

#[tokio::test]
async fn a_client_is_not_merged_with_themselves_or_with_nobody() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let lea = desk.create_client(&input("Léa", "", ""), now).await.unwrap();
    let nobody = ClientId::new(now);
    let with_self = desk.merge_clients(lea.id, lea.id, now).await.unwrap_err();
    assert_eq!(
        (with_self.code, with_self.details.fields[0].field.as_str()),
        (ErrorCode::InvalidInput, "other")
    );
    let with_nobody = desk.merge_clients(lea.id, nobody, now).await.unwrap_err();
    assert_eq!(with_nobody.code, ErrorCode::NotFound);
    assert!(desk.client(lea.id, now).await.is_ok());
}
