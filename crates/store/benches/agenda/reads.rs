//! Every read a screen or a worker does, each asked many times: the time under which 95 of 100 answers come.
//!
//! A mean hides the read that makes a window stutter, and criterion knows only means of batches: so this counts itself.

use std::{
    fmt::Write as _,
    future::Future,
    time::{Duration, Instant},
};

use agenda::{ClientOrder, ClientSearch};
use chrono::{NaiveTime, TimeDelta};

use crate::{around::address, seed::Stored};

/// The table of the reads whose name holds `asked`, `rounds` times each.
pub async fn table(agenda: &Stored, rounds: usize, asked: &str) -> String {
    let Stored {
        rows,
        store,
        sample,
        regular,
        next,
        ..
    } = agenda;
    let (now, day) = (sample.now, sample.today().and_time(NaiveTime::MIN).and_utc());
    let month = day + TimeDelta::days(31);
    let mut table = Table {
        rounds,
        asked,
        text: String::new(),
    };
    table.read("first coach", || store.first_coach()).await;
    table.read("settings", || rows.settings()).await;
    table.read("the coach", || rows.coach_card()).await;
    table.read("weekly hours", || rows.weekly_hours()).await;
    table.read("exceptions", || rows.exceptions(sample.today())).await;
    table.read("appointment types", || rows.appointment_types()).await;
    table.read("reasons", || rows.reasons()).await;
    table
        .read("entries of a day", || {
            rows.entries_between(day, day + TimeDelta::days(1))
        })
        .await;
    table
        .read("entries of a month", || rows.entries_between(day, month))
        .await;
    table
        .read("the 50 last entries of the busiest client", || {
            rows.entries_of_client(*regular, 50)
        })
        .await;
    around(&mut table, agenda).await;
    table
        .read("entries found", || rows.found_entries("LÉA DUP", now))
        .await;
    table
        .read("a month's appointments for the statistics", || {
            rows.sittings(day, month)
        })
        .await;
    table
        .read("a month's clients for the statistics", || rows.met(day, month))
        .await;
    let year = day - TimeDelta::days(365);
    table
        .read("a year's appointments for the statistics", || {
            rows.sittings(year, day)
        })
        .await;
    table
        .read("a year's clients for the statistics", || rows.met(year, day))
        .await;
    table
        .read("the 10 upcoming entries", || rows.upcoming_entries(now, 10))
        .await;
    table
        .read("the 50 latest unclosed", || rows.unclosed_entries(now, 50))
        .await;
    table
        .read("50 entries owed a room", || rows.entries_owed_a_room(now, 50))
        .await;
    table.read("one entry", || rows.entry(*next)).await;
    table.read("its reminders", || rows.reminders(*next)).await;
    table.read("one client", || rows.client(*regular, now)).await;
    clients(&mut table, agenda).await;
    table
        .read("bookings of a week", || {
            rows.bookings(day, day + TimeDelta::days(7), &[])
        })
        .await;
    let early = sample.now - TimeDelta::days(40_000);
    table
        .read("due reminders, none", || store.due_reminders(early))
        .await;
    table.read("the next reminder", || store.next_reminder(now)).await;
    table
        .read("old claims, none", || store.give_up_old_claims(now))
        .await;
    table
        .read("begin room job, none due", || store.begin_room_job(now))
        .await;
    table.text
}

/// The list of clients in each of its orders, and what a search finds in it while somebody types.
async fn clients(table: &mut Table<'_>, agenda: &Stored) {
    let (rows, now) = (&agenda.rows, agenda.sample.now);
    let active = |order| ClientSearch {
        archived: Some(false),
        order,
        ..ClientSearch::default()
    };
    let by_next = |text| ClientSearch {
        order: ClientOrder::Next,
        ..ClientSearch::of(text)
    };
    for (name, search) in [
        ("clients, by name", active(ClientOrder::Name)),
        ("clients, by next appointment", active(ClientOrder::Next)),
        ("clients, by age", active(ClientOrder::Newest)),
        ("clients, \"elo\"", ClientSearch::of("elo")),
        ("clients, one found", ClientSearch::of("LÉA DUP")),
        ("clients, by address", ClientSearch::of("client777@")),
        ("clients, none found", ClientSearch::of("xyzzy")),
        ("clients, \"elo\", by next appointment", by_next("elo")),
        ("clients, all found, by next appointment", by_next("@example")),
        ("clients, one found, by next appointment", by_next("LÉA DUP")),
        ("clients, none found, by next appointment", by_next("xyzzy")),
    ] {
        table.read(name, || rows.clients(&search, now)).await;
    }
    table.read("clients who look alike", || rows.alike(50)).await;
    table
        .read("who of 200 in a file are clients", || {
            rows.like(&agenda.around.people)
        })
        .await;
    table
        .read("an address among clients", || {
            rows.client_with_email(&agenda.around.prospect)
        })
        .await;
    table
        .read("how the busiest client's ended", || {
            rows.tally_of_client(agenda.regular)
        })
        .await;
}

/// Of a series, a prospect, rooms and other calendars.
async fn around(table: &mut Table<'_>, agenda: &Stored) {
    let (rows, it, now) = (&agenda.rows, &agenda.around, agenda.sample.now);
    table
        .read("100 entries of a series", || rows.entries_of_series(it.series))
        .await;
    table.read("how it repeats", || rows.repetition(it.series)).await;
    table
        .read("the 50 last entries of a prospect", || {
            rows.entries_of_prospect(&it.prospect, 50)
        })
        .await;
    table.read("rooms owed", || rows.owed_rooms(50)).await;
    table
        .read("the rooms of one entry", || rows.rooms_of(agenda.next))
        .await;
    table.read("video options", || rows.video_options()).await;
    table.read("other calendars", || rows.feeds()).await;
    table.read("one of them", || rows.feed(it.feed)).await;
    let address = address();
    table
        .read("whether an address is one of them", || rows.has_feed_at(&address))
        .await;
    table
        .read("a month of them", || {
            rows.busy_times(now, now + TimeDelta::days(31))
        })
        .await;
    table
        .read("a year of them", || rows.busy(now, now + TimeDelta::days(365)))
        .await;
}

struct Table<'a> {
    rounds: usize,
    asked: &'a str,
    text: String,
}

impl Table<'_> {
    async fn read<T, F: Future<Output = store::Result<T>>>(
        &mut self,
        name: &str,
        mut ask: impl FnMut() -> F,
    ) {
        if !name.contains(self.asked) {
            return;
        }
        ask().await.unwrap();
        let mut times = Vec::with_capacity(self.rounds);
        for _ in 0..self.rounds {
            let start = Instant::now();
            ask().await.unwrap();
            times.push(start.elapsed());
        }
        times.sort_unstable();
        let at = |percent: usize| milliseconds(times[(times.len() - 1) * percent / 100]);
        writeln!(self.text, "| {name} | {} | {} | {} |", at(50), at(95), at(100)).unwrap();
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
