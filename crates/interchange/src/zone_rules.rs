//! VTIMEZONE: the clock of a zone, for whoever does not know its name or has old rules for it.
//!
//! Each change of the clock is written out, from the one before the first appointment to the last before the end of the
//! last: no rule is guessed from them, so that zones whose law changes midway are right too.

use calcard::{
    common::PartialDateTime,
    icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty as Property},
};
use chrono::{DateTime, Days, Utc};
use slots::{ClockChange, Zone};

use crate::{
    Meeting,
    calendar::{date_time, of_civil, text},
};

/// Adds the rules of `zone` for the time these appointments span; none for UTC, which needs none.
pub(crate) fn add_zone(file: &mut ICalendar, zone: &Zone, meetings: &[Meeting]) -> Option<u32> {
    if zone.name() == "UTC" {
        return None;
    }
    let first = meetings.iter().map(|it| it.start).min()?;
    let last = meetings.iter().map(|it| it.end).max()?;
    // A calendar that moves the appointment by some weeks shall still know the clock.
    let changes = zone.clock_changes(first, around(last));
    let mut rules = ICalendarComponent::new(ICalendarComponentType::VTimezone);
    rules.add_property(Property::Tzid, text(zone.name()));
    rules.component_ids = changes
        .iter()
        .map(|change| {
            let part = observance(change);
            add(file, part)
        })
        .collect();
    Some(add(file, rules))
}

fn around(last: DateTime<Utc>) -> DateTime<Utc> {
    last.checked_add_days(Days::new(366)).unwrap_or(last)
}

/// Adds a component and says where it is.
pub(crate) fn add(file: &mut ICalendar, component: ICalendarComponent) -> u32 {
    let at = u32::try_from(file.components.len()).unwrap_or(u32::MAX);
    file.components.push(component);
    at
}

fn observance(change: &ClockChange) -> ICalendarComponent {
    let kind = if change.is_summer_time {
        ICalendarComponentType::Daylight
    } else {
        ICalendarComponentType::Standard
    };
    let mut part = ICalendarComponent::new(kind);
    // What the clock read, running as before, when it changed.
    let civil = change.at.naive_utc() + chrono::TimeDelta::seconds(i64::from(change.from));
    part.add_property(Property::Dtstart, date_time(of_civil(civil)));
    part.add_property(Property::Tzoffsetfrom, date_time(offset(change.from)));
    part.add_property(Property::Tzoffsetto, date_time(offset(change.to)));
    part.add_property(Property::Tzname, text(&change.name));
    part
}

fn offset(seconds: i32) -> PartialDateTime {
    let minutes = seconds.unsigned_abs() / 60;
    PartialDateTime {
        tz_hour: u8::try_from(minutes / 60).ok(),
        tz_minute: u8::try_from(minutes % 60).ok(),
        tz_minus: seconds < 0,
        ..PartialDateTime::default()
    }
}
