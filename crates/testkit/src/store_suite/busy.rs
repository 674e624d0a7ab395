//! Calendars of others and the times they say.

use agenda::{FeedCard, FeedId, FeedTrouble, Line};
use chrono::{DateTime, TimeDelta, Utc};
use slots::{Span, Spans};
use store::{FeedReading, FeedVersion, NewFeed, Store};

use crate::{
    day::{TUESDAY_NINE, at},
    desk::{Furnished, furnish, good},
};

async fn add(desk: &Furnished) -> FeedId {
    let new = NewFeed {
        id: FeedId::new(desk.now),
        card: FeedCard {
            name: good(Line::parse("Perso")),
            enabled: true,
            all_day_blocks: true,
        },
        address: None,
    };
    desk.rows.add_feed(&new, desk.now).await.unwrap();
    new.id
}

fn saying(timed: &[(DateTime<Utc>, DateTime<Utc>)]) -> FeedReading {
    FeedReading {
        timed: timed
            .iter()
            .filter_map(|(from, to)| Span::new(*from, *to))
            .collect(),
        all_day: Spans::default(),
        version: FeedVersion::default(),
        known_until: at(TUESDAY_NINE),
        zone: "Europe/Paris".into(),
        not_understood: 0,
        unknown_zones: vec!["Ruritania".into(), "Syldavia".into()],
    }
}

/// Weeks away are found from any day of them, whole.
pub async fn a_long_busy_time_is_found_from_its_middle(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let id = add(&desk).await;
    let (from, to) = (at(TUESDAY_NINE), at(TUESDAY_NINE) + TimeDelta::days(40));
    desk.rows
        .feed_was_read(id, &saying(&[(from, to)]), desk.now, desk.now)
        .await
        .unwrap();
    for day in [0, 6, 7, 20, 39] {
        let start = from + TimeDelta::days(day);
        let busy = desk.rows.busy(start, start + TimeDelta::hours(1)).await.unwrap();
        let asked = Span::new(start, start + TimeDelta::hours(1)).unwrap();
        assert!(busy.covering(asked).is_some(), "day {day}");
    }
    let whole = desk
        .rows
        .busy(from - TimeDelta::days(1), to + TimeDelta::days(1))
        .await
        .unwrap();
    assert_eq!(whole.as_slice(), [Span::new(from, to).unwrap()]);
    assert!(
        desk.rows
            .busy(to, to + TimeDelta::days(1))
            .await
            .unwrap()
            .is_empty()
    );
}

/// What a calendar said before is gone when it was read again, and stays when it could not be.
pub async fn what_a_calendar_says_is_replaced_whole(store: Store) {
    let desk = furnish(&store, "Camille").await.unwrap();
    let (id, rows, now) = (add(&desk).await, &desk.rows, desk.now);
    let (nine, ten) = (at(TUESDAY_NINE), at(TUESDAY_NINE) + TimeDelta::hours(1));
    let busy = || rows.busy(nine - TimeDelta::days(1), nine + TimeDelta::days(1));
    rows.feed_was_read(id, &saying(&[(nine, ten)]), now, now)
        .await
        .unwrap();
    rows.feed_failed(id, FeedTrouble::TimedOut, now, now)
        .await
        .unwrap();
    assert_eq!(busy().await.unwrap().len(), 1);
    let failed = rows.feed(id).await.unwrap();
    assert_eq!(failed.trouble, Some(FeedTrouble::TimedOut));
    assert_eq!(failed.unknown_zones, ["Ruritania", "Syldavia"]);
    let later = (nine + TimeDelta::hours(3), ten + TimeDelta::hours(3));
    rows.feed_was_read(id, &saying(&[later]), now, now).await.unwrap();
    assert_eq!(
        busy().await.unwrap().as_slice(),
        [Span::new(later.0, later.1).unwrap()]
    );
    rows.remove_feed(id).await.unwrap();
    assert!(busy().await.unwrap().is_empty());
}
