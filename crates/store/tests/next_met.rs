//! The list of clients by next appointment is that of a plain look at everything, however many are ahead; and what the database keeps
//! beside each client for it is what it would find.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

use agenda::{AppointmentId, ClientId, ClientOrder, ClientSearch};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::json;
use sqlx::{SqliteConnection, sqlite::SqliteConnectOptions};
use store::Store;
use testkit::desk::{Furnished, furnish};

/// A client of the plain agenda.
#[derive(Debug, Clone)]
struct Person {
    id: ClientId,
    name: String,
    away: bool,
}

/// An appointment of the plain agenda: the hour it begins in, counted from now, with whom, and whether it stands.
#[derive(Debug, Clone, Copy)]
struct Meeting {
    hour: i64,
    with: prop::sample::Index,
    stands: bool,
}

#[derive(Debug, Clone)]
struct Plain {
    people: Vec<(u8, bool)>,
    ahead: Vec<(prop::sample::Index, bool)>,
    /// So many share all appointments; the others have none.
    busy: usize,
}

fn plain() -> impl Strategy<Value = Plain> {
    // Fewer and more people than a list holds, fewer and more appointments than are walked.
    let people = prop_oneof![0..40_usize, 300..500_usize];
    let ahead = prop_oneof![0..60_usize, 300..600_usize, 2_000..2_600_usize];
    (people, ahead, 1..500_usize).prop_flat_map(|(people, ahead, busy)| {
        (
            prop::collection::vec((0..26_u8, prop::bool::weighted(0.2)), people),
            prop::collection::vec((any::<prop::sample::Index>(), prop::bool::weighted(0.9)), ahead),
            Just(busy),
        )
            .prop_map(|(people, ahead, busy)| Plain { people, ahead, busy })
    })
}

struct Written {
    desk: Furnished,
    people: Vec<Person>,
    meetings: Vec<Meeting>,
    connection: SqliteConnection,
    _folder: tempfile::TempDir,
}

async fn written(plain: &Plain) -> Written {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.db");
    let store = Store::open(&file).await.unwrap();
    let desk = furnish(&store, "Camille").await.unwrap();
    let mut people = vec![Person {
        id: desk.client,
        name: "lea dupuis".into(),
        away: false,
    }];
    for (n, (letter, away)) in plain.people.iter().enumerate() {
        let name = format!("{}anne {n}", char::from(b'a' + letter));
        people.push(Person {
            id: ClientId::new(desk.now),
            name,
            away: *away,
        });
    }
    // Some began before now: they are not next.
    let meeting = |(n, (with, stands)): (usize, &(prop::sample::Index, bool))| Meeting {
        hour: i64::try_from(n).unwrap() - 5,
        with: *with,
        stands: *stands,
    };
    let meetings: Vec<Meeting> = plain.ahead.iter().enumerate().map(meeting).collect();
    let mut connection: SqliteConnection =
        sqlx::ConnectOptions::connect(&SqliteConnectOptions::new().filename(&file))
            .await
            .unwrap();
    write_people(&mut connection, &desk, &people[1..]).await;
    write_meetings(&mut connection, &desk, &people, plain.busy, &meetings).await;
    Written {
        desk,
        people,
        meetings,
        connection,
        _folder: folder,
    }
}

async fn write_people(connection: &mut SqliteConnection, desk: &Furnished, people: &[Person]) {
    let rows: Vec<_> = people
        .iter()
        .map(|it| json!([it.id, desk.rows.coach(), it.name, it.away.then_some(0)]))
        .collect();
    sqlx::query(
        "INSERT INTO clients (id, coach_id, name, search_name, archived_at, created_at)
         SELECT value->>0, value->>1, value->>2, value->>2, value->>3, 0 FROM json_each(?)",
    )
    .bind(serde_json::to_string(&rows).unwrap())
    .execute(connection)
    .await
    .unwrap();
}

fn met<'a>(people: &'a [Person], busy: usize, meeting: &Meeting) -> &'a Person {
    meeting.with.get(&people[..busy.min(people.len())])
}

async fn write_meetings(
    connection: &mut SqliteConnection,
    desk: &Furnished,
    people: &[Person],
    busy: usize,
    meetings: &[Meeting],
) {
    let row = |it: &Meeting| {
        let start = desk.now + TimeDelta::hours(it.hour);
        let called_off = (!it.stands).then_some("Grippe");
        let status = if it.stands { "scheduled" } else { "cancelled" };
        json!([
            AppointmentId::new(desk.now),
            desk.rows.coach(),
            met(people, busy, it).id,
            desk.type_id,
            status,
            start.timestamp(),
            called_off,
        ])
    };
    let rows: Vec<_> = meetings.iter().map(row).collect();
    sqlx::query(
        "INSERT INTO appointments (id, coach_id, client_id, type_id, kind, status, starts_at, ends_at, buffer_before_min,
           buffer_after_min, booked_by, cancel_reason, cancelled_at, cancelled_by, created_at, updated_at)
         SELECT value->>0, value->>1, value->>2, value->>3, 'phone', value->>4, value->>5, (value->>5) + 3600, 0, 0,
           'coach', value->>6, iif(value->>6 IS NULL, NULL, 0), iif(value->>6 IS NULL, NULL, 'coach'), 0, 0
         FROM json_each(?)",
    )
    .bind(serde_json::to_string(&rows).unwrap())
    .execute(connection)
    .await
    .unwrap();
}

