//! Every write of a handle, with identifiers of another coach's agenda.

use agenda::{Actor, Block, ClientCard, ClientSearch, Email, Exception, FeedTrouble, Line, Reason, Status};
use chrono::{DateTime, TimeDelta, Utc};
use store::{AppointmentText, CoachRows, Move, NewFeed, Profile};

use super::other::{Other, PROSPECT, closed, feed_card, feed_reading};
use crate::{
    day::{TUESDAY_NINE, at},
    desk::{WEEKLY, good},
};

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
pub(super) async fn refused_writes(
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
