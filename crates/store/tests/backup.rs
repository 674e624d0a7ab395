//! Backups, restoring them, and files set aside: by what is in the folder and in the agenda afterwards.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests panic, as tests do"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use agenda::AppointmentId;
use chrono::{DateTime, TimeDelta, Utc};
use store::{
    Error, Store,
    backup::{self, Backup, BackupFolder, BackupKind, BackupName},
};
use testkit::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish},
};

const NOW: &str = "2027-03-01T08:00:00.5Z";

struct Scene {
    folder: tempfile::TempDir,
    store: Store,
    desk: Furnished,
    backups: BackupFolder,
}

impl Scene {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("agenda.db")).await.unwrap();
        let desk = furnish(&store, "Camille").await.unwrap();
        let backups = BackupFolder::new(folder.path().join("backups"));
        Self {
            folder,
            store,
            desk,
            backups,
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("agenda.db")
    }

    async fn back_up(&self, kind: BackupKind, now: DateTime<Utc>) -> Backup {
        self.store.back_up(&self.backups, kind, now).await.unwrap()
    }

    async fn book(&self, hours: i64) -> AppointmentId {
        self.desk
            .book(at(TUESDAY_NINE) + TimeDelta::hours(hours))
            .await
            .unwrap()
    }

    async fn has(&self, id: AppointmentId) -> bool {
        match self.desk.rows.entry(id).await {
            Ok(_) => true,
            Err(Error::NotFound) => false,
            Err(other) => panic!("{other:?}"),
        }
    }

    fn names(&self) -> Vec<String> {
        self.backups
            .list()
            .unwrap()
            .iter()
            .map(|it| it.name.to_string())
            .collect()
    }
}

/// Spoils a page in the middle of a database.
fn spoil(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    bytes[3 * 4096..4 * 4096].fill(0xa5);
    fs::write(file, bytes).unwrap();
}

#[tokio::test]
async fn a_backup_holds_what_was_committed_and_can_be_opened() {
    let scene = Scene::new().await;
    let id = scene.book(0).await;
    let made = scene.back_up(BackupKind::ByHand, at(NOW)).await;
    assert_eq!(made.name.to_string(), "agenda-2027-03-01T080000Z-by-hand.db");
    assert_eq!(scene.backups.list().unwrap(), [made]);
    scene.backups.verify(made.name).await.unwrap();
    let place = scene.backups.place_of(made.name);
    assert_eq!(place.metadata().unwrap().len(), made.bytes);
    let copy = Store::open(&place).await.unwrap();
    copy.as_coach(scene.desk.rows.coach()).entry(id).await.unwrap();
    copy.close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn only_their_owner_may_read_backups() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let scene = Scene::new().await;
    let place = scene
        .backups
        .place_of(scene.back_up(BackupKind::Daily, at(NOW)).await.name);
    assert_eq!((mode(&place), mode(place.parent().unwrap())), (0o600, 0o700));
}

#[tokio::test]
async fn there_is_one_backup_a_day_and_fourteen_are_kept() {
    let scene = Scene::new().await;
    let by_hand = scene.back_up(BackupKind::ByHand, at(NOW)).await;
    for day in 0..16 {
        let now = at(NOW) + TimeDelta::days(day);
        assert!(
            scene
                .store
                .daily_backup(&scene.backups, now)
                .await
                .unwrap()
                .is_some()
        );
        let later = now + TimeDelta::hours(12);
        assert_eq!(
            scene.store.daily_backup(&scene.backups, later).await.unwrap(),
            None,
            "day {day} has one"
        );
    }
    let kept = scene.backups.list().unwrap();
    assert_eq!(kept.len(), 15);
    assert_eq!(
        kept[0].name.made_at,
        at("2027-03-16T08:00:00Z"),
        "the latest comes first"
    );
    assert_eq!(
        kept[13].name.made_at,
        at("2027-03-03T08:00:00Z"),
        "the first two days are gone"
    );
    assert_eq!(kept[14], by_hand, "what the coach made stays");
}

