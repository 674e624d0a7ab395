//! Clients: found and counted; and appointments found by a word.

use agenda::{
    Actor, Block, ClientCard, ClientForm, ClientId, ClientOrder, ClientSearch, Email, Line, Person, Status,
};
use chrono::TimeDelta;
use store::Store;

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish, good},
};

/// Clients are found without accents, with a count of what lies ahead.
pub async fn clients_are_found_and_counted(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    desk.book(at(TUESDAY_NINE)).await.unwrap();
    let found = desk
        .rows
        .clients(&ClientSearch::of("LEA dup"), desk.now)
        .await
        .unwrap();
    assert_eq!((found.len(), found[0].upcoming), (1, 1));
    assert_eq!(
        desk.rows
            .clients(&ClientSearch::of("zo%"), desk.now)
            .await
            .unwrap(),
        [],
        "a percent sign is no joker"
    );
    let after = at(TUESDAY_NINE) + TimeDelta::hours(1);
    assert_eq!(
        desk.rows.clients(&ClientSearch::default(), after).await.unwrap()[0].upcoming,
        0,
        "it is over"
    );
}

async fn add(desk: &Furnished, form: ClientForm<'_>, hours: i64) -> ClientId {
    let at = desk.now + TimeDelta::hours(hours);
    let (id, card) = (ClientId::new(at), ClientCard::parse(form, None).unwrap());
    desk.rows.add_client(id, &card, at).await.unwrap();
    id
}

async fn listed(desk: &Furnished, search: &ClientSearch) -> Vec<ClientId> {
    let found = desk.rows.clients(search, desk.now).await.unwrap();
    found.iter().map(|it| it.id).collect()
}

/// Clients are found by address and number too, and everything of a card comes back.
pub async fn clients_are_found_by_address_and_number(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let form = ClientForm {
        name: "Zoé Martin",
        email: "Zoe@Exemple.fr",
        phone: "+33 6 12 34 56 78",
        zone: "America/Toronto",
        notes: "# Le matin",
    };
    let zoe = add(&desk, form, 1).await;
    for text in ["zoe@ex", "06 12", "+33 6 12", "612345", "martin"] {
        assert_eq!(listed(&desk, &ClientSearch::of(text)).await, [zoe], "{text}");
    }
    assert_eq!(listed(&desk, &ClientSearch::of("07 12")).await, []);
    let card = desk.rows.client(zoe, desk.now).await.unwrap().card;
    assert_eq!(card, ClientCard::parse(form, None).unwrap());
}

/// Whoever is listed is told as when they are asked for alone, in each order of the list.
pub async fn clients_are_listed_as_they_are(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    desk.book(at(TUESDAY_NINE)).await.unwrap();
    let form = ClientForm {
        name: "Zoé \"Zo\" Martin",
        email: "Zoe@Exemple.fr",
        phone: "+33 6 12 34 56 78",
        zone: "America/Toronto",
        notes: "Le matin\n\\o/",
    };
    let away = add(&desk, form, 1).await;
    desk.rows.archive_client(away, Some(desk.now)).await.unwrap();
    for order in [ClientOrder::Name, ClientOrder::Newest, ClientOrder::Next] {
        // A longer text is looked for in another way.
        for (text, found) in [("", 2), ("zo\" m", 1)] {
            let search = ClientSearch {
                order,
                ..ClientSearch::of(text)
            };
            let listed = desk.rows.clients(&search, desk.now).await.unwrap();
            assert_eq!(listed.len(), found, "{order:?} {text:?}");
            for it in listed {
                let alone = desk.rows.client(it.id, desk.now).await.unwrap();
                assert_eq!(it, alone, "{order:?} {text:?}");
            }
        }
    }
}

/// By name, by who is met next, by who came last; those put away apart.
pub async fn clients_are_listed_in_each_order(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let named = |name| ClientForm {
        name,
        ..ClientForm::default()
    };
    let (zoe, abel) = (
        add(&desk, named("Zoé"), 1).await,
        add(&desk, named("Abel"), 2).await,
    );
    let away = add(&desk, named("Basile"), 3).await;
    desk.rows.archive_client(away, Some(desk.now)).await.unwrap();
    let lea = desk.client;
    desk.book(at(TUESDAY_NINE) + TimeDelta::days(1)).await.unwrap();
    let mut sooner = desk.booking(at(TUESDAY_NINE));
    sooner.appointment.person = Person::Client {
        id: zoe,
        name: good(Line::parse("Zoé")),
    };
    desk.rows.book(&sooner, desk.now).await.unwrap();
    let wanted = |order, archived| ClientSearch {
        text: String::new(),
        archived,
        order,
    };
    let active = Some(false);
    assert_eq!(
        listed(&desk, &wanted(ClientOrder::Name, active)).await,
        [abel, lea, zoe]
    );
    assert_eq!(
        listed(&desk, &wanted(ClientOrder::Newest, active)).await,
        [abel, zoe, lea]
    );
    assert_eq!(
        listed(&desk, &wanted(ClientOrder::Next, active)).await,
        [zoe, lea, abel]
    );
    assert_eq!(
        listed(&desk, &wanted(ClientOrder::Name, Some(true))).await,
        [away]
    );
    assert_eq!(
        listed(&desk, &wanted(ClientOrder::Name, None)).await,
        [abel, lea, zoe, away],
        "those put away come last"
    );
}

/// Who came and who did not is counted for one client alone.
pub async fn a_clients_appointments_are_counted_by_how_they_ended(store: Store) {
    let (desk, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    other.book(at(TUESDAY_NINE)).await.unwrap();
    let mut booked = Vec::new();
    for week in 0..5 {
        booked.push(
            desk.book(at(TUESDAY_NINE) + TimeDelta::weeks(week))
                .await
                .unwrap(),
        );
    }
    let late = at(TUESDAY_NINE) + TimeDelta::weeks(9);
    for (id, status) in booked
        .iter()
        .zip([Status::Completed, Status::Completed, Status::NoShow])
    {
        desk.rows.close_appointment(*id, status, late).await.unwrap();
    }
    let reason = good(Block::parse("Grippe"));
    desk.rows
        .cancel_appointment(booked[3], &reason, Actor::Client, None, desk.now)
        .await
        .unwrap();
    let tally = desk.rows.tally_of_client(desk.client).await.unwrap();
    assert_eq!(
        (
            tally.total,
            tally.completed,
            tally.no_show,
            tally.cancelled,
            tally.scheduled
        ),
        (5, 2, 1, 1, 1)
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
