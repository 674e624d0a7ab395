//! Another coach's agenda, with something in every corner: what no handle but its own may reach.

use agenda::{
    Actor, AppointmentId, Block, Exception, ExceptionCard, ExceptionId, FeedAddress, FeedCard, FeedId, Line,
    MeetingKind, Opening, PaidFeature, RoomGoal, RoomRegion, SeriesId, VideoOptions,
};
use chrono::{DateTime, TimeDelta, Utc, Weekday};
use slots::{Span, Spans, TimeRange, WeeklyHours};
use store::{FeedReading, FeedVersion, MadeRoom, NewFeed, RoomWish, Store, VideoDomain};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, WEEKLY, furnish, good},
};

/// Another coach's agenda with something in every corner.
pub(super) struct Other {
    pub(super) desk: Furnished,
    /// A video with Léa, of a series, its room made; over at `LATER`.
    pub(super) made: AppointmentId,
    /// One that waits for its room.
    pub(super) owed: AppointmentId,
    /// One of a prospect, cancelled.
    pub(super) cancelled: AppointmentId,
    pub(super) series: SeriesId,
    pub(super) exception: ExceptionId,
    /// A calendar of others that was read once.
    pub(super) feed: FeedId,
}

pub(super) const PROSPECT: &str = "secret@exemple.fr";
pub(super) const LATER: &str = "2027-03-03T08:00:00Z";

/// What stands in that agenda and in no other.
pub(super) const WORDS: [&str; 8] = [
    "Dominique",
    "vp-made",
    "vp-owed",
    "Congé secret",
    "secret",
    "Oregon",
    "Agenda secret",
    "Branding",
];

pub(super) async fn furnish_everywhere(store: &Store) -> Other {
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
pub(super) fn feed_address() -> FeedAddress {
    FeedAddress::new("https://agenda.example/a.ics".into())
}

pub(super) fn feed_card(name: &str) -> FeedCard {
    FeedCard {
        name: good(Line::parse(name)),
        enabled: true,
        all_day_blocks: true,
    }
}

pub(super) fn feed_reading(at: DateTime<Utc>) -> FeedReading {
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

pub(super) fn closed() -> ExceptionCard {
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
