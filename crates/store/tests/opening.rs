//! What happens at the door: files that are no database, come from a newer program, or cannot be written.

use std::fs;

use agenda::ClientId;
use store::{Error, Store};
use testkit::{day::at, desk::furnish};

#[tokio::test]
async fn what_was_written_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    let store = Store::open(&file).await.unwrap();
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = desk.book(at("2027-03-02T08:00:00Z")).await.unwrap();
    let coach = desk.rows.coach();
    store.close().await;
    let again = Store::open(&file).await.unwrap();
    assert_eq!(again.first_coach().await.unwrap().map(|it| it.id), Some(coach));
    assert_eq!(again.as_coach(coach).entry(id).await.unwrap().appointment.id, id);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    let text = "this is somebody's letter, not an agenda; ".repeat(50);
    fs::write(&file, &text).unwrap();
    assert!(matches!(Store::open(&file).await, Err(Error::Damaged)));
    assert_eq!(fs::read_to_string(&file).unwrap(), text, "nothing of it is lost");
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    Store::open(&file).await.unwrap().close().await;
    let future = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                  VALUES (9999, 'from the future', 1, x'00', 0)";
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::query(future).execute(&pool).await.unwrap();
    pool.close().await;
    assert!(matches!(Store::open(&file).await, Err(Error::Newer)));
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_told_as_not_writable() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing").join("agenda.db");
    assert!(matches!(Store::open(&missing).await, Err(Error::ReadOnly)));
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_may_read_the_agenda_wherever_it_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let store = Store::open(&folder.path().join("agenda.db")).await.unwrap();
    furnish(&store, "Camille").await.unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.path().display());
    }
    store.close().await;
}

/// Who looks alike is kept beside each client since 0013, and what an older program wrote has nothing there.
#[tokio::test]
async fn lookalikes_an_older_program_wrote_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    let store = Store::open(&file).await.unwrap();
    let desk = furnish(&store, "Camille").await.unwrap();
    let (twin, card) = (
        ClientId::new(desk.now),
        desk.rows.client(desk.client, desk.now).await.unwrap().card,
    );
    desk.rows.add_client(twin, &card, desk.now).await.unwrap();
    store.close().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let older = "UPDATE clients SET same_name = NULL, same_email = NULL, same_phone = NULL";
    sqlx::query(older).execute(&pool).await.unwrap();
    pool.close().await;
    let rows = Store::open(&file).await.unwrap().as_coach(desk.rows.coach());
    let alike: Vec<ClientId> = rows.alike(9).await.unwrap().iter().map(|it| it.id).collect();
    assert_eq!(alike.len(), 2, "{alike:?}");
}
