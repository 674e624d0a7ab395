//! Statistics against a slow computation that shares nothing with them: it walks every minute of the period and reads
//! the wall clock at each. The period holds the night in which Paris skips an hour, 28 March 2027.
#![expect(clippy::unwrap_used, reason = "helpers of tests panic, as tests do")]

use std::collections::{BTreeSet, HashMap};

use agenda::{
    Actor, CancelNotice, ClientId, Figures, Ledger, Period, ReasonId, Sitting, Status, Tally, TypeId,
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc, Weekday};
use proptest::prelude::*;
use slots::{
    Agenda, Bookings, Exceptions, Length, Rules, Span, Spans, Step, TimeRange, WeeklyHours, Zone, openings,
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id<T>(number: u8) -> T
where
    T: std::str::FromStr,
    T::Err: std::fmt::Debug,
{
    format!("01900000-0000-7000-8000-0000000000{number:02x}")
        .parse()
        .unwrap()
}

/// 9–12 every day, through the skipped hour on Sunday, closed on 24 March, the evening only on 26 March.
struct House {
    zone: Zone,
    weekly: Vec<(Weekday, u16, u16)>,
    exceptions: Vec<(NaiveDate, Vec<(u16, u16)>)>,
}

impl House {
    fn new() -> Self {
        let all = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
        ];
        let mut weekly: Vec<_> = all.into_iter().map(|day| (day, 540, 720)).collect();
        weekly.push((Weekday::Sun, 60, 300));
        Self {
            zone: Zone::parse("Europe/Paris").unwrap(),
            weekly,
            exceptions: vec![
                (date("2027-03-24"), vec![]),
                (date("2027-03-26"), vec![(1140, 1440)]),
            ],
        }
    }

    fn open(&self, around: Span) -> Spans {
        let range = |from, to| TimeRange::from_minutes(from, to).unwrap();
        let weekly = WeeklyHours::new(
            self.weekly
                .iter()
                .map(|(day, from, to)| (*day, range(*from, *to))),
        );
        let exceptions = Exceptions::new(self.exceptions.iter().map(|(date, hours)| {
            (
                *date,
                hours.iter().map(|(a, b)| range(*a, *b)).collect::<Vec<_>>(),
            )
        }));
        let agenda = Agenda {
            zone: &self.zone,
            weekly: &weekly,
            exceptions: &exceptions,
            rules: &Rules::new(Length::new(60).unwrap(), Step::new(15).unwrap()),
            bookings: &Bookings::default(),
            busy: &Spans::default(),
            now: at("2027-01-01T00:00:00Z"),
        };
        openings(&agenda, around)
    }

    /// Whether the wall clock at that instant shows an opening hour.
    fn is_open(&self, instant: DateTime<Utc>) -> bool {
        let local = self.zone.local(instant);
        let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap();
        let special = self.exceptions.iter().find(|(date, _)| *date == local.date());
        let hours: Vec<(u16, u16)> = match special {
            Some((_, hours)) => hours.clone(),
            None => self
                .weekly
                .iter()
                .filter(|it| it.0 == local.weekday())
                .map(|it| (it.1, it.2))
                .collect(),
        };
        hours.iter().any(|(from, to)| (*from..*to).contains(&minute))
    }
}

fn sitting(start: &str, minutes: i64, status: Status, client: u8) -> Sitting {
    let start = at(start);
    Sitting {
        client: Some(id::<ClientId>(client)),
        type_id: id::<TypeId>(1),
        reason_id: None,
        status,
        start,
        end: start + TimeDelta::minutes(minutes),
        cancelled: None,
    }
}

fn firsts(sittings: &[Sitting]) -> HashMap<ClientId, DateTime<Utc>> {
    let mut firsts = HashMap::new();
    for it in sittings.iter().filter(|it| it.status != Status::Cancelled) {
        if let Some(client) = it.client {
            let first = firsts.entry(client).or_insert(it.start);
            *first = (*first).min(it.start);
        }
    }
    firsts
}

fn whole() -> Span {
    Span::new(at("2027-03-01T00:00:00Z"), at("2027-04-15T00:00:00Z")).unwrap()
}

