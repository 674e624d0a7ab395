//! The engine alone, over stored appointments and days. `cargo bench -p slots`; figures and their meaning
//! are in docs/performance.md.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use slots::sample::{Density, Sample};
use slots::{Agenda, Bookings, Spans, check, days_with_slots, free_slots};

const STORED: [usize; 4] = [100, 1_000, 10_000, 100_000];
const DAYS: [i64; 4] = [1, 30, 90, 365];

fn window(sample: &Sample, days: i64) -> std::ops::RangeInclusive<NaiveDate> {
    sample.today()..=sample.today() + TimeDelta::days(days - 1)
}

/// Hours, exceptions, bookings in order and rules in; every free start out, as runs.
fn listing(c: &mut Criterion) {
    for density in [Density::Usual, Density::Crowded] {
        let mut group = c.benchmark_group(format!("free_slots/{density:?}"));
        for stored in STORED {
            let sample = Sample::new(stored, density).unwrap();
            let (bookings, busy) = (Bookings::new(sample.booked.clone()), Spans::default());
            let agenda = sample.agenda(&bookings, &busy);
            for days in DAYS {
                group.bench_function(BenchmarkId::new(stored.to_string(), days), |b| {
                    b.iter(|| free_slots(black_box(&agenda), window(&sample, days)));
                });
            }
        }
    }
}

/// What comes before and after the listing, for 365 days and each number stored.
fn around(c: &mut Criterion) {
    for stored in STORED {
        let sample = Sample::new(stored, Density::Usual).unwrap();
        let (bookings, busy) = (Bookings::new(sample.booked.clone()), Spans::default());
        let agenda = sample.agenda(&bookings, &busy);
        let mut group = c.benchmark_group(format!("around/{stored}"));
        group.bench_function("sort the bookings", |b| {
            b.iter_batched(
                || sample.booked.clone(),
                Bookings::new,
                criterion::BatchSize::LargeInput,
            );
        });
        group.bench_function("list and tell every slot of 365 days", |b| {
            b.iter(|| {
                free_slots(black_box(&agenda), window(&sample, 365))
                    .iter()
                    .collect::<Vec<_>>()
            });
        });
        group.bench_function("days of a month", |b| {
            b.iter(|| days_with_slots(black_box(&agenda), sample.today()));
        });
        group.bench_function("check one start", |b| {
            b.iter(|| check(black_box(&agenda), sample.now));
        });
    }
}

/// The costliest rules at once: buffers, a limit a day, hours that never close, busy times.
fn every_rule(c: &mut Criterion) {
    let mut sample = Sample::new(100_000, Density::Usual).unwrap();
    sample.rules.max_per_day = Some(6);
    sample.rules.before = slots::Buffer::new(5).unwrap();
    sample.rules.after = slots::Buffer::new(10).unwrap();
    let busy: Spans = Sample::new(2_000, Density::Usual)
        .unwrap()
        .booked
        .iter()
        .map(|one| one.span)
        .collect();
    let bookings = Bookings::new(sample.booked.clone());
    let agenda = Agenda {
        busy: &busy,
        ..sample.agenda(&bookings, &busy)
    };
    let mut group = c.benchmark_group("every rule/100000");
    for days in DAYS {
        group.bench_function(days.to_string(), |b| {
            b.iter(|| free_slots(black_box(&agenda), window(&sample, days)));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(50);
    targets = listing, around, every_rule
}
criterion_main!(benches);
