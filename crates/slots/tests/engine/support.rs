//! A coach in a few words.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc, Weekday};
use slots::{
    Agenda, Booked, Bookings, Buffer, Exceptions, Length, Rules, Slots, Span, Spans, Step, TimeRange,
    WeeklyHours, Window, Zone, free_slots, openings,
};

pub const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// An instant: `2027-03-28 01:00`, in UTC.
pub fn utc(text: &str) -> DateTime<Utc> {
    civil(text).and_utc()
}

pub fn civil(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn span(start: &str, end: &str) -> Span {
    Span::new(utc(start), utc(end)).unwrap()
}

/// `09:00-12:00 14:00-24:00`
pub fn ranges(text: &str) -> Vec<TimeRange> {
    let minute = |time: &str| match time {
        "24:00" => 1_440,
        time => minutes_of(NaiveTime::parse_from_str(time, "%H:%M").unwrap()),
    };
    let range = |text: &str| {
        let (start, end) = text.split_once('-').unwrap();
        TimeRange::from_minutes(minute(start), minute(end)).unwrap()
    };
    text.split_whitespace().map(range).collect()
}

fn minutes_of(time: NaiveTime) -> u16 {
    u16::try_from((time - NaiveTime::MIN).num_minutes()).unwrap()
}

/// Everything an agenda is made of, to be changed at will.
pub struct Coach {
    pub zone: Zone,
    pub weekly: WeeklyHours,
    pub exceptions: Exceptions,
    pub rules: Rules,
    pub bookings: Bookings,
    pub busy: Spans,
    pub now: DateTime<Utc>,
}

impl Coach {
    /// Closed all week; appointments of an hour every hour; `now` long ago.
    pub fn new(zone: &str) -> Self {
        Self {
            zone: Zone::parse(zone).unwrap(),
            weekly: WeeklyHours::default(),
            exceptions: Exceptions::default(),
            rules: Rules::new(Length::new(60).unwrap(), Step::new(60).unwrap()),
            bookings: Bookings::default(),
            busy: Spans::default(),
            now: utc("2000-01-01 00:00"),
        }
    }

    /// The same hours every day of the week.
    pub fn daily(mut self, hours: &str) -> Self {
        self.weekly = WeeklyHours::new(
            WEEK.into_iter()
                .flat_map(|day| ranges(hours).into_iter().map(move |range| (day, range))),
        );
        self
    }

    pub fn on(mut self, day: Weekday, hours: &str) -> Self {
        let others = WEEK
            .into_iter()
            .flat_map(|day| self.weekly.ranges(day).iter().map(move |range| (day, *range)));
        let these = ranges(hours).into_iter().map(|range| (day, range));
        self.weekly = WeeklyHours::new(others.chain(these).collect::<Vec<_>>());
        self
    }

    /// Adds an exception.
    pub fn except(mut self, day: &str, hours: &str) -> Self {
        let others = self.exceptions.iter().map(|(day, ranges)| (day, ranges.to_vec()));
        self.exceptions = Exceptions::new(others.chain([(date(day), ranges(hours))]).collect::<Vec<_>>());
        self
    }

    pub fn lasting(mut self, minutes: u32, step: u32) -> Self {
        (self.rules.duration, self.rules.step) = (Length::new(minutes).unwrap(), Step::new(step).unwrap());
        self
    }

    /// Buffers of the appointments to come.
    pub fn buffers(mut self, before: u32, after: u32) -> Self {
        (self.rules.before, self.rules.after) = (Buffer::new(before).unwrap(), Buffer::new(after).unwrap());
        self
    }

    /// Adds an appointment that keeps no buffers.
    pub fn booked(self, start: &str, end: &str) -> Self {
        self.booked_with(start, end, 0, 0)
    }

    pub fn booked_with(mut self, start: &str, end: &str, before: u32, after: u32) -> Self {
        let (before, after) = (Buffer::new(before).unwrap(), Buffer::new(after).unwrap());
        self.bookings.insert(Booked {
            span: span(start, end),
            before,
            after,
        });
        self
    }

    pub fn busy(mut self, start: &str, end: &str) -> Self {
        self.busy = self.busy.union(&Spans::new(Span::new(utc(start), utc(end))));
        self
    }

    pub fn at(mut self, now: &str) -> Self {
        self.now = utc(now);
        self
    }

    pub fn agenda(&self) -> Agenda<'_> {
        let Self {
            zone,
            weekly,
            exceptions,
            rules,
            bookings,
            busy,
            now,
        } = self;
        Agenda {
            zone,
            weekly,
            exceptions,
            rules,
            bookings,
            busy,
            now: *now,
        }
    }

    pub fn slots(&self, window: impl Into<Window>) -> Slots {
        free_slots(&self.agenda(), window)
    }

    /// The starts of a date, as instants.
    pub fn starts_on(&self, day: &str) -> Vec<String> {
        self.slots(date(day))
            .iter()
            .map(|slot| told(slot.start))
            .collect()
    }

    /// The starts of a date, on the coach's clock.
    pub fn local_on(&self, day: &str) -> Vec<String> {
        let local = |at: DateTime<Utc>| self.zone.local(at).format("%H:%M").to_string();
        self.slots(date(day))
            .iter()
            .map(|slot| local(slot.start))
            .collect()
    }

    /// The openings that begin on a date, as `from/to` in UTC.
    pub fn open_on(&self, day: &str) -> Vec<String> {
        let (day, next) = (date(day), date(day) + chrono::Days::new(1));
        let midnight = |day| self.zone.start_of_day(day);
        let Some(begins) = Span::new(midnight(day), midnight(next)) else {
            return Vec::new();
        };
        let window = Span::new(midnight(day), midnight(next + chrono::Days::new(1)));
        let open = openings(&self.agenda(), window.unwrap_or(begins));
        let told = |span: &Span| format!("{}/{}", told(span.start()), told(span.end()));
        open.iter()
            .filter(|span| begins.contains(span.start()))
            .map(told)
            .collect()
    }
}

/// `2027-03-28 01:00`, in UTC.
pub fn told(at: DateTime<Utc>) -> String {
    assert!(
        at.to_rfc3339_opts(SecondsFormat::Nanos, true)
            .ends_with(":00.000000000Z"),
        "{at} has no seconds"
    );
    at.format("%Y-%m-%d %H:%M").to_string()
}
