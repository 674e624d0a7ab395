//! Nothing of an erased person is in the agenda, by whatever way they came into it, and no older copy brings them back.

use std::fs;

use api::{ClientFile, ClientId, ClientsWanted, CoachDesk, NewPerson};
use testkit::day::at;

use crate::scene::Scene;

/// An address book with somebody twice, under two addresses.
const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Ferrand\r\nEMAIL:zoe.un@exemple.fr\r\nTEL:06 12 34 56 78\r\n\
    NOTE:carnet intime\r\nADR:;;3 rue Intime;Lyon;;69001;\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Ferrand\r\nEMAIL:zoe.deux@exemple.fr\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ferrand Zoé\r\nEMAIL:homonyme@exemple.fr\r\nEND:VCARD\r\n";

/// Whatever tells who she was.
const SECRETS: [&str; 6] = [
    "zoe.un",
    "zoe.deux",
    "+33612345678",
    "carnet intime",
    "rue Intime",
    "zoe.avant",
];

/// Which of them any of the agenda's own files holds, journal included.
fn found(scene: &Scene) -> Vec<&'static str> {
    let files = fs::read_dir(scene.folder.path())
        .unwrap()
        .map(|it| it.unwrap().path());
    let bytes: Vec<u8> = files
        .filter(|it| it.is_file())
        .flat_map(|it| fs::read(it).unwrap())
        .collect();
    let is_there = |word: &&str| bytes.windows(word.len()).any(|it| it == word.as_bytes());
    SECRETS.into_iter().filter(is_there).collect()
}

async fn named(desk: &CoachDesk, scene: &Scene, address: &str) -> ClientId {
    let wanted = ClientsWanted {
        search: address.into(),
        ..ClientsWanted::default()
    };
    desk.list_clients(&wanted, scene.clock.now()).await.unwrap()[0].id
}

/// Met as a prospect, taken in from an address book twice, merged, and told apart from somebody of the same name.
#[tokio::test]
async fn whoever_was_imported_merged_and_a_prospect_once_is_gone_from_the_agenda_and_stays_so() {
    let scene = Scene::set_up().await;
    let (desk, now) = (scene.desk().await, scene.clock.now());
    let backups = scene.planner.backups(scene.folder.path().join("backups"));
    let mut new = scene.video_on_tuesday().await;
    new.person = NewPerson::Prospect {
        name: "Zoé F.".into(),
        email: "zoe.avant@exemple.fr".into(),
    };
    let met = scene.book(&new).await;
    let as_prospect = backups.backup_now(now).await.unwrap();
    let zoe = desk
        .create_client_from_prospect(met.id, &[met.id], now)
        .await
        .unwrap();

    let cards = ClientFile::read("carnet.vcf".into(), CARDS.as_bytes()).unwrap();
    let columns: Vec<_> = cards.view().columns.iter().map(|it| it.meaning).collect();
    assert_eq!(desk.import_clients(&cards, &columns, now).await.unwrap().added, 3);
    let (one, two) = (
        named(&desk, &scene, "zoe.un").await,
        named(&desk, &scene, "zoe.deux").await,
    );
    let namesake = named(&desk, &scene, "homonyme").await;
    let as_twins = backups.backup_now(at("2027-03-01T09:00:00Z")).await.unwrap();
    desk.tell_clients_apart(one, namesake).await.unwrap();
    desk.merge_clients(one, two, now).await.unwrap();
    desk.merge_clients(zoe.id, one, now).await.unwrap();
    desk.tell_clients_apart(zoe.id, namesake).await.unwrap();
    assert!(
        found(&scene).len() >= 4,
        "the search finds what is there: {:?}",
        found(&scene)
    );

    desk.erase_client(zoe.id, now).await.unwrap();
    assert_eq!(found(&scene), Vec::<&str>::new());
    for older in [&as_twins, &as_prospect] {
        backups
            .restore_backup(&older.name, at("2027-03-01T10:00:00Z"))
            .await
            .unwrap();
        assert_eq!(
            found(&scene),
            Vec::<&str>::new(),
            "after going back to {}",
            older.name
        );
        let kept = desk.appointment(met.id).await.unwrap();
        assert_eq!(kept.start, met.start, "that somebody was met is still counted");
    }
}
