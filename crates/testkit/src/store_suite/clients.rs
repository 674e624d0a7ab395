//! Clients: found and counted.

use chrono::TimeDelta;
use store::Store;

use crate::{
    day::{TUESDAY_NINE, at},
    desk::furnish,
};

/// Clients are found without accents, with a count of what lies ahead.
pub async fn clients_are_found_and_counted(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    desk.book(at(TUESDAY_NINE)).await.unwrap();
    let found = desk.rows.clients("LEA dup", desk.now).await.unwrap();
    assert_eq!((found.len(), found[0].upcoming), (1, 1));
    assert_eq!(
        desk.rows.clients("zo%", desk.now).await.unwrap(),
        [],
        "a percent sign is no joker"
    );
    let after = at(TUESDAY_NINE) + TimeDelta::hours(1);
    assert_eq!(
        desk.rows.clients("", after).await.unwrap()[0].upcoming,
        0,
        "it is over"
    );
}