#[test]
fn the_week_in_which_an_hour_is_skipped_by_hand() {
    let house = House::new();
    let sittings = [
        sitting("2027-03-20T08:00:00Z", 60, Status::Completed, 1),
        // Monday 09:30 to 10:30, wholly inside.
        sitting("2027-03-22T08:30:00Z", 60, Status::Completed, 1),
        // Tuesday 08:30 to 09:30: half of it is before opening.
        sitting("2027-03-23T07:30:00Z", 60, Status::NoShow, 2),
        // Wednesday is closed: it fills nothing.
        sitting("2027-03-24T09:00:00Z", 45, Status::Completed, 3),
        // Sunday from 01:30 on: 01:30 to 02:00, then 03:00 to 04:30, two hours on a clock that skips one.
        sitting("2027-03-28T00:30:00Z", 120, Status::Scheduled, 3),
    ];
    let ledger = Ledger {
        zone: &house.zone,
        sittings: &sittings,
        firsts: &firsts(&sittings),
        open: &house.open(whole()),
    };
    let it = ledger.figures(Period::parse("2027-03-22", "2027-03-28").unwrap());
    let tally = Tally {
        total: 4,
        scheduled: 1,
        completed: 2,
        no_show: 1,
        cancelled: 0,
        booked_min: 285,
        held_min: 105,
    };
    assert_eq!(it.tally, tally);
    assert_eq!(it.tally.attendance_rate(), Some(2.0 / 3.0));
    assert_eq!(it.tally.average_min(), Some(52.5));
    assert_eq!(
        (it.new_clients, it.returning_clients),
        (2, 1),
        "the first came the week before"
    );
    // Four mornings of three hours, Friday evening of five, Sunday 01:00 to 05:00 less the hour that is skipped.
    assert_eq!((it.open_min, it.filled_min), (4 * 180 + 300 + 180, 60 + 30 + 120));
}

#[test]
fn what_nobody_booked_has_no_rates() {
    let nothing = Tally::default();
    assert_eq!(
        [
            nothing.attendance_rate(),
            nothing.no_show_rate(),
            nothing.cancellation_rate(),
            nothing.average_min(),
            Figures::default().occupancy_rate()
        ],
        [None; 5]
    );
}

#[test]
fn a_cancellation_is_as_late_as_the_clock_says() {
    let house = House::new();
    let expected = [
        ("2027-03-22T08:30:00Z", CancelNotice::AfterStart),
        ("2027-03-22T08:29:59Z", CancelNotice::LastDay),
        ("2027-03-21T08:30:00Z", CancelNotice::ThreeDays),
        ("2027-03-19T08:30:00Z", CancelNotice::Week),
        ("2027-03-15T08:30:00Z", CancelNotice::Earlier),
    ];
    for (called_off, notice) in expected {
        let mut it = sitting("2027-03-22T08:30:00Z", 60, Status::Cancelled, 1);
        it.cancelled = Some((Actor::Client, at(called_off)));
        let (sittings, open) = ([it], house.open(whole()));
        let ledger = Ledger {
            zone: &house.zone,
            sittings: &sittings,
            firsts: &HashMap::new(),
            open: &open,
        };
        let figures = ledger.figures(Period::parse("2027-03-22", "2027-03-22").unwrap());
        assert_eq!(
            figures.cancellations,
            HashMap::from([((Actor::Client, notice), 1)]),
            "{called_off}"
        );
        assert_eq!(
            (figures.filled_min, figures.new_clients),
            (0, 0),
            "nobody came and nothing was filled"
        );
    }
}

fn any_status() -> impl Strategy<Value = Status> {
    prop_oneof![
        Just(Status::Scheduled),
        Just(Status::Completed),
        Just(Status::Cancelled),
        Just(Status::NoShow)
    ]
}

prop_compose! {
    /// Somewhere in the four weeks around the change, to the minute.
    fn any_sitting()(
        minute in 0_i64..28 * 1440,
        length in 5_i64..600,
        status in any_status(),
        client in prop::option::of(0_u8..6),
        type_id in 0_u8..3,
        reason in prop::option::of(0_u8..3),
        notice in -60_i64..20_000,
        by_client in any::<bool>(),
    ) -> Sitting {
        let start = at("2027-03-14T23:00:00Z") + TimeDelta::minutes(minute);
        let by = if by_client { Actor::Client } else { Actor::Coach };
        Sitting {
            client: client.map(id::<ClientId>),
            type_id: id::<TypeId>(type_id),
            reason_id: reason.map(id::<ReasonId>),
            status,
            start,
            end: start + TimeDelta::minutes(length),
            cancelled: (status == Status::Cancelled).then(|| (by, start - TimeDelta::minutes(notice))),
        }
    }
}

fn count(sittings: &[&Sitting], keep: impl Fn(&Sitting) -> bool) -> u32 {
    u32::try_from(sittings.iter().filter(|it| keep(it)).count()).unwrap()
}

