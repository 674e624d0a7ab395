//! The store under years of use: the slot engine with its queries, and every read a screen does.
//! `cargo bench -p store`, or a part: `-- slots`, `-- reads`, `-- reads year` for the reads so named. Figures and what they
//! mean are in docs/performance.md.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

mod around;
mod reads;
mod seed;

use std::time::Duration;

use chrono::TimeDelta;
use criterion::{BenchmarkId, Criterion, criterion_group};
use seed::Stored;
use slots::sample::Density;
use slots::{Exceptions, Length, Rules, Spans, Step, Window};
use tokio::runtime::Runtime;

const STORED: [usize; 4] = [100, 1_000, 10_000, 100_000];
const DAYS: [i64; 4] = [1, 30, 90, 365];

/// As the use case does it: coach, settings, hours, exceptions and bookings are read, then the engine is asked.
async fn free_slots(agenda: &Stored, days: i64) -> usize {
    let (rows, sample) = (&agenda.rows, &agenda.sample);
    let coach = rows.coach_card().await.unwrap();
    let settings = rows.settings().await.unwrap();
    let (first, last) = (sample.today(), sample.today() + TimeDelta::days(days - 1));
    let stored = rows.exceptions(first - TimeDelta::days(2)).await.unwrap();
    let spans = stored
        .iter()
        .map(|it| (it.card.from, it.card.to, it.card.opening.ranges().iter().copied()));
    let from = coach.zone.start_of_day(first) - TimeDelta::days(2);
    let to = coach.zone.start_of_day(last) + TimeDelta::days(3);
    let agenda = slots::Agenda {
        zone: &coach.zone,
        weekly: &rows.weekly_hours().await.unwrap(),
        exceptions: &Exceptions::from_spans(spans),
        rules: &Rules::new(Length::new(60).unwrap(), Step::new(settings.step_min).unwrap()),
        bookings: &rows.bookings(from, to, &[]).await.unwrap(),
        busy: &Spans::default(),
        now: sample.now,
    };
    slots::free_slots(&agenda, Window::Dates(first, last))
        .iter()
        .count()
}

fn slots_with_queries(c: &mut Criterion) {
    let runtime = Runtime::new().unwrap();
    for density in [Density::Usual, Density::Crowded] {
        let mut group = c.benchmark_group(format!("slots with queries/{density:?}"));
        for stored in STORED {
            let agenda = runtime.block_on(Stored::new(stored, density));
            for days in DAYS {
                group.bench_function(BenchmarkId::new(stored.to_string(), days), |b| {
                    b.iter(|| runtime.block_on(free_slots(&agenda, days)));
                });
            }
        }
    }
}

criterion_group! {
    name = slots;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(30);
    targets = slots_with_queries
}

/// Only those whose name holds what is asked for. Tests run benches too, to see that they work: small and once.
fn reads(measured: bool, asked: &str) {
    let (stored, rounds) = if measured { (100_000, 400) } else { (100, 1) };
    let runtime = Runtime::new().unwrap();
    let agenda = runtime.block_on(Stored::new(stored, Density::Usual));
    println!("| {stored} appointments | p50 | p95 | worst of {rounds} |\n|---|---:|---:|---:|");
    println!("{}", runtime.block_on(reads::table(&agenda, rounds, asked)));
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let measured = arguments.iter().any(|it| it == "--bench");
    if !arguments.iter().any(|it| it == "slots") {
        let asked = arguments.iter().skip_while(|it| *it != "reads").nth(1);
        reads(
            measured,
            asked.filter(|it| !it.starts_with('-')).map_or("", String::as_str),
        );
    }
    if !arguments.iter().any(|it| it == "reads") {
        slots();
        Criterion::default().configure_from_args().final_summary();
    }
}
