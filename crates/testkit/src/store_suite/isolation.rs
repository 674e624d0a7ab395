//! What a handle for one coach reaches, and what it never does.
//!
//! Every operation of `CoachRows` is tried here: a test of `store` sees that none is forgotten.

use std::{collections::HashMap, fmt::Debug};

use agenda::{
    Actor, AppointmentId, Block, ClientCard, ClientSearch, CoachSettings, Email, Exception, ExceptionCard,
    ExceptionId, FeedAddress, FeedCard, FeedId, FeedTrouble, Line, MeetingKind, Opening, PaidFeature, Reason,
    RoomGoal, RoomRegion, SeriesId, Status, Tally, VideoOptions,
};
use chrono::{DateTime, TimeDelta, Utc, Weekday};
use slots::{Span, Spans, TimeRange, WeeklyHours};
use store::{
    AppointmentText, CoachRows, Error, FeedReading, FeedVersion, MadeRoom, Move, NewFeed, Profile, RoomWish,
    Store, VideoDomain,
};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, WEEKLY, furnish, good},
    store_suite::ExpectOrPanic,
};

/// Two coaches may be busy at the same time.
pub async fn coaches_do_not_block_each_other(store: Store) {
    let (one, two) = (
        furnish(&store, "Camille").await.unwrap(),
        furnish(&store, "Dominique").await.unwrap(),
    );
    one.book(at(TUESDAY_NINE)).await.unwrap();
    two.book(at(TUESDAY_NINE))
        .await
        .expect_or_panic("another coach's agenda");
}

/// Another coach's agenda with something in every corner.
struct Other {
    desk: Furnished,
    /// A video with Léa, of a series, its room made; over at `LATER`.
    made: AppointmentId,
    /// One that waits for its room.
    owed: AppointmentId,
    /// One of a prospect, cancelled.
    cancelled: AppointmentId,
    series: SeriesId,
    exception: ExceptionId,
    /// A calendar of others that was read once.
    feed: FeedId,
}

const PROSPECT: &str = "secret@exemple.fr";
const LATER: &str = "2027-03-03T08:00:00Z";

/// What stands in that agenda and in no other.
const WORDS: [&str; 8] = [
    "Dominique",
    "vp-made",
    "vp-owed",
    "Congé secret",
    "secret",
    "Oregon",
    "Agenda secret",
    "Branding",
];

async fn furnish_everywhere(store: &Store) -> Other {
    let desk = furnish(store, "Dominique").await.unwrap();
    let (series, ids) = book_with_room(&desk, "vp-made", 0).await;
    let job = store.begin_room_job(desk.now).await.unwrap().unwrap();
    let room = MadeRoom {
        name: job.name.clone(),
        url: "https://secret.daily.co/vp-made".into(),
        opens: job.start,
        closes: job.end,
    };
    assert!(store.finish_room_job(&job, Some(&room), desk.now).await.unwrap());
    let (_, owed) = book_with_room(&desk, "vp-owed", 7 * 24).await;
    let prospect = desk.booking_of_prospect(at(TUESDAY_NINE) + TimeDelta::hours(3), PROSPECT);
    let cancelled = prospect.appointment.id;
    desk.rows.book(&prospect, desk.now).await.unwrap();
    desk.rows
        .cancel_appointment(
            cancelled,
            &good(Block::parse("secret")),
            Actor::Coach,
            None,
            desk.now,
        )
        .await
        .unwrap();
    let exception = Exception {
        id: ExceptionId::new(desk.now),
        card: closed(),
    };
    desk.rows.add_exception(&exception).await.unwrap();
    let domain = VideoDomain {
        name: Some("secret".into()),
        key_refused: false,
    };
    desk.rows.set_video_domain(&domain).await.unwrap();
    let options = VideoOptions {
        region: Some(RoomRegion::Oregon),
        ..VideoOptions::default()
    };
    desk.rows.set_video_options(&options).await.unwrap();
    desk.rows
        .plan_refused(PaidFeature::Branding, desk.now)
        .await
        .unwrap();
    desk.rows.replace_weekly_hours(&mornings()).await.unwrap();
    let feed = add_feed(&desk).await;
    let mut of_type = desk.rows.appointment_type(desk.type_id).await.unwrap();
    of_type.card.reminder_offsets_min = Some(vec![77]);
    desk.rows
        .update_appointment_type(desk.type_id, &of_type.card, desk.now)
        .await
        .unwrap();
    Other {
        made: ids,
        owed,
        cancelled,
        series,
        exception: exception.id,
        feed,
        desk,
    }
}

/// Where that agenda's calendar of others is.
fn feed_address() -> FeedAddress {
    FeedAddress::new("https://agenda.example/a.ics".into())
}

