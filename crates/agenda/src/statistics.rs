//! What a period was like: how many came, how full it was, when, and with whom.
//!
//! An appointment belongs to the period in which it starts, by the coach's clock. Occupancy is the share of the opening
//! hours that appointments filled: what was booked outside them fills none of them.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};
use slots::{Span, Spans, Zone};
use specta::Type;

use crate::{
    Actor, ClientId, Period, ReasonId, Status, Tally, TypeId,
    tally::{minutes, share},
};

/// What statistics need to know of an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// With whom; none for a prospect.
    pub client: Option<ClientId>,
    /// Its type.
    pub type_id: TypeId,
    /// Why one met.
    pub reason_id: Option<ReasonId>,
    /// How it ended.
    pub status: Status,
    /// First instant.
    pub start: DateTime<Utc>,
    /// First instant after it.
    pub end: DateTime<Utc>,
    /// Who called it off, and when.
    pub cancelled: Option<(Actor, DateTime<Utc>)>,
}

/// How long before the start an appointment was called off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CancelNotice {
    /// Not before at all.
    AfterStart,
    /// Less than 24 hours.
    LastDay,
    /// Less than three days.
    ThreeDays,
    /// Less than a week.
    Week,
    /// A week or more.
    Earlier,
}

impl CancelNotice {
    /// All, from the latest to the earliest.
    pub const ALL: [Self; 5] = [
        Self::AfterStart,
        Self::LastDay,
        Self::ThreeDays,
        Self::Week,
        Self::Earlier,
    ];

    /// The word it has in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::AfterStart => "after_start",
            Self::LastDay => "last_day",
            Self::ThreeDays => "three_days",
            Self::Week => "week",
            Self::Earlier => "earlier",
        }
    }

    fn of(before: TimeDelta) -> Self {
        match before {
            it if it <= TimeDelta::zero() => Self::AfterStart,
            it if it < TimeDelta::hours(24) => Self::LastDay,
            it if it < TimeDelta::days(3) => Self::ThreeDays,
            it if it < TimeDelta::days(7) => Self::Week,
            _ => Self::Earlier,
        }
    }
}

/// The figures of one period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// All appointments together.
    pub tally: Tally,
    /// Cancellations, by whom and how late.
    pub cancellations: HashMap<(Actor, CancelNotice), u32>,
    /// Clients whose first appointment ever is in the period.
    pub new_clients: u32,
    /// Clients who had one before as well.
    pub returning_clients: u32,
    /// Minutes of opening hours.
    pub open_min: u32,
    /// Those of them that appointments filled.
    pub filled_min: u32,
}

impl Figures {
    /// The share of the opening hours that was filled; none when there were none.
    pub fn occupancy_rate(&self) -> Option<f64> {
        share(self.filled_min, self.open_min)
    }
}

/// A period seen from several sides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Breakdown {
    /// Every month the period touches, by its first date.
    pub months: Vec<(NaiveDate, Tally)>,
    /// By type.
    pub types: HashMap<TypeId, Tally>,
    /// By reason; none for those without.
    pub reasons: HashMap<Option<ReasonId>, Tally>,
    /// By client; none for prospects together.
    pub clients: HashMap<Option<ClientId>, Tally>,
    /// By the weekday of the start, from Monday.
    pub weekdays: [Tally; 7],
    /// By the hour of the start, from 0.
    pub hours: [Tally; 24],
}

/// What statistics are made from. Appointments and openings may reach further than the periods asked about.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    /// The coach's zone.
    pub zone: &'a Zone,
    /// Appointments of every status.
    pub sittings: &'a [Sitting],
    /// The first appointment ever that each client did not miss by cancellation.
    pub firsts: &'a HashMap<ClientId, DateTime<Utc>>,
    /// Opening hours.
    pub open: &'a Spans,
}

impl Ledger<'_> {
    /// The figures of `period`.
    pub fn figures(&self, period: Period) -> Figures {
        let Some(window) = period.window(self.zone) else {
            return Figures::default();
        };
        let mut figures = Figures::default();
        for it in self.starting_in(window) {
            figures.tally.count(it);
            if let Some((by, at)) = it.cancelled {
                let notice = CancelNotice::of(it.start - at);
                *figures.cancellations.entry((by, notice)).or_default() += 1;
            }
        }
        (figures.new_clients, figures.returning_clients) = self.newcomers(window);
        let open = self.open.cut(window);
        figures.open_min = length(&open);
        figures.filled_min = figures.open_min - length(&open.subtract(&self.booked(window)));
        figures
    }

    /// `period` by month, type, reason, client, weekday and hour.
    pub fn breakdown(&self, period: Period) -> Breakdown {
        let mut out = Breakdown {
            months: period.months().map(|month| (month, Tally::default())).collect(),
            ..Breakdown::default()
        };
        let first = period.from();
        let Some(window) = period.window(self.zone) else {
            return out;
        };
        for it in self.starting_in(window) {
            let local = self.zone.local(it.start);
            if let Some((_, tally)) = out.months.get_mut(months_between(first, local.date())) {
                tally.count(it);
            }
            out.types.entry(it.type_id).or_default().count(it);
            out.reasons.entry(it.reason_id).or_default().count(it);
            out.clients.entry(it.client).or_default().count(it);
            out.weekdays[local.weekday().num_days_from_monday() as usize].count(it);
            out.hours[local.hour() as usize].count(it);
        }
        out
    }

    fn starting_in(&self, window: Span) -> impl Iterator<Item = &Sitting> {
        self.sittings.iter().filter(move |it| window.contains(it.start))
    }

    /// Clients seen in `window`: those who are new, and those who are not.
    fn newcomers(&self, window: Span) -> (u32, u32) {
        let seen: HashSet<ClientId> = self
            .starting_in(window)
            .filter(|it| it.status != Status::Cancelled)
            .filter_map(|it| it.client)
            .collect();
        let known = |client: &ClientId| {
            self.firsts
                .get(client)
                .is_some_and(|first| *first < window.start())
        };
        let returning = seen.iter().filter(|client| known(client)).count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (count(seen.len() - returning), count(returning))
    }

    fn booked(&self, window: Span) -> Spans {
        let kept = self.sittings.iter().filter(|it| it.status != Status::Cancelled);
        let spans = kept.filter_map(|it| Span::new(it.start, it.end));
        Spans::new(spans.filter(|span| span.overlaps(&window)))
    }
}

fn length(spans: &Spans) -> u32 {
    minutes(spans.iter().map(|span| span.end() - span.start()).sum())
}

fn months_between(first: NaiveDate, date: NaiveDate) -> usize {
    let number = |date: NaiveDate| date.year() * 12 + date.month0().cast_signed();
    usize::try_from(number(date) - number(first)).unwrap_or(usize::MAX)
}
