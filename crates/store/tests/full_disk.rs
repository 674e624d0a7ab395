//! A disk that fills up while the agenda is written.
//!
//! It is a real one of some megabytes: a tmpfs in a mount namespace of the test's own, in which the test runs itself
//! again. Where the system lets nobody but the superuser make such a namespace, the test says so and shows nothing.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]
#![cfg(target_os = "linux")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use chrono::TimeDelta;
use store::{
    Error, Store,
    backup::{BackupFolder, BackupKind},
};
use testkit::{
    day::{TUESDAY_NINE, at},
    desk::furnish,
};

/// Set for the second run: the folder on the small disk.
const SMALL_DISK: &str = "VIRTUS_SMALL_DISK";

const TEST: &str = "a_full_disk_is_told_and_nothing_is_lost";

/// Room that is given back later, in bytes.
const BALLAST: usize = 3 << 20;

#[tokio::test]
async fn a_full_disk_is_told_and_nothing_is_lost() {
    if let Some(folder) = env::var_os(SMALL_DISK) {
        fill(&PathBuf::from(folder)).await;
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mounted = r#"mount -t tmpfs -o size=8M none "$0" || exit 77; exec "$@""#;
    let status = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", mounted])
        .arg(folder.path())
        .arg(env::current_exe().unwrap())
        .args(["--exact", TEST, "--nocapture"])
        .env(SMALL_DISK, folder.path())
        .status();
    match status.map(|it| it.code()) {
        Ok(Some(0)) => {}
        // What `unshare` and the line above answer when they are not allowed to.
        refused @ (Err(_) | Ok(Some(1 | 77))) => {
            eprintln!("no small disk can be had here, nothing was shown: {refused:?}");
        }
        Ok(wrong) => panic!("it went wrong on the small disk: {wrong:?}"),
    }
}

async fn fill(folder: &Path) {
    let file = folder.join("agenda.db");
    let ballast = folder.join("ballast");
    fs::write(&ballast, vec![7; BALLAST]).unwrap();
    let store = Store::open(&file).await.unwrap();
    let desk = furnish(&store, "Camille").await.unwrap();
    let mut booked = Vec::new();
    let full = loop {
        let start = at(TUESDAY_NINE) + TimeDelta::hours(1) * i32::try_from(booked.len()).unwrap();
        match desk.book(start).await {
            Ok(id) => booked.push(id),
            Err(error) => break error,
        }
    };
    assert!(
        matches!(full, Error::DiskFull),
        "after {}: {full:?}",
        booked.len()
    );
    for &id in &booked {
        desk.rows.entry(id).await.unwrap();
    }
    let backups = BackupFolder::new(folder.join("backups"));
    let told = store.back_up(&backups, BackupKind::Daily, desk.now).await;
    assert!(matches!(told, Err(Error::DiskFull)), "a backup: {told:?}");
    assert_eq!(
        fs::read_dir(folder.join("backups")).unwrap().count(),
        0,
        "half a backup takes no room"
    );

    fs::remove_file(&ballast).unwrap();
    let after = at(TUESDAY_NINE) + TimeDelta::days(4_000);
    booked.push(desk.book(after).await.unwrap());
    store.close().await;
    let again = Store::open(&file).await.unwrap();
    let rows = again.as_coach(desk.rows.coach());
    for &id in &booked {
        rows.entry(id).await.unwrap();
    }
}