fn feed_card(name: &str) -> FeedCard {
    FeedCard {
        name: good(Line::parse(name)),
        enabled: true,
        all_day_blocks: true,
    }
}

fn feed_reading(at: DateTime<Utc>) -> FeedReading {
    FeedReading {
        timed: Span::new(at, at + TimeDelta::hours(1)).into_iter().collect(),
        all_day: Spans::default(),
        version: FeedVersion::default(),
        known_until: at,
        zone: "Europe/Paris".into(),
        not_understood: 0,
        unknown_zones: Vec::new(),
    }
}

async fn add_feed(desk: &Furnished) -> FeedId {
    let new = NewFeed {
        id: FeedId::new(desk.now),
        card: feed_card("Agenda secret"),
        address: Some((feed_address(), "agenda.example".into())),
    };
    let rows = &desk.rows;
    rows.add_feed(&new, desk.now).await.unwrap();
    let reading = feed_reading(desk.now + TimeDelta::days(3));
    rows.feed_was_read(new.id, &reading, desk.now, desk.now)
        .await
        .unwrap();
    new.id
}

async fn book_with_room(desk: &Furnished, room: &str, hours: i64) -> (SeriesId, AppointmentId) {
    let series = SeriesId::new(desk.now);
    let mut bookings = desk.bookings_of(series, &[at(TUESDAY_NINE) + TimeDelta::hours(hours)]);
    bookings[0].appointment.kind = MeetingKind::Video;
    bookings[0].room = Some(RoomWish {
        name: room.into(),
        goal: RoomGoal::Create,
    });
    let rows = &desk.rows;
    rows.book_series(series, WEEKLY, &bookings, desk.now)
        .await
        .unwrap();
    (series, bookings[0].appointment.id)
}

fn closed() -> ExceptionCard {
    ExceptionCard {
        from: at(LATER).date_naive(),
        to: at(LATER).date_naive(),
        label: good(Line::parse("Congé secret")),
        opening: Opening::Closed,
    }
}

fn mornings() -> WeeklyHours {
    WeeklyHours::new([(Weekday::Mon, TimeRange::from_minutes(480, 720).unwrap())])
}

/// Everything a handle answers without being given an identifier, in words.
async fn all_it_tells(rows: &CoachRows, now: DateTime<Utc>) -> String {
    let (from, to, later) = (now - TimeDelta::days(40), now + TimeDelta::days(40), at(LATER));
    let told = [
        format!("{:?}", rows.coach_card().await.unwrap()),
        format!("{:?}", rows.settings().await.unwrap()),
        format!("{:?}", rows.video_domain().await.unwrap()),
        format!("{:?}", rows.weekly_hours().await.unwrap()),
        format!("{:?}", rows.exceptions(from.date_naive()).await.unwrap()),
        format!("{:?}", rows.appointment_types().await.unwrap()),
        format!("{:?}", rows.reasons().await.unwrap()),
        format!("{:?}", rows.clients(&ClientSearch::default(), now).await.unwrap()),
        format!("{:?}", rows.contacts().await.unwrap()),
        format!("{:?}", rows.clients_told_apart().await.unwrap()),
        format!("{:?}", rows.entries_between(from, to).await.unwrap()),
        format!("{:?}", rows.upcoming_entries(now, 99).await.unwrap()),
        format!("{:?}", rows.unclosed_entries(later, 99).await.unwrap()),
        format!("{:?}", rows.entries_owed_a_room(now, 99).await.unwrap()),
        format!("{:?}", rows.bookings(from, to, &[]).await.unwrap()),
        format!("{:?}", rows.has_asked_for_rooms().await.unwrap()),
        format!("{:?}", rows.rooms_to_remove(later).await.unwrap()),
        format!("{:?}", rows.wanted_rooms(now).await.unwrap()),
        format!("{:?}", rows.owed_rooms(99).await.unwrap()),
        format!("{:?}", rows.video_options().await.unwrap()),
        format!("{:?}", rows.plan_refusals().await.unwrap()),
        format!("{:?}", rows.feeds().await.unwrap()),
        format!("{:?}", rows.due_feeds(later).await.unwrap()),
        format!("{:?}", rows.busy_times(from, to).await.unwrap()),
        format!("{:?}", rows.busy(from, to).await.unwrap()),
        format!("{:?}", rows.found_entries("secret", now).await.unwrap()),
        format!("{:?}", rows.sittings(from, later).await.unwrap()),
        in_order(&rows.met(from, later).await.unwrap()),
        in_order(&rows.type_names().await.unwrap()),
        in_order(&rows.reason_names().await.unwrap()),
    ];
    told.join("\n")
}

/// A map in words that are the same each time.
fn in_order(map: &HashMap<impl Debug, impl Debug>) -> String {
    let mut pairs: Vec<_> = map.iter().map(|pair| format!("{pair:?}")).collect();
    pairs.sort();
    pairs.join("\n")
}

