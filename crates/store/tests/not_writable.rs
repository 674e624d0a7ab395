//! Files and folders that may be read and not written.
//!
//! The superuser may write anywhere, so where that is who runs the tests, the test runs itself again as nobody.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]
#![cfg(unix)]

use std::{
    env, fs,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::Command,
};

use store::{Error, Store};
use testkit::{
    day::{TUESDAY_NINE, at},
    desk::furnish,
};

/// Set for the test's second run, as nobody: where it may work.
const FOLDER: &str = "VIRTUS_NOBODYS_FOLDER";
const NOBODY: u32 = 65_534;

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// A folder in which this process obeys modes; `None` when the test was run elsewhere, as nobody.
fn folder(test: &str) -> Option<PathBuf> {
    if let Ok(folder) = env::var(FOLDER) {
        let own = PathBuf::from(folder).join(test);
        fs::create_dir(&own).unwrap();
        return Some(own);
    }
    let folder = tempfile::tempdir().unwrap().keep();
    let sealed = folder.join("sealed");
    fs::create_dir(&sealed).unwrap();
    allow(&sealed, 0o555);
    if fs::write(sealed.join("probe"), "").is_err() {
        return Some(folder);
    }
    let program = folder.join("test");
    fs::copy(env::current_exe().unwrap(), &program).unwrap();
    allow(&folder, 0o777);
    let status = Command::new(&program)
        .args(["--exact", test, "--nocapture"])
        .env(FOLDER, &folder)
        .current_dir(&folder)
        .uid(NOBODY)
        .gid(NOBODY)
        .status()
        .unwrap();
    assert!(status.success(), "{test}, as nobody");
    fs::remove_dir_all(&folder).unwrap();
    None
}

async fn agenda_with_one(file: &Path) {
    let store = Store::open(file).await.unwrap();
    let desk = furnish(&store, "Camille").await.unwrap();
    desk.book(at(TUESDAY_NINE)).await.unwrap();
    store.close().await;
}

/// What was there is there, once it may be written again.
async fn is_all_there(file: &Path) {
    let store = Store::open(file).await.unwrap();
    let coach = store.first_coach().await.unwrap().unwrap().id;
    let rows = store.as_coach(coach);
    let day = at(TUESDAY_NINE);
    assert_eq!(
        rows.entries_between(day, day + chrono::TimeDelta::hours(1))
            .await
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_told() {
    let Some(folder) = folder("a_folder_that_cannot_be_written_is_told") else {
        return;
    };
    let file = folder.join("agenda.db");
    agenda_with_one(&file).await;
    allow(&folder, 0o555);
    assert!(
        matches!(Store::open(&file).await, Err(Error::ReadOnly)),
        "an agenda that is there"
    );
    assert!(
        matches!(Store::open(&folder.join("new.db")).await, Err(Error::ReadOnly)),
        "a new one"
    );
    allow(&folder, 0o777);
    is_all_there(&file).await;
}

#[tokio::test]
async fn a_file_that_cannot_be_written_is_told() {
    let Some(folder) = folder("a_file_that_cannot_be_written_is_told") else {
        return;
    };
    let file = folder.join("agenda.db");
    agenda_with_one(&file).await;
    allow(&file, 0o444);
    let told = match Store::open(&file).await {
        Ok(store) => furnish(&store, "Dominique").await.map(drop),
        Err(error) => Err(error),
    };
    assert!(matches!(told, Err(Error::ReadOnly)), "{told:?}");
    allow(&file, 0o644);
    is_all_there(&file).await;
}