impl Written {
    /// Everybody looked at, one after the other.
    fn plainly(&self, busy: usize, search: &ClientSearch) -> Vec<(ClientId, u32)> {
        let ahead = |person: &Person, after: i64| {
            let theirs = self
                .meetings
                .iter()
                .filter(move |it| it.stands && it.hour > after);
            theirs
                .filter(|it| met(&self.people, busy, it).id == person.id)
                .map(|it| it.hour)
                .collect::<Vec<_>>()
        };
        let mut found: Vec<_> = self
            .people
            .iter()
            .filter(|it| it.name.contains(&search.text) && search.archived.is_none_or(|away| away == it.away))
            .map(|it| {
                let next = ahead(it, 0).into_iter().min();
                let upcoming = u32::try_from(ahead(it, -1).len()).unwrap();
                (
                    (it.away, next.is_none(), next, it.name.clone(), it.id.to_string()),
                    it.id,
                    upcoming,
                )
            })
            .collect();
        found.sort();
        found
            .into_iter()
            .take(200)
            .map(|(_, id, upcoming)| (id, upcoming))
            .collect()
    }

    async fn listed(&self, search: &ClientSearch, now: DateTime<Utc>) -> Vec<(ClientId, u32)> {
        let found = self.desk.rows.clients(search, now).await.unwrap();
        found.into_iter().map(|it| (it.id, it.upcoming)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn who_is_met_next_is_listed_first(plain in plain(), letter in 0..26_u8) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let it = runtime.block_on(written(&plain));
        let mut texts = ["", "1", "anne", "e 1", "lea dup", "xyzzy"].map(str::to_owned).to_vec();
        texts.push(char::from(b'a' + letter).into());
        for text in texts {
            for archived in [None, Some(false), Some(true)] {
                let search = ClientSearch { text: text.clone(), archived, order: ClientOrder::Next };
                let listed = runtime.block_on(it.listed(&search, it.desk.now));
                prop_assert_eq!(listed, it.plainly(plain.busy, &search), "{:?}", search);
            }
        }
    }
}

/// What becomes of an appointment, whoever writes it.
const CHANGES: [&str; 7] = [
    "UPDATE appointments SET status = 'completed' WHERE id = ?1 AND status = 'scheduled'",
    "UPDATE appointments SET status = 'no_show' WHERE id = ?1 AND status = 'scheduled'",
    "UPDATE appointments SET status = 'scheduled' WHERE id = ?1 AND status IN ('completed', 'no_show')",
    "UPDATE appointments SET status = 'cancelled', cancelled_at = 0, cancelled_by = 'client', cancel_reason = 'Grippe'
       WHERE id = ?1 AND status <> 'cancelled'",
    "UPDATE appointments SET starts_at = starts_at + 36000000, ends_at = ends_at + 36000000 WHERE id = ?1",
    "UPDATE appointments SET client_id = ?2 WHERE id = ?1",
    "DELETE FROM appointments WHERE id = ?1",
];

/// Clients beside whom another first appointment is kept than is found.
const WRONG: &str = "SELECT COUNT(*) FROM clients AS c WHERE
    c.first_scheduled_at IS NOT (SELECT MIN(starts_at) FROM appointments WHERE client_id = c.id AND status = 'scheduled')
    OR c.first_kept_at IS NOT (SELECT MIN(starts_at) FROM appointments WHERE client_id = c.id AND status <> 'cancelled')";

type Changes = Vec<(prop::sample::Index, prop::sample::Index, prop::sample::Index)>;

async fn changed(mut it: Written, changes: Changes) -> (i64, i64) {
    let ids: Vec<String> = sqlx::query_scalar("SELECT id FROM appointments ORDER BY starts_at")
        .fetch_all(&mut it.connection)
        .await
        .unwrap();
    for (which, how, with) in changes {
        sqlx::query(*how.get(&CHANGES))
            .bind(which.get(&ids))
            .bind(with.get(&it.people).id.to_string())
            .execute(&mut it.connection)
            .await
            .unwrap();
    }
    let kept = sqlx::query_scalar("SELECT COUNT(first_kept_at) FROM clients")
        .fetch_one(&mut it.connection)
        .await
        .unwrap();
    let wrong = sqlx::query_scalar(WRONG)
        .fetch_one(&mut it.connection)
        .await
        .unwrap();
    (wrong, kept)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_first_appointments_kept_beside_a_client_are_theirs(
        people in prop::collection::vec((0..26_u8, any::<bool>()), 1..6),
        ahead in prop::collection::vec((any::<prop::sample::Index>(), prop::bool::weighted(0.9)), 20..40),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>()),
            0..60,
        ),
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let busy = people.len() + 1;
        let it = runtime.block_on(written(&Plain { people, ahead, busy }));
        let (wrong, kept) = runtime.block_on(changed(it, changes));
        prop_assert_eq!(wrong, 0);
        prop_assert!(kept > 0, "nothing was kept beside anybody");
    }
}