/// No read tells of another coach's agenda: not the lists, not by identifiers that are known, not by an address or the
/// name of a room.
pub async fn no_read_tells_of_another_agenda(store: Store) {
    let mine = furnish(&store, "Camille").await.unwrap();
    let before = all_it_tells(&mine.rows, mine.now).await;
    let other = furnish_everywhere(&store).await;
    let (rows, now) = (&mine.rows, mine.now);
    let theirs = all_it_tells(&other.desk.rows, now).await;
    for word in WORDS {
        assert!(theirs.contains(word), "{word} is there to be found");
    }
    assert_eq!(all_it_tells(rows, now).await, before, "nothing was added to mine");
    let email = good(Email::parse(PROSPECT));
    assert!(matches!(rows.entry(other.made).await, Err(Error::NotFound)));
    assert!(matches!(
        rows.client(other.desk.client, now).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.appointment_type(other.desk.type_id).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.reason(other.desk.reason_id).await,
        Err(Error::NotFound)
    ));
    assert!(matches!(
        rows.repetition(other.series).await,
        Err(Error::NotFound)
    ));
    assert_eq!(rows.reminders(other.made).await.unwrap(), []);
    let offsets = rows.reminder_offsets_of(other.desk.type_id).await.unwrap();
    assert_eq!(offsets, Vec::<u32>::new());
    assert_eq!(rows.entries_of_client(other.desk.client, 99).await.unwrap(), []);
    assert_eq!(
        rows.tally_of_client(other.desk.client).await.unwrap(),
        Tally::default()
    );
    assert_eq!(rows.entries_of_series(other.series).await.unwrap(), []);
    assert_eq!(rows.entries_of_prospect(&email, 99).await.unwrap(), []);
    assert_eq!(rows.client_with_email(&email).await.unwrap(), None);
    assert_eq!(rows.rooms_of(other.made).await.unwrap(), Vec::<String>::new());
    assert!(!rows.came_back("vp-made").await.unwrap());
    assert!(matches!(rows.feed(other.feed).await, Err(Error::NotFound)));
    assert!(matches!(rows.feed_errand(other.feed).await, Err(Error::NotFound)));
    assert!(!rows.has_feed_at(&feed_address()).await.unwrap());
}

/// No write reaches another coach's agenda, whatever identifiers it is given.
pub async fn no_write_reaches_another_agenda(store: Store) {
    let mine = furnish(&store, "Camille").await.unwrap();
    let other = furnish_everywhere(&store).await;
    let (rows, now) = (&mine.rows, mine.now);
    let before = all_it_tells(&other.desk.rows, now).await;
    for (name, done) in refused_writes(rows, &other, now).await {
        assert!(done.is_err(), "{name} reached it");
    }
    // These act on one's own agenda, or on nothing.
    rows.set_video_domain(&VideoDomain::default()).await.unwrap();
    rows.replace_weekly_hours(&WeeklyHours::new([])).await.unwrap();
    rows.retry_rooms(now + TimeDelta::days(9)).await.unwrap();
    rows.set_video_options(&VideoOptions::default()).await.unwrap();
    rows.plan_allows(PaidFeature::Branding).await.unwrap();
    rows.pass_over_unread_feeds(now).await.unwrap();
    rows.plan_refused(PaidFeature::Recording, now).await.unwrap();
    rows.remember_trial_room("vp-made", now).await.unwrap();
    rows.room_is_gone("vp-made", now).await.unwrap();
    let mut card = other.desk.rows.coach_card().await.unwrap();
    card.name = good(Line::parse("à moi"));
    rows.update_coach(&card, &CoachSettings::default(), now)
        .await
        .ok();
    assert_eq!(all_it_tells(&other.desk.rows, now).await, before);
    for id in [other.made, other.owed, other.cancelled] {
        assert!(other.desk.rows.entry(id).await.is_ok());
    }
}

/// Neither into another agenda nor out of it.
async fn merge_both_ways(rows: &CoachRows, other: &Other, now: DateTime<Utc>) -> store::Result<()> {
    let theirs = other.desk.rows.client(other.desk.client, now).await.unwrap();
    let mine = rows
        .clients(&ClientSearch::default(), now)
        .await
        .unwrap()
        .remove(0);
    let outwards = rows.merge_clients(&theirs, &mine, &theirs.card, now).await;
    let inwards = rows.merge_clients(&mine, &theirs, &mine.card, now).await;
    outwards.or(inwards)
}

