//! All that is kept about a client: exported, and erased.

use api::{ClientInput, ErrorCode, NewPerson, Person, Status};
use testkit::day::at;

use crate::scene::Scene;

async fn lea(scene: &Scene) -> api::Client {
    let card = ClientInput {
        name: "Léa <b>Dupuis</b>".into(),
        email: Some("lea@exemple.fr".into()),
        phone: Some("06 12 34 56 78".into()),
        zone: None,
        notes: "Prépare\nun entretien & doute".into(),
    };
    scene
        .desk()
        .await
        .create_client(&card, scene.clock.now())
        .await
        .unwrap()
}

/// One as a prospect, one cancelled, one ahead with a room.
async fn meet(scene: &Scene, client: &api::Client) -> [api::Appointment; 3] {
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: "Léa D.".into(),
        email: "Lea@exemple.fr".into(),
    };
    new.description = "Premier échange".into();
    let first = scene.book(&new).await;
    new.person = NewPerson::Client { id: client.id };
    new.start = at("2027-03-09T08:00:00Z");
    new.title = "Bilan".into();
    let second = scene.book(&new).await;
    desk.cancel_appointment(second.id, "Grippe", now).await.unwrap();
    new.start = at("2027-03-16T08:00:00Z");
    let third = scene.book(&new).await;
    [first, second, third]
}

#[tokio::test]
async fn everything_about_a_client_is_exported_for_machines_and_people() {
    let scene = Scene::set_up().await;
    let client = lea(&scene).await;
    meet(&scene, &client).await;
    let record = scene
        .desk()
        .await
        .export_client(client.id, scene.clock.now())
        .await
        .unwrap();
    assert_eq!(record.file_stem, "lea-b-dupuis-b-2027-03-01");
    let json: serde_json::Value = serde_json::from_str(&record.json).unwrap();
    assert_eq!(json["client"]["notes"], "Prépare\nun entretien & doute");
    assert_eq!(json["appointments"].as_array().unwrap().len(), 3);
    assert_eq!(
        json["appointments"][0]["person"]["email"], "Lea@exemple.fr",
        "from before the profile"
    );
    assert_eq!(json["appointments"][1]["cancellation"]["reason"], "Grippe");
    for told in [
        "<h1>Léa &lt;b&gt;Dupuis&lt;/b&gt;</h1>",
        "un entretien &amp; doute",
        "02/03/2027 à 09:00 – 10:00",
        "<dt>Description</dt><dd>Premier échange</dd>",
        "<dt>Motif de l’annulation</dt><dd>Grippe</dd>",
        "<dt>Pris au nom de</dt><dd>Léa D., Lea@exemple.fr</dd>",
        "<dt>Rencontre</dt><dd>visio</dd>",
    ] {
        assert!(record.html.contains(told), "{told}\n{}", record.html);
    }
}

#[tokio::test]
async fn an_erased_client_leaves_numbers_and_no_room() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let client = lea(&scene).await;
    let [first, second, third] = meet(&scene, &client).await;
    scene.work_off_rooms().await;
    assert_eq!(scene.daily.rooms().len(), 2);
    desk.erase_client(client.id, now).await.unwrap();
    scene.work_off_rooms().await;
    assert_eq!(
        scene.daily.rooms().len(),
        0,
        "the rooms of what lay ahead are removed at Daily"
    );
    for it in [&first, &second, &third] {
        let left = desk.appointment(it.id).await.unwrap();
        assert_eq!(
            (left.start, left.type_id, left.status),
            (it.start, it.type_id, Status::Cancelled)
        );
        let name = Person::Client {
            id: client.id,
            name: "Client effacé".into(),
        };
        assert_eq!(
            (left.person, left.title.as_str(), left.description.as_str()),
            (name, "", "")
        );
    }
    for refused in [
        desk.client(client.id, now).await.err(),
        desk.export_client(client.id, now).await.err(),
        desk.erase_client(client.id, now).await.err(),
        desk.archive_client(client.id, false, now).await.err(),
        scene.planner.as_client(client.id).await.err(),
    ] {
        assert_eq!(refused.unwrap().code, ErrorCode::NotFound);
    }
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Client { id: client.id };
    let refused = desk.create_appointment(&new, now).await.unwrap_err();
    assert_ne!(
        refused.details,
        Box::default(),
        "nobody is booked who is not there"
    );
}

#[tokio::test]
async fn going_back_to_an_older_copy_brings_no_erased_client_back() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let client = lea(&scene).await;
    let [first, ..] = meet(&scene, &client).await;
    let backups = scene.planner.backups(scene.folder.path().join("backups"));
    let old = backups.backup_now(now).await.unwrap();
    desk.erase_client(client.id, now).await.unwrap();
    backups.restore_backup(&old.name, now).await.unwrap();
    assert_eq!(
        desk.client(client.id, now).await.unwrap_err().code,
        ErrorCode::NotFound
    );
    assert_eq!(desk.appointment(first.id).await.unwrap().description, "");
    backups.delete_backup(&old.name).unwrap();
    assert!(!backups.list_backups().unwrap().contains(&old));
    assert_eq!(
        backups.delete_backup(&old.name).unwrap_err().code,
        ErrorCode::NotFound
    );
    assert_eq!(
        backups.delete_backup("../agenda.db").unwrap_err().code,
        ErrorCode::NotFound
    );
}
