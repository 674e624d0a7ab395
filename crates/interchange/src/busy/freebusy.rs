//! VFREEBUSY: calendars that publish when, and not even that there are events.

use calcard::icalendar::{
    ICalendar, ICalendarComponentType, ICalendarEntry, ICalendarFreeBusyType, ICalendarParameterName,
    ICalendarParameterValue, ICalendarPeriod, ICalendarProperty as Property, ICalendarValue as Value,
};
use slots::Span;

use super::{clock::Clock, length::Length, moment::Moment};

/// The times in which somebody is busy, tentatively or not. They are in UTC (RFC 5545, 3.8.2.6).
pub(super) fn spans(calendar: &ICalendar) -> impl Iterator<Item = Span> + '_ {
    calendar
        .components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VFreebusy)
        .flat_map(|component| &component.entries)
        .filter(|entry| entry.name == Property::Freebusy && !is_free(entry))
        .flat_map(|entry| &entry.values)
        .filter_map(|value| match value {
            Value::Period(period) => span(period),
            _ => None,
        })
}

fn is_free(entry: &ICalendarEntry) -> bool {
    entry
        .parameters(&ICalendarParameterName::Fbtype)
        .any(|kind| *kind == ICalendarParameterValue::Fbtype(ICalendarFreeBusyType::Free))
}

fn span(period: &ICalendarPeriod) -> Option<Span> {
    let utc = |at: &calcard::common::PartialDateTime| {
        Some(Moment {
            civil: at.to_date_time()?.date_time,
            clock: Clock::Fixed(super::moment::offset(at).unwrap_or_default()),
            is_date: false,
        })
    };
    match period {
        ICalendarPeriod::Range { start, end } => Span::new(utc(start)?.instant(), utc(end)?.instant()),
        ICalendarPeriod::Duration { start, duration } => {
            let start = utc(start)?;
            Span::new(start.instant(), Length::of(duration)?.after(&start)?)
        }
    }
}