#[expect(clippy::too_many_lines, reason = "one line an operation, and there are many")]
async fn refused_writes(
    rows: &CoachRows,
    other: &Other,
    now: DateTime<Utc>,
) -> Vec<(&'static str, store::Result<()>)> {
    let (theirs, made) = (&other.desk, other.made);
    let (name, reason, email) = (
        good(Line::parse("à moi")),
        good(Block::parse("à moi")),
        good(Email::parse(PROSPECT)),
    );
    let card = ClientCard {
        name: name.clone(),
        email: Some(email.clone()),
        phone: None,
        zone: None,
        notes: Block::default(),
    };
    let label = Reason {
        id: theirs.reason_id,
        label: good(Line::parse("à moi")),
        archived: false,
    };
    let of_type = theirs.rows.appointment_type(theirs.type_id).await.unwrap();
    let exception = Exception {
        id: other.exception,
        card: closed(),
    };
    let it = theirs.rows.entry(made).await.unwrap().appointment;
    let text = AppointmentText {
        type_id: it.type_id,
        reason_id: it.reason_id,
        kind: it.kind,
        title: good(Line::parse("à moi")),
        description: it.description,
        place: it.place,
    };
    let away = Move {
        start: now,
        end: now + TimeDelta::hours(1),
        new_type: None,
        reminders: Vec::new(),
        room: None,
    };
    let mut stolen = theirs.booking(at(TUESDAY_NINE) + TimeDelta::days(2));
    stolen.appointment.series_id = Some(other.series);
    let profile = Profile::Known(theirs.client);
    vec![
        ("book", rows.book(&stolen, now).await),
        (
            "book_series",
            rows.book_series(other.series, WEEKLY, &[stolen], now).await,
        ),
        (
            "update_appointment",
            rows.update_appointment(made, &text, None, now).await,
        ),
        (
            "update_appointments",
            rows.update_appointments(&[(made, text, None)], now).await,
        ),
        ("move_appointment", rows.move_appointment(made, &away, now).await),
        (
            "move_appointments",
            rows.move_appointments(&[(made, away)], now).await,
        ),
        (
            "cancel_appointment",
            rows.cancel_appointment(made, &reason, Actor::Coach, None, now)
                .await,
        ),
        (
            "cancel_appointments",
            rows.cancel_appointments(&[(made, None)], &reason, Actor::Coach, now)
                .await,
        ),
        (
            "close_appointment",
            rows.close_appointment(made, Status::Completed, now).await,
        ),
        (
            "reopen_appointment",
            rows.reopen_appointment(other.cancelled, &[], None, now).await,
        ),
        ("add_client", rows.add_client(theirs.client, &card, now).await),
        ("update_client", rows.update_client(theirs.client, &card).await),
        (
            "archive_client",
            rows.archive_client(theirs.client, Some(now)).await,
        ),
        (
            "add_clients",
            rows.add_clients(&[(theirs.client, card.clone())], now).await,
        ),
        (
            "update_client_notes",
            rows.update_client_notes(theirs.client, &Block::default()).await,
        ),
        (
            "tell_clients_apart",
            rows.tell_clients_apart(theirs.client, theirs.client).await,
        ),
        ("merge_clients", merge_both_ways(rows, other, now).await),
        ("erase_client", rows.erase_client(theirs.client, &name, now).await),
        (
            "give_profile",
            rows.give_profile(&email, profile, &[other.cancelled], now).await,
        ),
        ("add_appointment_type", rows.add_appointment_type(&of_type).await),
        (
            "update_appointment_type",
            rows.update_appointment_type(theirs.type_id, &of_type.card, now)
                .await,
        ),
        (
            "delete_appointment_type",
            rows.delete_appointment_type(theirs.type_id, now).await,
        ),
        (
            "reorder_appointment_types",
            rows.reorder_appointment_types(&[theirs.type_id]).await,
        ),
        ("add_reason", rows.add_reason(&label).await),
        ("update_reason", rows.update_reason(&label).await),
        ("delete_reason", rows.delete_reason(theirs.reason_id, now).await),
        ("reorder_reasons", rows.reorder_reasons(&[theirs.reason_id]).await),
        ("add_exception", rows.add_exception(&exception).await),
        ("update_exception", rows.update_exception(&exception).await),
        ("delete_exception", rows.delete_exception(other.exception).await),
        (
            "update_feed",
            rows.update_feed(other.feed, &feed_card("à moi")).await,
        ),
        ("remove_feed", rows.remove_feed(other.feed).await),
        (
            "feed_was_read",
            rows.feed_was_read(other.feed, &feed_reading(now), now, now).await,
        ),
        (
            "feed_is_unchanged",
            rows.feed_is_unchanged(other.feed, now, now).await,
        ),
        (
            "feed_failed",
            rows.feed_failed(other.feed, FeedTrouble::Gone, now, now).await,
        ),
        (
            "add_feed",
            rows.add_feed(
                &NewFeed {
                    id: other.feed,
                    card: feed_card("à moi"),
                    address: None,
                },
                now,
            )
            .await,
        ),
    ]
}
