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

/// However many a client has: the limit leaves out the oldest, and the order stays that of time.
pub async fn the_last_appointments_of_a_client_come_first(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let starts: Vec<_> = (0..4)
        .map(|week| at(TUESDAY_NINE) + TimeDelta::weeks(week))
        .collect();
    for start in &starts {
        desk.book(*start).await.unwrap();
    }
    for limit in [0, 3, 4, 9] {
        let found = desk.rows.entries_of_client(desk.client, limit).await.unwrap();
        let found: Vec<_> = found.iter().map(|it| it.appointment.start).collect();
        let left_out = 4_usize.saturating_sub(limit as usize);
        assert_eq!(found, starts[left_out..], "at most {limit}");
    }
}