#[tokio::test]
async fn two_backups_of_one_second_have_two_names() {
    let scene = Scene::new().await;
    scene.back_up(BackupKind::ByHand, at(NOW)).await;
    scene.back_up(BackupKind::ByHand, at(NOW)).await;
    assert_eq!(
        scene.names(),
        [
            "agenda-2027-03-01T080001Z-by-hand.db",
            "agenda-2027-03-01T080000Z-by-hand.db"
        ]
    );
}

#[tokio::test]
async fn what_a_killed_program_left_is_removed_and_other_files_stay() {
    let scene = Scene::new().await;
    scene.back_up(BackupKind::Daily, at(NOW)).await;
    let folder = scene.folder.path().join("backups");
    for name in [
        "agenda-2027-02-01T080000Z.db.part",
        "letter.txt",
        "letter.part",
        "agenda-x.db",
    ] {
        fs::write(folder.join(name), "x").unwrap();
    }
    scene.back_up(BackupKind::ByHand, at(NOW)).await;
    assert!(!folder.join("agenda-2027-02-01T080000Z.db.part").exists());
    assert!(
        ["letter.txt", "letter.part", "agenda-x.db"]
            .iter()
            .all(|it| folder.join(it).exists())
    );
    assert_eq!(scene.names().len(), 2, "what is no backup is not told as one");
}

#[test]
fn only_names_of_backups_are_names_of_backups() {
    for name in [
        "../agenda-2027-03-01T080000Z.db",
        "agenda-2027-03-01T080000Z/../../agenda.db",
        "agenda-2027-02-30T080000Z.db",
        "agenda-2027-3-1T080000Z.db",
        "agenda-2027-03-01T080000Z-else.db",
        "agenda-2027-03-01T080000Z.db\0",
        "agenda.db",
        "",
    ] {
        assert!(name.parse::<BackupName>().is_err(), "{name:?}");
    }
    let name = "agenda-2027-03-01T080000Z-before-update.db";
    assert_eq!(name.parse::<BackupName>().unwrap().to_string(), name);
}

