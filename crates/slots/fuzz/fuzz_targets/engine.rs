//! Any coach at any time, the ends of chrono's years included: the engine must not panic, and what it
//! offers must keep every rule.
//!
//! `cd crates/slots && cargo +nightly fuzz run engine`
#![no_main]

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use slots::*;

const ZONES: [&str; 8] = [
    "Europe/Paris",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Havana",
    "Asia/Beirut",
    "Africa/Casablanca",
    "UTC",
];

#[derive(Arbitrary, Debug)]
struct Question {
    zone: u8,
    /// Not a name of any zone, most of the time.
    name: String,
    weekly: Vec<(u8, u16, u16)>,
    exceptions: Vec<(i16, u16, u16, u16)>,
    booked: Vec<(Moment, u32, u16, u16)>,
    busy: Vec<(Moment, i64)>,
    rules: [u16; 5],
    horizon: Option<u16>,
    most: Option<u16>,
    now: Moment,
    first: i32,
    days: u8,
    start: Moment,
}

/// Near the window, or anywhere at all.
#[derive(Arbitrary, Clone, Copy, Debug)]
enum Moment {
    Near { minutes: i16, nanos: u32 },
    Anywhere(i64),
}

impl Moment {
    fn at(self, first: NaiveDate) -> DateTime<Utc> {
        match self {
            Self::Anywhere(micros) => {
                DateTime::from_timestamp_micros(micros).unwrap_or(DateTime::<Utc>::MAX_UTC)
            }
            Self::Near { minutes, nanos } => {
                let midnight = first.and_time(chrono::NaiveTime::MIN).and_utc();
                let off =
                    chrono::TimeDelta::minutes(minutes.into()) + chrono::TimeDelta::nanoseconds(nanos.into());
                midnight.checked_add_signed(off).unwrap_or(midnight)
            }
        }
    }
}

fn later(at: DateTime<Utc>, delta: chrono::TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(delta).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn range(start: u16, end: u16) -> Option<TimeRange> {
    TimeRange::from_minutes(start % 1_440, end % 1_441).ok()
}

fuzz_target!(|question: Question| {
    let _ = Zone::parse(&question.name);
    let zone = Zone::parse(ZONES[usize::from(question.zone) % ZONES.len()]).unwrap();
    // Dates of our own times more often than not.
    let number = if question.first % 4 == 0 {
        question.first
    } else {
        730_000 + question.first % 20_000
    };
    let first = NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(NaiveDate::MAX);
    let last = first
        .checked_add_days(Days::new(question.days.into()))
        .unwrap_or(NaiveDate::MAX);

    let weekday = |n: u8| Weekday::try_from(n % 7).unwrap();
    let weekly = question
        .weekly
        .iter()
        .filter_map(|(day, start, end)| Some((weekday(*day), range(*start, *end)?)));
    let weekly = WeeklyHours::new(weekly.collect::<Vec<_>>());
    let spans = question.exceptions.iter().map(|(off, long, start, end)| {
        let from =
            NaiveDate::from_num_days_from_ce_opt(first.num_days_from_ce().saturating_add((*off).into()))
                .unwrap_or(first);
        (
            from,
            from.checked_add_days(Days::new((*long).into())).unwrap_or(from),
            range(*start, *end),
        )
    });
    let exceptions = Exceptions::from_spans(spans);

    let buffer = |minutes: u16| Buffer::new(u32::from(minutes) % 1_441).unwrap();
    let booked = question
        .booked
        .iter()
        .filter_map(|(start, seconds, before, after)| {
            let start = start.at(first);
            let span = Span::new(start, later(start, chrono::TimeDelta::seconds((*seconds).into())))?;
            Some(Booked {
                span,
                before: buffer(*before),
                after: buffer(*after),
            })
        });
    let bookings: Bookings = booked.collect();
    let busy = question.busy.iter().filter_map(|(start, micros)| {
        let start = start.at(first);
        Span::new(start, later(start, chrono::TimeDelta::microseconds(*micros)))
    });
    let busy: Spans = busy.collect();

    let [duration, step, before, after, notice] = question.rules.map(u32::from);
    let rules = Rules {
        duration: Length::new(duration % 1_440 + 1).unwrap(),
        step: Step::new(step % 1_440 + 1).unwrap(),
        before: Buffer::new(before % 1_441).unwrap(),
        after: Buffer::new(after % 1_441).unwrap(),
        notice: Notice::new(notice).unwrap(),
        horizon_days: question.horizon,
        max_per_day: question.most,
    };
    let now = question.now.at(first);
    let agenda = Agenda {
        zone: &zone,
        weekly: &weekly,
        exceptions: &exceptions,
        rules: &rules,
        bookings: &bookings,
        busy: &busy,
        now,
    };
    hold(&agenda, first, last, question.start.at(first));
});

fn hold(agenda: &Agenda<'_>, first: NaiveDate, last: NaiveDate, start: DateTime<Utc>) {
    let slots = free_slots(agenda, first..=last);
    let mut count = 0;
    let mut previous = None;
    for slot in slots.iter() {
        count += 1;
        assert!(previous.is_none_or(|previous| previous < slot.start), "in order");
        previous = Some(slot.start);
        let meeting = Span::new(slot.start, slot.end).unwrap();
        let (before, after) = (minutes(agenda.rules.before), minutes(agenda.rules.after));
        let begin = slot
            .start
            .checked_sub_signed(before)
            .unwrap_or(DateTime::<Utc>::MIN_UTC);
        let kept = Span::new(begin, later(slot.end, after)).unwrap();
        assert!(
            agenda
                .bookings
                .as_slice()
                .iter()
                .all(|one| !one.kept().overlaps(&kept)),
            "over an appointment"
        );
        assert!(
            agenda.busy.iter().all(|one| !one.overlaps(&kept)),
            "over a busy time"
        );
        assert!(slot.start >= agenda.now, "in the past");
        if count <= 20 {
            assert!(
                openings(agenda, meeting).covering(meeting).is_some(),
                "outside hours"
            );
            assert_eq!(check(agenda, slot.start), Ok(()));
        }
    }
    assert_eq!(count, slots.len());
    let that_day = free_slots(agenda, agenda.zone.date_of(start));
    assert_eq!(check(agenda, start).is_ok(), that_day.contains(start));
    assert_eq!(
        slots.nearest(start),
        slots.iter().min_by_key(|slot| (slot.start - start).abs())
    );
    let _ = slots.dates(agenda.zone);
    let _ = days_with_slots(agenda, first);
    let _ = preview(agenda, [agenda.zone.local(start), agenda.zone.local(start)]);
}

fn minutes(buffer: Buffer) -> chrono::TimeDelta {
    chrono::TimeDelta::minutes(buffer.minutes().into())
}
