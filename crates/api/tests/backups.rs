//! Backups through the use cases: what the interface is told, and that no name leads out of the folder.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

use std::{fs, sync::Arc};

use api::{BackupKind, BaseUrl, ErrorCode, Language, MemorySafe, NewCoach, Planner, Store};
use testkit::day::at;

const NOW: &str = "2027-03-01T08:00:00Z";

async fn planner(folder: &tempfile::TempDir) -> Planner {
    let store = Store::open(&folder.path().join("agenda.db")).await.unwrap();
    let base = BaseUrl::parse("http://127.0.0.1:9/").unwrap();
    Planner::new(store, base, Arc::new(MemorySafe::default()))
}

fn camille() -> NewCoach {
    NewCoach {
        name: "Camille".into(),
        zone: "Europe/Paris".into(),
        language: Language::Fr,
    }
}

#[tokio::test]
async fn a_coach_goes_back_to_the_backup_of_the_morning() {
    let folder = tempfile::tempdir().unwrap();
    let planner = planner(&folder).await;
    let backups = planner.backups(folder.path().join("backups"));
    let morning = backups.daily_backup(at(NOW)).await.unwrap().unwrap();
    assert_eq!((morning.kind, morning.made_at), (BackupKind::Daily, at(NOW)));
    assert!(morning.size_kib > 0);
    assert_eq!(backups.daily_backup(at(NOW)).await.unwrap(), None, "one a day");
    planner.set_up_coach(&camille(), at(NOW)).await.unwrap();
    let by_hand = backups.backup_now(at(NOW)).await.unwrap();
    let present = backups.restore_backup(&morning.name, at(NOW)).await.unwrap();
    assert!(
        planner.coach().await.unwrap().is_none(),
        "the morning knew no coach"
    );
    backups.restore_backup(&present.name, at(NOW)).await.unwrap();
    assert!(planner.coach().await.unwrap().is_some());
    let kinds: Vec<_> = backups.list_backups().unwrap().iter().map(|it| it.kind).collect();
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    assert!(backups.list_backups().unwrap().contains(&by_hand));
}

#[tokio::test]
async fn a_name_that_is_none_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let backups = planner(&folder).await.backups(folder.path().join("backups"));
    for name in ["../agenda.db", "/etc/passwd", "agenda-2027-03-01T080000Z.db", ""] {
        let told = backups.restore_backup(name, at(NOW)).await.unwrap_err();
        assert_eq!(told.code, ErrorCode::NotFound, "{name:?}");
    }
    assert_eq!(backups.list_backups().unwrap(), []);
}

#[tokio::test]
async fn a_damaged_agenda_is_replaced_by_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (file, kept) = (folder.path().join("agenda.db"), folder.path().join("backups"));
    let first = planner(&folder).await;
    first.set_up_coach(&camille(), at(NOW)).await.unwrap();
    let backup = first.backups(&kept).backup_now(at(NOW)).await.unwrap();
    first.close().await;
    fs::write(&file, "a letter".repeat(1_000)).unwrap();
    assert_eq!(api::backups_in(&kept).unwrap(), std::slice::from_ref(&backup));
    let aside = api::replace_damaged(&file, &kept, Some(&backup.name), at(NOW))
        .await
        .unwrap();
    assert_eq!(
        fs::read_to_string(aside).unwrap(),
        "a letter".repeat(1_000),
        "nothing is deleted"
    );
    assert!(planner(&folder).await.coach().await.unwrap().is_some());
}
