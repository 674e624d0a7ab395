//! Statistics of a period, beside those of the one before.

pub(crate) mod file;

use std::collections::HashMap;

use agenda::{Breakdown, CancelNotice, ClientId, Figures, Ledger, Period, ReasonId, Sitting, TypeId};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use serde::Serialize;
use slots::{Exceptions, Length, Rules, Span, Spans, Step, Zone};
use specta::Type;
use store::Met;

use crate::{Actor, CoachDesk, Error, ErrorCode, Result};

/// No appointment is longer: one that starts before a window may run into it.
const LONGEST_APPOINTMENT: TimeDelta = TimeDelta::hours(24);

/// How many appointments there were, and how they ended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// All of them, cancelled ones too.
    pub total: u32,
    /// Still to take place, or not closed yet.
    pub scheduled: u32,
    /// Took place.
    pub completed: u32,
    /// The person did not come.
    pub no_show: u32,
    /// Called off.
    pub cancelled: u32,
    /// Minutes of those not called off.
    pub booked_min: u32,
    /// Minutes of those that took place.
    pub held_min: u32,
    /// Of those to which the person could come or not, the share to which they came, 0 to 1.
    pub attendance_rate: Option<f64>,
}

/// Cancellations of one person with one notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Cancellations {
    /// Who called off.
    pub by: Actor,
    /// How long before the start.
    pub notice: CancelNotice,
    /// How many.
    pub count: u32,
}

/// The figures of one period. Rates go from 0 to 1, and are none where there is nothing to divide by.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PeriodFigures {
    /// First date.
    pub from: NaiveDate,
    /// Last date, inclusive.
    pub to: NaiveDate,
    /// All appointments together.
    pub tally: Tally,
    /// Of those to which the person could come or not, the share to which they did not.
    pub no_show_rate: Option<f64>,
    /// The share that was called off.
    pub cancellation_rate: Option<f64>,
    /// Mean length of those that took place, in minutes.
    pub average_min: Option<f64>,
    /// Clients whose first appointment ever is in the period.
    pub new_clients: u32,
    /// Clients who had one before as well.
    pub returning_clients: u32,
    /// Minutes of opening hours, as the weekly hours are today and exceptions say.
    pub open_min: u32,
    /// Those of them that appointments filled.
    pub filled_min: u32,
    /// One by the other.
    pub occupancy_rate: Option<f64>,
    /// By whom and how late, every pair, in order.
    pub cancellations: Vec<Cancellations>,
}

/// Appointments that have something in common.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Share {
    /// Which type, reason or client; none for no reason, for prospects together, and for a client who was erased.
    pub id: Option<String>,
    /// What it is called; none for no reason, or prospects together.
    pub name: Option<String>,
    /// `#rrggbb`, of a type.
    pub colour: Option<String>,
    /// The appointments.
    pub tally: Tally,
}

/// The appointments of a month.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct MonthShare {
    /// Its first date.
    pub month: NaiveDate,
    /// Its appointments, those of the period alone.
    pub tally: Tally,
}

/// What a period was like.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Statistics {
    /// The period asked about.
    pub current: PeriodFigures,
    /// The one before: as many months, or as many days.
    pub before: PeriodFigures,
    /// Every month it touches, in order.
    pub months: Vec<MonthShare>,
    /// By type, most appointments first.
    pub types: Vec<Share>,
    /// By reason, most appointments first.
    pub reasons: Vec<Share>,
    /// By client, most appointments first.
    pub clients: Vec<Share>,
    /// By the weekday of the start, from Monday.
    pub weekdays: Vec<Tally>,
    /// By the hour of the start on the coach's clock, from 0.
    pub hours: Vec<Tally>,
}

impl From<agenda::Tally> for Tally {
    fn from(it: agenda::Tally) -> Self {
        Self {
            total: it.total,
            scheduled: it.scheduled,
            completed: it.completed,
            no_show: it.no_show,
            cancelled: it.cancelled,
            booked_min: it.booked_min,
            held_min: it.held_min,
            attendance_rate: it.attendance_rate(),
        }
    }
}

impl PeriodFigures {
    fn new(period: Period, it: &Figures) -> Self {
        let pairs = [Actor::Coach, Actor::Client]
            .into_iter()
            .flat_map(|by| CancelNotice::ALL.map(|notice| (by, notice)));
        let cancellations = pairs.map(|(by, notice)| Cancellations {
            by,
            notice,
            count: it.cancellations.get(&(by, notice)).copied().unwrap_or_default(),
        });
        Self {
            from: period.from(),
            to: period.to(),
            tally: it.tally.into(),
            no_show_rate: it.tally.no_show_rate(),
            cancellation_rate: it.tally.cancellation_rate(),
            average_min: it.tally.average_min(),
            new_clients: it.new_clients,
            returning_clients: it.returning_clients,
            open_min: it.open_min,
            filled_min: it.filled_min,
            occupancy_rate: it.occupancy_rate(),
            cancellations: cancellations.collect(),
        }
    }
}

