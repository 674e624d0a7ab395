//! Telephone numbers as people type them, clients in another zone, notes by themselves, and who came.

use api::{ClientInput, ClientOrder, ClientsWanted, ErrorCode, FieldProblem};
use chrono::TimeDelta;
use testkit::day::at;

use crate::scene::Scene;

fn lea() -> ClientInput {
    ClientInput {
        name: "Léa Dupuis".into(),
        email: Some("lea@exemple.fr".into()),
        phone: Some("06 12 34 56 78".into()),
        zone: Some("America/Toronto".into()),
        notes: "# Objectif".into(),
    }
}

#[tokio::test]
async fn a_number_typed_as_at_home_is_kept_for_every_country() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = desk.create_client(&lea(), now).await.unwrap();
    assert_eq!(made.phone.as_deref(), Some("+33612345678"));
    assert_eq!(made.phone_written.as_deref(), Some("06 12 34 56 78"));
    assert_eq!(made.zone.as_deref(), Some("America/Toronto"));
    let abroad = ClientInput {
        phone: Some("+1 514 555 0123".into()),
        ..lea()
    };
    let abroad = desk.update_client(made.id, &abroad, now).await.unwrap();
    assert_eq!(abroad.phone.as_deref(), Some("+15145550123"));
    assert_eq!(abroad.phone_written.as_deref(), Some("+1 514-555-0123"));
}

#[tokio::test]
async fn each_bad_field_of_a_contact_is_told() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let bad = ClientInput {
        name: String::new(),
        email: Some("lea@".into()),
        phone: Some("06 12".into()),
        zone: Some("Europe/Atlantide".into()),
        notes: "n".repeat(20_001),
    };
    let refused = desk.create_client(&bad, now).await.unwrap_err();
    let told: Vec<_> = refused
        .details
        .fields
        .iter()
        .map(|it| (it.field.as_str(), it.problem))
        .collect();
    assert_eq!(
        told,
        [
            ("name", FieldProblem::Required),
            ("email", FieldProblem::NotAnEmail),
            ("phone", FieldProblem::NotAPhone),
            ("zone", FieldProblem::NotAZone),
            ("notes", FieldProblem::TooLong),
        ]
    );
}

#[tokio::test]
async fn notes_are_saved_by_themselves_and_a_form_does_not_touch_them() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let made = desk.create_client(&lea(), now).await.unwrap();
    desk.update_client_notes(made.id, "Plus **calme**\n")
        .await
        .unwrap();
    let renamed = ClientInput {
        name: "Léa Martin".into(),
        ..lea()
    };
    let after = desk.update_client(made.id, &renamed, now).await.unwrap();
    assert_eq!(
        (after.name.as_str(), after.notes.as_str()),
        ("Léa Martin", "Plus **calme**")
    );
    let long = desk
        .update_client_notes(made.id, &"n".repeat(20_001))
        .await
        .unwrap_err();
    assert_eq!(
        (long.code, long.details.fields[0].limit),
        (ErrorCode::InvalidInput, Some(20_000))
    );
    assert_eq!(desk.client(made.id, now).await.unwrap().notes, "Plus **calme**");
}

#[tokio::test]
async fn a_profile_tells_who_came() {
    let scene = Scene::set_up().await;
    let desk = scene.desk().await;
    let mut new = scene.video_on_tuesday().await;
    let mut booked = Vec::new();
    for start in [
        "2027-03-02T08:00:00Z",
        "2027-03-09T08:00:00Z",
        "2027-03-16T08:00:00Z",
    ] {
        new.start = at(start);
        booked.push(scene.book(&new).await.id);
    }
    let late = at("2027-03-16T08:00:00Z") + TimeDelta::hours(2);
    desk.complete_appointment(booked[0], late).await.unwrap();
    desk.mark_no_show(booked[1], late).await.unwrap();
    let wanted = ClientsWanted {
        order: ClientOrder::Next,
        ..ClientsWanted::default()
    };
    let lea = desk.list_clients(&wanted, scene.clock.now()).await.unwrap()[0].id;
    let told = desk.client_attendance(lea).await.unwrap();
    assert_eq!(
        (told.completed, told.no_show, told.cancelled, told.rate),
        (1, 1, 0, Some(0.5))
    );
}
