//! A client entered twice becomes one.

use api::{ClientId, ClientInput, ClientsWanted, ErrorCode, NewAppointment, NewPerson, SameBy};
use testkit::day::at;

use crate::scene::Scene;

fn input(name: &str, email: &str, notes: &str) -> ClientInput {
    ClientInput {
        name: name.into(),
        email: Some(email.into()),
        phone: None,
        zone: None,
        notes: notes.into(),
    }
}

fn wanted(search: &str) -> ClientsWanted {
    ClientsWanted {
        search: search.into(),
        ..ClientsWanted::default()
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
        .list_clients(&wanted("lea dupuis"), now)
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
async fn two_people_of_one_name_are_shown_once_and_then_no_more() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let one = desk
        .create_client(&input("Marie Martin", "", ""), now)
        .await
        .unwrap();
    let other = desk
        .create_client(&input("Marie Martin", "", ""), now)
        .await
        .unwrap();
    assert_eq!(desk.client_duplicates(now).await.unwrap().len(), 1);
    desk.tell_clients_apart(other.id, one.id).await.unwrap();
    assert_eq!(desk.client_duplicates(now).await.unwrap(), []);
    let with_self = desk.tell_clients_apart(one.id, one.id).await.unwrap_err();
    assert_eq!(with_self.code, ErrorCode::InvalidInput);
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