/// What things are called.
struct Names {
    types: HashMap<TypeId, (String, String)>,
    reasons: HashMap<ReasonId, String>,
    clients: HashMap<ClientId, Met>,
}

impl Names {
    fn statistics(&self, current: PeriodFigures, before: PeriodFigures, sides: Breakdown) -> Statistics {
        let share = |id: Option<String>, name, tally: agenda::Tally| Share {
            id,
            name,
            colour: None,
            tally: tally.into(),
        };
        let types = sides.types.into_iter().map(|(id, tally)| {
            let (name, colour) = self.types.get(&id).cloned().unzip();
            Share {
                colour,
                ..share(Some(id.to_string()), name, tally)
            }
        });
        let reasons = sides.reasons.into_iter().map(|(id, tally)| {
            let name = id.and_then(|id| self.reasons.get(&id).cloned());
            share(id.map(|id| id.to_string()), name, tally)
        });
        let clients = sides.clients.into_iter().map(|(id, tally)| {
            let met = id.and_then(|id| self.clients.get(&id));
            let id = id.filter(|_| met.is_some_and(|it| !it.erased));
            share(
                id.map(|id| id.to_string()),
                met.map(|it| it.name.to_string()),
                tally,
            )
        });
        let months = sides.months.into_iter().map(|(month, tally)| MonthShare {
            month,
            tally: tally.into(),
        });
        Statistics {
            current,
            before,
            months: months.collect(),
            types: most_first(types),
            reasons: most_first(reasons),
            clients: most_first(clients),
            weekdays: sides.weekdays.into_iter().map(Tally::from).collect(),
            hours: sides.hours.into_iter().map(Tally::from).collect(),
        }
    }
}

/// By number of appointments, then by name, so that the order is the same each time.
fn most_first(shares: impl Iterator<Item = Share>) -> Vec<Share> {
    let mut shares: Vec<Share> = shares.collect();
    shares.sort_by(|a, b| {
        let key = |it: &Share| (std::cmp::Reverse(it.tally.total), it.name.is_none());
        key(a)
            .cmp(&key(b))
            .then_with(|| (&a.name, &a.id).cmp(&(&b.name, &b.id)))
    });
    shares
}

impl CoachDesk {
    /// What the dates from `from` to `to`, `YYYY-MM-DD` and both inclusive, were like.
    pub async fn statistics(&self, from: &str, to: &str) -> Result<Statistics> {
        let period = Period::parse(from, to)?;
        let before = period.before();
        let zone = self.rows.coach_card().await?.zone;
        let (start, end) = (zone.start_of_day(before.from()), period.end(&zone));
        let sittings: Vec<Sitting> = self.rows.sittings(start - LONGEST_APPOINTMENT, end).await?;
        let names = Names {
            types: self.rows.type_names().await?,
            reasons: self.rows.reason_names().await?,
            clients: self.rows.met(start, end).await?,
        };
        let firsts = names
            .clients
            .iter()
            .filter_map(|(id, it)| Some((*id, it.first?)))
            .collect();
        let ledger = Ledger {
            zone: &zone,
            sittings: &sittings,
            firsts: &firsts,
            open: &self.opening_hours(&zone, start, end).await?,
        };
        Ok(names.statistics(
            PeriodFigures::new(period, &ledger.figures(period)),
            PeriodFigures::new(before, &ledger.figures(before)),
            ledger.breakdown(period),
        ))
    }

    async fn opening_hours(&self, zone: &Zone, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Spans> {
        let broken = |bad: slots::BadMinutes| Error::of(ErrorCode::Internal, bad.to_string());
        // An opening may have begun some days before.
        let since = zone
            .date_of(from)
            .checked_sub_days(Days::new(10))
            .unwrap_or_default();
        let exceptions = self.rows.exceptions(since).await?;
        let ranges = exceptions
            .iter()
            .map(|it| (it.card.from, it.card.to, it.card.opening.ranges().iter().copied()));
        let agenda = slots::Agenda {
            zone,
            weekly: &self.rows.weekly_hours().await?,
            exceptions: &Exceptions::from_spans(ranges),
            // Openings depend on none of what follows.
            rules: &Rules::new(Length::new(60).map_err(broken)?, Step::new(60).map_err(broken)?),
            bookings: &slots::Bookings::default(),
            busy: &Spans::default(),
            now: from,
        };
        Ok(Span::new(from, to).map_or_else(Spans::default, |window| slots::openings(&agenda, window)))
    }
}