#[tokio::test]
async fn restoring_goes_back_and_forth_under_open_handles() {
    let scene = Scene::new().await;
    let old = scene.book(0).await;
    let backup = scene.back_up(BackupKind::Daily, at(NOW)).await;
    let new = scene.book(2).await;
    let present = scene
        .store
        .restore(&scene.backups, backup.name, at(NOW))
        .await
        .unwrap();
    assert_eq!(present.name.kind, BackupKind::BeforeRestore);
    assert!(scene.has(old).await && !scene.has(new).await, "as it was then");
    scene.book(4).await;
    scene
        .store
        .restore(&scene.backups, present.name, at(NOW))
        .await
        .unwrap();
    assert!(
        scene.has(old).await && scene.has(new).await,
        "the present was saved first"
    );
    let left: Vec<_> = fs::read_dir(scene.folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .filter(|it| it.contains("incoming"))
        .collect();
    assert_eq!(left, [""; 0], "nothing is left beside the agenda");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_was_acknowledged_before_a_restore_is_in_the_saved_present() {
    let scene = Scene::new().await;
    let backup = scene.back_up(BackupKind::Daily, at(NOW)).await;
    let over = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..4)
        .map(|task| {
            let (desk, over) = (scene.desk.clone(), over.clone());
            tokio::spawn(async move {
                let (mut booked, mut start) = (Vec::new(), at(TUESDAY_NINE) + TimeDelta::days(task * 1_000));
                while !over.load(Ordering::Relaxed) {
                    match desk.book(start).await {
                        Ok(id) => booked.push(id),
                        // The file is being replaced: a refusal comes at once, and asking without a pause would
                        // leave no thread to those who replace it.
                        Err(_) => tokio::time::sleep(std::time::Duration::from_millis(1)).await,
                    }
                    start += TimeDelta::hours(1);
                }
                booked
            })
        })
        .collect();
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let present = scene
        .store
        .restore(&scene.backups, backup.name, at(NOW))
        .await
        .unwrap();
    over.store(true, Ordering::Relaxed);
    let saved = Store::open(&scene.backups.place_of(present.name)).await.unwrap();
    let rows = saved.as_coach(scene.desk.rows.coach());
    let mut before = 0;
    for writer in writers {
        for id in writer.await.unwrap() {
            // What was booked after the restore is in the restored agenda.
            let is_saved = rows.entry(id).await.is_ok();
            before += i32::from(is_saved);
            assert!(
                is_saved != scene.has(id).await,
                "in one of the two, and not in both"
            );
        }
    }
    assert!(before > 0, "somebody wrote before");
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_the_agenda_goes_on() {
    let scene = Scene::new().await;
    let id = scene.book(0).await;
    let backup = scene.back_up(BackupKind::Daily, at(NOW)).await;
    let place = scene.backups.place_of(backup.name);
    let whole = fs::read(&place).unwrap();
    spoil(&place);
    let told = scene.store.restore(&scene.backups, backup.name, at(NOW)).await;
    assert!(matches!(told, Err(Error::Damaged)), "{told:?}");
    for cut in [0, 1, whole.len() / 2, whole.len() - 4096] {
        fs::write(&place, &whole[..cut]).unwrap();
        let told = scene.store.restore(&scene.backups, backup.name, at(NOW)).await;
        assert!(matches!(told, Err(Error::Damaged)), "cut to {cut}: {told:?}");
    }
    let missing = BackupName {
        made_at: at(TUESDAY_NINE),
        ..backup.name
    };
    assert!(matches!(
        scene.store.restore(&scene.backups, missing, at(NOW)).await,
        Err(Error::NotFound)
    ));
    assert!(scene.has(id).await);
    assert_eq!(
        scene.names().len(),
        1,
        "nothing was saved for a restore that could not be"
    );
}

#[tokio::test]
async fn a_damaged_agenda_is_left_alone_until_it_is_set_aside() {
    let scene = Scene::new().await;
    let id = scene.book(0).await;
    let backup = scene.back_up(BackupKind::Daily, at(NOW)).await;
    scene.store.close().await;
    let file = scene.file();
    spoil(&file);
    let spoilt = fs::read(&file).unwrap();
    assert!(matches!(Store::open(&file).await, Err(Error::Damaged)));
    assert_eq!(fs::read(&file).unwrap(), spoilt, "opening changes nothing");
    let refused = backup::bring_back(&scene.backups, backup.name, &file).await;
    assert!(refused.is_err(), "nothing is replaced that was not set aside");
    fs::write(scene.folder.path().join("agenda.db-wal"), "journal").unwrap();
    let aside = backup::set_aside(&file, at(NOW)).unwrap();
    assert_eq!(aside.file_name().unwrap(), "agenda-damaged-2027-03-01T080000Z.db");
    assert_eq!(fs::read(&aside).unwrap(), spoilt, "nothing is deleted");
    let journal = aside.with_file_name("agenda-damaged-2027-03-01T080000Z.db-wal");
    assert_eq!(fs::read_to_string(journal).unwrap(), "journal");
    backup::bring_back(&scene.backups, backup.name, &file)
        .await
        .unwrap();
    let again = Store::open(&file).await.unwrap();
    again.as_coach(scene.desk.rows.coach()).entry(id).await.unwrap();
}

/// Makes the file of a program that knew the first migration alone.
async fn older(file: &Path) {
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let mut all = sqlx::migrate!("../../migrations/sqlite");
    all.migrations.to_mut().truncate(1);
    all.run(&pool).await.unwrap();
    pool.close().await;
}

#[tokio::test]
async fn an_older_agenda_is_backed_up_before_it_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    let backups = BackupFolder::new(folder.path().join("backups"));
    older(&file).await;
    Store::open_backed_up(&file, &backups, at(NOW))
        .await
        .unwrap()
        .close()
        .await;
    Store::open_backed_up(&file, &backups, at(NOW))
        .await
        .unwrap()
        .close()
        .await;
    let made = backups.list().unwrap();
    assert_eq!(made.len(), 1, "once: it is no longer old");
    assert_eq!(made[0].name.kind, BackupKind::BeforeUpdate);
    let store = Store::open(&file).await.unwrap();
    store.restore(&backups, made[0].name, at(NOW)).await.unwrap();
    furnish(&store, "Camille").await.unwrap();
}

#[tokio::test]
async fn a_new_agenda_needs_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let backups = BackupFolder::new(folder.path().join("backups"));
    Store::open_backed_up(&folder.path().join("agenda.db"), &backups, at(NOW))
        .await
        .unwrap();
    assert_eq!(backups.list().unwrap(), []);
}
