//! A client who is erased.

use agenda::{Actor, Block, ClientCard, ClientSearch, Email, Line, Phone, ReminderState, RoomGoal, Status};
use chrono::TimeDelta;
use store::{Booking, Error, MadeRoom, RoomWish, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish, good},
};

/// What only Léa and her coach know.
pub const SECRETS: [&str; 11] = [
    "Léa Dupuis",
    "lea@exemple.fr",
    "+33612345678",
    "notes intimes",
    "titre intime",
    "description intime",
    "message intime",
    "12 rue des Lilas",
    "motif intime",
    // What she may have in common with others.
    "dupuis lea",
    "612345678",
];

/// Léa as full of words as can be.
pub async fn fill_in(desk: &Furnished) {
    let card = ClientCard {
        name: good(Line::parse("Léa Dupuis")),
        email: Some(good(Email::parse("lea@exemple.fr"))),
        phone: Some(good(Phone::stored("+33612345678"))),
        zone: None,
        notes: good(Block::parse("notes intimes")),
    };
    desk.rows.update_client(desk.client, &card).await.unwrap();
    desk.rows
        .update_client_notes(desk.client, &card.notes)
        .await
        .unwrap();
}

/// A booking that says all it can.
pub fn talkative(desk: &Furnished, hours: i64) -> Booking {
    let mut booking = desk.booking(at(TUESDAY_NINE) + TimeDelta::hours(hours));
    let it = &mut booking.appointment;
    it.title = good(Line::parse("titre intime"));
    it.description = good(Block::parse("description intime"));
    it.message = good(Block::parse("message intime"));
    it.place.place = good(Line::parse("12 rue des Lilas"));
    it.place.phone = good(Line::parse("06 12 34 56 78"));
    booking
}

/// That she came, when and to what, is still counted; nothing says who she was. A prospect of the same address is her.
pub async fn what_tells_who_it_was_goes_and_the_numbers_stay(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    fill_in(&desk).await;
    let (done, cancelled) = (talkative(&desk, 0), talkative(&desk, 1));
    let before = desk.booking_of_prospect(at(TUESDAY_NINE) - TimeDelta::weeks(1), "LEA@exemple.fr");
    for booking in [&done, &cancelled, &before] {
        desk.rows.book(booking, desk.now).await.unwrap();
    }
    let (rows, after) = (&desk.rows, at(TUESDAY_NINE) + TimeDelta::days(1));
    rows.close_appointment(done.appointment.id, Status::Completed, after)
        .await
        .unwrap();
    let reason = good(Block::parse("motif intime"));
    rows.cancel_appointment(cancelled.appointment.id, &reason, Actor::Client, None, desk.now)
        .await
        .unwrap();
    rows.erase_client(desk.client, &good(Line::parse("Client effacé")), after)
        .await
        .unwrap();
    assert!(matches!(
        rows.client(desk.client, after).await,
        Err(Error::NotFound)
    ));
    assert_eq!(rows.clients(&ClientSearch::default(), after).await.unwrap(), []);
    assert!(
        store.coach_of(desk.client).await.is_err(),
        "no desk of their own either"
    );
    let left = rows.entries_of_client(desk.client, 9).await.unwrap();
    let told = format!("{left:?}");
    for secret in SECRETS.iter().chain(&["Karim Haddad"]) {
        assert!(!told.contains(secret), "{secret}");
    }
    let numbers: Vec<_> = left
        .iter()
        .map(|it| {
            (
                it.appointment.status,
                it.appointment.start,
                it.appointment.type_id,
            )
        })
        .collect();
    assert_eq!(
        numbers,
        [
            (Status::Scheduled, before.appointment.start, desk.type_id),
            (Status::Completed, done.appointment.start, desk.type_id),
            (Status::Cancelled, cancelled.appointment.start, desk.type_id),
        ]
    );
    assert_eq!(left[0].appointment.person.name().as_str(), "Client effacé");
    let again = rows
        .erase_client(desk.client, &good(Line::parse("x")), after)
        .await;
    assert!(matches!(again, Err(Error::NotFound)));
    let erased = store.erased_clients().await.unwrap();
    assert_eq!(erased.len(), 1);
    assert_eq!((erased[0].coach, erased[0].id), (rows.coach(), desk.client));
    assert_eq!(erased[0].appointments.len(), 3);
}

/// Her next appointment is cancelled and not reminded of; her rooms are to go, made or begun.
pub async fn what_lies_ahead_is_called_off_and_its_room_wanted_away(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let room = |name: &str, goal| RoomWish {
        name: name.into(),
        goal,
    };
    let (mut made, mut begun) = (talkative(&desk, 0), talkative(&desk, 1));
    made.room = Some(room("vp-made", RoomGoal::Create));
    desk.rows.book(&made, desk.now).await.unwrap();
    let job = store.begin_room_job(desk.now).await.unwrap().unwrap();
    let there = MadeRoom {
        name: "vp-made".into(),
        url: "https://x.daily.co/vp-made".into(),
        opens: made.appointment.start,
        closes: made.appointment.end,
    };
    assert!(store.finish_room_job(&job, Some(&there), desk.now).await.unwrap());
    begun.room = Some(room("vp-begun", RoomGoal::Create));
    desk.rows.book(&begun, desk.now).await.unwrap();
    store.begin_room_job(desk.now).await.unwrap().unwrap();
    desk.rows
        .erase_client(desk.client, &good(Line::parse("Client effacé")), desk.now)
        .await
        .unwrap();
    let left = desk.rows.entries_of_client(desk.client, 9).await.unwrap();
    assert!(
        left.iter()
            .all(|it| it.appointment.status == Status::Cancelled && it.room.made.is_none())
    );
    let reminders = desk.rows.reminders(made.appointment.id).await.unwrap();
    assert!(reminders.iter().all(|it| it.state == ReminderState::Cancelled));
    let mut away = Vec::new();
    while let Some(job) = store.begin_room_job(desk.now).await.unwrap() {
        assert_eq!(job.goal, RoomGoal::Delete);
        store.finish_room_job(&job, None, desk.now).await.unwrap();
        away.push(job.name);
    }
    away.sort();
    assert_eq!(away, ["vp-begun", "vp-made"]);
    assert_eq!(
        desk.rows.rooms_of(made.appointment.id).await.unwrap(),
        Vec::<String>::new()
    );
    desk.book(made.appointment.start).await.unwrap();
}

/// A guessed identifier erases nobody.
pub async fn nobody_erases_another_coachs_client(store: Store) {
    let (mine, other) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    fill_in(&other).await;
    let done = mine
        .rows
        .erase_client(other.client, &good(Line::parse("x")), mine.now)
        .await;
    assert!(matches!(done, Err(Error::NotFound)));
    assert!(other.rows.client(other.client, mine.now).await.is_ok());
}
