//! An agenda file with as many appointments as asked for, the same ones every time.
//!
//! The appointments are those of `slots::sample`, so that figures with the database and without speak of one thing.
//! Around them: clients, reminders, rooms and statuses as years of use leave them. Written with plain statements in one
//! transaction: through the crate's own bookings, each of which waits for the disk, a hundred thousand would take
//! minutes. The overlap triggers are at work all the same.

use agenda::{AppointmentId, ClientId, ExceptionId, Likeness, NotificationId, Opening};
use chrono::{DateTime, Days, TimeDelta, Utc};
use serde_json::json;
use slots::sample::{Density, Sample};
use slots::{Booked, TimeRange};
use sqlx::{Executor, SqliteConnection, sqlite::SqliteConnectOptions};
use store::{CoachRows, Store};
use tempfile::TempDir;
use testkit::desk::{Furnished, furnish, good};

use crate::around::{self, Around};

/// Rooms still to be made: a day or two without network.
const MOST_OWED: usize = 30;

/// A stored agenda, and what to ask it about.
pub struct Stored {
    /// The coach's hours and the present moment.
    pub sample: Sample,
    /// The opened database.
    pub store: Store,
    /// The coach's rows.
    pub rows: CoachRows,
    /// Somebody who has come every week for ten years: one appointment of 200.
    pub regular: ClientId,
    /// The next appointment.
    pub next: AppointmentId,
    /// What else there is.
    pub around: Around,
    _folder: TempDir,
}

impl Stored {
    /// A database with `stored` appointments and a tenth as many clients.
    pub async fn new(stored: usize, density: Density) -> Self {
        let sample = Sample::new(stored, density).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("agenda.db");
        let store = Store::open(&file).await.unwrap();
        let desk = furnish(&store, "Camille").await.unwrap();
        furnish_hours(&desk, &sample).await;
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .foreign_keys(true)
            .pragma("cache_size", "-262144");
        let mut connection = sqlx::ConnectOptions::connect(&options).await.unwrap();
        connection.execute("BEGIN IMMEDIATE").await.unwrap();
        let clients = write_clients(&mut connection, &desk, stored / 10).await;
        let (mut rows, mut owed, mut next) = (Vec::new(), Vec::new(), None);
        for (n, booked) in sample.booked.iter().enumerate() {
            let client = clients[if n.is_multiple_of(200) {
                0
            } else {
                (n * 7_919) % clients.len()
            }];
            let row = Row::of(n, booked, sample.now);
            let columns = row.columns(&desk, client);
            if row.video && row.ahead && row.status == "scheduled" && owed.len() < MOST_OWED {
                owed.push(columns.clone());
            }
            if row.ahead {
                next = next.or(Some(row.id));
            }
            rows.push(columns);
        }
        insert(&mut connection, APPOINTMENTS, &rows).await;
        insert(&mut connection, REMINDERS, &rows).await;
        insert(&mut connection, OWED, &owed).await;
        let (series, prospect) = around::write(&mut connection, &desk).await;
        connection.execute("COMMIT").await.unwrap();
        sqlx::Connection::close(connection).await.unwrap();
        let around = Around {
            series,
            prospect,
            feed: around::add_calendars(&desk, &sample).await,
            people: around::people(),
        };
        let (rows, regular) = (desk.rows, desk.client);
        Self {
            sample,
            store,
            rows,
            regular,
            next: next.unwrap(),
            around,
            _folder: folder,
        }
    }
}

/// The sample's week, and ten closed dates a year.
async fn furnish_hours(desk: &Furnished, sample: &Sample) {
    desk.rows.replace_weekly_hours(&sample.weekly).await.unwrap();
    for n in 0..10 {
        let date = sample.today() + Days::new(11 + 36 * n);
        let card = agenda::ExceptionCard {
            from: date,
            to: date,
            label: good(agenda::Line::parse("Formation")),
            opening: match n {
                0 => Opening::Hours(vec![TimeRange::from_minutes(600, 660).unwrap()]),
                _ => Opening::Closed,
            },
        };
        let it = agenda::Exception {
            id: ExceptionId::new(sample.now),
            card,
        };
        desk.rows.add_exception(&it).await.unwrap();
    }
}