fn slow_tally(of: &[&Sitting]) -> Tally {
    let minutes = |keep: &dyn Fn(&Sitting) -> bool| {
        let total: i64 = of
            .iter()
            .filter(|it| keep(it))
            .map(|it| (it.end.timestamp() - it.start.timestamp()) / 60)
            .sum();
        u32::try_from(total).unwrap()
    };
    Tally {
        total: u32::try_from(of.len()).unwrap(),
        scheduled: count(of, |it| it.status == Status::Scheduled),
        completed: count(of, |it| it.status == Status::Completed),
        no_show: count(of, |it| it.status == Status::NoShow),
        cancelled: count(of, |it| it.status == Status::Cancelled),
        booked_min: minutes(&|it| it.status != Status::Cancelled),
        held_min: minutes(&|it| it.status == Status::Completed),
    }
}

/// Opening minutes, and those of them in which somebody sat, by walking through all of them.
fn slow_occupancy(house: &House, sittings: &[Sitting], from: NaiveDate, to: NaiveDate) -> (u32, u32) {
    let (mut open, mut filled) = (0, 0);
    let noon = |date: NaiveDate| date.and_hms_opt(12, 0, 0).unwrap().and_utc();
    let mut minute = noon(from) - TimeDelta::days(1);
    while minute < noon(to) + TimeDelta::days(1) {
        let local = house.zone.local(minute).date();
        if from <= local && local <= to && house.is_open(minute) {
            open += 1;
            let taken = sittings
                .iter()
                .any(|it| it.status != Status::Cancelled && it.start <= minute && minute < it.end);
            filled += u32::from(taken);
        }
        minute += TimeDelta::minutes(1);
    }
    (open, filled)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_those_of_walking_through_every_minute(
        sittings in prop::collection::vec(any_sitting(), 0..40),
        first in 0_u64..14,
        days in 0_u64..14,
    ) {
        let house = House::new();
        let from = date("2027-03-17") + chrono::Days::new(first);
        let to = from + chrono::Days::new(days);
        let period = Period::parse(&from.to_string(), &to.to_string()).unwrap();
        let (firsts, open) = (firsts(&sittings), house.open(whole()));
        let ledger = Ledger { zone: &house.zone, sittings: &sittings, firsts: &firsts, open: &open };

        let local = |it: &Sitting| house.zone.local(it.start);
        let inside: Vec<&Sitting> = sittings.iter().filter(|it| (from..=to).contains(&local(it).date())).collect();
        let figures = ledger.figures(period);
        prop_assert_eq!(figures.tally, slow_tally(&inside));
        prop_assert_eq!((figures.open_min, figures.filled_min), slow_occupancy(&house, &sittings, from, to));
        let told: u32 = figures.cancellations.values().sum();
        prop_assert_eq!(told, figures.tally.cancelled, "every cancellation has a notice");
        let late = count(&inside, |it| it.cancelled.is_some_and(|(by, at)| {
            let hours = (it.start - at).num_seconds();
            by == Actor::Client && 0 < hours && hours < 86_400
        }));
        let counted = figures.cancellations.get(&(Actor::Client, CancelNotice::LastDay)).copied().unwrap_or(0);
        prop_assert_eq!(counted, late);

        let came = |it: &&&Sitting| it.status != Status::Cancelled;
        let seen: BTreeSet<String> = inside.iter().filter(came).filter_map(|it| it.client).map(|it| it.to_string()).collect();
        let earlier: BTreeSet<String> = sittings.iter().filter(|it| it.status != Status::Cancelled && local(it).date() < from)
            .filter_map(|it| it.client).map(|it| it.to_string()).collect();
        prop_assert_eq!(figures.returning_clients as usize, seen.intersection(&earlier).count());
        prop_assert_eq!(figures.new_clients as usize, seen.difference(&earlier).count());

        let sides = ledger.breakdown(period);
        let of = |keep: &dyn Fn(&Sitting) -> bool| {
            let kept: Vec<&Sitting> = inside.iter().copied().filter(|it| keep(it)).collect();
            slow_tally(&kept)
        };
        for (month, tally) in &sides.months {
            prop_assert_eq!(*tally, of(&|it| local(it).month() == month.month()));
        }
        for (index, tally) in sides.weekdays.iter().enumerate() {
            prop_assert_eq!(*tally, of(&|it| local(it).weekday().num_days_from_monday() as usize == index));
        }
        for (hour, tally) in sides.hours.iter().enumerate() {
            prop_assert_eq!(*tally, of(&|it| local(it).hour() as usize == hour));
        }
        for (kind, tally) in &sides.types {
            prop_assert_eq!(*tally, of(&|it| it.type_id == *kind));
        }
        for (reason, tally) in &sides.reasons {
            prop_assert_eq!(*tally, of(&|it| it.reason_id == *reason));
        }
        for (client, tally) in &sides.clients {
            prop_assert_eq!(*tally, of(&|it| it.client == *client));
        }
        let all: u32 = sides.clients.values().map(|it| it.total).sum();
        prop_assert_eq!(all, figures.tally.total, "everybody is somebody's row");
    }
}
