//! What lies around the appointments of a [`Stored`](crate::seed::Stored) agenda: a series, a prospect, other calendars, a
//! file of clients to be taken in.

use agenda::{Email, FeedAddress, FeedCard, FeedId, Likeness, Line, SeriesId};
use chrono::TimeDelta;
use slots::sample::Sample;
use slots::{Span, Spans};
use sqlx::SqliteConnection;
use store::{FeedReading, FeedVersion, NewFeed};
use testkit::desk::{Furnished, WEEKLY, good};

/// What to ask about.
pub struct Around {
    /// The 100 last appointments of the regular one.
    pub series: SeriesId,
    /// Somebody with 200 appointments and no profile.
    pub prospect: Email,
    /// One calendar of three.
    pub feed: FeedId,
    /// As many people as a file of another program holds, a few of them clients.
    pub people: Vec<Likeness>,
}

/// Writes the series, and the prospect's appointments.
pub async fn write(connection: &mut SqliteConnection, desk: &Furnished) -> (SeriesId, Email) {
    let (series, prospect) = (SeriesId::new(desk.now), good(Email::parse("karim@example.org")));
    let coach = desk.rows.coach().to_string();
    let statements = [
        (
            "INSERT INTO appointment_series (id, coach_id, rule, created_at) VALUES (?1, ?2, ?3, 0)",
            WEEKLY,
        ),
        (
            "UPDATE appointments SET series_id = ?1 WHERE id IN (SELECT id FROM appointments WHERE coach_id = ?2
               AND client_id = ?3 ORDER BY starts_at DESC LIMIT 100)",
            &desk.client.to_string(),
        ),
        (
            "UPDATE appointments SET client_id = NULL, prospect_name = 'Karim', prospect_email = ?3
             WHERE id IN (SELECT id FROM appointments WHERE coach_id = ?2 AND series_id IS NULL
               ORDER BY starts_at DESC LIMIT 200)",
            prospect.as_str(),
        ),
    ];
    for (statement, third) in statements {
        sqlx::query(statement)
            .bind(series.to_string())
            .bind(&coach)
            .bind(third)
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    (series, prospect)
}

/// Adds three calendars, one of them by address, each with a busy hour on every day of ten years and a week of holidays in each
/// half-year.
pub async fn add_calendars(desk: &Furnished, sample: &Sample) -> FeedId {
    let midnight = sample.today().and_time(chrono::NaiveTime::MIN).and_utc();
    let span = |day: i64, hour: i64, hours: i64| {
        let start = midnight + TimeDelta::days(day) + TimeDelta::hours(hour);
        Span::new(start, start + TimeDelta::hours(hours)).unwrap()
    };
    let mut first = None;
    for n in 0..3 {
        let address = (n == 0).then(|| (address(), "example.org".to_owned()));
        let new = NewFeed {
            id: FeedId::new(sample.now),
            card: FeedCard {
                name: good(Line::parse("Perso")),
                enabled: true,
                all_day_blocks: n == 0,
            },
            address,
        };
        desk.rows.add_feed(&new, sample.now).await.unwrap();
        let reading = FeedReading {
            timed: (-1_825..1_825).map(|day| span(day, 12 + n, 1)).collect(),
            all_day: (-10..10)
                .map(|half| span(half * 182, 0, 24 * 7))
                .collect::<Spans>(),
            version: FeedVersion::default(),
            known_until: sample.now + TimeDelta::days(1_000),
            zone: "Europe/Paris".into(),
            not_understood: 0,
            unknown_zones: Vec::new(),
        };
        desk.rows
            .feed_was_read(new.id, &reading, sample.now, sample.now + TimeDelta::hours(1))
            .await
            .unwrap();
        first = first.or(Some(new.id));
    }
    first.unwrap()
}

/// The address of the first calendar.
pub fn address() -> FeedAddress {
    FeedAddress::new("https://example.org/private/basic.ics".into())
}

/// 200 people, of whom a tenth are clients already.
pub fn people() -> Vec<Likeness> {
    let of = |n: usize| {
        let phone = format!("+336999{n:05}");
        let email = if n.is_multiple_of(10) {
            format!("client{n}@example.org")
        } else {
            format!("personne{n}@example.org")
        };
        Likeness::of(&format!("Personne Nouvelle {n}"), Some(&email), Some(&phone))
    };
    (0..200).map(of).collect()
}