/// The regular one first. One in fifty was entered twice, by the same name and number.
async fn write_clients(connection: &mut SqliteConnection, desk: &Furnished, number: usize) -> Vec<ClientId> {
    const FIRST: [&str; 8] = ["Zoé", "Élodie", "Hugo", "Inès", "Karim", "Maël", "Noémie", "Rémi"];
    const LAST: [&str; 8] = [
        "Lefèvre", "Garçon", "Müller", "Nguyen", "Sánchez", "Petit", "Bérard", "O’Neil",
    ];
    let (mut clients, mut rows) = (vec![desk.client], Vec::new());
    for n in 0..number {
        let id = ClientId::new(desk.now);
        let person = if n % 50 == 49 { n - 1 } else { n };
        let name = format!("{} {} {person}", FIRST[(n * 5) % 8], LAST[(n / 8) % 8]);
        let search = agenda::search_form(&name);
        let notes = "Objectif : prendre la parole en réunion. ".repeat(5);
        let archived = (n % 10 == 9).then_some(0);
        let (email, phone) = (format!("client{n}@example.org"), format!("+336{person:08}"));
        let same = Likeness::of(&name, Some(&email), Some(&phone));
        rows.push(json!([
            id,
            desk.rows.coach(),
            name,
            search,
            email,
            phone,
            notes,
            archived,
            same.name,
            same.email,
            same.phone
        ]));
        clients.push(id);
    }
    insert(connection, CLIENTS, &rows).await;
    clients
}

/// What becomes of the nth appointment.
struct Row {
    id: AppointmentId,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    ahead: bool,
    video: bool,
    status: &'static str,
}

impl Row {
    /// Of what is past, most took place, some did not, a few were never closed; of what is ahead a few are cancelled.
    fn of(n: usize, booked: &Booked, now: DateTime<Utc>) -> Self {
        let (start, end) = (booked.span.start(), booked.span.end());
        let ahead = end > now;
        let status = match (ahead, n % 20) {
            (_, 3) => "cancelled",
            (true, _) => "scheduled",
            (false, 7) => "no_show",
            (false, _) if n.is_multiple_of(997) => "scheduled",
            (false, _) => "completed",
        };
        // Made one after the other, as they are in life: their identifiers sort by it.
        let made = now - TimeDelta::seconds(200_000) + TimeDelta::seconds(i64::try_from(n).unwrap());
        let id = AppointmentId::new(made);
        Self {
            id,
            start,
            end,
            ahead,
            video: !n.is_multiple_of(3),
            status,
        }
    }

    /// As JSON: the columns of an appointment, the states of its reminders last.
    fn columns(&self, desk: &Furnished, client: ClientId) -> serde_json::Value {
        let cancelled = self.status == "cancelled";
        let reminded = match (self.ahead, cancelled) {
            (_, true) => "cancelled",
            (true, false) => "due",
            (false, false) => "sent",
        };
        let reminders = [60, 10].map(|before| {
            let due = self.start.timestamp() - before * 60;
            json!([NotificationId::new(desk.now), before, due, reminded])
        });
        json!([
            self.id,
            desk.rows.coach(),
            client,
            desk.type_id,
            desk.reason_id,
            if self.video { "video" } else { "phone" },
            self.status,
            self.start.timestamp(),
            self.end.timestamp(),
            "Préparer l’entretien annuel, revoir le plan d’action.",
            cancelled.then_some("Grippe"),
            cancelled.then_some(0),
            cancelled.then_some("coach"),
            desk.now.timestamp(),
            reminders,
        ])
    }
}

/// One statement a table: `values` is an array with an array for each row.
async fn insert(connection: &mut SqliteConnection, statement: &'static str, values: &[serde_json::Value]) {
    let values = serde_json::to_string(values).unwrap();
    sqlx::query(statement)
        .bind(values)
        .execute(connection)
        .await
        .unwrap();
}

const CLIENTS: &str =
    "INSERT INTO clients (id, coach_id, name, search_name, email, phone, notes, archived_at, created_at,
      same_name, same_email, same_phone)
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, 0,
      value->>8, value->>9, value->>10
    FROM json_each(?)";

const APPOINTMENTS: &str = "INSERT INTO appointments (id, coach_id, client_id, type_id, reason_id, kind, status, starts_at,
      ends_at, buffer_before_min, buffer_after_min, description, booked_by, cancel_reason, cancelled_at, cancelled_by,
      created_at, updated_at)
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, 0, 0,
      value->>9, 'coach', value->>10, value->>11, value->>12, value->>13, value->>13
    FROM json_each(?)";

const REMINDERS: &str =
    "INSERT INTO appointment_notifications (id, coach_id, appointment_id, before_min, due_at, state)
    SELECT told.value->>0, booked.value->>1, booked.value->>0, told.value->>1, told.value->>2, told.value->>3
    FROM json_each(?) AS booked, json_each(booked.value->14) AS told";

const OWED: &str =
    "INSERT INTO room_operations (room_name, coach_id, appointment_id, goal, owed_since, attempts,
      next_try_at, problem)
    SELECT 'vp-' || (value->>0), value->>1, value->>0, 'create', 0, 3, 9999999999, 'unreachable'
    FROM json_each(?)";
