//! What is erased is not in the file any more, nor in its journal: looked for byte by byte.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

use std::{fs, path::Path};

use agenda::{Actor, Block, Line};
use store::Store;
use testkit::{
    desk::{furnish, good},
    store_suite::erasing::{SECRETS, fill_in, talkative},
};

/// The words found in any file of the folder.
fn found(folder: &Path) -> Vec<&'static str> {
    let mut bytes = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        bytes.extend(fs::read(file.unwrap().path()).unwrap());
    }
    let is_there = |word: &&str| bytes.windows(word.len()).any(|it| it == word.as_bytes());
    SECRETS.into_iter().filter(is_there).collect()
}

#[tokio::test]
async fn no_byte_of_an_erased_client_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("agenda.db")).await.unwrap();
    let desk = furnish(&store, "Camille").await.unwrap();
    fill_in(&desk).await;
    let mut last = None;
    for hours in 0..40 {
        let booking = talkative(&desk, hours);
        desk.rows.book(&booking, desk.now).await.unwrap();
        last = Some(booking.appointment.id);
    }
    let reason = good(Block::parse("motif intime"));
    desk.rows
        .cancel_appointment(last.unwrap(), &reason, Actor::Coach, None, desk.now)
        .await
        .unwrap();
    assert_eq!(found(folder.path()), SECRETS, "the search finds what is there");
    let name = good(Line::parse("Client effacé"));
    desk.rows
        .erase_client(desk.client, &name, desk.now)
        .await
        .unwrap();
    assert_eq!(
        found(folder.path()),
        Vec::<&str>::new(),
        "while the agenda is open"
    );
    store.close().await;
    assert_eq!(found(folder.path()), Vec::<&str>::new(), "and after it is closed");
}
