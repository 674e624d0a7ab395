//! Clients: found and counted; and appointments found by a word.

use agenda::{Email, Line, Person};
use chrono::TimeDelta;
use store::Store;

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{furnish, good},
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

/// Appointments are found by client, prospect, title or type, without accents; what is ahead comes first.
pub async fn appointments_are_found_by_a_word(store: Store) {
    let (desk, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    other.book(at(TUESDAY_NINE)).await.unwrap();
    let day = TimeDelta::days(1);
    let past = desk.book(at(TUESDAY_NINE) - day - day).await.unwrap();
    let next = desk.book(at(TUESDAY_NINE)).await.unwrap();
    let mut booking = desk.booking(at(TUESDAY_NINE) + day);
    booking.appointment.person = Person::Prospect {
        name: good(Line::parse("Zoé Martin")),
        email: good(Email::parse("zoe@example.com")),
    };
    booking.appointment.title = good(Line::parse("Bilan d’étape"));
    desk.rows.book(&booking, desk.now).await.unwrap();
    let prospect = booking.appointment.id;
    let find = async |word: &str| {
        let found = desk.rows.found_entries(word, desk.now).await.unwrap();
        found.iter().map(|it| it.appointment.id).collect::<Vec<_>>()
    };
    assert_eq!(find("lea").await, [next, past], "by client, what is ahead first");
    assert_eq!(find("ZOE m").await, [prospect], "by prospect");
    assert_eq!(find("etape").await, [prospect], "by title");
    assert_eq!(find("seance").await, [next, prospect, past], "by type, each once");
    assert_eq!(find("%").await, [], "a percent sign is no joker");
    assert_eq!(find("  ").await, [], "nothing was asked");
}
